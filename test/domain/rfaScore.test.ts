import fc from 'fast-check';
import {
  areLines,
  areWeights,
  DEFAULT_RFA_SETTINGS,
  midRanks,
  rfaPoints,
  rfaScore,
  tierOf,
  TIERS,
} from '../../src/domain';

describe('points: every line that is strictly exceeded', () => {
  it.each([
    ['nothing overdue', { r: 0, f: 0, a: 0 }, [0, 0, 0]],
    ['one day, one in a hundred', { r: 1, f: 0.01, a: 0.01 }, [1, 1, 1]],
    ['on the first lines above 0', { r: 7, f: 0.1, a: 0.05 }, [1, 1, 1]],
    ['just over them', { r: 7.01, f: 0.11, a: 0.06 }, [2, 2, 2]],
    ['on the next', { r: 30, f: 0.25, a: 0.2 }, [2, 2, 2]],
    ['over them', { r: 31, f: 0.26, a: 0.21 }, [3, 3, 3]],
    ['on the next', { r: 60, f: 0.5, a: 0.4 }, [3, 3, 3]],
    ['over them', { r: 61, f: 0.51, a: 0.41 }, [4, 4, 4]],
    ['on the last', { r: 90, f: 0.75, a: 0.7 }, [4, 4, 4]],
    ['over all', { r: 91, f: 0.76, a: 0.71 }, [5, 5, 5]],
    ['shares that are ratios of counts', { r: 0, f: 3 / 30, a: 14 / 20 }, [0, 1, 4]],
  ])('%s', (_, measures, [r, f, a]) => {
    expect(rfaPoints(measures)).toEqual({ r, f, a });
  });
});

describe('score and tier', () => {
  it.each([
    ['nothing', [0, 0, 0], 0, 'low'],
    ['all of r: 40 of 100', [5, 0, 0], 40, 'medium'],
    ['all of f: 30 of 100', [0, 5, 0], 30, 'medium'],
    ['all of a: 30 of 100', [0, 0, 5], 30, 'medium'],
    ['under 25', [3, 0, 0], 24, 'low'],
    ['a point more', [2, 1, 1], 28, 'medium'],
    ['on the line of 50 to the hair, whatever doubles make of 0.3 × 3', [1, 3, 4], 50, 'high'],
    ['the same the other way round', [1, 4, 3], 50, 'high'],
    ['just under 50', [3, 2, 2], 48, 'medium'],
    ['just under 75', [4, 4, 3], 74, 'high'],
    ['over 75', [4, 4, 4], 80, 'veryHigh'],
    ['everything', [5, 5, 5], 100, 'veryHigh'],
  ] as const)('%s', (_, [r, f, a], score, tier) => {
    expect(rfaScore({ r, f, a })).toBe(score);
    expect(tierOf(score)).toBe(tier);
  });

  it.each([
    [24.9, 'low'],
    [25, 'medium'],
    [49.9, 'medium'],
    [50, 'high'],
    [74.9, 'high'],
    [75, 'veryHigh'],
  ] as const)('%d is %s: a line belongs to the tier above it', (score, tier) => {
    expect(tierOf(score)).toBe(tier);
  });

  it('weights that come to 100 score as those that come to 1', () => {
    const weights = { r: 40, f: 30, a: 30 };
    expect(rfaScore({ r: 4, f: 2, a: 1 }, { weights })).toBe(rfaScore({ r: 4, f: 2, a: 1 }));
  });

  it('a worse measure never scores better', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const measures = fc.record({ r: fc.integer({ min: 0, max: 500 }), f: share, a: share });
    fc.assert(
      fc.property(measures, measures, (x, y) => {
        const worse = { r: Math.max(x.r, y.r), f: Math.max(x.f, y.f), a: Math.max(x.a, y.a) };
        const [before, after] = [rfaScore(rfaPoints(x)), rfaScore(rfaPoints(worse))];
        expect(after).toBeGreaterThanOrEqual(before);
        expect(TIERS.indexOf(tierOf(after))).toBeGreaterThanOrEqual(TIERS.indexOf(tierOf(before)));
      }),
    );
  });
});

describe('ranks', () => {
  it.each([
    ['each alone', [10, 30, 20], [1 / 6, 5 / 6, 3 / 6]],
    ['two that tie share the middle of ranks 2 and 3', [1, 2, 2, 3], [0.125, 0.5, 0.5, 0.875]],
    ['all the same are in the middle', [7, 7, 7], [0.5, 0.5, 0.5]],
    ['one alone is in the middle', [7], [0.5]],
    ['nobody', [], []],
  ])('%s', (_, values, shares) => {
    const ranks = midRanks(Float64Array.from(values));
    expect(ranks).toHaveLength(shares.length);
    shares.forEach((share, i) => expect(ranks[i]).toBeCloseTo(share, 12));
  });

  it('half of everybody is below the middle, whatever ties', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1 }), (values) => {
        const ranks = midRanks(Float64Array.from(values));
        expect(ranks.reduce((sum, rank) => sum + rank, 0)).toBeCloseTo(values.length / 2, 9);
      }),
    );
  });
});

describe('lines and weights a user types', () => {
  it.each([
    [[0, 7, 30, 60, 90], 5, true],
    [[0, 7, 30, 60], 5, false],
    [[0, 7, 7, 60, 90], 5, false],
    [[0, 7, NaN, 60, 90], 5, false],
    [[25, 50, 75], 3, true],
  ])('%p as %i lines: %p', (lines, count, valid) => {
    expect(areLines(lines, count)).toBe(valid);
  });

  it.each([
    [{ r: 0.4, f: 0.3, a: 0.3 }, true],
    [{ r: 1, f: 0, a: 0 }, true],
    [{ r: 0, f: 0, a: 0 }, false],
    [{ r: 1, f: -0.5, a: 0.5 }, false],
    [{ r: NaN, f: 1, a: 1 }, false],
    [{ r: Infinity, f: 1, a: 1 }, false],
  ])('%p as weights: %p', (weights, valid) => {
    expect(areWeights(weights)).toBe(valid);
  });

  it('the defaults are valid', () => {
    const { thresholds, quantiles, tierFrom, weights } = DEFAULT_RFA_SETTINGS;
    for (const lines of [...Object.values(thresholds), quantiles]) {
      expect(areLines(lines, 5)).toBe(true);
    }
    expect(areLines(tierFrom, 3) && areWeights(weights)).toBe(true);
  });
});
