import { isoDate, NO_DATE, parseDate, serialOf } from '../../src/domain';

describe('dates', () => {
  it.each([
    [45_658, '2025-01-01'],
    [45_658.75, '2025-01-01'],
    ['2025-1-5', '2025-01-05'],
    ['2025/1/5', '2025-01-05'],
    ['2025.1.5', '2025-01-05'],
    ['2025年1月5日', '2025-01-05'],
    ['２０２５－０１－０５', '2025-01-05'],
    ['20250105', '2025-01-05'],
    [20_250_105, '2025-01-05'],
    ['2025-01-05 13:40:00', '2025-01-05'],
    ['2025-01-05T00:00:00', '2025-01-05'],
    ['2024-02-29', '2024-02-29'],
  ])('%p is %s', (cell, iso) => {
    expect(isoDate(parseDate(cell)!)).toBe(iso);
  });

  it.each([null, undefined, '', '   ', '　'])('%p is no date given', (cell) => {
    expect(parseDate(cell)).toBe(NO_DATE);
  });

  it.each(['2025-02-29', '2025-13-01', '待定', 'N/A', true, 12, -5, 1e9, '5', 20_251_301])(
    '%p cannot be read as a date',
    (cell) => {
      expect(parseDate(cell)).toBeNull();
    },
  );

  it('counts as Excel does', () => {
    expect([serialOf(1900, 3, 1), serialOf(2000, 1, 1), serialOf(9999, 12, 31)]).toEqual([
      61, 36_526, 2_958_465,
    ]);
  });
});
