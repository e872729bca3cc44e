import { CellError, type CellValue } from '../../model/value';
import { toNumber } from '../coerce';
import {
  LAST_SERIAL,
  daysInMonth,
  fromSerial,
  parseDateTime,
  serialOf,
  toSerial,
  weekday,
} from '../dates';
import { fn, type Library, type Site } from '../library';
import { NUM, VALUE, each, type Value } from '../values';

const is1904 = ({ host }: Site): boolean => host.workbook.date1904;

/** @returns the day of a serial number, or #NUM! when it is no date */
const partOf =
  (pick: (serial: number, date1904: boolean) => number) =>
  (site: Site, serial: number): CellValue =>
    serial < 0 || serial > LAST_SERIAL + 0.999999 ? NUM : pick(serial, is1904(site));

function date(site: Site, year: number, month: number, day: number): CellValue {
  let y = Math.trunc(year);
  if (y < 0 || y > 9999) return NUM;
  if (y < 1900) y += 1900;
  const serial = toSerial(y, Math.trunc(month), Math.trunc(day), is1904(site));
  return serial < 0 || serial > LAST_SERIAL ? NUM : serial;
}

/** @param end - go to the month's last day */
const monthsLater =
  (end: boolean) =>
  (site: Site, serial: number, months: number): CellValue => {
    if (serial < 0) return NUM;
    const { year, month, day } = fromSerial(serial, is1904(site));
    const at = year * 12 + month - 1 + Math.trunc(months);
    const y = Math.floor(at / 12);
    const m = (at % 12) + 1;
    if (y < 1900 || y > 9999) return NUM;
    const last = daysInMonth(y, m);
    return toSerial(y, m, end ? last : Math.min(day, last), is1904(site));
  };

function dateDif(site: Site, from: number, to: number, unit: string): CellValue {
  const [start, end] = [Math.floor(from), Math.floor(to)];
  if (start > end || start < 0) return NUM;
  const a = fromSerial(start, is1904(site));
  const b = fromSerial(end, is1904(site));
  const months = (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0);
  switch (unit.toUpperCase()) {
    case 'D':
      return end - start;
    case 'M':
      return months;
    case 'Y':
      return Math.floor(months / 12);
    case 'YM':
      return months % 12;
    case 'MD': {
      if (b.day >= a.day) return b.day - a.day;
      return end - toSerial(b.year, b.month - 1, a.day, is1904(site));
    }
    case 'YD': {
      const later = b.month > a.month || (b.month === a.month && b.day >= a.day);
      return end - toSerial(later ? b.year : b.year - 1, a.month, a.day, is1904(site));
    }
    default:
      return NUM;
  }
}

function days360(site: Site, from: number, to: number, european = false): CellValue {
  const a = fromSerial(from, is1904(site));
  const b = fromSerial(to, is1904(site));
  let d1 = a.day;
  let d2 = b.day;
  if (european) {
    d1 = Math.min(d1, 30);
    d2 = Math.min(d2, 30);
  } else {
    if (a.day === daysInMonth(a.year, a.month)) d1 = 30;
    if (d2 === 31 && d1 === 30) d2 = 30;
    if (b.day === daysInMonth(b.year, b.month) && d1 < 30) {
      return (b.year - a.year) * 360 + (b.month - a.month) * 30 + (b.day === 31 ? 31 : b.day) - d1;
    }
  }
  return (b.year - a.year) * 360 + (b.month - a.month) * 30 + d2 - d1;
}

