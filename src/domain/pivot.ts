import { membersOf } from './accounts';
import { NONE, type Analysis } from './analyse';
import { overdueOf, type Balance } from './balances';
import { compareText } from './compareText';
import { groupItems } from './groupItems';
import type { Fen } from './money';
import type { Dimension, Receivables } from './receivables';
import type { DimensionRole } from './roles';

/** What items are grouped by: one dimension, or two crossed. */
export type PivotBy = readonly [DimensionRole] | readonly [DimensionRole, DimensionRole];

/** The open items of a word, or of a pair of words, in one currency. */
export interface PivotCell extends Balance {
  /** One per dimension; '' where the ledger says nothing. */
  readonly words: readonly string[];
  /** Fen past due. */
  readonly overdue: Fen;
  /** Items with something open, credits among them. */
  readonly count: number;
}

/**
 * Ages the open items by what they are grouped by.
 *
 * @returns a cell per word (pair) and currency with an open item: by currency in the ledger's order,
 *   then the most overdue money first, then by words; a currency's cells add up to its total
 */
export function pivot(analysis: Analysis, by: PivotBy): PivotCell[] {
  const { currencies } = analysis.items;
  const { index, words } = groupingOf(analysis.items, by);
  const { sums, counts, width } = sumsOf(analysis, index, words.length);
  return currencies.flatMap((currency, c) => {
    const own: PivotCell[] = [];
    words.forEach((pair, group) => {
      const from = (group * currencies.length + c) * width;
      const fen = Array.from(sums.subarray(from, from + width));
      const items = Array.from(counts.subarray(from, from + width));
      const count = items.reduce((sum, n) => sum + n, 0);
      if (count === 0) return;
      const balance: Balance = {
        currency,
        open: fen.reduce((sum, n) => sum + n, 0),
        unapplied: fen[0]!,
        byBucket: fen.slice(1),
        countByBucket: items.slice(1),
      };
      own.push({ ...balance, words: pair, overdue: overdueOf(balance), count });
    });
    return own.sort(compareCells);
  });
}

/** Lines of fen and of items, one a group and currency: first what stands in no bucket, then the buckets. */
interface Sums {
  readonly sums: Float64Array;
  readonly counts: Int32Array;
  readonly width: number;
}

function sumsOf({ items, open, bucket, edges }: Analysis, group: Int32Array, groups: number): Sums {
  const { count, currency, currencies } = items;
  const width = edges.length + 3;
  const sums = new Float64Array(groups * currencies.length * width);
  const counts = new Int32Array(sums.length);
  for (let i = 0; i < count; i++) {
    const amount = open[i]!;
    const at = (group[i]! * currencies.length + currency[i]!) * width + bucket[i]! + 1;
    sums[at]! += amount;
    counts[at]! += Number(amount !== 0); // whether something is open is hard to guess: no branch
  }
  return { sums, counts, width };
}

const compareCells = (a: PivotCell, b: PivotCell): number =>
  b.overdue - a.overdue ||
  compareText(a.words[0]!, b.words[0]!) ||
  compareText(a.words.at(-1)!, b.words.at(-1)!);

/** A number per item, and what each number stands for: a word per dimension. */
interface Grouping {
  readonly index: Int32Array;
  readonly words: readonly (readonly string[])[];
}

function groupingOf(items: Receivables, [first, second]: PivotBy): Grouping {
  const { index, words } = dimensionOf(items, first);
  return second === undefined
    ? { index, words: words.map((word) => [word]) }
    : crossed({ index, words }, dimensionOf(items, second));
}

/** Pairs of words, numbered as they appear. */
function crossed(first: Dimension, second: Dimension): Grouping {
  const index = new Int32Array(first.index.length);
  const words: string[][] = [];
  const possible = first.words.length * second.words.length;
  // Many words crossed with many are mostly pairs that nobody has: only those are looked up in a map.
  const numbers = possible <= index.length ? new Int32Array(possible) : null;
  const sparse = new Map<number, number>();
  for (let i = 0; i < index.length; i++) {
    const [a, b] = [first.index[i]!, second.index[i]!];
    const pair = a * second.words.length + b;
    let number = numbers ? numbers[pair]! : (sparse.get(pair) ?? 0);
    if (number === 0) {
      number = words.push([first.words[a]!, second.words[b]!]);
      if (numbers) numbers[pair] = number;
      else sparse.set(pair, number);
    }
    index[i] = number - 1;
  }
  return { index, words };
}

/** One that the ledger does not keep says nothing of any item. */
const dimensionOf = (items: Receivables, role: DimensionRole): Dimension =>
  items.dimensions[role] ?? { index: new Int32Array(items.count), words: [''] };

/** @returns what lists the open items behind each cell of `pivot(analysis, by)`, in the ledger's order */
export function itemsOfCells(
  { items, open }: Analysis,
  by: PivotBy,
): (cell: Pick<PivotCell, 'words' | 'currency'>) => Int32Array {
  const { count, currency, currencies } = items;
  const { index, words } = groupingOf(items, by);
  const cellOf = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    cellOf[i] = open[i] === 0 ? NONE : index[i]! * currencies.length + currency[i]!;
  }
  const groups = groupItems(cellOf, words.length * currencies.length);
  const numbers = new Map(words.map((pair, group) => [JSON.stringify(pair), group]));
  return (cell) => {
    const group = numbers.get(JSON.stringify(cell.words))!;
    return membersOf(groups, group * currencies.length + currencies.indexOf(cell.currency));
  };
}
