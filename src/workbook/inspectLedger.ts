import type { MappingChoice, Serial } from '../domain';
import { ledgerSheet } from './ledgerSheet';
import { ledgerRange, locateLedger, type LedgerPlace } from './readLedger';
import { loadSettings } from './settingsSheet';
import { toWorkbookError } from './workbookError';

/** The ledger on the active sheet, as the pane shows it before a run. */
export interface LedgerView {
  readonly place: LedgerPlace;
  /** `应收台账!A4:K812` */
  readonly address: string;
  /** The day the workbook ages by; null when it holds none yet. */
  readonly asOf: Serial | null;
}

/**
 * Looks at the active sheet without changing anything; waits while a cell is being edited.
 *
 * @throws {WorkbookError} emptySheet, noLedger
 */
export async function inspectLedger(chosen: MappingChoice = {}): Promise<LedgerView> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const sheet = await ledgerSheet(context.workbook);
    const settings = loadSettings(context.workbook);
    const place = await locateLedger(sheet, chosen);
    const address = `${place.sheet}!${ledgerRange(place)}`;
    return { place, address, asOf: settings()?.asOf ?? null };
  }).catch((error: unknown) => {
    throw toWorkbookError(error);
  });
}

/** Selects a cell, so that the reader sees what a message speaks of; both zero-based. */
export async function selectCell(sheet: string, row: number, column: number): Promise<void> {
  await Excel.run(async (context) => {
    const target = context.workbook.worksheets.getItemOrNullObject(sheet);
    await context.sync();
    if (target.isNullObject) return;
    target.activate();
    target.getCell(row, column).select();
    await context.sync();
  }).catch((error: unknown) => {
    throw toWorkbookError(error);
  });
}
