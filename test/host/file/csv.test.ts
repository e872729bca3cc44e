import { utils, write } from '@e965/xlsx';
import { createWorkbook } from '../../../src/host/model/createWorkbook';
import * as edits from '../../../src/host/model/edits';
import { parseArea } from '../../../src/host/model/address';
import { CellError, type CellValue } from '../../../src/host/model/value';
import type { Workbook } from '../../../src/host/model/workbook';
import { openWorkbook } from '../../../src/host/file/openWorkbook';
import { saveCsv } from '../../../src/host/file/saveCsv';
import { saveWorkbook } from '../../../src/host/file/saveWorkbook';

const bytes = (text: string) => new TextEncoder().encode(text);

function grid(workbook: Workbook): CellValue[][] {
  const { cells } = workbook.activeSheet;
  const used = cells.usedArea(true)!;
  return Array.from({ length: used.bottom + 1 }, (_, r) =>
    Array.from({ length: used.right + 1 }, (_, c) => cells.value(r, c)),
  );
}

const cell = (text: string) => {
  const workbook = openWorkbook(bytes(`"${text}"\r\n`), 'x.csv');
  const style = workbook.styles.get(workbook.activeSheet.cells.style(0, 0));
  return [workbook.activeSheet.cells.value(0, 0), style.numberFormat];
};

test.each<[string, CellValue, string]>([
  ['12', 12, 'General'],
  ['-0.5', -0.5, 'General'],
  ['1,234,567.80', 1234567.8, '#,##0.00'],
  ['12,000', 12000, '#,##0'],
  ['(300)', -300, 'General'],
  ['￥5.5', 5.5, 'General'],
  ['12.5%', 0.125, '0.00%'],
  ['1.5e3', 1500, '0.00E+00'],
  ['000123', '000123', 'General'],
  ['0', 0, 'General'],
  ['0.10', 0.1, 'General'],
  ['6222020200112345678', '6222020200112345678', 'General'],
  ['1,23', '1,23', 'General'],
  ['2025-4-30', 45777, 'm/d/yyyy'],
  ['2025/04/30 12:00', 45777.5, 'm/d/yyyy h:mm'],
  ['2025年4月30日', 45777, 'm/d/yyyy'],
  ['2025-02-30', '2025-02-30', 'General'],
  ['1900-01-01', 1, 'm/d/yyyy'],
  ['true', true, 'General'],
  ['3月', '3月', 'General'],
  ['-', '-', 'General'],
  ['=A2', '=A2', 'General'],
])('the field %p becomes %p with the format %p', (text, value, format) => {
  expect(cell(text)).toEqual([value, format]);
});

test.each([
  ['UTF-8', bytes('客户,额\n甲,1\n')],
  ['UTF-8 with a mark', bytes('\ufeff客户,额\r\n甲,1')],
  ['GB 18030', new Uint8Array([0xbf, 0xcd, 0xbb, 0xa7, 44, 0xb6, 0xee, 10, 0xbc, 0xd7, 44, 49])],
  ['UTF-16', new Uint8Array(Buffer.from('\ufeff客户,额\n甲,1', 'utf16le'))],
  ['semicolons', bytes('客户;额\n甲;1\n')],
  ['tabs', bytes('客户\t额\n甲\t1\n')],
  ['a declared separator', bytes('sep=|\r\n客户|额\r\n甲|1\r\n')],
])('%s is understood', (_, file) => {
  const workbook = openWorkbook(file, 'C:\\账\\台账 [4月].csv');
  expect(grid(workbook)).toEqual([
    ['客户', '额'],
    ['甲', 1],
  ]);
  expect(workbook.activeSheet.name).toBe('台账 _4月_');
});

test('quoted fields keep separators, quotes and line breaks', () => {
  expect(grid(openWorkbook(bytes('"a,b","c ""d"""\n"两\n行",x\n'), 'x.csv'))).toEqual([
    ['a,b', 'c "d"'],
    ['两\n行', 'x'],
  ]);
});

test('a sheet is saved as it is shown, and marked as UTF-8', () => {
  const workbook = createWorkbook();
  const sheet = workbook.activeSheet;
  const area = parseArea('A1:C2')!;
  const rows = [
    ['甲,"乙"', 1234.5, true],
    [null, new CellError('#N/A'), 45777],
  ];
  edits.setValues(workbook, sheet, area, rows, 'addin');
  edits.setStyle(workbook, sheet, parseArea('B1')!, (s) => ({ ...s, numberFormat: '#,##0.00' }));
  edits.setStyle(workbook, sheet, parseArea('C2')!, (s) => ({ ...s, numberFormat: 'yyyy-mm-dd' }));
  expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(saveCsv(workbook))).toBe(
    '\ufeff"甲,""乙""","1,234.50",TRUE\r\n,#N/A,2025-04-30\r\n',
  );
});

test('a CSV saved as .xlsx reads back the same', () => {
  const workbook = openWorkbook(bytes('客户,日期\n甲,2025-4-30\n'), '台账.csv');
  const again = openWorkbook(saveWorkbook(workbook), '台账.xlsx');
  expect(grid(again)).toEqual(grid(workbook));
  expect(again.activeSheet.name).toBe('台账');
  expect(again.styles.get(again.activeSheet.cells.style(1, 1)).numberFormat).toBe('m/d/yyyy');
});

test('an old .xls opens with its values, formats and merged cells, and is saved as .xlsx', () => {
  const book = utils.book_new();
  const sheet = utils.aoa_to_sheet([
    ['客户', '额'],
    ['甲', 1.5],
    [true, null],
  ]);
  sheet.B2.z = '0.00';
  sheet['!merges'] = [{ s: { r: 4, c: 0 }, e: { r: 5, c: 1 } }];
  sheet['!ref'] = 'A1:B6';
  utils.book_append_sheet(book, sheet, '账');
  const file = new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer);
  const workbook = openWorkbook(file, '旧.xls');
  expect(workbook.fileName).toBe('旧.xlsx');
  expect(grid(workbook)).toEqual([
    ['客户', '额'],
    ['甲', 1.5],
    [true, null],
  ]);
  expect(workbook.activeSheet.merges).toEqual([parseArea('A5:B6')]);
  expect(workbook.styles.get(workbook.activeSheet.cells.style(1, 1)).numberFormat).toBe('0.00');
  expect(grid(openWorkbook(saveWorkbook(workbook), ''))).toEqual(grid(workbook));
});
