import {
  holdsItems,
  membersOf,
  proposeSources,
  type Layout,
  type LedgerChoices,
  type Proposal,
  type Source,
} from '../domain';
import { columnLetters } from './address';
import { ledgerSheets } from './ledgerSheet';
import { readMergedCells, type MergedCell } from './mergedCells';
import type { NamedColumns } from './namedColumns';
import { surveySheets, type SurveyedSheet } from './surveySheets';
import { WorkbookError } from './workbookError';
import { jsonBytes } from './jsonBytes';

/** Where a sheet's part of the ledger lies; rows and columns zero-based on the sheet, inclusive. */
export interface LedgerPlace extends Layout {
  readonly sheet: string;
  /** What a person decided of the ledger; the mapping and the orders above follow it. */
  readonly choices: LedgerChoices;
  /** Whether the workbook's serials count from 1904. */
  readonly date1904: boolean;
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
  /** Merged cells among the ledger's rows. */
  readonly merged: readonly MergedCell[];
  /** UTF-8 bytes of JSON the mapped cells of a row take on the wire, about. */
  readonly rowBytes: number;
}

/** A sheet of the ledger. */
export interface Book {
  readonly sheet: Excel.Worksheet;
  readonly source: Source;
  readonly place: LedgerPlace;
}

/** The ledger of a workbook. */
export interface LocatedLedger {
  /** The sheet somebody looks at, or, where that holds receipts, the first of items. */
  readonly main: Book;
  /** All of them, in the workbook's order. */
  readonly books: readonly Book[];
  /** What each sheet was taken for. */
  readonly proposal: Proposal;
}

/** @returns the ledger with its header row, `A4:K812`. */
export const ledgerRange = (place: LedgerPlace): string =>
  `${columnLetters(place.firstColumn)}${place.firstRow}:` +
  `${columnLetters(place.lastColumn)}${place.lastRow + 1}`;

/**
 * Finds the ledger that the active sheet is of, on one sheet or on several: a few reads of small size.
 *
 * @param choicesOf - asked after the first of them
 * @param activeId - the sheet to look at; when left out, see ledgerSheets
 * @throws {WorkbookError} emptySheet, noLedger
 */
export async function locateLedger(
  workbook: Excel.Workbook,
  choicesOf: () => LedgerChoices,
  activeId?: string,
): Promise<LocatedLedger> {
  const sheets = await ledgerSheets(workbook);
  const surveyed = surveySheets(sheets.all);
  await workbook.context.sync();
  const survey = surveyed();
  const active = survey.find(({ sheet }) => sheet.id === (activeId ?? sheets.active.id))!;
  if (active.lastRow < 0) throw new WorkbookError('emptySheet', active.head.name);
  const choices = choicesOf();
  const names = survey.map(({ head }) => head.name);
  // Who says that a sheet holds the receipts says that the items' own columns do not count.
  const isReceipts = Object.values(choices.sheets).includes('receipts');
  const proposal = proposeSources(
    survey.map(({ head }) => head),
    {
      kinds: choices.sheets,
      columns: Object.fromEntries(names.map((name) => [name, choices.mapping])),
      ...(isReceipts && { receivedOn: 'receipts' }),
    },
  );
  const members = membersOf(proposal, active.head.name);
  if (members.length === 0) {
    const own = proposal.sources.find(({ sheet }) => sheet === active.head.name)!;
    const code = own.reasons.includes('noRows') ? 'noItems' : 'noLedger';
    throw new WorkbookError(code, active.head.name);
  }
  const date1904 = survey.some((sheet) => sheet.date1904);
  const books: Book[] = [];
  for (const source of members) {
    const found = survey.find(({ head }) => head.name === source.sheet)!;
    books.push(await bookOf(found, source, choices, date1904));
  }
  const main =
    books.find(({ sheet, source }) => sheet === active.sheet && holdsItems(source)) ??
    books.find(({ source }) => holdsItems(source))!;
  return { main, books, proposal };
}

async function bookOf(
  survey: SurveyedSheet,
  found: Source,
  choices: LedgerChoices,
  date1904: boolean,
): Promise<Book> {
  if (found.kind === 'other') throw new WorkbookError('noLedger', found.sheet);
  const layout = {
    ...found.layout,
    dateOrder: { ...found.layout.dateOrder, ...choices.dateOrder },
  };
  const { sheet, head, lastRow } = survey;
  const named = layout.headers.flatMap((header, i) => (header ? [i] : []));
  const columns = Object.values(layout.mapping);
  const sample = head.rows.slice(layout.headerRow + 1).map((row) => columns.map((c) => row[c]));
  const firstRow = survey.firstRow + layout.headerRow + 1;
  const tableEdges = await tableEdgesOf(sheet);
  const merged = await readMergedCells(sheet, firstRow, lastRow);
  return {
    sheet,
    source: { ...found, layout },
    place: {
      ...layout,
      choices,
      date1904,
      sheet: head.name,
      firstRow,
      lastRow,
      firstColumn: survey.firstColumn,
      lastColumn: survey.firstColumn + Math.max(...named, ...columns),
      ownColumns: survey.ownColumns,
      lastUsedColumn: merged.reduce(
        (last, { column, width }) => Math.max(last, column + width - 1),
        survey.lastColumn,
      ),
      tableEdges,
      merged,
      rowBytes: Math.max(16, jsonBytes(sample) / Math.max(1, sample.length)),
    },
  };
}

/** @returns the last columns of the sheet's tables, zero-based */
async function tableEdgesOf(sheet: Excel.Worksheet): Promise<number[]> {
  const tables = sheet.tables.items.map((table) =>
    table.getRange().load('columnIndex,columnCount'),
  );
  if (tables.length > 0) await sheet.context.sync();
  return tables.map(({ columnIndex, columnCount }) => columnIndex + columnCount - 1);
}
