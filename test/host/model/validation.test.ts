import type { DataValidation } from '../../../src/host/model/dataValidation';
import { enterText, setValues } from '../../../src/host/model/edits';
import { at, bookOf, put, refusal, values } from './book';

const rule = (change: Partial<DataValidation>): DataValidation => ({
  ranges: [at('A1:A9')],
  type: 'custom',
  operator: 'between',
  formula1: null,
  formula2: null,
  allowBlank: true,
  inCellDropDown: true,
  alert: { show: true, style: 'stop', title: '', message: '' },
  prompt: { show: false, title: '', message: '' },
  ...change,
});

describe('data validation holds back what a person types', () => {
  test.each<[string, Partial<DataValidation>, string, string]>([
    ['whole', { type: 'whole', formula1: '1', formula2: '5' }, '3', 'done'],
    ['whole', { type: 'whole', formula1: '1', formula2: '5' }, '2.5', 'InvalidArgument'],
    ['whole', { type: 'whole', formula1: '1', formula2: '5' }, '6', 'InvalidArgument'],
    ['decimal', { type: 'decimal', operator: 'greaterThan', formula1: '$C$1' }, '11', 'done'],
    [
      'decimal',
      { type: 'decimal', operator: 'greaterThan', formula1: '$C$1' },
      '=5+4',
      'InvalidArgument',
    ],
    [
      'date',
      { type: 'date', operator: 'greaterThan', formula1: '45658' },
      '2024-12-31',
      'InvalidArgument',
    ],
    ['date', { type: 'date', operator: 'greaterThan', formula1: '45658' }, '2025-1-5', 'done'],
    ['list', { type: 'list', formula1: '"是,否"' }, '是', 'done'],
    ['list', { type: 'list', formula1: '"是,否"' }, '也许', 'InvalidArgument'],
    ['list', { type: 'list', formula1: '$C$1:$C$2' }, '20', 'done'],
    ['list', { type: 'list', formula1: '$C$1:$C$2' }, '30', 'InvalidArgument'],
    [
      'length',
      { type: 'textLength', operator: 'lessThan', formula1: '4' },
      '四个汉字',
      'InvalidArgument',
    ],
    ['custom', { formula1: 'A1<>C1' }, '20', 'done'],
    ['custom', { formula1: 'A1<>C1' }, '10', 'InvalidArgument'],
  ])('%s %j: %s', (_, change, text, outcome) => {
    const { wb, sheet } = bookOf([
      [7, null, 10],
      [8, null, 20],
    ]);
    sheet.dataValidations.push(rule(change));
    expect(refusal(() => enterText(wb, sheet, 0, 0, text, 'user'))).toBe(outcome);
    if (outcome !== 'done') expect(values(sheet, 'A1:A1')).toEqual([[7]]);
  });

  test('but neither blanks, nor values of the API, nor entries a mere warning is about', () => {
    const { wb, sheet } = bookOf([[7]]);
    sheet.dataValidations.push(rule({ formula1: 'FALSE' }));
    expect(refusal(() => enterText(wb, sheet, 0, 0, '', 'user'))).toBe('done');
    expect(refusal(() => setValues(wb, sheet, at('A1'), [[9]], 'addin'))).toBe('done');
    sheet.dataValidations[0]!.alert.style = 'warning';
    expect(refusal(() => enterText(wb, sheet, 0, 0, '5', 'user'))).toBe('done');
    put(wb, sheet, 'B1', [['=A1']]);
    expect(values(sheet, 'A1:B1')).toEqual([[5, 5]]);
  });
});
