import { parseArea } from '../../../src/host/model/address';
import { VisibleCells } from '../../../src/host/page/grid/visibleCells';
import { sheetOf } from './sheetOf';

const origin = { row: 0, column: 0 };

test('an empty sheet still shows two hundred rows and columns A to Z', () => {
  const { rows, columns } = new VisibleCells(sheetOf([]).sheet, origin);
  expect([rows.length, columns.length]).toEqual([200, 26]);
});

test('the view reaches past the last used cell and the cell one goes to', () => {
  const { sheet } = sheetOf([]);
  sheet.cells.setValue(100_000, 30, 1);
  const { rows, columns } = new VisibleCells(sheet, { row: 5, column: 90 });
  expect(rows.length).toBeGreaterThan(100_001);
  expect(columns.length).toBeGreaterThan(91);
});

test('the view ends where the sheet ends', () => {
  const { rows, columns } = new VisibleCells(sheetOf([]).sheet, { row: 1_048_575, column: 16_383 });
  expect([rows.length, columns.length]).toEqual([1_048_576, 16_384]);
});

describe('with rows 3 to 5 hidden', () => {
  const { sheet } = sheetOf([]);
  for (const row of [2, 3, 4]) sheet.hiddenRows.add(row);
  const visible = new VisibleCells(sheet, origin);

  test.each([
    [0, 0],
    [1, 1],
    [2, 5],
    [10, 13],
  ])('position %i shows row index %i', (position, row) => {
    expect(visible.rows.index(position)).toBe(row);
    expect(visible.rows.position(row)).toBe(position);
  });

  test.each([
    ['A1:B4', 'A1:B2'],
    ['A4:B8', 'A3:B5'],
    ['A3:C5', null],
  ])('%s lies at positions %s', (area, positions) => {
    expect(visible.positions(parseArea(area)!)).toEqual(positions && parseArea(positions));
  });
});
