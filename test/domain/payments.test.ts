import { isoDate, paymentsOf, receiptDelays } from '../../src/domain';
import { day, itemsOf, type ItemRow } from '../support/itemsOf';

const asOf = day('2025-06-30');
const rows: ItemRow[] = [
  { doc: 'A', date: '2025-03-01', due: '2025-03-31', amount: 100 },
  {
    doc: 'B',
    date: '2025-04-01',
    due: '2025-04-30',
    amount: 50,
    received: 50,
    receiptDate: '2025-05-10',
  },
  { kind: 'advance', date: '2025-02-01', amount: -30, applied: { A: 30 } },
  { kind: 'receipt', date: '2025-04-10', amount: -40, applied: { A: 40 }, matched: '2025-04-20' },
  { kind: 'creditNote', date: '2025-04-11', amount: -10, applied: { A: 10 } },
  { kind: 'writeOff', date: '2025-04-12', amount: -5, applied: { A: 5 } },
  { kind: 'receipt', date: '2025-06-29', amount: -20, applied: { A: 20 }, matched: '2025-07-01' },
];

describe('payments of a ledger', () => {
  it('come on the day of the receipt, not of the matching, nor before the invoice', () => {
    const { count, item, date, amount, isMoney } = paymentsOf(itemsOf(rows), asOf);
    const told = Array.from({ length: count }, (_, k) => [
      item[k],
      isoDate(date[k]!),
      amount[k]! / 100,
      isMoney[k],
    ]);
    expect(told).toEqual([
      [1, '2025-05-10', 50, 1],
      [0, '2025-03-01', 30, 1],
      [0, '2025-04-10', 40, 1],
      [0, '2025-04-11', 10, 0],
      [0, '2025-04-12', 5, 0],
    ]);
  });

  it('none in an empty ledger', () => {
    expect(paymentsOf(itemsOf([]), asOf).count).toBe(0);
  });
});

describe('delays of receipts', () => {
  it('by customer, oldest first, early ones below 0', () => {
    expect(receiptDelays(itemsOf(rows), asOf)).toEqual(new Map([['甲', [-30, 10, 10]]]));
  });

  it('receipts of one day are one, weighted by amount', () => {
    const items = itemsOf([
      { doc: 'A', date: '2025-03-01', due: '2025-03-31', amount: 100 },
      { doc: 'B', date: '2025-03-01', due: '2025-04-10', amount: 300 },
      { kind: 'receipt', date: '2025-04-20', amount: -400, applied: { A: 100, B: 300 } },
    ]);
    expect(receiptDelays(items, asOf).get('甲')).toEqual([12.5]);
  });

  it('a receipt taken back on its day is none', () => {
    const items = itemsOf([
      { doc: 'A', date: '2025-03-01', due: '2025-03-31', amount: 100 },
      { kind: 'receipt', date: '2025-04-20', amount: -100, applied: { A: 100 } },
      { kind: 'receipt', date: '2025-04-20', amount: 100, applied: { A: -100 } },
    ]);
    expect(receiptDelays(items, asOf).get('甲')).toEqual([]);
  });
});
