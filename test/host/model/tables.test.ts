import {
  addSheet,
  addTable,
  addTableColumns,
  addTableRows,
  convertTableToRange,
  deleteCells,
  deleteTable,
  deleteTableColumns,
  deleteTableRows,
  enterText,
  insertCells,
  mergeArea,
  renameTable,
  resizeTable,
} from '../../../src/host/model/edits';
import type { Sheet } from '../../../src/host/model/sheet';
import type { Table } from '../../../src/host/model/table';
import type { Workbook } from '../../../src/host/model/workbook';
import { at, bookOf, changesOf, formulas, put, refusal, values } from './book';

function ledger(): { wb: Workbook; sheet: Sheet; table: Table } {
  const { wb, sheet } = bookOf([
    ['客户', '金额'],
    ['甲', 10],
    ['乙', 20],
  ]);
  return { wb, sheet, table: addTable(wb, sheet, at('A1:B3'), true, 'user', '应收') };
}

const columnNames = (table: Table): string[] => table.columns.map((column) => column.name);

describe('making a table', () => {
  test('takes column names from the headers, made text, unique and not blank', () => {
    const { wb, sheet } = bookOf([
      ['名', '名', '', 2025],
      [1, 2, 3, 4],
    ]);
    const table = addTable(wb, sheet, at('A1:D2'), true, 'addin');
    expect(table.name).toBe('Table1');
    expect(columnNames(table)).toEqual(['名', '名2', 'Column1', '2025']);
    expect(values(sheet, 'A1:D1')).toEqual([['名', '名2', 'Column1', '2025']]);
  });

  test('without headers opens a header row above and moves the data down', () => {
    const { wb, sheet } = bookOf([
      [1, 2],
      [3, 4],
    ]);
    const table = addTable(wb, sheet, at('A1:B2'), false, 'addin');
    expect(table.area).toEqual(at('A1:B3'));
    expect(values(sheet, 'A1:B3')).toEqual([
      ['Column1', 'Column2'],
      [1, 2],
      [3, 4],
    ]);
  });

  test('is refused over another table, over merged cells and under a taken name', () => {
    const { wb, sheet } = ledger();
    mergeArea(wb, sheet, at('E1:F1'), false, 'user');
    const add = (address: string, name?: string) =>
      refusal(() => addTable(wb, sheet, at(address), true, 'addin', name));
    expect(add('B3:C4')).toBe('InvalidArgument');
    expect(add('E1:F3')).toBe('MergedRangeConflict');
    expect(add('H1:H3', '应收')).toBe('ItemAlreadyExists');
    expect(add('H1:H3', 'A1')).toBe('InvalidArgument');
  });
});

describe('headers and names of a table', () => {
  test('a header typed over renames the column in formulas; a taken name gets a number', () => {
    const { wb, sheet, table } = ledger();
    put(wb, sheet, 'D1', [['=SUM(应收[金额])']]);
    put(wb, sheet, 'C2', [['=应收[[#This Row],[金额]]*2']]);
    put(wb, sheet, 'B1', [['应收金额']]);
    expect(formulas(sheet, 'D1:D1')).toEqual([['=SUM(应收[应收金额])']]);
    expect(values(sheet, 'C2:D2')).toEqual([[20, null]]);
    put(wb, sheet, 'A1', [['应收金额']]);
    expect(columnNames(table)).toEqual(['应收金额2', '应收金额']);
    expect(values(sheet, 'A1:D1')).toEqual([['应收金额2', '应收金额', null, 30]]);
  });

  test('a cleared header gets a default name', () => {
    const { wb, sheet, table } = ledger();
    put(wb, sheet, 'A1', [['']]);
    expect(columnNames(table)).toEqual(['Column1', '金额']);
  });

  test('renaming a table renames it in formulas', () => {
    const { wb, sheet, table } = ledger();
    put(wb, sheet, 'D1', [['=SUM(应收[金额])']]);
    renameTable(wb, table, 'Ledger');
    expect(formulas(sheet, 'D1:D1')).toEqual([['=SUM(Ledger[金额])']]);
    expect(values(sheet, 'D1:D1')).toEqual([[30]]);
  });

  test('deleting a table clears it and leaves #REF! in formulas', () => {
    const { wb, sheet, table } = ledger();
    put(wb, sheet, 'D1', [['=SUM(应收[金额])']]);
    deleteTable(wb, table, 'addin');
    expect(wb.tables).toEqual([]);
    expect(values(sheet, 'A1:D3')).toEqual([
      [null, null, null, '#REF!'],
      [null, null, null, null],
      [null, null, null, null],
    ]);
  });
});

