import { cellText } from '../domain';
import { OWN } from './ownNames';
import { loadOwnSheets, removeSheet } from './ownSheets';
import { TEXTS, type Language } from './texts';
import { toWorkbookError, WorkbookError } from './workbookError';
import { everyCell } from './writeBlocks';

/** What somebody wrote of a customer. */
export interface Note {
  /** 2025-06-30 */
  readonly date: string;
  /** Its code. */
  readonly customer: string;
  readonly text: string;
}

/** @returns all notes of the workbook, the latest last; none without a sheet of them */
export const readNotes = (): Promise<Note[]> =>
  Excel.run(async (context) => {
    const anchor = context.workbook.names
      .getItemOrNullObject(OWN.notesSheet)
      .getRangeOrNullObject()
      .load('rowIndex');
    await context.sync();
    if (anchor.isNullObject) return [];
    const used = anchor.worksheet.getUsedRangeOrNullObject(true).load('values,rowIndex');
    await context.sync();
    if (used.isNullObject) return [];
    return used.values
      .slice(Math.max(0, anchor.rowIndex + 1 - used.rowIndex))
      .map(([date, customer, text]) => ({
        date: cellText(date),
        customer: cellText(customer),
        text: cellText(text),
      }))
      .filter(({ customer, text }) => customer !== '' && text !== '');
  }).catch((error: unknown) => {
    throw toWorkbookError(error);
  });

/**
 * Writes a note below those there are; all cells are text, so that nothing becomes a formula.
 *
 * @throws {WorkbookError} protectedSheet
 */
export async function addNote({ date, customer, text }: Note, language: Language): Promise<void> {
  await Excel.run(async (context) => {
    const { workbook } = context;
    const loaded = loadOwnSheets(workbook);
    await context.sync();
    const ownSheets = loaded();
    const texts = TEXTS[language];
    const isNew = !ownSheets.has('notes');
    const sheet = isNew
      ? ownSheets.blank('notes', texts)
      : ownSheets.names.getItem(OWN.notesSheet).getRange().worksheet;
    if (isNew) layOut(sheet, [texts.date, texts.customer, texts.note]);
    sheet.load('name').protection.load('protected');
    const used = sheet.getUsedRange(true).load('rowIndex,rowCount');
    await context.sync();
    if (sheet.protection.protected) throw new WorkbookError('protectedSheet', sheet.name);
    const row = sheet.getRangeByIndexes(used.rowIndex + used.rowCount, 0, 1, 3);
    row.numberFormat = everyCell('@');
    row.values = [[date, customer, text]];
    await context.sync();
  }).catch((error: unknown) => {
    throw toWorkbookError(error);
  });
}

function layOut(sheet: Excel.Worksheet, titles: readonly string[]): void {
  const header = sheet.getRange('A1:C1');
  header.values = [[...titles]];
  header.format.font.bold = true;
  sheet.freezePanes.freezeRows(1);
  sheet.getRange('A:A').format.columnWidth = 72;
  sheet.getRange('B:B').format.columnWidth = 150;
  sheet.getRange('C:C').format.columnWidth = 400;
}

/** Takes the notes away, which no run can bring back. */
export const removeNotes = (): Promise<void> => removeSheet('notes');
