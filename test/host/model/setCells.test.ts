import {
  clearArea,
  enterText,
  mergeArea,
  setStyle,
  setValues,
} from '../../../src/host/model/edits';
import { at, bookOf, changesOf, formulas, numberFormat, put, refusal, values } from './book';

describe('setValues', () => {
  test('enters numbers, texts, logicals, formulas and what texts look like', () => {
    const { wb, sheet } = bookOf([
      ['a', 1, true],
      ['1,234.50', '2025-1-5', '=B1+1'],
    ]);
    expect(values(sheet, 'A1:C2')).toEqual([
      ['a', 1, true],
      [1234.5, 45662, 2],
    ]);
    expect(numberFormat(wb, sheet, 'A2')).toBe('#,##0.00');
    expect(numberFormat(wb, sheet, 'B2')).toBe('yyyy/m/d');
    expect(formulas(sheet, 'C2:C2')).toEqual([['=B1+1']]);
  });

  test('null and undefined leave a cell, an empty text blanks it', () => {
    const { wb, sheet } = bookOf([['a', 'b', 'c']]);
    put(wb, sheet, 'A1', [[null, undefined, '']]);
    expect(values(sheet, 'A1:C1')).toEqual([['a', 'b', null]]);
  });

  test('a value replaces a formula and a formula a value', () => {
    const { wb, sheet } = bookOf([[2, '=A1*2', '=B1*2']]);
    put(wb, sheet, 'A1', [['=1+2', 5, null]]);
    expect(values(sheet, 'A1:C1')).toEqual([[3, 5, 10]]);
    expect(formulas(sheet, 'B1:B1')).toEqual([[5]]);
  });

  test('cells formatted as text take everything as text', () => {
    const { wb, sheet } = bookOf([]);
    setStyle(wb, sheet, at('A1:C1'), (style) => ({ ...style, numberFormat: '@' }));
    put(wb, sheet, 'A1', [['=1+1', '2025-1-5', 7]]);
    expect(values(sheet, 'A1:C1')).toEqual([['=1+1', '2025-1-5', '7']]);
  });

  test('an apostrophe makes text and is kept as a prefix until something else is entered', () => {
    const { wb, sheet } = bookOf([["'007"]]);
    expect(values(sheet, 'A1:A1')).toEqual([['007']]);
    expect(wb.styles.get(sheet.style(0, 0)).quotePrefix).toBe(true);
    put(wb, sheet, 'A1', [['8']]);
    expect(values(sheet, 'A1:A1')).toEqual([[8]]);
    expect(wb.styles.get(sheet.style(0, 0)).quotePrefix).toBeUndefined();
  });

  test('a number format that was chosen stays', () => {
    const { wb, sheet } = bookOf([]);
    setStyle(wb, sheet, at('A1'), (style) => ({ ...style, numberFormat: '0.00' }));
    put(wb, sheet, 'A1', [['2025-1-5']]);
    expect(numberFormat(wb, sheet, 'A1')).toBe('0.00');
  });

  test('a wrong shape or a bad formula is refused and nothing is written', () => {
    const { wb, sheet } = bookOf([['x', 'y']]);
    const changes = changesOf(wb);
    expect(refusal(() => setValues(wb, sheet, at('A1:B1'), [[1]], 'addin'))).toBe(
      'InvalidArgument',
    );
    expect(refusal(() => setValues(wb, sheet, at('A1:B1'), [[1, '=SUM(']], 'addin'))).toBe(
      'InvalidArgument',
    );
    expect(
      refusal(() => setValues(wb, sheet, at('A1:B1'), [[1, 'x'.repeat(32_768)]], 'addin')),
    ).toBe('InvalidArgument');
    expect(values(sheet, 'A1:B1')).toEqual([['x', 'y']]);
    expect(changes).toEqual([]);
  });

  test('one change is told for an edit, with details for a single cell, none for recalculation', () => {
    const { wb, sheet } = bookOf([[1, '=A1+1']]);
    const changes = changesOf(wb);
    const calculated: string[] = [];
    wb.events.on('calculated', (event) => calculated.push(event.sheet.name));
    put(wb, sheet, 'A1', [[5]]);
    put(wb, sheet, 'D1', [[1, 2]]);
    expect(changes).toEqual([
      {
        sheet,
        area: at('A1'),
        changeType: 'RangeEdited',
        origin: 'addin',
        details: { valueBefore: 1, valueAfter: 5 },
      },
      { sheet, area: at('D1:E1'), changeType: 'RangeEdited', origin: 'addin' },
    ]);
    expect(calculated).toEqual(['Sheet1']);
  });

  test('of merged cells only the top left takes a value', () => {
    const { wb, sheet } = bookOf([['a', 'b', 'c']]);
    mergeArea(wb, sheet, at('A1:B1'), false, 'user');
    put(wb, sheet, 'A1', [[1, 2, 3]]);
    expect(values(sheet, 'A1:C1')).toEqual([[1, null, 3]]);
  });

  test('a value in the way of a spill blocks it until it is cleared', () => {
    const { wb, sheet } = bookOf([['=SEQUENCE(3)']]);
    expect(values(sheet, 'A1:A3')).toEqual([[1], [2], [3]]);
    put(wb, sheet, 'A2', [['x']]);
    expect(values(sheet, 'A1:A3')).toEqual([['#SPILL!'], ['x'], [null]]);
    clearArea(wb, sheet, at('A2'), 'Contents', 'user');
    expect(values(sheet, 'A1:A3')).toEqual([[1], [2], [3]]);
  });

  test('a formula entered while calculation is manual is calculated once', () => {
    const { wb, sheet } = bookOf([[1, '=A1+1']]);
    wb.calculationMode = 'Manual';
    put(wb, sheet, 'A1', [[5]]);
    put(wb, sheet, 'C1', [['=A1*10']]);
    expect(values(sheet, 'B1:C1')).toEqual([[2, 50]]);
    put(wb, sheet, 'A1', [[6]]);
    expect(values(sheet, 'B1:C1')).toEqual([[2, 50]]);
  });

  test('nothing recalculates while calculation is manual or suspended', () => {
    const { wb, sheet } = bookOf([[1, '=A1+1']]);
    wb.calculationMode = 'Manual';
    put(wb, sheet, 'A1', [[5]]);
    expect(values(sheet, 'B1:B1')).toEqual([[2]]);
    wb.calculationMode = 'Automatic';
    wb.calculationSuspended = true;
    put(wb, sheet, 'A1', [[6]]);
    expect(values(sheet, 'B1:B1')).toEqual([[2]]);
    wb.calculationSuspended = false;
    put(wb, sheet, 'D1', [[0]]);
    expect(values(sheet, 'B1:B1')).toEqual([[7]]);
  });
});

