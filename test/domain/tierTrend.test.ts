import { rfa, tierTrends } from '../../src/domain';
import { day, itemsOf, type ItemRow } from '../support/itemsOf';

const dates = ['2025-03-31', '2025-04-30', '2025-05-31', '2025-06-30'].map(day);

/** One item, open, unless a receipt came. */
const row = (customer: string, date: string, due: string, receiptDate?: string): ItemRow => ({
  customer,
  date,
  due,
  amount: 100,
  ...(receiptDate === undefined ? {} : { received: 100, receiptDate }),
});

const items = itemsOf([
  row('甲', '2025-01-01', '2025-03-01'),
  row('乙', '2025-01-01', '2025-03-01', '2025-06-10'),
  row('丙', '2025-06-05', '2025-06-20'),
  row('丁', '2025-01-01', '2025-08-01'),
  row('戊', '2025-01-01', '2025-06-25'),
]);

it('tiers are worked out anew for every date', () => {
  const { customers } = tierTrends(items, dates);
  expect(
    customers.map(({ customer, tiers, change, since }) => [customer, tiers, change, since]),
  ).toEqual([
    ['戊', ['low', 'low', 'low', 'medium'], 'worse', 1],
    ['丙', [null, null, null, 'medium'], 'new', 1],
    ['甲', ['medium', 'high', 'high', 'high'], 'same', 3],
    ['丁', ['low', 'low', 'low', 'low'], 'same', 4],
    ['乙', ['medium', 'high', 'high', 'low'], 'better', 1],
  ]);
});

it('agrees with the scores of each date by itself', () => {
  const { customers } = tierTrends(items, dates);
  dates.forEach((date, d) => {
    const scores = new Map(rfa(items, date).customers.map((c) => [c.customer, c.score]));
    for (const { customer, scores: own } of customers)
      expect(own[d]).toBe(scores.get(customer) ?? null);
  });
});

it('a knock-in counts from its day', () => {
  const knockIns = [{ customer: '丁', reason: 'bankruptcy' as const, since: dates[3]! }];
  const [first] = tierTrends(items, dates, knockIns).customers;
  expect(first).toMatchObject({
    customer: '丁',
    tiers: ['low', 'low', 'low', 'veryHigh'],
    change: 'worse',
  });
});

it('one date has no trend yet', () => {
  expect(
    tierTrends(items, [dates[3]!]).customers.map(({ change, since }) => [change, since]),
  ).toEqual(new Array(5).fill(['same', 1]));
});

it('equal customers stand by name', () => {
  const twins = itemsOf([
    row('乙', '2025-01-01', '2025-03-01'),
    row('丙', '2025-01-01', '2025-03-01'),
  ]);
  const { customers } = tierTrends(twins, dates);
  expect(customers.map(({ customer }) => customer)).toEqual(['丙', '乙']);
});

it.each([[[]], [[dates[1]!, dates[0]!]], [[dates[0]!, dates[0]!]]])(
  'dates that do not ascend are a mistake',
  (wrong) => {
    expect(() => tierTrends(items, wrong)).toThrow(RangeError);
  },
);
