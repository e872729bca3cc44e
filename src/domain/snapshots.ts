import type { Analysis } from './analyse';
import type { Balance } from './balances';
import type { Edges } from './buckets';
import type { Serial } from './date';
import { Dictionary } from './dictionary';
import type { Receivables } from './receivables';

/** Items as they stood on a day, column by column; all columns have `count` entries. */
export interface SnapshotItems extends Pick<
  Receivables,
  | 'count'
  | 'sheet'
  | 'sheets'
  | 'row'
  | 'kind'
  | 'customer'
  | 'customers'
  | 'currency'
  | 'currencies'
  | 'documentNo'
  | 'documentDate'
  | 'dueDate'
  | 'amount'
> {
  /** Fen. */
  readonly open: Float64Array;
}

/** What was open on a day, small enough to keep. Bucket = that of asOf − due date by `edges`. */
export interface Snapshot {
  readonly asOf: Serial;
  readonly edges: Edges;
  /** One per currency. */
  readonly totals: readonly Balance[];
  /** The items with something open; only the customers they belong to. */
  readonly items: SnapshotItems;
}

/** @returns what of an analysis is kept to compare a later one with. */
export function snapshotOf({ asOf, edges, totals, items, open }: Analysis): Snapshot {
  const isOpen = (i: number) => open[i] !== 0;
  return { asOf, edges, totals, items: itemsWhere(items, open, isOpen) };
}

/**
 * @param open - fen per item
 * @returns the items that are kept, in the ledger's order
 */
export function itemsWhere(
  items: Receivables,
  open: Float64Array,
  isKept: (item: number) => boolean,
): SnapshotItems {
  const kept = new Int32Array(items.count);
  let count = 0;
  for (let i = 0; i < items.count; i++) if (isKept(i)) kept[count++] = i;
  const pick = <T extends Record<number, number>>(target: T, column: T): T => {
    for (let k = 0; k < count; k++) target[k] = column[kept[k]!]!;
    return target;
  };
  const customers = new Dictionary();
  const customer = new Int32Array(count);
  const documentNo: string[] = [];
  for (let k = 0; k < count; k++) {
    customer[k] = customers.index(items.customers[items.customer[kept[k]!]!]!);
    documentNo.push(items.documentNo[kept[k]!]!);
  }
  return {
    count,
    sheet: pick(new Uint16Array(count), items.sheet),
    sheets: items.sheets,
    row: pick(new Int32Array(count), items.row),
    kind: pick(new Uint8Array(count), items.kind),
    customer,
    customers: customers.words,
    currency: pick(new Int32Array(count), items.currency),
    currencies: items.currencies,
    documentNo,
    documentDate: pick(new Int32Array(count), items.documentDate),
    dueDate: pick(new Int32Array(count), items.dueDate),
    amount: pick(new Float64Array(count), items.amount),
    open: pick(new Float64Array(count), open),
  };
}
