import Decimal from 'decimal.js';
import fc from 'fast-check';
import { decimalProduct } from '../../src/domain/decimalProduct';

const expectSame = (a: number, b: number) =>
  expect([a, b, decimalProduct(a, b)]).toEqual([a, b, new Decimal(a).times(b).toNumber()]);

describe('the product of two decimals', () => {
  it('is what a person works out, not what doubles come to', () => {
    expect(0.1 * 0.7).not.toBe(0.07);
    expect(decimalProduct(0.1, 0.7)).toBe(0.07);
    expect(decimalProduct(1, 0.3)).toBe(0.3);
    expect(decimalProduct(0.3, 1)).toBe(0.3);
    expect(decimalProduct(0, 5)).toBe(0);
    expect(decimalProduct(5, 0)).toBe(0);
  });

  it.each([
    [123_456_789_012_345_680_000, 987_654_321_098_765_400_000],
    [1e21, 1.5],
    [2.5e-7, 0.1234567890123],
    [2 ** 53 + 2, 1e-300],
    [Number.MAX_VALUE, 10],
    [Number.MIN_VALUE, 0.5],
  ])('%p × %p, as decimal.js says', expectSame);

  it('is what decimal.js says, whatever is multiplied', () => {
    const rate = fc.oneof(
      fc.double({ min: 0, max: 3, noNaN: true }),
      fc.integer({ min: 0, max: 10_000 }).map((n) => n / 10_000),
      fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
    );
    fc.assert(
      fc.property(rate, rate, (a, b) => {
        expectSame(a + 0, b + 0);
      }),
      { numRuns: 2_000 },
    );
  });

  it('of two decimals as near to a number the even one is meant, as where it is printed', () => {
    expect(String(1 + 2 ** -17)).toBe('1.0000076293945312');
    expect(String(1 + 3 * 2 ** -17)).toBe('1.0000228881835938');
    for (let k = 1; k < 400; k += 2) expectSame(1 + k * 2 ** -17, 1 - 1e-13);
  });

  it('is the same just beside powers of ten and of two', () => {
    for (let k = -40; k < 40; k++) {
      for (const near of [10 ** (k / 4), 2 ** k]) {
        for (const share of [-3, -2, -1, 0, 1, 2, 3]) {
          expectSame(near * (1 + share * Number.EPSILON), 0.987_654_321_098_765_4);
        }
      }
    }
  });

  it('chains of rates near 1 are the same to the last bit', () => {
    let [own, theirs] = [1, 1];
    for (let i = 0; i < 3_000; i++) {
      const rate = 1 - ((i * 7919) % 1_000) / 1e7 - (i % 3) * 1e-13;
      own = decimalProduct(rate, own);
      theirs = new Decimal(rate).times(theirs).toNumber();
      expect(own).toBe(theirs);
    }
  });
});
