import {
  areaAddress,
  cellCount,
  isFullColumns,
  isFullRows,
  quoteSheetName,
  type Area,
} from '../model/address';
import { clearArea } from '../model/edits';
import type { Sheet } from '../model/sheet';
import { ApiCollection, ApiObject } from '../protocol/apiObject';
import { ORIGIN, type ApiContext } from './apiContext';
import { integer, oneOf, type Missing } from './arguments';
import { ConditionalFormatCollection } from './conditionalFormatCollection';
import { DataValidationObject } from './dataValidationObject';
import { RangeFormatObject } from './rangeFormat';
import { RangeObject } from './rangeObject';
import { WorksheetObject } from './worksheetObject';

/** `Excel.RangeAreas`: several rectangles of one sheet. */
export class RangeAreasObject extends ApiObject {
  readonly apiType = 'RangeAreas';

  constructor(
    readonly api: ApiContext,
    readonly sheet: Sheet,
    readonly areas: readonly Area[],
  ) {
    super();
  }

  override get keepsReference(): boolean {
    return true;
  }

  get Address(): string {
    const sheet = quoteSheetName(this.sheet.name);
    return this.areas.map((a) => `${sheet}!${areaAddress(a)}`).join(',');
  }

  get AddressLocal(): string {
    return this.Address;
  }

  get AreaCount(): number {
    return this.areas.length;
  }

  get CellCount(): number {
    return this.areas.reduce((sum, a) => sum + cellCount(a), 0);
  }

  get IsEntireColumn(): boolean {
    return this.areas.every(isFullColumns);
  }

  get IsEntireRow(): boolean {
    return this.areas.every(isFullRows);
  }

  get Areas(): RangeCollection {
    return new RangeCollection(this.areas.map((a) => new RangeObject(this.api, this.sheet, a)));
  }

  get Worksheet(): WorksheetObject {
    return new WorksheetObject(this.api, this.sheet);
  }

  get Format(): RangeFormatObject {
    return new RangeFormatObject(this.api, this.sheet, this.areas);
  }

  get ConditionalFormats(): ConditionalFormatCollection {
    return new ConditionalFormatCollection(this.api, this.sheet, this.areas);
  }

  get DataValidation(): DataValidationObject {
    return new DataValidationObject(this.api, this.sheet, this.areas);
  }

  Clear(applyTo: string | Missing): void {
    const what = oneOf(applyTo ?? 'All', ['All', 'Formats', 'Contents', 'Hyperlinks'] as const);
    for (const a of this.areas) clearArea(this.api.workbook, this.sheet, a, what, ORIGIN);
  }
}

/** `Excel.RangeCollection`. */
export class RangeCollection extends ApiCollection<RangeObject> {
  readonly apiType = 'RangeCollection';

  constructor(private readonly ranges: readonly RangeObject[]) {
    super();
  }

  apiItems(): readonly RangeObject[] {
    return this.ranges;
  }

  GetCount(): number {
    return this.ranges.length;
  }

  GetItemAt(index: number): RangeObject {
    return this.ranges[integer(index, 0, this.ranges.length - 1)]!;
  }
}
