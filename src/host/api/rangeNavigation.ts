import {
  area,
  boundingArea,
  containsCell,
  intersect,
  MAX_COLUMNS,
  MAX_ROWS,
  type Area,
} from '../model/address';
import { integer, oneOf, type Missing } from './arguments';
import { dataEdge, spillAnchor, surroundingRegion, usedIn, type Direction } from './dataRegion';
import { invalidArgument, orNotFound } from './errors';
import { RangeCells } from './rangeCells';
import type { RangeObject } from './rangeObject';
import { areaOnSheet } from './rangeReference';

const DIRECTIONS: readonly Direction[] = ['Left', 'Right', 'Up', 'Down'];

/** Ranges found from a range: the navigation family of `Range`. */
export abstract class RangeNavigation extends RangeCells {
  /** @returns the range of that area on the same sheet. */
  protected abstract at(area: Area): RangeObject;

  GetCell(row: number, column: number): RangeObject {
    const { top, left } = this.area;
    return this.within(area(top + integer(row), left + integer(column)));
  }

  GetRow(row: number): RangeObject {
    const r = this.area.top + integer(row);
    return this.within({ ...this.area, top: r, bottom: r });
  }

  GetColumn(column: number): RangeObject {
    const c = this.area.left + integer(column);
    return this.within({ ...this.area, left: c, right: c });
  }

  GetOffsetRange(rowOffset: number, columnOffset: number): RangeObject {
    const [rows, columns] = [integer(rowOffset), integer(columnOffset)];
    const { top, left, bottom, right } = this.area;
    return this.within(area(top + rows, left + columns, bottom + rows, right + columns));
  }

  GetResizedRange(deltaRows: number, deltaColumns: number): RangeObject {
    const { top, left, bottom, right } = this.area;
    return this.within(area(top, left, bottom + integer(deltaRows), right + integer(deltaColumns)));
  }

  GetAbsoluteResizedRange(numRows: number, numColumns: number): RangeObject {
    const { top, left } = this.area;
    const [rows, columns] = [integer(numRows, 1), integer(numColumns, 1)];
    return this.within(area(top, left, top + rows - 1, left + columns - 1));
  }

  GetRowsAbove(count: number | Missing): RangeObject {
    const { top } = this.area;
    return this.within({ ...this.area, ...before('top', 'bottom', top, nonZero(count)) });
  }

  GetRowsBelow(count: number | Missing): RangeObject {
    const { bottom } = this.area;
    return this.within({ ...this.area, ...after('top', 'bottom', bottom, nonZero(count)) });
  }

  GetColumnsBefore(count: number | Missing): RangeObject {
    const { left } = this.area;
    return this.within({ ...this.area, ...before('left', 'right', left, nonZero(count)) });
  }

  GetColumnsAfter(count: number | Missing): RangeObject {
    const { right } = this.area;
    return this.within({ ...this.area, ...after('left', 'right', right, nonZero(count)) });
  }

  GetEntireRow(): RangeObject {
    return this.at({ ...this.area, left: 0, right: MAX_COLUMNS - 1 });
  }

  GetEntireColumn(): RangeObject {
    return this.at({ ...this.area, top: 0, bottom: MAX_ROWS - 1 });
  }

  GetLastCell(): RangeObject {
    return this.at(area(this.area.bottom, this.area.right));
  }

  GetLastRow(): RangeObject {
    return this.at({ ...this.area, top: this.area.bottom });
  }

  GetLastColumn(): RangeObject {
    return this.at({ ...this.area, left: this.area.right });
  }

  GetBoundingRect(other: RangeNavigation | string): RangeObject {
    return this.at(boundingArea(this.area, this.areaOf(other)));
  }

  GetIntersection(other: RangeNavigation | string): RangeObject {
    return orNotFound(this.GetIntersectionOrNullObject(other));
  }

  GetIntersectionOrNullObject(other: RangeNavigation | string): RangeObject | null {
    if (other instanceof RangeNavigation && other.sheet !== this.sheet) throw invalidArgument();
    const found = intersect(this.area, this.areaOf(other));
    return found && this.at(found);
  }

