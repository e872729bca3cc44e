import { woeTable, type GoodBad, type WoeBin } from './woe';

/** Bins of equal size a variable is cut into first. */
export const DEFAULT_BINS = 10;

/** A variable cut into ranges, with what each says of risk. */
export interface Binning {
  /** Upper bounds, inclusive, ascending; k of them make k + 1 ranges. */
  readonly edges: readonly number[];
  /** One per range, then one for rows without a value where there are any. */
  readonly bins: readonly WoeBin[];
  readonly iv: number;
}

/**
 * Cuts values into ranges of as equal size as ties allow.
 *
 * @param values - NaN where a row has none: left out
 * @param count - ranges wanted, 1 or more
 * @returns upper bounds, inclusive, ascending; fewer where values tie
 */
export function quantileEdges(values: Float64Array, count: number = DEFAULT_BINS): number[] {
  const all = values.slice().sort(); // NaN last
  let length = all.length;
  while (Number.isNaN(all[length - 1])) length--;
  const sorted = all.subarray(0, length);
  const edges = new Set<number>();
  for (let k = 1; k < count; k++) {
    const edge = sorted[Math.ceil((k * sorted.length) / count) - 1];
    if (edge !== undefined && edge < sorted.at(-1)!) edges.add(edge);
  }
  return [...edges];
}

/** @returns 0 up to the first edge, …; one beyond the ranges for NaN */
export function binOf(value: number, edges: readonly number[]): number {
  if (Number.isNaN(value)) return edges.length + 1;
  let [low, high] = [0, edges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= edges[middle]!) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** @returns rows per range, and last those without a value */
export function countByBin(values: Float64Array, edges: readonly number[]): number[] {
  const counts = new Array<number>(edges.length + 2).fill(0);
  for (const value of values) counts[binOf(value, edges)]!++;
  return counts;
}

/**
 * Cuts a variable so that risk only rises or only falls along it: ranges of equal size, then
 * neighbours merged until that holds, in the direction that tells more.
 *
 * @param values - NaN where a row has none: a bin of its own, not merged
 * @param isBad - 1 or 0 per value
 * @throws {RangeError} where the columns differ in length
 */
export function monotoneBinning(
  values: Float64Array,
  isBad: Uint8Array,
  count: number = DEFAULT_BINS,
): Binning {
  if (values.length !== isBad.length) throw new RangeError('A value and a label for every row');
  const edges = quantileEdges(values, count);
  const cells = Array.from({ length: edges.length + 2 }, () => ({ good: 0, bad: 0 }));
  for (let i = 0; i < values.length; i++) {
    const cell = cells[binOf(values[i]!, edges)]!;
    if (isBad[i] === 1) cell.bad++;
    else cell.good++;
  }
  const missing = cells.pop()!;
  const ranges = cells.map((cell, i) => ({ ...cell, edge: edges[i] ?? Infinity }));
  const isKept = missing.good + missing.bad > 0;
  const [rising, falling] = [1, -1].map((direction) => {
    const merged = mergedRanges(ranges, direction);
    return {
      edges: merged.slice(0, -1).map(({ edge }) => edge),
      ...woeTable(
        [...merged, ...(isKept ? [missing] : [])].map(({ good, bad }) => ({ good, bad })),
      ),
    };
  });
  return rising!.iv >= falling!.iv ? rising! : falling!;
}

interface Range extends GoodBad {
  readonly edge: number;
}

/** Pools neighbours whose bad rate does not rise (1) or fall (−1) from one to the next. */
function mergedRanges(ranges: readonly Range[], direction: number): Range[] {
  const merged: Range[] = [];
  for (let next of ranges) {
    for (let last = merged.at(-1); last && !isBeyond(next, last, direction); last = merged.at(-1)) {
      merged.pop();
      next = { good: last.good + next.good, bad: last.bad + next.bad, edge: next.edge };
    }
    merged.push(next);
  }
  return merged;
}

const isBeyond = (next: GoodBad, last: GoodBad, direction: number): boolean =>
  direction * (next.bad * (last.good + last.bad) - last.bad * (next.good + next.bad)) > 0;
