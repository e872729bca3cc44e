import { protectSheet, unprotectSheet } from '../model/edits';
import type { ProtectionOptions, Sheet } from '../model/sheet';
import { ApiObject } from '../protocol/apiObject';
import type { ApiContext } from './apiContext';
import type { Missing } from './arguments';

const NOTHING_ALLOWED: ProtectionOptions = {
  allowAutoFilter: false,
  allowDeleteColumns: false,
  allowDeleteRows: false,
  allowEditObjects: false,
  allowEditScenarios: false,
  allowFormatCells: false,
  allowFormatColumns: false,
  allowFormatRows: false,
  allowInsertColumns: false,
  allowInsertHyperlinks: false,
  allowInsertRows: false,
  allowPivotTables: false,
  allowSort: false,
  selectionMode: 'Normal',
};

/** `Excel.WorksheetProtection`. */
export class WorksheetProtection extends ApiObject {
  readonly apiType = 'WorksheetProtection';

  constructor(
    private readonly api: ApiContext,
    private readonly sheet: Sheet,
  ) {
    super();
  }

  get Protected(): boolean {
    return this.sheet.protection !== null;
  }

  get Options(): ProtectionOptions {
    return { ...NOTHING_ALLOWED, ...this.sheet.protection?.options };
  }

  Protect(options: ProtectionOptions | Missing, password: string | Missing): void {
    protectSheet(this.api.workbook, this.sheet, options ?? {}, password ?? null);
  }

  Unprotect(password: string | Missing): void {
    unprotectSheet(this.api.workbook, this.sheet, password ?? null);
  }
}
