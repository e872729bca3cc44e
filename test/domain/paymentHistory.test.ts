import { paymentHistories } from '../../src/domain';
import { day, itemsOf, type ItemRow } from '../support/itemsOf';

const asOf = day('2025-06-30');
const invoice = (doc: string, due: string, amount: number): ItemRow => ({
  doc,
  date: '2025-01-01',
  due,
  amount,
});
const receipt = (date: string, doc: string, amount: number): ItemRow => ({
  kind: 'receipt',
  date,
  amount: -amount,
  applied: { [doc]: amount },
});

it('counts what was paid, late, open and overdue, and how late', () => {
  const items = itemsOf([
    invoice('A', '2025-01-31', 100),
    invoice('B', '2025-03-03', 200),
    invoice('C', '2025-03-31', 300),
    invoice('D', '2025-05-31', 400),
    invoice('E', '2025-07-15', 600),
    receipt('2025-01-26', 'A', 100),
    receipt('2025-03-13', 'B', 200),
    receipt('2025-04-20', 'C', 300),
  ]);
  expect(paymentHistories(items, asOf)).toEqual([
    {
      customer: '甲',
      currency: 'CNY',
      paidCount: 3,
      paidAmount: 600_00,
      paidLateCount: 2,
      paidLateAmount: 500_00,
      undatedCount: 0,
      openCount: 2,
      openAmount: 1000_00,
      overdueCount: 1,
      overdueAmount: 400_00,
      meanDaysLate: 15,
      meanDelay: 25 / 3,
    },
  ]);
});

it('of part payments the rest is open; of a paid invoice the last day counts', () => {
  const part = [invoice('A', '2025-03-31', 100), receipt('2025-03-01', 'A', 70)];
  expect(paymentHistories(itemsOf(part), asOf)).toMatchObject([
    {
      paidCount: 0,
      openCount: 1,
      openAmount: 30_00,
      overdueAmount: 30_00,
      meanDaysLate: null,
      meanDelay: null,
    },
  ]);
  const whole = [...part, receipt('2025-04-05', 'A', 30)];
  expect(paymentHistories(itemsOf(whole), asOf)).toMatchObject([
    { paidCount: 1, paidAmount: 100_00, paidLateCount: 1, meanDaysLate: 5, openCount: 0 },
  ]);
});

it('paid nobody knows when is paid, not late, and in no mean', () => {
  const items = itemsOf([
    { ...invoice('A', '2025-03-31', 100), received: 100 },
    { ...invoice('B', '2025-03-31', 100), received: 100, receiptDate: '2025-03-29' },
  ]);
  expect(paymentHistories(items, asOf)).toMatchObject([
    { paidCount: 2, undatedCount: 1, paidLateCount: 0, meanDaysLate: null, meanDelay: -2 },
  ]);
});

it('each currency by itself, and nobody without an invoice by the day', () => {
  const items = itemsOf([
    { ...invoice('A', '2025-03-31', 100), currency: 'USD' },
    invoice('B', '2025-03-31', 50),
    { ...invoice('C', '2025-08-31', 50), customer: '乙', date: '2025-07-01' },
    { kind: 'advance', customer: '丙', date: '2025-01-01', amount: -5 },
  ]);
  expect(
    paymentHistories(items, asOf).map((h) => [h.customer, h.currency, h.overdueAmount]),
  ).toEqual([
    ['甲', 'USD', 100_00],
    ['甲', 'CNY', 50_00],
  ]);
});
