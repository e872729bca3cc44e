import type { Area } from '../model/address';
import type { Shift } from '../model/calculator';
import { inBand, shiftArea, shiftIndex } from '../model/shiftArea';
import { resolveArea, type Coordinate, type RelativeArea } from './reference';
import type { Grid } from './grid';
import type { Part } from './template';

/** Where a formula stands. */
interface Place {
  readonly row: number;
  readonly column: number;
}

/** @returns where a cell comes to lie; its own place when it is deleted or does not move */
export function shiftPlace(sheetMoves: boolean, { row, column }: Place, shift: Shift): Place {
  if (!sheetMoves || !inBand({ top: row, left: column, bottom: row, right: column }, shift)) {
    return { row, column };
  }
  const { axis, at, count } = shift;
  return axis === 'rows'
    ? { row: shiftIndex(row, at, count) ?? row, column }
    : { row, column: shiftIndex(column, at, count) ?? column };
}

/**
 * @param before - the formula's cell before the shift, `after` - behind it
 * @returns the parts with references moved along, or null when none reads otherwise from there
 */
export function shiftParts(
  parts: readonly Part[],
  home: Grid,
  before: Place,
  after: Place,
  shift: Shift,
): Part[] | null {
  let changed = false as boolean;
  const shifted = parts.map((part): Part => {
    if (typeof part === 'string' || part.type !== 'area') return part;
    const moves = (part.sheet ? part.sheet.grid : home)?.sheet === shift.sheet;
    const old = resolveArea(part.area, before.row, before.column);
    if (!old) return part;
    const area = moves ? shiftReferenceArea(old, part.area.kind, shift) : old;
    if (!area) {
      changed = true;
      return '#REF!';
    }
    const now = relativeTo(area, part.area, before, after);
    if (sameRelative(now, part.area)) return part;
    changed = true;
    return { ...part, area: now };
  });
  return changed ? shifted : null;
}

/** Whole columns do not move with rows, nor whole rows with columns. */
function shiftReferenceArea(a: Area, kind: RelativeArea['kind'], shift: Shift): Area | null {
  if (kind === 'columns' && shift.axis === 'rows') return a;
  if (kind === 'rows' && shift.axis === 'columns') return a;
  return inBand(a, shift) ? shiftArea(a, shift) : a;
}

/** The area written with the same fixed and relative ends as `model` has, for the cell `after`. */
function relativeTo(area: Area, model: RelativeArea, before: Place, after: Place): RelativeArea {
  const swapRows = position(model.top, before.row) > position(model.bottom, before.row);
  const swapColumns = position(model.left, before.column) > position(model.right, before.column);
  const coordinate = (n: number, like: Coordinate, home: number): Coordinate =>
    like.relative ? { n: n - home, relative: true } : { n, relative: false };
  const [top, bottom] = swapRows ? [area.bottom, area.top] : [area.top, area.bottom];
  const [left, right] = swapColumns ? [area.right, area.left] : [area.left, area.right];
  return {
    kind: model.kind,
    top: coordinate(top, model.top, after.row),
    bottom: coordinate(bottom, model.bottom, after.row),
    left: coordinate(left, model.left, after.column),
    right: coordinate(right, model.right, after.column),
  };
}

const position = (c: Coordinate, home: number): number => (c.relative ? home + c.n : c.n);

const sameRelative = (a: RelativeArea, b: RelativeArea): boolean =>
  a.top.n === b.top.n &&
  a.bottom.n === b.bottom.n &&
  a.left.n === b.left.n &&
  a.right.n === b.right.n;
