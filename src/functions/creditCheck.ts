import { cellText, checkLimit, formatFen } from '../domain';
import {
  amountsOf,
  constant,
  eachCell,
  invalid,
  isError,
  numberOf,
  numbersOf,
  passedOn,
  readAmount,
  type Answer,
  type Cells,
} from './cells';

/** The same words for every reader, as `NOT_DUE`. */
const PASSED = '通过';
const LOCKED = '锁单：';
/** Days overdue where none are given: the limit alone decides. */
const NO_TEST = -Infinity;

/**
 * Whether orders pass credit control.
 *
 * @param limit - yuan; blank text is not controlled, 0 is cash only
 * @param exposure - what the customer owes and has ordered already
 * @param order - what is ordered now
 * @param overdueDays - the longest overdue days; null or blank text for no second test
 * @param overdueAmount - yuan overdue; null or blank text where days alone decide
 * @param maxDays - days overdue that lock beyond; null for 0
 * @param tolerance - yuan overdue that lock beyond; null for 0
 * @param mode - 任一 or any: one failed test locks; 同时 or all: both must fail; null for 任一
 * @returns 通过, or 锁单 with its reasons, in the shape of `limit`
 */
export function creditCheck(
  limit: Cells,
  exposure: Cells,
  order: Cells,
  overdueDays: Cells | null,
  overdueAmount: Cells | null,
  maxDays: unknown,
  tolerance: unknown,
  mode: unknown,
): Answer[][] {
  const mostDays = numberOf(maxDays, '逾期天数上限 maxDays', 0);
  const mostFen = numberOf(tolerance, '逾期金额容忍度 tolerance', 0, readAmount);
  const takesBoth = isBoth(mode);
  return eachCell(
    [
      amountsOf(limit, '信用额度 limit', Infinity),
      amountsOf(exposure, '已占用额度 exposure', 0),
      amountsOf(order, '订单金额 order'),
      overdueDays ? numbersOf(overdueDays, '逾期天数 overdueDays', NO_TEST) : constant(NO_TEST),
      overdueAmount
        ? amountsOf(overdueAmount, '逾期金额 overdueAmount', Infinity)
        : constant(Infinity),
    ],
    (line, used, wanted, days, overdue) => {
      const over = checkLimit(line === Infinity ? null : line, used, wanted);
      const isLate = days > mostDays && overdue > mostFen;
      const needsBoth = takesBoth && days !== NO_TEST;
      if (needsBoth ? over === 0 || !isLate : over === 0 && !isLate) return PASSED;
      const late = isLate ? `逾期 ${days} 天` : '';
      return over > 0
        ? `${LOCKED}超额度 ${formatFen(over)}${late && `，${late}`}`
        : `${LOCKED}${late}`;
    },
  );
}

function isBoth(mode: unknown): boolean {
  if (isError(mode)) throw passedOn(mode);
  const word = cellText(mode).toLowerCase();
  if (mode === 0 || word === '' || word === '任一' || word === 'any') return false;
  if (word === '同时' || word === 'all') return true;
  throw invalid(`mode 是 任一（any）或 同时（all） / any or all, not ${cellText(mode)}`);
}
