import { area as areaOf, cellCount, intersect, type Area } from '../address';
import { EditError } from '../editError';
import type { ChangeOrigin } from '../events';
import type { Sheet } from '../sheet';
import type { Workbook } from '../workbook';
import { finishEdit } from './finishEdit';
import { assertEditable } from './protectionCheck';

/**
 * Merges an area into one cell, or each of its rows into one; all but the top-left value is lost.
 * @throws EditError InvalidOperation when the area meets a table
 */
export function mergeArea(
  wb: Workbook,
  sheet: Sheet,
  area: Area,
  across: boolean,
  origin: ChangeOrigin,
): void {
  assertEditable(wb, sheet, area, 'structure');
  if (wb.tables.some((t) => t.sheet === sheet && intersect(t.area, area))) {
    throw new EditError('InvalidOperation', 'Cells of a table cannot be merged.');
  }
  const parts: Area[] = [];
  if (across) {
    for (let row = area.top; row <= area.bottom; row++) {
      parts.push(areaOf(row, area.left, row, area.right));
    }
  } else {
    parts.push(area);
  }
  sheet.merges = sheet.merges.filter((m) => !intersect(m, area));
  for (const part of parts) {
    if (cellCount(part) === 1) continue;
    sheet.merges.push(part);
    keepTopLeft(sheet, part);
  }
  finishEdit(wb, sheet, area, origin);
  wb.events.emit('appearance', { sheet });
}

/** Splits every merged cell that touches the area. */
export function unmergeArea(wb: Workbook, sheet: Sheet, area: Area): void {
  assertEditable(wb, sheet, area, 'structure');
  sheet.merges = sheet.merges.filter((m) => !intersect(m, area));
  wb.events.emit('appearance', { sheet });
}

function keepTopLeft({ cells }: Sheet, merge: Area): void {
  const style = cells.style(merge.top, merge.left);
  const used = cells.usedArea(true);
  for (let column = merge.left; column <= merge.right; column++) {
    for (let row = merge.top; row <= Math.min(merge.bottom, used?.bottom ?? 0); row++) {
      if (row === merge.top && column === merge.left) continue;
      cells.setValue(row, column, null);
      cells.setFormula(row, column, undefined);
      cells.setStyle(row, column, style);
    }
  }
}
