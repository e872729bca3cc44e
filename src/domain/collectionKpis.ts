/** Days by which a turnover per year becomes days. */
const YEAR = 365;

/**
 * Collection effectiveness index.
 *
 * @param opening - receivables at the start of the window
 * @param sales - on credit in the window
 * @param closing - receivables at its end, and the part of them not yet due
 * @returns 0…1 where everything collectable came in; null when nothing was collectable
 * Source: (open + sales − close total) ÷ (open + sales − close current).
 */
export function collectionEffectiveness(
  opening: number,
  sales: number,
  closing: { readonly total: number; readonly current: number },
): number | null {
  return ratio(opening + sales - closing.total, opening + sales - closing.current);
}

/** @returns how often receivables turn over: credit sales ÷ their average; null without an average */
export const turnover = (sales: number, opening: number, closing: number): number | null =>
  ratio(sales, (opening + closing) / 2);

/** @param turns - a year @returns 365 ÷ turnover; null without one */
export const turnoverDays = (turns: number | null): number | null =>
  turns === null ? null : ratio(YEAR, turns);

/**
 * Days by the weight of their amounts: average days late (date paid − due date) and average
 * collection days (date paid − document date) of receipts.
 *
 * @param days - one a receipt; below 0 where it came early, and counted as such
 * @param amounts - of the same receipts, any unit of money
 * @returns null without amounts
 * Source: Σ(days × amount) ÷ Σ amount.
 */
export function averageDays(days: ArrayLike<number>, amounts: ArrayLike<number>): number | null {
  let [sum, weight] = [0, 0];
  for (let i = 0; i < amounts.length; i++) {
    sum += days[i]! * amounts[i]!;
    weight += amounts[i]!;
  }
  return ratio(sum, weight);
}

/** @returns the share overdue of all that is open above 0, 0…1; null when nothing is */
export const overdueShare = (overdue: number, grossPositive: number): number | null =>
  ratio(overdue, grossPositive);

/** @returns null where there is nothing to divide by */
const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
