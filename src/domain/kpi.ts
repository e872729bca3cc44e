import { badDebtRate } from './badDebt';
import {
  averageDays,
  collectionEffectiveness,
  overdueShare,
  turnover,
  turnoverDays,
} from './collectionKpis';
import { concentrationOf, DEFAULT_TOP, type Concentration } from './concentration';
import { bestPossibleDso, countBackDso, delinquentDso, simpleDso } from './dso';
import type { LedgerFigures, KpiWindow } from './ledgerFigures';
import type { Fen } from './money';

export type KpiName =
  | 'dso'
  | 'countBackDso'
  | 'bestPossibleDso'
  | 'delinquentDso'
  | 'averageDaysLate'
  | 'averageCollectionDays'
  | 'turnover'
  | 'turnoverDays'
  | 'collectionEffectiveness'
  | 'overdueShare'
  | 'badDebtRate'
  | 'badDebtRateOfAverage'
  | 'topShare'
  | 'hhi';

/** A figure, and what it was worked out from. */
export interface Kpi {
  /** Days, times or a share 0…1; null where there is nothing to work it out from. */
  readonly value: number | null;
  readonly window: KpiWindow;
  /** By name: money in fen, days, counts. */
  readonly basis: Readonly<Record<string, number>>;
}

export interface KpiSettings {
  /** Customers that count as the top. */
  readonly top: number;
  /** 坏账 of the window in fen; null where nobody says. */
  readonly badDebt: Fen | null;
}

export const DEFAULT_KPI_SETTINGS: KpiSettings = { top: DEFAULT_TOP, badDebt: null };

export interface Kpis {
  readonly currency: string;
  readonly values: Readonly<Record<KpiName, Kpi>>;
  readonly concentration: Concentration;
}

/** @returns every KPI of a ledger, each with its window and basis */
export function kpisOf(
  figures: LedgerFigures,
  { top, badDebt }: KpiSettings = DEFAULT_KPI_SETTINGS,
): Kpis {
  const { window, opening, closing, gross, notDue, overdue, sales, receipts } = figures;
  const days = window.days;
  const kpi = (value: number | null, basis: Record<string, number>, over = window): Kpi => ({
    value,
    window: over,
    basis,
  });
  const dso = simpleDso(closing, sales, days);
  const bestPossible = bestPossibleDso(notDue, sales, days);
  const countBack = countBackDso(closing, figures.monthSales);
  const used = figures.monthSales.slice(0, countBack.months).reduce((sum, m) => sum + m.days, 0);
  const yearlySales = (sales * 12) / window.months;
  const turns = turnover(yearlySales, opening, closing);
  const turnsBasis = { yearlySales, opening, closing };
  const closings = { total: closing, current: notDue };
  const paid = receipts.amount.reduce((sum, amount) => sum + amount, 0);
  const paidBasis = { receipts: paid, count: receipts.amount.length };
  const bad = badDebt === null ? null : badDebtRate(badDebt, { total: gross, opening, closing });
  const badBasis = { badDebt: badDebt ?? 0, gross, opening, closing };
  const concentration = concentrationOf(figures.customers, figures.balances, top);
  const shareBasis = { top, customers: concentration.count, total: concentration.total };
  return {
    currency: figures.currency,
    concentration,
    values: {
      dso: kpi(dso, { closing, sales, days }),
      countBackDso: kpi(
        countBack.days,
        { closing, months: countBack.months, leftover: countBack.leftover },
        { from: window.to - used + 1, to: window.to, days: used, months: countBack.months },
      ),
      bestPossibleDso: kpi(bestPossible, { notDue, sales, days }),
      delinquentDso: kpi(delinquentDso(dso, bestPossible), { closing, notDue, sales, days }),
      averageDaysLate: kpi(averageDays(receipts.daysLate, receipts.amount), paidBasis),
      averageCollectionDays: kpi(averageDays(receipts.daysToCash, receipts.amount), paidBasis),
      turnover: kpi(turns, turnsBasis),
      turnoverDays: kpi(turnoverDays(turns), turnsBasis),
      collectionEffectiveness: kpi(collectionEffectiveness(opening, sales, closings), {
        opening,
        sales,
        closing,
        notDue,
      }),
      overdueShare: kpi(overdueShare(overdue, gross), { overdue, gross }),
      badDebtRate: kpi(bad?.ofTotal ?? null, badBasis),
      badDebtRateOfAverage: kpi(bad?.ofAverage ?? null, badBasis),
      topShare: kpi(concentration.topShare, shareBasis),
      hhi: kpi(concentration.hhi, shareBasis),
    },
  };
}
