import { MAX_COLUMNS, MAX_ROWS } from '../address';
import type { Shift } from '../calculator';
import type { Corner } from '../chart';
import type { Sheet } from '../sheet';
import { inBand, shiftArea, shiftIndex } from '../shiftArea';
import type { ColumnFilter } from '../table';

/** Moves row heights, column widths, hidden rows and columns, the freeze and the sheet's filter. */
export function shiftLayout(shift: Shift): void {
  const { sheet, axis, at, count, from, to } = shift;
  if (axis === 'rows' && from === 0 && to === MAX_COLUMNS - 1) {
    const above = sheet.rowHeights.get(at - 1);
    shiftKeys(sheet.rowHeights, shift);
    if (above !== undefined) for (let i = 0; i < count; i++) sheet.rowHeights.set(at + i, above);
    shiftMembers(sheet.hiddenRows, shift);
    sheet.frozen.rows = shiftEdge(sheet.frozen.rows, shift);
    for (const corner of corners(sheet)) {
      const row = shiftIndex(corner.row, at, count);
      if (row === null) corner.y = 0;
      corner.row = row ?? at;
    }
  }
  if (axis === 'columns' && from === 0 && to === MAX_ROWS - 1) {
    shiftList(sheet.columnWidths, shift);
    shiftList(sheet.columnStyles, shift);
    shiftMembers(sheet.hiddenColumns, shift);
    sheet.frozen.columns = shiftEdge(sheet.frozen.columns, shift);
    for (const corner of corners(sheet)) {
      const column = shiftIndex(corner.column, at, count);
      if (column === null) corner.x = 0;
      corner.column = column ?? at;
    }
  }
  const filter = sheet.autoFilter;
  if (!filter || !inBand(filter.area, shift)) return;
  const area = shiftArea(filter.area, shift);
  if (!area) {
    sheet.autoFilter = null;
    return;
  }
  if (axis === 'columns') filter.filters = shiftFilters(filter.filters, filter.area.left, shift);
  filter.area = area;
}

const corners = ({ charts }: Sheet): Corner[] => charts.flatMap(({ from, to }) => [from, to]);

/** Moves filter criteria, which are kept by column offset, with their columns. */
export function shiftFilters(
  filters: Map<number, ColumnFilter>,
  left: number,
  { at, count }: Shift,
): Map<number, ColumnFilter> {
  const moved = new Map<number, ColumnFilter>();
  const newLeft = shiftIndex(left, at, count) ?? at;
  for (const [offset, filter] of filters) {
    const column = shiftIndex(left + offset, at, count);
    if (column !== null) moved.set(column - newLeft, filter);
  }
  return moved;
}

/** Frozen rows grow and shrink with rows inserted and deleted among them. */
function shiftEdge(frozen: number, { at, count }: Shift): number {
  if (at >= frozen) return frozen;
  return count > 0 ? frozen + count : Math.max(at, frozen + count);
}

function shiftKeys<T>(map: Map<number, T>, { at, count }: Shift): void {
  const entries = [...map];
  map.clear();
  for (const [key, value] of entries) {
    const moved = shiftIndex(key, at, count);
    if (moved !== null) map.set(moved, value);
  }
}

function shiftMembers(set: Set<number>, { at, count }: Shift): void {
  const members = [...set];
  set.clear();
  for (const each of members) {
    const moved = shiftIndex(each, at, count);
    if (moved !== null) set.add(moved);
  }
}

/** New columns are as wide and look as the one to their left. */
function shiftList(list: (number | undefined)[], { at, count }: Shift): void {
  if (count < 0) {
    list.splice(at, -count);
    return;
  }
  const left = list[at - 1];
  if (list.length < at) list.length = at;
  list.splice(at, 0, ...new Array<number | undefined>(count).fill(left));
}
