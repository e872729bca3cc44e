import type { Area } from '../model/address';
import {
  applyFilter,
  clearFilter,
  convertTableToRange,
  deleteTable,
  renameTable,
  resizeTable,
  setHeadersShown,
  setTableLook,
  setTotalsShown,
  type TableLook,
} from '../model/edits';
import { dataArea, type Table } from '../model/table';
import { ApiObject } from '../protocol/apiObject';
import { ORIGIN, type ApiContext } from './apiContext';
import { flag, text } from './arguments';
import { AutoFilterObject } from './autoFilterObject';
import { invalidArgument, invalidOperation, itemNotFound } from './errors';
import { RangeObject } from './rangeObject';
import { findPlace } from './rangeReference';
import { TableColumnCollection } from './tableColumn';
import { TableRowCollection } from './tableRow';
import { TableSort } from './tableSort';
import { WorksheetObject } from './worksheetObject';

/** `Excel.Table`. */
export class TableObject extends ApiObject {
  readonly apiType = 'Table';

  constructor(
    readonly api: ApiContext,
    private readonly model: Table,
  ) {
    super();
  }

  /** @throws ItemNotFound when it has been deleted */
  get table(): Table {
    if (!this.api.workbook.tables.includes(this.model)) throw itemNotFound();
    return this.model;
  }

  override get apiId(): string {
    return String(this.model.id);
  }

  get Id(): string {
    return String(this.table.id);
  }

  get LegacyId(): string {
    return this.Id;
  }

  get Name(): string {
    return this.table.name;
  }

  set Name(value: unknown) {
    renameTable(this.api.workbook, this.table, text(value));
  }

  get ShowHeaders(): boolean {
    return this.table.showHeaders;
  }

  set ShowHeaders(show: unknown) {
    setHeadersShown(this.api.workbook, this.table, flag(show), ORIGIN);
  }

  get ShowTotals(): boolean {
    return this.table.showTotals;
  }

  set ShowTotals(show: unknown) {
    setTotalsShown(this.api.workbook, this.table, flag(show), ORIGIN);
  }

  get Style(): string {
    return this.table.style;
  }

  set Style(value: unknown) {
    this.look({ style: text(value) });
  }

  get ShowBandedRows(): boolean {
    return this.table.showBandedRows;
  }

  set ShowBandedRows(showBandedRows: unknown) {
    this.look({ showBandedRows: flag(showBandedRows) });
  }

  get ShowBandedColumns(): boolean {
    return this.table.showBandedColumns;
  }

  set ShowBandedColumns(showBandedColumns: unknown) {
    this.look({ showBandedColumns: flag(showBandedColumns) });
  }

  get ShowFilterButton(): boolean {
    return this.table.showFilterButton;
  }

  set ShowFilterButton(showFilterButton: unknown) {
    this.look({ showFilterButton: flag(showFilterButton) });
  }

  get HighlightFirstColumn(): boolean {
    return this.table.highlightFirstColumn;
  }

  set HighlightFirstColumn(highlightFirstColumn: unknown) {
    this.look({ highlightFirstColumn: flag(highlightFirstColumn) });
  }

  get HighlightLastColumn(): boolean {
    return this.table.highlightLastColumn;
  }

  set HighlightLastColumn(highlightLastColumn: unknown) {
    this.look({ highlightLastColumn: flag(highlightLastColumn) });
  }

  get Worksheet(): WorksheetObject {
    return new WorksheetObject(this.api, this.table.sheet);
  }

  get Columns(): TableColumnCollection {
    return new TableColumnCollection(this);
  }

  get Rows(): TableRowCollection {
    return new TableRowCollection(this);
  }

  get Sort(): TableSort {
    return new TableSort(this);
  }

  get AutoFilter(): AutoFilterObject {
    return new AutoFilterObject(this.api, this.table);
  }

  GetRange(): RangeObject {
    return this.range(this.table.area);
  }

  GetHeaderRowRange(): RangeObject {
    return this.range(headerArea(this.table));
  }

  GetDataBodyRange(): RangeObject {
    return this.range(bodyArea(this.table));
  }

  GetTotalRowRange(): RangeObject {
    return this.range(totalsArea(this.table));
  }

  Resize(newRange: RangeObject | string): void {
    const { workbook } = this.api;
    const { sheet } = this.table;
    const place =
      newRange instanceof RangeObject ? newRange : findPlace(workbook, text(newRange), sheet);
    if (place?.sheet !== sheet) throw invalidArgument();
    resizeTable(workbook, this.table, place.area, ORIGIN);
  }

  ConvertToRange(): RangeObject {
    const range = this.GetRange();
    convertTableToRange(this.api.workbook, this.table, ORIGIN);
    return range;
  }

  Delete(): void {
    deleteTable(this.api.workbook, this.table, ORIGIN);
  }

  ClearFilters(): void {
    clearFilter(this.api.workbook, this.table);
  }

  ReapplyFilters(): void {
    applyFilter(this.api.workbook, this.table);
  }

  range(area: Area): RangeObject {
    return new RangeObject(this.api, this.table.sheet, area);
  }

  private look(look: TableLook): void {
    setTableLook(this.api.workbook, this.table, look);
  }
}

/** @throws InvalidOperation when the header row is not shown */
export function headerArea(table: Table): Area {
  if (!table.showHeaders) throw invalidOperation();
  return { ...table.area, bottom: table.area.top };
}

/** @throws InvalidOperation when the table has no data rows */
export function bodyArea(table: Table): Area {
  const area = dataArea(table);
  if (!area) throw invalidOperation();
  return area;
}

/** @throws InvalidOperation when the totals row is not shown */
export function totalsArea(table: Table): Area {
  if (!table.showTotals) throw invalidOperation();
  return { ...table.area, top: table.area.bottom };
}
