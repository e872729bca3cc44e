import {
  areaAddress,
  cellCount,
  columnCount,
  isFullColumns,
  isFullRows,
  quoteSheetName,
  rowCount,
  type Area,
} from '../model/address';
import type { Sheet } from '../model/sheet';
import { ApiObject } from '../protocol/apiObject';
import type { ApiContext } from './apiContext';
import { invalidReference } from './errors';
import { columnsWidth, rowsHeight } from '../model/sizes';
import { followRange } from './followRange';

/** Where a range lies: the part of `Range` that looks at no cell. */
export abstract class RangeArea extends ApiObject {
  readonly apiType: string = 'Range';
  private place: Area | null;

  constructor(
    readonly api: ApiContext,
    readonly sheet: Sheet,
    area: Area,
  ) {
    super();
    this.place = area;
    followRange(this);
  }

  override get keepsReference(): boolean {
    return true;
  }

  /** @throws InvalidReference when its cells or its sheet have been deleted */
  get area(): Area {
    if (!this.place || !this.api.workbook.sheets.includes(this.sheet)) throw invalidReference();
    return this.place;
  }

  /** Goes along with inserted and deleted cells. */
  moveBy(shift: (area: Area) => Area | null): void {
    if (this.place) this.place = shift(this.place);
  }

  /** Whole columns or rows: their cells cannot be read or written as arrays. */
  protected get unbounded(): boolean {
    return isFullColumns(this.area) || isFullRows(this.area);
  }

  get Address(): string {
    return `${quoteSheetName(this.sheet.name)}!${areaAddress(this.area)}`;
  }

  get AddressLocal(): string {
    return this.Address;
  }

  get RowIndex(): number {
    return this.area.top;
  }

  get ColumnIndex(): number {
    return this.area.left;
  }

  get RowCount(): number {
    return rowCount(this.area);
  }

  get ColumnCount(): number {
    return columnCount(this.area);
  }

  get CellCount(): number {
    const count = cellCount(this.area);
    return count > 2 ** 31 - 1 ? -1 : count;
  }

  get IsEntireColumn(): boolean {
    return isFullColumns(this.area);
  }

  get IsEntireRow(): boolean {
    return isFullRows(this.area);
  }

  get Top(): number {
    return rowsHeight(this.sheet, 0, this.area.top - 1);
  }

  get Left(): number {
    return columnsWidth(this.sheet, 0, this.area.left - 1);
  }

  get Height(): number {
    return rowsHeight(this.sheet, this.area.top, this.area.bottom);
  }

  get Width(): number {
    return columnsWidth(this.sheet, this.area.left, this.area.right);
  }
}
