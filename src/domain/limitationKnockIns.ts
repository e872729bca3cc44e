import type { Serial } from './date';
import type { HolidayTable } from './holidays';
import type { KnockIn } from './knockIns';
import {
  DEFAULT_LIMITATION,
  limitationOf,
  type LimitationSettings,
  type Restart,
} from './limitation';
import { paymentsOf } from './payments';
import { openAmounts, type Receivables } from './receivables';

/**
 * Customers with an open item whose limitation has run out (超诉讼时效). Part payments the ledger
 * knows of restart the period.
 *
 * @param restarts - other restarts by item: demands, acknowledgements, suits
 * @returns one per customer, since the first of its items ran out
 */
export function limitationKnockIns(
  items: Receivables,
  asOf: Serial,
  table: HolidayTable,
  restarts: ReadonlyMap<number, readonly Restart[]> = new Map(),
  settings: LimitationSettings = DEFAULT_LIMITATION,
): KnockIn[] {
  const own = new Map<number, Restart[]>();
  const open = openAmounts(items, asOf);
  for (let i = 0; i < items.count; i++) {
    // Nothing runs out in fewer days than the years have.
    const isOld = asOf - items.dueDate[i]! > settings.years * 365;
    if (open[i]! > 0 && isOld) own.set(i, [...(restarts.get(i) ?? [])]);
  }
  const { count, item, date, isMoney } = paymentsOf(items, asOf);
  for (let k = 0; k < count; k++) {
    if (isMoney[k] === 1) own.get(item[k]!)?.push({ kind: 'partPayment', date: date[k]! });
  }
  const since = new Map<string, Serial>();
  for (const [i, all] of own) {
    const { isExpired, end } = limitationOf(items.dueDate[i]!, all, asOf, table, settings);
    const customer = items.customers[items.customer[i]!]!;
    if (isExpired) since.set(customer, Math.min(since.get(customer) ?? Infinity, end + 1));
  }
  return [...since].map(([customer, day]) => ({ customer, reason: 'limitation', since: day }));
}
