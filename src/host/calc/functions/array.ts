import { CellError, type CellValue } from '../../model/value';
import { toBoolean, toNumber } from '../coerce';
import { fn, type Builtin, type Library } from '../library';
import { compare } from '../operators';
import { CALC, Matrix, NA, VALUE, toMatrix, toScalar, type Value } from '../values';

const array = (signature: string, f: (...args: never[]) => Value): Builtin =>
  fn(signature, f, { array: true, arrayContext: true });

const fromRows = (rows: readonly CellValue[][]): Value =>
  rows.length === 0 || rows[0]!.length === 0 ? CALC : Matrix.of(rows);

const flip = (rows: readonly CellValue[][]): CellValue[][] => Matrix.of(rows).transpose().rows();

function filter(source: Value, include: Value, instead?: Value): Value {
  const m = toMatrix(source);
  const flags = toMatrix(include);
  const byRow = flags.width === 1 && flags.height === m.height;
  if (!byRow && !(flags.height === 1 && flags.width === m.width)) return VALUE;
  const keep: boolean[] = [];
  for (const v of flags.data) {
    const b = toBoolean(v);
    if (typeof b !== 'boolean') return b;
    keep.push(b);
  }
  if (!keep.includes(true)) return instead ?? CALC;
  return byRow
    ? fromRows(m.rows().filter((_, i) => keep[i]))
    : fromRows(m.rows().map((row) => row.filter((_, i) => keep[i])));
}

/** Blanks come last whichever way is sorted, as in the sheet. */
function byValue(a: CellValue, b: CellValue, order: number): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  if (a instanceof CellError || b instanceof CellError) {
    return order * (Number(a instanceof CellError) - Number(b instanceof CellError));
  }
  return order * compare(a, b);
}

function listOf(v: Value | undefined, missing: number): number[] | CellError {
  if (v === undefined || v === null) return [missing];
  const out: number[] = [];
  for (const x of toMatrix(v).data) {
    const n = toNumber(x);
    if (typeof n !== 'number') return n;
    out.push(Math.trunc(n));
  }
  return out;
}

function sort(source: Value, keys?: Value, orders?: Value, byColumn = false): Value {
  const m = toMatrix(source);
  const rows = byColumn ? m.transpose().rows() : m.rows();
  const columns = listOf(keys, 1);
  const signs = listOf(orders, 1);
  if (!Array.isArray(columns)) return columns;
  if (!Array.isArray(signs)) return signs;
  const width = rows[0]?.length ?? 0;
  if (columns.some((c) => c < 1 || c > width)) return VALUE;
  if (signs.some((s) => Math.abs(s) !== 1)) return VALUE;
  rows.sort((a, b) => {
    for (const [i, c] of columns.entries()) {
      const order = byValue(a[c - 1]!, b[c - 1]!, signs[i] ?? signs[0]!);
      if (order !== 0) return order;
    }
    return 0;
  });
  return fromRows(byColumn ? flip(rows) : rows);
}

function sortBy(source: Value, ...rest: Value[]): Value {
  const m = toMatrix(source);
  const keys: { values: readonly CellValue[]; order: number; byRow: boolean }[] = [];
  for (let i = 0; i < rest.length; i += 2) {
    const by = toMatrix(rest[i]!);
    const order = rest[i + 1] === undefined ? 1 : toNumber(toScalar(rest[i + 1]!));
    if (typeof order !== 'number') return order;
    const byRow = by.width === 1 && by.height === m.height;
    if (!byRow && !(by.height === 1 && by.width === m.width)) return VALUE;
    keys.push({ values: by.data, order: order === 0 ? 1 : order, byRow });
  }
  const rows = keys[0]?.byRow === false ? m.transpose().rows() : m.rows();
  const places = rows.map((_, i) => i);
  places.sort((a, b) => {
    for (const { values, order } of keys) {
      const by = byValue(values[a]!, values[b]!, Math.sign(order));
      if (by !== 0) return by;
    }
    return a - b;
  });
  const sorted = places.map((i) => rows[i]!);
  return fromRows(keys[0]?.byRow === false ? flip(sorted) : sorted);
}

