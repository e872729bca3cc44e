import { journal } from './journal';
import { removeLights } from './lights';
import { loadOwnColumns } from './namedColumns';
import { removeOwnColumns } from './ownColumns';
import { OWN_PREFIX } from './ownNames';
import { removeOwnSheets } from './ownSheets';
import { toWorkbookError, WorkbookError } from './workbookError';

/**
 * Takes everything of ours out of the workbook, on every sheet: columns, names, rules, sheets. A
 * protected sheet that holds something of ours is refused before anything is touched. Notes stay.
 *
 * @returns whether there are notes
 * @throws {WorkbookError} protectedSheet
 */
export async function clear(): Promise<boolean> {
  return Excel.run(async (context) => {
    const sheets = context.workbook.worksheets.load('items/name,items/protection/protected');
    await context.sync();
    const names = sheets.items.map((sheet) => sheet.names.load('items/name'));
    await context.sync();
    const ours = sheets.items.filter((_, i) =>
      names[i]!.items.some((item) => item.name.startsWith(OWN_PREFIX)),
    );
    const locked = ours.find((sheet) => sheet.protection.protected);
    if (locked) throw new WorkbookError('protectedSheet', locked.name);
    for (const sheet of ours) await clearSheet(sheet);
    const hasNotes = await removeOwnSheets(context.workbook);
    journal.forget();
    return hasNotes;
  }).catch((error: unknown) => {
    throw toWorkbookError(error);
  });
}

/** Takes our columns, their names and our rules off one sheet. */
export async function clearSheet(sheet: Excel.Worksheet): Promise<void> {
  const found = loadOwnColumns(sheet);
  await sheet.context.sync();
  removeOwnColumns(sheet, found());
  await removeLights(sheet);
  await sheet.context.sync();
}
