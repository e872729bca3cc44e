import { journal } from './journal';
import { removeOwnColumns } from './ownColumns';
import { removeRedLight } from './redLight';
import { removeSettingsSheet } from './settingsSheet';
import { toWorkbookError, WorkbookError } from './workbookError';

/**
 * Takes everything of ours out of the workbook, on every sheet: columns, names, rules, settings
 * sheet. A protected sheet that holds something of ours is refused before anything is touched.
 *
 * @throws {WorkbookError} protectedSheet
 */
export async function clear(): Promise<void> {
  await Excel.run(async (context) => {
    const sheets = context.workbook.worksheets.load('items/name,items/protection/protected');
    await context.sync();
    const names = sheets.items.map((sheet) => sheet.names.load('items/name'));
    await context.sync();
    const ours = sheets.items.filter((_, i) =>
      names[i]!.items.some((item) => item.name.startsWith('ARW_')),
    );
    const locked = ours.find((sheet) => sheet.protection.protected);
    if (locked) throw new WorkbookError('protectedSheet', locked.name);
    for (const sheet of ours) await clearSheet(sheet);
    await removeSettingsSheet(context.workbook);
    journal.forget();
  }).catch((error: unknown) => {
    throw toWorkbookError(error);
  });
}

/** Takes our columns, their names and our rule off one sheet. */
export async function clearSheet(sheet: Excel.Worksheet): Promise<void> {
  removeOwnColumns(sheet);
  await removeRedLight(sheet);
}
