import { NO_CHOICES, type LedgerChoices, type Proposal, type Serial } from '../domain';
import { ledgerRange, locateLedger, type LedgerPlace } from './locateLedger';
import { loadSettings } from './settingsSheet';
import { toWorkbookError } from './workbookError';

/** The ledger on the active sheet, as the pane shows it before a run. */
export interface LedgerView {
  readonly place: LedgerPlace;
  /** The sheets that make the ledger up, in the workbook's order. */
  readonly sheets: readonly string[];
  /** What each sheet of the workbook was taken for. */
  readonly proposal: Proposal;
  /** `应收台账!A4:K812` */
  readonly address: string;
  /** The day the workbook ages by; null when it holds none yet. */
  readonly asOf: Serial | null;
}

/**
 * Looks at the active sheet without changing anything; waits while a cell is being edited.
 *
 * @param choices - override what the workbook holds
 * @throws {WorkbookError} emptySheet, noLedger
 */
export async function inspectLedger(choices: LedgerChoices | null = null): Promise<LedgerView> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const settings = loadSettings(context.workbook);
    const { main, books, proposal } = await locateLedger(
      context.workbook,
      () => choices ?? settings()?.choices ?? NO_CHOICES,
    );
    const { place } = main;
    const sheets = books.map(({ source }) => source.sheet);
    const address = `${place.sheet}!${ledgerRange(place)}`;
    return { place, sheets, proposal, address, asOf: settings(place.date1904)?.asOf ?? null };
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
