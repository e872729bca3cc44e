import fc from 'fast-check';
import {
  averageDays,
  badDebtRate,
  benchmarkGap,
  collectionEffectiveness,
  overdueShare,
  turnover,
  turnoverDays,
} from '../../src/domain';

describe('collection effectiveness', () => {
  it.each([
    ['a quarter of what was collectable stayed out', 400, 200, 450, 400, 0.75],
    ['all that was due came in', 400, 200, 300, 300, 1],
    ['nothing came in', 400, 0, 400, 0, 0],
    ['nothing was collectable', 0, 100, 100, 100, null],
    ['nothing at all', 0, 0, 0, 0, null],
  ])('%s', (_, opening, sales, total, current, expected) => {
    expect(collectionEffectiveness(opening, sales, { total, current })).toBe(expected);
  });

  it('is between 0 and 1 for any ledger without credits', () => {
    const part = fc.nat(1e9);
    fc.assert(
      fc.property(part, part, part, part, (collected, overdue, current, sales) => {
        const opening = Math.max(0, collected + overdue + current - sales);
        const total = opening + sales - collected;
        const index = collectionEffectiveness(opening, sales, {
          total,
          current: Math.min(current, total),
        });
        expect(index ?? 1).toBeGreaterThanOrEqual(0);
        expect(index ?? 1).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('turnover', () => {
  it.each([
    [1200, 150, 250, 6, 365 / 6],
    [1200, 0, 0, null, null],
    [0, 100, 100, 0, null],
  ])('%i sold on %i to %i', (sales, opening, closing, times, days) => {
    expect(turnover(sales, opening, closing)).toBe(times);
    expect(turnoverDays(times)).toBe(days);
  });
});

describe('average days', () => {
  it.each([
    ['weighted by amount', [10, 0], [100, 300], 2.5],
    ['early ones count as such', [10, -10], [100, 300], -5],
    ['one receipt', [7], [1], 7],
    ['none', [], [], null],
  ])('%s', (_, days, amounts, expected) => {
    expect(averageDays(days, amounts)).toBe(expected);
  });
});

describe('shares', () => {
  it('of what is overdue', () => {
    expect(overdueShare(30, 120)).toBe(0.25);
    expect(overdueShare(0, 0)).toBeNull();
  });

  it.each([
    ['on both bases', 3, 100, 80, 120, 0.03, 0.03],
    ['bases that differ', 3, 150, 50, 50, 0.02, 0.06],
    ['nothing owed', 3, 0, 0, 0, null, null],
    ['customers in credit', 3, -5, -5, -5, null, null],
  ])('of bad debt: %s', (_, bad, total, opening, closing, ofTotal, ofAverage) => {
    expect(badDebtRate(bad, { total, opening, closing })).toEqual({ ofTotal, ofAverage });
  });
});

describe('benchmarks', () => {
  it.each([
    ['制造', 130, 0.03, 18, 0.002],
    ['制造业', 100, 0.01, -12, -0.018],
    ['烟草', 65, null, 0, null],
    ['医疗', null, 0.032, null, 0],
  ])('%s against its industry', (industry, days, rate, daysGap, rateGap) => {
    const gap = benchmarkGap(industry, { days, badDebtRate: rate })!;
    expect(gap.days).toBe(daysGap);
    if (rateGap === null) expect(gap.badDebtRate).toBeNull();
    else expect(gap.badDebtRate).toBeCloseTo(rateGap, 12);
  });

  it('an unknown industry has none, unless the user adds it', () => {
    const own = { days: 50, badDebtRate: null };
    expect(benchmarkGap('农业', own)).toBeNull();
    const table = [{ industry: '农业', days: 45, badDebtRate: 0.02 }];
    expect(benchmarkGap('农业', own, table)).toMatchObject({ days: 5, benchmark: table[0] });
  });
});
