import Decimal from 'decimal.js';
import type { Serial } from './date';
import { roundProduct, type Fen } from './money';
import { paymentsOf } from './payments';
import { openAmounts, type Receivables } from './receivables';

/** Days of a year by which interest counts: actual/365. */
export const DAYS_OF_YEAR = 365;

/**
 * Simple interest, half-up, rounded once.
 *
 * @param fenDays - Σ fen owed late × days it was, 0 or more
 * @param yearlyRate - 0…1 a year
 * @returns fen
 * Source: amount × rate × days ÷ 365.
 */
export const interestOn = (
  fenDays: number,
  yearlyRate: number,
  daysOfYear: number = DAYS_OF_YEAR,
): Fen =>
  roundProduct((fenDays * yearlyRate) / daysOfYear, () =>
    new Decimal(fenDays).times(yearlyRate).div(daysOfYear),
  );

/**
 * How much was owed late for how long, item by item: what is open from the due date to `asOf`, what
 * was paid late from the due date to its payment, so that interest outlives the principal. What was
 * received without a date counts as paid in time.
 *
 * @returns fen × days per item, 0 where nothing was late
 */
export function lateFenDays(items: Receivables, asOf: Serial): Float64Array {
  const { dueDate } = items;
  const fenDays = new Float64Array(items.count);
  const open = openAmounts(items, asOf);
  for (let i = 0; i < fenDays.length; i++) {
    fenDays[i] = Math.max(0, open[i]!) * Math.max(0, asOf - dueDate[i]!);
  }
  const { count, item, date, amount } = paymentsOf(items, asOf);
  for (let k = 0; k < count; k++) {
    const i = item[k]!;
    fenDays[i]! += amount[k]! * Math.max(0, date[k]! - dueDate[i]!);
  }
  return fenDays;
}

/**
 * @param yearlyRate - 0…1 a year
 * @returns interest per item in fen, each rounded for itself; their sum is the total
 */
export function lateInterest(
  items: Receivables,
  asOf: Serial,
  yearlyRate: number,
  daysOfYear: number = DAYS_OF_YEAR,
): Float64Array {
  return lateFenDays(items, asOf).map((fenDays) => interestOn(fenDays, yearlyRate, daysOfYear));
}
