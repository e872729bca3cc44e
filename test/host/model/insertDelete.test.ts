import fc from 'fast-check';
import {
  addName,
  addSheet,
  addTable,
  addTableRows,
  deleteCells,
  enterText,
  insertCells,
  mergeArea,
  setFrozen,
  setRowHeight,
  setStyle,
} from '../../../src/host/model/edits';
import { at, bookOf, changesOf, formulas, put, refusal, values } from './book';

const VALIDATION = {
  type: 'custom',
  operator: 'between',
  formula2: null,
  allowBlank: true,
  inCellDropDown: true,
  alert: { show: true, style: 'stop', title: '', message: '' },
  prompt: { show: false, title: '', message: '' },
} as const;

describe('inserting rows', () => {
  test('moves cells down and takes references along, also from other sheets', () => {
    const { wb, sheet } = bookOf([
      [1, '=A1*2', '=SUM(A1:A3)'],
      [2, '=A2*2', '=$A$3'],
      [3, '=A3*2', '=SUM(A:A)'],
    ]);
    const other = addSheet(wb, 'Other', 'user');
    put(wb, other, 'A1', [['=Sheet1!A2', '=SUM(Sheet1!A1:A3)', '=A2']]);
    insertCells(wb, sheet, at('2:2'), 'Down', 'addin');
    expect(formulas(sheet, 'A1:C4')).toEqual([
      [1, '=A1*2', '=SUM(A1:A4)'],
      [null, null, null],
      [2, '=A3*2', '=$A$4'],
      [3, '=A4*2', '=SUM(A:A)'],
    ]);
    expect(formulas(other, 'A1:C1')).toEqual([['=Sheet1!A3', '=SUM(Sheet1!A1:A4)', '=A2']]);
    expect(values(other, 'A1:C1')).toEqual([[2, 6, 0]]);
    expect(values(sheet, 'C1:C4')).toEqual([[6], [null], [3], [6]]);
  });

  test('is told as one change of inserted rows', () => {
    const { wb, sheet } = bookOf([[1]]);
    const changes = changesOf(wb);
    insertCells(wb, sheet, at('1:2'), 'Down', 'user');
    expect(changes).toEqual([
      { sheet, area: at('1:2'), changeType: 'RowInserted', origin: 'user' },
    ]);
  });

  test('takes names, rules, validations, merges, links, heights, hidden rows and freeze along', () => {
    const { wb, sheet } = bookOf([[1], [2], [3], [4], [5]]);
    addName(wb, 'last', '=Sheet1!$A$5', null);
    sheet.conditionalFormats.push({
      id: wb.newRuleId(),
      ranges: [at('A2:A5')],
      kind: { type: 'custom', formula: '$A2>$A$5', format: {} },
      stopIfTrue: false,
      source: '<cfRule/>',
    });
    sheet.dataValidations.push({ ...VALIDATION, ranges: [at('A4:A5')], formula1: 'A4>0' });
    sheet.hyperlinks.push({
      area: at('A5'),
      address: 'https://example.com',
      documentReference: null,
      screenTip: null,
    });
    mergeArea(wb, sheet, at('C4:D5'), false, 'user');
    setRowHeight(wb, sheet, 4, 4, 30);
    sheet.hiddenRows.add(4);
    setFrozen(wb, sheet, 3, 1);
    insertCells(wb, sheet, at('3:4'), 'Down', 'user');
    expect(wb.names.map((name) => name.formula)).toEqual(['=Sheet1!$A$7']);
    expect(sheet.conditionalFormats).toMatchObject([
      { ranges: [at('A2:A7')], kind: { formula: '$A2>$A$7' } },
    ]);
    expect(sheet.conditionalFormats[0]).not.toHaveProperty('source');
    expect(sheet.dataValidations).toMatchObject([{ ranges: [at('A6:A7')], formula1: 'A6>0' }]);
    expect(sheet.hyperlinks.map((link) => link.area)).toEqual([at('A7')]);
    expect(sheet.merges).toEqual([at('C6:D7')]);
    expect([...sheet.rowHeights]).toEqual([[6, 30]]);
    expect([...sheet.hiddenRows]).toEqual([6]);
    expect(sheet.frozen).toEqual({ rows: 5, columns: 1 });
  });

  test('formats new rows like the row above', () => {
    const { wb, sheet } = bookOf([[1], [2]]);
    setStyle(wb, sheet, at('A1'), (style) => ({ ...style, fill: { color: '#FFFF00' } }));
    insertCells(wb, sheet, at('2:2'), 'Down', 'user');
    expect(wb.styles.get(sheet.style(1, 0)).fill.color).toBe('#FFFF00');
    expect(wb.styles.get(sheet.style(2, 0)).fill.color).toBeNull();
  });

  test('lets a spill spill anew instead of leaving its values behind', () => {
    const { wb, sheet } = bookOf([['=SEQUENCE(3)']]);
    insertCells(wb, sheet, at('2:2'), 'Down', 'user');
    expect(values(sheet, 'A1:A5')).toEqual([[1], [2], [3], [null], [null]]);
    insertCells(wb, sheet, at('1:1'), 'Down', 'user');
    expect(values(sheet, 'A1:A5')).toEqual([[null], [1], [2], [3], [null]]);
  });

  test('is refused when cells would fall off the sheet', () => {
    const { wb, sheet } = bookOf([[1]]);
    put(wb, sheet, 'A1048576', [[1]]);
    expect(refusal(() => insertCells(wb, sheet, at('1:1'), 'Down', 'user'))).toBe(
      'NonBlankCellOffSheet',
    );
  });
});

