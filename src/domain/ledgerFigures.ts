import { addMonths, calendarOf, NO_DATE, serialOf, type Serial } from './date';
import type { MonthSales } from './dso';
import type { Fen } from './money';
import { paymentsOf } from './payments';
import { KINDS, openAmounts, type Receivables } from './receivables';

/** Months a KPI looks back, the one of `asOf` included. */
export const DEFAULT_KPI_MONTHS = 12;

/** Days from and to, both included. */
export interface KpiWindow {
  readonly from: Serial;
  readonly to: Serial;
  readonly days: number;
  /** Calendar months, the last perhaps in part. */
  readonly months: number;
}

/** What KPIs rest on, of one currency, out of the ledger alone. Money in fen. */
export interface LedgerFigures {
  readonly currency: string;
  /** Whole months, the last up to `asOf`. */
  readonly window: KpiWindow;
  /** Balance at the end of the day before the window. */
  readonly opening: Fen;
  /** Balance at the end of the window, less what is not applied. */
  readonly closing: Fen;
  /** Open above 0, before what is not applied. */
  readonly gross: Fen;
  readonly notDue: Fen;
  readonly overdue: Fen;
  /** Invoices less credit notes, by document date. */
  readonly sales: Fen;
  /** Sales of each month back to the first item, latest first; the latest up to `asOf`. */
  readonly monthSales: readonly MonthSales[];
  /** Receipts of the window that paid invoices. */
  readonly receipts: Receipts;
  /** The ledger's, and the balance of each [fen]. */
  readonly customers: readonly string[];
  readonly balances: Float64Array;
  /** Items without a document date: in the balances, in no month's sales. */
  readonly undated: number;
}

/** Receipts, column by column. */
interface Receipts {
  readonly amount: Float64Array;
  /** Date paid − due date; below 0 where it came early. */
  readonly daysLate: Float64Array;
  /** Date paid − document date. */
  readonly daysToCash: Float64Array;
}

const [INVOICE, CREDIT_NOTE, REVALUATION] = (['invoice', 'creditNote', 'revaluation'] as const).map(
  (kind) => KINDS.indexOf(kind),
);

/**
 * @param currency - index into the ledger's currencies: totals of two are never added
 * @param months - whole, 1 or more
 */
export function ledgerFigures(
  items: Receivables,
  asOf: Serial,
  currency = 0,
  months: number = DEFAULT_KPI_MONTHS,
): LedgerFigures {
  const window = kpiWindow(asOf, months);
  const { from } = window;
  const before = openAmounts(items, from - 1);
  const open = openAmounts(items, asOf);
  const balances = new Float64Array(items.customers.length);
  let [opening, closing, gross, notDue, undated] = [0, 0, 0, 0, 0];
  for (let i = 0; i < items.count; i++) {
    if (items.currency[i] !== currency || items.kind[i] === REVALUATION) continue;
    const amount = open[i]!;
    opening += before[i]!;
    closing += amount;
    balances[items.customer[i]!]! += amount;
    if (amount > 0) {
      gross += amount;
      if (items.dueDate[i]! >= asOf) notDue += amount;
    }
    if (items.documentDate[i] === NO_DATE) undated++;
  }
  return {
    currency: items.currencies[currency]!,
    window,
    opening,
    closing,
    gross,
    notDue,
    overdue: gross - notDue,
    sales: creditSales(items, window, currency),
    monthSales: monthlySales(items, asOf, currency),
    receipts: receiptsOf(items, currency, from, asOf),
    customers: items.customers,
    balances,
    undated,
  };
}

/** @param months - whole, 1 or more; the last is that of `asOf` */
export function kpiWindow(asOf: Serial, months: number = DEFAULT_KPI_MONTHS): KpiWindow {
  const [year, month] = calendarOf(asOf);
  const from = addMonths(serialOf(year, month, 1), 1 - months);
  return { from, to: asOf, days: asOf - from + 1, months };
}

/** @returns invoices less credit notes of a window, by document date [fen], in one currency */
export const creditSales = (items: Receivables, { from, to }: KpiWindow, currency = 0): Fen =>
  salesBetween(items, from, to, currency);

function salesBetween(items: Receivables, from: Serial, to: Serial, currency: number): Fen {
  let sales = 0;
  for (let i = 0; i < items.count; i++) {
    // The day is hard to guess, so no branch.
    const isOf = Number(items.documentDate[i]! >= from) * Number(items.currency[i] === currency);
    sales += salesOf(items, i, to) * isOf;
  }
  return sales;
}

/** @returns whether an item adds to the sales of a window */
export const isSold = (items: Receivables, item: number, { from, to }: KpiWindow): boolean =>
  items.documentDate[item]! >= from && salesOf(items, item, to) !== 0;

/** What an item adds to the sales up to a day: invoices and, below 0, credit notes. */
const salesOf = ({ documentDate, kind, amount }: Receivables, i: number, asOf: Serial): Fen =>
  documentDate[i]! <= asOf && (kind[i] === INVOICE || kind[i] === CREDIT_NOTE) ? amount[i]! : 0;

function monthlySales(items: Receivables, asOf: Serial, currency: number): MonthSales[] {
  const first = items.documentDate.reduce(
    (least, date) => (date !== NO_DATE && date < least ? date : least),
    asOf,
  );
  const { monthOfDay, days } = calendarBack(first, asOf);
  const sales = new Float64Array(days.length);
  for (let i = 0; i < items.count; i++) {
    const date = items.documentDate[i]!;
    if (date === NO_DATE || date > asOf || items.currency[i] !== currency) continue;
    sales[monthOfDay[asOf - date]!]! += salesOf(items, i, asOf);
  }
  return days.map((n, m) => ({ sales: sales[m]!, days: n }));
}

/** Months before `asOf`, its own the 0th: the month of each day back, and the days of each month. */
function calendarBack(first: Serial, asOf: Serial): { monthOfDay: Int32Array; days: number[] } {
  const monthOfDay = new Int32Array(asOf - first + 1);
  const days: number[] = [];
  for (let end = asOf; end >= first; end -= days.at(-1)!) {
    const day = calendarOf(end)[2];
    monthOfDay.fill(days.length, asOf - end, asOf - end + day);
    days.push(day);
  }
  return { monthOfDay, days };
}

function receiptsOf(items: Receivables, currency: number, from: Serial, to: Serial): Receipts {
  const { count, item, date, amount, isMoney } = paymentsOf(items, to);
  const receipts = {
    amount: new Float64Array(count),
    daysLate: new Float64Array(count),
    daysToCash: new Float64Array(count),
  };
  let n = 0;
  for (let k = 0; k < count; k++) {
    const i = item[k]!;
    if (isMoney[k] === 0 || date[k]! < from || items.currency[i] !== currency) continue;
    receipts.amount[n] = amount[k]!;
    receipts.daysLate[n] = date[k]! - items.dueDate[i]!;
    // Without a document date nobody knows how long it took; the due date is the nearest there is.
    receipts.daysToCash[n] =
      date[k]! - (items.documentDate[i] === NO_DATE ? items.dueDate[i]! : items.documentDate[i]!);
    n++;
  }
  return {
    amount: receipts.amount.subarray(0, n),
    daysLate: receipts.daysLate.subarray(0, n),
    daysToCash: receipts.daysToCash.subarray(0, n),
  };
}
