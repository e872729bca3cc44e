import { parseDate, type Serial } from '../domain';

/** Serials of workbooks that count from 1904 are this much lower. */
const DAYS_TO_1904 = 1462;

/** From the domain's serials, which count from 1900, to the workbook's cells. */
export const toCell = (day: Serial, date1904: boolean): number =>
  date1904 ? day - DAYS_TO_1904 : day;

/** From the workbook's cells to the domain's serials. */
export const fromCell = (cell: number, date1904: boolean): number =>
  date1904 ? cell + DAYS_TO_1904 : cell;

/**
 * Tells whether a workbook's serials count from 1904, by dates among its cells: number and text say
 * the same day in one of the two systems only. Excel has no released API that says it.
 *
 * @param text - the same cells as Excel shows them
 */
export function countsFrom1904(
  values: readonly (readonly unknown[])[],
  text: readonly (readonly string[])[],
): boolean {
  for (const [i, row] of values.entries()) {
    for (const [j, cell] of row.entries()) {
      if (typeof cell !== 'number') continue;
      const day = parseDate(text[i]![j]!);
      if (day === Math.floor(cell)) return false;
      if (day === Math.floor(cell) + DAYS_TO_1904) return true;
    }
  }
  return false;
}
