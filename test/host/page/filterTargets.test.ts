import { areaAddress, parseArea } from '../../../src/host/model/address';
import { filterArrow, filterChoices, filterRangeAt } from '../../../src/host/page/filterTargets';
import { sortRange } from '../../../src/host/page/sortRange';
import { sheetOf } from './sheetOf';

const rows = [
  ['客户', '金额'],
  ['乙', 10],
  ['甲', 9],
  ['乙', null],
  ['丙', 100],
];

describe('a filtered range', () => {
  const { workbook, sheet } = sheetOf(rows);
  const filters = new Map([[0, { values: new Set(['乙']), blanks: false }]]);
  sheet.autoFilter = { area: parseArea('A1:B5')!, filters };

  test.each([
    [0, 0, 'active'],
    [0, 1, 'idle'],
    [1, 0, 'none'],
    [0, 2, 'none'],
  ])('row %i, column %i has the arrow %s', (row, column, arrow) => {
    expect(filterArrow(workbook, sheet, row, column)).toBe(arrow);
  });

  test('offers what other columns let through, blanks last', () => {
    const range = filterRangeAt(workbook, sheet, 0, 1)!;
    expect(filterChoices(workbook, sheet, range, 1)).toEqual(['10', '']);
  });

  test('still offers all of its own column, numbers in their order', () => {
    filters.clear();
    const range = filterRangeAt(workbook, sheet, 0, 1)!;
    expect(filterChoices(workbook, sheet, range, 1)).toEqual(['9', '10', '100', '']);
  });
});

describe('sorting without a filter', () => {
  const { workbook, sheet } = sheetOf([['台账'], [], ...rows, [], ['别的']]);

  test('takes in the block of data around the cell and knows its header', () => {
    const { area, hasHeaders } = sortRange(workbook, sheet, parseArea('B5')!);
    expect([areaAddress(area), hasHeaders]).toEqual(['A3:B7', true]);
  });

  test('takes just the selected cells when there are several', () => {
    const { area, hasHeaders } = sortRange(workbook, sheet, parseArea('A4:B6')!);
    expect([areaAddress(area), hasHeaders]).toEqual(['A4:B6', false]);
  });
});
