import fc from 'fast-check';
import {
  addMonths,
  DateColumn,
  isoDate,
  NO_DATE,
  parseDate,
  serialOf,
  type Serial,
} from '../../src/domain';

describe('dates', () => {
  it.each([
    [45_658, '2025-01-01'],
    [45_658.75, '2025-01-01'],
    ['2025-1-5', '2025-01-05'],
    ['2025/1/5', '2025-01-05'],
    ['2025.1.5', '2025-01-05'],
    ['2025-10-15', '2025-10-15'],
    ['2025年1月5日', '2025-01-05'],
    ['2025年1月5号', '2025-01-05'],
    ['2025 年 1 月 5 日', '2025-01-05'],
    ['２０２５－０１－０５', '2025-01-05'],
    ['20250105', '2025-01-05'],
    [20_250_105, '2025-01-05'],
    ['20250105134000', '2025-01-05'],
    ['2025-01-05 13:40:00', '2025-01-05'],
    ['2025-01-05T00:00:00', '2025-01-05'],
    ['2025-01-05T00:00:00.000Z', '2025-01-05'],
    ['2025/1/5 1:40 PM', '2025-01-05'],
    ['2025/1/5 下午 1:40', '2025-01-05'],
    ['2025年1月5日 上午9时30分', '2025-01-05'],
    ['2025年1月5日 星期日', '2025-01-05'],
    ['  2025-01-05 ', '2025-01-05'],
    ['2024-02-29', '2024-02-29'],
    ['二〇二五年三月一日', '2025-03-01'],
    ['二零二五年十月十日', '2025-10-10'],
    ['二○二五年十二月三十一日', '2025-12-31'],
    ['二Ｏ二五年十一月廿一日', '2025-11-21'],
    ['二〇二五年一月卅一日', '2025-01-31'],
    ['二〇二五年三月初一', '2025-03-01'],
    ['二五年二月二十', '2025-02-20'],
    ['二〇二五年元月一日', '2025-01-01'],
    ['二〇二五年正月初八', '2025-01-08'],
    ['25-3-1', '2025-03-01'],
    ['25.03.01', '2025-03-01'],
    ['25年3月1日', '2025-03-01'],
    ['25/3/1', '2025-03-01'],
    ['3/13/2025', '2025-03-13'],
    ['13/3/2025', '2025-03-13'],
    ['3/3/2025', '2025-03-03'],
    ['13.3.2025', '2025-03-13'],
    ['1-Mar-2025', '2025-03-01'],
    ['1 March 2025', '2025-03-01'],
    ['01-MAR-25', '2025-03-01'],
    ['Mar 1, 2025', '2025-03-01'],
    ['March 1st, 2025', '2025-03-01'],
    ['Sept. 30, 2025', '2025-09-30'],
  ])('%p is %s', (cell, iso) => {
    expect(isoDate(parseDate(cell) ?? NO_DATE)).toBe(iso);
  });

  it.each([null, undefined, '', '   ', '　'])('%p is no date given', (cell) => {
    expect(parseDate(cell)).toBe(NO_DATE);
  });

  it.each([
    '2025-02-29',
    '2025-13-01',
    '2025-00-10',
    '二〇二五年十三月一日',
    '二〇二五年三四月一日',
    '二〇二五年二三十月一日',
    '二〇二五年三月十一二日',
    '2025-3-2025',
    '202-3-1',
    '2025030x',
    '2025x3x1',
    '31-Apr-2025',
    '32/1/2025',
    '2025-3',
    '2025-3-1至2025-4-1',
    '2025-1-123',
    '待定',
    '月底',
    '#N/A',
    true,
    12,
    -5,
    1e9,
    '5',
    20_251_301,
    NaN,
  ])('%p cannot be read as a date', (cell) => {
    expect(parseDate(cell)).toBeNull();
  });

  it.each([
    '-',
    '——',
    '–',
    '−',
    '－',
    '/',
    '／',
    '\\',
    '无',
    ' 暂无 ',
    '没有',
    'N/A',
    'none',
    'NULL',
  ])('%p says that there is none', (cell) => {
    expect(parseDate(cell)).toBe(NO_DATE);
  });

  it.each(['3/1/2025', '03/01/25', '1.3.2025'])('%p alone may be two days', (cell) => {
    expect(new DateColumn().read(cell)).toBe('ambiguous');
    expect(parseDate(cell)).toBeNull();
  });

  it('counts as Excel does', () => {
    expect([
      serialOf(1900, 3, 1),
      serialOf(2000, 1, 1),
      serialOf(2000, 2, 29),
      serialOf(2000, 3, 1),
      serialOf(9999, 12, 31),
      serialOf(1900, 2, 28),
    ]).toEqual([61, 36_526, 36_585, 36_586, 2_958_465, NO_DATE]);
  });

  it('every serial is the day JavaScript says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_958_465 }), (serial) => {
        const [year, month, day] = isoDate(serial).split('-').map(Number);
        expect(serialOf(year!, month!, day!)).toBe(serial);
      }),
    );
  });
});

