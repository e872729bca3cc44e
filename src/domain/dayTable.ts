import { bucketOf } from './buckets';
import { classOf, type ClassBounds } from './classes';
import { LAST_SERIAL } from './date';
import { warningOf, type WarningSettings } from './warnings';

/** Bucket, class and warning by days overdue, worked out once a day instead of once an item. */
export interface DayTable {
  /** Days overdue of entry 0; nothing changes before it, nor after the last one. */
  readonly firstDay: number;
  readonly bucket: Int8Array;
  readonly riskClass: Int8Array;
  readonly warning: Uint8Array;
}

export function dayTable(settings: WarningSettings & { classBounds: ClassBounds }): DayTable {
  const { asOf, previous, leadDays, edges, classBounds } = settings;
  const lastChange = Math.max(edges.at(-1)!, classBounds.at(-1)!) + asOf - previous;
  // No two days lie farther apart than the last serial, whatever bounds are set.
  const firstDay = Math.max(-leadDays - 1, -LAST_SERIAL);
  const lastDay = Math.min(lastChange + 1, LAST_SERIAL);
  const size = lastDay - firstDay + 1;
  const bucket = new Int8Array(size);
  const riskClass = new Int8Array(size);
  const warning = new Uint8Array(size);
  for (let days = firstDay; days <= lastDay; days++) {
    bucket[days - firstDay] = bucketOf(days, edges);
    riskClass[days - firstDay] = classOf(days, classBounds);
    warning[days - firstDay] = warningOf(asOf - days, settings);
  }
  return { firstDay, bucket, riskClass, warning };
}

/**
 * Days in no order make a processor guess branches wrongly, so the nearest entry is found without.
 *
 * @param entries - of the table
 * @returns the entry of a day
 */
export function entryOf(daysOverdue: number, firstDay: number, entries: number): number {
  const fromFirst = daysOverdue - firstDay;
  const atLeastFirst = fromFirst & ~(fromFirst >> 31);
  const beyondLast = atLeastFirst - (entries - 1);
  return entries - 1 + (beyondLast & (beyondLast >> 31));
}
