import type { Serial } from './date';

/**
 * Days off and days worked by decree; weekends are off of themselves. Users may change it; what a
 * table does not reach is told by weekends alone.
 */
export interface HolidayTable {
  /** Weekdays off: 法定节假日 and the days moved beside them. */
  readonly holidays: ReadonlySet<Serial>;
  /** Saturdays and Sundays worked instead: 调休. */
  readonly workdays: ReadonlySet<Serial>;
  /** Last day for which the decree is known. */
  readonly last: Serial;
}

/** Serial 1 was a Sunday by Excel's count, so 0 is a Saturday. */
export const isWeekend = (day: Serial): boolean => day % 7 <= 1;

export const isWorkday = (day: Serial, table: HolidayTable): boolean =>
  isWeekend(day) ? table.workdays.has(day) : !table.holidays.has(day);

/** A last day of a period after the roll over days off. */
export interface RolledDay {
  readonly day: Serial;
  /** Days it moved; 0 where it fell on a workday. */
  readonly moved: number;
  /** False beyond the table's last day: only weekends were looked at. */
  readonly isKnown: boolean;
}

/**
 * @returns the day itself when it is worked, else the first workday after it
 * Source: Civil Code art. 203, for statutory periods; ordinary due dates do not roll.
 */
export function nextWorkday(day: Serial, table: HolidayTable): RolledDay {
  let next = day;
  while (!isWorkday(next, table)) next++;
  return { day: next, moved: next - day, isKnown: next <= table.last };
}
