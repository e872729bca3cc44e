import type { Analysis } from './analyse';
import { largestFirst } from './largestFirst';
import type { Fen } from './money';
import { lightOf, type Light, type WarningLevel } from './warnings';

/** Of a sheet, 1-based. */
const LAST_ROW = 2 ** 20;

/** What gives items the yellow light. */
export interface Watch {
  /** Of being paid late, per item [0…1]; NONE where it is not rated. */
  readonly probability: Float64Array;
  /** From here on, inclusive [0…1]. */
  readonly amberFrom: number;
}

/** @returns null where there are no probabilities, or nobody asks for the light */
export const watchOf = (
  risk: Pick<Watch, 'probability'> | null,
  amberFrom: number | null,
): Watch | null =>
  risk && amberFrom !== null ? { probability: risk.probability, amberFrom } : null;

/** @param watch - null: no item is watched */
export const isWatched = (watch: Watch | null, item: number): boolean =>
  watch !== null && watch.probability[item]! >= watch.amberFrom;

/** What one light stands for. */
export interface LightTotal {
  readonly light: NonNullable<Light>;
  /** Items. */
  readonly count: number;
  /** Open fen per currency, in the order of the ledger's currencies. */
  readonly open: readonly Fen[];
}

/** @returns red, amber and, where probabilities light items, yellow; an item without a light stands in none */
export function lightTotals(analysis: Analysis, watch: Watch | null = null): LightTotal[] {
  const { items, open, daysOverdue, warning } = analysis;
  const empty = () => ({ count: 0, open: new Array<Fen>(items.currencies.length).fill(0) });
  const sums = { red: empty(), amber: empty(), yellow: empty() };
  for (let i = 0; i < items.count; i++) {
    if (open[i]! <= 0) continue;
    const light = lightOf(daysOverdue[i]!, warning[i] as WarningLevel, isWatched(watch, i));
    if (light === null) continue;
    sums[light].count++;
    sums[light].open[items.currency[i]!]! += open[i]!;
  }
  const lit = watch ? (['red', 'amber', 'yellow'] as const) : (['red', 'amber'] as const);
  return lit.map((light) => ({ light, ...sums[light] }));
}

/** @returns the items with a red light, the largest open amount first, then by row */
export function redItems({ items, open, daysOverdue }: Analysis): Int32Array {
  const red = new Int32Array(items.count);
  let count = 0;
  for (let i = 0; i < items.count; i++) {
    if (open[i]! > 0 && daysOverdue[i]! > 0) red[count++] = i;
  }
  const amounts = new Float64Array(count);
  const above = new Float64Array(count);
  for (let at = 0; at < count; at++) {
    amounts[at] = open[red[at]!]!;
    above[at] = LAST_ROW - items.row[red[at]!]!;
  }
  return largestFirst([amounts, above]).map((at) => red[at]!);
}
