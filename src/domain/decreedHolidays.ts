import { calendarOf, serialOf, type Serial } from './date';
import type { HolidayTable } from './holidays';
import { parseDate } from './parseDate';

/** Days off and days worked instead, by ISO date: what for. */
export interface Decrees {
  readonly holidays: Readonly<Record<string, string>>;
  readonly workdays: Readonly<Record<string, string>>;
}

/** @returns what holds up to the end of the last year that a day off is decreed for */
export function decreedHolidays({ holidays, workdays }: Decrees): HolidayTable {
  const off = daysOf(holidays);
  const [lastYear] = calendarOf(Math.max(...off));
  return { holidays: off, workdays: daysOf(workdays), last: serialOf(lastYear, 12, 31) };
}

const daysOf = (days: Readonly<Record<string, string>>): Set<Serial> =>
  new Set(Object.keys(days).map((date) => parseDate(date)!));
