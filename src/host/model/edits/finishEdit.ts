import { containsArea, type Area } from '../address';
import type { ChangeOrigin, ChangeType, WorkbookEvents } from '../events';
import type { Sheet } from '../sheet';
import type { CellValue } from '../value';
import type { Workbook } from '../workbook';

/** Recalculates what is dirty unless calculation is manual or suspended, and tells of it. */
export function recalculate(wb: Workbook): void {
  if (wb.calculationMode === 'Manual' || wb.calculationSuspended) return;
  for (const sheet of wb.calculator.recalculate()) wb.events.emit('calculated', { sheet });
}

/**
 * Ends an edit of cells: recalculates, then tells of the one change, then of calculated sheets.
 * @param valueBefore - for the edit of one cell: what it held
 */
export function finishEdit(
  wb: Workbook,
  sheet: Sheet,
  area: Area,
  origin: ChangeOrigin,
  changeType: ChangeType = 'RangeEdited',
  valueBefore?: CellValue,
): void {
  wb.calculator.cellsChanged(sheet, area);
  const automatic = wb.calculationMode !== 'Manual' && !wb.calculationSuspended;
  const calculated = automatic ? wb.calculator.recalculate() : new Set<Sheet>();
  if (!automatic && !wb.calculationSuspended) evaluateNew(wb, sheet, area);
  const event: WorkbookEvents['changed'] = { sheet, area, changeType, origin };
  if (valueBefore !== undefined) {
    const valueAfter = sheet.cells.value(area.top, area.left);
    event.details = { valueBefore, valueAfter };
  }
  wb.events.emit('changed', event);
  for (const each of calculated) wb.events.emit('calculated', { sheet: each });
}

/** In manual calculation a formula is still calculated once, when it is entered. */
function evaluateNew(wb: Workbook, sheet: Sheet, area: Area): void {
  const { cells } = sheet;
  for (let c = area.left; c <= Math.min(area.right, cells.columns.length - 1); c++) {
    const formulas = cells.columns[c]?.formulas ?? [];
    for (let r = area.top; r <= Math.min(area.bottom, formulas.length - 1); r++) {
      const formula = formulas[r];
      if (!formula || cells.value(r, c) !== null) continue;
      cells.setValue(r, c, wb.calculator.evaluate(formula.text(r, c), sheet, r, c));
    }
  }
}

/** @returns the value of the area's one cell, or undefined when it has more than one. */
export const singleValue = (sheet: Sheet, area: Area): CellValue | undefined =>
  area.top === area.bottom && area.left === area.right
    ? sheet.cells.value(area.top, area.left)
    : undefined;

/** @returns whether the cell lies under a merge without being its top-left cell. */
export const isCovered = (merges: readonly Area[], row: number, column: number): boolean =>
  merges.some(
    (m) =>
      containsArea(m, { top: row, left: column, bottom: row, right: column }) &&
      (m.top !== row || m.left !== column),
  );
