import type { Groups } from './groupItems';
import type { Receivables } from './receivables';

/** Accounts a ledger may have: every customer in every currency. */
export const accountCount = (items: Receivables): number =>
  items.customers.length * items.currencies.length;

/** @returns the account (往来户) per item: money is settled within a customer and a currency only. */
export function accountsOf(items: Receivables): Int32Array {
  const accounts = new Int32Array(items.count);
  const currencies = items.currencies.length;
  for (let i = 0; i < items.count; i++) {
    accounts[i] = items.customer[i]! * currencies + items.currency[i]!;
  }
  return accounts;
}

/** @returns the items of an account; a view, not a copy */
export const membersOf = ({ start, order }: Groups, account: number): Int32Array =>
  order.subarray(start[account], start[account + 1]);
