import fc from 'fast-check';
import { area } from '../../../src/host/model/address';
import * as edits from '../../../src/host/model/edits';
import type { Sheet } from '../../../src/host/model/sheet';
import type { CellValue } from '../../../src/host/model/value';
import { openWorkbook } from '../../../src/host/file/openWorkbook';
import { saveWorkbook } from '../../../src/host/file/saveWorkbook';
import { differences } from './support/packages';
import { openpyxlFile } from './support/programs';

const text = fc
  .string({ unit: 'binary', maxLength: 12 })
  .map((s) => `x${s.replace(/[\ud800-\udfff\ufffe\uffff\r]/g, '')}`);
const value = fc.oneof(
  text,
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n || 0), // no file knows −0
  fc.integer(),
  fc.boolean(),
  fc.constantFrom('=A1', '=SUM($E$2:E5)&"<>"', '=1/0', ''),
);
const edit = fc.record({
  row: fc.nat(40),
  column: fc.nat(14),
  value,
  bold: fc.boolean(),
});

/** An input that enters exactly this value: text that looks like a number stays text. */
const asText = (v: CellValue): CellValue => (typeof v === 'string' ? `'${v}` : v);

const cellsOf = (sheet: Sheet): [number, number, CellValue, string | undefined][] => {
  const used = sheet.cells.usedArea(true)!;
  const list: [number, number, CellValue, string | undefined][] = [];
  for (let r = 0; r <= used.bottom; r++) {
    for (let c = 0; c <= used.right; c++) {
      list.push([r, c, sheet.cells.value(r, c), sheet.cells.formula(r, c)?.text(r, c)]);
    }
  }
  return list;
};

test('any edits read back as they were made, and taken back leave the same file', () => {
  const file = openpyxlFile();
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (list) => {
      const workbook = openWorkbook(file, '');
      const sheet = workbook.sheets[0]!;
      const before = list.map(({ row, column }) => ({
        input:
          sheet.cells.formula(row, column)?.text(row, column) ??
          asText(sheet.cells.value(row, column)),
        style: sheet.cells.style(row, column),
      }));
      for (const { row, column, value, bold } of list) {
        edits.setValues(workbook, sheet, area(row, column), [[value]], 'addin');
        edits.setStyle(workbook, sheet, area(row, column), (s) => ({
          ...s,
          font: { ...s.font, bold },
        }));
      }
      const again = openWorkbook(saveWorkbook(workbook), '').sheets[0]!;
      expect(cellsOf(again)).toEqual(cellsOf(sheet));
      for (let i = list.length - 1; i >= 0; i--) {
        const { row, column } = list[i]!;
        const { input, style } = before[i]!;
        edits.setValues(workbook, sheet, area(row, column), [[input ?? '']], 'addin');
        sheet.cells.setStyle(row, column, style);
      }
      expect(differences(file, saveWorkbook(workbook))).toEqual([]);
    }),
    { numRuns: 40 },
  );
}, 60_000);
