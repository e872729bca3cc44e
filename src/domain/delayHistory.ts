import { type Serial } from './date';
import { Delays, type LaterReceipts } from './delays';
import { paymentsOf, type Payments } from './payments';
import { KINDS, type Receivables } from './receivables';
import type { DimensionRole } from './roles';
import { segmentsOf } from './segments';

/** The receipts a forecast rests on, the earliest against its due date first. */
export interface DelayHistory {
  /** Day per receipt. */
  readonly date: Int32Array;
  /** Whole minor units of the base currency per receipt. */
  readonly money: Float64Array;
  /**
   * @returns the receipts later than `days` after the due date: of the ledger, of the item's segment,
   *   of its customer; null where there are none
   */
  readonly laterThan: (item: number, days: number) => readonly (LaterReceipts | null)[];
}

/**
 * Money received for invoices up to a day, as far as its day is known. Credit notes tell nothing of
 * how a customer pays. Amounts of all currencies weigh at their booking rates.
 *
 * @param segmentBy - customers without a word are in no segment
 */
export function delayHistory(
  items: Receivables,
  asOf: Serial,
  segmentBy: DimensionRole,
): DelayHistory {
  const payments = paymentsOf(items, asOf);
  const order = byDelay(items, payments);
  const count = order.length;
  const item = new Int32Array(count);
  const date = new Int32Array(count);
  const delay = new Int32Array(count);
  const money = new Float64Array(count);
  for (let k = 0; k < count; k++) {
    const payment = order[k]!;
    const i = payments.item[payment]!;
    item[k] = i;
    date[k] = payments.date[payment]!;
    delay[k] = date[k]! - items.dueDate[i]!;
    money[k] = Math.round(payments.amount[payment]! * items.rate[i]!);
  }
  const group = (index: Int32Array) => item.map((i) => index[i]!);
  const ledger = new Delays(new Int32Array(count), 1, delay, money);
  const customers = new Delays(group(items.customer), items.customers.length, delay, money);
  const { index, words } = segmentsOf(items, segmentBy);
  const segments = new Delays(group(index), words.length, delay, money);
  return {
    date,
    money,
    laterThan: (i, days) => [
      ledger.laterThan(0, days),
      index[i]! < 0 ? null : segments.laterThan(index[i]!, days),
      customers.laterThan(items.customer[i]!, days),
    ],
  };
}

const INVOICE = KINDS.indexOf('invoice');

/** @returns the payments that tell how a customer pays, the earliest against the due date first */
function byDelay(items: Receivables, payments: Payments): Int32Array {
  const { count, item, date, isMoney } = payments;
  // Numbers sort many times faster than indexes with a comparison.
  const keys = new Float64Array(count);
  let kept = 0;
  for (let k = 0; k < count; k++) {
    const i = item[k]!;
    if (isMoney[k] === 0 || items.kind[i] !== INVOICE) continue;
    if (items.amount[i]! > 0) keys[kept++] = (date[k]! - items.dueDate[i]!) * count + k;
  }
  const sorted = keys.subarray(0, kept).sort();
  const order = new Int32Array(kept);
  for (let k = 0; k < kept; k++) order[k] = sorted[k]! - Math.floor(sorted[k]! / count) * count;
  return order;
}
