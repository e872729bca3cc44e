import fc from 'fast-check';
import {
  calendarOf,
  isoDate,
  kpisOf,
  ledgerFigures,
  NO_DATE,
  openAmounts,
  type KpiName,
} from '../../src/domain';
import { day, itemsOf, type ItemRow } from '../support/itemsOf';

const asOf = day('2025-06-30');

/** A year of a small firm: one invoice a month of 100, and what became of it. */
const rows: ItemRow[] = [
  { doc: 'old', date: '2024-06-20', due: '2024-07-20', amount: 100, customer: '甲' },
  { doc: 'A', date: '2025-04-10', due: '2025-05-10', amount: 300, customer: '甲' },
  { doc: 'B', date: '2025-05-10', due: '2025-06-09', amount: 300, customer: '乙' },
  { doc: 'C', date: '2025-06-10', due: '2025-07-10', amount: 300, customer: '丙' },
  { kind: 'creditNote', date: '2025-06-15', amount: -50, customer: '丙', applied: { C: 50 } },
  { kind: 'receipt', date: '2025-05-20', amount: -300, customer: '甲', applied: { A: 300 } },
  { kind: 'receipt', date: '2025-05-30', amount: -100, customer: '乙', applied: { B: 100 } },
  { kind: 'advance', date: '2025-06-20', amount: -20, customer: '甲' },
  { kind: 'receipt', date: '2024-07-20', amount: -60, customer: '甲', applied: { old: 60 } },
  { kind: 'revaluation', date: '2025-06-30', amount: 7, customer: '甲' },
  { doc: 'X', date: '2025-06-01', amount: 999, currency: 'USD', customer: '甲' },
  { doc: 'later', date: '2025-07-01', amount: 999, customer: '甲' },
];
const items = itemsOf(rows);