const rowKey = (row: readonly CellValue[]): string =>
  JSON.stringify(
    row.map((v) =>
      typeof v === 'string' ? v.toLowerCase() : v instanceof CellError ? [v.code] : v,
    ),
  );

function unique(source: Value, byColumn = false, once = false): Value {
  const m = toMatrix(source);
  const rows = byColumn ? m.transpose().rows() : m.rows();
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(rowKey(row), (counts.get(rowKey(row)) ?? 0) + 1);
  const seen = new Set<string>();
  const kept = rows.filter((row) => {
    const key = rowKey(row);
    if (seen.has(key) || (once && counts.get(key) !== 1)) return false;
    seen.add(key);
    return true;
  });
  if (kept.length === 0) return CALC;
  return fromRows(byColumn ? flip(kept) : kept);
}

function sequence(rows: number, columns = 1, start = 1, step = 1): Value {
  const height = Math.trunc(rows);
  const width = Math.trunc(columns);
  if (height < 1 || width < 1) return height < 0 || width < 0 ? VALUE : CALC;
  const data = Array.from({ length: height * width }, (_, i) => start + i * step);
  return new Matrix(height, width, data);
}

/** @param n - from the start, from the end when negative; undefined or null for all */
function span(size: number, n: Value | undefined, drop: boolean): [number, number] | CellError {
  if (n === undefined || n === null) return [0, size];
  const given = toNumber(toScalar(n));
  if (typeof given !== 'number') return given;
  const k = Math.trunc(given);
  const count = Math.min(size, Math.abs(k));
  if (drop) return k >= 0 ? [count, size] : [0, size - count];
  return k >= 0 ? [0, count] : [size - count, size];
}

const part =
  (drop: boolean) =>
  (source: Value, rows?: Value, columns?: Value): Value => {
    const m = toMatrix(source);
    const r = span(m.height, rows, drop);
    const c = span(m.width, columns, drop);
    if (!Array.isArray(r)) return r;
    if (!Array.isArray(c)) return c;
    return fromRows(
      m
        .rows()
        .slice(...r)
        .map((row) => row.slice(...c)),
    );
  };

function stack(...args: Value[]): Value {
  const matrices = args.map(toMatrix);
  const width = Math.max(...matrices.map((m) => m.width));
  return fromRows(
    matrices.flatMap((m) =>
      m.rows().map((row) => [...row, ...new Array<CellValue>(width - m.width).fill(NA)]),
    ),
  );
}

const choose =
  (byRow: boolean) =>
  (source: Value, ...which: Value[]): Value => {
    const m = toMatrix(source);
    const rows = byRow ? m.rows() : m.transpose().rows();
    const out: CellValue[][] = [];
    for (const v of which) {
      const list = listOf(v, 0);
      if (!Array.isArray(list)) return list;
      for (const k of list) {
        const row = rows[k > 0 ? k - 1 : rows.length + k];
        if (!row || k === 0) return VALUE;
        out.push(row);
      }
    }
    return fromRows(byRow ? out : flip(out));
  };

const flatten =
  (toColumn: boolean) =>
  (source: Value, ignore = 0, byColumn = false): Value => {
    const m = toMatrix(source);
    const all = byColumn ? m.transpose().data : m.data;
    const kept = all.filter(
      (v) => !((ignore & 1) !== 0 && v === null) && !((ignore & 2) !== 0 && v instanceof CellError),
    );
    if (kept.length === 0) return CALC;
    return toColumn ? Matrix.column(kept) : new Matrix(1, kept.length, kept);
  };

