import { CellError, type CellValue } from '../model/value';
import { toNumber, toText } from './coerce';
import { DIV0, Lambda, Matrix, NUM, VALUE, stretch, type Plain } from './values';

export type Binary = (a: CellValue, b: CellValue) => CellValue;

/** Numbers this close (about 15 digits) count as equal, and their difference as zero. */
const CLOSE = 2 ** -48;

export const nearlyEqual = (a: number, b: number): boolean => {
  if (a === b) return true;
  const d = Math.abs(a - b);
  return d < Math.abs(a) * CLOSE && d < Math.abs(b) * CLOSE;
};

/** @returns a finite number, else #NUM! */
export const finite = (n: number): number | CellError =>
  Number.isFinite(n) ? (n === 0 ? 0 : n) : NUM;

function arithmetic(op: (a: number, b: number) => number | CellError): Binary {
  return (a, b) => {
    const x = typeof a === 'number' ? a : toNumber(a);
    if (typeof x !== 'number') return x;
    const y = typeof b === 'number' ? b : toNumber(b);
    if (typeof y !== 'number') return y;
    return op(x, y);
  };
}

const add = (x: number, y: number): number | CellError =>
  x !== -y && nearlyEqual(x, -y) ? 0 : finite(x + y);

export function power(x: number, y: number): number | CellError {
  if (x === 0 && y === 0) return NUM;
  if (x === 0 && y < 0) return DIV0;
  return finite(x ** y);
}

/** Numbers come before texts, texts before booleans; blank is as the other side's empty value. */
export function compare(a: CellValue, b: CellValue): number {
  if (typeof a === 'number' && typeof b === 'number') {
    return nearlyEqual(a, b) ? 0 : a < b ? -1 : 1;
  }
  if (a === null) return b === null ? 0 : -compareToBlank(b);
  if (b === null) return compareToBlank(a);
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  const ra = rank(a);
  const rb = rank(b);
  return ra === rb ? Number(a) - Number(b) : ra - rb;
}

function compareToBlank(v: CellValue): number {
  if (typeof v === 'number') return v < 0 ? -1 : v > 0 ? 1 : 0;
  if (typeof v === 'string') return v === '' ? 0 : 1;
  return v === true ? 1 : 0;
}

const rank = (v: CellValue): number =>
  typeof v === 'number' ? 0 : typeof v === 'string' ? 1 : typeof v === 'boolean' ? 2 : 3;

const collator = new Intl.Collator('en', { sensitivity: 'accent' });
const ALPHANUMERIC = /^[a-z0-9]*$/;

/** Case does not count. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  const x = a.toLowerCase();
  const y = b.toLowerCase();
  if (x === y) return 0;
  if (ALPHANUMERIC.test(x) && ALPHANUMERIC.test(y)) return x < y ? -1 : 1;
  return collator.compare(x, y) || (x < y ? -1 : 1);
}

function comparison(test: (order: number) => boolean): Binary {
  return (a, b) => {
    if (a instanceof CellError) return a;
    if (b instanceof CellError) return b;
    return test(compare(a, b));
  };
}

export const binary: Readonly<Record<string, Binary>> = {
  '+': arithmetic(add),
  '-': arithmetic((x, y) => add(x, -y)),
  '*': arithmetic((x, y) => finite(x * y)),
  '/': arithmetic((x, y) => (y === 0 ? DIV0 : finite(x / y))),
  '^': arithmetic(power),
  '&': (a, b) => {
    const x = toText(a);
    if (typeof x !== 'string') return x;
    const y = toText(b);
    return typeof y === 'string' ? x + y : y;
  },
  '=': (a, b) => {
    if (a instanceof CellError) return a;
    if (b instanceof CellError) return b;
    return equal(a, b);
  },
  '<>': (a, b) => {
    if (a instanceof CellError) return a;
    if (b instanceof CellError) return b;
    return !equal(a, b);
  },
  '<': comparison((o) => o < 0),
  '<=': comparison((o) => o <= 0),
  '>': comparison((o) => o > 0),
  '>=': comparison((o) => o >= 0),
};

/** Equality without the cost of ordering texts. */
export function equal(a: CellValue, b: CellValue): boolean {
  if (a === b) return true;
  if (typeof a === 'string' && typeof b === 'string') return a.toLowerCase() === b.toLowerCase();
  return compare(a, b) === 0;
}

export const unary: Readonly<Record<string, (a: CellValue) => CellValue>> = {
  '+': (a) => a,
  '-': (a) => {
    const x = toNumber(a);
    return typeof x === 'number' ? (x === 0 ? 0 : -x) : x;
  },
  '%': (a) => {
    const x = toNumber(a);
    return typeof x === 'number' ? x / 100 : x;
  },
};

export function broadcast1(op: (a: CellValue) => CellValue, a: Plain): Plain {
  if (a instanceof Matrix) return new Matrix(a.height, a.width, a.data.map(op));
  return a instanceof Lambda ? VALUE : op(a);
}

/** Applies `op` cell by cell; a single row, column or value stretches to the other side's size. */
export function broadcast2(op: Binary, a: Plain, b: Plain): Plain {
  if (a instanceof Lambda || b instanceof Lambda) return VALUE;
  if (a instanceof Matrix) {
    if (!(b instanceof Matrix))
      return new Matrix(
        a.height,
        a.width,
        a.data.map((x) => op(x, b)),
      );
    return combine(op, a, b);
  }
  if (b instanceof Matrix)
    return new Matrix(
      b.height,
      b.width,
      b.data.map((y) => op(a, y)),
    );
  return op(a, b);
}

function combine(op: Binary, a: Matrix, b: Matrix): Matrix {
  const height = Math.max(a.height, b.height);
  const width = Math.max(a.width, b.width);
  const data = new Array<CellValue>(height * width);
  for (let r = 0, i = 0; r < height; r++) {
    for (let c = 0; c < width; c++, i++) data[i] = op(stretch(a, r, c), stretch(b, r, c));
  }
  return new Matrix(height, width, data);
}
