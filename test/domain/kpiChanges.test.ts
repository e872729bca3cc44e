import { analyse, changeOf, defaultSettings, kpiChanges } from '../../src/domain';
import { day, itemsOf } from '../support/itemsOf';

it.each([
  [4, 3, -1, -0.25],
  [0, 3, 3, null],
  [null, 3, null, null],
  [3, null, null, null],
])('from %p to %p', (before, after, change, relative) => {
  expect(changeOf(before, after)).toEqual({ before, after, change, relative });
});

const items = itemsOf([
  { doc: 'A', date: '2024-01-10', due: '2024-02-09', amount: 1000 },
  { doc: 'B', customer: '乙', date: '2024-03-01', due: '2024-03-31', amount: 300 },
  { kind: 'receipt', date: '2024-09-02', amount: -700, applied: { A: 700 } },
  { kind: 'receipt', customer: '乙', date: '2024-12-31', amount: -300, applied: { B: 300 } },
  { doc: 'C', date: '2025-05-20', due: '2025-07-19', amount: 300 },
  { currency: 'USD', doc: 'D', customer: '丙', date: '2025-01-01', amount: 50 },
]);
const on = (text: string) => analyse(items, defaultSettings(day(text)));

it('compares a ledger on two days, one currency at a time', () => {
  const badDebt = { before: 39_00, after: 6_00 };
  const found = kpiChanges(on('2024-06-30'), on('2025-06-30'), 0, badDebt);
  expect(found).toMatchObject({
    currency: 'CNY',
    gross: { before: 1300_00, after: 600_00, change: -700_00 },
    overdue: { before: 1300_00, after: 300_00, change: -1000_00 },
    overdueCustomers: { before: 2, after: 1, change: -1, relative: -0.5 },
  });
  expect(found.kpis.overdueShare).toEqual({ before: 1, after: 0.5, change: -0.5, relative: -0.5 });
  expect(found.kpis.badDebtRate.before).toBeCloseTo(0.03, 12);
  expect(found.kpis.badDebtRate.after).toBeCloseTo(0.01, 12);
  expect(found.kpis.averageDaysLate).toMatchObject({ before: null, change: null });
  const inDollars = kpiChanges(on('2024-06-30'), on('2025-06-30'), 1);
  expect(inDollars.overdueCustomers).toEqual({ before: 0, after: 1, change: 1, relative: null });
  expect(inDollars.kpis.badDebtRate.after).toBeNull();
});
