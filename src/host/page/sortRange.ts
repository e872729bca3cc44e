import { type Area } from '../model/address';
import type { Sheet } from '../model/sheet';
import type { Workbook } from '../model/workbook';
import { filterRangeAt } from './filterTargets';

/** What a sort from the menu takes in. */
export interface SortRange {
  readonly area: Area;
  readonly hasHeaders: boolean;
}

/**
 * @param selected - more than one cell sorts just those; one cell its table, filter or block of data
 * @returns the cells Excel would sort
 */
export function sortRange(workbook: Workbook, sheet: Sheet, selected: Area): SortRange {
  const { top, left, bottom, right } = selected;
  const filter = filterRangeAt(workbook, sheet, top, left);
  if (filter?.data) return { area: { ...filter.data, top: filter.data.top - 1 }, hasHeaders: true };
  const area = top === bottom && left === right ? dataBlock(sheet, top, left) : selected;
  return { area, hasHeaders: looksLikeHeader(workbook, sheet, area) };
}

/** @returns the cells around one that no blank row and column cuts off. */
function dataBlock(sheet: Sheet, row: number, column: number): Area {
  const { cells } = sheet;
  let area: Area = { top: row, left: column, bottom: row, right: column };
  const filled = (top: number, left: number, bottom: number, right: number) => {
    for (let c = Math.max(0, left); c <= right; c++) {
      for (let r = Math.max(0, top); r <= bottom; r++) {
        if (cells.value(r, c) !== null) return true;
      }
    }
    return false;
  };
  for (let grown = true; grown;) {
    const { top, left, bottom, right } = area;
    area = {
      top: top > 0 && filled(top - 1, left - 1, top - 1, right + 1) ? top - 1 : top,
      left: left > 0 && filled(top - 1, left - 1, bottom + 1, left - 1) ? left - 1 : left,
      bottom: filled(bottom + 1, left - 1, bottom + 1, right + 1) ? bottom + 1 : bottom,
      right: filled(top - 1, right + 1, bottom + 1, right + 1) ? right + 1 : right,
    };
    grown =
      area.top !== top || area.left !== left || area.bottom !== bottom || area.right !== right;
  }
  return area;
}

/** A first row of texts over something else: other kinds of values, or another look. */
function looksLikeHeader(workbook: Workbook, sheet: Sheet, area: Area): boolean {
  if (area.top === area.bottom) return false;
  let differs = false;
  for (let column = area.left; column <= area.right; column++) {
    const head = sheet.cells.value(area.top, column);
    if (head !== null && typeof head !== 'string') return false;
    const below = sheet.cells.value(area.top + 1, column);
    const bold = (row: number) => workbook.styles.get(sheet.style(row, column)).font.bold;
    differs ||=
      (below !== null && typeof below !== 'string') || bold(area.top) !== bold(area.top + 1);
  }
  return differs;
}
