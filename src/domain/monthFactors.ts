import { calendarOf, daysInMonth, type Serial } from './date';

/** Whole months of receipts below which nothing is said about the seasons. */
export const DEFAULT_MIN_MONTHS = 24;

/**
 * How many receipts come in a day of each month against an average day.
 *
 * Ratio of each month's receipts a day to their centred moving average over 12 months, averaged by
 * month and brought to mean 1.
 * Source: Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., 3.4.
 *
 * @param date - per receipt, none after `asOf`
 * @param money - whole units per receipt
 * @param minMonths - whole months between the first receipt and `asOf`; 24 give each month one ratio
 * @returns January … December; null where the history is too short or has a year without receipts
 */
export function monthFactors(
  date: Int32Array,
  money: Float64Array,
  asOf: Serial,
  minMonths: number,
): number[] | null {
  const first = date.reduce((earliest, day) => Math.min(earliest, day), asOf + 1);
  const [startYear, startMonth, startDay] = calendarOf(first);
  const start = startYear * 12 + startMonth - 1 + (startDay === 1 ? 0 : 1);
  const [endYear, endMonth] = calendarOf(asOf + 1);
  const end = endYear * 12 + endMonth - 1;
  if (end - start < Math.max(minMonths, DEFAULT_MIN_MONTHS)) return null;
  const perDay = receiptsPerDay(date, money, start, end);
  const ratios = Array.from({ length: 12 }, () => ({ sum: 0, count: 0 }));
  for (let m = 6; m < perDay.length - 6; m++) {
    let average = (perDay[m - 6]! + perDay[m + 6]!) / 24;
    for (let k = m - 5; k <= m + 5; k++) average += perDay[k]! / 12;
    if (average <= 0) return null;
    const ratio = ratios[(start + m) % 12]!;
    ratio.sum += perDay[m]! / average;
    ratio.count++;
  }
  const means = ratios.map(({ sum, count }) => sum / count);
  const mean = means.reduce((sum, factor) => sum + factor, 0) / 12;
  return mean > 0 ? means.map((factor) => factor / mean) : null;
}

/** @returns money a day, per month from `start` to before `end`; months count from year 0 */
function receiptsPerDay(
  date: Int32Array,
  money: Float64Array,
  start: number,
  end: number,
): number[] {
  const sums = new Array<number>(end - start).fill(0);
  const monthOf = new Map<Serial, number>();
  for (let k = 0; k < date.length; k++) {
    let month = monthOf.get(date[k]!);
    if (month === undefined) {
      const [year, m] = calendarOf(date[k]!);
      monthOf.set(date[k]!, (month = year * 12 + m - 1));
    }
    if (month >= start && month < end) sums[month - start]! += money[k]!;
  }
  return sums.map((sum, i) => {
    const month = start + i;
    return sum / daysInMonth(Math.floor(month / 12), (month % 12) + 1);
  });
}

/** Calendar time in which months with many receipts pass fast and others slowly. */
export class Season {
  /** Day on which each number of average days has passed. */
  private readonly dayOf: number[] = [0];
  private day = 0;
  private passed = 0;

  /** @param factors - January … December, mean 1 */
  constructor(
    private readonly asOf: Serial,
    private readonly factors: readonly number[],
  ) {}

  /**
   * @param days - average days after `asOf`, 0 or more
   * @returns calendar days after `asOf` until as much has come in
   */
  calendarDays(days: number): number {
    while (this.dayOf.length <= days) {
      this.day++;
      this.passed += this.factors[calendarOf(this.asOf + this.day)[1] - 1]!;
      // A year's days add up to whole numbers that sums of fractions may just miss.
      while (this.passed + 1e-9 >= this.dayOf.length) this.dayOf.push(this.day);
    }
    return this.dayOf[days]!;
  }
}
