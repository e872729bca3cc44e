import {
  area,
  isFullColumns,
  isFullRows,
  MAX_COLUMNS,
  MAX_ROWS,
  type Area,
} from '../model/address';
import { setFrozen } from '../model/edits';
import type { Sheet } from '../model/sheet';
import { ApiObject } from '../protocol/apiObject';
import type { ApiContext } from './apiContext';
import { integer, text, type Missing } from './arguments';
import { orNotFound } from './errors';
import { RangeObject } from './rangeObject';
import { areaOnSheet } from './rangeReference';

/** `Excel.WorksheetFreezePanes`. */
export class WorksheetFreezePanes extends ApiObject {
  readonly apiType = 'WorksheetFreezePanes';

  constructor(
    private readonly api: ApiContext,
    private readonly sheet: Sheet,
  ) {
    super();
  }

  FreezeRows(count: number | Missing): void {
    this.freeze(integer(count ?? 1, 0, MAX_ROWS - 1), 0);
  }

  FreezeColumns(count: number | Missing): void {
    this.freeze(0, integer(count ?? 1, 0, MAX_COLUMNS - 1));
  }

  /** Freezes everything above and left of the range's last cell, that cell's row and column too. */
  FreezeAt(frozenRange: RangeObject | string): void {
    const to =
      frozenRange instanceof RangeObject
        ? frozenRange.area
        : areaOnSheet(this.api.workbook, text(frozenRange), this.sheet);
    this.freeze(isFullColumns(to) ? 0 : to.bottom + 1, isFullRows(to) ? 0 : to.right + 1);
  }

  Unfreeze(): void {
    this.freeze(0, 0);
  }

  GetLocation(): RangeObject {
    return orNotFound(this.GetLocationOrNullObject());
  }

  GetLocationOrNullObject(): RangeObject | null {
    const { rows, columns } = this.sheet.frozen;
    if (rows === 0 && columns === 0) return null;
    const location: Area = area(0, 0, (rows || MAX_ROWS) - 1, (columns || MAX_COLUMNS) - 1);
    return new RangeObject(this.api, this.sheet, location);
  }

  private freeze(rows: number, columns: number): void {
    setFrozen(this.api.workbook, this.sheet, rows, columns);
  }
}
