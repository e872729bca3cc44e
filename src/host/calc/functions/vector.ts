import { CellError, type CellValue } from '../../model/value';
import { compare } from '../operators';
import { Matrix, Ref, toMatrix, type Value } from '../values';
import { columnIndex, keyOf } from './columnIndex';
import { hasWildcard, unescapeWildcards, wildcardTest } from './wildcard';

/** A row or column of values to search in. */
export interface Vector {
  readonly length: number;
  at(i: number): CellValue;
  /** First (or last) place of an equal value, -1 for none; null when it has no index. */
  indexed(wanted: CellValue, last: boolean): number | null;
}

/** @returns null when the value has several rows and columns */
export function vectorOf(value: Value): Vector | null {
  if (value instanceof Ref && value.width === 1 && value.height > 1) return columnVector(value);
  const m = toMatrix(value);
  if (m.width !== 1 && m.height !== 1) return null;
  return { length: m.data.length, at: (i) => m.data[i] ?? null, indexed: () => null };
}

/** The first column, or row, of a table. */
export function edgeOf(table: Value, axis: 'column' | 'row'): Vector {
  if (table instanceof Ref && axis === 'column') {
    return columnVector(new Ref(table.grid, table.top, table.left, table.bottom, table.left));
  }
  if (table instanceof Ref) {
    const row = new Ref(table.grid, table.top, table.left, table.top, table.right).matrix();
    return { length: row.data.length, at: (i) => row.data[i] ?? null, indexed: () => null };
  }
  const m = toMatrix(table);
  return {
    length: axis === 'column' ? m.height : m.width,
    at: (i) => (axis === 'column' ? m.at(i, 0) : m.at(0, i)),
    indexed: () => null,
  };
}

function columnVector({ grid, top, left, bottom }: Ref): Vector {
  grid.settle(top, left, bottom, left);
  const values = grid.cells.columns[left]?.values ?? [];
  return {
    length: Math.max(0, Math.min(bottom, Math.max(values.length - 1, top)) - top + 1),
    at: (i) => values[top + i] ?? null,
    indexed(wanted, last) {
      if (wanted === null || wanted instanceof CellError) return null;
      const rows = columnIndex(grid, left, top, bottom).rows.get(keyOf(wanted));
      return rows ? (last ? rows.at(-1)! : rows[0]!) - top : -1;
    },
  };
}

const sameType = (a: CellValue, b: CellValue): boolean => typeof a === typeof b && a !== null;

/**
 * @param wildcards - `*` and `?` in a wanted text stand for anything
 * @returns the place of the first equal value, the last one with `last`; -1 for none
 */
export function findExact(
  vector: Vector,
  wanted: CellValue,
  wildcards: boolean,
  last = false,
): number {
  const pattern = wildcards && typeof wanted === 'string' && /[*?~]/.test(wanted);
  let test: (v: CellValue) => boolean;
  if (pattern && hasWildcard(wanted)) {
    const fits = wildcardTest(wanted);
    test = (v) => typeof v === 'string' && fits(v);
  } else {
    const plain = pattern ? unescapeWildcards(wanted) : wanted;
    const place = vector.indexed(plain, last);
    if (place !== null) return place;
    test = (v) => (v === null ? plain === null : sameType(v, plain) && compare(v, plain) === 0);
  }
  if (last) {
    for (let i = vector.length - 1; i >= 0; i--) if (test(vector.at(i))) return i;
  } else {
    for (let i = 0; i < vector.length; i++) if (test(vector.at(i))) return i;
  }
  return -1;
}

/**
 * Binary search in sorted values, those of another type passed over.
 * @param descending - sorted so
 * @returns the last place whose value comes not after the wanted one; -1 when all do
 */
export function findSorted(vector: Vector, wanted: CellValue, descending = false): number {
  let low = 0;
  let high = vector.length - 1;
  let found = -1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    let probe = middle;
    while (probe <= high && !sameType(vector.at(probe), wanted)) probe++;
    if (probe > high) {
      high = middle - 1;
      continue;
    }
    const order = compare(vector.at(probe), wanted) * (descending ? -1 : 1);
    if (order <= 0) {
      found = probe;
      low = probe + 1;
    } else high = middle - 1;
  }
  return found;
}

/**
 * @param direction - -1 for the next smaller value, 1 for the next larger
 * @returns the place of an equal value or else of the nearest on that side; -1 for none
 */
export function findNearest(
  vector: Vector,
  wanted: CellValue,
  direction: -1 | 1,
  last: boolean,
): number {
  let best = -1;
  const n = vector.length;
  for (let k = 0; k < n; k++) {
    const i = last ? n - 1 - k : k;
    const v = vector.at(i);
    if (!sameType(v, wanted)) continue;
    const order = compare(v, wanted);
    if (order === 0) return i;
    if (Math.sign(order) !== direction) continue;
    if (best < 0 || Math.sign(compare(v, vector.at(best))) === -direction) best = i;
  }
  return best;
}

/** Row or column `i` of what a lookup returns from. */
export function sliceOf(value: Value, i: number, byRow: boolean): Value {
  if (value instanceof Ref) {
    return byRow
      ? new Ref(value.grid, value.top + i, value.left, value.top + i, value.right)
      : new Ref(value.grid, value.top, value.left + i, value.bottom, value.left + i);
  }
  const m = toMatrix(value);
  if (byRow) return new Matrix(1, m.width, m.row(i));
  return Matrix.column(Array.from({ length: m.height }, (_, r) => m.at(r, i)));
}