test('a table turned into a range leaves addresses in formulas', () => {
  const { wb, sheet, table } = ledger();
  enterText(wb, sheet, 0, 2, '税', 'user');
  enterText(wb, sheet, 1, 2, '=[@金额]*2', 'user');
  const other = addSheet(wb, 'Other', 'user');
  put(wb, sheet, 'E1', [['=SUM(应收[金额])', '=ROWS(应收[#All])', '=应收[[#Headers],[金额]]']]);
  put(wb, other, 'A1', [['=SUM(应收[[客户]:[金额]])', '=ROWS(应收)']]);
  convertTableToRange(wb, table, 'user');
  expect(wb.tables).toEqual([]);
  expect(formulas(sheet, 'C2:C3').flat()).toEqual(['=$B2*2', '=$B3*2']);
  expect(formulas(sheet, 'E1:G1')).toEqual([['=SUM($B$2:$B$3)', '=ROWS($A$1:$C$3)', '=$B$1']]);
  expect(formulas(other, 'A1:B1')).toEqual([['=SUM(Sheet1!$A$2:$B$3)', '=ROWS(Sheet1!$A$2:$C$3)']]);
  expect(values(sheet, 'E1:G1')).toEqual([[30, 3, '金额']]);
});

test('a date as header becomes the text it shows', () => {
  const { wb, sheet } = bookOf([['2025-1-5'], [1]]);
  addTable(wb, sheet, at('A1:A2'), true, 'user');
  expect(values(sheet, 'A1:A1')).toEqual([['2025/1/5']]);
});

describe('rows of a table', () => {
  test('are added at the end or between, and what stands below moves down', () => {
    const { wb, sheet, table } = ledger();
    put(wb, sheet, 'A4', [['below', '=B3']]);
    put(wb, sheet, 'D1', [['=SUM(应收[金额])']]);
    const changes = changesOf(wb);
    addTableRows(wb, table, null, [['丙', 30]], 'addin');
    addTableRows(wb, table, 0, [['丁', 5]], 'addin');
    expect(table.area).toEqual(at('A1:B5'));
    expect(formulas(sheet, 'A1:D6')).toEqual([
      ['客户', '金额', null, '=SUM(应收[金额])'],
      ['丁', 5, null, null],
      ['甲', 10, null, null],
      ['乙', 20, null, null],
      ['丙', 30, null, null],
      ['below', '=B4', null, null],
    ]);
    expect(values(sheet, 'D1:D1')).toEqual([[65]]);
    expect(changes.map(({ changeType, area }) => [changeType, area])).toEqual([
      ['RowInserted', at('A4:B4')],
      ['RowInserted', at('A2:B2')],
    ]);
  });

  test('are deleted, but a blank one stays of the last', () => {
    const { wb, sheet, table } = ledger();
    put(wb, sheet, 'A4', [['below']]);
    deleteTableRows(wb, table, 0, 1, 'addin');
    expect(values(sheet, 'A1:A3').flat()).toEqual(['客户', '乙', 'below']);
    deleteTableRows(wb, table, 0, 1, 'addin');
    expect(values(sheet, 'A1:B3')).toEqual([
      ['客户', '金额'],
      [null, null],
      ['below', null],
    ]);
    expect(table.area).toEqual(at('A1:B2'));
  });

  test('grow and shrink the table with the sheet', () => {
    const { wb, sheet, table } = ledger();
    insertCells(wb, sheet, at('2:3'), 'Down', 'user');
    expect(table.area).toEqual(at('A1:B5'));
    insertCells(wb, sheet, at('6:6'), 'Down', 'user');
    expect(table.area).toEqual(at('A1:B5'));
    deleteCells(wb, sheet, at('2:5'), 'Up', 'user');
    expect(table.area).toEqual(at('A1:B2'));
    deleteCells(wb, sheet, at('1:2'), 'Up', 'user');
    expect(wb.tables).toEqual([]);
  });

  test('new ones get the formulas of calculated columns', () => {
    const { wb, sheet, table } = ledger();
    enterText(wb, sheet, 0, 2, '两倍', 'user');
    enterText(wb, sheet, 1, 2, '=[@金额]*2', 'user');
    addTableRows(wb, table, null, [['丙', 30, undefined]], 'addin');
    expect(values(sheet, 'C1:C4').flat()).toEqual(['两倍', 20, 40, 60]);
  });
});

