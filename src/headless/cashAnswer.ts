import {
  BEYOND,
  cashLine,
  DEFAULT_FORECAST,
  DELAY_LEVELS,
  DISPUTED,
  forecast,
  formatFen,
  isoDate,
  NO_DATE,
  NOT_OPEN,
  type Analysis,
  type Band,
  type Forecast,
  type Period,
} from '../domain';
import type { Given } from './given';
import { list, span, where } from './say';

/** Receipts of the coming weeks, what each item's day rests on, and cash against its line. */
export function forecastOf(analysis: Analysis, given: Given): object {
  const expected = forecast(analysis);
  return {
    settings: DEFAULT_FORECAST,
    monthFactors: expected.monthFactors,
    currencies: expected.currencies.map(({ currency, open, weeks, months, beyond, disputed }) => ({
      currency,
      open: formatFen(open),
      weeks: weeks.map(period),
      months: months.map(period),
      beyond: band(beyond),
      disputed: formatFen(disputed),
    })),
    items: itemsOf(analysis, expected),
    cash: cashOf(analysis, expected, given),
  };
}

const band = ({ low, expected, high }: Band) => ({
  low: formatFen(low),
  expected: formatFen(expected),
  high: formatFen(high),
});

const period = (of: Period) => ({ ...span(of), ...band(of), cumulative: band(of.cumulative) });

/** The first to come first; those on no day that can be told last. */
function itemsOf(analysis: Analysis, expected: Forecast): object {
  const { items, open } = analysis;
  const { expectedDate, earlyDate, lateDate, week, delay, level, receipts, seasonDays } = expected;
  const order = (item: number) => (expectedDate[item] === NO_DATE ? Infinity : expectedDate[item]!);
  const told = [...open.keys()]
    .filter((item) => week[item] !== NOT_OPEN)
    .sort((a, b) => order(a) - order(b) || a - b);
  const date = (of: Int32Array, item: number) => (of[item] === NO_DATE ? null : isoDate(of[item]!));
  return list(told, (item) => ({
    ...where(analysis, item),
    open: formatFen(open[item]!),
    dueDate: isoDate(items.dueDate[item]!),
    week: week[item] === DISPUTED ? 'disputed' : week[item] === BEYOND ? 'beyond' : week[item]!,
    expected: date(expectedDate, item),
    early: date(earlyDate, item),
    late: date(lateDate, item),
    by: DELAY_LEVELS[level[item]!],
    delay: delay[item]!,
    receipts: receipts[item]!,
    seasonDays: seasonDays[item]!,
  }));
}

/** @returns null where nobody says what cash there is */
function cashOf({ items }: Analysis, expected: Forecast, given: Given): object | null {
  if (given.cash === undefined && given.minimumCash === undefined) return null;
  const [opening, minimum] = [given.cash ?? 0, given.minimumCash ?? 0];
  const currency = items.currencies[0]!;
  const { weeks, firstBelow } = cashLine(expected, { currency, opening, minimum, payments: [] });
  return {
    currency,
    opening: formatFen(opening),
    minimum: formatFen(minimum),
    weeks: weeks.map(({ to, closing }) => ({ to: isoDate(to), closing: band(closing) })),
    firstBelow,
  };
}
