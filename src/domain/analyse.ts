import { bucketOf, type Edges } from './buckets';
import type { Serial } from './date';
import type { Fen } from './money';
import { openAmounts, type Receivables } from './receivables';

/** Sums of open items, of one currency. `open` = Σ `byBucket` + `unapplied`. All in fen. */
export interface Balance {
  readonly currency: string;
  readonly open: Fen;
  /** Credits and overpayments, 0 or below: they never offset overdue items silently. */
  readonly unapplied: Fen;
  /** Open amount per bucket; entry 0 is not due. */
  readonly byBucket: readonly Fen[];
  /** Open items per bucket. */
  readonly countByBucket: readonly number[];
}

export interface CustomerBalance extends Balance {
  readonly customer: string;
  /** 0 when nothing is overdue. */
  readonly maxDaysOverdue: number;
}

export interface AnalysisSettings {
  readonly asOf: Serial;
  readonly edges: Edges;
}

/** What the ledger says on a day. */
export interface Analysis extends AnalysisSettings {
  readonly items: Receivables;
  /** Fen per item. */
  readonly open: Float64Array;
  /** asOf − due date per item; zero and below is not overdue. */
  readonly daysOverdue: Int32Array;
  /** One per currency, in the ledger's order. */
  readonly totals: readonly Balance[];
  /** One per customer and currency with an open item, most overdue money first, then by name. */
  readonly customers: readonly CustomerBalance[];
  /** Items with a red light: something open and past due. */
  readonly overdueCount: number;
}

/** @returns the ageing of a ledger as of a day. */
export function analyse(items: Receivables, { asOf, edges }: AnalysisSettings): Analysis {
  const open = openAmounts(items, asOf);
  const daysOverdue = new Int32Array(items.count);
  const totals = items.currencies.map((currency) => emptyBalance(currency, edges));
  const customers = new Map<number, Sums>();
  let overdueCount = 0;
  for (let i = 0; i < items.count; i++) {
    const days = asOf - items.dueDate[i]!;
    daysOverdue[i] = days;
    const amount = open[i]!;
    if (amount === 0) continue;
    const currency = items.currency[i]!;
    const key = items.customer[i]! * items.currencies.length + currency;
    let sums = customers.get(key);
    if (!sums) customers.set(key, (sums = emptyBalance(items.currencies[currency]!, edges)));
    const bucket = bucketOf(days, edges);
    add(totals[currency]!, amount, bucket, days);
    add(sums, amount, bucket, days);
    if (amount > 0 && days > 0) overdueCount++;
  }
  return {
    asOf,
    edges,
    items,
    open,
    daysOverdue,
    totals,
    customers: [...customers]
      .map(([key, sums]) => ({
        ...sums,
        customer: items.customers[Math.floor(key / items.currencies.length)]!,
      }))
      .sort((a, b) => overdueOf(b) - overdueOf(a) || compareText(a.customer, b.customer)),
    overdueCount,
  };
}

/** @returns the part past due [fen]. */
export const overdueOf = (balance: Balance): Fen =>
  balance.byBucket.slice(1).reduce((sum, amount) => sum + amount, 0);

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

interface Sums {
  currency: string;
  open: Fen;
  unapplied: Fen;
  byBucket: Fen[];
  countByBucket: number[];
  maxDaysOverdue: number;
}

const emptyBalance = (currency: string, edges: Edges): Sums => ({
  currency,
  open: 0,
  unapplied: 0,
  byBucket: new Array<number>(edges.length + 2).fill(0),
  countByBucket: new Array<number>(edges.length + 2).fill(0),
  maxDaysOverdue: 0,
});

function add(sums: Sums, amount: Fen, bucket: number, days: number): void {
  sums.open += amount;
  if (amount < 0) {
    sums.unapplied += amount;
    return;
  }
  sums.byBucket[bucket]! += amount;
  sums.countByBucket[bucket]! += 1;
  sums.maxDaysOverdue = Math.max(sums.maxDaysOverdue, days);
}
