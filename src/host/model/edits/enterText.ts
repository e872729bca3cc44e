import { area as areaOf, containsCell, type Area } from '../address';
import type { CellFormula } from '../cells';
import type { ChangeOrigin } from '../events';
import { parseInput } from '../parseInput';
import type { Sheet } from '../sheet';
import { dataArea, type Table } from '../table';
import type { CellValue } from '../value';
import type { Workbook } from '../workbook';
import { finishEdit, singleValue } from './finishEdit';
import { assertEditable } from './protectionCheck';
import { CellWriter, compileFormula } from './setCells';
import { insertColumns, writeNewHeaders } from './shiftTables';
import { fillCalculatedColumns } from './tableRows';
import { syncHeaders } from './tableHeaders';
import { assertValidEntry } from './validationCheck';

/**
 * Enters what a person typed into a cell: parsed as Excel does, a table below or right beside which
 * it stands grows, and a formula typed into an empty table column fills the column.
 * @throws EditError InvalidArgument for a formula that does not parse, AccessDenied
 */
export function enterText(
  wb: Workbook,
  sheet: Sheet,
  row: number,
  column: number,
  text: string,
  origin: ChangeOrigin,
): void {
  const cell = areaOf(row, column);
  assertEditable(wb, sheet, cell, 'contents');
  const valueBefore = singleValue(sheet, cell);
  assertValidText(wb, sheet, row, column, text);
  const table = text === '' ? undefined : growTable(wb, sheet, row, column);
  new CellWriter(wb, sheet).write(cell, [[typed(wb, sheet, row, column, text)]]);
  syncHeaders(wb, sheet, cell);
  const formula = sheet.cells.formula(row, column);
  const home = table ?? tableAt(wb, sheet, row, column);
  const filled = home && formula ? fillColumn(wb, home, row, column, formula) : cell;
  const single = filled.top === filled.bottom;
  finishEdit(wb, sheet, filled, origin, 'RangeEdited', single ? valueBefore : undefined);
  if (table) wb.events.emit('appearance', { sheet });
}

function formulaValue(
  wb: Workbook,
  sheet: Sheet,
  row: number,
  column: number,
  text: string,
): CellValue {
  compileFormula(wb, sheet, row, column, text);
  return wb.calculator.evaluate(text, sheet, row, column);
}

function assertValidText(
  wb: Workbook,
  sheet: Sheet,
  row: number,
  column: number,
  text: string,
): void {
  if (sheet.dataValidations.length === 0 || text === '') return;
  const input = typed(wb, sheet, row, column, text);
  let value: CellValue = input;
  if (typeof input === 'string') {
    const { numberFormat } = wb.styles.get(sheet.style(row, column));
    if (input.startsWith("'")) value = input.slice(1);
    else if (numberFormat === '@') value = input;
    else if (input.startsWith('=')) value = formulaValue(wb, sheet, row, column, input);
    else value = parseInput(input, { date1904: wb.date1904, today: wb.clock() }).value;
  }
  assertValidEntry(wb, sheet, row, column, value);
}

/** What a person means beyond what the API reads: `+A1` and `-A1` are formulas, 5 in a % cell is 5%. */
function typed(
  wb: Workbook,
  sheet: Sheet,
  row: number,
  column: number,
  text: string,
): string | number {
  const { numberFormat } = wb.styles.get(sheet.style(row, column));
  if (numberFormat === '@' || text === '') return text;
  const { value, format } = parseInput(text, { date1904: wb.date1904, today: wb.clock() });
  if (typeof value === 'number' && format === undefined && numberFormat.includes('%')) {
    return value / 100;
  }
  return typeof value === 'string' && /^[+-]./.test(value) ? `=${value}` : text;
}

const tableAt = (wb: Workbook, sheet: Sheet, row: number, column: number): Table | undefined =>
  wb.tables.find((t) => t.sheet === sheet && containsCell(t.area, row, column));

/** @returns the table that took the cell in, being right below its last row or beside its last column */
function growTable(wb: Workbook, sheet: Sheet, row: number, column: number): Table | undefined {
  if (tableAt(wb, sheet, row, column)) return undefined;
  const blank = (a: Area): boolean => {
    for (let r = a.top; r <= a.bottom; r++) {
      for (let c = a.left; c <= a.right; c++) {
        if (sheet.cells.value(r, c) !== null || sheet.cells.formula(r, c)) return false;
      }
    }
    return true;
  };
  for (const table of wb.tables) {
    const { area } = table;
    if (table.sheet !== sheet) continue;
    const below = areaOf(area.bottom + 1, area.left, area.bottom + 1, area.right);
    const beside = areaOf(area.top, area.right + 1, area.bottom, area.right + 1);
    if (containsCell(below, row, column) && !table.showTotals && blank(below)) {
      table.area = { ...area, bottom: row };
      for (let c = area.left; c <= area.right; c++) {
        sheet.cells.setStyle(row, c, sheet.cells.style(row, c) || sheet.cells.style(row - 1, c));
      }
      wb.calculator.structureChanged();
      fillCalculatedColumns(wb, table, below);
      wb.calculator.cellsChanged(sheet, below);
      return table;
    }
    if (containsCell(beside, row, column) && blank(beside)) {
      table.area = { ...area, right: column };
      insertColumns(table, table.columns.length, 1);
      writeNewHeaders(table);
      wb.calculator.structureChanged();
      wb.calculator.cellsChanged(sheet, { ...beside, bottom: beside.top });
      return table;
    }
  }
  return undefined;
}

/** @returns the cells that now hold the formula: the column of the table, if nothing else is in it. */
function fillColumn(
  wb: Workbook,
  table: Table,
  row: number,
  column: number,
  formula: CellFormula,
): Area {
  const cell = areaOf(row, column);
  const data = dataArea(table);
  const { cells } = table.sheet;
  const definition = table.columns[column - table.area.left]!;
  if (!data || !containsCell(data, row, column)) return cell;
  const old = definition.calculatedFormula;
  for (let r = data.top; r <= data.bottom; r++) {
    if (r === row) continue;
    const other = cells.formula(r, column);
    const follows = old !== null && other?.text(data.top, column) === old;
    if (!follows && (other !== undefined || cells.value(r, column) !== null)) return cell;
  }
  definition.calculatedFormula = formula.text(data.top, column);
  for (let r = data.top; r <= data.bottom; r++) {
    cells.setFormula(r, column, formula);
    if (r !== row) cells.setValue(r, column, null);
    cells.setStyle(r, column, cells.style(r, column) || cells.style(row, column));
  }
  return { ...data, left: column, right: column };
}
