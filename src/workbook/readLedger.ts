import {
  AMOUNT_ROLES,
  DATE_ROLES,
  findLayout,
  LedgerParser,
  type AmountRole,
  type DateRole,
  type Issue,
  type Layout,
  type MappingChoice,
  type Receivables,
  type Role,
} from '../domain';
import { columnLetters, runsOf } from './address';
import { loadOwnColumns, type NamedColumns } from './ownColumns';
import type { RunControl } from './progress';
import { WorkbookError } from './workbookError';
import { BLOCK_BYTES, jsonBytes } from './writeBlocks';

/** Rows in which the header is looked for. */
const HEADER_ROWS = 30;

/** Where the ledger lies; rows and columns zero-based on the sheet, inclusive. */
export interface LedgerPlace extends Layout {
  readonly sheet: string;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  /** Last column of the ledger's own; ours stand right of it. */
  readonly lastColumn: number;
  /** Where our columns are; empty before the first run. */
  readonly ownColumns: NamedColumns;
  /** Last column of the sheet that holds anything, or is merged with one beside the ledger. */
  readonly lastUsedColumn: number;
  /** Last columns of the tables on the sheet. */
  readonly tableEdges: readonly number[];
  /** Address of the merged cells among the ledger's rows, '' when there are none. */
  readonly mergedCells: string;
  /** UTF-8 bytes of JSON the mapped cells of a row take on the wire, about. */
  readonly rowBytes: number;
}

/** @returns the ledger with its header row, `A4:K812`. */
export const ledgerRange = (place: LedgerPlace): string =>
  `${columnLetters(place.firstColumn)}${place.firstRow}:` +
  `${columnLetters(place.lastColumn)}${place.lastRow + 1}`;

export interface LedgerReading {
  readonly items: Receivables;
  readonly issues: readonly Issue[];
  readonly uncleanRows: readonly number[];
  /** Last row of the ledger, zero-based on the sheet: what was printed or noted below is none of it. */
  readonly lastRow: number;
  readonly cells: NumberCells;
}

/**
 * Dates and amounts of the ledger's rows as they stand, to tell whether they say what we say; NaN
 * where a cell is no number.
 */
export type NumberCells = Readonly<Partial<Record<DateRole | AmountRole, Float64Array>>>;

/** Roles no figure depends on: their columns are not read. */
const UNREAD: ReadonlySet<string> = new Set<Role>(['rate', 'remark']);

/**
 * Finds the ledger on a sheet: two reads of small size.
 *
 * @throws {WorkbookError} emptySheet, noLedger
 */
export async function locateLedger(
  sheet: Excel.Worksheet,
  chosen: MappingChoice,
): Promise<LedgerPlace> {
  const loadedColumns = loadOwnColumns(sheet);
  const used = sheet.getUsedRangeOrNullObject(true);
  const top = sheet.getRange(`1:${HEADER_ROWS}`).getUsedRangeOrNullObject(true);
  sheet.load('name');
  sheet.tables.load('items/name,items/autoFilter/isDataFiltered');
  used.load('rowIndex,rowCount,columnIndex,columnCount');
  top.load('values,rowIndex,columnIndex');
  await sheet.context.sync();
  if (used.isNullObject) throw new WorkbookError('emptySheet', sheet.name);
  const ownColumns = loadedColumns();
  const rows = top.isNullObject
    ? []
    : withoutColumns(top, new Set([...ownColumns.values()].map(({ column }) => column)));
  const layout = findLayout(rows, chosen);
  if (!layout) throw new WorkbookError('noLedger', sheet.name);
  const named = layout.headers.flatMap((header, i) => (header ? [i] : []));
  const columns = Object.values(layout.mapping);
  const sample = rows.slice(layout.headerRow + 1).map((row) => columns.map((c) => row[c]));
  const firstRow = top.rowIndex + layout.headerRow + 1;
  const lastRow = used.rowIndex + used.rowCount - 1;
  const surroundings = await lookAround(sheet, firstRow, lastRow);
  return {
    ...layout,
    sheet: sheet.name,
    firstRow,
    lastRow,
    firstColumn: top.columnIndex,
    lastColumn: top.columnIndex + Math.max(...named, ...columns),
    ownColumns,
    lastUsedColumn: Math.max(used.columnIndex + used.columnCount - 1, surroundings.mergedTo),
    tableEdges: surroundings.tableEdges,
    mergedCells: surroundings.mergedCells,
    rowBytes: Math.max(16, jsonBytes(sample) / Math.max(1, sample.length)),
  };
}

