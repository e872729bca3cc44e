import type { Analysis } from './analyse';
import { balanceOf, type AccountBalances, type Balance } from './balances';
import { largestFirst } from './largestFirst';

export interface CustomerBalance extends Balance {
  readonly customer: string;
  /** 0 when nothing is overdue. */
  readonly maxDaysOverdue: number;
}

/**
 * @param customer - index into the ledger's customers; all of them when left out
 * @returns a balance per customer and currency with an open item, most overdue money first, then by name
 */
export function customerBalances(
  { items, accounts }: Pick<Analysis, 'items' | 'accounts'>,
  customer?: number,
): CustomerBalance[] {
  const { width, amount, count, open } = accounts;
  const listed: number[] = [];
  for (let a = 0; a < open.length; a++) {
    const isAsked = customer === undefined || accounts.customer[a] === customer;
    if (isAsked && hasOpen(accounts, a)) listed.push(a);
  }
  const names = listed.map((a) => items.customers[accounts.customer[a]!]!);
  const overdue = Float64Array.from(listed, (a) => {
    return open[a]! - amount[a * width]! - amount[a * width + 1]!;
  });
  return Array.from(largestFirst([overdue], names), (k): CustomerBalance => {
    const a = listed[k]!;
    const currency = items.currencies[accounts.currency[a]!]!;
    return {
      customer: names[k]!,
      ...balanceOf(currency, amount, count, a * width, width),
      maxDaysOverdue: accounts.maxDaysOverdue[a]!,
    };
  });
}

/** Settled items stand in no bucket, and are worth nothing there. */
function hasOpen({ width, amount, count }: AccountBalances, account: number): boolean {
  const line = account * width;
  return amount[line]! < 0 || count.subarray(line + 1, line + width).some((items) => items > 0);
}
