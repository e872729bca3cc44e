import { area as areaOf, type Area } from '../address';
import { EditError } from '../editError';
import type { ChangeOrigin } from '../events';
import type { Sheet } from '../sheet';
import { dataArea, type Table } from '../table';
import type { Workbook } from '../workbook';
import { finishEdit } from './finishEdit';
import { assertEditable } from './protectionCheck';
import { CellWriter, compileFormula, type CellInput } from './setCells';
import { shiftCells } from './shiftCells';
import { insertColumns } from './shiftTables';
import { makeRoomBelow } from './tables';
import { syncHeaders } from './tableHeaders';

/**
 * Adds rows to a table; what stands below it moves down.
 * @param index - zero-based data row to add before; null adds at the end
 * @param rows - one entry per table column each; undefined cells take the column's formula, if it has one
 * @returns the new rows
 * @throws EditError InvalidArgument
 */
export function addTableRows(
  wb: Workbook,
  table: Table,
  index: number | null,
  rows: readonly (readonly CellInput[])[],
  origin: ChangeOrigin,
): Area {
  const { sheet } = table;
  const data = dataArea(table);
  const top = data?.top ?? table.area.top + 1;
  const size = data ? data.bottom - data.top + 1 : 0;
  // the one blank row of a table without data is filled first
  const filled = index === null && data && size === 1 && isBlank(sheet, data) ? 1 : 0;
  const at = top + (index ?? size) - filled;
  if (at < top || at > top + size || rows.some((r) => r.length !== table.columns.length)) {
    throw new EditError('InvalidArgument');
  }
  assertEditable(wb, sheet, table.area, 'structure');
  const added = areaOf(at, table.area.left, at + rows.length - 1, table.area.right);
  const opened = { ...added, top: at + filled };
  const count = rows.length - filled;
  if (opened.top <= table.area.bottom) {
    const { left, right } = table.area;
    if (count > 0)
      shiftCells(wb, { sheet, axis: 'rows', at: opened.top, count, from: left, to: right });
  } else if (count > 0) {
    makeRoomBelow(wb, sheet, table.area, count);
    table.area = { ...table.area, bottom: table.area.bottom + count };
    if (size > 0) copyStylesFromAbove(table, opened);
  }
  wb.calculator.structureChanged();
  fillCalculatedColumns(wb, table, added);
  new CellWriter(wb, sheet).write(added, rows);
  finishEdit(wb, sheet, added, origin, 'RowInserted');
  wb.events.emit('appearance', { sheet });
  return added;
}

const isBlank = ({ cells }: Sheet, { top, bottom, left, right }: Area): boolean => {
  for (let c = left; c <= right; c++) {
    for (let r = top; r <= bottom; r++) {
      if (cells.value(r, c) !== null || cells.formula(r, c)) return false;
    }
  }
  return true;
};

function copyStylesFromAbove({ sheet: { cells } }: Table, added: Area): void {
  for (let c = added.left; c <= added.right; c++) {
    const style = cells.style(added.top - 1, c);
    for (let r = added.top; r <= added.bottom; r++) cells.setStyle(r, c, style);
  }
}

/** Rows new in a table get the formulas of its calculated columns. */
export function fillCalculatedColumns(wb: Workbook, table: Table, rows: Area): void {
  const { cells } = table.sheet;
  const first = dataArea(table)?.top ?? rows.top;
  table.columns.forEach(({ calculatedFormula }, i) => {
    if (calculatedFormula === null) return;
    const column = table.area.left + i;
    const formula = compileFormula(wb, table.sheet, first, column, calculatedFormula);
    for (let r = rows.top; r <= rows.bottom; r++) {
      cells.setFormula(r, column, formula);
      cells.setValue(r, column, null);
    }
  });
}

/**
 * Takes data rows out of a table; what stands below it moves up. Of the last one a blank row stays.
 * @param index - zero-based first data row
 * @throws EditError InvalidArgument
 */
