import { isFullColumns, isFullRows, MAX_COLUMNS, MAX_ROWS, type Area } from '../address';
import { EditError } from '../editError';
import type { Sheet } from '../sheet';
import type { Style } from '../style';
import type { Workbook } from '../workbook';
import { recalculateSubtotals } from './hiddenRows';
import { assertEditable } from './protectionCheck';

/**
 * Changes the look of every cell of an area; of whole columns also of cells to come.
 * @param change - asked once per distinct style, so it must look at nothing but that style
 */
export function setStyle(
  wb: Workbook,
  sheet: Sheet,
  area: Area,
  change: (style: Style) => Style,
): void {
  assertEditable(wb, sheet, area, 'formatCells');
  const used = sheet.cells.usedArea(false);
  const right = isFullRows(area) ? Math.max(used?.right ?? 0, DEFAULT_COLUMNS) : area.right;
  for (let c = area.left; c <= right; c++) {
    const ofColumn = sheet.columnStyles[c] ?? 0;
    const bottom = isFullColumns(area)
      ? (sheet.cells.columns[c]?.styles.length ?? 0) - 1
      : area.bottom;
    for (let r = area.top; r <= bottom; r++) {
      const style = sheet.cells.style(r, c);
      if (style === 0 && isFullColumns(area)) continue; // follows its column
      sheet.cells.setStyle(r, c, wb.styles.derive(style || ofColumn, change));
    }
    if (isFullColumns(area)) sheet.columnStyles[c] = wb.styles.derive(ofColumn, change);
  }
  wb.events.emit('appearance', { sheet });
}

/** Columns of a whole row that are formatted beyond the used ones: what a screen shows. */
const DEFAULT_COLUMNS = 25;

/** @param width - in characters of the default font; undefined for the default width */
export function setColumnWidth(
  wb: Workbook,
  sheet: Sheet,
  left: number,
  right: number,
  width: number | undefined,
): void {
  assertEditable(wb, sheet, wholeColumns(left, right), 'formatColumns');
  if (width !== undefined && !(width >= 0 && width <= 255)) throw new EditError('InvalidArgument');
  for (let c = left; c <= Math.min(right, MAX_COLUMNS - 1); c++) sheet.columnWidths[c] = width;
  wb.events.emit('appearance', { sheet });
}

/** @param height - in points, 0…409.5; undefined for the default height */
export function setRowHeight(
  wb: Workbook,
  sheet: Sheet,
  top: number,
  bottom: number,
  height: number | undefined,
): void {
  assertEditable(wb, sheet, wholeRows(top, bottom), 'formatRows');
  if (height !== undefined && !(height >= 0 && height <= 409.5)) {
    throw new EditError('InvalidArgument');
  }
  for (let r = top; r <= bottom; r++) {
    if (height === undefined) sheet.rowHeights.delete(r);
    else sheet.rowHeights.set(r, height);
  }
  wb.events.emit('appearance', { sheet });
}

export function setRowsHidden(
  wb: Workbook,
  sheet: Sheet,
  top: number,
  bottom: number,
  hidden: boolean,
): void {
  assertEditable(wb, sheet, wholeRows(top, bottom), 'formatRows');
  setMembers(sheet.hiddenRows, top, bottom, hidden);
  recalculateSubtotals(wb);
  wb.events.emit('appearance', { sheet });
}

export function setColumnsHidden(
  wb: Workbook,
  sheet: Sheet,
  left: number,
  right: number,
  hidden: boolean,
): void {
  assertEditable(wb, sheet, wholeColumns(left, right), 'formatColumns');
  setMembers(sheet.hiddenColumns, left, right, hidden);
  wb.events.emit('appearance', { sheet });
}

function setMembers(set: Set<number>, from: number, to: number, member: boolean): void {
  if (!member && to - from > set.size) {
    for (const each of set) if (each >= from && each <= to) set.delete(each);
    return;
  }
  for (let i = from; i <= to; i++) {
    if (member) set.add(i);
    else set.delete(i);
  }
}

/** Freezes so many rows and columns at the top and left; 0 and 0 unfreezes. */
export function setFrozen(wb: Workbook, sheet: Sheet, rows: number, columns: number): void {
  sheet.frozen = { rows, columns };
  wb.events.emit('appearance', { sheet });
}

const wholeRows = (top: number, bottom: number): Area => ({
  top,
  left: 0,
  bottom,
  right: MAX_COLUMNS - 1,
});

const wholeColumns = (left: number, right: number): Area => ({
  top: 0,
  left,
  bottom: MAX_ROWS - 1,
  right,
});
