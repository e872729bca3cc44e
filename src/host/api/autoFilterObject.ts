import { sameArea, type Area } from '../model/address';
import {
  addAutoFilter,
  applyFilter,
  clearFilter,
  removeAutoFilter,
  setFilter,
  type FilterTarget,
} from '../model/edits';
import { Sheet } from '../model/sheet';
import type { ColumnFilter } from '../model/table';
import { ApiObject } from '../protocol/apiObject';
import type { ApiContext } from './apiContext';
import { integer, text, type Missing } from './arguments';
import { invalidOperation, orNotFound } from './errors';
import { toCriteria, toFilter, type FilterCriteria } from './filterCriteria';
import { RangeObject } from './rangeObject';
import { areaOnSheet } from './rangeReference';

/** `Excel.AutoFilter` of a sheet or of a table. */
export class AutoFilterObject extends ApiObject {
  readonly apiType = 'AutoFilter';

  constructor(
    private readonly api: ApiContext,
    private readonly target: FilterTarget,
  ) {
    super();
  }

  get Enabled(): boolean {
    return this.target instanceof Sheet
      ? this.target.autoFilter !== null
      : this.target.showFilterButton;
  }

  get IsDataFiltered(): boolean {
    return (this.current?.filters.size ?? 0) > 0;
  }

  /** One entry per filtered column, null for columns that let everything through. */
  get Criteria(): (FilterCriteria | null)[] {
    const { current } = this;
    if (!current) return [];
    const width = current.area.right - current.area.left + 1;
    return Array.from({ length: width }, (_, offset) => {
      const filter = current.filters.get(offset);
      return filter ? toCriteria(filter) : null;
    });
  }

  /** @param columnIndex - offset of the column that `criteria` filters; without it nothing is hidden */
  Apply(
    range: RangeObject | string,
    columnIndex: number | Missing,
    criteria: FilterCriteria | Missing,
  ): void {
    const { workbook } = this.api;
    if (!(this.target instanceof Sheet)) throw invalidOperation();
    const area =
      range instanceof RangeObject ? range.area : areaOnSheet(workbook, text(range), this.target);
    if (!this.current || !sameArea(this.current.area, area))
      addAutoFilter(workbook, this.target, area);
    if (columnIndex !== null && columnIndex !== undefined && criteria) {
      setFilter(workbook, this.target, integer(columnIndex, 0), toFilter(criteria));
    }
  }

  ClearColumnCriteria(columnIndex: number): void {
    if (this.current) clearFilter(this.api.workbook, this.target, integer(columnIndex, 0));
  }

  ClearCriteria(): void {
    if (this.current) clearFilter(this.api.workbook, this.target);
  }

  Reapply(): void {
    if (this.current) applyFilter(this.api.workbook, this.target);
  }

  Remove(): void {
    if (!(this.target instanceof Sheet)) throw invalidOperation();
    removeAutoFilter(this.api.workbook, this.target);
  }

  GetRange(): RangeObject {
    return orNotFound(this.GetRangeOrNullObject());
  }

  GetRangeOrNullObject(): RangeObject | null {
    const sheet = this.target instanceof Sheet ? this.target : this.target.sheet;
    return this.current && new RangeObject(this.api, sheet, this.current.area);
  }

  private get current(): { area: Area; filters: ReadonlyMap<number, ColumnFilter> } | null {
    return this.target instanceof Sheet ? this.target.autoFilter : this.target;
  }
}