export function deleteTableRows(
  wb: Workbook,
  table: Table,
  index: number,
  count: number,
  origin: ChangeOrigin,
): void {
  const { sheet } = table;
  const data = dataArea(table);
  if (!data || index < 0 || count < 1 || data.top + index + count - 1 > data.bottom) {
    throw new EditError('InvalidArgument');
  }
  assertEditable(wb, sheet, table.area, 'structure');
  const rows = areaOf(data.top + index, data.left, data.top + index + count - 1, data.right);
  const all = rows.top === data.top && rows.bottom === data.bottom;
  const { left: from, right: to } = table.area;
  const at = all ? rows.top + 1 : rows.top;
  const gone = rows.bottom - at + 1;
  if (gone > 0) shiftCells(wb, { sheet, axis: 'rows', at, count: -gone, from, to });
  if (all) {
    for (let c = from; c <= to; c++) {
      sheet.cells.setValue(rows.top, c, null);
      sheet.cells.setFormula(rows.top, c, undefined);
    }
  }
  finishEdit(wb, sheet, rows, origin, 'RowDeleted');
  wb.events.emit('appearance', { sheet });
}

/**
 * Adds columns to a table; what stands to its right moves on.
 * @param index - zero-based column to add before; null adds at the end
 * @param rows - header, data and totals row of the new columns; undefined adds blank columns with
 * default names
 * @returns the new columns, header and totals included
 * @throws EditError InvalidArgument
 */
export function addTableColumns(
  wb: Workbook,
  table: Table,
  index: number | null,
  count: number,
  rows: readonly (readonly CellInput[])[] | undefined,
  origin: ChangeOrigin,
): Area {
  const { sheet } = table;
  const offset = index ?? table.columns.length;
  const height = table.area.bottom - table.area.top + 1;
  const misshapen = rows && (rows.length !== height || rows.some((r) => r.length !== count));
  if (offset < 0 || offset > table.columns.length || misshapen) {
    throw new EditError('InvalidArgument');
  }
  assertEditable(wb, sheet, table.area, 'structure');
  const { top, bottom, left, right } = table.area;
  const at = left + offset;
  const added = areaOf(top, at, bottom, at + count - 1);
  shiftCells(wb, { sheet, axis: 'columns', at, count, from: top, to: bottom });
  // A shift right before the first or behind the last column leaves the table as wide as it was.
  if (offset === 0 || offset === right - left + 1) {
    table.area = { ...table.area, left, right: right + count };
    insertColumns(table, offset, count);
    wb.calculator.structureChanged();
  }
  if (rows) new CellWriter(wb, sheet).write(added, rows);
  for (let c = 0; c < count && table.showHeaders; c++) {
    const header = sheet.cells.value(top, at + c);
    if (header === null) sheet.cells.setValue(top, at + c, table.columns[offset + c]!.name);
  }
  syncHeaders(wb, sheet, added);
  finishEdit(wb, sheet, added, origin, 'ColumnInserted');
  wb.events.emit('appearance', { sheet });
  return added;
}

/**
 * Takes columns out of a table; what stands to its right moves up to it.
 * @throws EditError InvalidArgument also for all columns at once
 */
export function deleteTableColumns(
  wb: Workbook,
  table: Table,
  index: number,
  count: number,
  origin: ChangeOrigin,
): void {
  const { sheet } = table;
  const size = table.columns.length;
  if (index < 0 || count < 1 || index + count > size || count === size) {
    throw new EditError('InvalidArgument');
  }
  assertEditable(wb, sheet, table.area, 'structure');
  const { top, bottom, left } = table.area;
  const gone = areaOf(top, left + index, bottom, left + index + count - 1);
  shiftCells(wb, { sheet, axis: 'columns', at: gone.left, count: -count, from: top, to: bottom });
  finishEdit(wb, sheet, gone, origin, 'ColumnDeleted');
  wb.events.emit('appearance', { sheet });
}
