import type { Area } from '../model/address';
import { setStyle } from '../model/edits';
import type { Sheet } from '../model/sheet';
import type { CellValue } from '../model/value';
import type { Workbook } from '../model/workbook';
import { invalidArgument } from './errors';

/**
 * Gives every cell its number format, one edit for each run of equal formats in a column.
 * @param rows - one row per row of the area; null leaves a cell's format
 */
export function setNumberFormats(
  workbook: Workbook,
  sheet: Sheet,
  { top, left }: Area,
  rows: readonly (readonly CellValue[])[],
): void {
  const first = rows[0]?.[0] ?? null;
  const height = rows.length;
  const width = rows[0]?.length ?? 0;
  if (rows.every((row) => row.every((format) => format === first))) {
    apply(workbook, sheet, { top, left, bottom: top + height - 1, right: left + width - 1 }, first);
    return;
  }
  for (let j = 0; j < width; j++) {
    for (let i = 0, end = 0; i < height; i = end) {
      const format = rows[i]?.[j] ?? null;
      while (end < height && (rows[end]?.[j] ?? null) === format) end++;
      const column = left + j;
      apply(
        workbook,
        sheet,
        { top: top + i, left: column, bottom: top + end - 1, right: column },
        format,
      );
    }
  }
}

function apply(workbook: Workbook, sheet: Sheet, area: Area, format: CellValue): void {
  if (format === null) return;
  if (typeof format !== 'string') throw invalidArgument();
  const numberFormat = format === '' ? 'General' : format;
  setStyle(workbook, sheet, area, (style) => ({ ...style, numberFormat }));
}
