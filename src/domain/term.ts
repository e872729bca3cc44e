import { halfWidth, isBlank } from './cell';
import { calendarOf, daysInMonth, serialOf, type Serial } from './date';
import { simplified } from './simplified';

/** A credit term: how the due date follows from the document date. */
export type Term =
  /** Due `days` after the document. */
  | { readonly kind: 'net'; readonly days: number }
  /** 月结: due `days` after the end of the document's month, then on the next `payDay` if one is set. */
  | { readonly kind: 'monthEnd'; readonly days: number; readonly payDay: number | null }
  /** Due `months` later, on the matching day or the month's last. */
  | { readonly kind: 'months'; readonly months: number }
  /** Due on a day of the `months`-th month after the document's; 31 is its last day. */
  | { readonly kind: 'dayOfMonth'; readonly months: number; readonly day: number };

const CASH =
  /^(?:现结|现金|现款|现付|即付|即期|预付款?|预收|款到发货|货到付款|cash|cod|prepaid|prepayment|immediate(?:ly)?|dueon(?:receipt|invoice))$/;
const NET =
  /^(?:(?:净|账期|信用期|赊销|开票后?|票后|发票后|n|net|netdue|2%?\/?10,?n(?:et)?\/?)\/?)?(\d{1,3})(?:天|日|d|days?)?(?:内|付款?|net)?$/;
const MONTH_END =
  /^(?:月结|eom|monthend)\+?(\d{1,3})(?:天|日|days?)?(?:付款?)?$|^(\d{1,3})(?:天|日|days?)?(?:月结|eom)$/;
const MONTH_END_PAY_DAY = /^月结(\d{1,3})(?:天|日)?[,;、]?每?月(\d{1,2})[号日](?:付款?)?$/;
const MONTHS = /^(\d{1,2})(?:个月|months?)(?:内|付款?)?$/;
const DAY_OF_MONTH = /^(当|本|次|下)个?月(?:(\d{1,2})[号日]|(?:月?[底末]))(?:前|付款?)*$/;

const NUMERALS = '零一二三四五六七八九';

/**
 * Reads a credit term: 30, 30天, net 30, 月结60天, 月结30每月25号付, 3个月, 次月15日, 现结 …
 *
 * @returns null for a blank cell; 'ambiguous' where it does not say from which day to count or how
 *   far (月结, 票到30天, 验收后60天, 分期, 30-60天): that is for a person to say
 */
export function parseTerm(cell: unknown): Term | null | 'ambiguous' {
  if (isBlank(cell)) return null;
  const text = simplified(halfWidth(String(cell)))
    .toLowerCase()
    .replace(/\s/g, '')
    .replace(/[一二三四五六七八九]?十[一二三四五六七八九]?|[两一二三四五六七八九]/g, number);
  if (CASH.test(text)) return { kind: 'net', days: 0 };
  const net = NET.exec(text);
  if (net) return { kind: 'net', days: Number(net[1]) };
  const monthEnd = MONTH_END.exec(text);
  if (monthEnd) return { kind: 'monthEnd', days: Number(monthEnd[1] ?? monthEnd[2]), payDay: null };
  const payDay = MONTH_END_PAY_DAY.exec(text);
  if (payDay && isDay(payDay[2]!)) {
    return { kind: 'monthEnd', days: Number(payDay[1]), payDay: Number(payDay[2]) };
  }
  const months = MONTHS.exec(text);
  if (months) return { kind: 'months', months: Number(months[1]) };
  const day = DAY_OF_MONTH.exec(text);
  if (day && (day[2] === undefined || isDay(day[2]))) {
    return {
      kind: 'dayOfMonth',
      months: day[1] === '次' || day[1] === '下' ? 1 : 0,
      day: Number(day[2] ?? 31),
    };
  }
  return 'ambiguous';
}

const isDay = (text: string): boolean => Number(text) >= 1 && Number(text) <= 31;

/** 六十 as 60, 十五 as 15, 三 and 两 as they count. */
function number(word: string): string {
  const [tens, ones] = word.includes('十') ? word.split('十') : ['', word];
  const value = (digit: string) => (digit === '两' ? 2 : Math.max(0, NUMERALS.indexOf(digit)));
  return String(
    (word.includes('十') ? (tens ? value(tens) : 1) * 10 : 0) + (ones ? value(ones) : 0),
  );
}

/** @returns the day a document falls due; the day of the document is not counted. */
export function dueDateOf(documentDate: Serial, term: Term): Serial {
  if (term.kind === 'net') return documentDate + term.days;
  const [year, month, day] = calendarOf(documentDate);
  switch (term.kind) {
    case 'months':
      return dayInMonth(year, month + term.months, day);
    case 'dayOfMonth':
      return dayInMonth(year, month + term.months, term.day);
    case 'monthEnd': {
      const end = dayInMonth(year, month, 31) + term.days;
      if (term.payDay === null) return end;
      const [y, m] = calendarOf(end);
      const payDay = dayInMonth(y, m, term.payDay);
      return payDay >= end ? payDay : dayInMonth(y, m + 1, term.payDay);
    }
  }
}

/** A day of a month, which may count beyond December; the month's last where it has no such day. */
function dayInMonth(year: number, month: number, day: number): Serial {
  const y = year + Math.floor((month - 1) / 12);
  const m = ((month - 1) % 12) + 1;
  return serialOf(y, m, Math.min(day, daysInMonth(y, m)));
}
