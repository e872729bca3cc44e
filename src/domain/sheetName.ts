import { halfWidth } from './cell';
import { simplified } from './simplified';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAME = /(?<![a-z])(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*/;
const NUMERALS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

const plain = (text: string): string => simplified(halfWidth(text)).toLowerCase();

/** @returns the year a text names: 2025 in 2025年应收明细, 25 年 as 2025; 0 where it names none */
export function yearOf(text: string): number {
  const said = plain(text);
  const year = /(?<!\d)(20\d\d)(?=\D|$|(?:0\d|1[0-2])(?:\D|$|\d\d))/.exec(said)?.[1];
  const short = /(?<!\d)(\d\d) ?年/.exec(said)?.[1];
  return Number(year ?? 0) || 2000 * Number(short !== undefined) + Number(short ?? 0);
}

/**
 * Reads the period a sheet is named after: 2025年3月, 2025-03, 202503, 三月, Mar 2025, 2025, 2025Q1.
 *
 * @returns a number that grows with time, year × 10000 + month × 100 + day, a part that is not named
 *   as 0; 0 where the name tells no period
 */
export function periodOf(name: string): number {
  const said = plain(name);
  const year = yearOf(said);
  return year * 10_000 + monthAndDay(said);
}

function monthAndDay(said: string): number {
  const digits = /20\d\d[-./年 ]*(\d{1,2})(?:[-./月 ]*(\d{1,2}))?(?!\d)/.exec(said);
  if (digits && isMonth(Number(digits[1]))) return Number(digits[1]) * 100 + Number(digits[2] ?? 0);
  const chinese = /(\d{1,2}|十[一二]?|[一二三四五六七八九])月/.exec(said)?.[1];
  if (chinese !== undefined) return (Number(chinese) || NUMERALS.indexOf(chinese)) * 100;
  const quarter = /q([1-4])|([1-4一二三四])季/.exec(said);
  if (quarter) {
    const which = quarter[1] ?? quarter[2]!;
    return ((Number(which) || NUMERALS.indexOf(which)) * 3 - 2) * 100;
  }
  const month = MONTH_NAME.exec(said)?.[1];
  return month === undefined ? 0 : (MONTHS.indexOf(month) + 1) * 100;
}

const isMonth = (n: number): boolean => n >= 1 && n <= 12;

/** Sheets and titles of something else, though their columns look alike. */
const OTHER =
  /银行|现金|日记账|出纳|供应商|应付|采购|库存|存货|盘点|单价|价格|报价|工资|费用|报销|说明|设置|参数|透视|目录|封面|档案|bank|cash ?book|supplier|vendor|payable|purchase|inventory|stock|price ?list|payroll|expense|settings|readme|pivot|contents/;
/** A copy of another sheet. */
const COPY = /备份|副本|旧版|作废|[( ]\d[)]$|copy|backup|old$/;
const RECEIPTS = /收款|回款|到账|到款|收据|receipt|payment|collection|remittance/;
/** Names that say nothing of a customer. */
const GENERIC =
  /^(?:sheet|工作表|表)\s*\d*$|明细|分类账|往来|应收|账款|台账|汇总|ledger|account|receivable|^\d+$|^(?:\d{1,2}|[一二三四五六七八九十]+)月$|^(?:20)?\d\d年/;

/** Words that win over those of something else: 银行收款, 应收账款明细账 of a customer 工商银行. */
const OURS = /应收|收款|回款|到账|receivable|receipt/;

/** @returns whether a sheet's name or title is of something that is no receivables. */
export const saysOther = (text: string): boolean =>
  OTHER.test(plain(text)) && !OURS.test(plain(text));

/** @returns whether a sheet's name says that it copies another. */
export const saysCopy = (name: string): boolean => COPY.test(plain(name));

/** @returns whether a sheet's name or title speaks of receipts. */
export const saysReceipts = (text: string): boolean => RECEIPTS.test(plain(text));

/** @returns the customer a sheet of its own is named after; '' where the name is a general one */
export function customerOfName(name: string): string {
  const said = name.trim();
  return GENERIC.test(plain(said)) || periodOf(said) > 0 ? '' : said;
}
