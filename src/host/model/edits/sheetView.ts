import { EditError } from '../editError';
import type { ProtectionOptions, Sheet } from '../sheet';
import type { Workbook } from '../workbook';

/** @param color - null for the automatic one */
export function setTabColor(wb: Workbook, sheet: Sheet, color: string | null): void {
  sheet.tabColor = color;
  wb.events.emit('appearance', { sheet });
}

export function setGridlines(wb: Workbook, sheet: Sheet, show: boolean): void {
  sheet.showGridlines = show;
  wb.events.emit('appearance', { sheet });
}

/** @throws EditError AccessDenied when the sheet is protected already */
export function protectSheet(
  wb: Workbook,
  sheet: Sheet,
  options: ProtectionOptions,
  password: string | null,
): void {
  if (sheet.protection) throw new EditError('AccessDenied');
  sheet.protection = { options, password };
  wb.events.emit('appearance', { sheet });
}

/** @throws EditError AccessDenied when the sheet is not protected, InvalidArgument for a wrong password */
export function unprotectSheet(wb: Workbook, sheet: Sheet, password: string | null): void {
  if (!sheet.protection) throw new EditError('AccessDenied');
  if (sheet.protection.password !== null && sheet.protection.password !== password) {
    throw new EditError('InvalidArgument', 'The password you supplied is incorrect.');
  }
  sheet.protection = null;
  wb.events.emit('appearance', { sheet });
}
