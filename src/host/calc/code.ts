import type { AstExpression } from '@borgar/fx';
import { CellError, type CellValue } from '../model/value';
import type { Dependency } from './formula';
import type { Host } from './library';
import type { Part } from './template';
import { CALC, Lambda, Matrix, NAME, Ref, Union, VALUE, type Value } from './values';

/** Variables of LET and LAMBDA, innermost first. */
export type Env = { readonly value: Value; readonly up: Env } | null;

export type Eval = (row: number, column: number, env: Env) => Value;

export interface Code {
  readonly run: Eval;
  /** Never a matrix, reference or lambda. */
  readonly scalar: boolean;
}

/** The ways an operand can be compiled. */
export interface Compiler {
  /** Code that may yield references. */
  raw(node: AstExpression, scope: Scope): Code;
  /** Code that reads references: yields values and matrices. */
  value(node: AstExpression, scope: Scope): Code;
  /** Code for what an operator or function takes one value at a time. */
  operand(node: AstExpression, scope: Scope): Code;
}

/** What an expression is compiled with. */
export interface Scope {
  readonly compiler: Compiler;
  readonly host: Host;
  /** Reference parts by the position of their token. */
  readonly parts: ReadonlyMap<number, Part>;
  /** LET and LAMBDA variables in sight, lower case, innermost last. */
  readonly variables: readonly string[];
  /** Ranges where one value is wanted give the cell in the formula's own row or column. */
  readonly implicit: boolean;
  readonly found: Found;
}

/** What is collected while a formula is compiled. */
export interface Found {
  readonly dependencies: Dependency[];
  readonly bindings: Map<string, string>;
  volatile: boolean;
  unsupported: boolean;
  /** Why Excel would not let the formula be entered. */
  problem: string | null;
  /** Names being compiled, so that a name may call itself. */
  readonly names: Map<string, { code: Code | null }>;
  describe(key: string): string;
}

export const constant = (value: Value): Code => ({
  run: () => value,
  scalar: !(value instanceof Object) || value instanceof CellError,
});

/** `@`: of a range the cell in the same row or column, of a matrix the first value. */
export const single = (code: Code): Code => ({
  scalar: true,
  run: (row, column, env) => intersection(code.run(row, column, env), row, column),
});

export function intersection(value: Value, row: number, column: number): CellValue {
  if (value instanceof Ref) {
    if (value.isCell) return value.grid.value(value.top, value.left);
    const inRows = row >= value.top && row <= value.bottom;
    const inColumns = column >= value.left && column <= value.right;
    if (value.width === 1) return inRows ? value.grid.value(row, value.left) : VALUE;
    if (value.height === 1) return inColumns ? value.grid.value(value.top, column) : VALUE;
    return inRows && inColumns ? value.grid.value(row, column) : VALUE;
  }
  if (value instanceof Matrix) return value.at(0, 0);
  if (value instanceof Union) return VALUE;
  return value instanceof Lambda ? CALC : value;
}

export function variable(name: string, scope: Scope): Code | null {
  const index = scope.variables.lastIndexOf(name.toLowerCase());
  if (index < 0) return null;
  const depth = scope.variables.length - 1 - index;
  return {
    scalar: false,
    run: (_row, _column, env) => {
      let local = env;
      for (let i = 0; i < depth; i++) local = local?.up ?? null;
      return local ? local.value : NAME;
    },
  };
}
