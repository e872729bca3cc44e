import type { Analysis } from './analyse';
import { calendarOf, NO_DATE, type Serial } from './date';
import {
  DEFAULT_EXPECTATION,
  expectReceipts,
  type Expectations,
  type ExpectationSettings,
} from './expectReceipts';
import { itemsBehind } from './itemsBehind';
import type { Fen } from './money';

export interface ForecastSettings extends ExpectationSettings {
  /** Weeks looked ahead, 1 or more; the first begins on the day after asOf. */
  readonly weeks: number;
}

export const DEFAULT_FORECAST: ForecastSettings = { ...DEFAULT_EXPECTATION, weeks: 13 };

/** In place of a week: beyond the last one or on no day that can be told; disputed; not open. */
export const BEYOND = 0;
export const DISPUTED = -1;
export const NOT_OPEN = -2;

/** Fen, if all come on their late, their expected, their early dates. */
export interface Band {
  readonly low: Fen;
  readonly expected: Fen;
  readonly high: Fen;
}

/** A week, or the part of a month within the weeks. */
export interface Period extends Band {
  /** Both inclusive. */
  readonly from: Serial;
  readonly to: Serial;
  /** From the first period to this one: here low ≤ expected ≤ high, as it need not be within one. */
  readonly cumulative: Band;
}

/** What is to come in, in one currency: Σ weeks + beyond + disputed = open, and so do the months. */
export interface CurrencyForecast {
  readonly currency: string;
  /** Fen; items above 0 only, credits are not set against them. */
  readonly open: Fen;
  readonly weeks: readonly Period[];
  readonly months: readonly Period[];
  readonly beyond: Band;
  readonly disputed: Fen;
}

export interface Forecast extends ForecastSettings, Expectations {
  readonly asOf: Serial;
  /** Per item: the week it is expected in, 1 …; else BEYOND, DISPUTED or NOT_OPEN. */
  readonly week: Int16Array;
  /** One per currency, in the ledger's order. */
  readonly currencies: readonly CurrencyForecast[];
}

/** @returns when what is open comes in, over the weeks after the analysis' day. */
export function forecast(
  analysis: Analysis,
  settings: ForecastSettings = DEFAULT_FORECAST,
): Forecast {
  const { items, open, asOf } = analysis;
  const expectations = expectReceipts(analysis, settings);
  const weeks = weeksAfter(asOf, settings.weeks);
  const months = monthsAfter(asOf, settings.weeks * 7);
  const sums = items.currencies.map((currency) => ({
    currency,
    open: 0,
    weeks: weeks.map(emptySum),
    months: months.map(emptySum),
    beyond: { low: 0, expected: 0, high: 0 },
    disputed: 0,
  }));
  const week = new Int16Array(items.count).fill(NOT_OPEN);
  for (let i = 0; i < items.count; i++) {
    const amount = open[i]!;
    if (amount <= 0) continue;
    const sum = sums[items.currency[i]!]!;
    sum.open += amount;
    if (items.disputed[i]) {
      week[i] = DISPUTED;
      sum.disputed += amount;
      continue;
    }
    week[i] = weekOf(expectations.expectedDate[i]!, asOf, settings.weeks);
    for (const [scenario, dates] of [
      ['low', expectations.lateDate],
      ['expected', expectations.expectedDate],
      ['high', expectations.earlyDate],
    ] as const) {
      const date = dates[i]!;
      const n = weekOf(date, asOf, settings.weeks);
      if (n === BEYOND) {
        sum.beyond[scenario] += amount;
      } else {
        sum.weeks[n - 1]![scenario] += amount;
        sum.months.find(({ to }) => date <= to)![scenario] += amount;
      }
    }
  }
  return {
    ...settings,
    ...expectations,
    asOf,
    week,
    currencies: sums.map((sum) => ({
      ...sum,
      weeks: accumulate(sum.weeks),
      months: accumulate(sum.months),
    })),
  };
}

/**
 * @param currency - index into the ledger's currencies
 * @param week - 1 …, BEYOND or DISPUTED
 * @returns the items behind a currency's sum of a week, in the ledger's order
 */
export function itemsOfWeek(
  { items, open }: Analysis,
  { asOf, weeks, expectedDate, earlyDate, lateDate }: Forecast,
  currency: number,
  week: number,
  scenario: keyof Band = 'expected',
): Int32Array {
  const dates = { low: lateDate, expected: expectedDate, high: earlyDate }[scenario];
  return itemsBehind(
    items.count,
    (i) =>
      open[i]! > 0 &&
      items.currency[i] === currency &&
      (items.disputed[i] ? DISPUTED : weekOf(dates[i]!, asOf, weeks)) === week,
  );
}

interface Span {
  readonly from: Serial;
  readonly to: Serial;
}

const weeksAfter = (asOf: Serial, count: number): Span[] =>
  Array.from({ length: count }, (_, w) => ({ from: asOf + 7 * w + 1, to: asOf + 7 * w + 7 }));

/** Calendar months, the first and the last cut to the days after asOf. */
function monthsAfter(asOf: Serial, days: number): Span[] {
  const months: { from: Serial; to: Serial }[] = [];
  for (let day = asOf + 1; day <= asOf + days; day++) {
    if (day === asOf + 1 || calendarOf(day)[2] === 1) months.push({ from: day, to: day });
    else months.at(-1)!.to = day;
  }
  return months;
}

const weekOf = (date: Serial, asOf: Serial, weeks: number): number =>
  date === NO_DATE || date > asOf + weeks * 7 ? BEYOND : Math.ceil((date - asOf) / 7);

interface Sum extends Span {
  low: Fen;
  expected: Fen;
  high: Fen;
}

const emptySum = (span: Span): Sum => ({ ...span, low: 0, expected: 0, high: 0 });

function accumulate(sums: readonly Sum[]): Period[] {
  let cumulative: Band = { low: 0, expected: 0, high: 0 };
  return sums.map((sum) => {
    cumulative = {
      low: cumulative.low + sum.low,
      expected: cumulative.expected + sum.expected,
      high: cumulative.high + sum.high,
    };
    return { ...sum, cumulative };
  });
}
