import type { Edges } from './buckets';
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

/** @returns the part past due [fen]. */
export const overdueOf = ({ open, unapplied, byBucket }: Balance): Fen =>
  open - unapplied - byBucket[0]!;

/**
 * What customers owe, column by column: an entry, or a line of `width`, per account. An account is a
 * customer in one currency; with several currencies those that have an item, with one every customer.
 */
export interface AccountBalances {
  /** Index into the ledger's customers. */
  readonly customer: Int32Array;
  /** Index into the ledger's currencies. */
  readonly currency: Int32Array;
  /** What stands in no bucket – credits and overpayments, 0 or below – and then the buckets. */
  readonly width: number;
  /** Lines of fen. */
  readonly amount: Float64Array;
  /** Lines of items, settled ones among those in no bucket. */
  readonly count: Int32Array;
  /** Σ of the line [fen]. */
  readonly open: Float64Array;
  /** 0 when nothing is overdue. */
  readonly maxDaysOverdue: Int32Array;
}

/**
 * Adds up what is open.
 *
 * @param open - fen per item
 * @param bucket - per item; −1 where nothing above 0 is open
 */
export function accountBalances(
  items: Receivables,
  edges: Edges,
  open: Float64Array,
  bucket: Int8Array,
  daysOverdue: Int32Array,
): AccountBalances {
  const { account, customer, currency } = numberedAccounts(items);
  const width = edges.length + 3;
  const accounts = customer.length;
  const amount = new Float64Array(accounts * width);
  const count = new Int32Array(accounts * width);
  const maxDaysOverdue = new Int32Array(accounts);
  addUp(account, open, bucket, daysOverdue, width, amount, count, maxDaysOverdue);
  const sums = sumsOf(amount, width);
  return { customer, currency, width, amount, count, open: sums, maxDaysOverdue };
}

/** Takes columns alone: code made fast for an object is thrown away where none of its shape is left. */
function addUp(
  account: Int32Array,
  open: Float64Array,
  bucket: Int8Array,
  daysOverdue: Int32Array,
  width: number,
  amount: Float64Array,
  count: Int32Array,
  maxDaysOverdue: Int32Array,
): void {
  for (let i = 0; i < open.length; i++) {
    const a = account[i]!;
    const at = a * width + 1 + bucket[i]!;
    const left = open[i]!;
    const days = daysOverdue[i]!;
    amount[at]! += left;
    count[at]! += 1;
    if (days > maxDaysOverdue[a]! && left > 0) maxDaysOverdue[a] = days;
  }
}

function sumsOf(amount: Float64Array, width: number): Float64Array {
  const sums = new Float64Array(amount.length / width);
  for (let a = 0, at = 0; a < sums.length; a++) {
    for (const end = at + width; at < end; at++) sums[a]! += amount[at]!;
  }
  return sums;
}

/** @returns a total per currency, in the ledger's order */
export function totalsOf(
  { currencies }: Receivables,
  { currency, width, amount, count }: AccountBalances,
): Balance[] {
  const fen = new Float64Array(currencies.length * width);
  const items = new Int32Array(currencies.length * width);
  for (let a = 0, at = 0; a < currency.length; a++) {
    const to = currency[a]! * width;
    for (let b = 0; b < width; b++, at++) {
      fen[to + b]! += amount[at]!;
      items[to + b]! += count[at]!;
    }
  }
  return currencies.map((name, c) => balanceOf(name, fen, items, c * width, width));
}

/** @returns the balance of a line, as AccountBalances has them */
export function balanceOf(
  currency: string,
  amount: Float64Array,
  count: Int32Array,
  line: number,
  width: number,
): Balance {
  const fen = Array.from(amount.subarray(line, line + width));
  return {
    currency,
    open: fen.reduce((sum, one) => sum + one, 0),
    unapplied: fen[0]!,
    byBucket: fen.slice(1),
    countByBucket: Array.from(count.subarray(line + 1, line + width)),
  };
}

/** Accounts, numbered as they appear. */
interface NumberedAccounts extends Pick<AccountBalances, 'customer' | 'currency'> {
  /** Per item. */
  readonly account: Int32Array;
}

const NO_ACCOUNT = -1;

/**
 * In one currency an account is a customer. In several a customer has few accounts, so each leads to
 * the one before it and a search is a step or two.
 */
function numberedAccounts(items: Receivables): NumberedAccounts {
  const { count, customer, customers, currency, currencies } = items;
  if (currencies.length === 1) {
    const own = new Int32Array(customers.length);
    for (let c = 0; c < own.length; c++) own[c] = c;
    return { account: customer, customer: own, currency: new Int32Array(own.length) };
  }
  const account = new Int32Array(count);
  const latest = new Int32Array(customers.length).fill(NO_ACCOUNT);
  const before: number[] = [];
  const customerOf: number[] = [];
  const currencyOf: number[] = [];
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
  return {
    account,
    customer: Int32Array.from(customerOf),
    currency: Int32Array.from(currencyOf),
  };
}