describe('what KPIs rest on, out of the ledger alone', () => {
  const figures = ledgerFigures(items, asOf, 0, 3);

  it('the window is whole months to the day', () => {
    const { from, to, days, months } = figures.window;
    expect([isoDate(from), isoDate(to), days, months]).toEqual(['2025-04-01', '2025-06-30', 91, 3]);
    const partial = ledgerFigures(items, day('2025-06-15'), 0, 1).window;
    expect([isoDate(partial.from), partial.days]).toEqual(['2025-06-01', 15]);
  });

  it('balances, sales, receipts, customers', () => {
    expect(figures).toMatchObject({
      currency: 'CNY',
      opening: 4_000,
      closing: 47_000,
      gross: 49_000,
      notDue: 25_000,
      overdue: 24_000,
      sales: 85_000,
      undated: 0,
    });
    expect([...figures.receipts.amount]).toEqual([30_000, 10_000]);
    expect([...figures.receipts.daysLate]).toEqual([10, -10]);
    expect([...figures.receipts.daysToCash]).toEqual([40, 20]);
    expect(figures.customers).toEqual(['甲', '乙', '丙']);
    expect([...figures.balances]).toEqual([2_000, 20_000, 25_000]);
  });

  it('sales of every month back to the first item, latest first', () => {
    const { monthSales } = figures;
    expect(monthSales.map((m) => m.days)).toEqual([
      30, 31, 30, 31, 28, 31, 31, 30, 31, 30, 31, 31, 30,
    ]);
    expect(monthSales.map((m) => m.sales / 100)).toEqual([
      250, 300, 300, 0, 0, 0, 0, 0, 0, 0, 0, 0, 100,
    ]);
  });

  it('each currency for itself', () => {
    expect(ledgerFigures(items, asOf, 1)).toMatchObject({ currency: 'USD', closing: 99_900 });
  });

  it('a ledger without document dates has balances and no sales', () => {
    const undated = itemsOf([
      { amount: 100, due: '2025-05-01', received: 40, receiptDate: '2025-05-03' },
    ]);
    const found = ledgerFigures(undated, asOf);
    expect(found).toMatchObject({ closing: 6_000, overdue: 6_000, sales: 0, undated: 1 });
    expect(found.monthSales).toEqual([{ sales: 0, days: 30 }]);
    expect([...found.receipts.daysToCash]).toEqual([2]);
  });

  describe('at the edges of the window', () => {
    const edge = (rows: ItemRow[]) => ledgerFigures(itemsOf(rows), asOf, 0, 3);

    it('its first day is no opening, the day before is', () => {
      const { opening, sales } = edge([
        { doc: 'A', date: '2025-03-31', amount: 100 },
        { doc: 'B', date: '2025-04-01', amount: 30 },
      ]);
      expect([opening, sales]).toEqual([10_000, 3_000]);
    });

    it('the day itself counts, the next does not', () => {
      const { closing, sales, monthSales } = edge([
        { doc: 'A', date: '2025-06-30', amount: 100 },
        { doc: 'B', date: '2025-07-01', amount: 30 },
      ]);
      expect([closing, sales, monthSales]).toEqual([10_000, 10_000, [{ sales: 10_000, days: 30 }]]);
    });

    it('what is due today is not overdue', () => {
      const { notDue, overdue } = edge([
        { doc: 'A', date: '2025-06-01', due: '2025-06-30', amount: 100 },
        { doc: 'B', date: '2025-06-01', due: '2025-06-29', amount: 30 },
      ]);
      expect([notDue, overdue]).toEqual([10_000, 3_000]);
    });

    it('a receipt of its first day is one of the window, one of the day before is not', () => {
      const invoice = { date: '2025-03-01', due: '2025-03-31', amount: 100 };
      const { receipts } = edge([
        { ...invoice, received: 40, receiptDate: '2025-03-31' },
        { ...invoice, received: 70, receiptDate: '2025-04-01' },
      ]);
      expect([...receipts.amount]).toEqual([7_000]);
      expect([...receipts.daysLate]).toEqual([1]);
    });
  });

  it('a receipt in another currency is none of this one', () => {
    const paid = { date: '2025-05-01', amount: 100, received: 100, receiptDate: '2025-06-01' };
    const both = itemsOf([paid, { ...paid, currency: 'USD', received: 40 }]);
    expect([...ledgerFigures(both, asOf, 0).receipts.amount]).toEqual([10_000]);
    expect([...ledgerFigures(both, asOf, 1).receipts.amount]).toEqual([4_000]);
  });

  it('a revaluation without a date is nothing the months lack', () => {
    const found = ledgerFigures(
      itemsOf([
        { amount: 100, due: '2025-05-01' },
        { kind: 'revaluation', amount: 7 },
      ]),
      asOf,
    );
    expect([found.undated, found.closing]).toEqual([1, 10_000]);
  });

  it('agrees with a naive sum over rows', () => {
    const row = fc.record({
      amount: fc.integer({ min: -1000, max: 1000 }),
      ago: fc.integer({ min: -60, max: 900 }),
      term: fc.integer({ min: 0, max: 90 }),
      isDated: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 40 }),
        fc.integer({ min: 1, max: 18 }),
        (list, months) => {
          const ledger = itemsOf(
            list.map(({ amount, ago, term, isDated }) => ({
              kind: amount < 0 ? 'creditNote' : 'invoice',
              amount,
              due: isoDate(asOf - ago + term),
              ...(isDated ? { date: isoDate(asOf - ago) } : {}),
            })),
          );
          if (ledger.count === 0) return;
          const found = ledgerFigures(ledger, asOf, 0, months);
          const monthsAgo = (date: number) => {
            const [[y, m], [thisY, thisM]] = [calendarOf(date), calendarOf(asOf)];
            return (thisY - y) * 12 + thisM - m;
          };
          const dated = [...ledger.documentDate.keys()].filter(
            (i) => ledger.documentDate[i]! !== NO_DATE && ledger.documentDate[i]! <= asOf,
          );
          const sum = (of: number[]) => of.reduce((s, i) => s + ledger.amount[i]!, 0);
          const inWindow = dated.filter((i) => monthsAgo(ledger.documentDate[i]!) < months);
          expect(found.sales).toBe(sum(inWindow));
          expect(found.closing).toBe(openAmounts(ledger, asOf).reduce((s, a) => s + a, 0));
          expect(found.opening + sum(inWindow)).toBe(found.closing);
          for (const [m, { sales }] of found.monthSales.entries()) {
            expect(sales).toBe(sum(dated.filter((i) => monthsAgo(ledger.documentDate[i]!) === m)));
          }
        },
      ),
    );
  });
});

