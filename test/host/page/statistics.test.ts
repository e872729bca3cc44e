import { parseArea } from '../../../src/host/model/address';
import { statistics } from '../../../src/host/page/statusBar';
import { sheetOf } from './sheetOf';

const { sheet } = sheetOf([
  ['客户', '金额'],
  ['甲', 100],
  ['乙', 20.5],
  ['丙', null],
]);

test.each([
  ['A1:B4', { count: 7, numbers: 2, sum: 120.5 }],
  ['B:B', { count: 3, numbers: 2, sum: 120.5 }],
  ['D5:F9', { count: 0, numbers: 0, sum: 0 }],
])('%s counts as %j', (area, expected) => {
  expect(statistics(sheet, parseArea(area)!)).toEqual(expected);
});

test('rows a filter hides do not count', () => {
  sheet.hiddenRows.add(1);
  expect(statistics(sheet, parseArea('B:B')!)).toEqual({ count: 2, numbers: 1, sum: 20.5 });
});
