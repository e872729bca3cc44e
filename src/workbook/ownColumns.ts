import { bucketLabels, bucketOf, type Analysis } from '../domain';
import { OWN } from './ownNames';
import type { LedgerPlace } from './readLedger';
import { rowFormulas } from './rowFormulas';
import type { Texts } from './texts';

/** Above this many rows the columns hold values: Excel recalculates, saves and opens faster. */
const FORMULA_ROWS = 20_000;
/** Rows of values per write: about 1 MB of JSON. */
const VALUE_ROWS = 50_000;

/** The add-in's two columns on a ledger's sheet, or where they will be. */
export interface OwnColumns {
  /** Zero-based columns on the sheet. */
  readonly days: number;
  readonly bucket: number;
}

/** Asks where our columns are; the answer, null when there are none, is ready after the coming sync. */
export function loadOwnColumns(sheet: Excel.Worksheet): () => OwnColumns | null {
  const [days, bucket] = [OWN.daysColumn, OWN.bucketColumn].map((name) => {
    const range = sheet.names.getItemOrNullObject(name).getRangeOrNullObject();
    range.load('columnIndex');
    return range;
  });
  return () =>
    days!.isNullObject || bucket!.isNullObject
      ? null
      : { days: days!.columnIndex, bucket: bucket!.columnIndex };
}

/** Takes our columns' cells and names away, in the coming sync. Columns that are gone are no matter. */
export function removeOwnColumns(sheet: Excel.Worksheet): void {
  for (const name of [OWN.daysColumn, OWN.bucketColumn]) {
    const item = sheet.names.getItemOrNullObject(name);
    item.getRangeOrNullObject().clear();
    item.delete();
  }
}

/**
 * Writes the columns: native formulas over the ledger's cells, values where a formula would misread
 * the ledger or where there are too many rows. The names go first, so that a run cut short can be
 * found and mended by the next.
 */
export async function writeOwnColumns(
  sheet: Excel.Worksheet,
  place: LedgerPlace,
  columns: OwnColumns,
  analysis: Analysis,
  uncleanRows: readonly number[],
  texts: Texts,
): Promise<void> {
  const { firstRow, lastRow } = place;
  const height = lastRow - firstRow + 1;
  const { application } = sheet.context.workbook;
  application.suspendApiCalculationUntilNextSync();
  const body = (column: number) => sheet.getRangeByIndexes(firstRow, column, height, 1);
  for (const [name, column, title] of [
    [OWN.daysColumn, columns.days, texts.daysOverdue],
    [OWN.bucketColumn, columns.bucket, texts.bucket],
  ] as const) {
    sheet.names.add(name, sheet.getRangeByIndexes(firstRow - 1, column, height + 1, 1));
    const header = sheet.getRangeByIndexes(firstRow - 1, column, 1, 1);
    header.values = [[title]];
    header.format.font.bold = true;
  }
  body(columns.days).numberFormat = everyCell('0');
  if (height <= FORMULA_ROWS) {
    const first = sheet.getRangeByIndexes(firstRow, columns.days, 1, 1);
    const formulas = rowFormulas(place, columns, firstRow);
    first.formulas = [[formulas.days]];
    first.getOffsetRange(0, columns.bucket - columns.days).formulas = [[formulas.bucket]];
    for (const column of [columns.days, columns.bucket]) {
      const source = sheet.getRangeByIndexes(firstRow, column, 1, 1);
      if (height > 1) body(column).copyFrom(source, Excel.RangeCopyType.formulas);
    }
    writeValues(sheet, columns, valuesOfRows(analysis, texts, uncleanRows));
    await sheet.context.sync();
    return;
  }
  body(columns.bucket).numberFormat = everyCell('@'); // else 1–30 typed by a colleague becomes a date
  const values = allValues(analysis, place, texts);
  for (let from = 0; from < height; from += VALUE_ROWS) {
    const part = values.slice(from, from + VALUE_ROWS);
    application.suspendApiCalculationUntilNextSync();
    for (const [k, column] of [columns.days, columns.bucket].entries()) {
      sheet.getRangeByIndexes(firstRow + from, column, part.length, 1).values = part.map((row) => [
        row[k],
      ]);
    }
    await sheet.context.sync();
  }
}

/** One value goes into every cell of a range, which the types do not say. Source: Range.values. */
const everyCell = (value: string): string[][] => value as unknown as string[][];

type RowValues = readonly [days: number | '', bucket: string];

const BLANK: RowValues = ['', ''];

function rowValues(analysis: Analysis, labels: readonly string[], item: number): RowValues {
  if (analysis.open[item]! <= 0) return BLANK;
  const days = analysis.daysOverdue[item]!;
  return [days, labels[bucketOf(days, analysis.edges)]!];
}

function allValues(analysis: Analysis, place: LedgerPlace, texts: Texts): RowValues[] {
  const labels = bucketLabels(analysis.edges, texts.notDue);
  const rows = new Array<RowValues>(place.lastRow - place.firstRow + 1).fill(BLANK);
  analysis.items.row.forEach((row, item) => {
    rows[row - 1 - place.firstRow] = rowValues(analysis, labels, item);
  });
  return rows;
}

/** Values of single sheet rows (1-based), by zero-based row. */
function valuesOfRows(
  analysis: Analysis,
  texts: Texts,
  sheetRows: readonly number[],
): Map<number, RowValues> {
  const labels = bucketLabels(analysis.edges, texts.notDue);
  const values = new Map<number, RowValues>(sheetRows.map((row) => [row - 1, BLANK]));
  if (values.size === 0) return values;
  analysis.items.row.forEach((row, item) => {
    if (values.has(row - 1)) values.set(row - 1, rowValues(analysis, labels, item));
  });
  return values;
}

/** Writes values of scattered rows, neighbours together. */
function writeValues(
  sheet: Excel.Worksheet,
  columns: OwnColumns,
  values: ReadonlyMap<number, RowValues>,
): void {
  const rows = [...values.keys()].sort((a, b) => a - b);
  for (let from = 0; from < rows.length;) {
    let to = from;
    while (rows[to + 1] === rows[to]! + 1) to++;
    const run = rows.slice(from, to + 1).map((row) => values.get(row)!);
    for (const [k, column] of [columns.days, columns.bucket].entries()) {
      sheet.getRangeByIndexes(rows[from]!, column, run.length, 1).values = run.map((row) => [
        row[k],
      ]);
    }
    from = to + 1;
  }
}
