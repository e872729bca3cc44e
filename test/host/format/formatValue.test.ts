import { formatValue } from '../../../src/host/format/formatValue';
import { CellError, type CellValue } from '../../../src/host/model/value';

describe('text of a value', () => {
  test.each<[CellValue, string, string]>([
    [null, '0.00', ''],
    [5, 'General', '5'],
    [0.1 + 0.2, 'General', '0.3'],
    [1234567.891234, 'General', '1234567.891'],
    [123456789012, 'General', '1.23457E+11'],
    [true, '0.00', 'TRUE'],
    [new CellError('#N/A'), '0.00', '#N/A'],
    ['张三', 'General', '张三'],
    [5, '@', '5'],
    [1234.5, '#,##0.00', '1,234.50'],
    [-1234.5, '#,##0.00_);(#,##0.00)', '(1,234.50)'],
    [0.123, '0.0%', '12.3%'],
    [-1234.5, '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', ' -1,234.50 '],
    [-5, '"¥"#,##0.00;[Red]"¥"\\-#,##0.00', '¥-5.00'],
    [5, '¥#,##0.00', '¥5.00'],
    [5, '[$¥-804]#,##0.00', '¥5.00'],
    [5, '0天', '5天'],
    [5.25, 'General"天"', '5.25天'],
    [12345, '[>=10000]0.0,"万";0', '12.3万'],
    [45662, 'yyyy/m/d', '2025/1/5'],
    [45662, 'm/d/yyyy', '1/5/2025'],
    [45662, 'yyyy"年"m"月"d"日"', '2025年1月5日'],
    [45662, 'yyyy年m月d日', '2025年1月5日'],
    [45662, '[$-804]yyyy"年"m"月"d"日";@', '2025年1月5日'],
    [45662, '[$-F800]dddd, mmmm dd, yyyy', '2025年1月5日'],
    [45662, '[$-804]aaaa', '星期日'],
    [45663, 'yyyy/m/d aaa', '2025/1/6 一'],
    [45662.6, 'yyyy/m/d h:mm', '2025/1/5 14:24'],
    [45662.6, '上午/下午h"时"mm"分"', '下午2时24分'],
    [1.5, '[h]:mm:ss', '36:00:00'],
    [-1, 'yyyy/m/d', '########'],
    ['x', '0.00', 'x'],
    ['x', '@"先生"', 'x先生'],
    [5, ';;;', ''],
    [12, 'G/通用格式', '12'],
    [12, '000000', '000012'],
  ])('%p as %s is %p', (value, format, text) => {
    expect(formatValue(value, format).text).toBe(text);
  });

  test.each<[CellValue, string, string | undefined]>([
    [-1, '0;[Red]-0', '#FF0000'],
    [1, '0;[Red]-0', undefined],
    [1, '[红色]0.00', '#FF0000'],
    [0, '[蓝色]0;0;[Color10]0', '#008000'],
    [150, '[Red][>100]0;[Blue][<0]0;0', '#FF0000'],
    [50, '[Red][>100]0;[Blue][<0]0;0', undefined],
    ['x', '0;0;0;[Magenta]@', '#FF00FF'],
  ])('%p as %s has the colour %p', (value, format, color) => {
    expect(formatValue(value, format).color).toBe(color);
  });

  test('dates of a 1904 workbook count from there', () => {
    expect(formatValue(45662 - 1462, 'yyyy/m/d', true).text).toBe('2025/1/5');
    expect(formatValue(45662 - 1462, 'aaaa', true).text).toBe('星期日');
  });
});
