import { runsOf } from './address';
import { columnCells } from './columnCells';
import { columnWidth } from './columnWidth';
import { agree, mend, writeScattered, type Scattered } from './mend';
import type { RunControl } from './progress';
import type { LedgerPlace } from './locateLedger';
import {
  COLUMN_KEYS,
  COLUMN_NAMES,
  namedItem,
  WIDENED,
  type ColumnKey,
  type NamedColumn,
  type NamedColumns,
} from './namedColumns';
import { isPredicted, ROW_COLUMNS, type Cell } from './rowColumns';
import { areSame } from './sameCells';
import type { SheetRows } from './sheetRows';
import type { Texts } from './texts';
import { blocksOf, everyCell, writeBlock } from './writeBlocks';

/** Which columns of a ledger's sheet are ours, zero-based. */
export type OwnColumns = ReadonlyMap<ColumnKey, number>;

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

/** What came of writing columns. */
export interface WrittenColumns {
  /**
   * Cells that hold figures in place of formulas which did not come to them, by column; null where no
   * formula was written.
   */
  readonly mended: ReadonlyMap<number, Scattered> | null;
  /** False where AR functions are to be written and the host has none. */
  readonly knowsFunctions: boolean;
}

/** Answers −1 at once, #BUSY! until the add-in does, #NAME? in a host that has no such function. */
const PROBE = '=AR.AGE_DAYS(2,1)';

/**
 * Writes the columns: native formulas over the ledger's cells, or over what was read where a formula
 * would misread them; values where the mode says so. Cells that hold it already stay untouched. The
 * names go first, so that a run cut short can be found and mended by the next. Where AR functions are
 * to follow, one cell asks for them meanwhile.
 */