  GetUsedRange(valuesOnly: boolean | Missing): RangeObject {
    return orNotFound(this.GetUsedRangeOrNullObject(valuesOnly));
  }

  GetUsedRangeOrNullObject(valuesOnly: boolean | Missing): RangeObject | null {
    const found = usedIn(this.sheet, this.area, valuesOnly === true);
    return found && this.at(found);
  }

  GetSurroundingRegion(): RangeObject {
    return this.at(surroundingRegion(this.sheet, this.area.top, this.area.left));
  }

  GetRangeEdge(direction: string, activeCell: RangeNavigation | string | Missing): RangeObject {
    const { row, column } = this.activeCell(activeCell);
    const to = oneOf(direction, DIRECTIONS);
    const edge = dataEdge(this.sheet, row, column, to);
    return this.at(area(edge.row, edge.column));
  }

  GetExtendedRange(direction: string, activeCell: RangeNavigation | string | Missing): RangeObject {
    const { row, column } = this.activeCell(activeCell);
    const to = oneOf(direction, DIRECTIONS);
    const edge = dataEdge(this.sheet, row, column, to);
    // the edge extends one dimension only: the other keeps the range's own extent
    const vertical = to === 'Up' || to === 'Down';
    const goal = vertical
      ? { ...this.area, top: edge.row, bottom: edge.row }
      : { ...this.area, left: edge.column, right: edge.column };
    return this.at(boundingArea(this.area, goal));
  }

  GetSpillingToRange(): RangeObject {
    if (!this.isSingleCell) throw invalidArgument();
    return orNotFound(this.GetSpillingToRangeOrNullObject());
  }

  GetSpillingToRangeOrNullObject(): RangeObject | null {
    const { top, left } = this.area;
    const found =
      this.isSingleCell && this.api.workbook.calculator.spillArea(this.sheet, top, left);
    return found ? this.at(found) : null;
  }

  GetSpillParent(): RangeObject {
    if (!this.isSingleCell) throw invalidArgument();
    return orNotFound(this.GetSpillParentOrNullObject());
  }

  GetSpillParentOrNullObject(): RangeObject | null {
    if (!this.isSingleCell) return null;
    const { top, left } = this.area;
    const found = spillAnchor(this.api.workbook, this.sheet, top, left);
    return found && this.at(area(found.row, found.column));
  }

  protected get isSingleCell(): boolean {
    const { top, left, bottom, right } = this.area;
    return top === bottom && left === right;
  }

  private activeCell(given: RangeNavigation | string | Missing): { row: number; column: number } {
    const { top, left } = given === null || given === undefined ? this.area : this.areaOf(given);
    if (!containsCell(this.area, top, left)) throw invalidArgument();
    return { row: top, column: left };
  }

  private areaOf(other: RangeNavigation | string): Area {
    if (typeof other === 'string') return areaOnSheet(this.api.workbook, other, this.sheet);
    if (!(other instanceof RangeNavigation) || other.sheet !== this.sheet) throw invalidArgument();
    return other.area;
  }

  private within(wanted: Area): RangeObject {
    const { top, left, bottom, right } = wanted;
    if (top < 0 || left < 0 || bottom >= MAX_ROWS || right >= MAX_COLUMNS) throw invalidArgument();
    if (top > bottom || left > right) throw invalidArgument();
    return this.at(wanted);
  }
}

function nonZero(count: number | Missing): number {
  const n = integer(count ?? 1);
  if (n === 0) throw invalidArgument();
  return n;
}

/** `count` lines before line `first`, or, when negative, as many inside from `first` on. */
const before = <F extends string, L extends string>(from: F, to: L, first: number, count: number) =>
  (count > 0
    ? { [from]: first - count, [to]: first - 1 }
    : { [from]: first, [to]: first - count - 1 }) as Record<F | L, number>;

/** `count` lines after line `last`, or, when negative, as many inside up to `last`. */
const after = <F extends string, L extends string>(from: F, to: L, last: number, count: number) =>
  (count > 0
    ? { [from]: last + 1, [to]: last + count }
    : { [from]: last + count + 1, [to]: last }) as Record<F | L, number>;
