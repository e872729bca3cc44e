import { DAYS_OF_YEAR, interestOn } from '../domain';
import {
  amountsOf,
  datesOf,
  eachCell,
  invalid,
  numberOf,
  numbersOf,
  readNonZero,
  type Answer,
  type Cells,
} from './cells';

/**
 * Simple interest on amounts paid late.
 *
 * @param amount - yuan; below 0 bears none
 * @param until - the day it was paid, or the day to count to
 * @param yearlyRate - 0.18 or 18%
 * @param daysOfYear - null for 365
 * @returns yuan, each rounded for itself, in the shape of `amount`
 */
export function lateInterest(
  amount: Cells,
  dueDate: Cells,
  until: Cells,
  yearlyRate: Cells,
  daysOfYear: unknown,
): Answer[][] {
  const year = numberOf(daysOfYear, '全年天数 daysOfYear', DAYS_OF_YEAR, readNonZero);
  if (year <= 0) throw invalid('全年天数须大于 0 / daysOfYear is above 0');
  return eachCell(
    [
      amountsOf(amount, '金额 amount'),
      datesOf(dueDate, '到期日 dueDate'),
      datesOf(until, '计息到 until'),
      numbersOf(yearlyRate, '年利率 yearlyRate'),
    ],
    (fen, due, day, rate) =>
      interestOn(Math.max(0, fen) * Math.max(0, day - due), rate, year) / 100,
  );
}
