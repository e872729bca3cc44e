import {
  averageDays,
  badDebtRate,
  benchmarkGap,
  bestPossibleDso,
  collectionEffectiveness,
  concentrationOf,
  countBackDso,
  daysInMonth,
  delinquentDso,
  overdueShare,
  simpleDso,
  turnover,
  turnoverDays,
  type Fen,
  type MonthSales,
} from '../../../src/domain';
import type { Case, Runners } from '../case';
import {
  fen,
  money,
  needed,
  numberOf,
  optional,
  optionalMoney,
  pick,
  serial,
  sumOf,
  yuan,
  type Fields,
} from './reading';

const FIGURES: Runners = {
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

/** Figures of a period, by their names, or `kpi` with the name in the policy. */
export const KPI: Runners = { ...FIGURES, kpi };

function kpi(c: Case): unknown {
  const isExpected = (figure: string) => figure in ((c.expected ?? {}) as Fields);
  const named = pick(c.policy, 'kpi', 'metric') ?? [
    ...Object.keys(FIGURES).filter((figure) => figure === c.policy.method || isExpected(figure)),
    'dso',
  ];
  const area = String([named].flat()[0]).toLowerCase();
  return (FIGURES[area] ?? dso)({ ...c, area });
}

function dso(c: Case): unknown {
  // An area of its own says the method too: delinquent_dso.
  const method = String(c.policy.method ?? c.area)
    .toLowerCase()
    .replace(/^dso[_-]?|[_-]?dso$/g, '');
  if (/late|adl/.test(method)) return averageDaysLate(c);
  if (method.includes('turnover')) return turns(c);
  const input = c.input as Fields;
  const CLOSING = ['ending_ar', 'closing_ar', 'ar', 'total_ar', 'balance'];
  if (/back|exhaust/.test(method)) {
    const { days, months, leftover } = countBackDso(money(input, ...CLOSING), monthsOf(input));
    return { dso: days, months, leftover: yuan(leftover) };
  }
  const closing = optionalMoney(input, ...CLOSING);
  const periods = pick(input, 'periods', 'months') as Fields[] | undefined;
  const sales = periods ? sumOf(periods.map(salesIn)) : salesIn(input);
  const days =
    optional({ ...c.policy, ...input }, 'days', 'period_days') ??
    (periods
      ? monthsOf(input).reduce((sum, month) => sum + month.days, 0)
      : needed(input, 'days', 'period_days'));
  const simple = closing === undefined ? null : simpleDso(closing, sales, days);
  const current = optionalMoney(input, 'current_ar', 'not_due', 'ending_current', 'current');
  const best = current === undefined ? null : bestPossibleDso(current, sales, days);
  const late = delinquentDso(simple, best);
  return {
    dso: ofMethod(method, { simple: simple ?? best, best, late }),
    bpdso: best,
    best_possible_dso: best,
    delinquent_dso: late,
    delinquent: late,
    add: late,
  };
}

function ofMethod<T>(method: string, found: { simple: T; best: T; late: T }): T {
  if (/^(?:simple|standard)?$/.test(method)) return found.simple;
  if (/^(?:bp|best(?:[_-]possible)?)$/.test(method)) return found.best;
  if (/^(?:delinquent|add)$/.test(method)) return found.late;
  throw new Error(`no such method as ${method}`);
}

const salesIn = (input: Fields): Fen =>
  sumOf([pick(input, 'sales', 'credit_sales')].flat().map(fen));

/** Latest first: by their names where these are months, else as the case has them. */
function monthsOf(input: Fields): MonthSales[] {
  const periods = pick(input, 'periods', 'months') as Fields[] | undefined;
  if (periods) {
    const named = periods.map((p) => ({
      name: String(pick(p, 'p', 'period', 'month')),
      sales: salesIn(p),
      days: optional(p, 'days'),
    }));
    const areMonths = named.every(({ name }) => MONTH.test(name));
    const ordered = areMonths ? named.sort((a, b) => (a.name < b.name ? 1 : -1)) : named;
    return ordered.map(({ name, sales, days }) => ({ sales, days: days ?? daysOfMonth(name) }));
  }
  const days = pick(input, 'period_days', 'days');
  return (input.sales as number[]).map((sales, i) => ({
    sales: fen(sales),
    days: Array.isArray(days) ? Number(days[i]) : (numberOf(days) ?? 30),
  }));
}

/** 2025-05 */
const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;

function daysOfMonth(name: string): number {
  const [, year, month] = MONTH.exec(name) ?? [];
  if (year === undefined) throw new Error(`the case gives no days of ${name}`);
  return daysInMonth(Number(year), Number(month));
}

function averageDaysLate(c: Case): unknown {
  const list = Array.isArray(c.input) ? c.input : pick(c.input as Fields, 'receipts', 'payments');
  const receipts = list as Fields[];
  const late = receipts.map(
    (r) => optional(r, 'days_late') ?? serial(pick(r, 'paid', 'date')) - serial(r.due),
  );
  const days = averageDays(
    late,
    receipts.map((r) => money(r, 'amount')),
  );
  return { average_days_late: days, avg_days_late: days, adl: days, dso: days };
}

function turns(c: Case): unknown {
  const input = c.input as Fields;
  const times = turnover(
    salesIn(input),
    money(input, 'beginning_ar', 'opening_ar'),
    money(input, 'ending_ar', 'ending_total', 'closing_ar'),
  );
  const days = turnoverDays(times);
  return { turnover: times, days, turnover_days: days, dso: days };
}

function cei(c: Case): unknown {
  const input = c.input as Fields;
  return {
    cei: collectionEffectiveness(
      money(input, 'beginning_ar', 'opening_ar'),
      money(input, 'credit_sales', 'sales'),
      {
        total: money(input, 'ending_total', 'ending_ar'),
        current: money(input, 'ending_current', 'current_ar'),
      },
    ),
  };
}

function concentration(c: Case): unknown {
  const customers = Array.isArray(c.input)
    ? (c.input as Fields[]).map((row) => ({
        customer: String(row.customer),
        open: money(row, 'open', 'balance', 'amount', 'outstanding'),
      }))
    : Object.entries(c.input as Record<string, number>).map(([customer, open]) => ({
        customer,
        open: fen(open),
      }));
  const found = concentrationOf(
    customers.map(({ customer }) => customer),
    customers.map(({ open }) => open),
    optional(c.policy, 'n', 'top', 'top_n'),
  );
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
  return { overdue_share: overdueShare(money(input, 'overdue'), money(input, 'gross', 'total')) };
}

function badDebt(c: Case): unknown {
  const input = c.input as Fields;
  const total = money(input, 'total_ar', 'ending_ar', 'closing_ar', 'ar');
  const { ofTotal, ofAverage } = badDebtRate(money(input, 'bad_debt', 'write_offs'), {
    total,
    opening: optionalMoney(input, 'beginning_ar', 'opening_ar') ?? total,
    closing: optionalMoney(input, 'ending_ar', 'closing_ar') ?? total,
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
