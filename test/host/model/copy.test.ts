import { addSheet, addTable, copyArea, mergeArea, setStyle } from '../../../src/host/model/edits';
import { at, bookOf, changesOf, formulas, numberFormat, put, refusal, values } from './book';

describe('copyArea', () => {
  test('keeps formulas relative, also on another sheet', () => {
    const { wb, sheet } = bookOf([[1, '=A1+$A$1']]);
    const other = addSheet(wb, 'Other', 'user');
    const from = { sheet, area: at('A1:B1') };
    copyArea(wb, from, { sheet, area: at('A3') }, 'All', 'addin');
    copyArea(wb, from, { sheet: other, area: at('B2') }, 'All', 'addin');
    expect(formulas(sheet, 'A3:B3')).toEqual([[1, '=A3+$A$1']]);
    expect(formulas(other, 'B2:C2')).toEqual([[1, '=B2+$A$1']]);
    expect(values(other, 'C2:C2')).toEqual([[1]]);
  });

  test.each([
    ['Values', [[0.05, 0.1]], 'General'],
    ['Formulas', [[0.05, '=A3*2']], 'General'],
    ['Formats', [[null, null]], '0%'],
    ['All', [[0.05, '=A3*2']], '0%'],
  ] as const)('of %s', (what, entered, format) => {
    const { wb, sheet } = bookOf([['5%', '=A1*2']]);
    copyArea(wb, { sheet, area: at('A1:B1') }, { sheet, area: at('A3') }, what, 'addin');
    expect(formulas(sheet, 'A3:B3')).toEqual(entered);
    expect(numberFormat(wb, sheet, 'A3')).toBe(format);
  });

  test('tiles a target that is a multiple of the source and says what it wrote', () => {
    const { wb, sheet } = bookOf([[1, '=A1']]);
    const changes = changesOf(wb);
    const from = { sheet, area: at('A1:B1') };
    expect(copyArea(wb, from, { sheet, area: at('A2:D3') }, 'All', 'addin')).toEqual(at('A2:D3'));
    expect(copyArea(wb, from, { sheet, area: at('A5:C5') }, 'All', 'addin')).toEqual(at('A5:B5'));
    expect(formulas(sheet, 'A2:D3')).toEqual([
      [1, '=A2', 1, '=C2'],
      [1, '=A3', 1, '=C3'],
    ]);
    expect(changes.map((change) => change.area)).toEqual([at('A2:D3'), at('A5:B5')]);
  });

  test('over itself reads before it writes', () => {
    const { wb, sheet } = bookOf([[1], [2], [3]]);
    copyArea(wb, { sheet, area: at('A1:A3') }, { sheet, area: at('A2') }, 'All', 'addin');
    expect(values(sheet, 'A1:A4').flat()).toEqual([1, 1, 2, 3]);
  });

  test('transposes, and skips blanks when asked to', () => {
    const { wb, sheet } = bookOf([[1, null, 3]]);
    put(wb, sheet, 'A5', [['x'], ['y'], ['z']]);
    const options = { transpose: true, skipBlanks: true };
    const to = { sheet, area: at('A5') };
    copyArea(wb, { sheet, area: at('A1:C1') }, to, 'All', 'addin', options);
    expect(values(sheet, 'A5:A7').flat()).toEqual([1, 'y', 3]);
  });

  test('of whole columns blanks what the source does not have', () => {
    const { wb, sheet } = bookOf([
      [1, 'x'],
      [null, 'y'],
    ]);
    copyArea(wb, { sheet, area: at('A:A') }, { sheet, area: at('B:B') }, 'All', 'addin');
    expect(values(sheet, 'B1:B2').flat()).toEqual([1, null]);
  });

  test('takes rules, validations and merges along', () => {
    const { wb, sheet } = bookOf([[1, 2]]);
    mergeArea(wb, sheet, at('A1:B1'), false, 'user');
    sheet.conditionalFormats.push({
      id: wb.newRuleId(),
      ranges: [at('A1:B1')],
      kind: { type: 'custom', formula: '$A1>0', format: {} },
      stopIfTrue: false,
    });
    const other = addSheet(wb, 'Other', 'user');
    const from = { sheet, area: at('A1:B1') };
    copyArea(wb, from, { sheet, area: at('A3') }, 'All', 'addin');
    copyArea(wb, from, { sheet: other, area: at('A5') }, 'All', 'addin');
    expect(sheet.merges).toEqual([at('A1:B1'), at('A3:B3')]);
    expect(sheet.conditionalFormats.map((rule) => rule.ranges)).toEqual([
      [at('A1:B1'), at('A3:B3')],
    ]);
    expect(other.conditionalFormats).toMatchObject([
      { ranges: [at('A5:B5')], kind: { formula: '$A5>0' } },
    ]);
  });

  test('of a whole spill spills anew, of part of one is values', () => {
    const { wb, sheet } = bookOf([['=SEQUENCE(2)']]);
    copyArea(wb, { sheet, area: at('A1:A2') }, { sheet, area: at('C1') }, 'All', 'addin');
    copyArea(wb, { sheet, area: at('A2') }, { sheet, area: at('E1') }, 'All', 'addin');
    expect(values(sheet, 'C1:E2')).toEqual([
      [1, null, 2],
      [2, null, null],
    ]);
    expect(sheet.cells.formula(1, 2)).toBeUndefined();
  });

  test('onto a header renames the column', () => {
    const { wb, sheet } = bookOf([
      ['客户', '名'],
      ['甲', null],
    ]);
    const table = addTable(wb, sheet, at('A1:A2'), true, 'user');
    copyArea(wb, { sheet, area: at('B1') }, { sheet, area: at('A1') }, 'Values', 'addin');
    expect(table.columns[0]!.name).toBe('名');
  });
});

describe('mergeArea', () => {
  test('keeps the top-left value only, in one or row by row', () => {
    const { wb, sheet } = bookOf([
      [1, 2],
      [3, 4],
    ]);
    mergeArea(wb, sheet, at('A1:B2'), true, 'user');
    expect(sheet.merges).toEqual([at('A1:B1'), at('A2:B2')]);
    mergeArea(wb, sheet, at('A1:B2'), false, 'user');
    expect(sheet.merges).toEqual([at('A1:B2')]);
    expect(values(sheet, 'A1:B2')).toEqual([
      [1, null],
      [null, null],
    ]);
  });

  test('is refused in a table', () => {
    const { wb, sheet } = bookOf([['客户'], ['甲']]);
    addTable(wb, sheet, at('A1:A2'), true, 'user');
    expect(refusal(() => mergeArea(wb, sheet, at('A1:B1'), false, 'user'))).toBe(
      'InvalidOperation',
    );
  });
});

describe('setStyle', () => {
  test('of whole columns also takes cells to come', () => {
    const { wb, sheet } = bookOf([[1]]);
    setStyle(wb, sheet, at('A:B'), (style) => ({ ...style, numberFormat: '0.00' }));
    expect(['A1', 'B9', 'C1'].map((cell) => numberFormat(wb, sheet, cell))).toEqual([
      '0.00',
      '0.00',
      'General',
    ]);
  });
});
