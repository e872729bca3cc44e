/** Sales on credit of one month. */
export interface MonthSales {
  /** Any unit of money, the same everywhere; returns lower it. */
  readonly sales: number;
  /** Days of the month, or of its part up to the day of the balance. */
  readonly days: number;
}

/**
 * Days sales outstanding.
 *
 * @param receivables - closing balance
 * @param sales - on credit, in the window
 * @param days - of the window
 * @returns days; null without sales
 * Source: closing AR ÷ credit sales × days.
 */
export const simpleDso = (receivables: number, sales: number, days: number): number | null =>
  sales > 0 ? (receivables / sales) * days : null;

/** Days by count-back, and how far it got. */
export interface CountBack {
  /** Days of the months used up, the last pro rata; null where not even the first has sales. */
  readonly days: number | null;
  /** Months used, the last perhaps in part. */
  readonly months: number;
  /** What the months do not explain: above 0 where they ran out or one had no sales. */
  readonly leftover: number;
}

/**
 * Days sales outstanding by count-back: the balance is used up by the sales of the latest months.
 *
 * @param months - latest first
 * @returns 0 days of 0 months for a balance of 0 and below
 * Source: exhaustion method; stops at a month with sales ≤ 0, as Oracle's DSO routine does.
 */
export function countBackDso(receivables: number, months: readonly MonthSales[]): CountBack {
  let leftover = Math.max(0, receivables);
  let days = 0;
  let used = 0;
  for (const month of months) {
    if (leftover <= 0 || month.sales <= 0) break;
    const part = Math.min(leftover, month.sales);
    days += (part / month.sales) * month.days;
    leftover -= part;
    used++;
  }
  return { days: leftover > 0 && used === 0 ? null : days, months: used, leftover };
}

/**
 * Best possible DSO: what it would be if nobody paid late.
 *
 * @param notDue - closing receivables not yet due
 * @returns days; null without sales
 * Source: not-due AR ÷ credit sales × days.
 */
export const bestPossibleDso = (notDue: number, sales: number, days: number): number | null =>
  simpleDso(notDue, sales, days);

/** @returns days by which late payers lengthen the DSO: DSO − BPDSO; null without either */
export const delinquentDso = (dso: number | null, bestPossible: number | null): number | null =>
  dso === null || bestPossible === null ? null : dso - bestPossible;
