import { area as areaOf, intersect, MAX_ROWS, type Area } from '../address';
import { EditError } from '../editError';
import type { ChangeOrigin } from '../events';
import type { Sheet } from '../sheet';
import { dataArea, type Table } from '../table';
import type { Workbook } from '../workbook';
import { recalculate, finishEdit } from './finishEdit';
import { isValidName } from './names';
import { assertEditable } from './protectionCheck';
import { renameEverywhere } from './rewriteFormulas';
import { shiftCells } from './shiftCells';
import { insertColumns, writeNewHeaders } from './shiftTables';
import { defaultColumnName, headerText, syncHeaders, uniqueName } from './tableHeaders';

/**
 * Makes a table of an area. Without headers a header row opens above, and the data moves down.
 * @param name - the next free `Table1` … when left out
 * @throws EditError InvalidArgument where tables would overlap, MergedRangeConflict, ItemAlreadyExists
 */
export function addTable(
  wb: Workbook,
  sheet: Sheet,
  area: Area,
  hasHeaders: boolean,
  origin: ChangeOrigin,
  name?: string,
): Table {
  assertEditable(wb, sheet, area, 'structure');
  if (name !== undefined) assertTableName(wb, name, null);
  const used = sheet.cells.usedArea(true);
  let whole: Area = {
    ...area,
    bottom: Math.min(area.bottom, Math.max(used?.bottom ?? 0, area.top)),
  };
  assertFree(wb, sheet, whole, null);
  if (!hasHeaders) {
    shiftCells(wb, rowsBelow(sheet, whole, whole.top, 1));
    whole = { ...whole, bottom: whole.bottom + 1 };
  } else if (whole.top === whole.bottom) {
    makeRoomBelow(wb, sheet, whole, 1);
    whole = { ...whole, bottom: whole.bottom + 1 };
  }
  const table = newTable(wb, sheet, whole, name ?? freeTableName(wb));
  wb.tables.push(table);
  if (sheet.autoFilter && intersect(sheet.autoFilter.area, whole)) sheet.autoFilter = null;
  nameColumns(wb, table);
  wb.calculator.structureChanged();
  wb.calculator.cellsChanged(sheet, { ...whole, bottom: whole.top });
  recalculate(wb);
  wb.events.emit('tableAdded', { table, origin });
  wb.events.emit('appearance', { sheet });
  return table;
}

function newTable(wb: Workbook, sheet: Sheet, area: Area, name: string): Table {
  return {
    id: wb.newTableId(),
    name,
    sheet,
    area,
    columns: [],
    showHeaders: true,
    showTotals: false,
    style: 'TableStyleMedium2',
    showBandedRows: true,
    showBandedColumns: false,
    showFilterButton: true,
    highlightFirstColumn: false,
    highlightLastColumn: false,
    filters: new Map(),
    part: null,
  };
}

/** Columns take their names from the header cells, which become text, unique and not blank. */
function nameColumns(wb: Workbook, table: Table): void {
  const { cells } = table.sheet;
  const { top, left, right } = table.area;
  for (let c = left; c <= right; c++) {
    const taken = table.columns.map((column) => column.name);
    const entered = headerText(wb, table.sheet, top, c);
    const name = entered === '' ? defaultColumnName(taken) : uniqueName(entered, taken);
    table.columns.push({ id: table.columns.length + 1, name, calculatedFormula: null });
    cells.setFormula(top, c, undefined);
    cells.setValue(top, c, name);
  }
}

function freeTableName(wb: Workbook): string {
  let n = wb.tables.length + 1;
  while (wb.table(`Table${n}`) || wb.definedName(`Table${n}`, null)) n++;
  return `Table${n}`;
}

function assertTableName(wb: Workbook, name: string, self: Table | null): void {
  if (!isValidName(name)) throw new EditError('InvalidArgument');
  const other = wb.table(name);
  if ((other && other !== self) || wb.definedName(name, null)) {
    throw new EditError('ItemAlreadyExists');
  }
}

function assertFree(wb: Workbook, sheet: Sheet, area: Area, self: Table | null): void {
  if (wb.tables.some((t) => t !== self && t.sheet === sheet && intersect(t.area, area))) {
    throw new EditError('InvalidArgument', "A table can't overlap another table.");
  }
  if (sheet.merges.some((m) => intersect(m, area))) throw new EditError('MergedRangeConflict');
}

