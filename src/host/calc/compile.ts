import type { AstExpression } from '@borgar/fx';
import { CellError, isErrorCode, type CellValue } from '../model/value';
import { bindReference } from './bind';
import { compileCall } from './call';
import {
  constant,
  single,
  variable,
  type Code,
  type Compiler,
  type Eval,
  type Scope,
} from './code';
import type { Dependency } from './formula';
import { binary, broadcast1, broadcast2, unary } from './operators';
import {
  Lambda,
  Matrix,
  NA,
  NULL,
  REF,
  Ref,
  Union,
  VALUE,
  deref,
  error,
  type Plain,
  type Value,
} from './values';

/** Compiles to code that may yield references. */
function compile(node: AstExpression, scope: Scope): Code {
  switch (node.type) {
    case 'Literal':
      return constant(node.value);
    case 'ErrorLiteral':
      return constant(isErrorCode(node.value) ? error(node.value) : VALUE);
    case 'ReferenceIdentifier':
      return variable(node.value, scope) ?? bindReference(node, scope, true);
    case 'UnaryExpression':
      return compileUnary(node.operator, node.arguments[0]!, scope);
    case 'BinaryExpression':
      return compileBinary(node.operator, node.arguments, scope);
    case 'ArrayExpression':
      return constant(Matrix.of(node.elements.map((row) => row.map(element))));
    case 'CallExpression':
      return compileCall(node, scope);
    case 'LambdaExpression': {
      const names = node.params.map((p) => p.name.toLowerCase());
      const inner = { ...scope, variables: [...scope.variables, ...names] };
      const body = node.body ? compile(node.body, inner) : constant(VALUE);
      return {
        scalar: false,
        run: (row, column, env) =>
          new Lambda(names.length, (args) => {
            let local = env;
            for (let i = 0; i < names.length; i++) local = { value: args[i] ?? null, up: local };
            return body.run(row, column, local);
          }),
      };
    }
    case 'LetExpression': {
      let inner = scope;
      const values: Eval[] = [];
      for (const { id, init } of node.declarations) {
        values.push(init ? compile(init, inner).run : () => null);
        inner = { ...inner, variables: [...inner.variables, id.name.toLowerCase()] };
      }
      const body = node.body ? compile(node.body, inner) : constant(VALUE);
      return {
        scalar: false,
        run: (row, column, env) => {
          let local = env;
          for (const value of values) local = { value: value(row, column, local), up: local };
          return body.run(row, column, local);
        },
      };
    }
  }
}

/** Compiles to code that reads references: yields values and matrices. */
function compileValue(node: AstExpression, scope: Scope): Code {
  if (node.type === 'ReferenceIdentifier') {
    const code = variable(node.value, scope) ?? bindReference(node, scope, false);
    return code.scalar ? code : dereferenced(code);
  }
  const code = compile(node, scope);
  return code.scalar ? code : dereferenced(code);
}

/** Compiles an operand that an operator or function takes one value at a time. */
function compileOperand(node: AstExpression, scope: Scope): Code {
  if (!scope.implicit) return compileValue(node, scope);
  const code =
    node.type === 'ReferenceIdentifier' && variable(node.value, scope) === null
      ? bindReference(node, scope, false)
      : compile(node, scope);
  return code.scalar ? code : single(code);
}

const dereferenced = (code: Code): Code => ({
  scalar: false,
  run: (row, column, env) => deref(code.run(row, column, env)),
});

function element(node: AstExpression): CellValue {
  if (node.type === 'Literal') return node.value;
  return node.type === 'ErrorLiteral' && isErrorCode(node.value) ? error(node.value) : NA;
}

function compileUnary(operator: string, argument: AstExpression, scope: Scope): Code {
  if (operator === '@') return single(compile(argument, { ...scope, implicit: false }));
  if (operator === '#') {
    const code = compile(argument, scope);
    return {
      scalar: false,
      run: (row, column, env) => {
        const ref = code.run(row, column, env);
        return ref instanceof Ref ? scope.host.spillRef(ref) : REF;
      },
    };
  }
  const op = unary[operator]!;
  const code = compileOperand(argument, scope);
  return {
    scalar: code.scalar,
    run: (row, column, env) => broadcast1(op, code.run(row, column, env) as Plain),
  };
}

function compileBinary(
  operator: string,
  [left, right]: readonly AstExpression[],
  scope: Scope,
): Code {
  if (operator === ':' || operator === ' ' || operator === ',') {
    return compileReferenceOperator(operator, left!, right!, scope);
  }
  const op = binary[operator]!;
  const a = compileOperand(left!, scope);
  const b = compileOperand(right!, scope);
  if (a.scalar && b.scalar) {
    return {
      scalar: true,
      run: (row, column, env) =>
        op(a.run(row, column, env) as CellValue, b.run(row, column, env) as CellValue),
    };
  }
  return {
    scalar: false,
    run: (row, column, env) =>
      broadcast2(op, a.run(row, column, env) as Plain, b.run(row, column, env) as Plain),
  };
}

function compileReferenceOperator(
  operator: string,
  left: AstExpression,
  right: AstExpression,
  scope: Scope,
): Code {
  const from = scope.found.dependencies.length;
  const a = compile(left, scope);
  const b = compile(right, scope);
  if (operator === ':' && !coverSpan(scope.found.dependencies, from)) scope.found.volatile = true;
  return {
    scalar: false,
    run: (row, column, env) => {
      const x = a.run(row, column, env);
      if (x instanceof CellError) return x;
      const y = b.run(row, column, env);
      if (y instanceof CellError) return y;
      if (operator === ',') {
        const parts = [x, y].flatMap((v) =>
          v instanceof Union ? v.parts : v instanceof Ref ? [v] : [],
        );
        return new Union(parts);
      }
      if (!(x instanceof Ref) || !(y instanceof Ref)) return VALUE;
      return operator === ':' ? join(x, y) : cut(x, y);
    },
  };
}

/**
 * A range spanned between two computed corners also looks at what lies between them: makes the
 * last dependencies cover it. @returns whether that could be told in advance
 */
function coverSpan(dependencies: Dependency[], from: number): boolean {
  const spanned = dependencies.slice(from);
  const first = spanned[0];
  if (!first) return false;
  for (const { grid, area } of spanned) {
    if (grid !== first.grid) return false;
    if (area.kind !== 'cell' && area.kind !== 'area') return false;
  }
  const corners = spanned.map((d) => d.area);
  for (const a of corners) {
    for (const b of corners) {
      if (a === b) continue;
      const area = { top: a.top, left: a.left, bottom: b.bottom, right: b.right };
      dependencies.push({ grid: first.grid, area: { kind: 'area', ...area } });
    }
  }
  return true;
}

function join(a: Ref, b: Ref): Value {
  if (a.grid !== b.grid) return VALUE;
  return new Ref(
    a.grid,
    Math.min(a.top, b.top),
    Math.min(a.left, b.left),
    Math.max(a.bottom, b.bottom),
    Math.max(a.right, b.right),
  );
}

function cut(a: Ref, b: Ref): Value {
  if (a.grid !== b.grid) return NULL;
  const top = Math.max(a.top, b.top);
  const left = Math.max(a.left, b.left);
  const bottom = Math.min(a.bottom, b.bottom);
  const right = Math.min(a.right, b.right);
  return top <= bottom && left <= right ? new Ref(a.grid, top, left, bottom, right) : NULL;
}

export const compiler: Compiler = {
  raw: compile,
  value: compileValue,
  operand: compileOperand,
};
