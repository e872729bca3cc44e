import { area, parseArea } from '../model/address';
import { ApiObject } from '../protocol/apiObject';
import type { ApiContext } from './apiContext';
import { ApplicationObject } from './application';
import { orNotFound } from './errors';
import { NamedItemCollection } from './namedItemCollection';
import { RangeObject } from './rangeObject';
import { RuntimeObject } from './runtime';
import { SettingCollection } from './settingCollection';
import { TableCollection } from './tableCollection';
import { WorksheetCollection } from './worksheetCollection';

/** `Excel.Workbook`, the root of the object model. */
export class WorkbookObject extends ApiObject {
  readonly apiType = 'Workbook';

  constructor(private readonly api: ApiContext) {
    super();
  }

  get Name(): string {
    return this.api.workbook.fileName;
  }

  get ReadOnly(): boolean {
    return false;
  }

  get Application(): ApplicationObject {
    return new ApplicationObject(this.api);
  }

  get Worksheets(): WorksheetCollection {
    return new WorksheetCollection(this.api);
  }

  get Tables(): TableCollection {
    return new TableCollection(this.api, null);
  }

  get Names(): NamedItemCollection {
    return new NamedItemCollection(this.api, null);
  }

  get Settings(): SettingCollection {
    return new SettingCollection(this.api);
  }

  get _Runtime(): RuntimeObject {
    return new RuntimeObject(this.api);
  }

  GetSelectedRange(): RangeObject {
    const { activeSheet } = this.api.workbook;
    return new RangeObject(this.api, activeSheet, activeSheet.selection);
  }

  GetActiveCell(): RangeObject {
    const { activeSheet } = this.api.workbook;
    const { top, left } = activeSheet.selection;
    return new RangeObject(this.api, activeSheet, area(top, left));
  }

  /** @param referenceId - as events carry it: sheet id, `!` and address */
  _GetRangeForEventByReferenceId(referenceId: string): RangeObject {
    return orNotFound(this._GetRangeOrNullObjectForEventByReferenceId(referenceId));
  }

  _GetRangeOrNullObjectForEventByReferenceId(referenceId: string): RangeObject | null {
    const [sheetId = '', address = ''] = referenceId.split('!');
    const sheet = this.api.workbook.sheets.find((each) => each.id === sheetId);
    const place = parseArea(address);
    return sheet && place ? new RangeObject(this.api, sheet, place) : null;
  }
}
