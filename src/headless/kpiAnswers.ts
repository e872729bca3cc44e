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
  itemsBehind,
  itemsOfSalespersons,
  KPI_TERMS,
  kpiChanges,
  kpiItems,
  kpisOf,
  kpiWindow,
  ledgerFigures,
  mainCurrency,
  ownIndustry,
  paymentsOf,
  receiptDelays,
  salespersonAccounts,
  type Analysis,
  type Change,
  type Fen,
  type Kpis,
  type KpiName,
  type KpiWindow,
  type OwnIndustry,
  type WriteOff,
} from '../domain';
import type { Language } from '../workbook/texts';
import { givenOf, type Given } from './given';
import { rowsOf, type Rows } from './rows';
import { RULES } from './rules';
import { list, moneyOrNull, placeOf, span } from './say';

/** Months between the two days that KPIs are compared on: a year, so that seasons do not matter. */
export const EFFECT_MONTHS = 12;
/** Days of a salesperson's list. */
export const WEEK = 7;

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
  if (given !== undefined) return { amount: given, source: 'given' };
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
  language: Language,
): Readonly<Record<'kpis' | 'benchmarks' | 'alerts' | 'effect', object>> {
  const { items, asOf } = analysis;
  const main = mainCurrency(items.currencies);
  const before = analyse(items, settingsOn(analysis, addMonths(asOf, -EFFECT_MONTHS)));
  const bad = (of: Analysis, currency: number, figure: Fen | undefined) =>
    badDebtOf(of, currency, kpiWindow(of.asOf), writeOffs, figure);
  const all = items.currencies.map((_, currency) => {
    const said = givenOf(given.badDebt, items.currencies, currency);
    const badDebt = bad(analysis, currency, said);
    const figures = ledgerFigures(items, asOf, currency);
    const settings = { ...DEFAULT_KPI_SETTINGS, badDebt: badDebt.amount };
    return { kpis: kpisOf(figures, settings), badDebt, undated: figures.undated };
  });
  const industry = ownIndustry(items, asOf, given.industry);
  return {
    kpis: all.map(({ kpis, badDebt, undated }, currency) => ({
      ...sayKpis(kpis, badDebt, language),
      isMain: currency === main,
      undated,
      ...kpiRows(analysis, currency, kpis, badDebt.source === 'writeOffs' ? writeOffs : []),
    })),
    benchmarks: {
      industry,
      currencies: all.map(({ kpis }) => benchmarksOf(kpis, industry)),
    },
    alerts: alertsFor(
      analysis,
      all.map(({ kpis }) => kpis),
      industry,
    ),
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
          gross: { ...inMoney(changes.gross), rows: onBoth(before, analysis, currency, false) },
          overdue: { ...inMoney(changes.overdue), rows: onBoth(before, analysis, currency, true) },
        };
      }),
    },
  };
}

/** The rows of what is open above 0, or of it past due, on two days. */
function onBoth(before: Analysis, after: Analysis, currency: number, isOverdue: boolean) {
  const on = (of: Analysis) => {
    const { items, open, daysOverdue } = of;
    const isMeant = (i: number) =>
      items.currency[i] === currency && open[i]! > 0 && (!isOverdue || daysOverdue[i]! > 0);
    return rowsOf(of, itemsBehind(items.count, isMeant));
  };
  return { before: on(before), after: on(after) };
}