describe('inserting and deleting cells', () => {
  test('moves only the columns of the area', () => {
    const { wb, sheet } = bookOf([
      [1, 2, '=A1+B2'],
      [3, 4, '=SUM(A1:B2)'],
    ]);
    insertCells(wb, sheet, at('A1:A1'), 'Down', 'user');
    expect(formulas(sheet, 'A1:C3')).toEqual([
      [null, 2, '=A2+B2'],
      [1, 4, '=SUM(A1:B2)'],
      [3, null, null],
    ]);
  });

  test('moves cells right and back left', () => {
    const { wb, sheet } = bookOf([
      [1, 2, '=A1+B1'],
      [3, 4, 5],
    ]);
    insertCells(wb, sheet, at('B1'), 'Right', 'user');
    expect(formulas(sheet, 'A1:D2')).toEqual([
      [1, null, 2, '=A1+C1'],
      [3, 4, 5, null],
    ]);
    deleteCells(wb, sheet, at('B1'), 'Left', 'user');
    expect(formulas(sheet, 'A1:D2')).toEqual([
      [1, 2, '=A1+B1', null],
      [3, 4, 5, null],
    ]);
  });

  test('splits a rule of which only some columns move', () => {
    const { wb, sheet } = bookOf([[1]]);
    sheet.conditionalFormats.push({
      id: wb.newRuleId(),
      ranges: [at('A1:B4')],
      kind: { type: 'custom', formula: 'TRUE', format: {} },
      stopIfTrue: false,
    });
    insertCells(wb, sheet, at('A3'), 'Down', 'user');
    expect(sheet.conditionalFormats[0]!.ranges).toEqual([at('A1:A5'), at('B1:B4')]);
  });

  test('refuses to tear a merged cell or a table', () => {
    const { wb, sheet } = bookOf([
      ['客户', '金额', '', ''],
      ['甲', 1, '', ''],
    ]);
    addTable(wb, sheet, at('A1:B2'), true, 'user');
    mergeArea(wb, sheet, at('C5:D5'), false, 'user');
    expect(refusal(() => insertCells(wb, sheet, at('A1'), 'Down', 'user'))).toBe(
      'InsertDeleteConflict',
    );
    expect(refusal(() => deleteCells(wb, sheet, at('C1'), 'Up', 'user'))).toBe(
      'InsertDeleteConflict',
    );
    expect(refusal(() => deleteCells(wb, sheet, at('1:1'), 'Up', 'user'))).toBe(
      'InsertDeleteConflict',
    );
  });
});

