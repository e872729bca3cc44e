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
const LAST = 2_958_465;

/** @returns the serial of a calendar day, or NO_DATE when there is no such day after 1900-02-28. */
export function serialOf(year: number, month: number, day: number): Serial {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  const serial = date.getTime() / DAY_MS + UNIX_EPOCH;
  return exists && isSerial(serial) ? serial : NO_DATE;
}

/** @returns whether a number can be a date of business: 1900-03-01 … 9999-12-31. */
export const isSerial = (n: number): boolean => n >= FIRST_SAFE && n < LAST + 1;

/** @param serial - a day [1900-03-01…9999-12-31] @returns `2025-01-31`; empty for NO_DATE. */
export const isoDate = (serial: Serial): string =>
  serial === NO_DATE ? '' : new Date((serial - UNIX_EPOCH) * DAY_MS).toISOString().slice(0, 10);

const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const SEPARATED = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T].*)?$/;

/**
 * Reads a date out of a cell.
 *
 * @param cell - a serial number (a time of day is dropped) or text: 2025-1-5, 2025/1/5, 2025.1.5,
 *   2025年1月5日, 20250105, digits of full width too
 * @returns the day; NO_DATE for a blank cell; null when the cell is no date
 */
export function parseDate(cell: unknown): Serial | null {
  if (isBlank(cell)) return NO_DATE;
  if (typeof cell === 'number')
    return isSerial(cell) ? Math.floor(cell) : compactDate(String(cell));
  if (typeof cell !== 'string') return null;
  const text = halfWidth(cell).trim();
  const m = SEPARATED.exec(text);
  return m ? orNull(serialOf(Number(m[1]), Number(m[2]), Number(m[3]))) : compactDate(text);
}

function compactDate(text: string): Serial | null {
  const m = COMPACT.exec(text);
  return m ? orNull(serialOf(Number(m[1]), Number(m[2]), Number(m[3]))) : null;
}

const orNull = (serial: Serial): Serial | null => (serial === NO_DATE ? null : serial);

/** @returns whether a cell counts as empty: nothing in it, or only blanks. */
export const isBlank = (cell: unknown): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

/** @returns the text with full-width letters, digits, signs and spaces made half-width. */
export const halfWidth = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ');
