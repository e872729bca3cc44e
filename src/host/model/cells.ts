import { MAX_ROWS, type Area } from './address';
import type { CellValue } from './value';

/** A formula as a cell holds it; made by the calculator, opaque to everyone else. */
export interface CellFormula {
  /** @returns the formula text with `=`, in A1 notation as seen from that cell. */
  text(row: number, column: number): string;
}

/** One column of a sheet. Entries past an array's end are blank / none / style 0. */
export interface Column {
  readonly values: CellValue[];
  readonly formulas: (CellFormula | undefined)[];
  readonly styles: number[];
}

/** The cells of a sheet, column by column: ledgers are read, summed and painted by column. */
export class Cells {
  readonly columns: (Column | undefined)[] = [];

  column(index: number): Column {
    return (this.columns[index] ??= { values: [], formulas: [], styles: [] });
  }

  value(row: number, column: number): CellValue {
    return this.columns[column]?.values[row] ?? null;
  }

  formula(row: number, column: number): CellFormula | undefined {
    return this.columns[column]?.formulas[row];
  }

  style(row: number, column: number): number {
    return this.columns[column]?.styles[row] ?? 0;
  }

  setValue(row: number, column: number, value: CellValue): void {
    if (value !== null || this.columns[column]) put(this.column(column).values, row, value, null);
  }

  setFormula(row: number, column: number, formula: CellFormula | undefined): void {
    if (formula || this.columns[column]) put(this.column(column).formulas, row, formula, undefined);
  }

  setStyle(row: number, column: number, style: number): void {
    if (style !== 0 || this.columns[column]) put(this.column(column).styles, row, style, 0);
  }

  /**
   * @param valuesOnly - look at values and formulas, not at formats
   * @returns the smallest area that holds every used cell, or null on an empty sheet
   */
  usedArea(valuesOnly: boolean): Area | null {
    let top = Infinity;
    let bottom = -1;
    let left = -1;
    let right = -1;
    for (let c = 0; c < this.columns.length; c++) {
      const column = this.columns[c];
      if (!column) continue;
      const used = (row: number) =>
        (column.values[row] ?? null) !== null ||
        column.formulas[row] !== undefined ||
        (!valuesOnly && (column.styles[row] ?? 0) !== 0);
      let last = columnLength(column);
      while (last > 0 && !used(last - 1)) last--;
      if (last === 0) continue;
      let first = 0;
      while (first < top && !used(first)) first++;
      top = Math.min(top, first);
      bottom = Math.max(bottom, last - 1);
      if (left < 0) left = c;
      right = c;
    }
    return bottom < 0 ? null : { top, left, bottom, right };
  }

  /** Opens `count` blank rows before `row`, in the columns `left`…`right` only. */
  insertRows(row: number, count: number, left: number, right: number): void {
    this.eachColumn(left, right, (column) => {
      openGap(column.values, row, count, null);
      openGap(column.formulas, row, count, undefined);
      openGap(column.styles, row, count, 0);
    });
  }

  /** Takes `count` rows away from `row` on, in the columns `left`…`right` only. */
  deleteRows(row: number, count: number, left: number, right: number): void {
    this.eachColumn(left, right, (column) => {
      column.values.splice(row, count);
      column.formulas.splice(row, count);
      column.styles.splice(row, count);
    });
  }

  /** Opens `count` blank columns before `column`, in the rows `top`…`bottom` only. */
  insertColumns(column: number, count: number, top: number, bottom: number): void {
    if (top === 0 && bottom === MAX_ROWS - 1) {
      if (column < this.columns.length) {
        this.columns.splice(column, 0, ...new Array<undefined>(count).fill(undefined));
      }
      return;
    }
    for (let c = this.columns.length - 1; c >= column; c--) {
      this.copyBlock(c, c + count, top, bottom);
      if (c < column + count) this.blankBlock(c, top, bottom);
    }
  }

  /** Takes `count` columns away from `column` on, in the rows `top`…`bottom` only. */
  deleteColumns(column: number, count: number, top: number, bottom: number): void {
    if (top === 0 && bottom === MAX_ROWS - 1) {
      this.columns.splice(column, count);
      return;
    }
    const width = this.columns.length;
    for (let c = column; c < width; c++) {
      if (c + count < width) this.copyBlock(c + count, c, top, bottom);
      else this.blankBlock(c, top, bottom);
    }
  }

  private copyBlock(from: number, to: number, top: number, bottom: number): void {
    const source = this.columns[from];
    if (!source) {
      this.blankBlock(to, top, bottom);
      return;
    }
    const end = Math.max(
      columnLength(source),
      this.columns[to] ? columnLength(this.columns[to]) : 0,
    );
    for (let r = top; r <= Math.min(bottom, end - 1); r++) {
      this.setValue(r, to, source.values[r] ?? null);
      this.setFormula(r, to, source.formulas[r]);
      this.setStyle(r, to, source.styles[r] ?? 0);
    }
  }

  private blankBlock(index: number, top: number, bottom: number): void {
    const column = this.columns[index];
    if (!column) return;
    for (let r = top; r <= Math.min(bottom, columnLength(column) - 1); r++) {
      this.setValue(r, index, null);
      this.setFormula(r, index, undefined);
      this.setStyle(r, index, 0);
    }
  }

  private eachColumn(left: number, right: number, visit: (column: Column) => void): void {
    for (let c = left; c <= Math.min(right, this.columns.length - 1); c++) {
      const column = this.columns[c];
      if (column) visit(column);
    }
  }
}

const columnLength = (column: Column): number =>
  Math.max(column.values.length, column.formulas.length, column.styles.length);

function openGap<T>(list: T[], at: number, count: number, blank: T): void {
  if (list.length <= at) return;
  const tail = list.splice(at);
  for (let i = 0; i < count; i++) list.push(blank);
  for (const item of tail) list.push(item);
}

/** Sets list[row], filling the way there so that the array stays dense, hence fast. */
function put<T>(list: T[], row: number, value: T, blank: T): void {
  if (row < list.length) {
    list[row] = value;
    return;
  }
  if (value === blank) return;
  while (list.length < row) list.push(blank);
  list.push(value);
}