describe('enterText', () => {
  test.each([
    ['+A1', '=+A1'],
    ['-A1*2', '=-A1*2'],
    ['=a1', '=A1'],
    ['-5', -5],
    ["'+A1", '+A1'],
  ])('%s is entered as %s', (text, entered) => {
    const { wb, sheet } = bookOf([[3]]);
    enterText(wb, sheet, 1, 0, text, 'user');
    expect(formulas(sheet, 'A2:A2')).toEqual([[entered]]);
  });

  test('a number typed into a percent cell is meant in percent', () => {
    const { wb, sheet } = bookOf([['7%']]);
    enterText(wb, sheet, 0, 0, '5', 'user');
    expect(values(sheet, 'A1:A1')).toEqual([[0.05]]);
  });
});

describe('clearArea', () => {
  test('takes contents, formats or both', () => {
    const { wb, sheet } = bookOf([['5%', '6%', '7%']]);
    clearArea(wb, sheet, at('A1'), 'Contents', 'addin');
    clearArea(wb, sheet, at('B1'), 'Formats', 'addin');
    clearArea(wb, sheet, at('C1'), 'All', 'addin');
    expect(values(sheet, 'A1:C1')).toEqual([[null, 0.06, null]]);
    expect(['A1', 'B1', 'C1'].map((cell) => numberFormat(wb, sheet, cell))).toEqual([
      '0%',
      'General',
      'General',
    ]);
  });

  test('a rule keeps meaning the same cells when its first rows are cleared', () => {
    const { wb, sheet } = bookOf([[1], [2], [3]]);
    const rule = {
      id: wb.newRuleId(),
      ranges: [at('A1:A3')],
      kind: { type: 'custom', formula: '$A1>1', format: { fillColor: '#FF0000' } } as const,
      stopIfTrue: false,
    };
    sheet.conditionalFormats.push(rule);
    clearArea(wb, sheet, at('A1'), 'Formats', 'addin');
    expect(sheet.conditionalFormats).toEqual([
      { ...rule, ranges: [at('A2:A3')], kind: { ...rule.kind, formula: '$A2>1' } },
    ]);
  });
});
