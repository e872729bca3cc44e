import fc from 'fast-check';
import { concentrationOf } from '../../src/domain';

const owed = { D: 100, C: 200, A: 500, B: 200, E: -300, F: 0 };
const concentration = (open: Readonly<Record<string, number>>, n?: number) =>
  concentrationOf(Object.keys(open), Object.values(open), n);

describe('concentration', () => {
  it('the top two of four owing customers, equal ones by name', () => {
    const found = concentration(owed, 2);
    expect(found.top.map((c) => c.customer)).toEqual(['A', 'B']);
    expect(found.topShare).toBe(0.7);
    expect(found.hhi).toBeCloseTo(0.34, 12);
    expect([found.total, found.count]).toEqual([1000, 4]);
  });

  it('fewer customers than the top has room for', () => {
    expect(concentration(owed).topShare).toBe(1);
  });

  it('nobody owes anything', () => {
    expect(concentration({ A: -1 })).toEqual({
      topShare: null,
      top: [],
      hhi: null,
      total: 0,
      count: 0,
    });
  });

  it('does not depend on the order, and HHI lies between equal shares and one', () => {
    const opens = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(opens, fc.integer({ min: 1, max: 10 }), (amounts, n) => {
        const list = amounts.map((open, i) => [`C${i}`, open] as const);
        const found = concentration(Object.fromEntries(list), n);
        expect(concentration(Object.fromEntries(list.toReversed()), n).top).toEqual(found.top);
        expect(found.hhi!).toBeLessThanOrEqual(1 + 1e-12);
        expect(found.hhi!).toBeGreaterThanOrEqual(1 / amounts.length - 1e-12);
      }),
    );
  });
});
