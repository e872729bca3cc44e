import { halfWidth, isDigit } from './cell';
import { NO_DATE, serialOf, type Serial } from './date';

/** In which order a text such as 3/1/2025 names year, month and day. */
export type DateOrder = 'ymd' | 'dmy' | 'mdy';

/** The days a text can mean, by order; an order that gives no day is left out. */
export type DateReadings = Readonly<Partial<Record<DateOrder, Serial>>>;

/** The text is not of the shapes `scanYearFirst` knows. */
export const OTHER_SHAPE = -2;

/**
 * Reads the everyday shapes without a regular expression: 2025-3-1, 2025/3/1, 2025.3.1,
 * 2025年3月1日, 20250301.
 *
 * @returns the day; NO_DATE for a day that never was; OTHER_SHAPE for other texts
 */
export function scanYearFirst(text: string): Serial {
  const end = text.length;
  if (end < 8 || end > 11) return OTHER_SHAPE;
  const year = digits(text, 0, 4);
  if (year < 0) return OTHER_SHAPE;
  if (end === 8 && isDigit(text, 4)) {
    const rest = digits(text, 4, 4);
    return rest < 0 ? OTHER_SHAPE : serialOf(year, Math.floor(rest / 100), rest % 100);
  }
  const inWords = text.charCodeAt(4) === 0x5e74; // 年
  if (!inWords && !isSeparator(text, 4)) return OTHER_SHAPE;
  const monthLength = isDigit(text, 6) ? 2 : 1;
  const month = digits(text, 5, monthLength);
  const at = 5 + monthLength;
  if (month < 0 || !(inWords ? text.charCodeAt(at) === 0x6708 : isSeparator(text, at))) {
    return OTHER_SHAPE;
  }
  const dayLength = isDigit(text, at + 2) ? 2 : 1;
  const day = digits(text, at + 1, dayLength);
  let last = at + 1 + dayLength;
  if (inWords && text.charCodeAt(last) === 0x65e5) last++; // 日
  return day < 0 || last !== end ? OTHER_SHAPE : serialOf(year, month, day);
}

/** A separator: - . / stand side by side in ASCII. */
const isSeparator = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code >= 45 && code <= 47;
};

function digits(text: string, from: number, count: number): number {
  let n = 0;
  for (let i = from; i < from + count; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    n = n * 10 + digit;
  }
  return n;
}

const THREE_NUMBERS =
  /^(\d{1,4})\s*([-/.年])\s*(\d{1,2})\s*[-/.月]\s*(\d{4}|\d{1,2})(?!\d)\s*[日号]?(.*)$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:\d{4}|\d{6})?(\D.*)?$/;
const IN_NUMERALS =
  /^([〇零○O0一二三四五六七八九]{4}|[〇零○O0一二三四五六七八九]{2})年([元正一二三四五六七八九十]+)月([初一二三四五六七八九十廿卅]+)[日号]?(.*)$/i;
const DAY_MONTH =
  /^(\d{1,2})(?:st|nd|rd|th)?[-\s/.]*([a-z]{3,9})[-\s/.,]*(\d{4}|\d{2})(?!\d)(.*)$/i;
const MONTH_DAY = /^([a-z]{3,9})[-\s/.]*(\d{1,2})(?:st|nd|rd|th)?[-\s/,]+(\d{4}|\d{2})(?!\d)(.*)$/i;
/** What may follow a day: a weekday, a time of day, a zone. */
const TIME =
  /^[\sT]*(?:(?:星期|周|礼拜)[一二三四五六日天])?[\s,]*(?:(?:AM|PM|上午|下午|凌晨|中午|晚上)?\s*\d{1,2}(?::\d{1,2}|[时点](?:\d{1,2}分?)?)(?::?\d{1,2}(?:\.\d+)?秒?)?\s*(?:AM|PM|上午|下午)?\s*(?:Z|[-+]\d{2}:?\d{2})?)?$/i;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Reads any text for a date, with or without a time of day, digits of full width too.
 *
 * @returns the days it can mean; none when it is no date
 */