describe('deleting rows and columns', () => {
  test('turns references to them into #REF! and shrinks ranges', () => {
    const { wb, sheet } = bookOf([
      [1, '=A2', '=SUM(A1:A3)'],
      [2, '=A3', 0],
      [3, 0, 0],
    ]);
    deleteCells(wb, sheet, at('2:2'), 'Up', 'user');
    expect(formulas(sheet, 'A1:C2')).toEqual([
      [1, '=#REF!', '=SUM(A1:A2)'],
      [3, 0, 0],
    ]);
    expect(values(sheet, 'B1:C1')).toEqual([['#REF!', 4]]);
  });

  test('of the first row of a rule or validation keeps it meaning the rows that stay', () => {
    const { wb, sheet } = bookOf([['客户'], [1], [2], [3]]);
    sheet.conditionalFormats.push({
      id: wb.newRuleId(),
      ranges: [at('A2:A4')],
      kind: { type: 'custom', formula: '$A2>$A$4', format: {} },
      stopIfTrue: false,
    });
    sheet.dataValidations.push({ ...VALIDATION, ranges: [at('A2:A4')], formula1: 'A2>0' });
    deleteCells(wb, sheet, at('2:3'), 'Up', 'user');
    expect(sheet.conditionalFormats).toMatchObject([
      { ranges: [at('A2')], kind: { formula: '$A2>$A$2' } },
    ]);
    expect(sheet.dataValidations).toMatchObject([{ ranges: [at('A2')], formula1: 'A2>0' }]);
  });

  test('of the first row of a table keeps its calculated columns', () => {
    const { wb, sheet } = bookOf([
      ['金额', '税'],
      [1, null],
      [2, null],
    ]);
    const table = addTable(wb, sheet, at('A1:B3'), true, 'user');
    enterText(wb, sheet, 1, 1, '=A2*2', 'user');
    deleteCells(wb, sheet, at('2:2'), 'Up', 'user');
    expect(table.columns[1]!.calculatedFormula).toBe('=A2*2');
    addTableRows(wb, table, null, [[5, undefined]], 'user');
    expect(values(sheet, 'B2:B3').flat()).toEqual([4, 10]);
  });

  test('takes widths and hidden columns along', () => {
    const { wb, sheet } = bookOf([[1, 2, '=A1', '=B1']]);
    sheet.columnWidths[2] = 20;
    sheet.hiddenColumns.add(3);
    deleteCells(wb, sheet, at('B:B'), 'Left', 'user');
    expect(formulas(sheet, 'A1:C1')).toEqual([[1, '=A1', '=#REF!']]);
    expect(sheet.columnWidths[1]).toBe(20);
    expect([...sheet.hiddenColumns]).toEqual([2]);
  });
});

const cell = fc.oneof(
  fc.integer({ min: -99, max: 99 }),
  fc.constantFrom('甲', 'INV-1', '=A1+1', '=SUM($A$1:$C$4)', '=B3', '=C2&"x"', '=Sheet1!A4'),
);
const grid = fc.array(fc.tuple(cell, cell, cell), { minLength: 4, maxLength: 4 });

describe('whatever stands in the cells', () => {
  test.each<['rows' | 'columns']>([['rows'], ['columns']])(
    'inserting %s and deleting them again restores every cell and formula',
    (axis) => {
      fc.assert(
        fc.property(grid, fc.nat(5), fc.integer({ min: 1, max: 3 }), (rows, start, count) => {
          const { wb, sheet } = bookOf(rows);
          const [formulasBefore, valuesBefore] = [formulas(sheet, 'A1:F8'), values(sheet, 'A1:F8')];
          const area =
            axis === 'rows'
              ? { ...at('1:1'), top: start, bottom: start + count - 1 }
              : { ...at('A:A'), left: start, right: start + count - 1 };
          insertCells(wb, sheet, area, 'Down', 'user');
          deleteCells(wb, sheet, area, 'Up', 'user');
          expect(formulas(sheet, 'A1:F8')).toEqual(formulasBefore);
          expect(values(sheet, 'A1:F8')).toEqual(valuesBefore);
        }),
        { numRuns: 60 },
      );
    },
  );

  test('the sum of a column stays when cells move it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -999, max: 999 }), { minLength: 1, maxLength: 9 }),
        fc.nat(9),
        (numbers, row) => {
          const { wb, sheet } = bookOf(numbers.map((n) => [n]));
          const total = numbers.reduce((sum, n) => sum + n, 0);
          put(wb, sheet, 'C20', [[`=SUM(A1:A${numbers.length})`]]);
          insertCells(wb, sheet, { ...at('A1'), top: row, bottom: row + 1 }, 'Down', 'user');
          insertCells(wb, sheet, at('A:A'), 'Right', 'user');
          expect(values(sheet, 'D20:D20')).toEqual([[total]]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
