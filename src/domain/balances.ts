import type { Edges } from './buckets';
import { largestFirst } from './largestFirst';
import type { Fen } from './money';
import type { Receivables } from './receivables';

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

/** @returns the part past due [fen]. */
export const overdueOf = ({ open, unapplied, byBucket }: Balance): Fen =>
  open - unapplied - byBucket[0]!;

/**
 * Adds up what is open.
 *
 * @param open - fen per item
 * @param bucket - per item; −1 where nothing above 0 is open
 * @returns a total per currency, in the ledger's order, and a balance per customer and currency with
 *   an open item, most overdue money first, then by name
 */
export function balances(
  items: Receivables,
  edges: Edges,
  open: Float64Array,
  bucket: Int8Array,
  daysOverdue: Int32Array,
): { totals: Balance[]; customers: CustomerBalance[] } {
  const { account, customerOf, currencyOf } = accountsOf(items);
  const buckets = edges.length + 2;
  const width = 1 + PAIR * (1 + buckets);
  const sums = sumByAccount(account, customerOf.length, width, open, bucket, daysOverdue);
  const totals = new Float64Array(items.currencies.length * width);
  const balanceOf = balancesOf(buckets);
  const customers: CustomerBalance[] = [];
  for (let a = 0; a < customerOf.length; a++) {
    const line = a * width;
    const total = currencyOf[a]! * width;
    let isListed = sums[line + IN_NO_BUCKET]! < 0;
    for (let at = IN_NO_BUCKET; at < width; at += PAIR) {
      totals[total + at]! += sums[line + at]!;
      totals[total + at + 1]! += sums[line + at + 1]!;
      if (at > IN_NO_BUCKET && sums[line + at + 1]! > 0) isListed = true;
    }
    if (!isListed) continue;
    const { currency, open, unapplied, byBucket, countByBucket } = balanceOf(
      items.currencies[currencyOf[a]!]!,
      sums,
      line,
    );
    customers.push({
      customer: items.customers[customerOf[a]!]!,
      currency,
      open,
      unapplied,
      byBucket,
      countByBucket,
      maxDaysOverdue: sums[line + MAX_DAYS]!,
    });
  }
  return {
    totals: items.currencies.map((currency, c) => balanceOf(currency, totals, c * width)),
    customers: mostOverdueFirst(customers),
  };
}

/**
 * Sums are lines in one column, an account each: most days overdue, then fen and items as pairs, of what
 * stands in no bucket and of each bucket; so an item touches one place.
 */
const [MAX_DAYS, IN_NO_BUCKET, PAIR] = [0, 1, 2];

function sumByAccount(
  account: Int32Array,
  accounts: number,
  width: number,
  open: Float64Array,
  bucket: Int8Array,
  daysOverdue: Int32Array,
): Float64Array {
  const sums = new Float64Array(accounts * width);
  for (let i = 0; i < open.length; i++) {
    const line = account[i]! * width;
    const at = line + IN_NO_BUCKET + PAIR * (1 + bucket[i]!);
    const left = open[i]!;
    const days = daysOverdue[i]!;
    sums[at]! += left;
    sums[at + 1]! += 1;
    if (days > sums[line + MAX_DAYS]! && left > 0) sums[line + MAX_DAYS] = days;
  }
  return sums;
}

/** @returns makes a balance of a line of sums */
function balancesOf(buckets: number) {
  // Copied, a list holds doubles, or whole numbers, from the start; else it is made anew at its first double.
  const doubles = new Array<Fen>(buckets).fill(0.5);
  const integers = new Array<number>(buckets).fill(0);
  return (currency: string, sums: Float64Array, line: number): Balance => {
    const unapplied = sums[line + IN_NO_BUCKET]!;
    const byBucket = doubles.slice();
    const countByBucket = integers.slice();
    let open = unapplied;
    for (let b = 0; b < buckets; b++) {
      const at = line + IN_NO_BUCKET + PAIR * (1 + b);
      const amount = sums[at]!;
      byBucket[b] = amount;
      countByBucket[b] = sums[at + 1]! | 0;
      open += amount;
    }
    return { currency, open, unapplied, byBucket, countByBucket };
  };
}

function mostOverdueFirst(customers: readonly CustomerBalance[]): CustomerBalance[] {
  const overdue = new Float64Array(customers.length);
  const names: string[] = [];
  for (let c = 0; c < customers.length; c++) {
    overdue[c] = overdueOf(customers[c]!);
    names.push(customers[c]!.customer);
  }
  const sorted: CustomerBalance[] = [];
  for (const c of largestFirst([overdue], names)) sorted.push(customers[c]!);
  return sorted;
}

/** What a customer owes in one currency is an account; they are numbered as they appear. */
interface Accounts {
  /** Per item. */
  readonly account: Int32Array;
  /** Per account. */
  readonly customerOf: readonly number[];
  readonly currencyOf: readonly number[];
}

const NO_ACCOUNT = -1;

/**
 * In one currency an account is a customer. In several a customer has few accounts, so each leads to
 * the one before it and a search is a step or two.
 */
function accountsOf({ count, customer, customers, currency, currencies }: Receivables): Accounts {
  const customerOf: number[] = [];
  const currencyOf: number[] = [];
  if (currencies.length === 1) {
    for (let c = 0; c < customers.length; c++) {
      customerOf.push(c);
      currencyOf.push(0);
    }
    return { account: customer, customerOf, currencyOf };
  }
  const account = new Int32Array(count);
  const latest = new Int32Array(customers.length).fill(NO_ACCOUNT);
  const before: number[] = [];
  for (let i = 0; i < count; i++) {
    let a = latest[customer[i]!]!;
    while (a !== NO_ACCOUNT && currencyOf[a] !== currency[i]) a = before[a]!;
    if (a === NO_ACCOUNT) {
      before.push(latest[customer[i]!]!);
      currencyOf.push(currency[i]!);
      a = customerOf.push(customer[i]!) - 1;
      latest[customer[i]!] = a;
    }
    account[i] = a;
  }
  return { account, customerOf, currencyOf };
}