describe('KPIs of a ledger', () => {
  const kpis = kpisOf(ledgerFigures(items, asOf, 0, 3), { top: 1, badDebt: 490 });

  it.each<[KpiName, number]>([
    ['dso', (470 / 850) * 91],
    ['countBackDso', 30 + (220 / 300) * 31],
    ['bestPossibleDso', (250 / 850) * 91],
    ['delinquentDso', (220 / 850) * 91],
    ['averageDaysLate', 5],
    ['averageCollectionDays', 35],
    ['turnover', 3400 / 255],
    ['turnoverDays', (365 * 255) / 3400],
    ['collectionEffectiveness', (40 + 850 - 470) / (40 + 850 - 250)],
    ['overdueShare', 240 / 490],
    ['badDebtRate', 0.01],
    ['badDebtRateOfAverage', 4.9 / 255],
    ['topShare', 250 / 470],
    ['hhi', (20 ** 2 + 200 ** 2 + 250 ** 2) / 470 ** 2],
  ])('%s', (name, value) => {
    expect(kpis.values[name].value).toBeCloseTo(value, 10);
  });

  it('say their window and what they were worked out from', () => {
    expect(kpis.currency).toBe('CNY');
    const { countBackDso, ...others } = kpis.values;
    const { from, to, days, months } = countBackDso.window;
    expect([isoDate(from), isoDate(to), days, months]).toEqual(['2025-05-01', '2025-06-30', 61, 2]);
    expect(countBackDso.basis).toEqual({ closing: 47_000, months: 2, leftover: 0 });
    for (const { window } of Object.values(others)) expect(window.days).toBe(91);
    const [turns, receipts] = [
      { yearlySales: 340_000, opening: 4_000, closing: 47_000 },
      { receipts: 40_000, count: 2 },
    ];
    const bad = { badDebt: 490, gross: 49_000, opening: 4_000, closing: 47_000 };
    const shares = { top: 1, customers: 3, total: 47_000 };
    expect(Object.entries(others).map(([name, { basis }]) => [name, basis])).toEqual([
      ['dso', { closing: 47_000, sales: 85_000, days: 91 }],
      ['bestPossibleDso', { notDue: 25_000, sales: 85_000, days: 91 }],
      ['delinquentDso', { closing: 47_000, notDue: 25_000, sales: 85_000, days: 91 }],
      ['averageDaysLate', receipts],
      ['averageCollectionDays', receipts],
      ['turnover', turns],
      ['turnoverDays', turns],
      [
        'collectionEffectiveness',
        { opening: 4_000, sales: 85_000, closing: 47_000, notDue: 25_000 },
      ],
      ['overdueShare', { overdue: 24_000, gross: 49_000 }],
      ['badDebtRate', bad],
      ['badDebtRateOfAverage', bad],
      ['topShare', shares],
      ['hhi', shares],
    ]);
    expect(kpis.concentration.top[0]!.customer).toBe('丙');
  });

  it('know 50 customers as the top, and of bad debt what they are told', () => {
    const many = itemsOf(
      Array.from({ length: 60 }, (_, i) => ({
        date: '2025-06-01',
        amount: 100,
        customer: `K${i}`,
      })),
    );
    const { topShare, badDebtRate, badDebtRateOfAverage } = kpisOf(
      ledgerFigures(many, asOf),
    ).values;
    expect(topShare.value).toBe(50 / 60);
    expect([badDebtRate.value, badDebtRateOfAverage.value]).toEqual([null, null]);
    expect(badDebtRate.basis.badDebt).toBe(0);
  });

  it('an empty ledger and unknown bad debt have no figures, and no NaN', () => {
    const none = kpisOf(ledgerFigures(itemsOf([{ date: '2025-07-01', amount: 1 }]), asOf));
    const values = Object.entries(none.values).map(([name, { value }]) => [name, value]);
    expect(Object.fromEntries(values)).toEqual({
      dso: null,
      countBackDso: 0,
      bestPossibleDso: null,
      delinquentDso: null,
      averageDaysLate: null,
      averageCollectionDays: null,
      turnover: null,
      turnoverDays: null,
      collectionEffectiveness: null,
      overdueShare: null,
      badDebtRate: null,
      badDebtRateOfAverage: null,
      topShare: null,
      hhi: null,
    });
  });

  it('bad debt without receivables has no rate', () => {
    const figures = ledgerFigures(itemsOf([{ date: '2025-07-01', amount: 1 }]), asOf);
    expect(kpisOf(figures, { top: 50, badDebt: 1 }).values.badDebtRate.value).toBeNull();
  });
});
