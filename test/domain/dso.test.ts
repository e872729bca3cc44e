import fc from 'fast-check';
import { bestPossibleDso, countBackDso, delinquentDso, simpleDso } from '../../src/domain';

const months = [
  { sales: 2500, days: 30 },
  { sales: 1750, days: 31 },
  { sales: 2250, days: 31 },
];

describe('days sales outstanding', () => {
  it.each([
    ['10 869 of 17 674 in 90 days', 10_869, 17_674, 90, 55.3474],
    ['nothing outstanding', 0, 100, 30, 0],
    ['a balance in favour of customers', -50, 100, 30, -15],
    ['nothing sold', 100, 0, 30, null],
    ['more returned than sold', 100, -1, 30, null],
  ])('%s', (_, receivables, sales, days, expected) => {
    const dso = simpleDso(receivables, sales, days);
    if (expected === null) expect(dso).toBeNull();
    else expect(dso).toBeCloseTo(expected, 4);
  });

  it('splits into the best possible and what late payers add', () => {
    const [dso, best] = [simpleDso(90, 300, 90), bestPossibleDso(60, 300, 90)];
    expect([dso, best, delinquentDso(dso, best)]).toEqual([27, 18, 9]);
    expect(delinquentDso(null, best)).toBeNull();
    expect(delinquentDso(dso, null)).toBeNull();
  });
});

describe('days sales outstanding by count-back', () => {
  it.each([
    ['within the latest month', 1000, months, { days: 12, months: 1, leftover: 0 }],
    ['the latest month to the yuan', 2500, months, { days: 30, months: 1, leftover: 0 }],
    ['into the third month', 5375, months, { days: 76.5, months: 3, leftover: 0 }],
    ['more than the months explain', 7000, months, { days: 92, months: 3, leftover: 500 }],
    [
      'stopped by a month without sales',
      3000,
      [months[0]!, { sales: 0, days: 31 }, months[2]!],
      { days: 30, months: 1, leftover: 500 },
    ],
    [
      'stopped by a month of returns',
      3000,
      [months[0]!, { sales: -5, days: 31 }],
      { days: 30, months: 1, leftover: 500 },
    ],
    [
      'no sales in the latest month',
      3000,
      [{ sales: 0, days: 30 }],
      { days: null, months: 0, leftover: 3000 },
    ],
    ['no months at all', 3000, [], { days: null, months: 0, leftover: 3000 }],
    ['nothing outstanding', 0, months, { days: 0, months: 0, leftover: 0 }],
    ['nothing outstanding and no months', 0, [], { days: 0, months: 0, leftover: 0 }],
    ['a balance in favour of customers', -10, months, { days: 0, months: 0, leftover: 0 }],
  ])('%s', (_, receivables, over, expected) => {
    expect(countBackDso(receivables, over)).toEqual(expected);
  });

  it('uses the balance up, never more days than the months have', () => {
    const month = fc.record({
      sales: fc.integer({ min: -100, max: 1e6 }),
      days: fc.integer({ min: 28, max: 31 }),
    });
    fc.assert(
      fc.property(fc.nat(1e7), fc.array(month, { maxLength: 24 }), (receivables, list) => {
        const found = countBackDso(receivables, list);
        const used = list.slice(0, found.months);
        const sold = used.reduce((sum, m) => sum + m.sales, 0);
        expect(used.every((m) => m.sales > 0)).toBe(true);
        expect(found.leftover).toBe(Math.max(0, receivables - sold));
        expect(found.days ?? 0).toBeLessThanOrEqual(used.reduce((sum, m) => sum + m.days, 0));
      }),
    );
  });

  it('even sales give the same as the simple way', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 12 }), (sales, n) => {
        const even = Array.from({ length: 12 }, () => ({ sales, days: 30 }));
        const simple = simpleDso((sales * n) / 2, sales * 12, 360);
        expect(countBackDso((sales * n) / 2, even).days).toBeCloseTo(simple!, 6);
      }),
    );
  });
});
