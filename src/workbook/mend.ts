import { runsOf } from './address';
import type { Cell } from './rowColumns';

/** Ranges per message; each takes about 250 bytes. */
const RANGES = 4_000;

/** Cells of one column: from row (zero-based on the sheet) to what goes there. */
export type Scattered = ReadonlyMap<number, Cell>;

/** Writes scattered cells of a column, neighbours together; the last of them wait for the caller's sync. */
export async function writeScattered(
  sheet: Excel.Worksheet,
  column: number,
  cells: Scattered,
): Promise<void> {
  const runs = runsOf(cells.keys());
  for (const [i, [from, to]] of runs.entries()) {
    if (i > 0 && i % RANGES === 0) await sheet.context.sync();
    const values = Array.from({ length: to - from + 1 }, (_, k) => [cells.get(from + k)!]);
    sheet.getRangeByIndexes(from, column, values.length, 1).values = values;
  }
}

/**
 * Reads cells whose formulas have just been written and puts the figure where a formula does not
 * come to it: a cell then is no longer live, but never wrong. The writes wait for the caller's sync.
 *
 * @param top - zero-based on the sheet, as is `left`
 * @returns the figures put, by column on the sheet
 * @param expected - cells of a row, from 0; all of the same number; null where the formula follows
 *   from cells that are looked at
 */
export async function mend(
  sheet: Excel.Worksheet,
  top: number,
  left: number,
  height: number,
  expected: (row: number) => readonly (Cell | null)[],
): Promise<ReadonlyMap<number, Scattered>> {
  if (height === 0) return new Map();
  const range = sheet.getRangeByIndexes(top, left, height, expected(0).length).load('values');
  await sheet.context.sync();
  const wrong = expected(0).map(() => new Map<number, Cell>());
  range.values.forEach((found, row) => {
    expected(row).forEach((cell, column) => {
      if (cell !== null && !agree(found[column], cell)) wrong[column]!.set(top + row, cell);
    });
  });
  const put = new Map(wrong.map((cells, i) => [left + i, cells]));
  for (const [column, cells] of put) await writeScattered(sheet, column, cells);
  return put;
}

/** @returns whether a formula came to a figure; sums of doubles may be off in the last digits */
export const agree = (found: unknown, wanted: Cell): boolean =>
  typeof found === 'number' && typeof wanted === 'number'
    ? Math.abs(found - wanted) < 0.001
    : found === wanted;
