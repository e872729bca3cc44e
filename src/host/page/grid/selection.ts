import { containsCell, MAX_COLUMNS, MAX_ROWS, type Area } from '../../model/address';
import type { Sheet } from '../../model/sheet';
import type { VisibleCells } from './visibleCells';

export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** A selected area; `active` takes the typing, `focus` is the corner that Shift moves. */
export interface Selection {
  readonly area: Area;
  readonly active: Cell;
  readonly focus: Cell;
}

export const selectCell = (row: number, column: number): Selection => ({
  area: { top: row, left: column, bottom: row, right: column },
  active: { row, column },
  focus: { row, column },
});

/** @returns a selection of `area` with its top-left cell active. */
export const selectArea = (area: Area): Selection => ({
  area,
  active: { row: area.top, column: area.left },
  focus: { row: area.bottom, column: area.right },
});

/** @returns the selection from the active cell to `focus`, grown over merged areas it touches. */
export function extendTo(selection: Selection, focus: Cell, merges: readonly Area[]): Selection {
  const { active } = selection;
  let area: Area = {
    top: Math.min(active.row, focus.row),
    left: Math.min(active.column, focus.column),
    bottom: Math.max(active.row, focus.row),
    right: Math.max(active.column, focus.column),
  };
  for (let grown = true; grown;) {
    grown = false;
    for (const m of merges) {
      const apart =
        m.bottom < area.top || m.top > area.bottom || m.right < area.left || m.left > area.right;
      const inside =
        m.top >= area.top &&
        m.bottom <= area.bottom &&
        m.left >= area.left &&
        m.right <= area.right;
      if (apart || inside) continue;
      area = {
        top: Math.min(area.top, m.top),
        left: Math.min(area.left, m.left),
        bottom: Math.max(area.bottom, m.bottom),
        right: Math.max(area.right, m.right),
      };
      grown = true;
    }
  }
  return { area, active, focus };
}

/** A key that moves: by cells, to the edge of the data, or to a corner. */
export interface Movement {
  readonly rows: -1 | 0 | 1;
  readonly columns: -1 | 0 | 1;
  /** `edge` is Ctrl+Arrow, `page` Page Up and Down, `start` Home. */
  readonly reach: 'cell' | 'edge' | 'page' | 'start';
}

const blank = (sheet: Sheet, { row, column }: Cell): boolean =>
  sheet.cells.value(row, column) === null;

/** @returns the cell that a movement from `from` ends on; hidden rows and columns are stepped over. */
export function destination(
  sheet: Sheet,
  visible: VisibleCells,
  from: Cell,
  movement: Movement,
  pageRows: number,
): Cell {
  if (movement.reach === 'start') return { row: from.row, column: visible.columns.index(0) };
  const one = (cell: Cell) => step(sheet, visible, cell, movement.rows, movement.columns);
  if (movement.reach === 'cell') return one(from);
  if (movement.reach === 'page') {
    const position = visible.rows.position(from.row) + movement.rows * pageRows;
    const last = visible.rows.length - 1;
    return { row: visible.rows.index(Math.max(0, Math.min(position, last))), column: from.column };
  }
  let cell = one(from);
  const alongData = !blank(sheet, from) && !blank(sheet, cell);
  for (let next = one(cell); next.row !== cell.row || next.column !== cell.column;) {
    if (alongData ? blank(sheet, next) : !blank(sheet, cell)) break;
    cell = next;
    next = one(cell);
  }
  return cell;
}

/** One shown cell on, out of a merged area as a whole; at the view's end the same cell. */
function step(
  sheet: Sheet,
  visible: VisibleCells,
  from: Cell,
  rows: number,
  columns: number,
): Cell {
  const merge = sheet.merges.find((m) => containsCell(m, from.row, from.column));
  let { row, column } = from;
  if (merge) {
    if (rows > 0) row = merge.bottom;
    if (rows < 0) row = merge.top;
    if (columns > 0) column = merge.right;
    if (columns < 0) column = merge.left;
  }
  const move = (at: number, by: number, axis: VisibleCells['rows'], count: number) => {
    let next = at + by;
    while (by !== 0 && next >= 0 && next < count && !axis.has(next)) {
      if (next > axis.index(axis.length - 1)) break;
      next += by;
    }
    return by === 0 || next < 0 || next >= count ? at : next;
  };
  const to = {
    row: move(row, rows, visible.rows, Math.min(MAX_ROWS, end(visible.rows, row))),
    column: move(
      column,
      columns,
      visible.columns,
      Math.min(MAX_COLUMNS, end(visible.columns, column)),
    ),
  };
  const target = sheet.merges.find((m) => containsCell(m, to.row, to.column));
  return target ? { row: target.top, column: target.left } : to;
}

/** Single steps may leave the view (it grows), jumps stop at its end: one past the last index. */
const end = (axis: VisibleCells['rows'], at: number): number =>
  Math.max(axis.index(axis.length - 1) + 1, at + 1);
