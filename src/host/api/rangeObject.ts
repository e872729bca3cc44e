import { area as cells, intersect, type Area } from '../model/address';
import {
  clearArea,
  copyArea,
  deleteCells,
  insertCells,
  mergeArea,
  removeDuplicates,
  select,
  setColumnsHidden,
  setHyperlink,
  setRowsHidden,
  unmergeArea,
} from '../model/edits';
import { notImplemented } from '../protocol/apiObject';
import { ORIGIN } from './apiContext';
import { flag, integer, oneOf, text, type Missing } from './arguments';
import { ConditionalFormatCollection } from './conditionalFormatCollection';
import { spillAnchor } from './dataRegion';
import { DataValidationObject } from './dataValidationObject';
import { invalidArgument, invalidOperation, orNotFound } from './errors';
import { RangeAreasObject } from './rangeAreas';
import { RangeFormatObject } from './rangeFormat';
import { RangeNavigation } from './rangeNavigation';
import { findPlace, WHOLE_SHEET, type Place } from './rangeReference';
import { RangeSort } from './rangeSort';
import { RangeView } from './rangeView';
import { RemoveDuplicatesResult } from './removeDuplicatesResult';
import { SPECIAL_CELLS, specialCells } from './specialCells';
import { TableScopedCollection } from './tableScopedCollection';
import { WorksheetObject } from './worksheetObject';

/** `Excel.Range`. */
export class RangeObject extends RangeNavigation {
  protected at(area: Area): RangeObject {
    return new RangeObject(this.api, this.sheet, area);
  }

  get Worksheet(): WorksheetObject {
    return new WorksheetObject(this.api, this.sheet);
  }

  get Format(): RangeFormatObject {
    return new RangeFormatObject(this.api, this.sheet, [this.area]);
  }

  get Sort(): RangeSort {
    return new RangeSort(this.api, this.sheet, this.area);
  }

  get ConditionalFormats(): ConditionalFormatCollection {
    return new ConditionalFormatCollection(this.api, this.sheet, [this.area]);
  }

  get DataValidation(): DataValidationObject {
    return new DataValidationObject(this.api, this.sheet, [this.area]);
  }

  get Style(): string {
    return 'Normal';
  }

  get HasSpill(): boolean | null {
    return this.unbounded ? null : this.uniform((row, column) => this.spills(row, column));
  }

  get Hidden(): boolean | null {
    const [rows, columns] = [this.RowHidden, this.ColumnHidden];
    if (rows === true || columns === true) return true;
    return rows === false && columns === false ? false : null;
  }

  get RowHidden(): boolean | null {
    const { top, bottom } = this.area;
    return allOrNone(this.sheet.hiddenRows, top, bottom);
  }

  set RowHidden(hidden: unknown) {
    const { top, bottom } = this.area;
    setRowsHidden(this.api.workbook, this.sheet, top, bottom, flag(hidden));
  }

  get ColumnHidden(): boolean | null {
    const { left, right } = this.area;
    return allOrNone(this.sheet.hiddenColumns, left, right);
  }

  set ColumnHidden(hidden: unknown) {
    const { left, right } = this.area;
    setColumnsHidden(this.api.workbook, this.sheet, left, right, flag(hidden));
  }

  get Hyperlink(): Record<string, string> | null {
    const link = this.sheet.hyperlinks.find((h) => intersect(h.area, this.area));
    if (!link) return null;
    const { top, left } = this.area;
    return {
      ...(link.address === null ? {} : { address: link.address }),
      ...(link.documentReference === null ? {} : { documentReference: link.documentReference }),
      screenTip: link.screenTip ?? '',
      textToDisplay: this.at(cells(top, left)).Text?.[0]?.[0] ?? '',
    };
  }

  set Hyperlink(
    link: {
      address?: string | null;
      documentReference?: string | null;
      screenTip?: string | null;
      textToDisplay?: string | null;
    } | null,
  ) {
    if (link === null) throw invalidArgument();
    const { address = null, documentReference = null, screenTip = null, textToDisplay } = link;
    if (!address && !documentReference) throw invalidArgument();
    setHyperlink(this.api.workbook, this.sheet, this.area, {
      address,
      documentReference,
      screenTip,
    });
    if (textToDisplay) this.GetCell(0, 0).Values = [[textToDisplay]];
  }

  GetTables(fullyContained: boolean | Missing): TableScopedCollection {
    return new TableScopedCollection(this.api, this.sheet, this.area, fullyContained === true);
  }

  GetVisibleView(): RangeView {
    return new RangeView(this);
  }

