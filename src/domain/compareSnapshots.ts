import { NONE } from './analyse';
import { BridgeBuilder, type Bridge } from './bridge';
import { bucketOf, type Edges } from './buckets';
import { compareText } from './compareText';
import type { Serial } from './date';
import { matchItems } from './matchItems';
import type { Fen } from './money';
import { openAmounts, type Receivables } from './receivables';
import { itemsWhere, type Snapshot, type SnapshotItems } from './snapshots';

export type MovementKind =
  /** Open now, not there before. */
  | 'came'
  /** More is received, and all of it or more than that; a credit: used up. */
  | 'paid'
  | 'partPaid'
  /** Less is received than before. */
  | 'reversed'
  /** Open before, neither open nor settled now: the row is gone. */
  | 'vanished'
  | 'amountChanged'
  | 'dueDateChanged'
  /** In a later bucket than before. */
  | 'older'
  /** Overdue now, and before not overdue or not there. */
  | 'newlyOverdue';

/** An item as it stood at a snapshot. */
export interface ItemState {
  readonly sheet: string;
  readonly row: number;
  readonly dueDate: Serial;
  readonly amount: Fen;
  readonly open: Fen;
  /** By the edges of the later snapshot; NONE where nothing above 0 is open. */
  readonly bucket: number;
}

/** What happened to an item between two snapshots. */
export interface Movement {
  /** One or more. */
  readonly kinds: readonly MovementKind[];
  readonly customer: string;
  readonly documentNo: string;
  readonly currency: string;
  /** Null where it was not open. */
  readonly before: ItemState | null;
  /** Null where it vanished. */
  readonly after: ItemState | null;
  /** Fen more received than before, of an item there at both; of a credit, 0 or below: used. */
  readonly paid: Fen;
  /** Fen the amount grew by, of an item there at both. */
  readonly changed: Fen;
}

export interface SnapshotComparison {
  readonly from: Serial;
  readonly to: Serial;
  /** One per currency of either snapshot, those of the later first. */
  readonly bridges: readonly Bridge[];
  /** Most money first, then by customer, number and due date; items that stayed as they were are not among them. */
  readonly movements: readonly Movement[];
}

/**
 * What came, went, was paid, grew older or changed between two snapshots.
 *
 * @param ledger - as it stands at the later one: it tells what was paid from what vanished
 */
export function compareSnapshots(
  before: Snapshot,
  after: Snapshot,
  ledger: Receivables,
): SnapshotComparison {
  const open = openAmounts(ledger, after.asOf);
  const isSettled = (i: number) => open[i] === 0 && ledger.documentDate[i]! <= after.asOf;
  const settled = itemsWhere(ledger, open, isSettled);
  const match = matchItems(before.items, [after.items, settled]);
  const bridges = new BridgeBuilder(before, after);
  const movements: Movement[] = [];
  const add = (of: SnapshotItems, i: number, was: ItemState | null, is: ItemState | null) => {
    const movement = movementOf(of, i, was, is);
    bridges.add(movement);
    if (movement.kinds.length > 0) movements.push(movement);
  };
  const isMatched = new Uint8Array(after.items.count);
  for (let i = 0; i < before.items.count; i++) {
    const was = stateOf(before.items, i, before.asOf, after.edges);
    const j = match[i]!;
    if (j === NONE) {
      add(before.items, i, was, null);
    } else if (j < after.items.count) {
      isMatched[j] = 1;
      add(after.items, j, was, stateOf(after.items, j, after.asOf, after.edges));
    } else {
      const k = j - after.items.count;
      add(settled, k, was, stateOf(settled, k, after.asOf, after.edges));
    }
  }
  for (let j = 0; j < after.items.count; j++) {
    if (isMatched[j]) continue;
    add(after.items, j, null, stateOf(after.items, j, after.asOf, after.edges));
  }
  return {
    from: before.asOf,
    to: after.asOf,
    bridges: bridges.build(),
    movements: movements.sort(byMoney),
  };
}

function stateOf(items: SnapshotItems, i: number, asOf: Serial, edges: Edges): ItemState {
  const open = items.open[i]!;
  const dueDate = items.dueDate[i]!;
  return {
    sheet: items.sheets[items.sheet[i]!]!,
    row: items.row[i]!,
    dueDate,
    amount: items.amount[i]!,
    open,
    bucket: open > 0 ? bucketOf(asOf - dueDate, edges) : NONE,
  };
}

function movementOf(
  items: SnapshotItems,
  i: number,
  before: ItemState | null,
  after: ItemState | null,
): Movement {
  const isBoth = before !== null && after !== null;
  const paid = isBoth ? after.amount - after.open - (before.amount - before.open) : 0;
  const changed = isBoth ? after.amount - before.amount : 0;
  return {
    kinds: kindsOf(before, after, paid, changed),
    customer: items.customers[items.customer[i]!]!,
    documentNo: items.documentNo[i]!,
    currency: items.currencies[items.currency[i]!]!,
    before,
    after,
    paid,
    changed,
  };
}

function kindsOf(
  before: ItemState | null,
  after: ItemState | null,
  paid: Fen,
  changed: Fen,
): MovementKind[] {
  if (after === null) return ['vanished'];
  const kinds: MovementKind[] = [];
  if (before === null) {
    kinds.push('came');
  } else {
    const sign = before.amount < 0 ? -1 : 1;
    if (sign * paid > 0) kinds.push(sign * after.open > 0 ? 'partPaid' : 'paid');
    if (sign * paid < 0) kinds.push('reversed');
    if (changed !== 0) kinds.push('amountChanged');
    if (after.dueDate !== before.dueDate) kinds.push('dueDateChanged');
    if (before.bucket !== NONE && after.bucket > before.bucket) kinds.push('older');
  }
  if (after.bucket > 0 && (before === null || before.bucket <= 0)) kinds.push('newlyOverdue');
  return kinds;
}

const moneyOf = ({ before, after }: Movement): Fen =>
  Math.max(Math.abs(before?.open ?? 0), Math.abs(after?.open ?? 0));

const dueDateOf = ({ before, after }: Movement): Serial => (after ?? before)!.dueDate;

const byMoney = (a: Movement, b: Movement): number =>
  moneyOf(b) - moneyOf(a) ||
  compareText(a.customer, b.customer) ||
  compareText(a.documentNo, b.documentNo) ||
  dueDateOf(a) - dueDateOf(b);
