import type { Cell } from './rowColumns';

/** Relative difference of numbers that are the same: cells may keep 15 digits. */
const SAME = 1e-12;
const QUOTED_SHEET = /'((?:[^']|'')+)'!/g;

/** @returns whether a cell holds what is to be written into it, or has been */
export function isSame(found: unknown, wanted: Cell): boolean {
  if (found === wanted) return true;
  if (typeof found === 'number' && typeof wanted === 'number') {
    return Math.abs(found - wanted) <= SAME * Math.abs(wanted);
  }
  return isFormula(found) && isFormula(wanted) && unquoted(found) === unquoted(wanted);
}

/** @param wantedAt - cells that are to be written into a row of those found */
export const areSame = (
  found: readonly (readonly unknown[])[],
  wantedAt: (row: number) => readonly Cell[],
): boolean => found.every((row, r) => wantedAt(r).every((wanted, c) => isSame(row[c], wanted)));

const isFormula = (cell: unknown): cell is string =>
  typeof cell === 'string' && cell.startsWith('=');

/** Excel takes the quotes off a sheet's name that needs none. */
const unquoted = (formula: string): string => formula.replace(QUOTED_SHEET, '$1!');