describe('columns of a table', () => {
  test('are added with default names or with contents', () => {
    const { wb, sheet, table } = ledger();
    put(wb, sheet, 'C1', [['beside']]);
    addTableColumns(wb, table, null, 1, undefined, 'addin');
    addTableColumns(wb, table, 1, 1, [['号'], [1], ['=[@金额]+1']], 'addin');
    addTableColumns(wb, table, 0, 1, undefined, 'addin');
    expect(columnNames(table)).toEqual(['Column2', '客户', '号', '金额', 'Column1']);
    expect(values(sheet, 'A1:F3')).toEqual([
      ['Column2', '客户', '号', '金额', 'Column1', 'beside'],
      [null, '甲', 1, 10, null, null],
      [null, '乙', 21, 20, null, null],
    ]);
    expect(table.area).toEqual(at('A1:E3'));
  });

  test('deleting one leaves #REF! where it was named', () => {
    const { wb, sheet, table } = ledger();
    put(wb, sheet, 'D1', [['=SUM(应收[金额])']]);
    deleteTableColumns(wb, table, 1, 1, 'addin');
    expect(columnNames(table)).toEqual(['客户']);
    expect(values(sheet, 'C1:C1')).toEqual([['#REF!']]);
  });

  test('come and go with columns of the sheet', () => {
    const { wb, sheet, table } = ledger();
    insertCells(wb, sheet, at('B:B'), 'Right', 'user');
    expect(columnNames(table)).toEqual(['客户', 'Column1', '金额']);
    expect(values(sheet, 'A1:C1')).toEqual([['客户', 'Column1', '金额']]);
    deleteCells(wb, sheet, at('A:B'), 'Left', 'user');
    expect(columnNames(table)).toEqual(['金额']);
    expect(table.area).toEqual(at('A1:A3'));
  });

  test('change with the size of the table', () => {
    const { wb, sheet, table } = ledger();
    put(wb, sheet, 'D1', [['备注']]);
    resizeTable(wb, table, at('A1:D4'), 'addin');
    expect(columnNames(table)).toEqual(['客户', '金额', 'Column1', '备注']);
    expect(values(sheet, 'C1:D1')).toEqual([['Column1', '备注']]);
    expect(refusal(() => resizeTable(wb, table, at('A2:D4'), 'addin'))).toBe('InvalidArgument');
  });
});

describe('typing at a table', () => {
  test('right below its last row makes it longer, right beside it wider', () => {
    const { wb, sheet, table } = ledger();
    enterText(wb, sheet, 3, 0, '丙', 'user');
    expect(table.area).toEqual(at('A1:B4'));
    enterText(wb, sheet, 1, 2, '5', 'user');
    expect(table.area).toEqual(at('A1:C4'));
    expect(columnNames(table)).toEqual(['客户', '金额', 'Column1']);
    enterText(wb, sheet, 6, 0, 'far', 'user');
    expect(table.area).toEqual(at('A1:C4'));
  });

  test('does not take in a cell beside which something else stands, nor what the API writes', () => {
    const { wb, sheet, table } = ledger();
    put(wb, sheet, 'B4', [['note']]);
    enterText(wb, sheet, 3, 0, '丙', 'user');
    put(wb, sheet, 'C2', [['x']]);
    expect(table.area).toEqual(at('A1:B3'));
  });

  test('one formula into an empty column fills it, also when it is changed later', () => {
    const { wb, sheet, table } = ledger();
    enterText(wb, sheet, 0, 2, '税', 'user');
    enterText(wb, sheet, 2, 2, '=[@金额]*0.5', 'user');
    expect(values(sheet, 'C2:C3').flat()).toEqual([5, 10]);
    enterText(wb, sheet, 1, 2, '=[@金额]*2', 'user');
    expect(values(sheet, 'C2:C3').flat()).toEqual([20, 40]);
    expect(table.columns[2]!.calculatedFormula).toMatch(/\*2$/);
  });

  test('a formula into a column with other contents stays alone', () => {
    const { wb, sheet } = ledger();
    enterText(wb, sheet, 1, 1, '=1+1', 'user');
    expect(values(sheet, 'B2:B3').flat()).toEqual([2, 20]);
  });
});