/** The rows of each sum that KPIs are made of, and of each of the top customers. */
function kpiRows(
  analysis: Analysis,
  currency: number,
  kpis: Kpis,
  writeOffs: readonly WriteOff[],
): object {
  const { items } = analysis;
  const behind = kpiItems(items, currency, kpis, writeOffs);
  const { top, total, count } = kpis.concentration;
  const ofTop = new Map<string, number[]>(top.map(({ customer }) => [customer, []]));
  for (const i of behind.owing) ofTop.get(items.customers[items.customer[i]!]!)?.push(i);
  return {
    rows: Object.fromEntries(
      Object.entries(behind).map(([term, found]): [string, Rows] => [
        term,
        rowsOf(analysis, found),
      ]),
    ),
    concentration: {
      total: formatFen(total),
      customers: count,
      top: top.map(({ customer, open }) => ({
        customer,
        open: formatFen(open),
        share: open / total,
        rows: rowsOf(analysis, ofTop.get(customer)!),
      })),
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

function sayKpis({ currency, values }: Kpis, badDebt: BadDebt, language: Language): object {
  const rules = RULES[language].kpis;
  return {
    currency,
    values: Object.fromEntries(
      (Object.keys(values) as KpiName[]).map((name) => {
        const { value, window, basis } = values[name];
        const [rule, empty] = rules[name];
        const why = value === null ? { empty } : {};
        const rows = KPI_TERMS[name];
        return [name, { value, window: { ...window, ...span(window) }, basis, rule, ...why, rows }];
      }),
    ),
    badDebt: { amount: moneyOrNull(badDebt.amount), source: badDebt.source },
  };
}

/** Own figure less each industry's: above 0 is worse. */
function benchmarksOf({ currency, values }: Kpis, { industry }: OwnIndustry): object {
  const own = {
    days: values.averageCollectionDays.value,
    badDebtRate: values.badDebtRate.value,
  };
  return {
    currency,
    own,
    gaps: DEFAULT_BENCHMARKS.map((benchmark) => {
      const { days, badDebtRate } = benchmarkGap(benchmark.industry, own)!;
      const isOwn = benchmark.industry === industry;
      return { ...benchmark, gap: { days, badDebtRate }, isOwn };
    }),
  };
}

/** What the ledger itself can raise, the shares of each currency; orders, limits and news are not in it. */
function alertsFor(analysis: Analysis, all: readonly Kpis[], { industry }: OwnIndustry): object {
  const { items, asOf, previous } = analysis;
  const { badDebtRate } = DEFAULT_BENCHMARKS.find((one) => one.industry === industry)!;
  const ofCurrencies = all.flatMap(({ currency, values }, c) => {
    const then = ledgerFigures(items, previous, c);
    const found = alertsOf({
      asOf,
      overdueShare: {
        now: values.overdueShare.value,
        before: then.gross > 0 ? then.overdue / then.gross : null,
      },
      topShare: values.topShare.value,
      badDebt: { rate: values.badDebtRate.value, benchmark: badDebtRate },
    });
    return found.map((alert) => ({ ...alert, currency }));
  });
  const slowing = alertsOf({ asOf, delays: receiptDelays(items, asOf) });
  const paid = slowing.length === 0 ? new Map<string, number[]>() : paidByCustomer(analysis);
  return {
    previous: isoDate(previous),
    industry,
    settings: DEFAULT_ALERT_SETTINGS,
    raised: [
      ...ofCurrencies,
      ...slowing.map((alert) => ({ ...alert, rows: rowsOf(analysis, paid.get(alert.customer)!) })),
    ],
  };
}

/** The invoices on which each customer paid money. */
function paidByCustomer({ items, asOf }: Analysis): Map<string, number[]> {
  const isPaid = new Uint8Array(items.count);
  const { count, item, isMoney } = paymentsOf(items, asOf);
  for (let k = 0; k < count; k++) if (isMoney[k] === 1) isPaid[item[k]!] = 1;
  const found = new Map<string, number[]>();
  for (const i of itemsBehind(items.count, (one) => isPaid[one] === 1)) {
    const customer = items.customers[items.customer[i]!]!;
    const own = found.get(customer);
    if (own) own.push(i);
    else found.set(customer, [i]);
  }
  return found;
}

/** A week's list for each salesperson, and what finance and sales agree on: see SalespersonAccount. */
export function salespersonsOf(analysis: Analysis): object {
  const { items, open, daysOverdue, asOf } = analysis;
  const from = asOf - WEEK + 1;
  const itemsOf = itemsOfSalespersons(analysis, from);
  return {
    ...span({ from, to: asOf }),
    accounts: salespersonAccounts(analysis, from).map(
      ({ salesperson, currency, overdueCustomers, overdueItems, ...sums }) => ({
        salesperson,
        currency,
        ...Object.fromEntries(Object.entries(sums).map(([name, fen]) => [name, formatFen(fen)])),
        overdueCustomers,
        rows: rowsOf(analysis, itemsOf({ salesperson, currency })),
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
