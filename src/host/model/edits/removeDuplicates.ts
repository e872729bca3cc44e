import { intersect, type Area } from '../address';
import type { ChangeOrigin } from '../events';
import type { Sheet } from '../sheet';
import { CellError, type CellValue } from '../value';
import type { Workbook } from '../workbook';
import { finishEdit } from './finishEdit';
import { assertEditable } from './protectionCheck';

/**
 * Takes out rows that repeat an earlier one; the rows below move up within the area.
 * @param columns - offsets of the columns that are compared; text without regard to case
 * @returns how many rows went, and how many of the used ones are left
 */
export function removeDuplicates(
  wb: Workbook,
  sheet: Sheet,
  area: Area,
  columns: readonly number[],
  hasHeaders: boolean,
  origin: ChangeOrigin,
): { removed: number; remaining: number } {
  assertEditable(wb, sheet, area, 'contents');
  const used = sheet.cells.usedArea(true);
  const body = used && intersect(used, { ...area, top: area.top + (hasHeaders ? 1 : 0) });
  if (!body) return { removed: 0, remaining: 0 };
  const { cells } = sheet;
  const seen = new Set<string>();
  let next = body.top;
  for (let row = body.top; row <= body.bottom; row++) {
    const key = JSON.stringify(columns.map((c) => keyOf(cells.value(row, area.left + c))));
    if (seen.has(key)) continue;
    seen.add(key);
    if (next < row) moveRow(sheet, area, row, next);
    next++;
  }
  for (let row = next; row <= body.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      cells.setFormula(row, column, undefined);
      cells.setValue(row, column, null);
    }
  }
  finishEdit(wb, sheet, area, origin);
  return { removed: body.bottom - next + 1, remaining: seen.size };
}

function moveRow({ cells }: Sheet, { left, right }: Area, from: number, to: number): void {
  for (let column = left; column <= right; column++) {
    cells.setValue(to, column, cells.value(from, column));
    cells.setFormula(to, column, cells.formula(from, column));
  }
}

const keyOf = (value: CellValue): unknown =>
  value instanceof CellError
    ? { error: value.code }
    : typeof value === 'string'
      ? value.toLowerCase()
      : value;
