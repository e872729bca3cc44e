import { addSheet } from '../model/edits';
import type { Sheet } from '../model/sheet';
import { ApiCollection } from '../protocol/apiObject';
import { ORIGIN, type ApiContext } from './apiContext';
import { text, type Missing } from './arguments';
import { orNotFound } from './errors';
import { WorksheetObject } from './worksheetObject';

/** `Excel.WorksheetCollection`. */
export class WorksheetCollection extends ApiCollection<WorksheetObject> {
  readonly apiType = 'WorksheetCollection';

  constructor(private readonly api: ApiContext) {
    super();
  }

  apiItems(): readonly WorksheetObject[] {
    return this.api.workbook.sheets.map((sheet) => this.object(sheet));
  }

  Add(name: string | Missing): WorksheetObject {
    const given = name === null || name === undefined ? undefined : text(name);
    return this.object(addSheet(this.api.workbook, given, ORIGIN));
  }

  GetItem(key: string): WorksheetObject {
    return orNotFound(this.GetItemOrNullObject(key));
  }

  /** @param key - name or id */
  GetItemOrNullObject(key: string): WorksheetObject | null {
    const { workbook } = this.api;
    const found = workbook.sheet(key) ?? workbook.sheets.find((sheet) => sheet.id === key);
    return found ? this.object(found) : null;
  }

  GetActiveWorksheet(): WorksheetObject {
    return this.object(this.api.workbook.activeSheet);
  }

  GetFirst(visibleOnly: boolean | Missing): WorksheetObject {
    return this.object(this.shown(visibleOnly)[0]!);
  }

  GetLast(visibleOnly: boolean | Missing): WorksheetObject {
    return this.object(this.shown(visibleOnly).at(-1)!);
  }

  GetCount(visibleOnly: boolean | Missing): number {
    return this.shown(visibleOnly).length;
  }

  private shown(visibleOnly: boolean | Missing): Sheet[] {
    const { sheets } = this.api.workbook;
    return visibleOnly ? sheets.filter((sheet) => sheet.visibility === 'Visible') : sheets;
  }

  private object(sheet: Sheet): WorksheetObject {
    return new WorksheetObject(this.api, sheet);
  }
}
