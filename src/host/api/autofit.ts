import { intersect, type Area } from '../model/address';
import { setColumnWidth, setRowHeight } from '../model/edits';
import { formatValue } from '../format/formatValue';
import type { Sheet } from '../model/sheet';
import type { Workbook } from '../model/workbook';
import { columnPoints, POINTS_PER_WIDTH, standardHeight } from '../model/sizes';

/** Makes every column of the area as wide as its longest text; columns without text stay. */
export function autofitColumns(workbook: Workbook, sheet: Sheet, area: Area): void {
  const used = usedPart(sheet, area);
  if (!used) return;
  for (let column = used.left; column <= used.right; column++) {
    let widest = 0;
    for (let row = used.top; row <= used.bottom; row++) {
      if (sheet.cells.value(row, column) === null) continue;
      const { font } = workbook.styles.get(sheet.style(row, column));
      const scale = (font.size / 11) * (font.bold ? 1.1 : 1);
      const lines = cellText(workbook, sheet, row, column).split('\n');
      for (const line of lines) widest = Math.max(widest, textWidth(line) * scale);
    }
    if (widest > 0) {
      const width = Math.min(widest + 0.71, 255);
      setColumnWidth(workbook, sheet, column, column, width);
    }
  }
}

/** Makes every row of the area as high as its tallest text needs. */
export function autofitRows(workbook: Workbook, sheet: Sheet, area: Area): void {
  const used = usedPart(sheet, area);
  if (!used) return;
  const standard = standardHeight(sheet);
  for (let row = used.top; row <= used.bottom; row++) {
    let highest = standard;
    for (let column = used.left; column <= used.right; column++) {
      if (sheet.cells.value(row, column) === null) continue;
      const { font, alignment } = workbook.styles.get(sheet.style(row, column));
      const text = cellText(workbook, sheet, row, column);
      const width = columnPoints(sheet, column) / POINTS_PER_WIDTH;
      const lines = alignment.wrapText
        ? text.split('\n').map((line) => Math.max(1, Math.ceil(textWidth(line) / width)))
        : [1];
      const count = lines.reduce((sum, n) => sum + n, 0);
      highest = Math.max(highest, (count * font.size * standard) / 11);
    }
    setRowHeight(workbook, sheet, row, row, Math.min(highest, 409.5));
  }
}

const usedPart = (sheet: Sheet, area: Area): Area | null => {
  const used = sheet.cells.usedArea(true);
  return used && intersect(used, area);
};

function cellText(workbook: Workbook, sheet: Sheet, row: number, column: number): string {
  const { numberFormat } = workbook.styles.get(sheet.style(row, column));
  return formatValue(sheet.cells.value(row, column), numberFormat, workbook.date1904).text;
}

/** @returns the width in digits of the default font; Chinese characters take two. */
function textWidth(text: string): number {
  let width = 0;
  for (const char of text) width += char.codePointAt(0)! >= 0x1100 ? 2 : 1;
  return width;
}
