import type { Analysis } from '../domain';
import { runsOf } from './address';
import { columnCells } from './columnCells';
import { mend, writeScattered } from './mend';
import type { LedgerPlace, LedgerReading } from './readLedger';
import { COLUMN_KEYS, ROW_COLUMNS, type ColumnKey } from './rowColumns';
import type { Texts } from './texts';
import { everyCell, writeBlocks } from './writeBlocks';

/** Above this many rows cells hold values: Excel recalculates, saves and opens faster. */
export const FORMULA_ROWS = 20_000;

/** Which columns of a ledger's sheet are ours, zero-based. */
export type OwnColumns = ReadonlyMap<ColumnKey, number>;

/** Cells under one of our names: a title and what stands below it; zero-based. */
interface NamedColumn {
  readonly column: number;
  readonly top: number;
  readonly height: number;
  /** Whether we made the column as wide as it is. */
  readonly isWidened: boolean;
}

/** Our columns as they are found on a sheet; empty when there are none. */
export type NamedColumns = ReadonlyMap<ColumnKey, NamedColumn>;

/** A name's comment that says the column had the standard width before. */
const WIDENED = 'ARW:width';

/** Asks where our columns are; the answer is ready after the coming sync. */
export function loadOwnColumns(sheet: Excel.Worksheet): () => NamedColumns {
  const found = COLUMN_KEYS.map((key) => {
    const item = namedItem(sheet, key).load('comment');
    return { key, item, range: item.getRangeOrNullObject().load('columnIndex,rowIndex,rowCount') };
  });
  return () =>
    new Map(
      found.flatMap(({ key, item, range }) => {
        if (item.isNullObject || range.isNullObject) return [];
        const { columnIndex: column, rowIndex: top, rowCount: height } = range;
        return [[key, { column, top, height, isWidened: item.comment === WIDENED }]];
      }),
    );
}

const namedItem = (sheet: Excel.Worksheet, key: ColumnKey): Excel.NamedItem =>
  sheet.names.getItemOrNullObject(ROW_COLUMNS[key].name);

/**
 * Takes our columns' cells, widths and names away, in the coming sync; names alone where cells are
 * gone.
 *
 * @param kept - columns that are going to be ours again and keep their width
 */
export function removeOwnColumns(
  sheet: Excel.Worksheet,
  found: NamedColumns,
  keys: readonly ColumnKey[] = COLUMN_KEYS,
  kept: OwnColumns = new Map(),
): void {
  for (const key of keys) {
    const there = found.get(key);
    if (there) {
      const cells = sheet.getRangeByIndexes(there.top, there.column, there.height, 1);
      cells.clear();
      if (there.isWidened && kept.get(key) !== there.column) cells.format.useStandardWidth = true;
    }
    namedItem(sheet, key).delete();
  }
}

/**
 * @param needed - in the order of COLUMN_KEYS
 * @returns where the columns go: where they are, if all are there; else side by side right of
 *   everything that is not ours, with one column between them and a table, which would grow over them
 */
export function placeOwnColumns(place: LedgerPlace, needed: readonly ColumnKey[]): OwnColumns {
  const there = new Map([...place.ownColumns].map(([key, { column }]) => [key, column]));
  if (there.size === needed.length && needed.every((key) => there.has(key))) return there;
  const ours = new Set(there.values());
  let last = Math.max(place.lastColumn, place.lastUsedColumn);
  while (ours.has(last)) last--;
  const first = last + (place.tableEdges.includes(last) ? 2 : 1);
  return new Map(needed.map((key, i) => [key, first + i]));
}

/**
 * Writes the columns: native formulas over the ledger's cells, or over what was read where a formula
 * would misread them; values where there are too many rows. The names go first, so that a run cut short can be
 * found and mended by the next.
 */
export async function writeOwnColumns(
  sheet: Excel.Worksheet,
  place: LedgerPlace,
  columns: OwnColumns,
  analysis: Analysis,
  reading: LedgerReading,
  texts: Texts,
): Promise<void> {
  const { firstRow, lastRow } = place;
  const height = lastRow - firstRow + 1;
  const live = height <= FORMULA_ROWS;
  /** The column as it is, if it is where it is to be. */
  const stays = (key: ColumnKey): NamedColumn | null => {
    const there = place.ownColumns.get(key);
    return there && there.column === columns.get(key) ? there : null;
  };
  const isStandard = await standardWidths(
    sheet,
    [...columns].flatMap(([key, column]) => (stays(key) ? [] : [column])),
  );
  sheet.context.workbook.application.suspendApiCalculationUntilNextSync();
  const isNamed = (key: ColumnKey): boolean => {
    const there = stays(key);
    return there !== null && there.top === firstRow - 1 && there.height === height + 1;
  };
  const anew = COLUMN_KEYS.filter((key) => !isNamed(key));
  removeOwnColumns(sheet, place.ownColumns, anew, columns);
  for (const [key, column] of columns) {
    const { name, title, format, width } = ROW_COLUMNS[key];
    if (!isNamed(key)) {
      const cells = sheet.getRangeByIndexes(firstRow - 1, column, height + 1, 1);
      if (isStandard.has(column)) cells.format.columnWidth = width;
      const isWidened = stays(key)?.isWidened ?? isStandard.has(column);
      sheet.names.add(name, cells, isWidened ? WIDENED : '');
    }
    const header = sheet.getRangeByIndexes(firstRow - 1, column, 1, 1);
    header.values = [[title(texts)]];
    header.format.font.bold = true;
    // as text where it is one, else 1–30 typed by a colleague becomes a date
    const cellFormat = !live && format === 'General' ? '@' : format;
    sheet.getRangeByIndexes(firstRow, column, height, 1).numberFormat = everyCell(cellFormat);
  }
  const keyAt = new Map([...columns].map(([key, column]) => [column, key]));
  const keysFrom = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, i) => keyAt.get(from + i)!);
  const blocks = runsOf(columns.values()).map(([from, to]) => ({ from, keys: keysFrom(from, to) }));
  const cells = columnCells(place, columns, analysis, reading, texts);
  const values = (keys: readonly ColumnKey[]) => (row: number) =>
    keys.map((key) => cells.value(row, key));
  if (!live) {
    for (const { from, keys } of blocks) {
      await writeBlocks(sheet, firstRow, from, height, values(keys));
    }
    return;
  }
  for (const { from, keys } of blocks) {
    const first = sheet.getRangeByIndexes(firstRow, from, 1, keys.length);
    first.formulas = [keys.map((key) => cells.formula(key))];
    const body = sheet.getRangeByIndexes(firstRow, from, height, keys.length);
    if (height > 1) body.copyFrom(first, Excel.RangeCopyType.formulas);
  }
  const sources = [...columns].filter(([key]) => cells.readsLedger(key));
  for (const [key, column] of sources) {
    await writeScattered(sheet, column, cells.pins(key));
  }
  await sheet.context.sync();
  for (const [from, to] of runsOf(sources.map(([, column]) => column))) {
    await mend(sheet, firstRow, from, height, values(keysFrom(from, to)));
  }
}

/** @returns those of the columns that have the sheet's standard width: ours to widen. */
async function standardWidths(
  sheet: Excel.Worksheet,
  columns: readonly number[],
): Promise<ReadonlySet<number>> {
  const formats = columns.map((column) =>
    sheet.getRangeByIndexes(0, column, 1, 1).format.load('useStandardWidth'),
  );
  if (columns.length > 0) await sheet.context.sync();
  return new Set(columns.filter((_, i) => formats[i]!.useStandardWidth));
}
