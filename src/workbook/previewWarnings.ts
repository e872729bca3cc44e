import { analyse, type Analysis, type Issue } from '../domain';
import { RunControl } from './progress';
import { locateLedger, readLedger, type LedgerPlace } from './readLedger';
import type { RunOptions } from './runWarnings';
import { loadSettings, settingsOf } from './settingsSheet';
import { toWorkbookError } from './workbookError';

/** What a look at a ledger finds. */
export interface Findings {
  readonly analysis: Analysis;
  readonly place: LedgerPlace;
  readonly issues: readonly Issue[];
}

/**
 * Reads and ages the active sheet's ledger as a run would, and writes nothing.
 *
 * @throws {WorkbookError}
 */
export async function previewWarnings(options: RunOptions): Promise<Findings> {
  const control = new RunControl(options.onProgress ?? (() => undefined), options.signal ?? null);
  return Excel.run(async (context) => {
    const loadedSettings = loadSettings(context.workbook);
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    const place = await locateLedger(sheet, options.mapping ?? {});
    const { items, issues } = await readLedger(sheet, place, control);
    const settings = settingsOf(loadedSettings(), options, options.today);
    return { analysis: analyse(items, settings), place, issues };
  }).catch((error: unknown) => {
    throw toWorkbookError(error);
  });
}
