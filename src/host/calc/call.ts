import type { AstExpression, CallExpression } from '@borgar/fx';
import { CellError } from '../model/value';
import { bindName, bindReference } from './bind';
import { constant, variable, type Code, type Scope } from './code';
import { builtins } from './functions';
import type { Builtin } from './library';
import { CALC, Lambda, NAME, VALUE, type Value } from './values';

/** Compiles a call of a built-in or custom function, a named LAMBDA, or a LAMBDA itself. */
export function compileCall(node: CallExpression, scope: Scope): Code {
  const callee = node.callee as AstExpression | { type: 'Identifier'; name: string };
  const args = node.arguments as readonly (AstExpression | null)[];
  if (callee.type !== 'Identifier')
    return callLambda(scope.compiler.raw(callee, scope), args, scope);
  const local = variable(callee.name, scope);
  if (local) return callLambda(local, args, scope);
  const name = callee.name.toUpperCase();
  const builtin = builtins.get(name);
  if (builtin) return compileBuiltin(name, builtin, args, scope);
  const key = `fn:${name}`;
  const state = scope.found.describe(key);
  scope.found.bindings.set(key, state);
  if (state !== '') return compileCustom(name, args, scope);
  const named = bindName({ type: 'name', sheet: null, name: callee.name }, scope);
  if (scope.host.workbook.names.some((n) => n.name.toUpperCase() === name)) {
    return callLambda(named, args, scope);
  }
  for (const arg of args) if (arg) scope.compiler.raw(arg, scope);
  scope.found.unsupported = true;
  return constant(NAME);
}

function compileBuiltin(
  name: string,
  builtin: Builtin,
  args: readonly (AstExpression | null)[],
  scope: Scope,
): Code {
  if (builtin.volatile) scope.found.volatile = true;
  const count = args.length === 1 && args[0] === null && builtin.max === 0 ? 0 : args.length;
  if (count < builtin.min || count > builtin.max) {
    scope.found.problem ??= `${name} takes ${builtin.min} to ${builtin.max} arguments, not ${count}`;
    return constant(VALUE);
  }
  if (builtin.compile) {
    const codes = args.map((arg, i): Code => {
      if (!arg) return constant(null);
      if (builtin.kind(i) === 'v') return scope.compiler.operand(arg, scope);
      return arg.type === 'ReferenceIdentifier' && !variable(arg.value, scope)
        ? bindReference(arg, scope, false)
        : scope.compiler.raw(arg, scope);
    });
    const scalar = !builtin.array && codes.every((code) => code.scalar);
    return { scalar, run: builtin.compile(codes, scope.host) };
  }
  let scalar = !builtin.array;
  const codes = args.map((arg, i): Code => {
    if (!arg) return constant(null);
    const kind = builtin.kind(i);
    if (kind === 'a' || kind === 'x') {
      return scope.compiler.raw(arg, builtin.arrayContext ? { ...scope, implicit: false } : scope);
    }
    const code = scope.compiler.operand(arg, scope);
    scalar &&= code.scalar;
    return code;
  });
  const apply = builtin.apply!;
  const { host } = scope;
  const run = (row: number, column: number, env: Parameters<Code['run']>[2]): Value => {
    const values: Value[] = [];
    for (const code of codes) values.push(code.run(row, column, env));
    return apply(values, host, row, column);
  };
  return { scalar, run };
}

function callLambda(callee: Code, args: readonly (AstExpression | null)[], scope: Scope): Code {
  const codes = args.map((arg) => (arg ? scope.compiler.raw(arg, scope) : constant(null)));
  return {
    scalar: false,
    run: (row, column, env) => {
      const target = callee.run(row, column, env);
      if (target instanceof CellError) return target;
      if (!(target instanceof Lambda)) return VALUE;
      if (codes.length > target.arity) return VALUE;
      return target.call(codes.map((code) => code.run(row, column, env)));
    },
  };
}

function compileCustom(name: string, args: readonly (AstExpression | null)[], scope: Scope): Code {
  const { host } = scope;
  const codes = args.map((arg) => (arg ? scope.compiler.value(arg, scope) : constant(null)));
  return {
    scalar: false,
    run: (row, column, env) => {
      const values: Value[] = [];
      for (const code of codes) {
        const value = code.run(row, column, env);
        values.push(value instanceof Lambda ? CALC : value);
      }
      return host.callCustom(name, values, row, column);
    },
  };
}
