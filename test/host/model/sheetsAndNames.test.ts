import {
  activateSheet,
  addName,
  addSheet,
  addTable,
  deleteName,
  deleteSheet,
  moveSheet,
  renameSheet,
  select,
  setNameFormula,
  setVisibility,
} from '../../../src/host/model/edits';
import { at, bookOf, formulas, put, refusal, values } from './book';

describe('sheets', () => {
  test('renaming one renames it in formulas, names and rules', () => {
    const { wb, sheet } = bookOf([[1]]);
    const other = addSheet(wb, 'Other', 'user');
    put(wb, other, 'A1', [["=Sheet1!A1+SUM('Sheet1'!A:A)", '=SUM(AsOf)', 'Sheet1!A1']]);
    addName(wb, 'AsOf', '=Sheet1!$A$1', null);
    other.conditionalFormats.push({
      id: wb.newRuleId(),
      ranges: [at('A1')],
      kind: { type: 'custom', formula: 'Sheet1!$A$1>0', format: {} },
      stopIfTrue: false,
    });
    renameSheet(wb, sheet, '应收 2025');
    expect(formulas(other, 'A1:C1')).toEqual([
      ["='应收 2025'!A1+SUM('应收 2025'!A:A)", '=SUM(AsOf)', 'Sheet1!A1'],
    ]);
    expect(wb.names[0]!.formula).toBe("='应收 2025'!$A$1");
    expect(other.conditionalFormats[0]!.kind).toMatchObject({ formula: "'应收 2025'!$A$1>0" });
    put(wb, sheet, 'A1', [[5]]);
    expect(values(other, 'A1:B1')).toEqual([[10, 5]]);
  });

  test('deleting one leaves #REF! and takes its tables and names', () => {
    const { wb, sheet } = bookOf([[1]]);
    const other = addSheet(wb, 'Other', 'user');
    put(wb, other, 'A1', [['客户'], ['甲']]);
    addTable(wb, other, at('A1:A2'), true, 'user', 'T');
    addName(wb, 'local', '=1', other);
    addName(wb, 'global', '=Other!$A$2', null);
    put(wb, sheet, 'B1', [['=Other!A2', '=global', '=SUM(T[客户])']]);
    const deleted: string[] = [];
    wb.events.on('sheetDeleted', (event) => deleted.push(event.sheet.name));
    activateSheet(wb, other);
    deleteSheet(wb, other, 'user');
    expect(deleted).toEqual(['Other']);
    expect(wb.activeSheet).toBe(sheet);
    expect(wb.tables).toEqual([]);
    expect(wb.names.map(({ name, formula }) => [name, formula])).toEqual([['global', '=#REF!']]);
    expect(values(sheet, 'B1:D1')).toEqual([['#REF!', '#REF!', '#REF!']]);
  });

  test('the last visible one can neither be deleted nor hidden', () => {
    const { wb, sheet } = bookOf([]);
    const other = addSheet(wb, undefined, 'user');
    expect(other.name).toBe('Sheet2');
    setVisibility(wb, other, 'Hidden');
    expect(refusal(() => deleteSheet(wb, sheet, 'user'))).toBe('InvalidOperation');
    expect(refusal(() => setVisibility(wb, sheet, 'VeryHidden'))).toBe('InvalidOperation');
    expect(refusal(() => activateSheet(wb, other))).toBe('InvalidOperation');
  });

  test.each([
    ['sheet1', 'ItemAlreadyExists'],
    ['', 'InvalidArgument'],
    ['a/b', 'InvalidArgument'],
    ["'a", 'InvalidArgument'],
    ['x'.repeat(32), 'InvalidArgument'],
    ['应收', 'done'],
  ])('a new one called %p: %s', (name, outcome) => {
    const { wb } = bookOf([]);
    expect(refusal(() => addSheet(wb, name, 'user'))).toBe(outcome);
  });

  test('move, and are activated by selecting in them', () => {
    const { wb, sheet } = bookOf([]);
    const other = addSheet(wb, 'Other', 'user');
    moveSheet(wb, other, 0);
    expect(wb.sheets).toEqual([other, sheet]);
    const told: string[] = [];
    wb.events.on('sheetActivated', (event) => told.push(`activated ${event.sheet.name}`));
    wb.events.on('selectionChanged', (event) => told.push(`selected ${event.sheet.name}`));
    select(wb, other, at('B2:C3'));
    expect(told).toEqual(['activated Other', 'selected Other']);
    expect(other.selection).toEqual(at('B2:C3'));
  });
});

describe('names', () => {
  test('are used, changed and gone', () => {
    const { wb, sheet } = bookOf([[45000, '=AsOf+1']]);
    expect(values(sheet, 'B1:B1')).toEqual([['#NAME?']]);
    const name = addName(wb, 'AsOf', '=Sheet1!$A$1', null);
    expect(values(sheet, 'B1:B1')).toEqual([[45001]]);
    setNameFormula(wb, name, '=7');
    expect(values(sheet, 'B1:B1')).toEqual([[8]]);
    deleteName(wb, name);
    expect(values(sheet, 'B1:B1')).toEqual([['#NAME?']]);
  });

  test.each([
    ['asof', 'ItemAlreadyExists'],
    ['A1', 'InvalidArgument'],
    ['R1C1', 'InvalidArgument'],
    ['a b', 'InvalidArgument'],
    ['1a', 'InvalidArgument'],
    ['基准日', 'done'],
  ])('a new one called %p: %s', (name, outcome) => {
    const { wb } = bookOf([]);
    addName(wb, 'AsOf', '=1', null);
    expect(refusal(() => addName(wb, name, '=2', null))).toBe(outcome);
  });

  test('of a sheet hides the one of the workbook there', () => {
    const { wb, sheet } = bookOf([]);
    const other = addSheet(wb, 'Other', 'user');
    addName(wb, 'n', '=1', null);
    addName(wb, 'n', '=2', other);
    put(wb, sheet, 'A1', [['=n']]);
    put(wb, other, 'A1', [['=n']]);
    expect([values(sheet, 'A1:A1'), values(other, 'A1:A1')]).toEqual([[[1]], [[2]]]);
  });
});
