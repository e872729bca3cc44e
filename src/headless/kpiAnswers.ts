import {
  addMonths,
  alertsOf,
  analyse,
  benchmarkGap,
  DEFAULT_ALERT_SETTINGS,
  DEFAULT_BENCHMARKS,
  DEFAULT_KPI_SETTINGS,
  formatFen,
  isoDate,
  kpiChanges,
  kpisOf,
  kpiWindow,
  ledgerFigures,
  receiptDelays,
  salespersonAccounts,
  type Analysis,
  type Change,
  type Fen,
  type Kpis,
  type KpiWindow,
  type WriteOff,
} from '../domain';
import type { Given } from './given';
import { list, moneyOrNull, placeOf, span } from './say';

/** Whose 坏账率 alerts are held against. */
const INDUSTRY = '制造';
/** Months between the two days that KPIs are compared on: a year, so that seasons do not matter. */
const EFFECT_MONTHS = 12;
/** Days of a salesperson's list. */
const WEEK = 7;

/** 坏账 of a window in one currency, and who says so. */
interface BadDebt {
  readonly amount: Fen | null;
  readonly source: 'given' | 'writeOffs' | null;
}

function badDebtOf(
  { items }: Analysis,
  currency: number,
  { from, to }: KpiWindow,
  writeOffs: readonly WriteOff[],
  given: Fen | undefined,
): BadDebt {
  if (given !== undefined && currency === 0) return { amount: given, source: 'given' };
  const own = writeOffs.filter(
    ({ item, date }) => items.currency[item] === currency && date >= from && date <= to,
  );
  if (own.length === 0) return { amount: null, source: null };
  return { amount: own.reduce((sum, { amount }) => sum + amount, 0), source: 'writeOffs' };
}

/**
 * KPIs, what they are held against, and what has come of them in a year.
 *
 * @param writeOffs - as the books tell of them
 */
export function kpiAnswers(
  analysis: Analysis,
  writeOffs: readonly WriteOff[],
  given: Given,
): Readonly<Record<'kpis' | 'benchmarks' | 'alerts' | 'effect', object>> {
  const { items, asOf } = analysis;
  const before = analyse(items, settingsOn(analysis, addMonths(asOf, -EFFECT_MONTHS)));
  const bad = (of: Analysis, currency: number, figure: Fen | undefined) =>
    badDebtOf(of, currency, kpiWindow(of.asOf), writeOffs, figure);
  const all = items.currencies.map((_, currency) => {
    const badDebt = bad(analysis, currency, given.badDebt);
    const figures = ledgerFigures(items, asOf, currency);
    const settings = { ...DEFAULT_KPI_SETTINGS, badDebt: badDebt.amount };
    return { kpis: kpisOf(figures, settings), badDebt, undated: figures.undated };
  });
  const first = all[0]!.kpis;
  return {
    kpis: all.map(({ kpis, badDebt, undated }) => sayKpis(kpis, badDebt, undated)),
    benchmarks: benchmarksOf(first),
    alerts: alertsFor(analysis, first),
    effect: {
      before: isoDate(before.asOf),
      after: isoDate(asOf),
      currencies: items.currencies.map((_, currency) => {
        const changes = kpiChanges(before, analysis, currency, {
          before: bad(before, currency, undefined).amount,
          after: all[currency]!.badDebt.amount,
        });
        return {
          ...changes,
          gross: inMoney(changes.gross),
          overdue: inMoney(changes.overdue),
        };
      }),
    },
  };
}

const settingsOn = (analysis: Analysis, day: number) => ({
  ...analysis,
  asOf: day,
  previous: day - 1,
});

const inMoney = ({ before, after, change, relative }: Change) => ({
  before: moneyOrNull(before),
  after: moneyOrNull(after),
  change: moneyOrNull(change),
  relative,
});

function sayKpis(
  { currency, values, concentration }: Kpis,
  badDebt: BadDebt,
  undated: number,
): object {
  const { top, total, count } = concentration;
  return {
    currency,
    values: Object.fromEntries(
      Object.entries(values).map(([name, { value, window, basis }]) => [
        name,
        { value, window: { ...window, ...span(window) }, basis },
      ]),
    ),
    undated,
    badDebt: { amount: moneyOrNull(badDebt.amount), source: badDebt.source },
    concentration: {
      total: formatFen(total),
      customers: count,
      top: top.map(({ customer, open }) => ({
        customer,
        open: formatFen(open),
        share: open / total,
      })),
    },
  };
}

/** Own figure less each industry's: above 0 is worse. */
function benchmarksOf({ values }: Kpis): object {
  const own = {
    days: values.averageCollectionDays.value,
    badDebtRate: values.badDebtRate.value,
  };
  return {
    own,
    gaps: DEFAULT_BENCHMARKS.map((benchmark) => {
      const { days, badDebtRate } = benchmarkGap(benchmark.industry, own)!;
      return { ...benchmark, gap: { days, badDebtRate } };
    }),
  };
}

/** What the ledger itself can raise; orders, limits and news are not in it. */
function alertsFor(analysis: Analysis, { values }: Kpis): object {
  const { items, asOf, previous } = analysis;
  const { badDebtRate } = DEFAULT_BENCHMARKS.find(({ industry }) => industry === INDUSTRY)!;
  const then = ledgerFigures(items, previous);
  const raised = alertsOf({
    asOf,
    overdueShare: {
      now: values.overdueShare.value,
      before: then.gross > 0 ? then.overdue / then.gross : null,
    },
    topShare: values.topShare.value,
    delays: receiptDelays(items, asOf),
    badDebt: { rate: values.badDebtRate.value, benchmark: badDebtRate },
  });
  return { previous: isoDate(previous), settings: DEFAULT_ALERT_SETTINGS, raised };
}

/** A week's list for each salesperson, and what finance and sales agree on: see SalespersonAccount. */
export function salespersonsOf(analysis: Analysis): object {
  const { items, open, daysOverdue, asOf } = analysis;
  const from = asOf - WEEK + 1;
  return {
    ...span({ from, to: asOf }),
    accounts: salespersonAccounts(analysis, from).map(
      ({ salesperson, currency, overdueCustomers, overdueItems, ...sums }) => ({
        salesperson,
        currency,
        ...Object.fromEntries(Object.entries(sums).map(([name, fen]) => [name, formatFen(fen)])),
        overdueCustomers,
        overdueItems: list(overdueItems, (item) => ({
          place: placeOf(analysis, item),
          customer: items.customers[items.customer[item]!]!,
          documentNo: items.documentNo[item]!,
          open: formatFen(open[item]!),
          daysOverdue: daysOverdue[item]!,
        })),
      }),
    ),
  };
}
