import { area, intersect, type Area } from '../model/address';
import type { Sheet } from '../model/sheet';
import { CellError, type CellValue } from '../model/value';
import type { Workbook } from '../model/workbook';
import { spillAnchor } from './dataRegion';

export const SPECIAL_CELLS = ['Blanks', 'Constants', 'Formulas', 'Visible'] as const;
export type SpecialCells = (typeof SPECIAL_CELLS)[number];

/**
 * @param values - which kinds of values count among constants and formulas, by the words in it:
 * `ErrorsNumberText`, `All`
 * @returns the cells of that kind, as areas from left to right
 */
export function specialCells(
  workbook: Workbook,
  sheet: Sheet,
  bounds: Area,
  kind: SpecialCells,
  values: string,
): Area[] {
  if (kind === 'Visible') return visibleCells(sheet, bounds);
  const used = sheet.cells.usedArea(false);
  const within = used && intersect(used, bounds);
  if (!within) return [];
  const { cells } = sheet;
  return areasWhere(within, (row, column) => {
    const value = cells.value(row, column);
    const formula = cells.formula(row, column) !== undefined;
    if (kind === 'Blanks') return value === null && !formula;
    if (kind === 'Formulas') return formula && isOfKind(value, values);
    const typed = value !== null && !formula && !spillAnchor(workbook, sheet, row, column);
    return typed && isOfKind(value, values);
  });
}

function isOfKind(value: CellValue, kinds: string): boolean {
  if (kinds === 'All') return true;
  if (value instanceof CellError) return kinds.includes('Error');
  if (typeof value === 'number') return kinds.includes('Number');
  return kinds.includes(typeof value === 'boolean' ? 'Logical' : 'Text');
}

function visibleCells(sheet: Sheet, { top, left, bottom, right }: Area): Area[] {
  const rows = runs(top, bottom, (row) => !sheet.hiddenRows.has(row));
  const columns = runs(left, right, (column) => !sheet.hiddenColumns.has(column));
  return columns.flatMap(([first, last]) => rows.map(([from, to]) => area(from, first, to, last)));
}

/** Runs of each column; neighbouring columns with the same runs make one area. */
function areasWhere(
  { top, left, bottom, right }: Area,
  test: (row: number, column: number) => boolean,
): Area[] {
  const found: Area[] = [];
  let open: Area[] = [];
  for (let column = left; column <= right; column++) {
    const here = runs(top, bottom, (row) => test(row, column));
    const same =
      here.length === open.length &&
      here.every(([from, to], i) => open[i]!.top === from && open[i]!.bottom === to);
    if (same) {
      open = open.map((each) => ({ ...each, right: column }));
    } else {
      found.push(...open);
      open = here.map(([from, to]) => area(from, column, to, column));
    }
  }
  return [...found, ...open];
}

/** @returns first and last index of every stretch for which `test` holds. */
function runs(first: number, last: number, test: (index: number) => boolean): [number, number][] {
  const found: [number, number][] = [];
  for (let i = first; i <= last; i++) {
    if (!test(i)) continue;
    const current = found.at(-1);
    if (current?.[1] === i - 1) current[1] = i;
    else found.push([i, i]);
  }
  return found;
}