describe('the dates of a column', () => {
  it.each([
    ['nothing to decide', ['2025-3-1', 45_000, '20250301'], 'ymd'],
    ['only days that fit both orders', ['3/1/2025', '4/2/2025'], 'ambiguous'],
    ['a thirteenth first', ['3/1/2025', '13/1/2025'], 'dmy'],
    ['a thirteenth second', ['3/1/2025', '1/13/2025'], 'mdy'],
    ['both', ['13/1/2025', '1/13/2025'], 'ambiguous'],
    ['short years last', ['3/1/25', '12/31/25'], 'mdy'],
    ['short years first', ['25/03/01', '25/12/31', '24/01/30'], 'ambiguous'],
  ])('%s: %j is %s', (_, cells, order) => {
    const column = new DateColumn();
    cells.forEach((cell) => column.look(cell));
    expect(column.order).toBe(order);
  });

  it('once decided, every cell is read so', () => {
    const column = new DateColumn();
    ['3/1/2025', '13/1/2025'].forEach((cell) => column.look(cell));
    expect(isoDate(column.read('3/1/2025') as Serial)).toBe('2025-01-03');
  });

  it('a person can decide', () => {
    expect(isoDate(new DateColumn('mdy').read('3/1/2025') as Serial)).toBe('2025-03-01');
    expect(isoDate(new DateColumn('dmy').read('3/1/2025') as Serial)).toBe('2025-01-03');
    expect(new DateColumn('mdy').read('13/1/2025')).toBeNull();
    expect(isoDate(new DateColumn('ymd').read('25/03/01') as Serial)).toBe('2025-03-01');
    expect(new DateColumn('ymd').read('3/1/2025')).toBe('ambiguous');
  });

  it('workbooks that count from 1904 count 1462 days less', () => {
    const column = new DateColumn(undefined, true);
    expect(isoDate(column.read(45_658 - 1462) as Serial)).toBe('2025-01-01');
    expect(isoDate(column.read('2025-1-1') as Serial)).toBe('2025-01-01');
    expect(isoDate(column.read(20_250_101) as Serial)).toBe('2025-01-01');
  });

  const two = (n: number) => String(n).padStart(2, '0');
  const numeral = (n: number) => {
    const [tens, ones] = [Math.floor(n / 10), n % 10];
    const digit = '〇一二三四五六七八九';
    return (
      (tens > 0 ? (tens > 1 ? digit[tens]! : '') + '十' : '') +
      (ones > 0 || n === 0 ? digit[ones]! : '')
    );
  };
  const SPELLINGS: Record<string, (y: number, m: number, d: number) => unknown> = {
    'y-m-d': (y, m, d) => `${y}-${m}-${d}`,
    'yyyy/mm/dd': (y, m, d) => `${y}/${two(m)}/${two(d)}`,
    'y.m.d': (y, m, d) => `${y}.${m}.${d}`,
    yyyymmdd: (y, m, d) => `${y}${two(m)}${two(d)}`,
    'the number yyyymmdd': (y, m, d) => y * 10_000 + m * 100 + d,
    年月日: (y, m, d) => `${y}年${m}月${d}日`,
    numerals: (y, m, d) =>
      `${[...String(y)].map((c) => '〇一二三四五六七八九'[Number(c)]).join('')}年${numeral(m)}月${numeral(d)}日`,
    'with a time': (y, m, d) => `${y}-${two(m)}-${two(d)} 08:05:59`,
    'd-mmm-yyyy': (y, m, d) => `${d}-${MONTHS[m - 1]!}-${y}`,
    'mmm d, yyyy': (y, m, d) => `${MONTHS[m - 1]!} ${d}, ${y}`,
    'full width': (y, m, d) =>
      `${y}-${m}-${d}`.replace(/[0-9-]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
  };
  const MONTHS = [
    'Jan',
    'Feb',
    'Mar',
    'Apr',
    'May',
    'Jun',
    'Jul',
    'Aug',
    'Sep',
    'Oct',
    'Nov',
    'Dec',
  ];

  it.each(Object.keys(SPELLINGS))('what is written as %s is what is read', (name) => {
    fc.assert(
      fc.property(fc.integer({ min: 36_526, max: 73_050 }), (serial) => {
        const [y, m, d] = isoDate(serial).split('-').map(Number);
        expect(parseDate(SPELLINGS[name]!(y!, m!, d!))).toBe(serial);
      }),
    );
  });

  it.each(['dmy', 'mdy'] as const)('a column written %s is read so', (order) => {
    fc.assert(
      fc.property(fc.integer({ min: 36_526, max: 73_050 }), (serial) => {
        const [y, m, d] = isoDate(serial).split('-').map(Number);
        const text = order === 'dmy' ? `${d}/${m}/${y}` : `${m}/${d}/${y}`;
        expect(new DateColumn(order).read(text)).toBe(serial);
      }),
    );
  });
});

it('a missing date has no text', () => {
  expect(isoDate(NO_DATE)).toBe('');
});

describe('months from a day', () => {
  it.each([
    ['2025-05-20', 3, '2025-08-20'],
    ['2024-08-31', 6, '2025-02-28'],
    ['2023-08-31', 6, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2025-11-30', 1, '2025-12-30'],
    ['2025-12-31', 2, '2026-02-28'],
    ['2025-03-31', -1, '2025-02-28'],
    ['2025-01-15', -1, '2024-12-15'],
    ['2025-01-15', -25, '2022-12-15'],
  ])('%s and %i months are %s', (date, months, expected) => {
    expect(isoDate(addMonths(parseDate(date)!, months))).toBe(expected);
  });

  it('go the same way however they are cut, but for month ends', () => {
    const date = fc.integer({ min: serialOf(1950, 1, 1), max: serialOf(2090, 1, 1) });
    const months = fc.integer({ min: -200, max: 200 });
    fc.assert(
      fc.property(date, months, months, (start, a, b) => {
        const apart = addMonths(addMonths(start, a), b) - addMonths(start, a + b);
        expect(apart).toBeLessThanOrEqual(0);
        expect(apart).toBeGreaterThanOrEqual(-3);
      }),
    );
  });
});
