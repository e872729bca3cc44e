import fc from 'fast-check';
import {
  addMonths,
  analyse,
  baseAmounts,
  defaultSettings,
  formatFen,
  openAmounts,
  settle,
  type Analysis,
} from '../../src/domain';
import { agesOf, baseOf, classesOf, labelsOf, pivotsOf } from '../../src/headless/ageingAnswers';
import { allowanceOf } from '../../src/headless/allowanceAnswer';
import { statementsOf, STATEMENT_MONTHS } from '../../src/headless/bookAnswers';
import { NOTHING_GIVEN } from '../../src/headless/given';
import { kpiAnswers, salespersonsOf, WEEK } from '../../src/headless/kpiAnswers';
import type { Rows } from '../../src/headless/rows';
import { TEXTS } from '../../src/workbook/texts';
import { columnsOf, ledgers, linkColumns, MIDDAY } from '../support/ledgers';

const texts = TEXTS['zh-CN'];

/** Ledgers as they stand, their items shared out among salespersons and regions. */
const analyses = fc.tuple(ledgers, fc.array(fc.nat(5), { minLength: 24 })).map(([told, words]) => {
  const { items } = settle(columnsOf(told.items), linkColumns(told.items, told.links));
  const index = Int32Array.from({ length: items.count }, (_, i) => words[i % words.length]!);
  const dimensions = {
    salesperson: { index: index.map((word) => word % 2), words: ['王昕', ''] },
    region: { index: index.map((word) => word % 3), words: ['华东', '', '华北'] },
  };
  return analyse({ ...items, dimensions }, defaultSettings(MIDDAY));
});

type Sums = Readonly<Record<string, string>>;
type Named = Readonly<Record<string, Rows>>;

/** What the rows named hold of amounts, as the sheet has them: a row an item. */
function sumOf({ items }: Analysis, rows: Rows | undefined, amounts: ArrayLike<number>): string {
  const named = new Set(
    (rows?.spans ?? []).flatMap((span) =>
      span
        .split('!')[1]!
        .split(',')
        .flatMap((run) => {
          const [from, to = from] = run.split('-').map(Number);
          return Array.from({ length: to! - from! + 1 }, (_, i) => from! + i);
        }),
    ),
  );
  expect(named.size).toBe(rows?.count ?? 0);
  let sum = 0;
  for (let i = 0; i < items.count; i++) if (named.has(items.row[i]!)) sum += amounts[i]!;
  return formatFen(sum);
}

const check = (name: string, holds: (analysis: Analysis) => void) =>
  it(name, () => fc.assert(fc.property(analyses, holds), { numRuns: 60 }));

describe('the rows named add up to the figure, whatever the ledger:', () => {
  check('ageing, classes and the base currency', (analysis) => {
    const { open, items } = analysis;
    const groups = [
      ...(agesOf(analysis) as { byBand: Sums; rows: Named }[]).map(
        ({ byBand, rows }) => [byBand, rows] as const,
      ),
      ...(classesOf(analysis, texts) as { totals: { byClass: Sums; rows: Named }[] }).totals.map(
        ({ byClass, rows }) => [byClass, rows] as const,
      ),
    ];
    for (const [sums, rows] of groups) {
      for (const label of Object.keys(sums)) {
        expect(sumOf(analysis, rows[label], open)).toBe(sums[label]);
      }
    }
    interface Base {
      balance: string;
      rows: Rows;
    }
    const base = baseOf(analysis, labelsOf(analysis, texts)) as {
      total: Base;
      customers: { list: Base[] };
    };
    const amounts = baseAmounts(items, MIDDAY);
    for (const { balance, rows } of [base.total, ...base.customers.list]) {
      expect(sumOf(analysis, rows, amounts)).toBe(balance);
    }
  });

  check('pivots and salespersons', (analysis) => {
    interface Cell {
      open: string;
      rows: Rows;
    }
    const pivots = pivotsOf(analysis, labelsOf(analysis, texts)) as Record<
      string,
      { list: Cell[] }
    >;
    expect(Object.keys(pivots)).toHaveLength(3);
    for (const { open, rows } of Object.values(pivots).flatMap(({ list }) => list)) {
      expect(sumOf(analysis, rows, analysis.open)).toBe(open);
    }
    const { accounts } = salespersonsOf(analysis) as {
      accounts: { opening: string; closing: string; rows: Rows }[];
    };
    const before = openAmounts(analysis.items, MIDDAY - WEEK);
    for (const { opening, closing, rows } of accounts) {
      expect(sumOf(analysis, rows, before)).toBe(opening);
      expect(sumOf(analysis, rows, analysis.open)).toBe(closing);
    }
  });

  check('statements', (analysis) => {
    const { list } = statementsOf(analysis) as {
      list: { opening: string; closing: string; rows: Named }[];
    };
    const before = openAmounts(analysis.items, addMonths(MIDDAY, -STATEMENT_MONTHS));
    for (const { opening, closing, rows } of list) {
      expect(sumOf(analysis, rows.opening, before)).toBe(opening);
      expect(sumOf(analysis, rows.closing, analysis.open)).toBe(closing);
    }
  });

  check('KPIs', (analysis) => {
    const { items, open } = analysis;
    const { kpis } = kpiAnswers(analysis, [], NOTHING_GIVEN, 'zh-CN') as {
      kpis: {
        values: Record<string, { window: { from: string }; basis: Record<string, number> }>;
        concentration: { total: string; top: { open: string; rows: Rows }[] };
        rows: Named;
      }[];
    };
    const before = openAmounts(items, addMonths(MIDDAY + 1, -12) - 1);
    for (const { values, concentration, rows } of kpis) {
      const basis = Object.assign({}, ...Object.values(values).map((kpi) => kpi.basis)) as Record<
        string,
        number
      >;
      for (const term of ['closing', 'gross', 'notDue', 'overdue']) {
        expect(sumOf(analysis, rows[term], open)).toBe(formatFen(basis[term]!));
      }
      expect(sumOf(analysis, rows.opening, before)).toBe(formatFen(basis.opening!));
      expect(sumOf(analysis, rows.sales, items.amount)).toBe(formatFen(basis.sales!));
      expect(sumOf(analysis, rows.owing, open)).toBe(concentration.total);
      for (const top of concentration.top) expect(sumOf(analysis, top.rows, open)).toBe(top.open);
    }
  });

  check('the allowance', (analysis) => {
    interface Matrix {
      lines: { balance: string; rows: Rows }[];
    }
    const answer = allowanceOf(analysis, [], 0, texts) as Record<'byAge' | 'byOverdue', Matrix>[];
    for (const { lines } of answer.flatMap(({ byAge, byOverdue }) => [byAge, byOverdue])) {
      for (const { balance, rows } of lines) {
        expect(sumOf(analysis, rows, analysis.open)).toBe(balance);
      }
    }
  });
});
