import { clearSheet } from './clear';
import { thaw } from './freeze';
import { journal, type PolicyRecord } from './journal';
import { loadOwnSheets, removeOwnSheets, removeSheet } from './ownSheets';
import { loadPolicy, restorePolicy } from './policySheet';
import { loadRatings, restoreRatings } from './ratingSheet';
import { runWarnings, type RunOptions } from './runWarnings';
import { putSettings } from './putSettings';
import { loadSettings } from './settingsSheet';
import { TEXTS, type Language } from './texts';
import { toWorkbookError } from './workbookError';

/**
 * Restores what stood in the workbook before the last run of this session, or before formulas were
 * turned into values.
 *
 * @returns false when there is nothing to undo
 * @throws {WorkbookError}
 */
export async function undo(options: Pick<RunOptions, 'today' | 'language'>): Promise<boolean> {
  const run = journal.takeLast();
  if (!run) return false;
  if ('frozen' in run) {
    await thaw(run.frozen);
    return true;
  }
  if ('made' in run) {
    await removeSheet(run.made);
    return true;
  }
  if ('changed' in run) {
    await restoreChanged(run, options.language);
    if (run.ratedBy) await runWarnings({ ...options, sheetId: run.ratedBy, remember: false });
    return true;
  }
  const { sheetId, bare, settings, policy, ratings, assessed, kept, predicted, followed, shown } =
    run;
  const remaining = await Excel.run(async (context) => {
    const { workbook } = context;
    const sheets = workbook.worksheets.load('items/id');
    const now = loadSettings(workbook);
    const ownSheets = loadOwnSheets(workbook);
    await context.sync();
    for (const sheet of sheets.items) if (bare.includes(sheet.id)) await clearSheet(sheet);
    if (settings) putSettings(ownSheets(), now(), settings.cells, TEXTS[options.language]);
    else await removeOwnSheets(workbook);
    const left = loadOwnSheets(workbook);
    const policyNow = loadPolicy(workbook);
    const ratingsNow = loadRatings(workbook);
    await context.sync();
    const sheetsLeft = left();
    restorePolicy(sheetsLeft, policyNow(), policy, options.language);
    await restoreRatings(sheetsLeft, ratingsNow(), ratings, options.language);
    await context.sync();
    return new Set(sheets.items.map(({ id }) => id));
  }).catch((error: unknown) => {
    throw toWorkbookError(error);
  });
  // The ledger our sheets showed comes last: they show it again.
  const hadColumns = !bare.includes(sheetId);
  const again = new Set([...(hadColumns && shown !== sheetId ? [sheetId] : []), shown]);
  for (const id of again) {
    if (id && remaining.has(id)) {
      await runWarnings({
        ...options,
        sheetId: id,
        assess: assessed,
        kept: id === shown ? kept : undefined,
        predict: predicted,
        accept: () => followed,
        remember: false,
      });
    }
  }
  return true;
}

const restoreChanged = ({ changed }: PolicyRecord, language: Language): Promise<void> =>
  Excel.run(async ({ workbook }) => {
    const now = loadPolicy(workbook);
    const ownSheets = loadOwnSheets(workbook);
    await workbook.context.sync();
    restorePolicy(ownSheets(), now(), changed, language);
    await workbook.context.sync();
  }).catch((error: unknown) => {
    throw toWorkbookError(error);
  });
