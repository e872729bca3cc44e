import { area, MAX_COLUMNS, MAX_ROWS, type Area } from '../model/address';
import { recalculate } from '../model/edits/finishEdit';
import {
  activateSheet,
  deleteSheet,
  moveSheet,
  renameSheet,
  setGridlines,
  setTabColor,
  setVisibility,
} from '../model/edits';
import type { Sheet } from '../model/sheet';
import { ApiObject } from '../protocol/apiObject';
import { ORIGIN, type ApiContext } from './apiContext';
import { flag, integer, oneOf, text, type Missing } from './arguments';
import { AutoFilterObject } from './autoFilterObject';
import { ChartCollection } from './chartCollection';
import { parseColor } from './color';
import { invalidArgument, invalidOperation, invalidReference, orNotFound } from './errors';
import { NamedItemCollection } from './namedItemCollection';
import { RangeAreasObject } from './rangeAreas';
import { RangeObject } from './rangeObject';
import { areaOnSheet, WHOLE_SHEET } from './rangeReference';
import { standardHeight, standardWidth } from '../model/sizes';
import { TableCollection } from './tableCollection';
import { WorksheetFreezePanes } from './worksheetFreezePanes';
import { WorksheetProtection } from './worksheetProtection';

const VISIBILITIES = ['Visible', 'Hidden', 'VeryHidden'] as const;
const MAX_ADDRESS_LENGTH = 8192;

/** `Excel.Worksheet`. */
export class WorksheetObject extends ApiObject {
  readonly apiType = 'Worksheet';

  constructor(
    readonly api: ApiContext,
    private readonly model: Sheet,
  ) {
    super();
  }

  /** @throws InvalidReference when the sheet has been deleted */
  get sheet(): Sheet {
    if (!this.api.workbook.sheets.includes(this.model)) throw invalidReference();
    return this.model;
  }

  override get apiId(): string {
    return this.model.id;
  }

  get Id(): string {
    return this.sheet.id;
  }

  get Name(): string {
    return this.sheet.name;
  }

  set Name(value: unknown) {
    renameSheet(this.api.workbook, this.sheet, text(value));
  }

  get Position(): number {
    return this.api.workbook.sheets.indexOf(this.sheet);
  }

  set Position(value: unknown) {
    const position = integer(value, 0, this.api.workbook.sheets.length - 1);
    moveSheet(this.api.workbook, this.sheet, position);
  }

  get Visibility(): string {
    return this.sheet.visibility;
  }

  set Visibility(value: unknown) {
    setVisibility(this.api.workbook, this.sheet, oneOf(value, VISIBILITIES));
  }

  /** Empty for the automatic colour, null while the sheet is hidden. */
  get TabColor(): string | null {
    return this.sheet.visibility === 'Visible' ? (this.sheet.tabColor ?? '') : null;
  }

  set TabColor(value: unknown) {
    setTabColor(this.api.workbook, this.sheet, value === '' ? null : parseColor(value));
  }

  get ShowGridlines(): boolean {
    return this.sheet.showGridlines;
  }

  set ShowGridlines(show: unknown) {
    setGridlines(this.api.workbook, this.sheet, flag(show));
  }

  get StandardHeight(): number {
    return standardHeight(this.sheet);
  }

  get StandardWidth(): number {
    return standardWidth(this.sheet);
  }

  get AutoFilter(): AutoFilterObject {
    return new AutoFilterObject(this.api, this.sheet);
  }

  get Charts(): ChartCollection {
    return new ChartCollection(this.api, this.sheet);
  }

  get FreezePanes(): WorksheetFreezePanes {
    return new WorksheetFreezePanes(this.api, this.sheet);
  }

  get Protection(): WorksheetProtection {
    return new WorksheetProtection(this.api, this.sheet);
  }

  get Names(): NamedItemCollection {
    return new NamedItemCollection(this.api, this.sheet);
  }

  get Tables(): TableCollection {
    return new TableCollection(this.api, this.sheet);
  }

  Activate(): void {
    activateSheet(this.api.workbook, this.sheet);
  }

  Calculate(markAllDirty: boolean | Missing): void {
    const { calculator } = this.api.workbook;
    if (markAllDirty) calculator.cellsChanged(this.sheet, WHOLE_SHEET);
    recalculate(this.api.workbook);
  }

  Delete(): void {
    if (this.sheet.visibility === 'VeryHidden') throw invalidOperation();
    deleteSheet(this.api.workbook, this.sheet, ORIGIN);
  }

  GetCell(row: number, column: number): RangeObject {
    return this.GetRangeByIndexes(row, column, 1, 1);
  }

  GetRange(address: string | Missing): RangeObject {
    if (address === null || address === undefined) return this.range(WHOLE_SHEET);
    return this.range(this.areaOf(shortEnough(address)));
  }

  GetRangeByIndexes(
    startRow: number,
    startColumn: number,
    rowCount: number,
    columnCount: number,
  ): RangeObject {
    const top = integer(startRow, 0, MAX_ROWS - 1);
    const left = integer(startColumn, 0, MAX_COLUMNS - 1);
    const bottom = top + integer(rowCount, 1, MAX_ROWS - top) - 1;
    const right = left + integer(columnCount, 1, MAX_COLUMNS - left) - 1;
    return this.range(area(top, left, bottom, right));
  }

  GetRanges(address: string | Missing): RangeAreasObject {
    const areas =
      address === null || address === undefined
        ? [WHOLE_SHEET]
        : shortEnough(address)
            .split(/[,;]/)
            .map((each) => this.areaOf(each.trim()));
    return new RangeAreasObject(this.api, this.sheet, areas);
  }

  /** On a blank sheet: its first cell. */
  GetUsedRange(valuesOnly: boolean | Missing): RangeObject {
    return this.GetUsedRangeOrNullObject(valuesOnly) ?? this.range(area(0, 0));
  }

  GetUsedRangeOrNullObject(valuesOnly: boolean | Missing): RangeObject | null {
    const used = this.sheet.cells.usedArea(valuesOnly === true);
    return used && this.range(used);
  }

  GetNext(visibleOnly: boolean | Missing): WorksheetObject {
    return orNotFound(this.GetNextOrNullObject(visibleOnly));
  }

  GetNextOrNullObject(visibleOnly: boolean | Missing): WorksheetObject | null {
    return this.neighbour(1, visibleOnly === true);
  }

  GetPrevious(visibleOnly: boolean | Missing): WorksheetObject {
    return orNotFound(this.GetPreviousOrNullObject(visibleOnly));
  }

  GetPreviousOrNullObject(visibleOnly: boolean | Missing): WorksheetObject | null {
    return this.neighbour(-1, visibleOnly === true);
  }

  private areaOf(address: string): Area {
    return areaOnSheet(this.api.workbook, address, this.sheet);
  }

  private range(of: Area): RangeObject {
    return new RangeObject(this.api, this.sheet, of);
  }

  private neighbour(step: 1 | -1, visibleOnly: boolean): WorksheetObject | null {
    const { sheets } = this.api.workbook;
    for (let i = this.Position + step; sheets[i]; i += step) {
      if (!visibleOnly || sheets[i]!.visibility === 'Visible') {
        return new WorksheetObject(this.api, sheets[i]!);
      }
    }
    return null;
  }
}

function shortEnough(address: unknown): string {
  const given = text(address);
  if (given.length > MAX_ADDRESS_LENGTH) throw invalidArgument();
  return given;
}
