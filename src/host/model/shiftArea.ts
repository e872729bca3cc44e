import { area, intersect, MAX_COLUMNS, MAX_ROWS, subtract, type Area } from './address';
import type { Shift } from './calculator';

/** @returns the cells that `shift` moves or takes away: its band from `at` to the sheet's end. */
export const shiftedZone = ({ axis, at, from, to }: Shift): Area =>
  axis === 'rows' ? area(at, from, MAX_ROWS - 1, to) : area(from, at, to, MAX_COLUMNS - 1);

/** @returns the cells that `shift` opens, or those it takes away. */
export function shiftedGap({ axis, at, count, from, to }: Shift): Area {
  const end = at + Math.abs(count) - 1;
  return axis === 'rows' ? area(at, from, end, to) : area(from, at, to, end);
}

/** @returns where an area wholly inside the shift's band comes to lie; null when it is deleted. */
export function shiftArea(a: Area, { axis, at, count }: Shift): Area | null {
  if (axis === 'rows') {
    const span = shiftSpan(a.top, a.bottom, at, count, MAX_ROWS - 1);
    return span && { ...a, top: span[0], bottom: span[1] };
  }
  const span = shiftSpan(a.left, a.right, at, count, MAX_COLUMNS - 1);
  return span && { ...a, left: span[0], right: span[1] };
}

/** @returns where areas come to lie; one that is only partly inside the band is split. */
export const shiftAreas = (areas: readonly Area[], shift: Shift): Area[] =>
  areas.flatMap((a): Area[] => {
    const inside = intersect(a, shiftedZone({ ...shift, at: 0 }));
    if (!inside || !intersect(a, shiftedZone(shift))) return [a];
    const moved = shiftArea(inside, shift) ?? [];
    const still = subtract(a, inside);
    // The part with the top-left cell stays first: formulas of rules are relative to it.
    const movesFirst = inside.top === a.top && inside.left === a.left;
    return movesFirst ? [moved, still].flat() : [still, moved].flat();
  });

/** @returns whether the whole area lies in the columns (rows) that the shift moves. */
export const inBand = (a: Area, { axis, from, to }: Shift): boolean =>
  axis === 'rows' ? a.left >= from && a.right <= to : a.top >= from && a.bottom <= to;

/** @returns where an index comes to lie; null when it is deleted. */
export function shiftIndex(index: number, at: number, count: number): number | null {
  if (index < at) return index;
  return count < 0 && index < at - count ? null : index + count;
}

function shiftSpan(
  start: number,
  end: number,
  at: number,
  count: number,
  last: number,
): [number, number] | null {
  if (start === 0 && end === last) return [start, end];
  if (count > 0) {
    const from = start >= at ? start + count : start;
    const to = end >= at ? Math.min(end + count, last) : end;
    return from <= last ? [from, to] : null;
  }
  const after = at - count;
  const from = start < at ? start : Math.max(at, start + count);
  const to = end < at ? end : end < after ? at - 1 : end + count;
  return from <= to ? [from, to] : null;
}
