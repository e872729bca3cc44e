import Decimal from 'decimal.js';
import type { Analysis } from './analyse';
import type { Serial } from './date';
import type { Fen } from './money';
import { KINDS, type Receivables } from './receivables';

/**
 * An amount in base currency, half-up.
 *
 * @param rate - base currency per 1
 */
export function toBase(amount: Fen, rate: number): Fen {
  if (rate === 1) return amount;
  const product = amount * rate;
  const fen = Math.round(product);
  // A double is safely off the tie here; nearer to it, or beyond, the decimals decide.
  if (Math.abs(product - fen) < 0.49 && Math.abs(product) < 1e13) return fen + 0;
  return new Decimal(amount).times(rate).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber() + 0;
}

const REVALUATION = KINDS.indexOf('revaluation');

/**
 * What of each item is left in base currency at the end of a day: booked at its own rate, lowered
 * by credits at theirs. What rates leave on a settled item stays until it is booked away.
 *
 * @returns fen of base currency per item, revaluations among them
 */
export function baseAmounts(items: Receivables, asOf: Serial): Float64Array {
  const base = new Float64Array(items.count);
  const { documentDate, receiptDate, amount, received, rate, kind, applications } = items;
  for (let i = 0; i < base.length; i++) {
    if (documentDate[i]! > asOf) continue;
    const left = amount[i]! - (receiptDate[i]! <= asOf ? received[i]! : 0);
    base[i] = kind[i] === REVALUATION ? amount[i]! : toBase(left, rate[i]!);
  }
  for (let k = 0; k < applications.count; k++) {
    if (applications.date[k]! > asOf) continue;
    const credit = applications.credit[k]!;
    const part = toBase(applications.amount[k]!, rate[credit]!);
    base[applications.item[k]!]! -= part;
    base[credit]! += part;
  }
  return base;
}

/** @returns what is open of each item at its own booking rate, fen of base currency; 0 of revaluations */
export const openInBase = ({ rate }: Receivables, open: Float64Array): Float64Array =>
  open.map((amount, i) => toBase(amount, rate[i]!));

/** Sums in base currency. `balance` = Σ `byBucket` + `unapplied` + `exchange`. All in fen. */
export interface BaseBalance {
  readonly balance: Fen;
  /** At booking rates. */
  readonly unapplied: Fen;
  /** Open amount per bucket, at booking rates; entry 0 is not due. */
  readonly byBucket: readonly Fen[];
  /** Revaluations, and what other rates left of amounts that are settled in their own currency. */
  readonly exchange: Fen;
}

export interface CustomerBaseBalance extends BaseBalance {
  readonly customer: string;
}

export interface BaseAnalysis {
  /** Fen of base currency per item: what `baseAmounts` has. */
  readonly amounts: Float64Array;
  /** Of all currencies: base amounts add up. */
  readonly total: BaseBalance;
  /** Customers with anything left in base currency or open, in the ledger's order. */
  readonly customers: readonly CustomerBaseBalance[];
}

/** @returns the balances of an analysis in base currency; settlement is judged in the items' own. */
export function baseAnalysis({ items, asOf, open, bucket, edges }: Analysis): BaseAnalysis {
  const amounts = baseAmounts(items, asOf);
  const atBooking = openInBase(items, open);
  const total = emptySums(edges.length + 2);
  const customers = new Map<number, Sums>();
  for (let i = 0; i < items.count; i++) {
    const amount = amounts[i]!;
    if (amount === 0 && open[i] === 0) continue;
    const customer = items.customer[i]!;
    let sums = customers.get(customer);
    if (!sums) customers.set(customer, (sums = emptySums(edges.length + 2)));
    for (const s of [sums, total]) {
      s.balance += amount;
      if (open[i]! > 0) s.byBucket[bucket[i]!]! += atBooking[i]!;
      else if (open[i]! < 0) s.unapplied += atBooking[i]!;
      s.exchange += amount - atBooking[i]!;
    }
  }
  return {
    amounts,
    total,
    customers: [...customers]
      .sort(([a], [b]) => a - b)
      .map(([customer, sums]) => ({ customer: items.customers[customer]!, ...sums })),
  };
}

interface Sums {
  balance: Fen;
  unapplied: Fen;
  byBucket: Fen[];
  exchange: Fen;
}

const emptySums = (buckets: number): Sums => ({
  balance: 0,
  unapplied: 0,
  byBucket: new Array<number>(buckets).fill(0),
  exchange: 0,
});
