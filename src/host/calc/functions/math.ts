import { CellError, type CellValue } from '../../model/value';
import { fn, numbersOf, type Library } from '../library';
import { finite, power } from '../operators';
import { DIV0, Matrix, NUM, Ref, VALUE, toMatrix, type Value } from '../values';

/** Rounds on the decimal digits the number shows, as Excel does (1.005 → 1.01). */
export function round(x: number, digits: number, mode: (n: number) => number = half): number {
  const d = Math.trunc(digits);
  if (x === 0 || d > 300) return x;
  if (d < -300) return 0;
  const [mantissa, exponent = '0'] = Math.abs(x).toExponential(14).split('e');
  const scaled = mode(Number(`${mantissa}e${Number(exponent) + d}`));
  return Math.sign(x) * Number(`${scaled}e${-d}`);
}

const half = (n: number): number => Math.floor(n + 0.5);

const whole = (x: number, step: number): boolean =>
  Math.abs(x / step - Math.round(x / step)) < 1e-12 * Math.max(1, Math.abs(x / step));

/** Multiples of `step` at or below x; an exact multiple stays, whatever binary fractions make of it. */
const floorTo = (x: number, step: number): number =>
  (whole(x, step) ? Math.round(x / step) : Math.floor(x / step)) * step;
const ceilTo = (x: number, step: number): number => -floorTo(-x, step);

const tidy = (x: number): number => Number(x.toPrecision(15));

function mod(x: number, y: number): number | CellError {
  if (y === 0) return DIV0;
  const r = x - y * Math.floor(x / y);
  return finite(Math.abs(r) < Math.abs(y) * 1e-15 ? 0 : r);
}

/** Calls `visit` with each number that counts; the first error is returned. */
export function eachNumber(args: readonly Value[], visit: (n: number) => void): CellError | null {
  for (const arg of args) {
    if (arg instanceof Ref) {
      const { grid, top, left, bottom, right } = arg;
      grid.settle(top, left, bottom, right);
      const { columns } = grid.cells;
      for (let c = left; c <= Math.min(right, columns.length - 1); c++) {
        const values = columns[c]?.values;
        if (!values) continue;
        const end = Math.min(bottom, values.length - 1);
        for (let r = top; r <= end; r++) {
          const v = values[r];
          if (typeof v === 'number') visit(v);
          else if (v instanceof CellError) return v;
        }
      }
      continue;
    }
    const list = numbersOf([arg]);
    if (!Array.isArray(list)) return list;
    for (const n of list) visit(n);
  }
  return null;
}

function sum(...args: Value[]): CellValue {
  let total = 0;
  return eachNumber(args, (n) => (total += n)) ?? finite(total);
}

function sumProduct(...args: Value[]): CellValue {
  const [first, ...rest] = args.map(toMatrix);
  const { height, width } = first!;
  if (rest.some((m) => m.height !== height || m.width !== width)) return VALUE;
  let total = 0;
  for (let i = 0; i < first!.data.length; i++) {
    let term = 1;
    for (const m of [first!, ...rest]) {
      const v = m.data[i];
      if (v instanceof CellError) return v;
      term *= typeof v === 'number' ? v : 0;
    }
    total += term;
  }
  return finite(total);
}

function product(a: Matrix, b: Matrix): Value {
  if (a.width !== b.height) return VALUE;
  const data: CellValue[] = [];
  for (let r = 0; r < a.height; r++) {
    for (let c = 0; c < b.width; c++) {
      let total = 0;
      for (let k = 0; k < a.width; k++) {
        const [x, y] = [a.at(r, k), b.at(k, c)];
        if (typeof x !== 'number' || typeof y !== 'number') return VALUE;
        total += x * y;
      }
      data.push(total);
    }
  }
  return new Matrix(a.height, b.width, data);
}

const radix = (x: number, base: number, places?: number): CellValue => {
  const text = Math.trunc(x).toString(base).toUpperCase();
  return places === undefined ? text : text.padStart(places, '0');
};

