import fc from 'fast-check';
import { psi } from '../../src/domain';

describe('population stability index', () => {
  it('half and half become 60 and 40: 0.2 × ln(0.6/0.5) − … by hand', () => {
    const { psi: index, byBin } = psi([500, 500], [120, 80]);
    expect(byBin[0]).toBeCloseTo(0.1 * Math.log(1.2), 12);
    expect(byBin[1]).toBeCloseTo(-0.1 * Math.log(0.8), 12);
    expect(index).toBeCloseTo(0.1 * Math.log(1.5), 12);
  });

  it.each<[string, number[], number[], string]>([
    ['the same', [500, 300, 200], [50, 30, 20], 'stable'],
    ['slightly moved', [500, 500], [600, 400], 'stable'],
    ['moved', [500, 500], [680, 320], 'watch'],
    ['far', [500, 500], [800, 200], 'shifted'],
    ['a bin nobody is in any more', [100, 900], [0, 1000], 'shifted'],
    ['99 rows now', [500, 500], [99, 0], 'tooFew'],
    ['99 rows then', [99, 0], [500, 500], 'tooFew'],
    ['100 rows each', [50, 50], [50, 50], 'stable'],
    ['nobody', [], [], 'tooFew'],
  ])('%s: %p then, %p now', (_, expected, actual, stability) => {
    const found = psi(expected, actual);
    expect(found.stability).toBe(stability);
    expect(found.psi === null).toBe(stability === 'tooFew');
  });

  it('lines belong to the worse side, and are settings', () => {
    const index = psi([500, 500], [600, 400]).psi!;
    const at = (watch: number, shifted: number) =>
      psi([500, 500], [600, 400], { watch, shifted, least: 1 }).stability;
    expect([at(index, 1), at(0, index), at(1, 2)]).toEqual(['watch', 'shifted', 'stable']);
  });

  it('says how many rows it rests on', () => {
    expect(psi([1, 2], [3, 4])).toMatchObject({ expectedCount: 3, actualCount: 7 });
  });

  it('other bins are a mistake of the caller', () => {
    expect(() => psi([1, 2], [1, 2, 3])).toThrow(RangeError);
  });

  it('is the same either way', () => {
    const counts = fc.array(fc.tuple(fc.nat(90), fc.nat(90)), { minLength: 1 });
    fc.assert(
      fc.property(counts, (bins) => {
        const settings = { watch: 0.1, shifted: 0.25, least: 0 };
        const [then, now] = [bins.map(([e]) => e), bins.map(([, a]) => a)];
        expect(psi(then, now, settings).psi).toBeCloseTo(psi(now, then, settings).psi!, 9);
      }),
    );
  });
});
