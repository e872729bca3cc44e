import fc from 'fast-check';
import { formatFen, parseAmount } from '../../src/domain';

describe('amounts', () => {
  it.each([
    [1234.5, 123_450],
    [-0.01, -1],
    [1.005, 101],
    [2.675, 268],
    [-1.005, -101],
    [0.1 + 0.2, 30],
    [16_635.4, 1_663_540],
    ['1,234.50', 123_450],
    ['1234.5', 123_450],
    ['￥1,200', 120_000],
    ['¥1200.00', 120_000],
    ['US$ 99.9', 9_990],
    ['1200元', 120_000],
    ['１，２３４．５０', 123_450],
    ['(1,200.00)', -120_000],
    ['（1,200.00）', -120_000],
    ['1200-', -120_000],
    ['-1200', -120_000],
    ['.5', 50],
    ['', 0],
    [null, 0],
  ])('%p is %i fen', (cell, fen) => {
    expect(parseAmount(cell)).toBe(fen);
  });

  it.each(['1,23', '一千', '12.3.4', '#N/A', true, Infinity, NaN, 1e17, '1e5', '--5'])(
    '%p is no amount',
    (cell) => {
      expect(parseAmount(cell)).toBeNull();
    },
  );

  it.each([
    [0, '0.00'],
    [5, '0.05'],
    [-5, '-0.05'],
    [-123_450, '-1234.50'],
  ])('%i fen reads %s', (fen, text) => {
    expect(formatFen(fen)).toBe(text);
  });

  it('what is written is what is read', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9e13, max: 9e13 }), (fen) => {
        expect(parseAmount(formatFen(fen))).toBe(fen);
      }),
    );
  });

  it('a number of two decimals is exact to the fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e13, max: 1e13 }), (fen) => {
        expect(parseAmount(fen / 100)).toBe(fen);
      }),
    );
  });
});
