import type { Sheet } from '../model/sheet';
import { CellError, type CellValue } from '../model/value';
import type { Workbook } from '../model/workbook';
import { toBoolean, toNumber, toText } from './coerce';
import type { Code, Eval } from './code';
import type { Grid } from './grid';
import {
  CALC,
  Lambda,
  Matrix,
  Ref,
  deref,
  stretch,
  toScalar,
  type Plain,
  type Value,
} from './values';

/** What a function may ask beyond its arguments. */
export interface Host {
  readonly workbook: Workbook;
  readonly grid: Grid;
  gridOf(sheet: Sheet): Grid;
  gridNamed(name: string): Grid | null;
  /** The cells a formula in that cell fills, for `A1#`. */
  spillRef(ref: Ref): Ref | CellError;
  /** A reference from text, for INDIRECT. */
  reference(text: string, row: number, column: number): Value;
  callCustom(name: string, args: readonly Value[], row: number, column: number): Value;
  formulaText(grid: Grid, row: number, column: number): string | null;
}

/** Where a function is called from. */
export interface Site {
  readonly host: Host;
  readonly row: number;
  readonly column: number;
}

/**
 * How an argument reaches a function: `n` number, `s` text, `b` boolean, `v` any value, `e` any
 * value or error; these take one value each and stretch over arrays. `a` is passed whole (value,
 * matrix or reference) unless it is an error, `x` whole in any case.
 */
export type Kind = 'n' | 's' | 'b' | 'v' | 'e' | 'a' | 'x';

export interface Builtin {
  readonly min: number;
  readonly max: number;
  /** Result may be a matrix or reference although all arguments are single values. */
  readonly array: boolean;
  readonly volatile: boolean;
  /** Arguments passed whole are calculated as arrays even in an old-style formula. */
  readonly arrayContext: boolean;
  kind(index: number): Kind;
  readonly apply: ((args: Value[], host: Host, row: number, column: number) => Value) | null;
  /** Functions that choose which arguments to calculate. */
  readonly compile: ((args: readonly Code[], host: Host) => Eval) | null;
}

export type Library = Readonly<Record<string, Builtin>>;

interface Options {
  readonly array?: boolean;
  readonly volatile?: boolean;
  readonly arrayContext?: boolean;
}

interface Signature {
  readonly site: boolean;
  readonly min: number;
  readonly max: number;
  readonly kinds: readonly Kind[];
  /** How many of the last kinds repeat. */
  readonly repeat: number;
}

/** Reads `@nn?`, `a(av)*`, `x*`: `@` wants the call site first, `?` is optional, `*` repeats. */
function parseSignature(text: string): Signature {
  const site = text.startsWith('@');
  const m = /^@?([a-z?]*)(?:\(([a-z]+)\)(\*|\+)|([a-z])(\*|\+))?$/.exec(text);
  if (!m) throw new Error(`signature ${text}`);
  const fixed = m[1]!;
  const rest = m[2] ?? m[4] ?? '';
  const required = fixed.replace(/[a-z]\?/g, '').length;
  const atLeastOne = m[3] === '+' || m[5] === '+';
  return {
    site,
    min: required + (atLeastOne ? rest.length : 0),
    max: rest ? 255 : fixed.replaceAll('?', '').length,
    kinds: (fixed.replaceAll('?', '') + rest).split('') as Kind[],
    repeat: rest.length,
  };
}

const lifted = (kind: Kind): boolean => kind !== 'a' && kind !== 'x';

/** A function of its arguments' values. */
export function fn(
  signature: string,
  implementation: (...args: never[]) => Value,
  options: Options = {},
): Builtin {
  const sig = parseSignature(signature);
  const kind = (i: number): Kind => {
    if (i < sig.kinds.length) return sig.kinds[i]!;
    const start = sig.kinds.length - sig.repeat;
    return sig.kinds[start + ((i - start) % sig.repeat)]!;
  };
  const call = implementation as (...args: unknown[]) => Value;
  const one = (args: readonly Plain[], raw: readonly Value[], site: Site | null): Value => {
    const ready: unknown[] = site ? [site] : [];
    for (let i = 0; i < args.length; i++) {
      const k = kind(i);
      if (!lifted(k)) {
        const value = raw[i]!;
        if (k === 'a' && value instanceof CellError) return value;
        ready.push(value);
        continue;
      }
      const value = coerce(k, args[i] as CellValue);
      if (value instanceof CellError && k !== 'e') return value;
      ready.push(value);
    }
    return call(...ready);
  };
  return {
    min: sig.min,
    max: sig.max,
    array: options.array ?? false,
    volatile: options.volatile ?? false,
    arrayContext: options.arrayContext ?? false,
    kind,
    compile: null,
    apply(raw, host, row, column) {
      const site = sig.site ? { host, row, column } : null;
      const args: Plain[] = [];
      let height = 0;
      let width = 0;
      for (let i = 0; i < raw.length; i++) {
        const v = raw[i]!;
        if (!lifted(kind(i))) {
          args.push(null);
          continue;
        }
        let plain = deref(v);
        if (plain instanceof Lambda) plain = CALC;
        args.push(plain);
        if (plain instanceof Matrix) {
          height = Math.max(height, plain.height);
          width = Math.max(width, plain.width);
        }
      }
      if (height === 0) return one(args, raw, site);
      const data: CellValue[] = [];
      for (let r = 0; r < height; r++) {
        for (let c = 0; c < width; c++) {
          const cell = args.map((a) => (a instanceof Matrix ? stretch(a, r, c) : a));
          data.push(toScalar(one(cell, raw, site)));
        }
      }
      return new Matrix(height, width, data);
    },
  };
}

function coerce(kind: Kind, value: CellValue): CellValue {
  switch (kind) {
    case 'n':
      return toNumber(value);
    case 's':
      return toText(value);
    case 'b':
      return toBoolean(value);
    default:
      return value;
  }
}

/**
 * A function that is given its arguments uncalculated.
 * @param kinds - of its arguments, `v` for one value, `x` for anything; at most so many
 * @param repeats - kinds repeat without end
 */
export function lazy(
  kinds: string,
  min: number,
  compile: (args: readonly Code[], host: Host) => Eval,
  repeats = false,
): Builtin {
  return {
    min,
    max: repeats ? 255 : kinds.length,
    array: false,
    volatile: false,
    arrayContext: false,
    kind: (i) => kinds[i % kinds.length] as Kind,
    apply: null,
    compile,
  };
}

/** @returns the numbers of a value: those typed in are coerced, those in cells are only counted. */
export function numbersOf(args: readonly Value[]): number[] | CellError {
  const out: number[] = [];
  for (const arg of args) {
    const e = pushNumbers(arg, out);
    if (e) return e;
  }
  return out;
}

function pushNumbers(arg: Value, out: number[]): CellError | null {
  if (arg instanceof Ref || arg instanceof Matrix) {
    const values = arg instanceof Ref ? arg.matrix().data : arg.data;
    for (const v of values) {
      if (typeof v === 'number') out.push(v);
      else if (v instanceof CellError) return v;
    }
    return null;
  }
  if (arg !== null && typeof arg === 'object' && 'parts' in arg) {
    for (const part of arg.parts) {
      const e = pushNumbers(part, out);
      if (e) return e;
    }
    return null;
  }
  const n = toNumber(toScalar(arg));
  if (typeof n !== 'number') return n;
  out.push(n);
  return null;
}
