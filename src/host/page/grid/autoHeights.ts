import type { Sheet } from '../../model/sheet';
import type { Workbook } from '../../model/workbook';
import type { TextMeasure } from './fitNumber';
import { columnPixels, fontPixels, lineHeight, ROW_PIXELS } from './sizes';

/** Beyond this many tall rows they are left as they are: the grid adds heights up one by one. */
const MOST_ROWS = 2_000;
const PADDING = 8;

const rowFor = (lines: number, pixels: number): number => lines * lineHeight(pixels) + 4;

/**
 * Rows without a height of their own are as high as their largest font and wrapped text need.
 * @returns heights in pixels by row, for rows higher than usual
 */
export function autoHeights(
  workbook: Workbook,
  sheet: Sheet,
  measure: TextMeasure,
): Map<number, number> {
  const heights = new Map<number, number>();
  const tall = new Map<number, boolean>();
  const isTall = (id: number): boolean => {
    let known = tall.get(id);
    if (known === undefined) {
      const { font, alignment } = workbook.styles.get(id);
      known = alignment.wrapText || rowFor(1, fontPixels(font.size)) > ROW_PIXELS;
      tall.set(id, known);
    }
    return known;
  };
  sheet.cells.columns.forEach((column, c) => {
    if (!column) return;
    const width = columnPixels(sheet.columnWidths[c]) - PADDING;
    for (let row = 0; row < column.values.length; row++) {
      const style = column.styles[row] ?? 0;
      if (style === 0 || !isTall(style) || sheet.rowHeights.has(row)) continue;
      const value = column.values[row] ?? null;
      if (value === null || heights.size >= MOST_ROWS) continue;
      const { font, alignment } = workbook.styles.get(style);
      const pixels = fontPixels(font.size);
      const lines = (text: string) => Math.ceil(measure(text, pixels, font.bold) / width) || 1;
      const count =
        alignment.wrapText && typeof value === 'string'
          ? value.split('\n').reduce((sum, line) => sum + lines(line), 0)
          : 1;
      const height = rowFor(count, pixels);
      if (height > (heights.get(row) ?? ROW_PIXELS)) heights.set(row, height);
    }
  });
  return heights;
}
