import type { ModelTerm } from '../../../src/domain';

/**
 * The task's formulas by hand, for the contenders that are not the product: RFA points and score, and a
 * logistic formula of eight inputs. Its coefficients are made up; what it costs is what counts here.
 */
export const TOP = 50;
/** Months back from the as-of day in which items fell due. */
export const WINDOW_MONTHS = 12;
/** Fallen-due items below which F says nothing. */
export const LEAST_FALLEN_DUE = 3;

/** @returns points 0 … 5: thresholds exceeded */
export const pointsR = (days: number): number => above(days, 0, 7, 30, 60, 90);
export const pointsF = (share: number): number => above(share, 0, 0.1, 0.25, 0.5, 0.75);
export const pointsA = (share: number): number => above(share, 0, 0.05, 0.2, 0.4, 0.7);

const above = (x: number, a: number, b: number, c: number, d: number, e: number): number =>
  x > e ? 5 : x > d ? 4 : x > c ? 3 : x > b ? 2 : x > a ? 1 : 0;

/** @returns 0 … 100 */
export const scoreOf = (r: number, f: number, a: number): number =>
  20 * (0.4 * r + 0.3 * f + 0.3 * a);

const term = (
  input: ModelTerm['input'],
  coefficient: number,
  low: number,
  high: number,
): ModelTerm => ({ input, coefficient, mean: 0, low, high });

/** The formula as the product keeps one: the item's own four inputs, then its customer's. */
export const MODEL: { readonly intercept: number; readonly terms: readonly ModelTerm[] } = {
  intercept: -2.1,
  terms: [
    term('amount', 0.08, 0, 11),
    term('open', 0.3, 0, 1),
    term('term', -0.004, 0, 90),
    term('overdue', 0.006, -60, 360),
    term('settled', -0.15, 0, 5),
    term('meanDelay', 0.012, 0, 300),
    term('lateShare', 1.4, 0, 1),
    term('overdueAmount', 0.9, 0, 1),
  ],
};

const held = (x: number, low: number, high: number): number =>
  x < low ? low : x > high ? high : x;

/** The same by hand: what a customer's items say of each of them. */
export const customerTerm = (
  fallenDue: number,
  days: number,
  late: number,
  overdue: number,
): number =>
  -2.1 -
  0.15 * held(Math.log(1 + fallenDue), 0, 5) +
  0.012 * held(days, 0, 300) +
  1.4 * held(late, 0, 1) +
  0.9 * held(overdue, 0, 1);

/** @returns probability 0 … 1 of an item by its own four inputs and its customer's four */
export function probabilityOf(
  amountYuan: number,
  openShare: number,
  termDays: number,
  daysOverdue: number,
  ofCustomer: number,
): number {
  const z =
    ofCustomer +
    0.08 * held(Math.log(1 + amountYuan), 0, 11) +
    0.3 * held(openShare, 0, 1) -
    0.004 * held(termDays, 0, 90) +
    0.006 * held(daysOverdue, -60, 360);
  return 1 / (1 + Math.exp(-z));
}
