import { CellError, type CellValue } from '../../model/value';
import { fn, type Library } from '../library';
import { Matrix, NA, REF, Ref, Union, VALUE, toMatrix, toScalar, type Value } from '../values';
import { edgeOf, findExact, findNearest, findSorted, sliceOf, vectorOf } from './vector';

const heightOf = (v: Value): number => (v instanceof Ref ? v.height : toMatrix(v).height);
const widthOf = (v: Value): number => (v instanceof Ref ? v.width : toMatrix(v).width);

function cellOf(table: Value, row: number, column: number): CellValue {
  if (table instanceof Ref) return table.grid.value(table.top + row, table.left + column);
  return toMatrix(table).at(row, column);
}

const tableLookup =
  (axis: 'column' | 'row') =>
  (wanted: CellValue, table: Value, index: number, near = true): CellValue => {
    const i = Math.trunc(index) - 1;
    if (i < 0) return VALUE;
    if (i >= (axis === 'column' ? widthOf(table) : heightOf(table))) return REF;
    const edge = edgeOf(table, axis);
    const key = wanted ?? 0;
    const place = near ? findSorted(edge, key) : findExact(edge, key, true);
    if (place < 0) return NA;
    const v = axis === 'column' ? cellOf(table, place, i) : cellOf(table, i, place);
    return v ?? 0;
  };

function match(wanted: CellValue, list: Value, type = 1): CellValue {
  const vector = vectorOf(list);
  if (!vector) return NA;
  const key = wanted ?? 0;
  const place = type === 0 ? findExact(vector, key, true) : findSorted(vector, key, type < 0);
  if (place < 0) return NA;
  // With -1 an equal value that comes first wins over later ones.
  return place + 1;
}

/** @returns the place, -1 for none, or #VALUE! for modes there are not */
function search(wanted: CellValue, list: Value, mode = 0, order = 1): number | CellError {
  const vector = vectorOf(list);
  if (!vector || ![0, -1, 1, 2].includes(mode) || ![1, -1, 2, -2].includes(order)) return VALUE;
  const last = order === -1;
  if (mode === 2) return findExact(vector, wanted, true, last);
  if (mode === 0) return findExact(vector, wanted, false, last);
  return findNearest(vector, wanted, mode === -1 ? -1 : 1, last);
}

function xlookup(
  wanted: CellValue,
  list: Value,
  results: Value,
  instead?: Value,
  mode?: number,
  order?: number,
): Value {
  const place = search(wanted, list, mode ?? 0, order ?? 1);
  if (typeof place !== 'number') return place;
  if (place < 0) return instead ?? NA;
  const byRow = widthOf(list) === 1 && (heightOf(list) > 1 || heightOf(results) === 1);
  if (byRow ? heightOf(results) !== heightOf(list) : widthOf(results) !== widthOf(list)) {
    return VALUE;
  }
  return sliceOf(results, place, byRow);
}

function lookup(wanted: CellValue, list: Value, results: Value = null): CellValue {
  const table = results === null;
  const wide = widthOf(list) > heightOf(list);
  const vector = edgeOf(list, wide ? 'row' : 'column');
  const place = findSorted(vector, wanted ?? 0);
  if (place < 0) return NA;
  if (!table) {
    const out = vectorOf(results);
    return out ? (out.at(place) ?? 0) : NA;
  }
  if (widthOf(list) === 1 || heightOf(list) === 1) return vector.at(place) ?? 0;
  const v = wide ? cellOf(list, heightOf(list) - 1, place) : cellOf(list, place, widthOf(list) - 1);
  return v ?? 0;
}

function index(source: Value, row: number, column?: number, area = 1): Value {
  const from = source instanceof Union ? source.parts[Math.trunc(area) - 1] : source;
  if (from === undefined) return REF;
  const height = heightOf(from);
  const width = widthOf(from);
  let r = Math.trunc(row);
  let c = column === undefined ? (height === 1 || width > 1 ? 0 : 1) : Math.trunc(column);
  if (column === undefined && height === 1 && width > 1) [r, c] = [1, r];
  if (r < 0 || c < 0) return VALUE;
  if (r > height || c > width) return REF;
  if (from instanceof Ref) {
    const top = r === 0 ? from.top : from.top + r - 1;
    const left = c === 0 ? from.left : from.left + c - 1;
    const bottom = r === 0 ? from.bottom : top;
    return new Ref(from.grid, top, left, bottom, c === 0 ? from.right : left);
  }
  const m = toMatrix(from);
  if (r > 0 && c > 0) return m.at(r - 1, c - 1);
  if (r > 0) return new Matrix(1, m.width, m.row(r - 1));
  return c > 0 ? sliceOf(m, c - 1, false) : m;
}

export const lookups: Library = {
  VLOOKUP: fn('vanb?', tableLookup('column')),
  HLOOKUP: fn('vanb?', tableLookup('row')),
  MATCH: fn('van?', match),
  XMATCH: fn('van?n?', (wanted: CellValue, list: Value, mode?: number, order?: number) => {
    const place = search(wanted, list, mode, order);
    return typeof place !== 'number' ? place : place < 0 ? NA : place + 1;
  }),
  XLOOKUP: fn('vaax?n?n?', xlookup, { array: true }),
  LOOKUP: fn('vaa?', lookup, { arrayContext: true }),
  INDEX: fn(
    'xnn?n?',
    (source: Value, row: number, column?: number, area?: number) =>
      source instanceof CellError ? source : index(source, row, column, area),
    { array: true, arrayContext: true },
  ),
  ROWS: fn('a', (v: Value) => heightOf(v)),
  COLUMNS: fn('a', (v: Value) => widthOf(v)),
  AREAS: fn('a', (v: Value) => (v instanceof Union ? v.parts.length : 1)),
  TRANSPOSE: fn('a', (v: Value) => toMatrix(v).transpose(), { array: true, arrayContext: true }),
  CHOOSE: fn(
    'nx+',
    (i: number, ...options: Value[]) =>
      options[Math.trunc(i) - 1] ?? (i < 1 || i >= options.length + 1 ? VALUE : null),
    {
      array: true,
    },
  ),
  HYPERLINK: fn('ve?', (address: CellValue, label?: CellValue) =>
    toScalar(label === undefined ? address : label),
  ),
};
