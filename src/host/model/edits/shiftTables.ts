import { intersect } from '../address';
import type { Shift } from '../calculator';
import { EditError } from '../editError';
import { inBand, shiftArea, shiftIndex, shiftedGap, shiftedZone } from '../shiftArea';
import { dataArea, type Table } from '../table';
import type { Workbook } from '../workbook';
import { renameEverywhere } from './rewriteFormulas';
import { shiftFilters } from './shiftLayout';
import { defaultColumnName } from './tableHeaders';

/** @throws EditError InsertDeleteConflict when part of a table, or only its header, would move */
export function assertTablesShift(wb: Workbook, shift: Shift): void {
  const zone = shiftedZone(shift);
  for (const table of wb.tables) {
    if (table.sheet !== shift.sheet || !intersect(table.area, zone)) continue;
    if (!inBand(table.area, shift)) throw new EditError('InsertDeleteConflict');
    if (shift.count > 0 || shift.axis === 'columns' || !shiftArea(table.area, shift)) continue;
    const header = { ...table.area, bottom: table.area.top };
    if (table.showHeaders && intersect(header, shiftedGap(shift))) {
      throw new EditError('InsertDeleteConflict');
    }
  }
}

/** Moves, grows and shrinks tables after their cells have moved. */
export function shiftTables(wb: Workbook, shift: Shift): void {
  const zone = shiftedZone(shift);
  for (const table of [...wb.tables]) {
    if (table.sheet !== shift.sheet || !intersect(table.area, zone)) continue;
    const area = shiftArea(table.area, shift);
    if (!area) {
      wb.tables.splice(wb.tables.indexOf(table), 1);
      renameEverywhere(wb, { kind: 'table', from: table.name, to: null });
      wb.events.emit('tableDeleted', { table, origin: 'addin' });
      continue;
    }
    if (shift.axis === 'columns') shiftColumns(wb, table, shift);
    for (const column of table.columns) {
      const formula = column.calculatedFormula;
      if (formula === null) continue;
      const kept = fromRowThatStays(wb, table, formula, shift);
      const moved = wb.calculator.shiftReferences(kept, table.sheet, shift);
      column.calculatedFormula = moved ?? kept;
    }
    table.area = area;
    writeNewHeaders(table);
  }
}

/** A calculated column's formula is as seen from the first data row, which may be deleted. */
function fromRowThatStays(wb: Workbook, table: Table, formula: string, shift: Shift): string {
  const first = dataArea(table)?.top;
  if (first === undefined || shift.axis !== 'rows') return formula;
  if (shiftIndex(first, shift.at, shift.count) !== null) return formula;
  const { left } = table.area;
  const stays = shift.at - shift.count;
  return wb.calculator.compile(formula, table.sheet, first, left).text(stays, left);
}

function shiftColumns(wb: Workbook, table: Table, shift: Shift): void {
  const { at, count } = shift;
  const { left } = table.area;
  const removed = table.columns.filter((_, i) => shiftIndex(left + i, at, count) === null);
  for (const { name } of removed) {
    renameEverywhere(wb, { kind: 'column', table: table.name, from: name, to: null });
  }
  table.filters = shiftFilters(table.filters, left, shift);
  table.columns = table.columns.filter((column) => !removed.includes(column));
  if (count > 0 && at > left) insertColumns(table, at - left, count);
}

/** Adds columns with default names to the table's list; their cells are the caller's. */
export function insertColumns(table: Table, offset: number, count: number): void {
  for (let i = 0; i < count; i++) {
    const id = Math.max(0, ...table.columns.map((c) => c.id)) + 1;
    const name = defaultColumnName(table.columns.map((c) => c.name));
    table.columns.splice(offset + i, 0, { id, name, calculatedFormula: null });
  }
}

/** Header cells say the names of their columns; new ones do not yet. */
export function writeNewHeaders(table: Table): void {
  if (!table.showHeaders) return;
  table.columns.forEach(({ name }, i) => {
    const { top, left } = table.area;
    if (table.sheet.cells.value(top, left + i) === null) {
      table.sheet.cells.setValue(top, left + i, name);
    }
  });
}
