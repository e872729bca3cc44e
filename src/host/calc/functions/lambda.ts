import { CellError, type CellValue } from '../../model/value';
import { fn, type Library } from '../library';
import {
  CALC,
  Lambda,
  Matrix,
  VALUE,
  deref,
  stretch,
  toMatrix,
  toScalar,
  type Value,
} from '../values';

/** @returns one value of a LAMBDA's result, #CALC! where it is an array */
function one(v: Value): CellValue {
  const p = deref(v);
  return p instanceof Matrix && p.data.length > 1 ? CALC : toScalar(p);
}

function map(...args: Value[]): Value {
  const f = args.at(-1);
  if (!(f instanceof Lambda)) return VALUE;
  const matrices = args.slice(0, -1).map(toMatrix);
  if (matrices.length === 0) return VALUE;
  const height = Math.max(...matrices.map((m) => m.height));
  const width = Math.max(...matrices.map((m) => m.width));
  const data: CellValue[] = [];
  for (let r = 0; r < height; r++) {
    for (let c = 0; c < width; c++) data.push(one(f.call(matrices.map((m) => stretch(m, r, c)))));
  }
  return new Matrix(height, width, data);
}

function byRow(source: Value, f: Value): Value {
  if (!(f instanceof Lambda)) return VALUE;
  const m = toMatrix(source);
  return Matrix.column(m.rows().map((row) => one(f.call([new Matrix(1, row.length, row)]))));
}

function byColumn(source: Value, f: Value): Value {
  if (!(f instanceof Lambda)) return VALUE;
  const rows = toMatrix(source).transpose().rows();
  return new Matrix(
    1,
    rows.length,
    rows.map((list) => one(f.call([Matrix.column(list)]))),
  );
}

function fold(start: Value, source: Value, f: Value, each?: (v: Value) => void): Value {
  if (!(f instanceof Lambda)) return VALUE;
  let state: Value = start;
  for (const v of toMatrix(source).data) {
    state = f.call([state, v]);
    each?.(state);
  }
  return state;
}

export const lambdas: Library = {
  MAP: fn('x+', map, { array: true, arrayContext: true }),
  BYROW: fn('ax', byRow, { array: true, arrayContext: true }),
  BYCOL: fn('ax', byColumn, { array: true, arrayContext: true }),
  REDUCE: fn('xax', (start: Value, source: Value, f: Value) => fold(start, source, f), {
    array: true,
    arrayContext: true,
  }),
  SCAN: fn(
    'xax',
    (start: Value, source: Value, f: Value) => {
      const { height, width } = toMatrix(source);
      const data: CellValue[] = [];
      const end = fold(start, source, f, (v) => data.push(one(v)));
      return end instanceof CellError && data.length === 0 ? end : new Matrix(height, width, data);
    },
    { array: true, arrayContext: true },
  ),
  MAKEARRAY: fn(
    'nnx',
    (rows: number, columns: number, f: Value) => {
      if (!(f instanceof Lambda) || rows < 1 || columns < 1) return VALUE;
      const data: CellValue[] = [];
      for (let r = 1; r <= rows; r++) {
        for (let c = 1; c <= columns; c++) data.push(one(f.call([r, c])));
      }
      return new Matrix(Math.trunc(rows), Math.trunc(columns), data);
    },
    { array: true, arrayContext: true },
  ),
};
