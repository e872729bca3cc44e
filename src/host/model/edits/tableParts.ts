import type { ChangeOrigin } from '../events';
import { dataArea, type Table } from '../table';
import type { Workbook } from '../workbook';
import { finishEdit } from './finishEdit';
import { clearFilter } from './filter';
import { assertEditable } from './protectionCheck';
import { rewriteEverywhere } from './rewriteFormulas';
import { structuredToAddress } from './structuredToAddress';
import { makeRoomBelow } from './tables';

/** What a table looks like, apart from its cells. */
export type TableLook = Partial<
  Pick<
    Table,
    | 'style'
    | 'showBandedRows'
    | 'showBandedColumns'
    | 'showFilterButton'
    | 'highlightFirstColumn'
    | 'highlightLastColumn'
  >
>;

export function setTableLook(wb: Workbook, table: Table, look: TableLook): void {
  assertEditable(wb, table.sheet, table.area, 'structure');
  Object.assign(table, look);
  wb.events.emit('appearance', { sheet: table.sheet });
}

/** Opens or takes away the totals row; its first cell says `Total`. */
export function setTotalsShown(
  wb: Workbook,
  table: Table,
  show: boolean,
  origin: ChangeOrigin,
): void {
  if (show === table.showTotals) return;
  const { sheet, area } = table;
  assertEditable(wb, sheet, area, 'structure');
  const row = show ? area.bottom + 1 : area.bottom;
  if (show) makeRoomBelow(wb, sheet, area, 1);
  table.area = { ...area, bottom: show ? row : area.bottom - 1 };
  table.showTotals = show;
  for (let column = area.left; column <= area.right; column++) {
    sheet.cells.setFormula(row, column, undefined);
    sheet.cells.setValue(row, column, show && column === area.left ? 'Total' : null);
  }
  finishTableEdit(wb, table, row, origin);
}

/** Blanks the header row, or writes the columns' names into it again; its cells stay the table's. */
export function setHeadersShown(
  wb: Workbook,
  table: Table,
  show: boolean,
  origin: ChangeOrigin,
): void {
  if (show === table.showHeaders) return;
  const { sheet, area } = table;
  assertEditable(wb, sheet, area, 'structure');
  const row = show ? area.top - 1 : area.top;
  table.area = { ...area, top: show ? row : area.top + 1 };
  table.showHeaders = show;
  table.columns.forEach(({ name }, i) => {
    sheet.cells.setFormula(row, area.left + i, undefined);
    sheet.cells.setValue(row, area.left + i, show ? name : null);
  });
  finishTableEdit(wb, table, row, origin);
}

/** Turns a table into plain cells; structured references to it become addresses. */
export function convertTableToRange(wb: Workbook, table: Table, origin: ChangeOrigin): void {
  const { sheet } = table;
  assertEditable(wb, sheet, table.area, 'structure');
  clearFilter(wb, table);
  const concerns = (text: string): boolean =>
    text.includes('[') || text.toLowerCase().includes(table.name.toLowerCase());
  rewriteEverywhere(wb, concerns, (text, home) =>
    structuredToAddress(text, table, home.sheet, home.row, home.table === table),
  );
  wb.tables.splice(wb.tables.indexOf(table), 1);
  wb.calculator.structureChanged();
  finishEdit(wb, sheet, table.area, origin);
  wb.events.emit('tableDeleted', { table, origin });
  wb.events.emit('appearance', { sheet });
}

function finishTableEdit(wb: Workbook, table: Table, row: number, origin: ChangeOrigin): void {
  const body = dataArea(table) ?? table.area;
  wb.calculator.structureChanged();
  finishEdit(wb, table.sheet, { ...body, top: row, bottom: row }, origin);
  wb.events.emit('appearance', { sheet: table.sheet });
}
