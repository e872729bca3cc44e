import type { Cell } from './rowColumns';

/** A block's JSON: small enough to parse without a stutter, far under the web's 5 MB. */
export const BLOCK_BYTES = 2_000_000;
/** Rows looked at to guess how long a row is on the wire. */
const SAMPLE_ROWS = 64;

/** @returns UTF-8 bytes of a value's JSON. */
export const jsonBytes = (value: unknown): number =>
  new TextEncoder().encode(JSON.stringify(value)).length;

/**
 * Writes values block by block; the last block waits for the caller's sync.
 *
 * @param top - zero-based on the sheet, as is `left`
 * @param rowAt - cells of a row, from 0; all of the same number
 */
export async function writeBlocks(
  sheet: Excel.Worksheet,
  top: number,
  left: number,
  height: number,
  rowAt: (row: number) => readonly Cell[],
): Promise<void> {
  if (height === 0) return;
  const every = Math.max(1, Math.floor(height / SAMPLE_ROWS));
  const sample: (readonly Cell[])[] = [];
  for (let row = 0; row < height; row += every) sample.push(rowAt(row));
  const step = Math.max(1, Math.floor((BLOCK_BYTES * sample.length) / jsonBytes(sample)));
  for (let from = 0; from < height; from += step) {
    if (from > 0) await sheet.context.sync();
    sheet.context.workbook.application.suspendApiCalculationUntilNextSync();
    const rows = Array.from({ length: Math.min(step, height - from) }, (_, i) => [
      ...rowAt(from + i),
    ]);
    sheet.getRangeByIndexes(top + from, left, rows.length, rows[0]!.length).values = rows;
  }
}

/** One value goes into every cell of a range, which the types do not say. Source: Range.values. */
export const everyCell = (value: string): string[][] => value as unknown as string[][];
