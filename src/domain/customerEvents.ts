import type { Signal } from './alerts';
import type { Serial } from './date';

/** Something that happened with a customer on a day. */
export interface CustomerEvent {
  readonly customer: string;
  readonly date: Serial;
}

/** What the ledger does not tell; a list left out makes its facts missing, an empty one makes them 0. */
export interface Events {
  readonly brokenPromises?: readonly CustomerEvent[];
  /** Disputes closed in our favour, and in the customer's. */
  readonly groundlessDisputes?: readonly CustomerEvent[];
  readonly upheldDisputes?: readonly CustomerEvent[];
  /** 拒付, 退票 */
  readonly bouncedBills?: readonly CustomerEvent[];
  readonly orders?: readonly CustomerEvent[];
  readonly signals?: readonly Signal[];
}

/** A figure by customer; null where no list was given. */
type Count = (customer: string) => number | null;

/** Events of days from … to, both included. */
export function countEvents(
  list: readonly CustomerEvent[] | undefined,
  from: Serial,
  to: Serial,
): Count {
  if (!list) return () => null;
  const counts = new Map<string, number>();
  for (const { customer, date } of list) {
    if (date >= from && date <= to) counts.set(customer, (counts.get(customer) ?? 0) + 1);
  }
  return (customer) => counts.get(customer) ?? 0;
}

/** The gravest signal of days from … to, both included; 0 where there was none. */
export function gravestSignals(
  signals: readonly Signal[] | undefined,
  from: Serial,
  to: Serial,
): Count {
  if (!signals) return () => null;
  const gravest = new Map<string, number>();
  for (const { customer, date, severity } of signals) {
    if (date < from || date > to) continue;
    gravest.set(customer, Math.max(gravest.get(customer) ?? 0, severity));
  }
  return (customer) => gravest.get(customer) ?? 0;
}
