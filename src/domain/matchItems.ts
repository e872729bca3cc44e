import { NONE } from './analyse';
import { currencyKey } from './currency';
import { customerKey } from './customerCodes';
import { Dictionary } from './dictionary';
import { groupItems } from './groupItems';
import type { SnapshotItems } from './snapshots';

/**
 * How many of an item's keys must agree, pass by pass: all of them, all but what is open, then
 * customer, currency, kind and due date, at last without the due date.
 */
const PASSES = [7, 6, 4, 3];

/** An item with what tells it from others of the same reference, the most telling first. */
interface Candidate {
  readonly index: number;
  readonly keys: readonly number[];
}

/**
 * Finds items again that may stand on other rows, among repeated document numbers too. Items go
 * together by document no., the closest first; without a number only where customer, dates and
 * amount agree.
 *
 * @param later - tables; their items are numbered through, the first table's first
 * @returns per earlier item the later one it is, NONE where it is gone; no later one twice
 */
export function matchItems(earlier: SnapshotItems, later: readonly SnapshotItems[]): Int32Array {
  const references = new Map<string, number>();
  const earlierReference = new Int32Array(earlier.count);
  for (let i = 0; i < earlier.count; i++) {
    const reference = referenceOf(earlier, i);
    let known = references.get(reference);
    if (known === undefined) references.set(reference, (known = references.size));
    earlierReference[i] = known;
  }
  const laterReference = new Int32Array(later.reduce((sum, { count }) => sum + count, 0));
  let at = 0;
  for (const table of later) {
    for (let i = 0; i < table.count; i++) {
      laterReference[at++] = references.get(referenceOf(table, i)) ?? NONE;
    }
  }
  const old = groupItems(earlierReference, references.size);
  const now = groupItems(laterReference, references.size);
  const keysOf = new Keys();
  const earlierKeys = keysOf.of(earlier);
  const laterKeys = later.map((table) => keysOf.of(table));
  const laterCandidate = (index: number): Candidate => {
    let [table, i] = [0, index];
    while (i >= later[table]!.count) i -= later[table++]!.count;
    return { index, keys: laterKeys[table]!(i) };
  };
  const match = new Int32Array(earlier.count).fill(NONE);
  for (let r = 0; r < references.size; r++) {
    if (now.start[r] === now.start[r + 1]) continue;
    let left = [...old.order.subarray(old.start[r], old.start[r + 1])].map((index) => ({
      index,
      keys: earlierKeys(index),
    }));
    let right = [...now.order.subarray(now.start[r], now.start[r + 1])].map(laterCandidate);
    left.sort(byKeys);
    right.sort(byKeys);
    for (const depth of PASSES) [left, right] = pair(left, right, depth, match);
  }
  return match;
}

/** Its number, or dates and amount where it has none. */
function referenceOf(
  { documentNo, documentDate, dueDate, amount }: SnapshotItems,
  i: number,
): string {
  return documentNo[i]! || `\0${documentDate[i]!} ${dueDate[i]!} ${amount[i]!}`;
}

/** Numbers customers and currencies across tables. */
class Keys {
  private readonly customers = new Dictionary(customerKey);
  private readonly currencies = new Dictionary(currencyKey);

  of(table: SnapshotItems): (item: number) => readonly number[] {
    const customers = table.customers.map((word) => this.customers.index(word));
    const currencies = table.currencies.map((word) => this.currencies.index(word));
    return (i) => [
      customers[table.customer[i]!]!,
      currencies[table.currency[i]!]!,
      table.kind[i]!,
      table.dueDate[i]!,
      table.documentDate[i]!,
      table.amount[i]!,
      table.open[i]!,
    ];
  }
}

const byKeys = (a: Candidate, b: Candidate): number => compare(a, b, a.keys.length);

function compare(a: Candidate, b: Candidate, depth: number): number {
  for (let k = 0; k < depth; k++) {
    const difference = a.keys[k]! - b.keys[k]!;
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Pairs sorted candidates whose first keys agree; gives back who stays alone. */
function pair(
  left: readonly Candidate[],
  right: readonly Candidate[],
  depth: number,
  match: Int32Array,
): [Candidate[], Candidate[]] {
  const aloneLeft: Candidate[] = [];
  const aloneRight: Candidate[] = [];
  let [l, r] = [0, 0];
  while (l < left.length && r < right.length) {
    const order = compare(left[l]!, right[r]!, depth);
    if (order === 0) match[left[l++]!.index] = right[r++]!.index;
    else if (order < 0) aloneLeft.push(left[l++]!);
    else aloneRight.push(right[r++]!);
  }
  return [aloneLeft.concat(left.slice(l)), aloneRight.concat(right.slice(r))];
}
