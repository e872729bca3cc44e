import type { Analysis } from './analyse';
import { overdueOf } from './balances';
import { customerBalances } from './customerBalances';
import { DEFAULT_KPI_SETTINGS, kpisOf, type KpiName, type Kpis, type KpiSettings } from './kpi';
import { ledgerFigures } from './ledgerFigures';
import type { Fen } from './money';

/** A figure on two days; null where it, or what it is compared with, is not known. */
export interface Change {
  readonly before: number | null;
  readonly after: number | null;
  /** After − before, in the figure's unit. */
  readonly change: number | null;
  /** Change ÷ before: −0.2 for a fifth less; null also where nothing was before. */
  readonly relative: number | null;
}

/** What collection has come to between two days, in one currency. */
export interface KpiChanges {
  readonly currency: string;
  /** Positive open and its part past due [fen]. */
  readonly gross: Change;
  readonly overdue: Change;
  /** Customers with something overdue. */
  readonly overdueCustomers: Change;
  readonly kpis: Readonly<Record<KpiName, Change>>;
}

/** @returns null-safe difference of a figure before and after */
export function changeOf(before: number | null, after: number | null): Change {
  const change = before === null || after === null ? null : after - before;
  return { before, after, change, relative: change === null || !before ? null : change / before };
}

/**
 * Before and after of a measure: the same ledger on two days, each with the window of its own. It
 * tells what changed, not what made it change.
 *
 * @param currency - index into the ledger's currencies
 * @param badDebt - 坏账 of either window [fen]; null where nobody says
 */
export function kpiChanges(
  before: Analysis,
  after: Analysis,
  currency: number,
  badDebt: { readonly before: Fen | null; readonly after: Fen | null } = {
    before: null,
    after: null,
  },
): KpiChanges {
  const [was, is] = [
    figuresOn(before, currency, { ...DEFAULT_KPI_SETTINGS, badDebt: badDebt.before }),
    figuresOn(after, currency, { ...DEFAULT_KPI_SETTINGS, badDebt: badDebt.after }),
  ];
  const names = Object.keys(is.kpis.values) as KpiName[];
  return {
    currency: is.kpis.currency,
    gross: changeOf(was.gross, is.gross),
    overdue: changeOf(was.overdue, is.overdue),
    overdueCustomers: changeOf(was.overdueCustomers, is.overdueCustomers),
    kpis: Object.fromEntries(
      names.map((name) => [
        name,
        changeOf(was.kpis.values[name].value, is.kpis.values[name].value),
      ]),
    ) as Record<KpiName, Change>,
  };
}

interface FiguresOn {
  readonly gross: Fen;
  readonly overdue: Fen;
  readonly overdueCustomers: number;
  readonly kpis: Kpis;
}

function figuresOn(analysis: Analysis, currency: number, settings: KpiSettings): FiguresOn {
  const { items, asOf } = analysis;
  const figures = ledgerFigures(items, asOf, currency);
  const word = items.currencies[currency]!;
  const owing = customerBalances(analysis).filter((one) => one.currency === word);
  return {
    gross: figures.gross,
    overdue: figures.overdue,
    overdueCustomers: owing.filter((one) => overdueOf(one) > 0).length,
    kpis: kpisOf(figures, settings),
  };
}