export const math: Library = {
  SUM: fn('x+', sum),
  SUMPRODUCT: fn('a+', sumProduct, { arrayContext: true }),
  SUMSQ: fn('x+', (...args: Value[]) => {
    let total = 0;
    return eachNumber(args, (n) => (total += n * n)) ?? finite(total);
  }),
  PRODUCT: fn('x+', (...args: Value[]) => {
    let total = 1;
    let any = false as boolean;
    const failed = eachNumber(args, (n) => {
      total *= n;
      any = true;
    });
    return failed ?? (any ? finite(total) : 0);
  }),
  MMULT: fn('aa', (a: Value, b: Value) => product(toMatrix(a), toMatrix(b)), {
    array: true,
    arrayContext: true,
  }),
  ABS: fn('n', (x: number) => Math.abs(x)),
  SIGN: fn('n', (x: number) => Math.sign(x)),
  INT: fn('n', (x: number) => Math.floor(x)),
  TRUNC: fn('nn?', (x: number, d = 0) => round(x, d, Math.floor)),
  ROUND: fn('nn', (x: number, d: number) => round(x, d)),
  ROUNDUP: fn('nn', (x: number, d: number) => round(x, d, Math.ceil)),
  ROUNDDOWN: fn('nn', (x: number, d: number) => round(x, d, Math.floor)),
  MROUND: fn('nn', (x: number, m: number) => {
    if (x * m < 0) return NUM;
    return m === 0 ? 0 : tidy(Math.sign(x) * round(Math.abs(x / m), 0) * Math.abs(m));
  }),
  CEILING: fn('nn', (x: number, s: number) => {
    if (x > 0 && s < 0) return NUM;
    return s === 0 ? 0 : tidy(ceilTo(x, s));
  }),
  FLOOR: fn('nn', (x: number, s: number) => {
    if (x > 0 && s < 0) return NUM;
    if (s === 0) return x === 0 ? 0 : DIV0;
    return tidy(floorTo(x, s));
  }),
  'CEILING.MATH': fn('nn?n?', (x: number, s = 1, mode = 0) => {
    const step = Math.abs(s);
    if (step === 0) return 0;
    return tidy(x < 0 && mode !== 0 ? floorTo(x, step) : ceilTo(x, step));
  }),
  'FLOOR.MATH': fn('nn?n?', (x: number, s = 1, mode = 0) => {
    const step = Math.abs(s);
    if (step === 0) return 0;
    return tidy(x < 0 && mode !== 0 ? ceilTo(x, step) : floorTo(x, step));
  }),
  EVEN: fn('n', (x: number) => Math.sign(x) * 2 * Math.ceil(Math.abs(x) / 2)),
  ODD: fn('n', (x: number) =>
    x === 0 ? 1 : Math.sign(x) * (2 * Math.ceil((Math.abs(x) + 1) / 2) - 1),
  ),
  MOD: fn('nn', mod),
  QUOTIENT: fn('nn', (x: number, y: number) => (y === 0 ? DIV0 : Math.trunc(x / y))),
  POWER: fn('nn', power),
  SQRT: fn('n', (x: number) => (x < 0 ? NUM : Math.sqrt(x))),
  EXP: fn('n', (x: number) => finite(Math.exp(x))),
  LN: fn('n', (x: number) => (x <= 0 ? NUM : Math.log(x))),
  LOG10: fn('n', (x: number) => (x <= 0 ? NUM : Math.log10(x))),
  LOG: fn('nn?', (x: number, base = 10) => {
    if (x <= 0 || base <= 0) return NUM;
    if (base === 1) return DIV0;
    return base === 10 ? Math.log10(x) : base === 2 ? Math.log2(x) : Math.log(x) / Math.log(base);
  }),
  PI: fn('', () => Math.PI),
  DEGREES: fn('n', (x: number) => (x * 180) / Math.PI),
  RADIANS: fn('n', (x: number) => (x * Math.PI) / 180),
  SIN: fn('n', (x: number) => Math.sin(x)),
  COS: fn('n', (x: number) => Math.cos(x)),
  TAN: fn('n', (x: number) => Math.tan(x)),
  ASIN: fn('n', (x: number) => finite(Math.asin(x))),
  ACOS: fn('n', (x: number) => finite(Math.acos(x))),
  ATAN: fn('n', (x: number) => Math.atan(x)),
  ATAN2: fn('nn', (x: number, y: number) => (x === 0 && y === 0 ? DIV0 : Math.atan2(y, x))),
  RAND: fn('', () => Math.random(), { volatile: true }),
  RANDBETWEEN: fn(
    'nn',
    (a: number, b: number) => {
      const low = Math.ceil(a);
      const high = Math.floor(b);
      return low > high ? NUM : low + Math.floor(Math.random() * (high - low + 1));
    },
    { volatile: true },
  ),
  BASE: fn('nnn?', radix),
};