export async function writeOwnColumns(
  rows: SheetRows,
  columns: OwnColumns,
  texts: Texts,
  control: RunControl,
): Promise<WrittenColumns> {
  const { sheet, place } = rows;
  const { firstRow, lastRow } = place;
  const height = lastRow - firstRow + 1;
  const live = rows.mode !== 'values';
  /** The column as it is, if it is where it is to be. */
  const stays = (key: ColumnKey): NamedColumn | null => {
    const there = place.ownColumns.get(key);
    return there && there.column === columns.get(key) ? there : null;
  };
  const isNamed = (key: ColumnKey): boolean => {
    const there = stays(key);
    return there !== null && there.top === firstRow - 1 && there.height === height + 1;
  };
  const dress = await readDress(sheet, [...columns.values()], firstRow);
  const ofOurs = COLUMN_KEYS.filter((key) => columns.has(key) || place.ownColumns.has(key));
  const anew = ofOurs.filter((key) => !isNamed(key));
  removeOwnColumns(sheet, place.ownColumns, anew, columns);
  // as text where it is one, else 1–30 typed by a colleague becomes a date
  const formatOf = (key: ColumnKey) => {
    const { format } = ROW_COLUMNS[key];
    return !live && format === 'General' ? '@' : format;
  };
  const asBefore = new Set<ColumnKey>();
  for (const [key, column] of columns) {
    const { width, words, ...said } = ROW_COLUMNS[key];
    const title = said.title(texts);
    const found = dress.get(column)!;
    const there = stays(key);
    const cells = sheet.getRangeByIndexes(firstRow - 1, column, height + 1, 1);
    const isWidened = there ? there.isWidened : found.isStandard;
    // Again for the words of another language; else the width is the user's.
    if (isWidened && (!there || found.title !== title)) {
      cells.format.columnWidth = columnWidth(width, title, ...(words?.(texts) ?? []));
    }
    if (!isNamed(key)) {
      sheet.names.add(COLUMN_NAMES[key], cells, isWidened ? WIDENED : '');
    } else if (found.title === title && found.format === formatOf(key)) {
      asBefore.add(key);
      continue;
    }
    const header = sheet.getRangeByIndexes(firstRow - 1, column, 1, 1);
    header.values = [[title]];
    header.format.font.bold = true;
    setFormats(sheet, firstRow, column, height, [formatOf(key)]);
  }
  const keyAt = new Map([...columns].map(([key, column]) => [column, key]));
  const partsOf = (keys: readonly ColumnKey[]) =>
    runsOf(keys.map((key) => columns.get(key)!)).map(([from, to]) => ({
      from,
      keys: Array.from({ length: to - from + 1 }, (_, i) => keyAt.get(from + i)!),
    }));
  const cells = columnCells(rows, columns, texts);
  const values = (keys: readonly ColumnKey[]) => (row: number) =>
    keys.map((key) => cells.value(row, key));
  for (const { from, keys } of partsOf(
    [...columns.keys()].filter((k) => !live || isPredicted(k)),
  )) {
    const isKnown = keys.every((key) => asBefore.has(key));
    const rowAt = values(keys);
    for (const block of blocksOf(height, rowAt)) {
      const [top, done] = [firstRow + block.from, block.from];
      const stand = sheet.getRangeByIndexes(top, from, block.height, keys.length);
      if (isKnown) stand.load('formulas');
      if (isKnown || done > 0) await sheet.context.sync();
      if (done > 0) await control.report({ step: 'write', done, total: height });
      if (isKnown) {
        if (areSame(stand.formulas, (row) => rowAt(done + row))) continue;
        setFormats(sheet, top, from, block.height, keys.map(formatOf));
      }
      await writeBlock(sheet, firstRow, from, block, rowAt);
    }
  }
  if (!live) return { mended: null, knowsFunctions: true };
  const parts = partsOf([...columns.keys()].filter((key) => !isPredicted(key)));
  const isKnown = parts.every(({ keys }) => keys.every((key) => asBefore.has(key)));
  if (isKnown && (await areLive(rows, columns, parts, texts))) {
    return { mended: null, knowsFunctions: true };
  }
  sheet.context.workbook.application.suspendApiCalculationUntilNextSync();
  for (const { from, keys } of parts) {
    if (isKnown) setFormats(sheet, firstRow, from, height, keys.map(formatOf));
    fillDown(
      rows,
      from,
      keys.map((key) => cells.formula(key)),
    );
  }
  const sources = [...columns].filter(([key]) => cells.readsLedger(key));
  for (const [key, column] of sources) {
    await writeScattered(sheet, column, cells.pins(key));
  }
  // Nothing that is read back before the cell gets its own formula depends on this one.
  const probe = sheet.getRangeByIndexes(firstRow, columns.get('warning')!, 1, 1);
  if (rows.mode === 'functions') probe.formulas = [[PROBE]];
  await sheet.context.sync();
  probe.load('values');
  const mended = new Map<number, Scattered>();
  for (const { from, keys } of partsOf(sources.map(([key]) => key))) {
    const put = await mend(sheet, firstRow, from, height, values(keys));
    for (const [column, figures] of put) mended.set(column, figures);
  }
  const knowsFunctions = probe.values[0]![0] !== '#NAME?';
  if (!knowsFunctions) probe.formulas = [[cells.formula('warning')]];
  return { mended, knowsFunctions };
}

