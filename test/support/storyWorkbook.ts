import { readFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { createWorkbook } from '../../src/host/model/createWorkbook';
import { addSheet } from '../../src/host/model/edits';
import type { Workbook } from '../../src/host/model/workbook';
import { put } from '../workbook/addin';

const FOLDER = path.join(__dirname, '../golden');

/** @returns a workbook with sheets of a folder of stories, each cell as if it were typed */
export function storyWorkbook(folder: string, sheets: readonly string[]): Workbook {
  const workbook = createWorkbook();
  sheets.forEach((title, i) => {
    const sheet = i === 0 ? workbook.activeSheet : addSheet(workbook, title, 'user');
    if (i === 0) sheet.name = title;
    const text = readFileSync(path.join(FOLDER, folder, `${title}.csv`), 'utf8').trim();
    put(workbook, sheet, 'A1', Papa.parse<string[]>(text).data);
  });
  return workbook;
}
