import { customerKey } from './customerCodes';
import type { Serial } from './date';
import type { Receivables } from './receivables';

/** 黑名单, 破产, 超诉讼时效: each makes a customer 极高 by itself. */
export const KNOCK_INS = ['blacklist', 'bankruptcy', 'limitation'] as const;
export type KnockInReason = (typeof KNOCK_INS)[number];

export interface KnockIn {
  readonly customer: string;
  readonly reason: KnockInReason;
  /** First day on which it holds; NO_DATE for ever. */
  readonly since: Serial;
}

/**
 * Finds the customers of a ledger whom knock-ins are for. Whom one spells exactly is that customer;
 * else it is for all of that code in other spellings, and all of that name.
 */
export function knockInsOn(
  { customers, customerNames }: Pick<Receivables, 'customers' | 'customerNames'>,
  knockIns: readonly KnockIn[],
): KnockIn[] {
  const exact = new Set(customers);
  const alike = new Map<string, string[]>();
  customers.forEach((customer, c) => {
    for (const key of new Set([customerKey(customer), customerKey(customerNames[c]!)])) {
      alike.set(key, [...(alike.get(key) ?? []), customer]);
    }
  });
  return knockIns.flatMap((knockIn) => {
    const { customer } = knockIn;
    const found = exact.has(customer) ? [customer] : (alike.get(customerKey(customer)) ?? []);
    return found.map((one) => ({ ...knockIn, customer: one }));
  });
}

/**
 * @param knockIns - by code, in any spelling, or by name
 * @returns the first day of each customer's 破产, in the order of `customers`; Infinity without one
 */
export function bankruptFrom(
  items: Pick<Receivables, 'customers' | 'customerNames'>,
  knockIns: readonly KnockIn[],
): Float64Array {
  const from = new Float64Array(items.customers.length).fill(Infinity);
  const bankruptcies = knockIns.filter(({ reason }) => reason === 'bankruptcy');
  if (bankruptcies.length === 0) return from;
  const numbers = new Map(items.customers.map((customer, c) => [customer, c]));
  for (const { customer, since } of knockInsOn(items, bankruptcies)) {
    const c = numbers.get(customer)!;
    from[c] = Math.min(from[c]!, since);
  }
  return from;
}