/** @returns a range's values with columns of the sheet blanked: ours are no part of the ledger. */
const withoutColumns = (range: Excel.Range, columns: ReadonlySet<number>): unknown[][] =>
  (range.values as unknown[][]).map((row) =>
    row.map((cell, i) => (columns.has(range.columnIndex + i) ? '' : cell)),
  );

/** What stands beside and between the ledger's rows. */
async function lookAround(
  sheet: Excel.Worksheet,
  firstRow: number,
  lastRow: number,
): Promise<{ tableEdges: number[]; mergedTo: number; mergedCells: string }> {
  const tables = sheet.tables.items.map((table) =>
    table.getRange().load('columnIndex,columnCount'),
  );
  if (tables.length > 0) await sheet.context.sync();
  const merged = await mergedAreas(sheet.getRange(`${firstRow}:${lastRow + 1}`));
  const right = (range: Excel.Range) => range.columnIndex + range.columnCount - 1;
  const areas = merged?.areas.items ?? [];
  return {
    tableEdges: tables.map(right),
    mergedTo: Math.max(-1, ...areas.map(right)),
    mergedCells: merged?.address ?? '',
  };
}

/** @returns null when there are none, and where Excel cannot tell: before 1.13, or above 512 areas. */
async function mergedAreas(range: Excel.Range): Promise<Excel.RangeAreas | null> {
  if (!Office.context.requirements.isSetSupported('ExcelApi', '1.13')) return null;
  const merged = range.getMergedAreasOrNullObject();
  merged.load('address,areas/items/columnIndex,areas/items/columnCount');
  try {
    await range.context.sync();
  } catch {
    return null;
  }
  return merged.isNullObject ? null : merged;
}

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
  const read = Object.entries(place.mapping).filter(([role]) => !UNREAD.has(role));
  const runs = runsOf(read.map(([, column]) => column));
  const total = place.lastRow - place.firstRow + 1;
  const kept = [...DATE_ROLES, ...AMOUNT_ROLES].flatMap((role) => {
    const column = place.mapping[role];
    return column === undefined ? [] : [{ role, column, cells: new Float64Array(total).fill(NaN) }];
  });
  const step = Math.max(1, Math.floor(BLOCK_BYTES / place.rowBytes));
  for (let from = 0; from < total; from += step) {
    const top = place.firstRow + from;
    const height = Math.min(step, total - from);
    const parts = runs.map(([first, last]) =>
      sheet
        .getRangeByIndexes(top, place.firstColumn + first, height, last - first + 1)
        .load('values'),
    );
    await sheet.context.sync();
    const rows = joinRuns(runs, parts);
    parser.addBlock(rows, top + 1);
    for (const { column, cells } of kept) {
      rows.forEach((row, i) => {
        const cell = row[column];
        if (typeof cell === 'number') cells[from + i] = cell;
      });
    }
    await control.report({ step: 'read', done: from + height, total });
  }
  const items = parser.finish();
  if (items.count === 0) throw new WorkbookError('noItems', place.sheet);
  return {
    items,
    issues: parser.issues,
    uncleanRows: parser.unclean.filter((row) => row <= parser.lastRow),
    lastRow: parser.lastRow - 1,
    cells: Object.fromEntries(kept.map(({ role, cells }) => [role, cells])),
  };
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
