import type { Area } from '../address';
import { EditError } from '../editError';
import type { ChangeOrigin } from '../events';
import type { Sheet, Visibility } from '../sheet';
import type { Workbook } from '../workbook';
import { recalculate } from './finishEdit';
import { renameEverywhere } from './rewriteFormulas';

/**
 * Adds a worksheet.
 * @param name - the next free `Sheet2` … when left out
 * @throws EditError ItemAlreadyExists, InvalidArgument
 */
export function addSheet(
  wb: Workbook,
  name: string | undefined,
  origin: ChangeOrigin,
  position?: number,
): Sheet {
  if (name !== undefined) assertSheetName(wb, name, null);
  const sheet = wb.addSheet(name ?? freeSheetName(wb), origin, position);
  recalculate(wb);
  return sheet;
}

function freeSheetName(wb: Workbook): string {
  let n = wb.sheets.length + 1;
  while (wb.sheet(`Sheet${n}`)) n++;
  return `Sheet${n}`;
}

function assertSheetName(wb: Workbook, name: string, self: Sheet | null): void {
  const invalid =
    name.length === 0 || name.length > 31 || /[[\]:*?/\\]/.test(name) || /^'|'$/.test(name);
  if (invalid) throw new EditError('InvalidArgument');
  const other = wb.sheet(name);
  if (other && other !== self) throw new EditError('ItemAlreadyExists');
}

/** Renames a sheet and every reference to it. @throws EditError ItemAlreadyExists, InvalidArgument */
export function renameSheet(wb: Workbook, sheet: Sheet, name: string): void {
  assertSheetName(wb, name, sheet);
  const from = sheet.name;
  if (name === from) return;
  sheet.name = name;
  renameEverywhere(wb, { kind: 'sheet', from, to: name });
  recalculate(wb);
  wb.events.emit('appearance', { sheet });
}

/**
 * Deletes a sheet with its tables and names; references to it become #REF!.
 * @throws EditError InvalidOperation for the last visible sheet
 */
export function deleteSheet(wb: Workbook, sheet: Sheet, origin: ChangeOrigin): void {
  const at = wb.sheets.indexOf(sheet);
  if (at < 0) throw new EditError('ItemNotFound');
  assertOtherVisible(wb, sheet);
  wb.sheets.splice(at, 1);
  for (const table of wb.tables.filter((t) => t.sheet === sheet)) {
    wb.tables.splice(wb.tables.indexOf(table), 1);
    renameEverywhere(wb, { kind: 'table', from: table.name, to: null });
    wb.events.emit('tableDeleted', { table, origin });
  }
  for (const name of wb.names.filter((n) => n.scope === sheet)) {
    wb.names.splice(wb.names.indexOf(name), 1);
  }
  renameEverywhere(wb, { kind: 'sheet', from: sheet.name, to: null });
  recalculate(wb);
  if (wb.activeSheet === sheet) activateNear(wb, at, sheet);
  wb.events.emit('sheetDeleted', { sheet, origin });
}

function assertOtherVisible(wb: Workbook, sheet: Sheet): void {
  if (!wb.sheets.some((s) => s !== sheet && s.visibility === 'Visible')) {
    throw new EditError('InvalidOperation', 'A workbook must keep at least one visible sheet.');
  }
}

function activateNear(wb: Workbook, at: number, previous: Sheet): void {
  const visible = (sheet: Sheet) => sheet.visibility === 'Visible' && sheet !== previous;
  const next = wb.sheets.slice(at).find(visible) ?? wb.sheets.slice(0, at).findLast(visible)!;
  wb.activeSheet = next;
  wb.events.emit('sheetActivated', { sheet: next, previous });
}

/** @param position - zero-based place among all sheets @throws EditError InvalidArgument */
export function moveSheet(wb: Workbook, sheet: Sheet, position: number): void {
  if (!Number.isInteger(position) || position < 0 || position >= wb.sheets.length) {
    throw new EditError('InvalidArgument');
  }
  wb.sheets.splice(wb.sheets.indexOf(sheet), 1);
  wb.sheets.splice(position, 0, sheet);
  wb.events.emit('appearance', { sheet: null });
}

/** @throws EditError InvalidOperation when no sheet would stay visible */
export function setVisibility(wb: Workbook, sheet: Sheet, visibility: Visibility): void {
  if (visibility !== 'Visible') assertOtherVisible(wb, sheet);
  sheet.visibility = visibility;
  if (visibility !== 'Visible' && wb.activeSheet === sheet) {
    activateNear(wb, wb.sheets.indexOf(sheet), sheet);
  }
  wb.events.emit('appearance', { sheet });
}

/** @throws EditError InvalidOperation for a hidden sheet */
export function activateSheet(wb: Workbook, sheet: Sheet): void {
  if (sheet.visibility !== 'Visible') throw new EditError('InvalidOperation');
  const previous = wb.activeSheet;
  if (previous === sheet) return;
  wb.activeSheet = sheet;
  wb.events.emit('sheetActivated', { sheet, previous });
}

/** Selects cells and shows their sheet. */
export function select(wb: Workbook, sheet: Sheet, area: Area): void {
  activateSheet(wb, sheet);
  sheet.selection = area;
  wb.events.emit('selectionChanged', { sheet, area });
}
