/**
 * Calendar days as Excel serial numbers (1900 system): whole days, no clock, no time zone.
 * Serial 45658 is 2025-01-01.
 */
export type Serial = number;

/** A missing date in a column of dates. */
export const NO_DATE = -1;

const UNIX_EPOCH = 25_569;
const DAY_MS = 86_400_000;
/** 1900-03-01: before it Excel counts a 29 February 1900 that never was. */
const FIRST_SAFE = 61;
/** 9999-12-31 */
export const LAST_SERIAL = 2_958_465;

/** Days before each month of a year that begins in March; leap days then come last. */
const BEFORE_MONTH = [306, 337, 0, 31, 61, 92, 122, 153, 184, 214, 245, 275];
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** @returns the serial of a calendar day, or NO_DATE when there is no such day after 1900-02-28. */
export function serialOf(year: number, month: number, day: number): Serial {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return NO_DATE;
  const y = month <= 2 ? year - 1 : year;
  const centuries = Math.floor(y / 100);
  const leapDays = (y >> 2) - centuries + (centuries >> 2);
  const serial = 365 * y + leapDays + BEFORE_MONTH[month - 1]! + day - 693_900;
  return isSerial(serial) ? serial : NO_DATE;
}

/** @param month - 1…12 */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
    ? 29
    : MONTH_DAYS[month - 1]!;

/** @param serial - a day [1900-03-01…9999-12-31] @returns year, month 1…12 and day of the month. */
export function calendarOf(serial: Serial): [year: number, month: number, day: number] {
  const date = new Date((serial - UNIX_EPOCH) * DAY_MS);
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}

/**
 * A day of a month that may count below 1 or beyond 12; the month's last where it has no such day.
 *
 * @param day - 1…31
 */
export function dayInMonth(year: number, month: number, day: number): Serial {
  const y = year + Math.floor((month - 1) / 12);
  const m = month - 12 * (y - year);
  return serialOf(y, m, Math.min(day, daysInMonth(y, m)));
}

/**
 * @param months - whole, below 0 for earlier
 * @returns the matching day of a later month, or its last day where it has no such day
 * Source: Civil Code art. 202.
 */
export function addMonths(serial: Serial, months: number): Serial {
  const [year, month, day] = calendarOf(serial);
  return dayInMonth(year, month + months, day);
}

/** @returns whether a number can be a date of business: 1900-03-01 … 9999-12-31. */
export const isSerial = (n: number): boolean => n >= FIRST_SAFE && n < LAST_SERIAL + 1;

/** @param serial - a day [1900-03-01…9999-12-31] @returns `2025-01-31`; empty for NO_DATE. */
export const isoDate = (serial: Serial): string =>
  serial === NO_DATE ? '' : new Date((serial - UNIX_EPOCH) * DAY_MS).toISOString().slice(0, 10);
