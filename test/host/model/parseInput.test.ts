import { parseInput } from '../../../src/host/model/parseInput';
import { CellError } from '../../../src/host/model/value';

const context = { date1904: false, today: new Date(2025, 5, 1) };

describe('what Excel makes of a typed text', () => {
  test.each<[string, unknown, string?]>([
    ['12', 12],
    ['-12.5', -12.5],
    ['+3', 3],
    ['.5', 0.5],
    ['1,234', 1234, '#,##0'],
    ['1,234.50', 1234.5, '#,##0.00'],
    ['(1,234)', -1234, '#,##0'],
    ['(12)', -12],
    ['1e3', 1000, '0.00E+00'],
    [' 7 ', 7],
    ['12%', 0.12, '0%'],
    ['12.5%', 0.125, '0.00%'],
    ['-3%', -0.03, '0%'],
    ['¥1,200', 1200, '"¥"#,##0;[Red]"¥"\\-#,##0'],
    ['￥1200.50', 1200.5, '"¥"#,##0.00;[Red]"¥"\\-#,##0.00'],
    ['-¥5', -5, '"¥"#,##0;[Red]"¥"\\-#,##0'],
    ['$9.99', 9.99, '"$"#,##0.00;[Red]"$"\\-#,##0.00'],
    ['TRUE', true],
    ['false', false],
    ['2025-1-5', 45662, 'yyyy/m/d'],
    ['2025/01/05', 45662, 'yyyy/m/d'],
    ['25-1-5', 45662, 'yyyy/m/d'],
    ['99/12/31', 36525, 'yyyy/m/d'],
    ['1900-1-1', 1, 'yyyy/m/d'],
    ['1900-3-1', 61, 'yyyy/m/d'],
    ['2025年1月5日', 45662, 'yyyy"年"m"月"d"日"'],
    ['2025年1月', 45658, 'yyyy"年"m"月"'],
    ['2025-1', 45658, 'yyyy"年"m"月"'],
    ['1月5日', 45662, 'm"月"d"日"'],
    ['1/5', 45662, 'm"月"d"日"'],
    ['2025-1-5 12:00', 45662.5, 'yyyy/m/d h:mm'],
    ['12:30', 0.5208333333333334, 'h:mm'],
    ['6:00:00', 0.25, 'h:mm:ss'],
    ['6:00 PM', 0.75, 'h:mm AM/PM'],
    ['36:00', 1.5, '[h]:mm:ss'],
    ['0 1/2', 0.5, '# ?/?'],
  ])('%s', (...[text, value, format]: [string, unknown, string?]) => {
    expect(parseInput(text, context)).toEqual(format === undefined ? { value } : { value, format });
  });

  test.each([
    'INV-001',
    '12,34',
    '2025-13-1',
    '2025-2-30',
    '2025-1/5',
    '1.2.3',
    '张三',
    '-',
    '+',
    '.',
    '%',
    '¥',
    '12 件',
    'TRUEST',
    '10-20-30-40',
    '1e999',
    ' ',
  ])('%s stays text', (text) => {
    expect(parseInput(text, context)).toEqual({ value: text });
  });

  test('an error text becomes the error', () => {
    expect(parseInput('#n/a', context).value).toEqual(new CellError('#N/A'));
  });

  test('days count from 1904 in a workbook that does', () => {
    expect(parseInput('2025-1-5', { ...context, date1904: true }).value).toBe(45662 - 1462);
  });
});
