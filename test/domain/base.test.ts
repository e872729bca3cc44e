import Decimal from 'decimal.js';
import fc from 'fast-check';
import {
  analyse,
  baseAmounts,
  baseAnalysis,
  defaultSettings,
  linksOf,
  settle,
  toBase,
  type Link,
} from '../../src/domain';
import { day, receivablesOf, type Told } from '../support/receivablesOf';

const asOf = day('2025-06-30');
const invoice: Told = {
  no: 'US1',
  currency: 'USD',
  rate: 7.2,
  date: '2025-03-01',
  due: '2025-05-30',
  amount: 1000,
};
const receipt: Told = {
  no: 'SK1',
  kind: 'receipt',
  currency: 'USD',
  rate: 7.1,
  date: '2025-05-10',
  amount: -400,
};

const base = (told: Told[], links: Link[] = []) =>
  baseAnalysis(analyse(settle(receivablesOf(told), linksOf(links)).items, defaultSettings(asOf)));

describe('an amount in base currency', () => {
  it.each<[string, number, number, number]>([
    ['at 1 is itself', 123, 1, 123],
    ['is rounded to the fen', 10001, 7.1234, 71241],
    ['is rounded half-up', 50, 0.01, 1],
    ['is rounded half-up below zero too', -50, 0.01, -1],
    ['knows a tie a double has lost', 100, 1.005, 101],
    ['knows a tie a double has lost below zero', -100, 1.005, -101],
    ['is 0, not less, where it is next to nothing', -1, 0.001, 0],
    ['is exact where doubles are not', 123_456_789_012_345, 7.1, 876_543_201_987_650],
  ])('%s', (_, amount, rate, expected) => {
    expect(toBase(amount, rate)).toBe(expected);
  });

  it('is what decimals say, whatever the rate', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e14, max: 1e14 }),
        fc.integer({ min: 1, max: 2_000_000 }),
        fc.integer({ min: 0, max: 6 }),
        (amount, digits, places) => {
          const rate = new Decimal(digits).div(10 ** places);
          const exact = new Decimal(amount).times(rate).toDecimalPlaces(0, Decimal.ROUND_HALF_UP);
          if (exact.abs().lessThan(2 ** 53)) {
            expect(toBase(amount, rate.toNumber())).toBe(exact.toNumber() + 0);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('what is left in base currency', () => {
  it.each<[string, Told[], Link[], Partial<ReturnType<typeof base>['total']>]>([
    [
      'is the open amount at the booking rate',
      [invoice],
      [],
      { balance: 7200_00, byBucket: [0, 0, 7200_00, 0, 0, 0, 0] },
    ],
    [
      'of one row an invoice is its open part, rounded once',
      [{ ...invoice, amount: 100.01, received: 33.34, rate: 7.1234 }],
      [],
      { balance: 474_92, byBucket: [0, 0, 474_92, 0, 0, 0, 0] },
    ],
    [
      'does not know of a receipt to come',
      [{ ...invoice, received: 1000, receiptDate: '2025-07-01' }],
      [],
      { balance: 7200_00 },
    ],
    [
      "stays at the booking rate in its bucket; what a receipt's own rate leaves is exchange",
      [invoice, receipt],
      [{ credit: 1, to: 'US1' }],
      { balance: 4360_00, byBucket: [0, 0, 4320_00, 0, 0, 0, 0], unapplied: 0, exchange: 40_00 },
    ],
    [
      'is unapplied at the booking rate of the credit that is left',
      [invoice, { ...receipt, amount: -1200 }],
      [{ credit: 1, to: 'US1' }],
      { balance: -1320_00, byBucket: [0, 0, 0, 0, 0, 0, 0], unapplied: -1420_00, exchange: 100_00 },
    ],
    [
      "is unapplied at the receipt's own rate",
      [invoice, receipt],
      [],
      { balance: 4360_00, byBucket: [0, 0, 7200_00, 0, 0, 0, 0], unapplied: -2840_00 },
    ],
    [
      'is exchange once the item is settled in its own currency',
      [invoice, { ...receipt, amount: -1000 }],
      [{ credit: 1, to: 'US1' }],
      { balance: 100_00, byBucket: [0, 0, 0, 0, 0, 0, 0], unapplied: 0, exchange: 100_00 },
    ],
    [
      'has revaluations for themselves',
      [
        invoice,
        {
          no: 'TH6',
          kind: 'revaluation',
          currency: 'USD',
          rate: 7.2,
          date: '2025-06-30',
          amount: -30,
        },
        {
          no: 'TH7',
          kind: 'revaluation',
          currency: 'USD',
          rate: 7.2,
          date: '2025-07-31',
          amount: 80,
        },
      ],
      [],
      { balance: 7170_00, byBucket: [0, 0, 7200_00, 0, 0, 0, 0], unapplied: 0, exchange: -30_00 },
    ],
    [
      'does not know of documents to come',
      [{ ...invoice, date: '2025-07-01' }],
      [],
      { balance: 0 },
    ],
    [
      'adds currencies up',
      [invoice, { no: 'XS1', date: '2025-06-30', amount: 500 }],
      [],
      { balance: 7700_00, byBucket: [500_00, 0, 7200_00, 0, 0, 0, 0] },
    ],
  ])('%s', (_, told, links, expected) => {
    expect(base(told, links).total).toMatchObject(expected);
  });

  it('leaves a revaluation out of what is open', () => {
    const items = receivablesOf([{ ...invoice, kind: 'revaluation' }]);
    expect(analyse(items, defaultSettings(asOf)).totals[0]).toMatchObject({ open: 0 });
    expect([...baseAmounts(items, asOf)]).toEqual([1000_00]);
  });

  it('counts an application from its date', () => {
    const { items } = settle(
      receivablesOf([invoice, receipt]),
      linksOf([{ credit: 1, to: 'US1', date: day('2025-06-15') }]),
    );
    expect([...baseAmounts(items, day('2025-06-14'))]).toEqual([7200_00, -2840_00]);
    expect([...baseAmounts(items, day('2025-06-15'))]).toEqual([4360_00, 0]);
  });

  it('is listed per customer while anything is open or left, in the order of the ledger', () => {
    const told: Told[] = [
      { ...invoice, customer: '丙' },
      { ...invoice, customer: '乙', received: 1000 },
      { ...invoice, customer: '甲' },
      { ...receipt, customer: '甲', amount: -1000, rate: 7.2 },
      { ...invoice, customer: '丙', no: 'US2', amount: 10 },
    ];
    expect(base(told).customers.map((c) => [c.customer, c.balance, c.unapplied])).toEqual([
      ['丙', 7272_00, 0],
      ['甲', 0, -7200_00],
    ]);
  });
});
