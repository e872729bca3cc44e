import { addMonths, type Serial } from './date';

/** Years whose anniversaries end the bands of 账龄, ascending: 1年以内, 1–2年 … 5年以上. */
export const DEFAULT_AGE_YEARS: readonly number[] = [1, 2, 3, 4, 5];

/**
 * Band of 账龄 by anniversary: the anniversary itself still belongs to the younger band, and a
 * 29 February has its anniversaries on the 28th.
 *
 * @param years - whole, 1 or more, ascending
 * @returns 0 up to the first anniversary … `years.length` beyond the last
 */
export function ageBandOf(
  documentDate: Serial,
  asOf: Serial,
  years: readonly number[] = DEFAULT_AGE_YEARS,
): number {
  const found = years.findIndex((year) => isWithin(documentDate, asOf, year));
  return found < 0 ? years.length : found;
}

/** The calendar is asked only where leap days can decide. */
function isWithin(documentDate: Serial, asOf: Serial, year: number): boolean {
  const days = asOf - documentDate;
  if (days <= 365 * year || days > 366 * year) return days <= 365 * year;
  return asOf <= addMonths(documentDate, 12 * year);
}

/** @returns 1年以内(含1年), 1-2年(含2年) … 5年以上 */
export const ageBandLabels = (years: readonly number[] = DEFAULT_AGE_YEARS): string[] => [
  ...years.map((year, i) =>
    i === 0 ? `${year}年以内(含${year}年)` : `${years[i - 1]!}-${year}年(含${year}年)`,
  ),
  `${years.at(-1)!}年以上`,
];
