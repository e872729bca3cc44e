import { OWN } from './ownNames';
import { ANCHORS } from './ownSheets';

/** The sheets of a workbook, but for ours. */
export interface WorkbookSheets {
  /** The one a run means: the active one, or, where that is one of ours, the one ours show. */
  readonly active: Excel.Worksheet;
  readonly all: readonly Excel.Worksheet[];
}

/** Tells the user's sheets from ours. Reads once. */
export async function ledgerSheets(workbook: Excel.Workbook): Promise<WorkbookSheets> {
  const active = workbook.worksheets.getActiveWorksheet().load('id');
  // Another load of the collection makes its items anew: this one has all that anybody asks of them.
  const sheets = workbook.worksheets.load('items/id,items/name,items/protection/protected');
  const [ledger, ...own] = [OWN.ledger, ...Object.values(ANCHORS)].map((name) =>
    workbook.names.getItemOrNullObject(name).getRangeOrNullObject().load('worksheet/id'),
  );
  await workbook.context.sync();
  const ours = new Set(
    own.filter((range) => !range.isNullObject).map((range) => range.worksheet.id),
  );
  const shown = ours.has(active.id) && !ledger!.isNullObject ? ledger!.worksheet.id : active.id;
  const all = sheets.items.filter(({ id }) => !ours.has(id));
  return { active: sheets.items.find(({ id }) => id === shown)!, all };
}
