/** Dates as Excel serial numbers, by UTC arithmetic alone. */
const DAY = 86_400_000;
/** Day 0 of the 1900 system for days from 1900-03-01 on. */
const EPOCH = Date.UTC(1899, 11, 30);
/** Days the 1904 system lags behind. */
const LAG_1904 = 1462;
/** 9999-12-31 */
export const LAST_SERIAL = 2_958_465;

export interface YearMonthDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * @param month - 1…12, others roll over; `day` likewise
 * @returns the serial day, with Excel's 29 February 1900 counted
 */
export function toSerial(year: number, month: number, day: number, date1904 = false): number {
  const first = Math.round((Date.UTC(year, month - 1, 1) - EPOCH) / DAY);
  if (date1904) return first + day - 1 - LAG_1904;
  return (first < 61 ? first - 1 : first) + day - 1;
}

/** @param serial - its fraction is the time of day and left aside */
export function fromSerial(serial: number, date1904 = false): YearMonthDay {
  let days = Math.floor(serial);
  if (date1904) days += LAG_1904;
  else if (days === 60) return { year: 1900, month: 2, day: 29 };
  else if (days === 0) return { year: 1900, month: 1, day: 0 };
  else if (days < 60) days += 1;
  const date = new Date(EPOCH + days * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** @param month - 1…12 */
export const daysInMonth = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

/** @returns 0 for Sunday … 6 for Saturday, as Excel counts them (1 January 1900 is a Sunday). */
export const weekday = (serial: number, date1904 = false): number =>
  (((Math.floor(serial) + (date1904 ? LAG_1904 : 0) - 1) % 7) + 7) % 7;

/** @returns the wall-clock time of that moment on this machine as a serial with fraction. */
export function serialOf(moment: Date, date1904 = false): number {
  const day = toSerial(moment.getFullYear(), moment.getMonth() + 1, moment.getDate(), date1904);
  const ms =
    ((moment.getHours() * 60 + moment.getMinutes()) * 60 + moment.getSeconds()) * 1000 +
    moment.getMilliseconds();
  return day + ms / DAY;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const TIME = /^(\d{1,4}):(\d{1,2})(?::(\d{1,2}(?:\.\d+)?))?(?:\s*(AM|PM))?$/i;
const YMD = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const YMD_CHINESE = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/;
const MDY = /^(\d{1,2})([-/])(\d{1,2})\2(\d{2}|\d{4})$/;
const DMY_NAMED = /^(\d{1,2})[- ]([A-Z]{3,9})[- ,]+(\d{2}|\d{4})$/i;
const MDY_NAMED = /^([A-Z]{3,9})[- ](\d{1,2}),? +(\d{4})$/i;

/** @returns serial of a date, time or both as typed in an English workbook; null when it is none. */
export function parseDateTime(text: string, date1904 = false): number | null {
  const t = text.trim();
  const whole = parseDate(t, date1904) ?? parseTime(t);
  if (whole !== null) return whole;
  const cut = t.search(/[ T](?=\d{1,2}:\d)/);
  if (cut < 0) return null;
  const day = parseDate(t.slice(0, cut), date1904);
  const time = parseTime(t.slice(cut + 1));
  return day === null || time === null ? null : day + time;
}

export function parseTime(text: string): number | null {
  const m = TIME.exec(text.trim());
  if (!m) return null;
  let hours = Number(m[1]);
  const minutes = Number(m[2]);
  const seconds = Number(m[3] ?? 0);
  if (minutes > 59 || seconds >= 60) return null;
  if (m[4]) {
    if (hours < 1 || hours > 12) return null;
    hours = (hours % 12) + (m[4].toUpperCase() === 'PM' ? 12 : 0);
  }
  return (hours * 3600 + minutes * 60 + seconds) / 86_400;
}

function parseDate(text: string, date1904: boolean): number | null {
  let m = YMD.exec(text);
  if (m) return valid(Number(m[1]), Number(m[3]), Number(m[4]), date1904);
  m = YMD_CHINESE.exec(text);
  if (m) return valid(Number(m[1]), Number(m[2]), Number(m[3]), date1904);
  m = MDY.exec(text);
  if (m) return valid(fullYear(m[4]!), Number(m[1]), Number(m[3]), date1904);
  m = DMY_NAMED.exec(text);
  if (m) return valid(fullYear(m[3]!), monthNumber(m[2]!), Number(m[1]), date1904);
  m = MDY_NAMED.exec(text);
  return m ? valid(Number(m[3]), monthNumber(m[1]!), Number(m[2]), date1904) : null;
}

const FULL_MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** @returns 1…12, 0 for a word that is no month */
function monthNumber(word: string): number {
  const w = word.toLowerCase();
  return (w.length === 3 ? MONTHS.indexOf(w) : FULL_MONTHS.indexOf(w)) + 1;
}

/** Two-digit years are 2000–2029 and 1930–1999. */
function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 30 ? 2000 + year : 1900 + year;
}

function valid(year: number, month: number, day: number, date1904: boolean): number | null {
  if (month < 1 || month > 12 || day < 1 || year < 1900) return null;
  const leapBug = year === 1900 && month === 2 && day === 29;
  if (leapBug && !date1904) return 60;
  return day <= daysInMonth(year, month) ? toSerial(year, month, day, date1904) : null;
}
