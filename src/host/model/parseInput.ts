import { isErrorCode, CellError, type CellValue } from './value';

/** What a typed text means: the value and, where Excel sets one, the number format it brings. */
interface ParsedInput {
  readonly value: CellValue;
  readonly format?: string;
}

/** Facts of the workbook that the meaning of a typed text hangs on. */
export interface InputContext {
  readonly date1904: boolean;
  readonly today: Date;
}

const NUMBER = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)?(\.\d*)?(?:E([+-]?\d{1,3}))?$/i;
const CURRENCY = /^([+-]?)\s*([¥￥$€£])\s*([\d,.]+)$/;
const FRACTION = /^([+-]?)(\d+) (\d{1,3})\/(\d{1,3})$/;
const TIME = /^(\d{1,4}):([0-5]?\d)(?::([0-5]?\d(?:\.\d+)?))?(?: ?([AP])M)?$/i;
const DATE = /^(\d{4}|\d{2})([-/])(\d{1,2})\2(\d{1,2})$/;
const CHINESE_DATE = /^(\d{4}|\d{2})年(\d{1,2})月(?:(\d{1,2})日)?$/;
const YEAR_MONTH = /^(\d{4})[-/](\d{1,2})$/;
const MONTH_DAY = /^(\d{1,2})(?:[-/](\d{1,2})|月(\d{1,2})日)$/;

/** Characters a text must begin with to be anything but text; most ledger texts leave here. */
const CANDIDATE = /^[\d+\-.(¥￥$€£%#TF]/i;

/** @returns what Excel makes of a text entered into a cell that is not formatted as text. */
export function parseInput(input: string, context: InputContext): ParsedInput {
  if (!CANDIDATE.test(input) && !/^\s/.test(input)) return { value: input };
  const text = input.trim();
  return (
    parseWord(text) ??
    parseNumber(text) ??
    parseCurrency(text) ??
    parseFraction(text) ??
    parseDateTime(text, context) ?? { value: input }
  );
}

function parseWord(text: string): ParsedInput | null {
  const upper = text.toUpperCase();
  if (upper === 'TRUE' || upper === 'FALSE') return { value: upper === 'TRUE' };
  return isErrorCode(upper) ? { value: new CellError(upper) } : null;
}

function parseNumber(text: string): ParsedInput | null {
  const bracketed = /^\(([\d,.]+)\)$/.exec(text);
  const percent = text.endsWith('%') || text.startsWith('%');
  const body = percent ? text.replace('%', '').trim() : (bracketed?.[1] ?? text);
  const m = NUMBER.exec(body);
  if (!m || (m[2] === undefined && !/\d/.test(m[3] ?? ''))) return null;
  const digits = (m[2] ?? '').replaceAll(',', '');
  const magnitude = Number(`${digits}${m[3] ?? ''}${m[4] === undefined ? '' : `e${m[4]}`}`);
  if (!Number.isFinite(magnitude)) return null;
  const value = m[1] === '-' || bracketed ? -magnitude : magnitude;
  const decimals = (m[3]?.length ?? 0) > 1;
  if (percent) return { value: value / 100, format: decimals ? '0.00%' : '0%' };
  if (m[2]?.includes(',')) return { value, format: decimals ? '#,##0.00' : '#,##0' };
  return m[4] === undefined ? { value } : { value, format: '0.00E+00' };
}

function parseCurrency(text: string): ParsedInput | null {
  const m = CURRENCY.exec(text);
  const number = m && parseNumber(m[3]!);
  if (!number) return null;
  const sign = m[2] === '￥' ? '¥' : m[2]!;
  const digits = m[3]!.includes('.') ? '#,##0.00' : '#,##0';
  const value = m[1] === '-' ? -(number.value as number) : number.value;
  return { value, format: `"${sign}"${digits};[Red]"${sign}"\\-${digits}` };
}

function parseFraction(text: string): ParsedInput | null {
  const m = FRACTION.exec(text);
  if (!m || Number(m[4]) === 0) return null;
  const magnitude = Number(m[2]) + Number(m[3]) / Number(m[4]);
  const format = m[4]!.length === 1 ? '# ?/?' : '# ??/??';
  return { value: m[1] === '-' ? -magnitude : magnitude, format };
}

function parseDateTime(text: string, context: InputContext): ParsedInput | null {
  const date = parseDate(text, context);
  if (date) return date;
  const time = parseTime(text);
  if (time) return time;
  const space = text.search(/[ T](?=\d{1,2}:)/);
  if (space < 0) return null;
  const day = parseDate(text.slice(0, space), context);
  const clock = parseTime(text.slice(space + 1));
  if (!day || !clock) return null;
  return { value: (day.value as number) + (clock.value as number), format: 'yyyy/m/d h:mm' };
}

function parseDate(text: string, context: InputContext): ParsedInput | null {
  let m = DATE.exec(text);
  if (m) return dated(fullYear(m[1]!), Number(m[3]), Number(m[4]), 'yyyy/m/d', context);
  m = CHINESE_DATE.exec(text);
  if (m) {
    const format = m[3] === undefined ? 'yyyy"年"m"月"' : 'yyyy"年"m"月"d"日"';
    return dated(fullYear(m[1]!), Number(m[2]), Number(m[3] ?? 1), format, context);
  }
  m = YEAR_MONTH.exec(text);
  if (m) return dated(Number(m[1]), Number(m[2]), 1, 'yyyy"年"m"月"', context);
  m = MONTH_DAY.exec(text);
  if (!m) return null;
  const year = context.today.getFullYear();
  return dated(year, Number(m[1]), Number(m[2] ?? m[3]), 'm"月"d"日"', context);
}

function parseTime(text: string): ParsedInput | null {
  const m = TIME.exec(text);
  if (!m) return null;
  let hours = Number(m[1]);
  if (m[4]) {
    if (hours < 1 || hours > 12) return null;
    hours = (hours % 12) + (m[4].toUpperCase() === 'P' ? 12 : 0);
  }
  const value = (hours * 3600 + Number(m[2]) * 60 + Number(m[3] ?? 0)) / 86_400;
  const format = m[4] ? 'h:mm AM/PM' : hours > 23 ? '[h]:mm:ss' : m[3] ? 'h:mm:ss' : 'h:mm';
  return { value, format };
}

const fullYear = (digits: string): number => {
  const year = Number(digits);
  return digits.length === 4 ? year : year < 30 ? 2000 + year : 1900 + year;
};

function dated(
  year: number,
  month: number,
  day: number,
  format: string,
  context: InputContext,
): ParsedInput | null {
  const value = dateSerial(year, month, day, context.date1904);
  return value === null ? null : { value, format };
}

const DAY = 86_400_000;
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** @returns the serial day, or null for a day the calendar or Excel does not have. */
function dateSerial(year: number, month: number, day: number, date1904: boolean): number | null {
  if (year < 1900 || year > 9999 || month < 1 || month > 12) return null;
  const leapDay = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (day < 1 || day > MONTH_DAYS[month - 1]! + Number(leapDay)) return null;
  const days = (Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / DAY;
  if (date1904) return days >= 1462 ? days - 1462 : null;
  return days > 60 ? days : days - 1; // Excel counts a 29 February 1900 that never was
}
