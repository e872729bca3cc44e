import fc from 'fast-check';
import { woeTable } from '../../src/domain';

describe('weight of evidence and information value', () => {
  it('two bins: 80 and 20 good, 5 and 15 bad', () => {
    const { bins, iv } = woeTable([
      { good: 80, bad: 5 },
      { good: 20, bad: 15 },
    ]);
    expect(bins[0]!.woe).toBeCloseTo(Math.log(0.8 / 0.25), 12);
    expect(bins[1]!.woe).toBeCloseTo(Math.log(0.2 / 0.75), 12);
    expect(iv).toBeCloseTo(1.3666987, 7);
  });

  it('a bin of only good counts half a good and half a bad more; the others stay', () => {
    const { bins, iv } = woeTable([
      { good: 10, bad: 0 },
      { good: 90, bad: 20 },
    ]);
    expect(bins[0]).toMatchObject({ good: 10, bad: 0 });
    expect(bins[0]!.woe).toBeCloseTo(Math.log(0.105 / 0.025), 12);
    expect(bins[1]!.woe).toBeCloseTo(Math.log(0.9 / 1), 12);
    expect(iv).toBeCloseTo(0.08 * Math.log(4.2) - 0.1 * Math.log(0.9), 12);
  });

  it('smoothing is a setting', () => {
    const { bins } = woeTable(
      [
        { good: 0, bad: 4 },
        { good: 6, bad: 4 },
      ],
      1,
    );
    expect(bins[0]!.woe).toBeCloseTo(Math.log(1 / 6 / (5 / 8)), 12);
  });

  it.each([
    [
      'an empty bin',
      [
        { good: 0, bad: 0 },
        { good: 5, bad: 5 },
      ],
    ],
    [
      'nobody bad',
      [
        { good: 4, bad: 0 },
        { good: 5, bad: 0 },
      ],
    ],
    [
      'nobody good',
      [
        { good: 0, bad: 4 },
        { good: 0, bad: 5 },
      ],
    ],
    ['one bin', [{ good: 7, bad: 5 }]],
    ['no bin', []],
  ])('%s says nothing', (_, bins) => {
    const table = woeTable(bins);
    expect(table.bins.map(({ woe }) => woe)).toEqual(bins.map(() => 0));
    expect(table.iv).toBe(0);
  });

  it('is never below 0 and no NaN, and good and bad exchanged turn the signs', () => {
    const bin = fc.record({ good: fc.nat(50), bad: fc.nat(50) });
    fc.assert(
      fc.property(fc.array(bin), (bins) => {
        const { bins: own, iv } = woeTable(bins);
        const other = woeTable(bins.map(({ good, bad }) => ({ good: bad, bad: good })));
        expect(iv).toBeGreaterThanOrEqual(0);
        expect(other.iv).toBeCloseTo(iv, 9);
        own.forEach(({ woe }, i) => expect(other.bins[i]!.woe).toBeCloseTo(-woe, 9));
      }),
    );
  });
});
