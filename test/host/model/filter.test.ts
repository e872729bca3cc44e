import {
  addAutoFilter,
  addTable,
  applyFilter,
  clearFilter,
  removeAutoFilter,
  setFilter,
} from '../../../src/host/model/edits';
import { at, bookOf, put, refusal } from './book';

const only = (...texts: string[]) => ({ values: new Set(texts), blanks: false });

describe('a filter', () => {
  const rows = [
    ['客户', '金额'],
    ['甲', '10%'],
    ['乙', '20%'],
    ['甲', ''],
  ];

  test('hides rows by the text they show, and shows them again', () => {
    const { wb, sheet } = bookOf(rows);
    addAutoFilter(wb, sheet, at('A1:B4'));
    setFilter(wb, sheet, 0, only('甲'));
    expect([...sheet.hiddenRows]).toEqual([2]);
    setFilter(wb, sheet, 1, only('10%'));
    expect([...sheet.hiddenRows]).toEqual([2, 3]);
    clearFilter(wb, sheet, 0);
    expect([...sheet.hiddenRows].sort()).toEqual([2, 3]);
    clearFilter(wb, sheet);
    expect([...sheet.hiddenRows]).toEqual([]);
  });

  test('lets blanks through when asked to', () => {
    const { wb, sheet } = bookOf(rows);
    addAutoFilter(wb, sheet, at('A1:B4'));
    setFilter(wb, sheet, 1, { values: new Set(['20%']), blanks: true });
    expect([...sheet.hiddenRows]).toEqual([1]);
  });

  test('looks at changed cells only when applied anew', () => {
    const { wb, sheet } = bookOf(rows);
    const table = addTable(wb, sheet, at('A1:B4'), true, 'user');
    setFilter(wb, table, 0, only('甲'));
    put(wb, sheet, 'A3', [['甲']]);
    expect([...sheet.hiddenRows]).toEqual([2]);
    applyFilter(wb, table);
    expect([...sheet.hiddenRows]).toEqual([]);
  });

  test('taken off shows its rows', () => {
    const { wb, sheet } = bookOf(rows);
    addAutoFilter(wb, sheet, at('A1:B4'));
    setFilter(wb, sheet, 0, only('甲'));
    removeAutoFilter(wb, sheet);
    expect(sheet.autoFilter).toBeNull();
    expect(sheet.hiddenRows.size).toBe(0);
  });

  test('is refused over a table and for a column it does not have', () => {
    const { wb, sheet } = bookOf(rows);
    const table = addTable(wb, sheet, at('A1:B4'), true, 'user');
    expect(refusal(() => addAutoFilter(wb, sheet, at('A1:B4')))).toBe('InvalidOperation');
    expect(refusal(() => setFilter(wb, table, 2, only()))).toBe('InvalidArgument');
    expect(refusal(() => setFilter(wb, sheet, 0, only()))).toBe('InvalidOperation');
  });
});
