import { clearSheet } from './clear';
import { journal } from './journal';
import { runWarnings, type RunOptions } from './runWarnings';
import { removeSettingsSheet, updateSettings } from './settingsSheet';
import { toWorkbookError } from './workbookError';

/**
 * Restores what stood in the workbook before the last run of this session.
 *
 * @returns false when there is nothing to undo
 * @throws {WorkbookError}
 */
export async function undo(options: Pick<RunOptions, 'today' | 'language'>): Promise<boolean> {
  const run = journal.takeLast();
  if (!run) return false;
  const { sheetId, hadColumns, settings } = run;
  if (hadColumns && settings) {
    await runWarnings({
      ...options,
      sheetId,
      asOf: settings.asOf ?? undefined,
      edges: settings.edges ?? undefined,
      remember: false,
    });
    return true;
  }
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(sheetId);
    await context.sync();
    if (!sheet.isNullObject) await clearSheet(sheet);
    if (!settings) await removeSettingsSheet(context.workbook);
    else if (settings.asOf && settings.edges) {
      updateSettings(context.workbook, settings.asOf, settings.edges);
    }
    await context.sync();
  }).catch((error: unknown) => {
    throw toWorkbookError(error);
  });
  return true;
}
