import { unparse } from 'papaparse';
import { formatValue } from '../format/formatValue';
import type { Sheet } from '../model/sheet';
import type { Workbook } from '../model/workbook';

/** A sheet as separated text, cells as they are shown; UTF-8 with the mark by which Excel knows it. */
export function saveCsv(workbook: Workbook, sheet: Sheet = workbook.activeSheet): Uint8Array {
  const used = sheet.cells.usedArea(true);
  const rows: string[][] = [];
  for (let r = 0; used && r <= used.bottom; r++) {
    const row: string[] = [];
    for (let c = 0; c <= used.right; c++) {
      const { numberFormat } = workbook.styles.get(sheet.style(r, c));
      row.push(formatValue(sheet.cells.value(r, c), numberFormat, workbook.date1904).text);
    }
    rows.push(row);
  }
  return new TextEncoder().encode(`\ufeff${unparse(rows)}\r\n`);
}
