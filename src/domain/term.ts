import { halfWidth, isBlank, saysNothing } from './cell';
import { addMonths, calendarOf, dayInMonth, type Serial } from './date';
import { simplified } from './simplified';
import { FORMS } from './termForms';

/** The day a term counts from. All but the document's own are events a ledger may not keep. */
export type TermStart = 'document' | 'invoiceReceipt' | 'shipment' | 'delivery' | 'acceptance';

/** One step from the day a term counts from to the day it ends on. */
export type Step =
  /** Months end on the matching day or the month's last. */
  | { readonly add: 'days' | 'months'; readonly count: number }
  /** To a day of the month reached; 31 is its last. */
  | { readonly to: 'day'; readonly day: number }
  /** To the first such day of a month, today included; 31 is its last. */
  | { readonly to: 'payDay'; readonly day: number }
  /**
   * 月结: to the end of the month, or of the month before where the document's own month counts
   * among the days of credit. Null: the customer's rule says.
   */
  | { readonly to: 'settlement'; readonly countsMonth: boolean | null };

/** A credit term: how the due date follows, step by step, from the day it counts from. */
export interface Term {
  readonly from: TermStart;
  readonly steps: readonly Step[];
}

const CASH =
  /^(?:现结|现金|现款|现付|即付|即期|预付款?|预收款?|定金|订金|款到发货|cash|cod|prepaid|prepayment|immediate(?:ly)?|dueon(?:receipt|invoice))$/;

/** 2月结, 25日, 3月, 3月底: so many months or days, or the month or day of that number. */
const EITHER = /^(?:(?:\d|1[0-3])月结|(?:[12]?\d日|(?:\d|1[0-2])月[底末]?)(?:前?付款?)?$)/;

/** What may stand before a term and says from which day it counts. */
const STARTS: readonly (readonly [TermStart, RegExp])[] = [
  [
    'invoiceReceipt',
    /^(?:发?票到|收票|到票|见票|收到发票|invoicereceipt|receiptof(?:the)?invoice)/,
  ],
  ['document', /^(?:开票|开具发票|发?票后|发票日期?|invoice(?:date)?)/],
  ['shipment', /^(?:发货|出货|发运|shipment)/],
  ['delivery', /^(?:货到|到货|收货|交货|送货|交付|delivery)/],
  ['acceptance', /^(?:验收|终验|初验|acceptance)/],
];
/** 60 days after delivery: the start stands last. */
const START_LAST =
  /^(.+?)(?:after|from)(?:the)?((?:invoice|receiptof|shipment|delivery|acceptance)[a-z]*)$/;
const AFTER_START =
  /^(?:after|\+)?款?(?:合格|通过|完成)?(?:之?日)?(?:之?后|起|以后)?(?:立?即)?(?:付款?|支付)?/;
/** 质保金 is due some time after acceptance. */
const RETENTION = /^(?:(?:质保|质量保证|保修)(?:金|款)?期?(?:满|后)*|retention),?/;

const NUMERALS = '零一二三四五六七八九';

/**
 * Reads a credit term: 30, 30天, net 30, 月结60天, 月结30每月25号付, 3个月, 次月15日, 现结, 验收后60天 …
 *
 * @returns null for a blank cell and for 无; 'ambiguous' where it does not say how far to count
 *   (月结, 分期, 30-60天) or says either of two (2月结, 25日, 3月): that is for a person to say
 */
export function parseTerm(cell: unknown): Term | null | 'ambiguous' {
  if (isBlank(cell)) return null;
  const text = plain(cell);
  if (saysNothing(text)) return null;
  if (CASH.test(text)) return { from: 'document', steps: [] };
  if (EITHER.test(text)) return 'ambiguous';
  const body = text.replace(RETENTION, '');
  for (const [from, start] of STARTS) {
    if (start.test(body)) return read(from, body.replace(start, '').replace(AFTER_START, ''), true);
  }
  return read(body === text ? 'document' : 'acceptance', body, false);
}

/** @param mayEnd - whether nothing more need be said: 票到付款 */
function read(from: TermStart, text: string, mayEnd: boolean): Term | 'ambiguous' {
  if (text === '') return mayEnd ? { from, steps: [] } : 'ambiguous';
  for (const [form, stepsOf] of FORMS) {
    const found = form.exec(text);
    if (!found) continue;
    const steps = stepsOf(found.slice(1));
    return steps.every(isPossible) ? { from, steps } : 'ambiguous';
  }
  return 'ambiguous';
}

const isPossible = (step: Step): boolean => !('day' in step) || (step.day >= 1 && step.day <= 31);

/** Half-width, simplified, lower case, without blanks, in Arabic figures. */
const plain = (cell: unknown): string =>
  simplified(halfWidth(String(cell)))
    .toLowerCase()
    .replace(/[\s_]/g, '')
    .replace(START_LAST, '$2$1')
    .replace(/半年/g, '6个月')
    .replace(/两月/g, '2个月')
    .replace(/[一二三四五六七八九]?十[一二三四五六七八九]?|[两一二三四五六七八九]/g, number);

/** 六十 as 60, 十五 as 15, three words such as 三 and 两 as they count. */
function number(word: string): string {
  const [tens, ones] = word.includes('十') ? word.split('十') : ['', word];
  const value = (digit: string) => (digit === '两' ? 2 : Math.max(0, NUMERALS.indexOf(digit)));
  return String(
    (word.includes('十') ? (tens ? value(tens) : 1) * 10 : 0) + (ones ? value(ones) : 0),
  );
}

/**
 * @param start - the day the term counts from (`term.from`); it is not counted itself
 * @param countsMonth - the customer's rule for 月结: whether the document's own month counts
 * @returns the day it falls due
 * Source: Civil Code art. 201 and 202 for days and months.
 */
export const dueDateOf = (start: Serial, term: Term, countsMonth = false): Serial =>
  term.steps.reduce((day, step) => after(day, step, countsMonth), start);

function after(from: Serial, step: Step, countsMonth: boolean): Serial {
  if ('add' in step) {
    return step.add === 'days' ? from + step.count : addMonths(from, step.count);
  }
  const [year, month] = calendarOf(from);
  switch (step.to) {
    case 'day':
      return dayInMonth(year, month, step.day);
    case 'settlement':
      return dayInMonth(year, (step.countsMonth ?? countsMonth) ? month - 1 : month, 31);
    case 'payDay': {
      const day = dayInMonth(year, month, step.day);
      return day >= from ? day : dayInMonth(year, month + 1, step.day);
    }
  }
}
