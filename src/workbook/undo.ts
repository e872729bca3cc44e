import { clearSheet } from './clear';
import { journal } from './journal';
import { loadOwnSheets, removeOwnSheets } from './ownSheets';
import { runWarnings, type RunOptions } from './runWarnings';
import { loadSettings, putSettings } from './settingsSheet';
import { TEXTS } from './texts';
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
  const { sheetId, hadColumns, settings, shown } = run;
  const remaining = await Excel.run(async (context) => {
    const { workbook } = context;
    const sheets = workbook.worksheets.load('items/id');
    const now = loadSettings(workbook);
    const ownSheets = loadOwnSheets(workbook);
    await context.sync();
    const sheet = sheets.items.find(({ id }) => id === sheetId);
    if (sheet && !hadColumns) await clearSheet(sheet);
    if (settings) putSettings(ownSheets(), now(), settings.cells, TEXTS[options.language]);
    else await removeOwnSheets(workbook);
    await context.sync();
    return new Set(sheets.items.map(({ id }) => id));
  }).catch((error: unknown) => {
    throw toWorkbookError(error);
  });
  // The ledger our sheets showed comes last: they show it again.
  const again = new Set([...(hadColumns && shown !== sheetId ? [sheetId] : []), shown]);
  for (const id of again) {
    if (id && remaining.has(id)) {
      await runWarnings({ ...options, sheetId: id, remember: false });
    }
  }
  return true;
}