const isLeap = (y: number): boolean => (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;

function yearFrac(site: Site, from: number, to: number, basis = 0): CellValue {
  const [start, end] =
    from <= to ? [Math.floor(from), Math.floor(to)] : [Math.floor(to), Math.floor(from)];
  if (start < 0 || basis < 0 || basis >= 5) return NUM;
  const a = fromSerial(start, is1904(site));
  const b = fromSerial(end, is1904(site));
  switch (Math.trunc(basis)) {
    case 0:
      return thirty(a, b) / 360;
    case 1: {
      const within =
        a.year === b.year ||
        (b.year === a.year + 1 && (a.month > b.month || (a.month === b.month && a.day >= b.day)));
      if (!within) {
        const years = b.year - a.year + 1;
        const span =
          toSerial(b.year + 1, 1, 1, is1904(site)) - toSerial(a.year, 1, 1, is1904(site));
        return (end - start) / (span / years);
      }
      const february = (y: number): number => toSerial(y, 2, 29, is1904(site));
      const crosses = [a.year, b.year].some(
        (y) => isLeap(y) && february(y) >= start && february(y) <= end,
      );
      return (end - start) / (crosses || (a.year === b.year && isLeap(a.year)) ? 366 : 365);
    }
    case 2:
      return (end - start) / 360;
    case 3:
      return (end - start) / 365;
    default:
      return (
        ((b.year - a.year) * 360 +
          (b.month - a.month) * 30 +
          Math.min(b.day, 30) -
          Math.min(a.day, 30)) /
        360
      );
  }
}

/** Days between by the US (NASD) 30/360 count. */
function thirty(a: ReturnType<typeof fromSerial>, b: ReturnType<typeof fromSerial>): number {
  const endOfFebruary = (d: typeof a) => d.month === 2 && d.day === daysInMonth(d.year, 2);
  let d1 = a.day;
  let d2 = b.day;
  if (endOfFebruary(a) && endOfFebruary(b)) d2 = 30;
  if (endOfFebruary(a)) d1 = 30;
  if (d2 === 31 && d1 >= 30) d2 = 30;
  if (d1 === 31) d1 = 30;
  return (b.year - a.year) * 360 + (b.month - a.month) * 30 + d2 - d1;
}

/** `0000011` (Monday first) for the codes 1…7 and 11…17, or such a text itself. */
function weekendOf(code: CellValue): boolean[] | null {
  if (typeof code === 'string') {
    if (!/^[01]{7}$/.test(code) || code === '1111111') return null;
    return [6, 0, 1, 2, 3, 4, 5].map((i) => code[i] === '1');
  }
  const n = code === null ? 1 : toNumber(code);
  if (typeof n !== 'number') return null;
  const free = new Array<boolean>(7).fill(false);
  if (n >= 11 && n <= 17) free[Math.trunc(n) - 11] = true;
  else if (n >= 1 && n <= 7) {
    const first = (Math.trunc(n) + 5) % 7;
    free[first] = free[(first + 1) % 7] = true;
  } else return null;
  return free;
}

function holidaysOf(v: Value): Set<number> | CellError {
  const days = new Set<number>();
  let failed = null as CellError | null;
  each(v, (x) => {
    if (x === null || x === '') return;
    const n = toNumber(x);
    if (typeof n === 'number') days.add(Math.floor(n));
    else failed ??= n;
  });
  return failed ?? days;
}

function networkDays(site: Site, from: number, to: number, code: CellValue, off: Value): CellValue {
  const weekend = weekendOf(code);
  if (!weekend) return typeof code === 'string' ? VALUE : NUM;
  const holidays = holidaysOf(off);
  if (holidays instanceof CellError) return holidays;
  const [a, b] = [Math.floor(Math.min(from, to)), Math.floor(Math.max(from, to))];
  let n = 0;
  for (let d = a; d <= b; d++) if (!weekend[weekday(d, is1904(site))] && !holidays.has(d)) n++;
  return from <= to ? n : -n;
}

function workday(site: Site, from: number, days: number, code: CellValue, off: Value): CellValue {
  const weekend = weekendOf(code);
  if (!weekend) return typeof code === 'string' ? VALUE : NUM;
  const holidays = holidaysOf(off);
  if (holidays instanceof CellError) return holidays;
  const step = days < 0 ? -1 : 1;
  let left = Math.abs(Math.trunc(days));
  let d = Math.floor(from);
  while (left > 0) {
    d += step;
    if (d < 0 || d > LAST_SERIAL) return NUM;
    if (!weekend[weekday(d, is1904(site))] && !holidays.has(d)) left--;
  }
  return d;
}

/** First day of the week by WEEKDAY's and WEEKNUM's codes, 0 for Sunday; null for unknown codes. */
function weekStart(code: number): number | null {
  if (code === 1 || code === 17) return 0;
  if (code === 2) return 1;
  return code >= 11 && code <= 16 ? code - 10 : null;
}

function dayOfWeek(site: Site, serial: number, code = 1): CellValue {
  if (serial < 0) return NUM;
  const day = weekday(serial, is1904(site));
  if (Math.trunc(code) === 3) return (day + 6) % 7;
  const start = weekStart(Math.trunc(code));
  return start === null ? NUM : ((day - start + 7) % 7) + 1;
}

function isoWeek(serial: number, date1904: boolean): number {
  const thursday = Math.floor(serial) + 3 - ((weekday(serial, date1904) + 6) % 7);
  const { year } = fromSerial(thursday, date1904);
  return Math.floor((thursday - toSerial(year, 1, 1, date1904)) / 7) + 1;
}

function weekNumber(site: Site, serial: number, code = 1): CellValue {
  if (serial < 0) return NUM;
  const d1904 = is1904(site);
  if (Math.trunc(code) === 21) return isoWeek(serial, d1904);
  const start = weekStart(Math.trunc(code));
  if (start === null) return NUM;
  const first = toSerial(fromSerial(serial, d1904).year, 1, 1, d1904);
  const lead = (weekday(first, d1904) - start + 7) % 7;
  return Math.floor((Math.floor(serial) - first + lead) / 7) + 1;
}

const seconds = (serial: number): number => Math.round((serial - Math.floor(serial)) * 86_400);

export const dateTime: Library = {
  TODAY: fn('@', (site: Site) => Math.floor(serialOf(site.host.workbook.clock(), is1904(site))), {
    volatile: true,
  }),
  NOW: fn('@', (site: Site) => serialOf(site.host.workbook.clock(), is1904(site)), {
    volatile: true,
  }),
  DATE: fn('@nnn', date),
  YEAR: fn(
    '@n',
    partOf((s, d) => fromSerial(s, d).year),
  ),
  MONTH: fn(
    '@n',
    partOf((s, d) => fromSerial(s, d).month),
  ),
  DAY: fn(
    '@n',
    partOf((s, d) => fromSerial(s, d).day),
  ),
  HOUR: fn('n', (s: number) => (s < 0 ? NUM : Math.floor(seconds(s) / 3600) % 24)),
  MINUTE: fn('n', (s: number) => (s < 0 ? NUM : Math.floor(seconds(s) / 60) % 60)),
  SECOND: fn('n', (s: number) => (s < 0 ? NUM : seconds(s) % 60)),
  TIME: fn('nnn', (h: number, m: number, s: number) => {
    const total = Math.trunc(h) * 3600 + Math.trunc(m) * 60 + Math.trunc(s);
    return total < 0 ? NUM : (total % 86_400) / 86_400;
  }),
  DATEVALUE: fn('@s', (site: Site, t: string) => {
    const serial = parseDateTime(t, is1904(site));
    return serial === null || serial < 1 ? VALUE : Math.floor(serial);
  }),
  TIMEVALUE: fn('@s', (site: Site, t: string) => {
    const serial = parseDateTime(t, is1904(site));
    return serial === null ? VALUE : serial - Math.floor(serial);
  }),
  EDATE: fn('@nn', monthsLater(false)),
  EOMONTH: fn('@nn', monthsLater(true)),
  DATEDIF: fn('@nns', dateDif),
  DAYS: fn('nn', (to: number, from: number) => Math.floor(to) - Math.floor(from)),
  DAYS360: fn('@nnb?', days360),
  YEARFRAC: fn('@nnn?', yearFrac),
  WEEKDAY: fn('@nn?', dayOfWeek),
  WEEKNUM: fn('@nn?', weekNumber),
  ISOWEEKNUM: fn('@n', partOf(isoWeek)),
  NETWORKDAYS: fn('@nnx?', (site: Site, a: number, b: number, off: Value = null) =>
    networkDays(site, a, b, 1, off),
  ),
  'NETWORKDAYS.INTL': fn(
    '@nnv?x?',
    (site: Site, a: number, b: number, code: CellValue = 1, off: Value = null) =>
      networkDays(site, a, b, code, off),
  ),
  WORKDAY: fn('@nnx?', (site: Site, from: number, days: number, off: Value = null) =>
    workday(site, from, days, 1, off),
  ),
  'WORKDAY.INTL': fn(
    '@nnv?x?',
    (site: Site, from: number, days: number, code: CellValue = 1, off: Value = null) =>
      workday(site, from, days, code, off),
  ),
};
