import fc from 'fast-check';
import { binOf, countByBin, monotoneBinning, quantileEdges } from '../../src/domain';

const column = (...values: number[]) => Float64Array.from(values);

describe('ranges of equal size', () => {
  it.each([
    ['ten values in five', column(5, 3, 1, 2, 4, 10, 9, 8, 7, 6), 5, [2, 4, 6, 8]],
    ['in two', column(1, 2, 3, 4), 2, [2]],
    ['an odd number: the first has one more', column(1, 2, 3), 2, [2]],
    ['ties stay together', column(1, 1, 1, 1, 2, 3), 3, [1]],
    ['the largest value is no edge', column(1, 2, 2, 2, 2, 2), 3, []],
    ['all the same', column(7, 7, 7), 4, []],
    ['missing values are left out', column(1, NaN, 2, NaN), 2, [1]],
    ['nothing', column(), 3, []],
    ['one range', column(1, 2, 3), 1, []],
  ])('%s', (_, values, count, edges) => {
    expect(quantileEdges(values, count)).toEqual(edges);
  });

  it.each([
    [0, 0],
    [10, 0],
    [10.1, 1],
    [20, 1],
    [30, 2],
    [31, 3],
    [Infinity, 3],
    [NaN, 4],
  ])('%d under 10, 20, 30 is in range %i: an edge belongs to the range below', (value, bin) => {
    expect(binOf(value, [10, 20, 30])).toBe(bin);
  });

  it('counts rows per range, and those without a value last', () => {
    expect(countByBin(column(1, 11, 12, 99, NaN), [10, 20])).toEqual([1, 2, 1, 1]);
  });

  it('ten of 100 distinct values each', () => {
    const values = Float64Array.from({ length: 100 }, (_, i) => (i * 37) % 100);
    expect(countByBin(values, quantileEdges(values))).toEqual([
      ...new Array<number>(10).fill(10),
      0,
    ]);
  });
});

describe('binning along which risk only rises or falls', () => {
  /** `rows` of [value, bad, good]. */
  const binned = (rows: [number, number, number][], count: number) => {
    const values = rows.flatMap(([v, bad, good]) => new Array<number>(bad + good).fill(v));
    const labels = rows.flatMap(([, bad, good]) => [
      ...new Array<number>(bad).fill(1),
      ...new Array<number>(good).fill(0),
    ]);
    return monotoneBinning(Float64Array.from(values), Uint8Array.from(labels), count);
  };
  const counts = (found: ReturnType<typeof binned>) =>
    found.bins.map(({ good, bad }) => [bad, good]);

  it('leaves what rises already', () => {
    const found = binned(
      [
        [1, 1, 9],
        [2, 3, 7],
        [3, 6, 4],
      ],
      3,
    );
    expect(found.edges).toEqual([1, 2]);
    expect(counts(found)).toEqual([
      [1, 9],
      [3, 7],
      [6, 4],
    ]);
  });

  it('merges a dip with the range before it', () => {
    const found = binned(
      [
        [1, 1, 9],
        [2, 5, 5],
        [3, 3, 7],
        [4, 8, 2],
      ],
      4,
    );
    expect(found.edges).toEqual([1, 3]);
    expect(counts(found)).toEqual([
      [1, 9],
      [8, 12],
      [8, 2],
    ]);
  });

  it('merges back as far as it takes', () => {
    const found = binned(
      [
        [1, 3, 7],
        [2, 4, 6],
        [3, 5, 5],
        [4, 0, 10],
        [5, 9, 1],
      ],
      5,
    );
    expect(found.edges).toEqual([4]);
    expect(counts(found)).toEqual([
      [12, 28],
      [9, 1],
    ]);
  });

  it('takes the falling direction where it tells more', () => {
    const found = binned(
      [
        [1, 8, 2],
        [2, 5, 5],
        [3, 1, 9],
      ],
      3,
    );
    expect(counts(found)).toEqual([
      [8, 2],
      [5, 5],
      [1, 9],
    ]);
  });

  it('the same rate is one range', () => {
    expect(
      counts(
        binned(
          [
            [1, 5, 5],
            [2, 5, 5],
          ],
          2,
        ),
      ),
    ).toEqual([[10, 10]]);
  });

  it('rows without a value are a bin of their own, last', () => {
    const found = binned(
      [
        [1, 1, 9],
        [2, 6, 4],
        [NaN, 2, 8],
      ],
      2,
    );
    expect(found.edges).toEqual([1]);
    expect(counts(found)).toEqual([
      [1, 9],
      [6, 4],
      [2, 8],
    ]);
  });

  it('a column without a label for every row is a mistake of the caller', () => {
    expect(() => monotoneBinning(column(1, 2), new Uint8Array(3))).toThrow(RangeError);
  });

  it('loses no row, and the bad rate never turns', () => {
    const row = fc.tuple(fc.oneof(fc.integer({ min: 0, max: 20 }), fc.constant(NaN)), fc.nat(1));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 200 }), (rows) => {
        const values = Float64Array.from(rows, ([value]) => value);
        const { bins, edges, iv } = monotoneBinning(
          values,
          Uint8Array.from(rows, ([, bad]) => bad),
          6,
        );
        expect(bins.reduce((sum, { good, bad }) => sum + good + bad, 0)).toBe(rows.length);
        expect(Number.isFinite(iv)).toBe(true);
        const rates = bins.slice(0, edges.length + 1).map(({ good, bad }) => bad / (good + bad));
        const steps = rates.slice(1).map((rate, i) => Math.sign(rate - rates[i]!));
        expect(new Set(steps).size).toBeLessThanOrEqual(1);
      }),
    );
  });
});
