import {
  areClassBounds,
  areEdges,
  defaultSettings,
  isSerial,
  type AnalysisSettings,
  type ClassBounds,
  type Edges,
  type LedgerChoices,
  type Serial,
} from '../domain';
import { choicesOf } from './choiceCells';
import { modeOf, type ColumnMode } from './columnMode';
import { fromCell } from './dateSystem';
import { OWN } from './ownNames';
import type { Cell } from './rowColumns';

/** The cells a user may change, each found by its name. */
export const INPUTS = [
  'asOf',
  'previous',
  'leadDays',
  'mergeCodes',
  'edges',
  'classBounds',
  'columns',
  'sheets',
  'mode',
] as const;

type Input = (typeof INPUTS)[number];

/** What the settings sheet says; null where a cell says nothing that can be used. */
export interface StoredSettings {
  readonly asOf: Serial | null;
  readonly previous: Serial | null;
  readonly leadDays: number | null;
  readonly edges: Edges | null;
  readonly classBounds: ClassBounds | null;
  readonly choices: LedgerChoices;
  readonly mode: ColumnMode;
  /** As typed: numbers, or formulas; no rows of `mode` where an older version made the sheet. */
  readonly cells: Readonly<Record<Input, readonly (readonly Cell[])[]>>;
}

/**
 * Asks for the settings sheet's values in the coming sync.
 *
 * @returns a function that reads them after it, given whether days are counted from 1904; null when
 *   a name of ours is missing or broken
 */
export function loadSettings(
  workbook: Excel.Workbook,
): (date1904?: boolean) => StoredSettings | null {
  const ranges = INPUTS.map((input) => {
    const range = workbook.names.getItemOrNullObject(OWN[input]).getRangeOrNullObject();
    range.load('values,formulas');
    return [input, range] as const;
  });
  return (date1904 = false) => {
    const isMissing = ([input, range]: (typeof ranges)[number]) =>
      range.isNullObject && input !== 'mode';
    if (ranges.some(isMissing)) return null;
    const read = Object.fromEntries(ranges) as Record<Input, Excel.Range>;
    const numbers = (input: Input) => read[input].values.map((row) => asNumber(row[0]));
    const day = (input: Input) => {
      const serial = fromCell(numbers(input)[0]!, date1904);
      return isSerial(serial) ? Math.floor(serial) : null;
    };
    const leadDays = numbers('leadDays')[0]!;
    const edges = numbers('edges');
    const classBounds = numbers('classBounds');
    return {
      asOf: day('asOf'),
      previous: day('previous'),
      leadDays: Number.isInteger(leadDays) && leadDays >= 0 ? leadDays : null,
      edges: areEdges(edges) ? edges : null,
      classBounds: areClassBounds(classBounds) ? classBounds : null,
      mode: modeOf(read.mode.isNullObject ? '' : read.mode.values[0]![0]),
      choices: choicesOf(read.columns.values, read.mergeCodes.values[0]![0], read.sheets.values),
      cells: Object.fromEntries(
        ranges.map(([input, range]) => [
          input,
          range.isNullObject ? [] : (range.formulas as Cell[][]),
        ]),
      ) as Record<Input, Cell[][]>,
    };
  };
}

const asNumber = (cell: unknown): number => (typeof cell === 'number' ? cell : NaN);

/**
 * @param chosen - what the run was asked for; goes before what the workbook holds
 * @returns the settings of a run: the day before is the last run's, where that was earlier
 */
export function settingsOf(
  stored: StoredSettings | null,
  chosen: { readonly asOf?: Serial | undefined; readonly edges?: Edges | undefined },
  today: Serial,
): AnalysisSettings {
  const asOf = chosen.asOf ?? stored?.asOf ?? today;
  const standard = defaultSettings(asOf);
  const before = stored?.asOf && stored.asOf < asOf ? stored.asOf : stored?.previous;
  return {
    asOf,
    previous: before && before < asOf ? before : standard.previous,
    leadDays: stored?.leadDays ?? standard.leadDays,
    edges: chosen.edges ?? stored?.edges ?? standard.edges,
    classBounds: stored?.classBounds ?? standard.classBounds,
    knockIns: standard.knockIns,
  };
}
