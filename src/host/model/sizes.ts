import { MAX_COLUMNS, MAX_ROWS, type Area } from './address';
import type { Corner } from './chart';
import type { Sheet } from './sheet';

/** Points in one unit of a file's column width: seven pixels of the default font at 96 dpi. */
export const POINTS_PER_WIDTH = 5.25;
/** File widths count the padding of five pixels in; the width a person sets does not. */
const PADDING = 5 / 7;
/** In characters, as a person sets it; for sheets that say nothing else. */
const STANDARD_WIDTH = 8.43;
const STANDARD_HEIGHT = 15;

/** @returns the width of columns without one of their own, in characters. */
export const standardWidth = ({ defaultColumnWidth }: Sheet): number =>
  defaultColumnWidth === null ? STANDARD_WIDTH : defaultColumnWidth - PADDING;

/** @returns the height of rows without one of their own, in points. */
export const standardHeight = ({ defaultRowHeight }: Sheet): number =>
  defaultRowHeight ?? STANDARD_HEIGHT;

/** @returns width in points, whether or not the column is hidden. */
export function columnPoints(sheet: Sheet, column: number): number {
  const width = sheet.columnWidths[column];
  return width === undefined
    ? Math.round((standardWidth(sheet) + PADDING) * POINTS_PER_WIDTH)
    : width * POINTS_PER_WIDTH;
}

/** @returns every height, in points, that occurs among the rows of an area. */
export function rowHeightsIn(sheet: Sheet, { top, bottom }: Area): Set<number> {
  const heights = new Set<number>();
  let standard = bottom - top + 1;
  for (const [row, height] of sheet.rowHeights) {
    if (row < top || row > bottom) continue;
    heights.add(height);
    standard--;
  }
  return standard > 0 ? heights.add(standardHeight(sheet)) : heights;
}

/** @returns points from the left of `first` to the right of `last`; hidden columns take none. */
export function columnsWidth(sheet: Sheet, first: number, last: number): number {
  let points = 0;
  for (let c = first; c <= last; c++) {
    if (!sheet.hiddenColumns.has(c)) points += columnPoints(sheet, c);
  }
  return points;
}

/** @returns points from the top of `first` to the bottom of `last`; hidden rows take none. */
export function rowsHeight(sheet: Sheet, first: number, last: number): number {
  const standard = standardHeight(sheet);
  let points = Math.max(0, last - first + 1) * standard;
  for (const [row, height] of sheet.rowHeights) {
    if (row >= first && row <= last && !sheet.hiddenRows.has(row)) points += height - standard;
  }
  for (const row of sheet.hiddenRows) {
    if (row >= first && row <= last) points -= standard;
  }
  return points;
}

/** @returns points from the sheet's left and top edges to a corner */
export const pointAt = (sheet: Sheet, { column, x, row, y }: Corner): { x: number; y: number } => ({
  x: columnsWidth(sheet, 0, column - 1) + x,
  y: rowsHeight(sheet, 0, row - 1) + y,
});

/** @param left, top - points from the sheet's edges [≥ 0] */
export function cornerAt(sheet: Sheet, left: number, top: number): Corner {
  let [column, x, row, y] = [0, left, 0, top];
  for (let w; column < MAX_COLUMNS - 1 && x >= (w = columnsWidth(sheet, column, column)); column++)
    x -= w;
  for (let h; row < MAX_ROWS - 1 && y >= (h = rowsHeight(sheet, row, row)); row++) y -= h;
  return { column, x, row, y };
}
