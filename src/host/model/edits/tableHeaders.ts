import { formatValue } from '../../format/formatValue';
import { intersect, type Area } from '../address';
import type { Sheet } from '../sheet';
import type { Table } from '../table';
import type { Workbook } from '../workbook';
import { renameEverywhere } from './rewriteFormulas';

/** @returns `wanted`, or with the smallest number behind it that makes it unlike all of `taken`. */
export function uniqueName(wanted: string, taken: readonly string[]): string {
  const lower = new Set(taken.map((name) => name.toLowerCase()));
  if (!lower.has(wanted.toLowerCase())) return wanted;
  let n = 2;
  while (lower.has(`${wanted}${n}`.toLowerCase())) n++;
  return `${wanted}${n}`;
}

/** @returns the first free default name of a column, `Column1` … */
export function defaultColumnName(taken: readonly string[]): string {
  const lower = new Set(taken.map((name) => name.toLowerCase()));
  let n = 1;
  while (lower.has(`column${n}`)) n++;
  return `Column${n}`;
}

/** After header cells inside `area` were written: columns take their names, made text and unique. */
export function syncHeaders(wb: Workbook, sheet: Sheet, area: Area): void {
  for (const table of wb.tables) {
    if (table.sheet !== sheet || !table.showHeaders) continue;
    const headers = { ...table.area, bottom: table.area.top };
    const hit = intersect(headers, area);
    if (!hit) continue;
    for (let c = hit.left; c <= hit.right; c++) nameColumnByCell(wb, table, c - table.area.left);
  }
}

function nameColumnByCell(wb: Workbook, table: Table, offset: number): void {
  const column = table.columns[offset]!;
  const row = table.area.top;
  const at = table.area.left + offset;
  const others = table.columns.filter((c) => c !== column).map((c) => c.name);
  const entered = headerText(wb, table.sheet, row, at);
  const name = entered === '' ? defaultColumnName(others) : uniqueName(entered, others);
  table.sheet.cells.setFormula(row, at, undefined);
  table.sheet.cells.setValue(row, at, name);
  if (name === column.name) return;
  const from = column.name;
  column.name = name;
  renameEverywhere(wb, { kind: 'column', table: table.name, from, to: name });
}

/** @returns the text a header cell shows, which is what the column is called; '' when it is blank */
export function headerText(wb: Workbook, sheet: Sheet, row: number, column: number): string {
  const { numberFormat } = wb.styles.get(sheet.style(row, column));
  return formatValue(sheet.cells.value(row, column), numberFormat, wb.date1904).text;
}
