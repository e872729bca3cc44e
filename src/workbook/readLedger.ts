import {
  findLayout,
  LedgerParser,
  type Issue,
  type Layout,
  type MappingChoice,
  type Receivables,
} from '../domain';
import { loadOwnColumns, type OwnColumns } from './ownColumns';
import type { RunControl } from './progress';
import { WorkbookError } from './workbookError';

/** Rows in which the header is looked for. */
const HEADER_ROWS = 30;
/** A block's JSON: small enough to parse without a stutter, far under the web's 5 MB. */
const BLOCK_BYTES = 2_000_000;

/** Where the ledger lies; rows and columns zero-based on the sheet, inclusive. */
export interface LedgerPlace extends Layout {
  readonly sheet: string;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  /** Last column of the ledger's own; ours stand right of it. */
  readonly lastColumn: number;
  /** Where our columns are; null before the first run. */
  readonly ownColumns: OwnColumns | null;
  /** Last column of the sheet that holds anything. */
  readonly lastUsedColumn: number;
  /** UTF-8 bytes of JSON the mapped cells of a row take on the wire, about. */
  readonly rowBytes: number;
}

export interface LedgerReading {
  readonly items: Receivables;
  readonly issues: readonly Issue[];
  readonly uncleanRows: readonly number[];
}

/**
 * Finds the ledger on a sheet: two reads of small size.
 *
 * @throws {WorkbookError} emptySheet, noLedger
 */
export async function locateLedger(
  sheet: Excel.Worksheet,
  chosen: MappingChoice,
): Promise<LedgerPlace> {
  const ownColumns = loadOwnColumns(sheet);
  const used = sheet.getUsedRangeOrNullObject(true);
  const top = sheet.getRange(`1:${HEADER_ROWS}`).getUsedRangeOrNullObject(true);
  sheet.load('name');
  used.load('rowIndex,rowCount,columnIndex,columnCount');
  top.load('values,rowIndex,columnIndex');
  await sheet.context.sync();
  if (used.isNullObject) throw new WorkbookError('emptySheet', sheet.name);
  const layout = top.isNullObject ? null : findLayout(top.values, chosen);
  if (!layout) throw new WorkbookError('noLedger', sheet.name);
  const own = ownColumns();
  const isOwn = (i: number) => [own?.days, own?.bucket].includes(top.columnIndex + i);
  const named = layout.headers.flatMap((header, i) => (header && !isOwn(i) ? [i] : []));
  const columns = Object.values(layout.mapping);
  const rows = top.values as unknown[][];
  const sample = rows.slice(layout.headerRow + 1).map((row) => columns.map((c) => row[c]));
  return {
    ...layout,
    sheet: sheet.name,
    firstRow: top.rowIndex + layout.headerRow + 1,
    lastRow: used.rowIndex + used.rowCount - 1,
    firstColumn: top.columnIndex,
    lastColumn: top.columnIndex + Math.max(...named, ...columns),
    ownColumns: own,
    lastUsedColumn: used.columnIndex + used.columnCount - 1,
    rowBytes: Math.max(16, utf8Bytes(sample) / Math.max(1, sample.length)),
  };
}

const utf8Bytes = (value: unknown): number =>
  new TextEncoder().encode(JSON.stringify(value)).length;

/**
 * Reads the mapped columns, block by block; a block is parsed and dropped.
 *
 * @throws {WorkbookError} cancelled, noItems
 */
export async function readLedger(
  sheet: Excel.Worksheet,
  place: LedgerPlace,
  control: RunControl,
): Promise<LedgerReading> {
  const parser = new LedgerParser(place.mapping, place);
  const runs = columnRuns(Object.values(place.mapping));
  const total = place.lastRow - place.firstRow + 1;
  const step = Math.max(1, Math.floor(BLOCK_BYTES / place.rowBytes));
  for (let row = place.firstRow; row <= place.lastRow; row += step) {
    const height = Math.min(step, place.lastRow - row + 1);
    const parts = runs.map(([from, to]) =>
      sheet.getRangeByIndexes(row, place.firstColumn + from, height, to - from + 1).load('values'),
    );
    await sheet.context.sync();
    parser.addBlock(joinRuns(runs, parts), row + 1);
    await control.report({ step: 'read', done: row - place.firstRow + height, total });
  }
  const items = parser.finish();
  if (items.count === 0) throw new WorkbookError('noItems', place.sheet);
  return { items, issues: parser.issues, uncleanRows: parser.unclean };
}

/** @returns the columns as runs of neighbours [from, to], ascending. */
function columnRuns(columns: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const column of [...new Set(columns)].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && column === last[1] + 1) last[1] = column;
    else runs.push([column, column]);
  }
  return runs;
}

/** Rows with each cell at its own column; columns nobody reads stay holes. */
function joinRuns(runs: readonly [number, number][], parts: readonly Excel.Range[]): unknown[][] {
  const blocks = parts.map((part) => part.values as unknown[][]);
  return (blocks[0] ?? []).map((_, i) => {
    const row: unknown[] = [];
    runs.forEach(([from], k) => {
      blocks[k]![i]!.forEach((cell, j) => (row[from + j] = cell));
    });
    return row;
  });
}
