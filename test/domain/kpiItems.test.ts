import fc from 'fast-check';
import {
  KPI_TERMS,
  kpiItems,
  kpisOf,
  kpiWindow,
  ledgerFigures,
  openAmounts,
  paymentsOf,
  settle,
  writeOffsOf,
  type KpiTerm,
  type Receivables,
} from '../../src/domain';
import { day, itemsOf, type ItemRow } from '../support/itemsOf';
import { columnsOf, ledgers, linkColumns, MIDDAY } from '../support/ledgers';

const asOf = day('2025-06-30');

const rows: ItemRow[] = [
  { doc: 'old', date: '2024-06-20', due: '2024-07-20', amount: 100, customer: '甲' },
  { doc: 'A', date: '2025-04-10', due: '2025-05-10', amount: 300, customer: '甲' },
  { doc: 'B', date: '2025-05-10', due: '2025-06-29', amount: 300, customer: '乙' },
  { doc: 'C', date: '2025-06-10', due: '2025-06-30', amount: 300, customer: '丙' },
  { kind: 'creditNote', date: '2025-06-15', amount: -50, customer: '丙', applied: { C: 50 } },
  { kind: 'receipt', date: '2025-05-20', amount: -300, customer: '甲', applied: { A: 300 } },
  { kind: 'receipt', date: '2025-05-30', amount: -100, customer: '乙', applied: { B: 100 } },
  { kind: 'advance', date: '2025-06-20', amount: -90, customer: '丁' },
  { kind: 'writeOff', date: '2025-06-01', amount: -60, customer: '甲', applied: { old: 60 } },
  { kind: 'revaluation', date: '2025-06-30', amount: 7, customer: '甲' },
  { doc: 'X', date: '2025-06-01', amount: 999, currency: 'USD', customer: '甲' },
  { doc: 'later', date: '2025-07-01', amount: 999, customer: '甲' },
  {
    doc: 'E',
    date: '2025-03-01',
    amount: 20,
    customer: '乙',
    received: 20,
    receiptDate: '2025-03-31',
  },
  {
    doc: 'F',
    date: '2025-03-31',
    amount: 30,
    customer: '乙',
    received: 10,
    receiptDate: '2025-04-01',
  },
  { kind: 'writeOff', date: '2025-03-31', amount: -1, customer: '乙', applied: { F: 1 } },
  { doc: 'G', date: '2025-04-01', due: '2025-08-01', amount: 10, customer: '乙' },
];

/** Of the first currency, over the months to a day. */
function behind(items: Receivables, to: number, months: number) {
  const figures = ledgerFigures(items, to, 0, months);
  const writeOffs = writeOffsOf(items, to);
  const kpis = kpisOf(figures);
  return { figures, kpis, writeOffs, found: kpiItems(items, 0, kpis, writeOffs) };
}

it('names the items of each sum', () => {
  const { found, kpis } = behind(itemsOf(rows), asOf, 3);
  const named = Object.fromEntries(Object.entries(found).map(([term, of]) => [term, [...of]]));
  // Closing is 40 + 200 + 250 − 90 + 19 + 10 = 429: the sales of June, 250, and part of May's, 300, use it up.
  expect(kpis.values.countBackDso.basis.months).toBe(2);
  expect(named).toEqual({
    opening: [0, 13],
    closing: [0, 2, 3, 7, 13, 15],
    gross: [0, 2, 3, 13, 15],
    notDue: [3, 15],
    overdue: [0, 2, 13],
    sales: [1, 2, 3, 4, 15],
    countBackSales: [2, 3, 4],
    receipts: [1, 2, 13],
    badDebt: [0],
    owing: [0, 2, 3, 13, 15],
  });
});

it('keeps currencies apart', () => {
  const items = itemsOf(rows);
  const kpis = kpisOf(ledgerFigures(items, asOf, 1, 3));
  const { closing, sales, badDebt } = kpiItems(items, 1, kpis, writeOffsOf(items, asOf));
  expect([closing, sales, badDebt].map((of) => [...of])).toEqual([[10], [10], []]);
});

it('makes every KPI of sums that are named', () => {
  const { kpis, found } = behind(itemsOf(rows), asOf, 3);
  expect(Object.keys(KPI_TERMS)).toEqual(Object.keys(kpis.values));
  const terms = new Set<KpiTerm>(Object.values(KPI_TERMS).flat());
  expect([...terms].sort()).toEqual(Object.keys(found).sort());
});

it('names items that add up to the sums, whatever the ledger', () => {
  fc.assert(
    fc.property(ledgers, fc.integer({ min: 1, max: 18 }), (ledger, months) => {
      const items = settle(columnsOf(ledger.items), linkColumns(ledger.items, ledger.links)).items;
      if (items.count === 0) return;
      const { figures, kpis, found } = behind(items, MIDDAY, months);
      const { from } = kpiWindow(MIDDAY, months);
      const [before, open] = [openAmounts(items, from - 1), openAmounts(items, MIDDAY)];
      const sum = (of: Int32Array, fen: Float64Array) => of.reduce((s, i) => s + fen[i]!, 0);
      expect({
        opening: sum(found.opening, before),
        closing: sum(found.closing, open),
        gross: sum(found.gross, open),
        notDue: sum(found.notDue, open),
        overdue: sum(found.overdue, open),
        sales: sum(found.sales, items.amount),
        owing: sum(found.owing, open),
      }).toEqual({
        opening: figures.opening,
        closing: figures.closing,
        gross: figures.gross,
        notDue: figures.notDue,
        overdue: figures.overdue,
        sales: figures.sales,
        owing: kpis.concentration.total,
      });
      const usedMonths = figures.monthSales.slice(0, kpis.values.countBackDso.basis.months);
      expect(sum(found.countBackSales, items.amount)).toBe(
        usedMonths.reduce((s, { sales }) => s + sales, 0),
      );
      const paid = new Float64Array(items.count);
      const { count, item, date, amount, isMoney } = paymentsOf(items, MIDDAY);
      for (let k = 0; k < count; k++) {
        if (isMoney[k] === 1 && date[k]! >= from) paid[item[k]!]! += amount[k]!;
      }
      expect(sum(found.receipts, paid)).toBe(figures.receipts.amount.reduce((s, n) => s + n, 0));
    }),
  );
});
