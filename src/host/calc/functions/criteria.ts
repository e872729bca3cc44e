import { MAX_ROWS } from '../../model/address';
import { CellError, isErrorCode, type CellValue } from '../../model/value';
import { parseNumber } from '../coerce';
import { fn, type Library } from '../library';
import { compareText, finite } from '../operators';
import { DIV0, Ref, VALUE, type Value } from '../values';
import { columnIndex } from './columnIndex';
import { hasWildcard, unescapeWildcards, wildcardTest } from './wildcard';

/** A condition as SUMIFS and its kin take it. */
export interface Criterion {
  readonly test: (v: CellValue) => boolean;
  /** What cells must equal, when that is all the condition asks. */
  readonly equals: number | string | boolean | null;
}

const OPERATOR = /^(<=|>=|<>|=|<|>)?([^]*)$/;

export function criterion(value: CellValue): Criterion {
  if (typeof value === 'number' || value === null) return equalsNumber(value ?? 0);
  if (typeof value === 'boolean') return { equals: value, test: (v) => v === value };
  if (value instanceof CellError) return equalsError(value.code);
  const m = OPERATOR.exec(value)!;
  const operator = m[1] ?? '';
  const text = m[2]!;
  if (operator === '' || operator === '=') {
    if (text === '') {
      return { equals: null, test: operator ? isBlank : (v) => v === null || v === '' };
    }
    return equality(text);
  }
  if (operator === '<>') {
    if (text === '') return { equals: null, test: (v) => v !== null };
    const { test } = equality(text);
    return { equals: null, test: (v) => !test(v) };
  }
  return { equals: null, test: ordering(operator, text) };
}

const isBlank = (v: CellValue): boolean => v === null;

function equality(text: string): Criterion {
  const n = parseNumber(text);
  if (n !== null) return equalsNumber(n);
  const upper = text.toUpperCase();
  if (upper === 'TRUE' || upper === 'FALSE') return criterion(upper === 'TRUE');
  if (isErrorCode(upper)) return equalsError(upper);
  if (hasWildcard(text)) {
    const test = wildcardTest(text);
    return { equals: null, test: (v) => typeof v === 'string' && test(v) };
  }
  const lower = unescapeWildcards(text).toLowerCase();
  return { equals: lower, test: (v) => typeof v === 'string' && v.toLowerCase() === lower };
}

const equalsNumber = (n: number): Criterion => ({
  equals: n,
  test: (v) => v === n || (typeof v === 'string' && parseNumber(v) === n),
});

const equalsError = (code: string): Criterion => ({
  equals: null,
  test: (v) => v instanceof CellError && v.code === code,
});

function ordering(operator: string, text: string): (v: CellValue) => boolean {
  const holds = (order: number) =>
    operator === '<'
      ? order < 0
      : operator === '<='
        ? order <= 0
        : operator === '>'
          ? order > 0
          : order >= 0;
  const n = parseNumber(text);
  if (n !== null) return (v) => typeof v === 'number' && holds(v - n);
  const upper = text.toUpperCase();
  if (upper === 'TRUE' || upper === 'FALSE') {
    return (v) => typeof v === 'boolean' && holds(Number(v) - Number(upper === 'TRUE'));
  }
  return (v) => typeof v === 'string' && holds(compareText(v, text));
}

interface Condition {
  readonly range: Ref;
  readonly criterion: Criterion;
}

/** Calls `visit` for each place of the ranges where all conditions hold. */
function scan(
  conditions: readonly Condition[],
  others: readonly Ref[],
  visit: (row: number, column: number) => void,
  visitBlank?: (count: number) => void,
): void {
  const first = conditions[0]!.range;
  let height = 0;
  for (const { range } of conditions) {
    range.grid.settle(range.top, range.left, range.bottom, range.right);
    height = Math.max(height, usedHeight(range));
  }
  for (const range of others) range.grid.settle(range.top, range.left, range.bottom, range.right);
  const holdsAt = (row: number, column: number, skip?: Condition): boolean => {
    for (const each of conditions) {
      if (each === skip) continue;
      const { grid, top, left } = each.range;
      const v = grid.cells.columns[left + column]?.values[top + row];
      if (!each.criterion.test(v === undefined ? null : v)) return false;
    }
    return true;
  };
  const indexed = first.width === 1 && height > 16 ? shortestList(conditions) : null;
  if (indexed) {
    const { condition, lists } = indexed;
    for (const list of lists) {
      for (const row of list) {
        const offset = row - condition.range.top;
        if (holdsAt(offset, 0, condition)) visit(offset, 0);
      }
    }
    return;
  }
  for (let column = 0; column < first.width; column++) {
    for (let row = 0; row < height; row++) if (holdsAt(row, column)) visit(row, column);
  }
  const rest = (first.height - height) * first.width;
  if (rest > 0 && conditions.every((c) => c.criterion.test(null))) visitBlank?.(rest);
}

