import type { Workbook } from '../model/workbook';
import { openCsv } from './openCsv';
import { openXls } from './openXls';
import { openXlsx } from './openXlsx';

/** First bytes of a zip archive and of an old compound file. */
const ZIP = [0x50, 0x4b];
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * Opens .xlsx, .xlsm, .xls (values only) and .csv, told apart by what the bytes say rather than by name.
 * @throws FileError when the file is no workbook, encrypted or damaged
 */
export function openWorkbook(bytes: Uint8Array, fileName: string): Workbook {
  const begins = (mark: readonly number[]) => mark.every((b, i) => bytes[i] === b);
  if (begins(ZIP)) return openXlsx(bytes, fileName);
  if (begins(COMPOUND)) return openXls(bytes, fileName);
  return openCsv(bytes, fileName);
}
