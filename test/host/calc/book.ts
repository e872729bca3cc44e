import { cellAddress, parseArea } from '../../../src/host/model/address';
import { createWorkbook } from '../../../src/host/model/createWorkbook';
import type { Sheet } from '../../../src/host/model/sheet';
import type { Table } from '../../../src/host/model/table';
import { CellError, type CellValue } from '../../../src/host/model/value';
import type { Workbook } from '../../../src/host/model/workbook';

/** A cell's value as a test writes it: errors by their code. */
export type Shown = number | string | boolean | null;

export const show = (v: CellValue): Shown => (v instanceof CellError ? v.code : v);

/** A workbook to enter values and formulas in by address, as the edits do, and read them back. */
export class Book {
  readonly wb: Workbook = createWorkbook();

  /** @param cells - values and formulas of the first sheet by address */
  constructor(cells: Readonly<Record<string, CellValue>> = {}) {
    this.enter(cells);
  }

  /** Enters, then recalculates; addresses may name a sheet. */
  enter(cells: Readonly<Record<string, CellValue>>): this {
    for (const [address, value] of Object.entries(cells)) this.put(address, value);
    this.wb.calculator.recalculate();
    return this;
  }

  put(address: string, value: CellValue): void {
    const { sheet, row, column } = this.locate(address);
    const isFormula = typeof value === 'string' && value.startsWith('=');
    const { calculator } = this.wb;
    sheet.cells.setFormula(
      row,
      column,
      isFormula ? calculator.compile(value, sheet, row, column) : undefined,
    );
    sheet.cells.setValue(row, column, isFormula ? null : value);
    calculator.cellsChanged(sheet, { top: row, left: column, bottom: row, right: column });
  }

  at(address: string): Shown {
    const { sheet, row, column } = this.locate(address);
    return show(sheet.cells.value(row, column));
  }

  /** Values of an area, row by row. */
  area(text: string): Shown[][] {
    const a = parseArea(text)!;
    const rows: Shown[][] = [];
    for (let r = a.top; r <= a.bottom; r++) {
      const row: Shown[] = [];
      for (let c = a.left; c <= a.right; c++) row.push(this.at(cellAddress(r, c)));
      rows.push(row);
    }
    return rows;
  }

  text(address: string): string | undefined {
    const { sheet, row, column } = this.locate(address);
    return sheet.cells.formula(row, column)?.text(row, column);
  }

  /** Value of a formula standing in Z50 of the first sheet, without entering it. */
  eval(formula: string): Shown {
    return show(this.wb.calculator.evaluate(formula, this.wb.sheets[0]!, 49, 25));
  }

  name(name: string, formula: string, scope: Sheet | null = null): this {
    this.wb.names.push({ name, scope, formula, visible: true, comment: '' });
    this.wb.calculator.structureChanged();
    return this;
  }

  sheet(name: string): Sheet {
    return this.wb.sheet(name) ?? this.wb.addSheet(name, 'user');
  }

  /** A table over cells that are filled already, headers in its first row. */
  table(name: string, address: string, sheet = this.wb.sheets[0]!, totals = false): Table {
    const area = parseArea(address)!;
    const columns = [];
    for (let c = area.left; c <= area.right; c++) {
      columns.push({
        id: c - area.left + 1,
        name: String(sheet.cells.value(area.top, c)),
        calculatedFormula: null,
      });
    }
    const table: Table = {
      id: this.wb.newTableId(),
      name,
      sheet,
      area,
      columns,
      showHeaders: true,
      showTotals: totals,
      style: '',
      showBandedRows: true,
      showBandedColumns: false,
      showFilterButton: true,
      highlightFirstColumn: false,
      highlightLastColumn: false,
      filters: new Map(),
      part: null,
    };
    this.wb.tables.push(table);
    this.wb.calculator.structureChanged();
    return table;
  }

  private locate(address: string): { sheet: Sheet; row: number; column: number } {
    const [sheetName, cell] = address.includes('!') ? address.split('!') : [null, address];
    const sheet = sheetName ? this.sheet(sheetName) : this.wb.sheets[0]!;
    const { top, left } = parseArea(cell)!;
    return { sheet, row: top, column: left };
  }
}
