import {
  areLines,
  areWeights,
  cellText,
  DEFAULT_RFA_SETTINGS,
  isBlank,
  type RfaSettings,
  type Thresholds,
} from '../domain';
import { invalid, isError, passedOn, settingOf, type Cells } from './cells';

/**
 * @param cells - rows of a name and its numbers: R, F, A five thresholds each; weights (权重) of R, F,
 *   A; tiers (等级) three scores; a row that is not there is as usual
 */
export function rfaSettingsOf(cells: Cells | null): RfaSettings {
  let settings = DEFAULT_RFA_SETTINGS;
  for (const row of cells ?? []) {
    for (const cell of row) if (isError(cell)) throw passedOn(cell);
    const [name, ...numbers] = row;
    settings = { ...settings, ...changesOf(cellText(name).toLowerCase(), numbers, settings) };
  }
  return settings;
}

function changesOf(
  name: string,
  cells: readonly unknown[],
  { thresholds }: RfaSettings,
): Partial<RfaSettings> {
  const numbers = cells.map((cell) => (isBlank(cell) ? 0 : settingOf(cell)));
  const lines = (count: number) => {
    if (areLines(numbers.slice(0, count), count)) return numbers.slice(0, count);
    throw unusable(name);
  };
  switch (name) {
    case 'r':
    case 'f':
    case 'a':
      return { thresholds: { ...thresholds, [name]: lines(5) as unknown as Thresholds } };
    case 'weights':
    case '权重': {
      const weights = { r: numbers[0] ?? 0, f: numbers[1] ?? 0, a: numbers[2] ?? 0 };
      if (areWeights(weights)) return { weights };
      throw unusable(name);
    }
    case 'tiers':
    case '等级':
      return { tierFrom: lines(3) as unknown as RfaSettings['tierFrom'] };
    case '':
    case '0': // a blank
      return {};
    default:
      throw unusable(name);
  }
}

const unusable = (name: string): CustomFunctions.Error =>
  invalid(
    `RFA 设置“${name}”不能用：R、F、A 各五个递增数，weights 三个，tiers 三个递增数` +
      ' / settings are rows of R, F, A (5 ascending), weights (3), tiers (3 ascending)',
  );
