import { OWN } from './ownNames';

/**
 * The sheet a run means: the active one, or, where that is one of ours, the one our sheets show.
 * Reads once.
 */
export async function ledgerSheet(workbook: Excel.Workbook): Promise<Excel.Worksheet> {
  const active = workbook.worksheets.getActiveWorksheet().load('id');
  const [ledger, ...own] = [
    OWN.ledger,
    OWN.settingsSheet,
    OWN.ageingSheet,
    OWN.warningSheet,
    OWN.issueSheet,
  ].map((name) =>
    workbook.names.getItemOrNullObject(name).getRangeOrNullObject().load('worksheet/id'),
  );
  await workbook.context.sync();
  const isOwn = own.some((range) => !range.isNullObject && range.worksheet.id === active.id);
  return isOwn && !ledger!.isNullObject
    ? workbook.worksheets.getItem(ledger!.worksheet.id)
    : active;
}
