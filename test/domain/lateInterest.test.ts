import Decimal from 'decimal.js';
import fc from 'fast-check';
import { interestOn, lateFenDays, lateInterest, type Receivables } from '../../src/domain';
import { day, itemsOf, type ItemRow } from '../support/itemsOf';

const asOf = day('2025-06-30');
const invoice: ItemRow = { doc: 'A', date: '2025-05-01', due: '2025-06-10', amount: 100 };
const receipt = (date: string, yuan: number, matched = date): ItemRow => ({
  kind: 'receipt',
  date,
  amount: -yuan,
  applied: { A: yuan },
  matched,
});
const yuanDays = (items: Receivables) => lateFenDays(items, asOf)[0]! / 100;

describe('how much was late for how long', () => {
  it.each<[string, ItemRow[], number]>([
    ['open for 20 days', [invoice], 2000],
    ['not due yet', [{ ...invoice, due: '2025-06-30' }], 0],
    ['paid on the due date', [invoice, receipt('2025-06-10', 100)], 0],
    ['paid before it', [invoice, receipt('2025-05-10', 100)], 0],
    [
      'paid late in full: interest outlives the principal',
      [invoice, receipt('2025-06-15', 100)],
      500,
    ],
    ['paid late in part', [invoice, receipt('2025-06-15', 40)], 60 * 20 + 40 * 5],
    ['paid after the day asked about', [invoice, receipt('2025-07-01', 100)], 2000],
    ['paid in time, matched late', [invoice, receipt('2025-06-10', 100, '2025-06-20')], 0],
    [
      'lowered by a credit note after 5 days',
      [invoice, { ...receipt('2025-06-15', 40), kind: 'creditNote' }],
      60 * 20 + 40 * 5,
    ],
    ['received 5 days late', [{ ...invoice, received: 100, receiptDate: '2025-06-15' }], 500],
    ['received too much', [{ ...invoice, received: 120, receiptDate: '2025-06-15' }], 500],
    ['received nobody knows when', [{ ...invoice, received: 40 }], 60 * 20],
    [
      'received after the day asked about',
      [{ ...invoice, received: 40, receiptDate: '2025-07-01' }],
      2000,
    ],
    [
      'a document of a later day',
      [{ ...invoice, date: '2025-07-01', received: 40, receiptDate: '2025-06-15' }],
      0,
    ],
    ['a credit note of itself', [{ ...invoice, kind: 'creditNote', amount: -100 }], 0],
    [
      'a credit note paid back',
      [{ ...invoice, kind: 'creditNote', amount: -100, received: -100, receiptDate: '2025-06-15' }],
      0,
    ],
  ])('%s', (_, rows, expected) => {
    expect(yuanDays(itemsOf(rows))).toBe(expected);
  });
});

describe('late interest', () => {
  it.each([
    ['10 % for 20 days on 100', 10_000, 20, 0.1, 55],
    ['a rate of 0', 10_000, 20, 0, 0],
    ['half a fen goes up', 365, 1, 0.5, 1],
    ['a hair less goes down', 365, 1, 0.4999, 0],
  ])('%s', (_, fen, days, rate, interest) => {
    expect(interestOn(fen * days, rate)).toBe(interest);
  });

  it('by 360 days where the contract says so', () => {
    expect(interestOn(10_000 * 20, 0.1, 360)).toBe(56);
  });

  it('each item is rounded for itself', () => {
    const items = itemsOf([invoice, { ...invoice, doc: 'B' }, { ...invoice, due: '2025-07-10' }]);
    expect([...lateInterest(items, asOf, 0.1)]).toEqual([55, 55, 0]);
    expect([...lateInterest(items, asOf, 0.1, 360)]).toEqual([56, 56, 0]);
  });

  it('is what decimals make of it, ties and large amounts included', () => {
    const rate = fc.integer({ min: 0, max: 10_000 }).map((n) => n / 10_000);
    const fenDays = fc.oneof(fc.nat(100_000), fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }));
    fc.assert(
      fc.property(fenDays, rate, fc.constantFrom(360, 365), (amount, yearly, year) => {
        const exact = new Decimal(amount).times(yearly).div(year);
        expect(interestOn(amount, yearly, year)).toBe(exact.toDecimalPlaces(0, 4).toNumber());
      }),
      { numRuns: 2000 },
    );
  });

  it('cutting a period in two loses nothing', () => {
    const days = fc.integer({ min: 0, max: 2000 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), days, days, (fen, a, b) => {
        const whole = interestOn(fen * (a + b), 0.18);
        const parts = interestOn(fen * a, 0.18) + interestOn(fen * b, 0.18);
        expect(Math.abs(whole - parts)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
