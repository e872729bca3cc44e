/** Delays (settled − due [days]) of items paid, at each percentile 0…100; empty where there is none. */
export interface DelayTables {
  readonly onTime: readonly number[];
  readonly late: readonly number[];
}

/** @param delays - days, in any order @returns the delay at each percentile, by nearest rank */
export function percentilesOf(delays: Int32Array): number[] {
  if (delays.length === 0) return [];
  const sorted = delays.slice().sort();
  return Array.from(
    { length: 101 },
    (_, k) => sorted[Math.round((k / 100) * (sorted.length - 1))]!,
  );
}

/**
 * Says when money is to be expected: delays of items on time and of late ones, mixed by the
 * probability.
 *
 * @param p - probability of being late [0…1]
 * @param unpaid - days past due through which the item is unpaid; below 0 before
 * @returns delays [days past due] between which the middle half of such items is paid; null where
 *   none was ever paid so late
 */
export function delayBand(
  { onTime, late }: DelayTables,
  p: number,
  unpaid: number,
): readonly [number, number] | null {
  const early = firstAbove(onTime, unpaid);
  const slow = firstAbove(late, unpaid);
  const earlyWeight = weightOf(onTime, early, 1 - p);
  const slowWeight = weightOf(late, slow, p);
  const total = earlyWeight + slowWeight;
  if (total === 0) return null;
  const at = (quantile: number) => {
    const beyond = quantile * total - earlyWeight;
    return beyond < 0
      ? entryAt(onTime, early, 1 + beyond / earlyWeight)
      : entryAt(late, slow, beyond / slowWeight);
  };
  return [at(0.25), at(0.75)];
}

const firstAbove = (table: readonly number[], days: number): number => {
  const found = table.findIndex((delay) => delay > days);
  return found < 0 ? table.length : found;
};

/** Of the entries from `first` on, where all of the table weigh `whole`. */
const weightOf = (table: readonly number[], first: number, whole: number): number =>
  table.length === 0 ? 0 : (whole * (table.length - first)) / table.length;

/** @param share - of the entries from `first` on [0…1] */
const entryAt = (table: readonly number[], first: number, share: number): number =>
  table[Math.min(table.length - 1, first + Math.floor(share * (table.length - first)))]!;
