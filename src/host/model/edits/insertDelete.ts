import {
  columnCount,
  intersect,
  isFullColumns,
  isFullRows,
  MAX_COLUMNS,
  MAX_ROWS,
  rowCount,
  type Area,
} from '../address';
import type { Shift } from '../calculator';
import { EditError } from '../editError';
import type { ChangeOrigin, ChangeType } from '../events';
import type { Sheet } from '../sheet';
import type { Workbook } from '../workbook';
import { finishEdit } from './finishEdit';
import { assertEditable, type EditKind } from './protectionCheck';
import { shiftCells } from './shiftCells';
import { keepTableRows } from './tables';

/**
 * Opens blank cells in `area`; what stood there moves down or right. Whole rows and columns move
 * whole rows and columns, whatever `shift` says. New cells look like those above or to the left.
 * @throws EditError NonBlankCellOffSheet, InsertDeleteConflict (part of a table or merge), AccessDenied
 */
export function insertCells(
  wb: Workbook,
  sheet: Sheet,
  area: Area,
  shift: 'Down' | 'Right',
  origin: ChangeOrigin,
): void {
  const move = shiftFor(sheet, area, shift === 'Down' ? 'rows' : 'columns', 1);
  assertEditable(wb, sheet, area, protectedKind(area, 'insert'));
  assertRoom(sheet, move);
  shiftCells(wb, move);
  finishEdit(wb, sheet, area, origin, changeType(area, 'Inserted'));
  wb.events.emit('appearance', { sheet });
}

/**
 * Takes cells away; what stood below or to the right moves into their place.
 * @throws EditError InsertDeleteConflict (part of a table or merge), AccessDenied
 */
export function deleteCells(
  wb: Workbook,
  sheet: Sheet,
  area: Area,
  shift: 'Up' | 'Left',
  origin: ChangeOrigin,
): void {
  const move = shiftFor(sheet, area, shift === 'Up' ? 'rows' : 'columns', -1);
  assertEditable(wb, sheet, area, protectedKind(area, 'delete'));
  shiftCells(wb, move);
  keepTableRows(wb, sheet);
  finishEdit(wb, sheet, area, origin, changeType(area, 'Deleted'));
  wb.events.emit('appearance', { sheet });
}

function shiftFor(sheet: Sheet, area: Area, wanted: Shift['axis'], sign: 1 | -1): Shift {
  const axis = isFullRows(area) ? 'rows' : isFullColumns(area) ? 'columns' : wanted;
  return axis === 'rows'
    ? { sheet, axis, at: area.top, count: sign * rowCount(area), from: area.left, to: area.right }
    : {
        sheet,
        axis,
        at: area.left,
        count: sign * columnCount(area),
        from: area.top,
        to: area.bottom,
      };
}

function protectedKind(area: Area, verb: 'insert' | 'delete'): EditKind {
  if (isFullRows(area)) return `${verb}Rows`;
  return isFullColumns(area) ? `${verb}Columns` : 'structure';
}

function changeType(area: Area, verb: 'Inserted' | 'Deleted'): ChangeType {
  if (isFullRows(area)) return `Row${verb}`;
  return isFullColumns(area) ? `Column${verb}` : `Cell${verb}`;
}

/** Cells at the end of the sheet must not fall off it. */
function assertRoom(sheet: Sheet, { axis, count, from, to }: Shift): void {
  const used = sheet.cells.usedArea(true);
  const falling: Area =
    axis === 'rows'
      ? { top: MAX_ROWS - count, left: from, bottom: MAX_ROWS - 1, right: to }
      : { top: from, left: MAX_COLUMNS - count, bottom: to, right: MAX_COLUMNS - 1 };
  const tail = used && intersect(used, falling);
  if (!tail) return;
  for (let row = tail.top; row <= tail.bottom; row++) {
    for (let column = tail.left; column <= tail.right; column++) {
      const { cells } = sheet;
      if (cells.value(row, column) !== null || cells.formula(row, column)) {
        throw new EditError('NonBlankCellOffSheet');
      }
    }
  }
}
