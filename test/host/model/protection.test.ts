import {
  addAutoFilter,
  addTable,
  clearArea,
  copyArea,
  deleteCells,
  enterText,
  insertCells,
  mergeArea,
  setColumnWidth,
  setFilter,
  setRowHeight,
  setStyle,
  setValues,
  sortArea,
} from '../../../src/host/model/edits';
import type { Sheet } from '../../../src/host/model/sheet';
import type { Workbook } from '../../../src/host/model/workbook';
import { at, bookOf, refusal } from './book';

/** A protected sheet with A1:B3 filled and column B unlocked. */
function protectedBook(options: Record<string, boolean> = {}): { wb: Workbook; sheet: Sheet } {
  const { wb, sheet } = bookOf([
    ['客户', '金额'],
    ['甲', 2],
    ['乙', 1],
  ]);
  setStyle(wb, sheet, at('B:B'), (style) => ({ ...style, locked: false }));
  addAutoFilter(wb, sheet, at('A1:B3'));
  sheet.protection = { options, password: null };
  return { wb, sheet };
}

type Edit = (wb: Workbook, sheet: Sheet) => unknown;

describe('a protected sheet', () => {
  test.each<[string, Edit]>([
    ['values', (wb, sheet) => setValues(wb, sheet, at('A1'), [[1]], 'addin')],
    ['values of a range partly locked', (wb, s) => setValues(wb, s, at('A1:B1'), [[1, 2]], 'user')],
    ['typing', (wb, sheet) => enterText(wb, sheet, 0, 0, 'x', 'user')],
    ['clearing', (wb, sheet) => clearArea(wb, sheet, at('A1'), 'Contents', 'addin')],
    ['merging', (wb, sheet) => mergeArea(wb, sheet, at('B1:B2'), false, 'user')],
    ['tables', (wb, sheet) => addTable(wb, sheet, at('B1:B3'), true, 'user')],
    ['moving cells', (wb, sheet) => insertCells(wb, sheet, at('B1'), 'Down', 'user')],
    [
      'copies onto locked cells',
      (wb, sheet) =>
        copyArea(wb, { sheet, area: at('B1') }, { sheet, area: at('A1') }, 'All', 'addin'),
    ],
  ])('refuses %s', (_, edit) => {
    const { wb, sheet } = protectedBook({ allowFormatCells: true });
    expect(refusal(() => edit(wb, sheet))).toBe('AccessDenied');
  });

  test('lets unlocked cells be edited', () => {
    const { wb, sheet } = protectedBook();
    expect(refusal(() => setValues(wb, sheet, at('B2:B9'), Array(8).fill([1]), 'user'))).toBe(
      'done',
    );
  });

  test.each<[string, Edit]>([
    ['allowFormatCells', (wb, sheet) => setStyle(wb, sheet, at('A1'), (style) => style)],
    ['allowFormatColumns', (wb, sheet) => setColumnWidth(wb, sheet, 0, 0, 9)],
    ['allowFormatRows', (wb, sheet) => setRowHeight(wb, sheet, 0, 0, 20)],
    ['allowInsertRows', (wb, sheet) => insertCells(wb, sheet, at('2:2'), 'Down', 'user')],
    ['allowInsertColumns', (wb, sheet) => insertCells(wb, sheet, at('B:B'), 'Right', 'user')],
    ['allowDeleteColumns', (wb, sheet) => deleteCells(wb, sheet, at('B:B'), 'Left', 'user')],
    [
      'allowSort',
      (wb, sheet) =>
        sortArea(wb, sheet, at('B2:B3'), [{ column: 0, ascending: true }], false, 'user'),
    ],
    [
      'allowAutoFilter',
      (wb, sheet) => setFilter(wb, sheet, 0, { values: new Set('甲'), blanks: false }),
    ],
  ])('with %s allows just that', (option, edit) => {
    const open = protectedBook({ [option]: true });
    expect(refusal(() => edit(open.wb, open.sheet))).toBe('done');
    const shut = protectedBook();
    expect(refusal(() => edit(shut.wb, shut.sheet))).toBe('AccessDenied');
  });

  test('sorts and deletes only what is unlocked', () => {
    const { wb, sheet } = protectedBook({ allowSort: true, allowDeleteRows: true });
    const keys = [{ column: 0, ascending: true }];
    expect(refusal(() => sortArea(wb, sheet, at('A2:B3'), keys, false, 'user'))).toBe(
      'AccessDenied',
    );
    expect(refusal(() => deleteCells(wb, sheet, at('2:2'), 'Up', 'user'))).toBe('AccessDenied');
  });
});
