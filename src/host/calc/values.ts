import { MAX_COLUMNS, MAX_ROWS, type Area } from '../model/address';
import { CellError, type CellValue, type ErrorCode } from '../model/value';
import type { Grid } from './grid';

/** A rectangle of values, row after row. */
export class Matrix {
  constructor(
    readonly height: number,
    readonly width: number,
    readonly data: readonly CellValue[],
  ) {}

  static of(rows: readonly (readonly CellValue[])[]): Matrix {
    return new Matrix(rows.length, rows[0]?.length ?? 0, rows.flat());
  }

  static column(values: readonly CellValue[]): Matrix {
    return new Matrix(values.length, 1, values);
  }

  at(row: number, column: number): CellValue {
    return this.data[row * this.width + column] ?? null;
  }

  row(index: number): CellValue[] {
    return this.data.slice(index * this.width, (index + 1) * this.width);
  }

  rows(): CellValue[][] {
    return Array.from({ length: this.height }, (_, r) => this.row(r));
  }

  transpose(): Matrix {
    const data: CellValue[] = [];
    for (let c = 0; c < this.width; c++) {
      for (let r = 0; r < this.height; r++) data.push(this.at(r, c));
    }
    return new Matrix(this.width, this.height, data);
  }
}

/** A reference to one rectangle of cells; bounds as in Area. */
export class Ref implements Area {
  constructor(
    readonly grid: Grid,
    readonly top: number,
    readonly left: number,
    readonly bottom: number,
    readonly right: number,
  ) {}

  get height(): number {
    return this.bottom - this.top + 1;
  }

  get width(): number {
    return this.right - this.left + 1;
  }

  get isCell(): boolean {
    return this.top === this.bottom && this.left === this.right;
  }

  /** Values; whole columns and rows end with the used part of the sheet. */
  matrix(): Matrix {
    const { grid, top, left } = this;
    const bottom =
      this.bottom === MAX_ROWS - 1
        ? Math.max(top, Math.min(this.bottom, grid.lastRow()))
        : this.bottom;
    const right =
      this.right === MAX_COLUMNS - 1
        ? Math.max(left, Math.min(this.right, grid.lastColumn()))
        : this.right;
    grid.settle(top, left, bottom, right);
    const width = right - left + 1;
    const data = new Array<CellValue>(width * (bottom - top + 1)).fill(null);
    for (let c = left; c <= right; c++) {
      const values = grid.cells.columns[c]?.values;
      if (!values) continue;
      const end = Math.min(bottom, values.length - 1);
      for (let r = top, i = c - left; r <= end; r++, i += width) data[i] = values[r] ?? null;
    }
    return new Matrix(bottom - top + 1, width, data);
  }
}

/** Several references: `(A1:B2,D4)`. */
export class Union {
  constructor(readonly parts: readonly Ref[]) {}
}

/** A LAMBDA as a value. */
export class Lambda {
  constructor(
    readonly arity: number,
    readonly call: (args: readonly Value[]) => Value,
  ) {}
}

/** Whatever an expression can yield; `null` is blank or an argument left out. */
export type Value = CellValue | Matrix | Ref | Union | Lambda;

/** Value without references. */
export type Plain = CellValue | Matrix | Lambda;

const known = new Map<ErrorCode, CellError>();

/** @returns the one error value of that code. */
export function error(code: ErrorCode): CellError {
  let e = known.get(code);
  if (!e) known.set(code, (e = new CellError(code)));
  return e;
}

export const NULL = error('#NULL!');
export const DIV0 = error('#DIV/0!');
export const VALUE = error('#VALUE!');
export const REF = error('#REF!');
export const NAME = error('#NAME?');
export const NUM = error('#NUM!');
export const NA = error('#N/A');
export const SPILL = error('#SPILL!');
export const CALC = error('#CALC!');
export const BUSY = error('#BUSY!');

/** @returns the value with references read: a cell's value or a matrix. */
export function deref(v: Value): Plain {
  if (v instanceof Ref) return v.isCell ? v.grid.value(v.top, v.left) : v.matrix();
  if (v instanceof Union) return VALUE;
  return v;
}

/** @returns the value as a matrix; a scalar is 1 × 1. */
export function toMatrix(v: Value): Matrix {
  if (v instanceof Matrix) return v;
  if (v instanceof Ref) return v.matrix();
  const p = deref(v);
  return p instanceof Matrix ? p : new Matrix(1, 1, [p instanceof Lambda ? CALC : p]);
}

/** @returns the value as one cell's value: the top-left one of a matrix. */
export function toScalar(v: Value): CellValue {
  const p = deref(v);
  if (p instanceof Matrix) return p.at(0, 0);
  return p instanceof Lambda ? CALC : p;
}

/** Width or height where a 1 × n, n × 1 or scalar operand stretches to fit. */
export function stretch(m: Matrix, row: number, column: number): CellValue {
  const r = m.height === 1 ? 0 : row;
  const c = m.width === 1 ? 0 : column;
  return r < m.height && c < m.width ? (m.data[r * m.width + c] ?? null) : NA;
}

/** Calls `visit` for the value itself or for every value of a matrix, reference or union. */
export function each(v: Value, visit: (value: CellValue) => void): void {
  if (v instanceof Ref) {
    if (v.isCell) visit(v.grid.value(v.top, v.left));
    else eachOfRef(v, visit);
  } else if (v instanceof Matrix) {
    for (const x of v.data) visit(x);
  } else if (v instanceof Union) {
    for (const part of v.parts) each(part, visit);
  } else {
    visit(v instanceof Lambda ? CALC : v);
  }
}

/** Column by column; cells past the end of a column's values are blank and not visited. */
function eachOfRef(ref: Ref, visit: (value: CellValue) => void): void {
  const { grid, top, left, bottom, right } = ref;
  grid.settle(top, left, bottom, right);
  const columns = grid.cells.columns;
  for (let c = left; c <= Math.min(right, columns.length - 1); c++) {
    const values = columns[c]?.values;
    if (!values) continue;
    const end = Math.min(bottom, values.length - 1);
    for (let r = top; r <= end; r++) visit(values[r] ?? null);
  }
}