function expand(source: Value, rows?: Value, columns?: Value, pad: Value = NA): Value {
  const m = toMatrix(source);
  const height = rows === undefined || rows === null ? m.height : toNumber(toScalar(rows));
  const width = columns === undefined || columns === null ? m.width : toNumber(toScalar(columns));
  if (typeof height !== 'number') return height;
  if (typeof width !== 'number') return width;
  if (height < m.height || width < m.width) return VALUE;
  const filler = toScalar(pad);
  const data: CellValue[] = [];
  for (let r = 0; r < height; r++) {
    for (let c = 0; c < width; c++) {
      data.push(r < m.height && c < m.width ? m.at(r, c) : filler);
    }
  }
  return new Matrix(height, width, data);
}

function frequency(source: Value, bins: Value): Value {
  const values = toMatrix(source).data.filter((v): v is number => typeof v === 'number');
  const limits = toMatrix(bins).data.filter((v): v is number => typeof v === 'number');
  const order = limits.map((_, i) => i).sort((a, b) => limits[a]! - limits[b]!);
  const counts = new Array<number>(limits.length + 1).fill(0);
  for (const v of values) {
    const place = order.find((i) => v <= limits[i]!);
    counts[place ?? limits.length]!++;
  }
  return Matrix.column(counts);
}

function wrap(byRow: boolean) {
  return (source: Value, count: number, pad: Value = NA): Value => {
    const m = toMatrix(source);
    const n = Math.trunc(count);
    if ((m.height > 1 && m.width > 1) || n < 1) return VALUE;
    const rows: CellValue[][] = [];
    for (let i = 0; i < m.data.length; i += n) rows.push(m.data.slice(i, i + n));
    while (rows.at(-1)!.length < n) rows.at(-1)!.push(toScalar(pad));
    return fromRows(byRow ? rows : flip(rows));
  };
}

function split(
  text: string,
  columnMark?: Value,
  rowMark?: Value,
  skip = false,
  fold = 0,
  pad: Value = NA,
): Value {
  const cut = (t: string, marks: Value | undefined): string[] => {
    if (marks === undefined || marks === null) return [t];
    const list = toMatrix(marks)
      .data.map(String)
      .filter((m) => m !== '');
    const source = list.map((m) => m.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|');
    const pieces = t.split(new RegExp(source, fold === 1 ? 'i' : ''));
    return skip ? pieces.filter((p) => p !== '') : pieces;
  };
  const rows: CellValue[][] = cut(text, rowMark).map((line) => cut(line, columnMark));
  const width = Math.max(...rows.map((r) => r.length));
  for (const row of rows) while (row.length < width) row.push(toScalar(pad));
  return fromRows(rows);
}

export const arrays: Library = {
  FILTER: array('aax?', filter),
  SORT: array('ax?x?b?', sort),
  SORTBY: array('ax+', sortBy),
  UNIQUE: array('ab?b?', unique),
  SEQUENCE: array('nn?n?n?', sequence),
  RANDARRAY: fn(
    'n?n?n?n?b?',
    (rows = 1, columns = 1, low = 0, high = 1, whole = false) => {
      const next = () =>
        whole
          ? Math.ceil(low) + Math.floor(Math.random() * (Math.floor(high) - Math.ceil(low) + 1))
          : low + Math.random() * (high - low);
      return new Matrix(rows, columns, Array.from({ length: rows * columns }, next));
    },
    { array: true, volatile: true },
  ),
  TAKE: array('ax?x?', part(false)),
  DROP: array('ax?x?', part(true)),
  VSTACK: array('x+', stack),
  HSTACK: array('x+', (...args: Value[]) => {
    const tall = stack(...args.map((v) => toMatrix(v).transpose()));
    return tall instanceof Matrix ? tall.transpose() : tall;
  }),
  CHOOSEROWS: array('ax+', choose(true)),
  CHOOSECOLS: array('ax+', choose(false)),
  TOCOL: array('an?b?', flatten(true)),
  TOROW: array('an?b?', flatten(false)),
  WRAPROWS: array('anx?', wrap(true)),
  WRAPCOLS: array('anx?', wrap(false)),
  EXPAND: array('ax?x?x?', expand),
  FREQUENCY: array('aa', frequency),
  TEXTSPLIT: array('sx?x?b?n?x?', split),
};