/** Renames a table and every reference to it. @throws EditError ItemAlreadyExists, InvalidArgument */
export function renameTable(wb: Workbook, table: Table, name: string): void {
  assertTableName(wb, name, table);
  const from = table.name;
  table.name = name;
  renameEverywhere(wb, { kind: 'table', from, to: name });
  recalculate(wb);
  wb.events.emit('appearance', { sheet: table.sheet });
}

/**
 * Gives a table another size; its header row stays in its row and it keeps some of its columns.
 * @throws EditError InvalidArgument
 */
export function resizeTable(wb: Workbook, table: Table, area: Area, origin: ChangeOrigin): void {
  assertEditable(wb, table.sheet, area, 'structure');
  const old = table.area;
  if (area.top !== old.top || area.bottom === area.top || !intersect(area, old)) {
    throw new EditError('InvalidArgument');
  }
  assertFree(wb, table.sheet, area, table);
  for (const { name } of table.columns.filter((_, i) => {
    const column = old.left + i;
    return column < area.left || column > area.right;
  })) {
    renameEverywhere(wb, { kind: 'column', table: table.name, from: name, to: null });
  }
  const kept = table.columns.slice(Math.max(0, area.left - old.left), area.right - old.left + 1);
  const before = Math.max(0, old.left - area.left);
  table.columns = kept;
  table.area = area;
  insertColumns(table, 0, before);
  insertColumns(table, table.columns.length, area.right - area.left + 1 - table.columns.length);
  if (before > 0 || area.left > old.left) table.filters = new Map();
  writeNewHeaders(table);
  syncHeaders(wb, table.sheet, area);
  wb.calculator.structureChanged();
  finishEdit(wb, table.sheet, { ...area, bottom: area.top }, origin);
  wb.events.emit('appearance', { sheet: table.sheet });
}

/** Deletes a table with its cells' contents and looks; references to it become #REF!. */
export function deleteTable(wb: Workbook, table: Table, origin: ChangeOrigin): void {
  assertEditable(wb, table.sheet, table.area, 'structure');
  const { sheet, area } = table;
  for (let c = area.left; c <= area.right; c++) {
    for (let r = area.top; r <= area.bottom; r++) {
      sheet.cells.setValue(r, c, null);
      sheet.cells.setFormula(r, c, undefined);
      sheet.cells.setStyle(r, c, 0);
    }
  }
  unhideRows(table);
  wb.tables.splice(wb.tables.indexOf(table), 1);
  renameEverywhere(wb, { kind: 'table', from: table.name, to: null });
  finishEdit(wb, sheet, area, origin);
  wb.events.emit('tableDeleted', { table, origin });
  wb.events.emit('appearance', { sheet });
}

function unhideRows(table: Table): void {
  if (table.filters.size === 0) return;
  for (let r = table.area.top; r <= table.area.bottom; r++) table.sheet.hiddenRows.delete(r);
}

/** A shift of the cells from `row` on, in the columns of `area`. */
const rowsBelow = (sheet: Sheet, area: Area, row: number, count: number) =>
  ({ sheet, axis: 'rows', at: row, count, from: area.left, to: area.right }) as const;

/** What stands right below an area moves down by so many rows, if anything does. */
export function makeRoomBelow(wb: Workbook, sheet: Sheet, area: Area, count: number): void {
  const below = areaOf(
    area.bottom + 1,
    area.left,
    Math.min(area.bottom + count, MAX_ROWS - 1),
    area.right,
  );
  const used = sheet.cells.usedArea(true);
  const rest = used && intersect(used, { ...below, bottom: MAX_ROWS - 1 });
  if (rest) shiftCells(wb, rowsBelow(sheet, area, area.bottom + 1, count));
}

/** A table that lost all its data rows gets a blank one. */
export function keepTableRows(wb: Workbook, sheet: Sheet): void {
  for (const table of wb.tables) {
    if (table.sheet !== sheet || dataArea(table)) continue;
    const { area } = table;
    if (table.showTotals) {
      shiftCells(wb, rowsBelow(sheet, area, area.bottom, 1));
    } else {
      makeRoomBelow(wb, sheet, area, 1);
      table.area = { ...area, bottom: area.bottom + 1 };
    }
  }
}
