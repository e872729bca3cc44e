import { CellError, type CellValue } from '../../model/value';
import { toBoolean } from '../coerce';
import type { Code } from '../code';
import { fn, lazy, type Library } from '../library';
import { equal } from '../operators';
import {
  Matrix,
  NA,
  Ref,
  Union,
  VALUE,
  deref,
  each,
  stretch,
  toMatrix,
  toScalar,
  type Value,
} from '../values';

/** Truth of the arguments together; texts and blanks in cells do not count. */
function junction(start: boolean, join: (a: boolean, b: boolean) => boolean) {
  return (...args: Value[]): CellValue => {
    let result = start;
    let any = false as boolean;
    let failed = null as CellError | null;
    for (const arg of args) {
      const inCells = arg instanceof Ref || arg instanceof Matrix || arg instanceof Union;
      each(arg, (v) => {
        if (inCells && (v === null || typeof v === 'string')) return;
        const b = toBoolean(v);
        if (typeof b !== 'boolean') failed ??= b;
        else {
          result = join(result, b);
          any = true;
        }
      });
    }
    return failed ?? (any ? result : VALUE);
  };
}

/** Element by element what `choose` makes of `over`, once that is a matrix. */
function spread(over: Matrix, others: readonly Value[], choose: (...v: CellValue[]) => CellValue) {
  const matrices = others.map(toMatrix);
  const height = Math.max(over.height, ...matrices.map((m) => m.height));
  const width = Math.max(over.width, ...matrices.map((m) => m.width));
  const data: CellValue[] = [];
  for (let r = 0; r < height; r++) {
    for (let c = 0; c < width; c++) {
      data.push(choose(stretch(over, r, c), ...matrices.map((m) => stretch(m, r, c))));
    }
  }
  return new Matrix(height, width, data);
}

const pick = (test: CellValue, yes: CellValue, no: CellValue): CellValue => {
  const b = toBoolean(test);
  return typeof b === 'boolean' ? (b ? yes : no) : b;
};

/** `value`, or `instead` where it is an error that `wanted` accepts. */
function rescue(wanted: (e: CellError) => boolean) {
  return lazy('xx', 2, ([value, instead]) => (row, column, env) => {
    const v = value!.run(row, column, env);
    const bad = (x: CellValue) => x instanceof CellError && wanted(x);
    const plain = deref(v);
    if (plain instanceof Matrix) {
      if (!plain.data.some(bad)) return v;
      return spread(plain, [instead!.run(row, column, env)], (x, y) => (bad(x) ? y! : x));
    }
    return plain instanceof CellError && wanted(plain) ? instead!.run(row, column, env) : v;
  });
}

export const logic: Library = {
  TRUE: fn('', () => true),
  FALSE: fn('', () => false),
  NOT: fn('b', (b: boolean) => !b),
  AND: fn(
    'x+',
    junction(true, (a, b) => a && b),
  ),
  OR: fn(
    'x+',
    junction(false, (a, b) => a || b),
  ),
  XOR: fn(
    'x+',
    junction(false, (a, b) => a !== b),
  ),
  IF: lazy('vxx', 2, ([test, yes, no]) => (row, column, env) => {
    const t = deref(test!.run(row, column, env));
    if (t instanceof Matrix) {
      const others = [yes!.run(row, column, env), no ? no.run(row, column, env) : false];
      return spread(t, others, (x, y, n) => pick(x, y, n));
    }
    const b = typeof t === 'boolean' ? t : toBoolean(toScalar(t));
    if (typeof b !== 'boolean') return b;
    if (b) return yes!.run(row, column, env);
    return no ? no.run(row, column, env) : false;
  }),
  IFERROR: rescue(() => true),
  IFNA: rescue((e) => e.code === '#N/A'),
  IFS: lazy(
    'vx',
    2,
    (args) => (row, column, env) => {
      for (let i = 0; i + 1 < args.length; i += 2) {
        const test = deref(args[i]!.run(row, column, env));
        if (test instanceof Matrix) return ifsOver(test, args, i, row, column, env);
        const b = toBoolean(toScalar(test));
        if (typeof b !== 'boolean') return b;
        if (b) return args[i + 1]!.run(row, column, env);
      }
      return NA;
    },
    true,
  ),
  SWITCH: lazy(
    'vx',
    3,
    ([subject, ...cases]) =>
      (row, column, env) => {
        const value = deref(subject!.run(row, column, env));
        if (value instanceof Matrix) {
          return spread(
            value,
            cases.map((c) => c.run(row, column, env)),
            (v, ...rest) => {
              if (v instanceof CellError) return v;
              for (let i = 0; i + 1 < rest.length; i += 2)
                if (equal(v, rest[i]!)) return rest[i + 1]!;
              return rest.length % 2 === 1 ? rest.at(-1)! : NA;
            },
          );
        }
        const wanted = toScalar(value);
        if (wanted instanceof CellError) return wanted;
        for (let i = 0; i + 1 < cases.length; i += 2) {
          const candidate = toScalar(cases[i]!.run(row, column, env));
          if (candidate instanceof CellError) return candidate;
          if (equal(wanted, candidate)) return cases[i + 1]!.run(row, column, env);
        }
        return cases.length % 2 === 1 ? cases.at(-1)!.run(row, column, env) : NA;
      },
    true,
  ),
};

function ifsOver(
  first: Matrix,
  args: readonly Code[],
  from: number,
  ...[row, column, env]: Parameters<Code['run']>
): Value {
  const others = args.slice(from + 1).map((code) => code.run(row, column, env));
  return spread(first, others, (...list) => {
    for (let i = 0; i + 1 < list.length; i += 2) {
      const b = toBoolean(list[i]!);
      if (typeof b !== 'boolean') return b;
      if (b) return list[i + 1]!;
    }
    return NA;
  });
}