/** @returns whether the formulas of the mode stand beside all rows and come to what the domain says */
async function areLive(
  rows: SheetRows,
  columns: OwnColumns,
  parts: readonly { readonly from: number; readonly keys: readonly ColumnKey[] }[],
  texts: Texts,
): Promise<boolean> {
  const { sheet, place } = rows;
  const { firstRow } = place;
  const cells = columnCells(rows, columns, texts, rows.mode === 'functions' ? 'call' : 'formula');
  const probe = sheet.getRangeByIndexes(firstRow, columns.get('warning')!, 1, 1).load('values');
  for (const { from, keys } of parts) {
    const lines = keys.map((key) => {
      const copied = cells.copied(key);
      const pins = cells.readsLedger(key) ? cells.pins(key) : null;
      return (row: number) => pins?.get(firstRow + row) ?? copied(row);
    });
    const looked = keys.flatMap((key, i) => (cells.readsLedger(key) ? [{ key, i }] : []));
    const formulasAt = (row: number) => lines.map((line) => line(row));
    for (const block of blocksOf(place.lastRow - firstRow + 1, formulasAt)) {
      const top = firstRow + block.from;
      const range = sheet.getRangeByIndexes(top, from, block.height, keys.length);
      range.load('formulas');
      const figures = looked.map(({ i }) => range.getColumn(i).load('values'));
      await sheet.context.sync();
      if (!areSame(range.formulas, (row) => formulasAt(block.from + row))) return false;
      const isRight = looked.every(({ key }, k) =>
        figures[k]!.values.every(([cell], r) => agree(cell, cells.value(block.from + r, key))),
      );
      if (!isRight) return false;
    }
  }
  return probe.values[0]![0] !== '#NAME?';
}

/** Gives neighbouring columns their number formats. */
function setFormats(
  sheet: Excel.Worksheet,
  top: number,
  left: number,
  height: number,
  formats: readonly string[],
): void {
  formats.forEach((format, i) => {
    sheet.getRangeByIndexes(top, left + i, height, 1).numberFormat = everyCell(format);
  });
}

/**
 * Puts AR functions in place of the formulas that say the same. Those go first, and what sums them
 * up: they answer at once, so that cells they do not come right in are known; functions answer when
 * the add-in is idle again.
 *
 * @param mended - as writeOwnColumns returns it
 */
export async function writeCalls(
  rows: SheetRows,
  columns: OwnColumns,
  mended: ReadonlyMap<number, Scattered>,
  texts: Texts,
): Promise<void> {
  const { sheet } = rows;
  const cells = columnCells(rows, columns, texts, 'call');
  sheet.context.workbook.application.suspendApiCalculationUntilNextSync();
  for (const [key, column] of columns) {
    if (!ROW_COLUMNS[key].call) continue;
    fillDown(rows, column, [cells.formula(key)]);
    if (cells.readsLedger(key)) await writeScattered(sheet, column, cells.pins(key));
    await writeScattered(sheet, column, mended.get(column) ?? new Map<number, Cell>());
  }
}

/** Writes formulas beside the ledger's first row and copies them down to its last. */
function fillDown(
  { sheet, place: { firstRow, lastRow } }: SheetRows,
  column: number,
  formulas: readonly string[],
): void {
  const first = sheet.getRangeByIndexes(firstRow, column, 1, formulas.length);
  first.formulas = [[...formulas]];
  const body = sheet.getRangeByIndexes(firstRow, column, lastRow - firstRow + 1, formulas.length);
  if (lastRow > firstRow) body.copyFrom(first, Excel.RangeCopyType.formulas);
}

/** How a column looks. */
interface Dress {
  readonly title: unknown;
  /** Of the ledger's first row. */
  readonly format: unknown;
  /** Whether it has the sheet's standard width: ours to widen. */
  readonly isStandard: boolean;
}

async function readDress(
  sheet: Excel.Worksheet,
  columns: readonly number[],
  firstRow: number,
): Promise<ReadonlyMap<number, Dress>> {
  const cells = columns.map((column) => ({
    column,
    header: sheet.getRangeByIndexes(firstRow - 1, column, 1, 1).load('formulas'),
    first: sheet.getRangeByIndexes(firstRow, column, 1, 1).load('numberFormat'),
    width: sheet.getRangeByIndexes(0, column, 1, 1).format.load('useStandardWidth'),
  }));
  await sheet.context.sync();
  return new Map(
    cells.map(({ column, header, first, width }) => [
      column,
      {
        title: (header.formulas as unknown[][])[0]![0],
        format: (first.numberFormat as unknown[][])[0]![0],
        isStandard: width.useStandardWidth,
      },
    ]),
  );
}
