import { accountCount, accountsOf, membersOf } from './accounts';
import { NONE, type Analysis } from './analyse';
import { openInBase, toBase } from './base';
import type { Serial } from './date';
import { groupItems } from './groupItems';
import type { Fen } from './money';
import { KINDS, type Receivables } from './receivables';

const MONEY = (['receipt', 'advance', 'bill'] as const).map((kind) => KINDS.indexOf(kind));
const BILL = KINDS.indexOf('bill');

/** What stands beside an account's balance [fen]. */
export interface OutsideBalance {
  readonly customer: string;
  readonly currency: string;
  /** 期后回款: money that came in after the day, set against items or not. */
  readonly future: Fen;
  /** What is open, less `future`. */
  readonly remaining: Fen;
  /** 在手票据: bills taken in payment and not yet due; the balance is without them already. */
  readonly bills: Fen;
  /** Open on disputed items; within the balance. */
  readonly disputed: Fen;
}

/** What of an item's story the balance of a day does not tell, per item [fen]. */
export interface Outside {
  /** 期后回款: what money of later days pays of the item; below 0 on a credit it takes over. */
  readonly future: Float64Array;
  /** Open less `future`. */
  readonly remaining: Float64Array;
  /** `future` in base currency, at the receipts' rates. */
  readonly futureBase: Float64Array;
  /** What is open at the booking rate, less `futureBase`. */
  readonly remainingBase: Float64Array;
  /** 在手票据: what of the item is paid by bills not yet due. */
  readonly bills: Float64Array;
  /** Accounts with something open or outside, in the ledger's order. */
  readonly accounts: readonly OutsideBalance[];
}

/** @returns receipts after the day, bills in hand and disputed amounts of an analysis. */
export function outside({ items, asOf, open }: Analysis): Outside {
  const { count, documentDate, rate, applications } = items;
  const future = new Float64Array(count);
  const futureBase = new Float64Array(count);
  const bills = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    future[i] = laterReceived(items, i, asOf);
    futureBase[i] = toBase(future[i]!, rate[i]!);
  }
  for (let k = 0; k < applications.count; k++) {
    const [credit, item] = [applications.credit[k]!, applications.item[k]!];
    const amount = applications.amount[k]!;
    if (isInHand(items, credit, asOf) && applications.date[k]! <= asOf) bills[item]! += amount;
    if (!isLaterMoney(items, credit, asOf) || documentDate[item]! > asOf) continue;
    future[item]! += amount;
    futureBase[item]! += toBase(amount, rate[credit]!);
  }
  return {
    future,
    remaining: open.map((amount, i) => amount - future[i]!),
    futureBase,
    remainingBase: openInBase(items, open).map((amount, i) => amount - futureBase[i]!),
    bills,
    accounts: balances(items, asOf, open),
  };
}

const isInHand = ({ kind, documentDate, dueDate }: Receivables, i: number, asOf: Serial): boolean =>
  kind[i] === BILL && documentDate[i]! <= asOf && dueDate[i]! > asOf;

const isLaterMoney = ({ kind, documentDate }: Receivables, i: number, asOf: Serial): boolean =>
  documentDate[i]! > asOf && MONEY.includes(kind[i]!);

/** What a one-row item says was received after the day; 0 while it is no item yet. */
const laterReceived = (items: Receivables, i: number, asOf: Serial): Fen =>
  items.documentDate[i]! > asOf || items.receiptDate[i]! <= asOf ? 0 : items.received[i]!;

/** What an item brings in after the day, and what of it is a bill in hand. */
const besideOf = (items: Receivables, i: number, asOf: Serial): { future: Fen; bill: Fen } => ({
  future: isLaterMoney(items, i, asOf) ? -items.amount[i]! : laterReceived(items, i, asOf),
  bill: isInHand(items, i, asOf) ? -items.amount[i]! : 0,
});

/** @returns what lists the items behind each account of `outside(analysis)`, in the ledger's order */
export function itemsOfOutside({
  items,
  asOf,
  open,
}: Analysis): (account: Pick<OutsideBalance, 'customer' | 'currency'>) => Int32Array {
  const { count, customers, currencies } = items;
  const accounts = accountsOf(items);
  for (let i = 0; i < count; i++) {
    const { future, bill } = besideOf(items, i, asOf);
    if (open[i] === 0 && future === 0 && bill === 0) accounts[i] = NONE;
  }
  const groups = groupItems(accounts, accountCount(items));
  const numbers = new Map(customers.map((customer, c) => [customer, c]));
  return ({ customer, currency }) =>
    membersOf(groups, numbers.get(customer)! * currencies.length + currencies.indexOf(currency));
}

type Sums = { -readonly [K in keyof OutsideBalance]: OutsideBalance[K] };

function balances(items: Receivables, asOf: Serial, open: Float64Array): OutsideBalance[] {
  const accounts = accountsOf(items);
  const sums = new Map<number, Sums>();
  for (let i = 0; i < items.count; i++) {
    const { future, bill } = besideOf(items, i, asOf);
    if (open[i] === 0 && future === 0 && bill === 0) continue;
    let account = sums.get(accounts[i]!);
    if (!account) sums.set(accounts[i]!, (account = emptyBalance(items, i)));
    account.future += future;
    account.remaining += open[i]! - future;
    account.bills += bill;
    if (items.disputed[i]) account.disputed += open[i]!;
  }
  return [...sums].sort(([a], [b]) => a - b).map(([, account]) => account);
}

const emptyBalance = (items: Receivables, i: number): Sums => ({
  customer: items.customers[items.customer[i]!]!,
  currency: items.currencies[items.currency[i]!]!,
  future: 0,
  remaining: 0,
  bills: 0,
  disputed: 0,
});
