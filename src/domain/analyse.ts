import { bucketOf, DEFAULT_EDGES, type Edges } from './buckets';
import { CLASS_PRESETS, classOf, type ClassBounds } from './classes';
import { NO_DATE, type Serial } from './date';
import type { Fen } from './money';
import { openAmounts, type Receivables } from './receivables';
import { DEFAULT_LEAD_DAYS, warningOf, type WarningLevel, type WarningSettings } from './warnings';

/** In place of days, bucket or class where an item has none. */
export const NONE = -1;

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

export interface AnalysisSettings extends WarningSettings {
  readonly classBounds: ClassBounds;
}

/** @returns what holds on a day where nobody has set anything else. */
export const defaultSettings = (asOf: Serial): AnalysisSettings => ({
  asOf,
  previous: asOf - 1,
  leadDays: DEFAULT_LEAD_DAYS,
  edges: DEFAULT_EDGES,
  classBounds: CLASS_PRESETS.bank2023,
});

/** What the ledger says on a day. */
export interface Analysis extends AnalysisSettings {
  readonly items: Receivables;
  /** Fen per item. */
  readonly open: Float64Array;
  /** asOf − due date per item; zero and below is not overdue. */
  readonly daysOverdue: Int32Array;
  /** asOf − document date per item; NONE without one, and before it. */
  readonly ageDays: Int32Array;
  /** Index of the bucket per item; NONE where nothing above 0 is open. */
  readonly bucket: Int8Array;
  /** 0 正常 … 4 损失 per item; NONE where nothing above 0 is open. */
  readonly riskClass: Int8Array;
  /** WarningLevel per item; 0 where nothing above 0 is open. */
  readonly warning: Uint8Array;
  /** One per currency, in the ledger's order. */
  readonly totals: readonly Balance[];
  /** One per customer and currency with an open item, most overdue money first, then by name. */
  readonly customers: readonly CustomerBalance[];
  /** Items with a red light: something open and past due. */
  readonly overdueCount: number;
  /** Items per WarningLevel. */
  readonly countByWarning: readonly [number, number, number, number];
}

/** @returns the ageing of a ledger as of a day. */
export function analyse(items: Receivables, settings: AnalysisSettings): Analysis {
  const { asOf, edges, classBounds } = settings;
  const { count, dueDate, documentDate } = items;
  const open = openAmounts(items, asOf);
  const daysOverdue = new Int32Array(count);
  const ageDays = new Int32Array(count).fill(NONE);
  const bucket = new Int8Array(count).fill(NONE);
  const riskClass = new Int8Array(count).fill(NONE);
  const warning = new Uint8Array(count);
  const totals = items.currencies.map((currency) => emptyBalance(currency, edges));
  const customers = new Map<number, Sums>();
  const countByWarning: [number, number, number, number] = [0, 0, 0, 0];
  let overdueCount = 0;
  for (let i = 0; i < count; i++) {
    const days = asOf - dueDate[i]!;
    daysOverdue[i] = days;
    const issued = documentDate[i]!;
    if (issued !== NO_DATE && issued <= asOf) ageDays[i] = asOf - issued;
    const amount = open[i]!;
    if (amount === 0) continue;
    const range = bucketOf(days, edges);
    const currency = items.currency[i]!;
    const key = items.customer[i]! * items.currencies.length + currency;
    let sums = customers.get(key);
    if (!sums) customers.set(key, (sums = emptyBalance(items.currencies[currency]!, edges)));
    add(totals[currency]!, amount, range, days);
    add(sums, amount, range, days);
    if (amount < 0) continue;
    bucket[i] = range;
    riskClass[i] = classOf(days, classBounds);
    const level: WarningLevel = warningOf(dueDate[i]!, settings);
    warning[i] = level;
    countByWarning[level]++;
    if (days > 0) overdueCount++;
  }
  return {
    ...settings,
    items,
    open,
    daysOverdue,
    ageDays,
    bucket,
    riskClass,
    warning,
    totals,
    customers: [...customers]
      .map(([key, sums]) => ({
        ...sums,
        customer: items.customers[Math.floor(key / items.currencies.length)]!,
      }))
      .sort((a, b) => overdueOf(b) - overdueOf(a) || compareText(a.customer, b.customer)),
    overdueCount,
    countByWarning,
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
