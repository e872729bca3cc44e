import { read, type CellObject } from '@e965/xlsx';
import { createWorkbook } from '../model/createWorkbook';
import { DEFAULT_STYLE } from '../model/style';
import { CellError, isErrorCode, type CellValue } from '../model/value';
import type { Workbook } from '../model/workbook';
import { FileError } from './fileError';

/** Opens an old .xls file: values, number formats and merged cells; saved, it becomes .xlsx. */
export function openXls(bytes: Uint8Array, fileName: string): Workbook {
  let book;
  try {
    book = read(bytes, { type: 'array', dense: true, cellNF: true, cellFormula: false });
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : '';
    const encrypted = /password|encrypt/i.test(message);
    throw new FileError(encrypted ? 'Encrypted' : 'NotAWorkbook', `Cannot be read: ${message}`, {
      cause,
    });
  }
  const workbook = createWorkbook();
  workbook.sheets.length = 0;
  workbook.fileName = fileName.replace(/\.xls$/i, '.xlsx');
  workbook.date1904 = book.Workbook?.WBProps?.date1904 ?? false;
  book.SheetNames.forEach((name, i) => {
    const sheet = workbook.addSheet(name, 'user');
    const source = book.Sheets[name]!;
    const hidden = book.Workbook?.Sheets?.[i]?.Hidden ?? 0;
    sheet.visibility = hidden === 2 ? 'VeryHidden' : hidden === 1 ? 'Hidden' : 'Visible';
    sheet.merges = (source['!merges'] ?? []).map(({ s, e }) => ({
      top: s.r,
      left: s.c,
      bottom: e.r,
      right: e.c,
    }));
    (source['!data'] ?? []).forEach((cells, row) => {
      (cells as (CellObject | undefined)[] | undefined)?.forEach((cell, column) => {
        if (!cell) return;
        sheet.cells.setValue(row, column, valueOf(cell));
        const numberFormat = typeof cell.z === 'string' ? cell.z : 'General';
        if (numberFormat === 'General') return;
        sheet.cells.setStyle(
          row,
          column,
          workbook.styles.intern({ ...DEFAULT_STYLE, numberFormat }),
        );
      });
    });
  });
  workbook.activeSheet =
    workbook.sheets.find((s) => s.visibility === 'Visible') ?? workbook.sheets[0]!;
  workbook.calculator.structureChanged();
  return workbook;
}

function valueOf(cell: CellObject): CellValue {
  if (cell.t === 'e') {
    const text = cell.w ?? '#VALUE!';
    return new CellError(isErrorCode(text) ? text : '#VALUE!');
  }
  return cell.t === 'z' || cell.v === undefined || cell.v instanceof Date ? null : cell.v;
}
