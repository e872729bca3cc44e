import {
  averageDays,
  badDebtRate,
  benchmarkGap,
  bestPossibleDso,
  collectionEffectiveness,
  concentrationOf,
  countBackDso,
  delinquentDso,
  overdueShare,
  simpleDso,
  turnover,
  turnoverDays,
  type MonthSales,
} from '../../../src/domain';
import type { Case, Runners } from '../case';
import { needed, numberOf, optional, pick, serial, sum, type Fields } from './reading';

/** Figures of a period, by `policy.method`. */
export const KPI: Runners = {
  dso,
  cei,
  concentration,
  hhi: concentration,
  average_days_late: averageDaysLate,
  days_late: averageDaysLate,
  turnover: turns,
  overdue_share: overdue,
  bad_debt: badDebt,
  bad_debt_rate: badDebt,
  benchmark,
};

function dso(c: Case): unknown {
  const method = String(c.policy.method ?? 'simple');
  if (/late|adl/.test(method)) return averageDaysLate(c);
  if (method.includes('turnover')) return turns(c);
  const input = c.input as Fields;
  const closing = optional(input, 'ending_ar', 'closing_ar', 'ar', 'total_ar', 'balance');
  if (/back|exhaust/.test(method)) {
    const { days, months, leftover } = countBackDso(closing!, monthsOf(input));
    return { dso: days, months, leftover };
  }
  const sales = sum(pick(input, 'sales', 'credit_sales'));
  const days = needed({ ...c.policy, ...input }, 'days', 'period_days');
  const simple = closing === undefined ? null : simpleDso(closing, sales, days);
  const current = optional(input, 'current_ar', 'not_due', 'ending_current', 'current');
  const best = current === undefined ? null : bestPossibleDso(current, sales, days);
  const late = delinquentDso(simple, best);
  return {
    dso: simple ?? best,
    bpdso: best,
    best_possible_dso: best,
    delinquent_dso: late,
    delinquent: late,
    add: late,
  };
}

function monthsOf(input: Fields): MonthSales[] {
  const periods = pick(input, 'periods', 'months') as Fields[] | undefined;
  if (periods) {
    return periods.map((p) => ({ sales: needed(p, 'sales'), days: optional(p, 'days') ?? 30 }));
  }
  const days = pick(input, 'period_days', 'days');
  return (input.sales as number[]).map((sales, i) => ({
    sales,
    days: Array.isArray(days) ? Number(days[i]) : (numberOf(days) ?? 30),
  }));
}

function averageDaysLate(c: Case): unknown {
  const list = Array.isArray(c.input) ? c.input : pick(c.input as Fields, 'receipts', 'payments');
  const receipts = list as Fields[];
  const late = receipts.map(
    (r) => optional(r, 'days_late') ?? serial(pick(r, 'paid', 'date')) - serial(r.due),
  );
  const days = averageDays(
    late,
    receipts.map((r) => needed(r, 'amount')),
  );
  return { average_days_late: days, avg_days_late: days, adl: days, dso: days };
}

function turns(c: Case): unknown {
  const input = c.input as Fields;
  const times = turnover(
    sum(pick(input, 'credit_sales', 'sales')),
    needed(input, 'beginning_ar', 'opening_ar'),
    needed(input, 'ending_ar', 'ending_total', 'closing_ar'),
  );
  const days = turnoverDays(times);
  return { turnover: times, days, turnover_days: days, dso: days };
}

function cei(c: Case): unknown {
  const input = c.input as Fields;
  return {
    cei: collectionEffectiveness(
      needed(input, 'beginning_ar', 'opening_ar'),
      needed(input, 'credit_sales', 'sales'),
      {
        total: needed(input, 'ending_total', 'ending_ar'),
        current: needed(input, 'ending_current', 'current_ar'),
      },
    ),
  };
}

function concentration(c: Case): unknown {
  const customers = Array.isArray(c.input)
    ? (c.input as Fields[]).map((row) => ({
        customer: String(row.customer),
        open: needed(row, 'open', 'balance', 'amount', 'outstanding'),
      }))
    : Object.entries(c.input as Record<string, number>).map(([customer, open]) => ({
        customer,
        open,
      }));
  const found = concentrationOf(customers, optional(c.policy, 'n', 'top', 'top_n'));
  const points = found.hhi === null ? null : found.hhi * 10_000;
  return {
    share: found.topShare,
    members: found.top.map(({ customer }) => customer),
    hhi: c.policy.scale === 10_000 ? points : found.hhi,
    hhi_points: points,
  };
}

function overdue(c: Case): unknown {
  const input = c.input as Fields;
  return { overdue_share: overdueShare(needed(input, 'overdue'), needed(input, 'gross', 'total')) };
}

function badDebt(c: Case): unknown {
  const input = c.input as Fields;
  const total = needed(input, 'total_ar', 'ending_ar', 'closing_ar', 'ar');
  const { ofTotal, ofAverage } = badDebtRate(needed(input, 'bad_debt', 'write_offs'), {
    total,
    opening: optional(input, 'beginning_ar', 'opening_ar') ?? total,
    closing: optional(input, 'ending_ar', 'closing_ar') ?? total,
  });
  return { rate: ofTotal, bad_debt_rate: ofTotal, rate_of_average: ofAverage };
}

function benchmark(c: Case): unknown {
  const input = c.input as Fields;
  const gap = benchmarkGap(String(pick(input, 'industry')), {
    days: optional(input, 'days', 'dso') ?? null,
    badDebtRate: optional(input, 'bad_debt_rate', 'rate') ?? null,
  });
  return { days_gap: gap?.days, bad_debt_gap: gap?.badDebtRate, gap: gap?.days };
}