const usedHeight = (r: Ref): number =>
  r.bottom === MAX_ROWS - 1 || r.height > 1000
    ? Math.max(0, Math.min(r.height, r.grid.lastRow() - r.top + 1))
    : r.height;

/** Of the conditions that ask for one value, the rows of the rarest. */
function shortestList(
  conditions: readonly Condition[],
): { condition: Condition; lists: readonly (readonly number[])[] } | null {
  let best: { condition: Condition; lists: (readonly number[])[]; size: number } | null = null;
  for (const condition of conditions) {
    const { equals } = condition.criterion;
    if (equals === null) continue;
    const { grid, left, top, bottom } = condition.range;
    const index = columnIndex(grid, left, top, bottom);
    const lists = [index.rows.get(equals) ?? []];
    if (typeof equals === 'number') lists.push(index.numericTexts.get(equals) ?? []);
    const size = lists.reduce((n, l) => n + l.length, 0);
    if (!best || size < best.size) best = { condition, lists, size };
  }
  return best;
}

/** @returns null when the ranges differ in size or are no ranges */
function conditionsOf(args: readonly Value[]): Condition[] | null {
  const out: Condition[] = [];
  for (let i = 0; i + 1 < args.length; i += 2) {
    const range = args[i];
    if (!(range instanceof Ref)) return null;
    out.push({ range, criterion: criterion(args[i + 1] as CellValue) });
  }
  return sameSize(out.map((c) => c.range)) ? out : null;
}

const sameSize = (refs: readonly Ref[]): boolean =>
  refs.every((r) => r.height === refs[0]!.height && r.width === refs[0]!.width);

/** Visits the numbers of `target` where the conditions hold. @returns the first error met */
function fold(
  target: Ref,
  conditions: readonly Condition[],
  visit: (n: number) => void,
): CellError | null {
  let failed: CellError | null = null;
  const { columns } = target.grid.cells;
  scan(conditions, [target], (row, column) => {
    const v = columns[target.left + column]?.values[target.top + row];
    if (typeof v === 'number') visit(v);
    else if (v instanceof CellError) failed ??= v;
  });
  return failed;
}

type Reduce = (target: Ref, conditions: readonly Condition[]) => CellValue;

const sum: Reduce = (target, conditions) => {
  let total = 0;
  return fold(target, conditions, (n) => (total += n)) ?? finite(total);
};

const average: Reduce = (target, conditions) => {
  let total = 0;
  let n = 0;
  const failed = fold(target, conditions, (x) => {
    total += x;
    n++;
  });
  return failed ?? (n === 0 ? DIV0 : total / n);
};

const extreme =
  (better: (a: number, b: number) => boolean): Reduce =>
  (target, conditions) => {
    let best: number | null = null;
    const failed = fold(target, conditions, (n) => {
      if (best === null || better(n, best)) best = n;
    });
    return failed ?? best ?? 0;
  };

const ifs =
  (reduce: Reduce) =>
  (target: Value, ...rest: Value[]): CellValue => {
    const conditions = conditionsOf(rest);
    if (!conditions || !(target instanceof Ref)) return VALUE;
    if (!sameSize([target, conditions[0]!.range])) return VALUE;
    return reduce(target, conditions);
  };

/** SUMIF's third range counts from its top-left cell, whatever its size. */
const single =
  (reduce: Reduce) =>
  (range: Value, wanted: CellValue, target: Value = range): CellValue => {
    if (!(range instanceof Ref) || !(target instanceof Ref)) return VALUE;
    const { grid, top, left } = target;
    const sized = new Ref(grid, top, left, top + range.height - 1, left + range.width - 1);
    return reduce(sized, [{ range, criterion: criterion(wanted) }]);
  };

function count(...args: Value[]): CellValue {
  const conditions = conditionsOf(args);
  if (!conditions) return VALUE;
  let n = 0;
  scan(
    conditions,
    [],
    () => n++,
    (blanks) => (n += blanks),
  );
  return n;
}

export const criteria: Library = {
  SUMIFS: fn('a(ae)+', ifs(sum)),
  AVERAGEIFS: fn('a(ae)+', ifs(average)),
  MAXIFS: fn('a(ae)+', ifs(extreme((a, b) => a > b))),
  MINIFS: fn('a(ae)+', ifs(extreme((a, b) => a < b))),
  COUNTIFS: fn('(ae)+', count),
  COUNTIF: fn('ae', count),
  SUMIF: fn('aea?', single(sum)),
  AVERAGEIF: fn('aea?', single(average)),
};
