import fc from 'fast-check';
import {
  formatFen,
  lossRatesFromRolls,
  paymentProfile,
  provisionMatrix,
  withForwardLooking,
} from '../../src/domain';

describe('loss rates from roll rates', () => {
  it('what is in a band is lost as far as it rolls to the end', () => {
    const { raw, forced, raised } = lossRatesFromRolls([0.1, 0.5, 0.8]);
    expect(raw).toEqual([0.04, 0.4, 0.8, 1]);
    expect(forced).toEqual(raw);
    expect(raised).toEqual([]);
  });

  it('terminal loss and forward-looking factor, capped at 100 %', () => {
    expect(lossRatesFromRolls([0.1, 0.5], 0.9, 0.2).raw).toEqual([0.054, 0.54, 1]);
    expect(lossRatesFromRolls([0.1, 0.5], 1, -0.5).raw).toEqual([0.025, 0.25, 0.5]);
  });

  it('a band without history is taken to roll on in full', () => {
    expect(lossRatesFromRolls([0.1, null, 0.5]).raw).toEqual([0.05, 0.5, 0.5, 1]);
  });

  it('a band that rolls by more than was in it makes a younger rate higher: it is forced, and said', () => {
    const { raw, forced, raised } = lossRatesFromRolls([1.5, 0.4]);
    expect(raw).toEqual([0.6, 0.4, 1]);
    expect(forced).toEqual([0.6, 0.6, 1]);
    expect(raised).toEqual([1]);
  });

  it('rates never fall with age nor leave 0…1', () => {
    const rate = fc.double({ min: 0, max: 3, noNaN: true });
    fc.assert(
      fc.property(fc.array(rate), fc.double({ min: -1, max: 2, noNaN: true }), (rates, change) => {
        const { raw, forced, raised } = withForwardLooking(rates, change);
        for (const [i, r] of forced.entries()) {
          expect(r).toBeGreaterThanOrEqual(forced[i - 1] ?? 0);
          expect(r).toBeLessThanOrEqual(1);
          expect(raised.includes(i)).toBe(raw[i] !== r);
        }
      }),
    );
  });
});

describe('loss rates from a payment profile', () => {
  it('what of each band never came', () => {
    const { outstanding, lossRates } = paymentProfile(1000, [500, 300, 150]);
    expect(outstanding).toEqual([1000, 500, 200, 50]);
    expect(lossRates).toEqual([0.05, 0.1, 0.25, 1]);
  });

  it('all paid: no loss, and no division by nothing', () => {
    expect(paymentProfile(1000, [600, 400]).lossRates).toEqual([0, 0, 0]);
    expect(paymentProfile(1000, [600, 500]).lossRates).toEqual([0, 0, 0]);
    expect(paymentProfile(0, []).lossRates).toEqual([0]);
  });
});

describe('provision matrix', () => {
  it('each line is rounded for itself and the column adds up', () => {
    const matrix = provisionMatrix([10_001, 333, 50], [0.005, 0.5, 1]);
    expect(matrix.lines.map((line) => formatFen(line.allowance))).toEqual(['0.50', '1.67', '0.50']);
    expect(formatFen(matrix.allowance)).toBe('2.67');
    expect(formatFen(matrix.balance)).toBe('103.84');
  });

  it('a band in credit provides nothing', () => {
    expect(provisionMatrix([-100, 100], [0.5, 0.5])).toMatchObject({ balance: 0, allowance: 50 });
  });

  it('bands and rates that do not belong together are a caller’s mistake', () => {
    expect(() => provisionMatrix([1, 2], [0.5])).toThrow(RangeError);
  });

  it('never provides more than is there', () => {
    const line = fc.tuple(fc.nat(1e12), fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const matrix = provisionMatrix(
          lines.map(([balance]) => balance),
          lines.map(([, rate]) => rate),
        );
        expect(matrix.allowance).toBeLessThanOrEqual(matrix.balance);
        expect(matrix.allowance).toBe(matrix.lines.reduce((sum, l) => sum + l.allowance, 0));
      }),
    );
  });
});
