import { Sheet } from '../../../src/host/model/sheet';
import type { CellValue } from '../../../src/host/model/value';
import { Workbook } from '../../../src/host/model/workbook';

/** @returns a workbook of one sheet with these values from A1 on; nothing in it calculates. */
export function sheetOf(rows: readonly (readonly CellValue[])[]): {
  workbook: Workbook;
  sheet: Sheet;
} {
  const workbook = new Workbook();
  const sheet = new Sheet('{1}', '台账');
  workbook.sheets.push(sheet);
  workbook.activeSheet = sheet;
  rows.forEach((row, r) => row.forEach((value, c) => sheet.cells.setValue(r, c, value)));
  return { workbook, sheet };
}