  GetMergedAreasOrNullObject(): RangeAreasObject | null {
    const merged = this.sheet.merges.filter((m) => intersect(m, this.area));
    if (merged.length > 512) throw invalidOperation();
    return merged.length === 0 ? null : new RangeAreasObject(this.api, this.sheet, merged);
  }

  GetSpecialCells(cellType: string, cellValueType: string | Missing): RangeAreasObject {
    return orNotFound(this.GetSpecialCellsOrNullObject(cellType, cellValueType));
  }

  /** Of a single cell: those of the whole sheet. */
  GetSpecialCellsOrNullObject(
    cellType: string,
    cellValueType: string | Missing,
  ): RangeAreasObject | null {
    const kind = SPECIAL_CELLS.find((each) => each === cellType);
    if (!kind) throw notImplemented(`Range.getSpecialCells of type ${cellType}`);
    const bounds = this.isSingleCell ? WHOLE_SHEET : this.area;
    const { workbook } = this.api;
    const found = specialCells(workbook, this.sheet, bounds, kind, cellValueType ?? 'All');
    return found.length > 0 ? new RangeAreasObject(this.api, this.sheet, found) : null;
  }

  Insert(shift: string): RangeObject {
    const direction = oneOf(shift, ['Down', 'Right'] as const);
    const { area } = this;
    insertCells(this.api.workbook, this.sheet, area, direction, ORIGIN);
    return this.at(area);
  }

  Delete(shift: string): void {
    const direction = oneOf(shift, ['Up', 'Left'] as const);
    deleteCells(this.api.workbook, this.sheet, this.area, direction, ORIGIN);
  }

  Clear(applyTo: string | Missing): void {
    const what = oneOf(applyTo ?? 'All', [
      'All',
      'Formats',
      'Contents',
      'Hyperlinks',
      'RemoveHyperlinks',
    ] as const);
    clearArea(this.api.workbook, this.sheet, this.area, what, ORIGIN);
  }

  CopyFrom(
    source: RangeNavigation | string,
    copyType: string | Missing,
    skipBlanks: boolean | Missing,
    transpose: boolean | Missing,
  ): void {
    const what = oneOf(copyType ?? 'All', ['All', 'Formulas', 'Values', 'Formats'] as const);
    copyArea(this.api.workbook, this.placeOf(source), this, what, ORIGIN, {
      skipBlanks: skipBlanks === true,
      transpose: transpose === true,
    });
  }

  Merge(across: boolean | Missing): void {
    mergeArea(this.api.workbook, this.sheet, this.area, across === true, ORIGIN);
  }

  Unmerge(): void {
    unmergeArea(this.api.workbook, this.sheet, this.area);
  }

  RemoveDuplicates(columns: number[], includesHeader: boolean): RemoveDuplicatesResult {
    if (!Array.isArray(columns) || columns.length === 0) throw invalidArgument();
    const keys = columns.map((column) => integer(column, 0, this.ColumnCount - 1));
    const result = removeDuplicates(
      this.api.workbook,
      this.sheet,
      this.area,
      keys,
      includesHeader,
      ORIGIN,
    );
    return new RemoveDuplicatesResult(result.removed, result.remaining);
  }

  Select(): void {
    select(this.api.workbook, this.sheet, this.area);
  }

  SetDirty(): void {
    this.api.workbook.calculator.cellsChanged(this.sheet, this.area);
  }

  Calculate(): void {
    this.api.workbook.calculator.cellsChanged(this.sheet, this.area);
    this.api.workbook.calculator.recalculate();
  }

  private placeOf(source: RangeNavigation | string): Place {
    if (source instanceof RangeNavigation) return source;
    const place = findPlace(this.api.workbook, text(source), this.sheet);
    if (!place) throw invalidArgument();
    return place;
  }

  private spills(row: number, column: number): boolean {
    return spillAnchor(this.api.workbook, this.sheet, row, column) !== null;
  }

  private uniform(test: (row: number, column: number) => boolean): boolean | null {
    const { top, left, bottom, right } = this.area;
    const first = test(top, left);
    for (let r = top; r <= bottom; r++) {
      for (let c = left; c <= right; c++) if (test(r, c) !== first) return null;
    }
    return first;
  }
}

/** @returns whether all of `first`…`last` are in the set; null when only some are. */
function allOrNone(set: ReadonlySet<number>, first: number, last: number): boolean | null {
  let count = 0;
  for (const index of set) if (index >= first && index <= last) count++;
  return count === 0 ? false : count === last - first + 1 ? true : null;
}
