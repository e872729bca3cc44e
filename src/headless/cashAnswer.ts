import {
  BEYOND,
  cashLine,
  DEFAULT_FORECAST,
  DELAY_LEVELS,
  DISPUTED,
  forecast,
  formatFen,
  isoDate,
  itemsOfWeek,
  mainCurrency,
  NO_DATE,
  NOT_OPEN,
  type Analysis,
  type Band,
  type Forecast,
  type Period,
} from '../domain';
import { givenOf, type Given } from './given';
import { rowsOf } from './rows';
import { list, span, where } from './say';

/** Receipts of the coming weeks, what each item's day rests on, and cash against its line. */
export function forecastOf(analysis: Analysis, given: Given): object {
  const expected = forecast(analysis);
  const bandRows = (currency: number, week: number) =>
    Object.fromEntries(
      (['low', 'expected', 'high'] as const).map((scenario) => [
        scenario,
        rowsOf(analysis, itemsOfWeek(analysis, expected, currency, week, scenario)),
      ]),
    );
  return {
    settings: DEFAULT_FORECAST,
    monthFactors: expected.monthFactors,
    currencies: expected.currencies.map(
      ({ currency, open, weeks, months, beyond, disputed }, c) => ({
        currency,
        open: formatFen(open),
        weeks: weeks.map((week, w) => ({ ...period(week), rows: bandRows(c, w + 1) })),
        months: months.map(period),
        beyond: { ...band(beyond), rows: bandRows(c, BEYOND) },
        disputed: formatFen(disputed),
        disputedRows: rowsOf(analysis, itemsOfWeek(analysis, expected, c, DISPUTED)),
      }),
    ),
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

/** One for each currency of which somebody says what cash there is, or is to be. */
function cashOf({ items }: Analysis, expected: Forecast, { cash, minimumCash }: Given): object[] {
  const main = mainCurrency(items.currencies);
  return items.currencies.flatMap((currency, c) => {
    const [opening, minimum] = [cash, minimumCash].map((of) => givenOf(of, items.currencies, c));
    if (opening === undefined && minimum === undefined) return [];
    const plan = { currency, opening: opening ?? 0, minimum: minimum ?? 0, payments: [] };
    const { weeks, firstBelow } = cashLine(expected, plan);
    return {
      currency,
      isMain: c === main,
      opening: formatFen(plan.opening),
      minimum: formatFen(plan.minimum),
      weeks: weeks.map(({ to, closing }) => ({ to: isoDate(to), closing: band(closing) })),
      firstBelow,
    };
  });
}
