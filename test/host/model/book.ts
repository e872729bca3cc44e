import { parseArea, type Area } from '../../../src/host/model/address';
import { createWorkbook } from '../../../src/host/model/createWorkbook';
import { setValues, type CellInput } from '../../../src/host/model/edits';
import type { WorkbookEvents } from '../../../src/host/model/events';
import type { Sheet } from '../../../src/host/model/sheet';
import { CellError, type CellValue } from '../../../src/host/model/value';
import type { Workbook } from '../../../src/host/model/workbook';

export const at = (address: string): Area => parseArea(address)!;

/** A new workbook whose first sheet holds `rows` from A1 on; `=…` are formulas. */
export function bookOf(rows: readonly (readonly CellInput[])[]): { wb: Workbook; sheet: Sheet } {
  const wb = createWorkbook();
  wb.clock = () => new Date(2025, 5, 1);
  const sheet = wb.activeSheet;
  put(wb, sheet, 'A1', rows);
  return { wb, sheet };
}

/** Enters rows from a cell on, as the add-in does. */
export function put(
  wb: Workbook,
  sheet: Sheet,
  cell: string,
  rows: readonly (readonly CellInput[])[],
): void {
  if (rows.length === 0) return;
  const { top, left } = at(cell);
  const bottom = top + rows.length - 1;
  const right = left + rows[0]!.length - 1;
  setValues(wb, sheet, { top, left, bottom, right }, rows, 'addin');
}

/** Values of an area, blank as null, errors as their text. */
export function values(sheet: Sheet, address: string): CellValue[][] {
  return read(address, (row, column) => {
    const value = sheet.cells.value(row, column);
    return value instanceof CellError ? value.code : value;
  });
}

/** Formulas of an area, or values where there is none. */
export function formulas(sheet: Sheet, address: string): CellValue[][] {
  return read(address, (row, column) => {
    const formula = sheet.cells.formula(row, column);
    return formula ? formula.text(row, column) : sheet.cells.value(row, column);
  });
}

function read<T>(address: string, cell: (row: number, column: number) => T): T[][] {
  const { top, left, bottom, right } = at(address);
  const rows: T[][] = [];
  for (let row = top; row <= bottom; row++) {
    const line: T[] = [];
    for (let column = left; column <= right; column++) line.push(cell(row, column));
    rows.push(line);
  }
  return rows;
}

export const numberFormat = (wb: Workbook, sheet: Sheet, cell: string): string => {
  const { top, left } = at(cell);
  return wb.styles.get(sheet.style(top, left)).numberFormat;
};

/** Collects the changes a workbook tells of. */
export function changesOf(wb: Workbook): WorkbookEvents['changed'][] {
  const events: WorkbookEvents['changed'][] = [];
  wb.events.on('changed', (event) => events.push(event));
  return events;
}

/** @returns the code of the EditError that `edit` throws */
export function refusal(edit: () => unknown): string {
  try {
    edit();
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
  return 'done';
}
