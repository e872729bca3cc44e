import { membersOf } from './accounts';
import { NO_DATE, type Serial } from './date';
import { groupItems } from './groupItems';
import { KINDS, type Receivables } from './receivables';

/** What was paid on invoices, column by column; all have `count` entries. */
export interface Payments {
  readonly count: number;
  /** The invoice: its index among the items. */
  readonly item: Int32Array;
  /** The day the money came, not before the invoice's own. */
  readonly date: Int32Array;
  /** Fen, above 0; below 0 where an application is taken back. */
  readonly amount: Float64Array;
  /** 1 for money, 0 for credit notes and write-offs. */
  readonly isMoney: Uint8Array;
}

const NO_MONEY = (['creditNote', 'writeOff'] as const).map((kind) => KINDS.indexOf(kind));

/**
 * The payments that count on a day. When somebody matched a receipt does not matter here: the
 * customer had paid. What was received without a date is left out, for nobody knows when.
 */
export function paymentsOf(items: Receivables, asOf: Serial): Payments {
  const { documentDate, amount, received, receiptDate, kind, applications } = items;
  const most = items.count + applications.count;
  const columns = {
    item: new Int32Array(most),
    date: new Int32Array(most),
    amount: new Float64Array(most),
    isMoney: new Uint8Array(most),
  };
  let count = 0;
  const add = (item: number, date: Serial, fen: number, isMoney: boolean) => {
    columns.item[count] = item;
    columns.date[count] = Math.max(date, documentDate[item]!);
    columns.amount[count] = fen;
    columns.isMoney[count] = isMoney ? 1 : 0;
    count++;
  };
  for (let i = 0; i < items.count; i++) {
    const date = receiptDate[i]!;
    if (date === NO_DATE || date > asOf || documentDate[i]! > asOf) continue;
    const fen = Math.min(received[i]!, amount[i]!);
    if (fen > 0) add(i, date, fen, true);
  }
  for (let k = 0; k < applications.count; k++) {
    if (applications.date[k]! > asOf) continue;
    const credit = applications.credit[k]!;
    const isMoney = !NO_MONEY.includes(kind[credit]!);
    const paid = documentDate[credit]!;
    const date = paid === NO_DATE ? applications.date[k]! : paid;
    add(applications.item[k]!, date, applications.amount[k]!, isMoney);
  }
  return {
    count,
    item: columns.item.subarray(0, count),
    date: columns.date.subarray(0, count),
    amount: columns.amount.subarray(0, count),
    isMoney: columns.isMoney.subarray(0, count),
  };
}

/**
 * How late each customer's receipts were, for seeing whether payment slows. Receipts of one day are
 * one, its days late weighted by amount; early ones are below 0.
 *
 * @returns days late by customer, oldest receipt first
 */
export function receiptDelays(items: Receivables, asOf: Serial): Map<string, number[]> {
  const { count, item, date, amount, isMoney } = paymentsOf(items, asOf);
  const customer = new Int32Array(count).fill(-1);
  for (let k = 0; k < count; k++) if (isMoney[k] === 1) customer[k] = items.customer[item[k]!]!;
  const groups = groupItems(customer, items.customers.length);
  const delays = new Map<string, number[]>();
  items.customers.forEach((name, c) => {
    const own = membersOf(groups, c).sort((a, b) => date[a]! - date[b]!);
    const late: number[] = [];
    let [fenDays, fen] = [0, 0];
    own.forEach((k, i) => {
      fenDays += (date[k]! - items.dueDate[item[k]!]!) * amount[k]!;
      fen += amount[k]!;
      if (date[own[i + 1] ?? -1] === date[k]) return;
      if (fen > 0) late.push(fenDays / fen);
      [fenDays, fen] = [0, 0];
    });
    if (own.length > 0) delays.set(name, late);
  });
  return delays;
}