export function readDateText(cell: string): DateReadings {
  const text = halfWidth(cell).trim();
  const common = scanYearFirst(text);
  if (common !== OTHER_SHAPE) return one(common);
  return threeNumbers(text) ?? compact(text) ?? numerals(text) ?? monthName(text) ?? {};
}

const one = (serial: Serial): DateReadings => (serial === NO_DATE ? {} : { ymd: serial });

function threeNumbers(text: string): DateReadings | null {
  const m = THREE_NUMBERS.exec(text);
  if (!m) return null;
  const [, first, sign, second, third, rest] = m as unknown as string[];
  if (!TIME.test(rest!)) return {};
  const [a, b, c] = [first, second, third].map(Number) as [number, number, number];
  const last = third!.length;
  if (first!.length === 4) return last === 4 ? {} : one(serialOf(a, b, c));
  if (first!.length > 2) return {};
  const readings: Partial<Record<DateOrder, Serial>> = {};
  // Two-digit years are of this century: no open item is older. Chinese ledgers write the year
  // first (25-3-1, 25.3.1); only with slashes may it stand last (3/1/25), and the column decides.
  const shortYearFirst = first!.length === 2 && last <= 2;
  if (shortYearFirst) keep(readings, 'ymd', serialOf(2000 + a, b, c));
  if (last === 4 || (last === 2 && (sign === '/' || !shortYearFirst))) {
    const year = last === 4 ? c : 2000 + c;
    keep(readings, 'dmy', serialOf(year, b, a));
    keep(readings, 'mdy', serialOf(year, a, b));
  }
  return readings;
}

function keep(
  readings: Partial<Record<DateOrder, Serial>>,
  order: DateOrder,
  serial: Serial,
): void {
  if (serial !== NO_DATE) readings[order] = serial;
}

function compact(text: string): DateReadings | null {
  const m = COMPACT.exec(text);
  return m && TIME.test(m[4] ?? '')
    ? one(serialOf(Number(m[1]), Number(m[2]), Number(m[3])))
    : null;
}

/** 二〇二五年三月一日, 二五年十二月廿一 */
function numerals(text: string): DateReadings | null {
  const m = IN_NUMERALS.exec(text);
  if (!m || !TIME.test(m[4]!)) return null;
  const year = Number([...m[1]!.toUpperCase()].map(numeralDigit).join(''));
  const [month, day] = [numeral(m[2]!), numeral(m[3]!)];
  return one(serialOf(year < 100 ? 2000 + year : year, month, day));
}

const NUMERALS = '〇一二三四五六七八九';

const numeralDigit = (c: string): number => Math.max(0, NUMERALS.indexOf(c));

/** A number below 40 in Chinese: 三, 十, 十二, 二十一, 廿一, 卅, 初三, 元 (the first month). */
function numeral(word: string): number {
  if (word === '元' || word === '正') return 1;
  const plain = word.replace('初', '').replace('廿', '二十').replace('卅', '三十');
  const ten = plain.indexOf('十');
  if (ten < 0) return plain.length === 1 ? numeralDigit(plain) : 0;
  if (ten > 1 || plain.length > ten + 2) return 0;
  return (ten === 0 ? 1 : numeralDigit(plain[0]!)) * 10 + numeralDigit(plain[ten + 1] ?? '〇');
}

/** 1-Mar-2025, 1 March 2025, Mar 1, 2025 */
function monthName(text: string): DateReadings | null {
  const dayFirst = DAY_MONTH.exec(text);
  const m = dayFirst ?? MONTH_DAY.exec(text);
  if (!m || !TIME.test(m[4]!)) return null;
  const [day, name] = dayFirst ? [m[1]!, m[2]!] : [m[2]!, m[1]!];
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  const year = m[3]!.length === 2 ? 2000 + Number(m[3]) : Number(m[3]);
  return one(serialOf(year, month, Number(day)));
}
