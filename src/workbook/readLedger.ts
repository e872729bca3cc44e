import {
  AMOUNT_ROLES,
  classFactOfHeader,
  columnsOf,
  isBlank,
  plainClassFact,
  DATE_ROLES,
  type AmountRole,
  type DateRole,
  type ParsedLedger,
} from '../domain';
import { runsOf } from './address';
import { blockBytes } from './blockBytes';
import { fromCell } from './dateSystem';
import type { RunningEngine } from './engine';
import type { Book, LedgerPlace } from './locateLedger';
import { MergedWords } from './mergedCells';
import { rest, type RunControl } from './progress';
import { WorkbookError } from './workbookError';

export interface LedgerReading extends ParsedLedger {
  /** One per sheet. */
  readonly cells: readonly NumberCells[];
}

/**
 * Dates (counted from 1900) and amounts of the ledger's rows as they stand, to tell whether they say
 * what we say; NaN where a cell is no number. Of a qualitative column what a formula makes of it; NaN
 * where a cell is blank.
 */
export type NumberCells = Readonly<
  Partial<Record<DateRole | AmountRole | 'classFact', Float64Array>>
>;

/**
 * Reads the columns of a ledger's sheets, block by block; a block goes to the engine and is dropped.
 *
 * @throws {WorkbookError} cancelled, noItems
 */
export async function readLedger(
  books: readonly Book[],
  engine: RunningEngine,
  control: RunControl,
): Promise<LedgerReading> {
  const total = books.reduce((sum, { place }) => sum + rowsOf(place), 0);
  let done = 0;
  const filledRows: (readonly number[])[] = [];
  const cells: NumberCells[] = [];
  // What was agreed with customers is known before their items are read.
  const isLater = (i: number) => Number(books[i]!.source.kind !== 'customers');
  for (const i of [...books.keys()].sort((a, b) => isLater(a) - isLater(b))) {
    const book = books[i]!;
    const { place } = book;
    const kept = keptCells(place);
    const merged = new MergedWords(place.merged, place.mapping, place.firstColumn);
    await readBlocks(book, async (rows, from) => {
      kept.keep(rows, from);
      merged.fill(rows, place.firstRow + from);
      await engine.addBlock(i, rows, place.firstRow + from + 1);
      done += rows.length;
      await control.report({ step: 'read', done, total });
    });
    filledRows[i] = merged.filledRows;
    cells[i] = kept.cells;
  }
  const parsed = await engine.finish();
  if (parsed.count === 0) {
    throw new WorkbookError('noItems', books[0]!.place.sheet, undefined, parsed.issues);
  }
  return {
    ...parsed,
    sheets: parsed.sheets.map(({ lastRow, uncleanRows }, i) => ({
      lastRow,
      uncleanRows: [...uncleanRows, ...filledRows[i]!.filter((row) => row <= lastRow)],
    })),
    cells,
  };
}

const rowsOf = ({ firstRow, lastRow }: LedgerPlace): number => lastRow - firstRow + 1;

/** Hands on the rows of a sheet's ledger, each cell at its own column; columns nobody needs stay holes. */
async function readBlocks(
  { sheet, source, place }: Book,
  onBlock: (rows: unknown[][], from: number) => Promise<void>,
): Promise<void> {
  // Remarks say nothing of an item; of an account's entry they say whether it is the opening.
  const unread = source.kind === 'items' ? place.mapping.remark : undefined;
  const runs = runsOf(columnsOf(source).filter((column) => column !== unread));
  const total = rowsOf(place);
  for (let from = 0; from < total;) {
    const height = Math.min(Math.max(1, Math.floor(blockBytes() / place.rowBytes)), total - from);
    const parts = runs.map(([first, last]) =>
      sheet
        .getRangeByIndexes(
          place.firstRow + from,
          place.firstColumn + first,
          height,
          last - first + 1,
        )
        .load('values'),
    );
    await sheet.context.sync();
    await rest(); // parsing the answer was work enough
    await onBlock(joinRuns(runs, parts), from);
    from += height;
  }
}

/** @returns what a yes says in the qualitative column of a ledger, see parseClassFact */
export const classYesOf = ({
  mapping,
  headers,
}: Pick<LedgerPlace, 'mapping' | 'headers'>): number =>
  classFactOfHeader(headers[mapping.classFact ?? -1] ?? '');

/** Collects the numbers among a sheet's dates and amounts. */
function keptCells(place: LedgerPlace) {
  const dates = new Set<string>(DATE_ROLES);
  const yes = classYesOf(place);
  const kept = [...DATE_ROLES, ...AMOUNT_ROLES, 'classFact' as const].flatMap((role) => {
    const column = place.mapping[role];
    if (column === undefined) return [];
    return [{ role, column, cells: new Float64Array(rowsOf(place)).fill(NaN) }];
  });
  return {
    cells: Object.fromEntries(kept.map(({ role, cells }) => [role, cells])) as NumberCells,
    keep(rows: readonly unknown[][], from: number): void {
      for (const { role, column, cells } of kept) {
        const shifted = place.date1904 && dates.has(role);
        rows.forEach((row, i) => {
          const cell = row[column];
          if (role === 'classFact') {
            if (!isBlank(cell)) cells[from + i] = plainClassFact(cell, yes);
          } else if (typeof cell === 'number') cells[from + i] = fromCell(cell, shifted);
        });
      }
    },
  };
}

/** Rows with each cell at its own column; columns nobody reads stay holes. */
function joinRuns(runs: readonly [number, number][], parts: readonly Excel.Range[]): unknown[][] {
  const blocks = parts.map((part) => part.values as unknown[][]);
  if (runs.length === 1 && runs[0]![0] === 0) return blocks[0]!;
  return (blocks[0] ?? []).map((_, i) => {
    const row: unknown[] = [];
    runs.forEach(([from], k) => {
      blocks[k]![i]!.forEach((cell, j) => (row[from + j] = cell));
    });
    return row;
  });
}
