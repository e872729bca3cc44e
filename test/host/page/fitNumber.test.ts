import { fitNumber } from '../../../src/host/page/grid/fitNumber';

const tenPixelsEach = (text: string) => text.length * 10;

test.each([
  [1234.5, '1234.5', 'General', 72, '1234.5'],
  [1 / 3, '0.333333333', 'General', 72, '0.3333'],
  [2 / 3, '0.666666667', 'General', 72, '0.6667'],
  [1234567, '1234567', 'General', 72, '######'],
  [1234.56, '1,234.56', '#,##0.00', 72, '######'],
  [45000, '2023-03-15', 'yyyy-mm-dd', 72, '######'],
  [1e21, '1E+21', 'General', 48, '####'],
])('%d as %s in format %s, %i px wide, shows %s', (value, text, format, width, shown) => {
  const room = { width, fontSize: 11, bold: false };
  expect(fitNumber(value, text, format, room, tenPixelsEach)).toBe(shown);
});
