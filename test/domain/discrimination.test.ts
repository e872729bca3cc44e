import fc from 'fast-check';
import { countsByEdge, discriminationOf, tenthsOf } from '../../src/domain';

const of = (probabilities: number[], outcome: number[]) =>
  discriminationOf(Float64Array.from(probabilities), Uint8Array.from(outcome));

describe('figures', () => {
  it.each<[string, number[], number[], number | null, number | null]>([
    ['told apart without error', [0.1, 0.2, 0.8, 0.9], [0, 0, 1, 1], 1, 1],
    ['the wrong way round', [0.9, 0.8, 0.2, 0.1], [0, 0, 1, 1], 0, 1],
    ['one pair of four wrong', [0.1, 0.6, 0.4, 0.9], [0, 0, 1, 1], 0.75, 0.5],
    ['all the same: ties are half', [0.3, 0.3, 0.3], [0, 1, 0], 0.5, 0],
    ['one tie of two pairs', [0.2, 0.5, 0.5], [0, 0, 1], 0.75, 0.5],
    ['one outcome only', [0.2, 0.5], [1, 1], null, null],
    ['the other only', [0.2, 0.5], [0, 0], null, null],
  ])('%s', (_, probabilities, outcome, auc, ks) => {
    const result = of(probabilities, outcome);
    expect([result.auc, result.ks]).toEqual([auc, ks]);
    expect(result.gini).toBe(auc === null ? null : 2 * auc - 1);
  });

  it('Brier and log-loss: (0.1² + 0.4²) ÷ 2 and −ln(0.9 × 0.6) ÷ 2', () => {
    const { n, positives, brier, logLoss } = of([0.1, 0.6], [0, 1]);
    expect([n, positives]).toEqual([2, 1]);
    expect(brier).toBeCloseTo(0.085, 12);
    expect(logLoss).toBeCloseTo(-Math.log(0.54) / 2, 12);
  });

  it('a certainty that was wrong costs much, not without end', () => {
    expect(of([0, 1], [1, 0]).logLoss).toBeCloseTo(-Math.log(1e-15), 9);
  });

  it('nothing of nothing', () => {
    expect(of([], [])).toEqual({
      n: 0,
      positives: 0,
      auc: null,
      gini: null,
      ks: null,
      brier: null,
      logLoss: null,
      calibration: [],
    });
  });
});

describe('calibration', () => {
  it('has a tenth of the rows in each bin', () => {
    const probabilities = Array.from({ length: 40 }, (_, i) => i / 40);
    const { calibration } = of(
      probabilities,
      probabilities.map((p) => (p >= 0.5 ? 1 : 0)),
    );
    expect(calibration.map(({ n }) => n)).toEqual(Array(10).fill(4));
    expect(calibration[0]).toMatchObject({ from: 0, to: 0.075, observed: 0 });
    expect(calibration[0]!.meanProbability).toBeCloseTo(0.0375, 12);
    expect(calibration.map(({ observed }) => observed)).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, 1]);
  });

  it('keeps rows of one probability together', () => {
    const { calibration } = of([0.5, 0.5, 0.5, 0.5, 0.9], [1, 0, 1, 0, 1]);
    expect(calibration.map(({ n, observed }) => [n, observed])).toEqual([
      [4, 0.5],
      [1, 1],
    ]);
  });
});

describe('tenths', () => {
  it('count what they were made of evenly, and later values by the same bounds', () => {
    const { edges, counts } = tenthsOf(Float64Array.from({ length: 20 }, (_, i) => i + 1));
    expect(edges).toEqual([2, 4, 6, 8, 10, 12, 14, 16, 18]);
    expect(counts).toEqual([2, 2, 2, 2, 2, 2, 2, 2, 2, 2]);
    expect(countsByEdge(Float64Array.of(0, 2, 2.5, 100), edges)).toEqual([
      2, 1, 0, 0, 0, 0, 0, 0, 0, 1,
    ]);
  });

  it('are fewer where many are the same', () => {
    expect(tenthsOf(Float64Array.of(1, 1, 1, 1, 2))).toEqual({ edges: [1, 2], counts: [4, 1, 0] });
  });
});

const rows = fc.array(
  fc.tuple(
    fc.integer({ min: 0, max: 20 }).map((k) => k / 20),
    fc.constantFrom(0, 1),
  ),
  { minLength: 1, maxLength: 60 },
);

describe('any rows', () => {
  it('AUC is the share of pairs in the right order', () => {
    fc.assert(
      fc.property(rows, (table) => {
        let [pairs, right] = [0, 0];
        for (const [p, late] of table) {
          for (const [q, other] of table) {
            if (late !== 1 || other !== 0) continue;
            pairs++;
            right += p > q ? 1 : p === q ? 0.5 : 0;
          }
        }
        const { auc } = of(
          table.map(([p]) => p),
          table.map(([, y]) => y),
        );
        if (pairs === 0) expect(auc).toBeNull();
        else expect(auc).toBeCloseTo(right / pairs, 12);
      }),
    );
  });

  it('bins hold all rows, and their order does not matter', () => {
    fc.assert(
      fc.property(rows, (table) => {
        const one = of(
          table.map(([p]) => p),
          table.map(([, y]) => y),
        );
        const back = table.toReversed();
        const two = of(
          back.map(([p]) => p),
          back.map(([, y]) => y),
        );
        expect(one.calibration.reduce((sum, { n }) => sum + n, 0)).toBe(table.length);
        expect(two.auc).toBe(one.auc);
        expect(two.calibration.map(({ n }) => n)).toEqual(one.calibration.map(({ n }) => n));
      }),
    );
  });
});
