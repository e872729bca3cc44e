import {
  area,
  cellCount,
  intersect,
  MAX_COLUMNS,
  MAX_ROWS,
  sameArea,
  type Area,
} from '../model/address';
import type { Sheet } from '../model/sheet';
import type { Workbook } from '../model/workbook';

export type Direction = 'Left' | 'Right' | 'Up' | 'Down';

const filled = (sheet: Sheet, row: number, column: number): boolean =>
  sheet.cells.value(row, column) !== null || sheet.cells.formula(row, column) !== undefined;

/** @returns the smallest area within `bounds` that holds its used cells, or null when none is. */
export function usedIn(sheet: Sheet, bounds: Area, valuesOnly: boolean): Area | null {
  const used = sheet.cells.usedArea(valuesOnly);
  const candidates = used && intersect(used, bounds);
  if (!candidates) return null;
  const isUsed = (row: number, column: number) =>
    filled(sheet, row, column) || (!valuesOnly && sheet.cells.style(row, column) !== 0);
  let { top, left, bottom, right } = candidates;
  const rowUsed = (row: number) => some(left, right, (column) => isUsed(row, column));
  const columnUsed = (column: number) => some(top, bottom, (row) => isUsed(row, column));
  while (top <= bottom && !rowUsed(top)) top++;
  if (top > bottom) return null;
  while (!rowUsed(bottom)) bottom--;
  while (!columnUsed(left)) left++;
  while (!columnUsed(right)) right--;
  return area(top, left, bottom, right);
}

/** @returns the block of cells around a cell that blank rows and columns bound. */
export function surroundingRegion(sheet: Sheet, row: number, column: number): Area {
  let region = area(row, column);
  for (;;) {
    const grown = grow(sheet, region);
    if (sameArea(grown, region)) return region;
    region = grown;
  }
}

/** @returns the area with each neighbouring row and column in which a touching cell is filled. */
function grow(sheet: Sheet, { top, left, bottom, right }: Area): Area {
  const first = area(
    Math.max(top - 1, 0),
    Math.max(left - 1, 0),
    Math.min(bottom + 1, MAX_ROWS - 1),
    Math.min(right + 1, MAX_COLUMNS - 1),
  );
  const rowHas = (r: number) => some(first.left, first.right, (c) => filled(sheet, r, c));
  const columnHas = (c: number) => some(first.top, first.bottom, (r) => filled(sheet, r, c));
  return area(
    rowHas(first.top) ? first.top : top,
    columnHas(first.left) ? first.left : left,
    rowHas(first.bottom) ? first.bottom : bottom,
    columnHas(first.right) ? first.right : right,
  );
}

/** @returns the cell Ctrl+arrow goes to from a cell. */
export function dataEdge(
  sheet: Sheet,
  row: number,
  column: number,
  direction: Direction,
): { row: number; column: number } {
  const vertical = direction === 'Up' || direction === 'Down';
  const step = direction === 'Up' || direction === 'Left' ? -1 : 1;
  const end = step < 0 ? 0 : (vertical ? MAX_ROWS : MAX_COLUMNS) - 1;
  const used = sheet.cells.usedArea(true);
  const lastUsed = used ? (vertical ? used.bottom : used.right) : -1;
  const has = (i: number) => (vertical ? filled(sheet, i, column) : filled(sheet, row, i));
  let at = vertical ? row : column;
  if (at !== end && has(at) && has(at + step)) {
    while (at !== end && has(at + step)) at += step; // to the last filled cell of this block
  } else if (at !== end) {
    do at += step;
    while (at !== end && !has(at) && (step < 0 || at <= lastUsed)); // to the next filled cell
    if (!has(at)) at = end;
  }
  return vertical ? { row: at, column } : { row, column: at };
}

/** @returns the cell whose formula spills over a cell, that cell itself included. */
export function spillAnchor(
  { calculator }: Workbook,
  sheet: Sheet,
  row: number,
  column: number,
): { row: number; column: number } | null {
  const spill = calculator.spillArea(sheet, row, column);
  return spill && cellCount(spill) > 1
    ? { row, column }
    : calculator.spillParent(sheet, row, column);
}

function some(first: number, last: number, test: (index: number) => boolean): boolean {
  for (let i = first; i <= last; i++) if (test(i)) return true;
  return false;
}
