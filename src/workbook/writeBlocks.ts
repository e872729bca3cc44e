import { blockBytes } from './blockBytes';
import { jsonBytes } from './jsonBytes';
import { rest, Slices } from './progress';
import type { Cell } from './rowColumns';

/** Rows looked at to guess how long a row is on the wire. */
const SAMPLE_ROWS = 64;
/** Rows made between two looks at the clock. */
const ROWS_A_LOOK = 64;

/** Neighbouring rows of a table. */
interface Block {
  /** The first of them, from 0. */
  readonly from: number;
  readonly height: number;
  /** About what they take on the wire. */
  readonly bytes: number;
}

type RowAt = (row: number) => readonly Cell[];

/** @returns about what a row of a table takes on the wire; see blocksOf */
export function rowBytesOf(height: number, rowAt: RowAt): number {
  const every = Math.max(1, Math.floor(height / SAMPLE_ROWS));
  const sample: (readonly Cell[])[] = [];
  for (let row = 0; row < height; row += every) sample.push(rowAt(row));
  return jsonBytes(sample) / sample.length;
}

/**
 * Cuts a table into blocks of at most about blockBytes.
 *
 * @param rowAt - cells of a row, from 0; all of the same number
 */
export function* blocksOf(height: number, rowAt: RowAt): Generator<Block, void> {
  const rowBytes = rowBytesOf(height, rowAt);
  for (let from = 0; from < height;) {
    const rows = Math.min(Math.max(1, Math.floor(blockBytes() / rowBytes)), height - from);
    yield { from, height: rows, bytes: rows * rowBytes };
    from += rows;
  }
}

/**
 * Writes the values of a block, made piece by piece, in the coming sync.
 *
 * @param top - of the table, zero-based on the sheet, as is `left`
 */
export async function writeBlock(
  sheet: Excel.Worksheet,
  top: number,
  left: number,
  { from, height }: Block,
  rowAt: RowAt,
): Promise<void> {
  const slices = new Slices();
  const rows: Cell[][] = [];
  for (let row = from; row < from + height; row++) {
    if (row % ROWS_A_LOOK === 0) await slices.next();
    rows.push([...rowAt(row)]);
  }
  await rest(); // packing them is work enough
  sheet.context.workbook.application.suspendApiCalculationUntilNextSync();
  sheet.getRangeByIndexes(top + from, left, height, rows[0]!.length).values = rows;
}

/**
 * Writes values block by block, a long first one apart from what waits for a sync already; the last
 * block waits for the caller's.
 *
 * @param top - zero-based on the sheet, as is `left`
 * @param rowAt - as blocksOf takes it
 * @param onBlock - told how many rows are written, between two blocks
 */
export async function writeBlocks(
  sheet: Excel.Worksheet,
  top: number,
  left: number,
  height: number,
  rowAt: RowAt,
  onBlock?: (done: number) => Promise<void>,
): Promise<void> {
  for (const block of blocksOf(height, rowAt)) {
    if (block.from > 0 || block.bytes > blockBytes() / 2) await sheet.context.sync();
    if (block.from > 0) await onBlock?.(block.from);
    await writeBlock(sheet, top, left, block, rowAt);
  }
}

/** One value goes into every cell of a range, which the types do not say. Source: Range.values. */
export const everyCell = (value: string): string[][] => value as unknown as string[][];
