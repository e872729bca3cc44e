import type { SheetHead } from '../domain';
import { countsFrom1904 } from './dateSystem';
import { loadOwnColumns, type NamedColumns } from './namedColumns';

/** Rows in which a header is looked for. */
const HEADER_ROWS = 30;

/** A sheet as it is looked at first; rows and columns zero-based. */
export interface SurveyedSheet {
  readonly sheet: Excel.Worksheet;
  readonly head: SheetHead;
  /** Of the first cell of `head.rows` on the sheet. */
  readonly firstRow: number;
  readonly firstColumn: number;
  /** Last row and column that hold anything; −1 on an empty sheet. */
  readonly lastRow: number;
  readonly lastColumn: number;
  /** Where our columns are; empty before the first run. */
  readonly ownColumns: NamedColumns;
  /** Whether its cells show that days are counted from 1904. */
  readonly date1904: boolean;
}

/**
 * Asks for the first rows of sheets in the coming sync; our own columns are no part of them.
 *
 * @returns a function that reads them after it
 */
export function surveySheets(sheets: readonly Excel.Worksheet[]): () => SurveyedSheet[] {
  const loaded = sheets.map((sheet) => {
    sheet.load('id,name');
    sheet.protection.load('protected');
    sheet.autoFilter.load('isDataFiltered');
    sheet.tables.load('items/name,items/autoFilter/isDataFiltered');
    return {
      sheet,
      columns: loadOwnColumns(sheet),
      used: sheet.getUsedRangeOrNullObject(true).load('rowIndex,rowCount,columnIndex,columnCount'),
      top: sheet
        .getRange(`1:${HEADER_ROWS}`)
        .getUsedRangeOrNullObject(true)
        .load('values,text,rowIndex,columnIndex'),
    };
  });
  return () =>
    loaded.map(({ sheet, columns, used, top }) => {
      const ownColumns = columns();
      const own = new Set([...ownColumns.values()].map(({ column }) => column));
      const isEmpty = used.isNullObject || top.isNullObject;
      const rows = isEmpty ? [] : withoutColumns(top, own);
      const lastRow = used.isNullObject ? -1 : used.rowIndex + used.rowCount - 1;
      return {
        sheet,
        head: { name: sheet.name, rows, rowCount: lastRow + 1 },
        firstRow: isEmpty ? 0 : top.rowIndex,
        firstColumn: isEmpty ? 0 : top.columnIndex,
        lastRow,
        lastColumn: used.isNullObject ? -1 : used.columnIndex + used.columnCount - 1,
        ownColumns,
        date1904: !isEmpty && countsFrom1904(top.values, top.text),
      };
    });
}

/** @returns a range's values with columns of the sheet blanked. */
const withoutColumns = (range: Excel.Range, columns: ReadonlySet<number>): unknown[][] =>
  (range.values as unknown[][]).map((row) =>
    row.map((cell, i) => (columns.has(range.columnIndex + i) ? '' : cell)),
  );
