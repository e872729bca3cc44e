import type { Step } from './term';

const days = (count: number): Step => ({ add: 'days', count });
const months = (count: number): Step => ({ add: 'months', count });
const toDay = (day: number): Step => ({ to: 'day', day });
const payDay = (day: number): Step => ({ to: 'payDay', day });
const MONTH_END = toDay(31);

/** @param counted - 含当月, 不含当月; undefined where the term does not say */
const settlement = (counted: string | undefined): Step => ({
  to: 'settlement',
  countsMonth: counted === undefined ? null : !counted.startsWith('不'),
});

const MONTHS_ON = new Map([
  ['当', 0],
  ['本', 0],
  ['次', 1],
  ['下', 1],
  ['次次', 2],
  ['下下', 2],
  ['再下', 2],
  ['隔', 2],
]);

const ON = `(${[...MONTHS_ON.keys()].join('|')})`;
const N = '(\\d{1,3})';
const DAYS = '(?:天|日|d|days?)?';
const PAID = '(?:之?内|以内|前|之?后)?(?:付款?|付清|支付|结清|结算)?(?:前)?';
const COUNTED = '[(,]?(不?(?:含|包含|包括|计)(?:当|本|开票)月)?\\)?';
const MONTHLY =
  '(?:net)?(?:月结|monthly|eom|monthend|endof(?:the)?(?:invoice)?month|daysafterendof(?:invoice)?month)';
const NEXT_MONTH = '(?:next|following)month';
const ORDINAL = '(?:st|nd|rd|th)?';
const DISCOUNT = '\\d(?:\\.\\d)?(?:%|/|%/)\\d{1,2},?n(?:et)?/?';
const NET = `(?:净|账期|信用期|赊销|n|(?:net)?(?:days|due)?|${DISCOUNT})`;

/** Groups a form does not use are undefined. */
type Found = readonly (string | undefined)[];

/**
 * How terms are written, without blanks, in lower case and Arabic figures, and what they mean; the
 * first that fits the whole of a term counts.
 */
export const FORMS: readonly (readonly [RegExp, (found: Found) => Step[]])[] = [
  form(`(?:${NET}/?)?${N}${DAYS}${PAID}(?:net)?`, ([n]) => [days(+n!)]),
  form(`${MONTHLY}(?:\\+|plus|后)?${N}${DAYS}${PAID}${COUNTED}`, ([n, counted]) => [
    settlement(counted),
    days(+n!),
  ]),
  form(`${N}${DAYS}(?:月结|eom|afterendof(?:the)?(?:invoice)?month)${COUNTED}`, ([n, counted]) => [
    settlement(counted),
    days(+n!),
  ]),
  form(`次月结${N}${DAYS}${PAID}`, ([n]) => [settlement('不含当月'), days(+n!)]),
  form(
    `${MONTHLY}(?:\\+|plus)?${N}${DAYS}${COUNTED}(?:[,;、]?于?(?:每?月|(?:pay|then)?day)${N}[号日]?|[,;、]${N}[号日])${PAID}`,
    ([n, counted, ...day]) => [settlement(counted), days(+n!), payDay(first(day))],
  ),
  form(`${MONTHLY}${N}(?:天|日)${COUNTED}${N}[号日]${PAID}`, ([n, counted, day]) => [
    settlement(counted),
    days(+n!),
    payDay(+day!),
  ]),
  form(`月结${N}个月${PAID}${COUNTED}`, ([n, counted]) => [
    settlement(counted),
    months(+n!),
    MONTH_END,
  ]),
  // What is invoiced after the 25th waits for the next month's account.
  form(
    `每?月${N}[号日](?:结账|对账|截止)[,;、]?${ON}个?月${N}[号日]${PAID}`,
    ([cutOff, on, day]) => [payDay(+cutOff!), months(MONTHS_ON.get(on!)!), toDay(+day!)],
  ),
  form(`(?:每月|payday)${N}[号日]?${PAID}`, ([day]) => [payDay(+day!)]),
  form(
    `(?:月结[,;、]?)?${ON}个?月(?:${N}[号日]?|第${N}[天日]|月?[底末])${PAID}`,
    ([on, ...day]) => [months(MONTHS_ON.get(on!)!), toDay(first([...day, '31']))],
  ),
  form(`${N}个?月${PAID}|${N}months?|months?${N}`, (found) => [months(first(found))]),
  form(`${N}(?:年|years?)${PAID}|years?${N}`, (found) => [months(12 * first(found))]),
  form(`${N}(?:周|个?星期|weeks?)${PAID}|weeks?${N}`, (found) => [days(7 * first(found))]),
  form(
    `endof(?:invoice)?month\\+?(?:plus)?${N}months?|${N}months?(?:after)?(?:the)?endof(?:the)?(?:invoice)?month`,
    (found) => [months(first(found)), MONTH_END],
  ),
  form(
    '(?:lastday|end)(?:of)?(?:the)?(?:this|current|invoice)?month|eom|(?:this|current)?monthend|' +
      `(?:每?月)?月[底末]${PAID}`,
    () => [MONTH_END],
  ),
  form(
    `(?:(?:lastday|end)(?:of)?(?:the)?${NEXT_MONTH}|${NEXT_MONTH}end)(?:\\+|plus)?${N}?${DAYS}`,
    ([n]) => [months(1), MONTH_END, days(+(n ?? 0))],
  ),
  form(
    `${N}daysafter(?:the)?endof(?:the)?${NEXT_MONTH}|daysafterendof${NEXT_MONTH}${N}`,
    (found) => [months(1), MONTH_END, days(first(found))],
  ),
  form(`first(?:day)?(?:of)?(?:the)?${NEXT_MONTH}`, () => [months(1), toDay(1)]),
  form(`${NEXT_MONTH}(?:day)?${N}|(?:day)?${N}${ORDINAL}(?:of)?(?:the)?${NEXT_MONTH}`, (found) => [
    months(1),
    toDay(first(found)),
  ]),
  form(`(?:day)?${N}${ORDINAL}(?:of)?(?:the)?(?:this|current)month`, ([day]) => [toDay(+day!)]),
  form(`day${N}(?:min|atleast|after)${N}${DAYS}`, ([day, n]) => [days(+n!), payDay(+day!)]),
  form(`${N}${DAYS}(?:endofmonth|后?月[底末])|days?${N}endofmonth`, (found) => [
    days(first(found)),
    MONTH_END,
  ]),
  form(`months?${N}endofmonth`, ([n]) => [months(+n!), MONTH_END]),
  form(`${N}${DAYS}endofmonthonthe${N}${ORDINAL}`, ([n, day]) => [
    days(+n!),
    months(1),
    toDay(+day!),
  ]),
];

function form(
  pattern: string,
  stepsOf: (found: Found) => Step[],
): readonly [RegExp, (found: Found) => Step[]] {
  return [new RegExp(`^(?:${pattern})$`), stepsOf];
}

/** The number that one of several spellings has. */
const first = (found: Found): number => Number(found.find((n) => n !== undefined));
