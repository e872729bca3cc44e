import type { Analysis } from './analyse';
import type { Fen } from './money';
import { lightOf, type Light, type WarningLevel } from './warnings';

/** What one light stands for. */
export interface LightTotal {
  readonly light: NonNullable<Light>;
  /** Items. */
  readonly count: number;
  /** Open fen per currency, in the order of the ledger's currencies. */
  readonly open: readonly Fen[];
}

/** @returns red, then amber; an item without a light stands in neither */
export function lightTotals(analysis: Analysis): readonly [LightTotal, LightTotal] {
  const { items, open, daysOverdue, warning } = analysis;
  const empty = () => ({ count: 0, open: new Array<Fen>(items.currencies.length).fill(0) });
  const sums = { red: empty(), amber: empty() };
  for (let i = 0; i < items.count; i++) {
    const light = open[i]! > 0 ? lightOf(daysOverdue[i]!, warning[i] as WarningLevel) : null;
    if (light === null) continue;
    sums[light].count++;
    sums[light].open[items.currency[i]!]! += open[i]!;
  }
  return [
    { light: 'red', ...sums.red },
    { light: 'amber', ...sums.amber },
  ];
}

/** @returns the items with a red light, the largest open amount first, then by row */
export function redItems({ items, open, daysOverdue }: Analysis): number[] {
  const red: number[] = [];
  for (let i = 0; i < items.count; i++) if (open[i]! > 0 && daysOverdue[i]! > 0) red.push(i);
  return red.sort((a, b) => open[b]! - open[a]! || items.row[a]! - items.row[b]!);
}
