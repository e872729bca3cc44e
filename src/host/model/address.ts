/** Rows and columns of an Excel sheet. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** A rectangle of cells; zero-based, all four bounds inclusive. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export const area = (top: number, left: number, bottom = top, right = left): Area => ({
  top,
  left,
  bottom,
  right,
});
export const rowCount = (a: Area): number => a.bottom - a.top + 1;
export const columnCount = (a: Area): number => a.right - a.left + 1;
export const cellCount = (a: Area): number => rowCount(a) * columnCount(a);
export const isFullRows = (a: Area): boolean => a.left === 0 && a.right === MAX_COLUMNS - 1;
export const isFullColumns = (a: Area): boolean => a.top === 0 && a.bottom === MAX_ROWS - 1;
export const sameArea = (a: Area, b: Area): boolean =>
  a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;
export const containsCell = (a: Area, row: number, column: number): boolean =>
  row >= a.top && row <= a.bottom && column >= a.left && column <= a.right;
export const containsArea = (outer: Area, inner: Area): boolean =>
  containsCell(outer, inner.top, inner.left) && containsCell(outer, inner.bottom, inner.right);

/** @returns the cells both have, or null when they share none. */
export function intersect(a: Area, b: Area): Area | null {
  const top = Math.max(a.top, b.top);
  const left = Math.max(a.left, b.left);
  const bottom = Math.min(a.bottom, b.bottom);
  const right = Math.min(a.right, b.right);
  return top <= bottom && left <= right ? { top, left, bottom, right } : null;
}

/** @returns the smallest area holding both. */
export const boundingArea = (a: Area, b: Area): Area =>
  area(
    Math.min(a.top, b.top),
    Math.min(a.left, b.left),
    Math.max(a.bottom, b.bottom),
    Math.max(a.right, b.right),
  );

/** @returns up to four areas that cover `a` without `hole`. */
export function subtract(a: Area, hole: Area): Area[] {
  const cut = intersect(a, hole);
  if (!cut) return [a];
  const rest: Area[] = [];
  if (cut.top > a.top) rest.push(area(a.top, a.left, cut.top - 1, a.right));
  if (cut.bottom < a.bottom) rest.push(area(cut.bottom + 1, a.left, a.bottom, a.right));
  if (cut.left > a.left) rest.push(area(cut.top, a.left, cut.bottom, cut.left - 1));
  if (cut.right < a.right) rest.push(area(cut.top, cut.right + 1, cut.bottom, a.right));
  return rest;
}

const names: string[] = [];

/** @param column - zero-based @returns its letters, `0` → `A`. */
export function columnName(column: number): string {
  let name = names[column];
  if (name === undefined) {
    name = '';
    for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) {
      name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
    }
    names[column] = name;
  }
  return name;
}

/** @param letters - `A`…`XFD`, any case @returns the zero-based column. */
export function columnIndex(letters: string): number {
  let n = 0;
  for (let i = 0; i < letters.length; i++) n = n * 26 + (letters.charCodeAt(i) & 31);
  return n - 1;
}

/** @returns `B3`. */
export const cellAddress = (row: number, column: number): string =>
  `${columnName(column)}${row + 1}`;

/** @returns `A1`, `A1:B2`, `A:C` for whole columns, `1:3` for whole rows. */
export function areaAddress(a: Area): string {
  if (isFullColumns(a)) return `${columnName(a.left)}:${columnName(a.right)}`;
  if (isFullRows(a)) return `${a.top + 1}:${a.bottom + 1}`;
  const first = cellAddress(a.top, a.left);
  return a.top === a.bottom && a.left === a.right
    ? first
    : `${first}:${cellAddress(a.bottom, a.right)}`;
}

const CELL = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i;
const COLUMN = /^\$?([A-Z]{1,3})$/i;
const ROW = /^\$?(\d{1,7})$/;

/** @param text - an A1 address without sheet, `$` allowed @returns null when it is none. */
export function parseArea(text: string): Area | null {
  const [from = '', to = from, more] = text.split(':');
  if (more !== undefined) return null;
  const a = corner(from);
  const b = corner(to);
  if (!a || !b || (a.row === null) !== (b.row === null)) return null;
  if ((a.column === null) !== (b.column === null)) return null;
  if (!text.includes(':') && (a.row === null || a.column === null)) return null;
  const top = Math.min(a.row ?? 0, b.row ?? 0);
  const bottom = Math.max(a.row ?? MAX_ROWS - 1, b.row ?? MAX_ROWS - 1);
  const left = Math.min(a.column ?? 0, b.column ?? 0);
  const right = Math.max(a.column ?? MAX_COLUMNS - 1, b.column ?? MAX_COLUMNS - 1);
  return top >= 0 && bottom < MAX_ROWS && right < MAX_COLUMNS ? { top, left, bottom, right } : null;
}

function corner(text: string): { row: number | null; column: number | null } | null {
  let m = CELL.exec(text);
  if (m) return { row: Number(m[2]) - 1, column: columnIndex(m[1]!) };
  m = COLUMN.exec(text);
  if (m) return { row: null, column: columnIndex(m[1]!) };
  m = ROW.exec(text);
  return m ? { row: Number(m[1]) - 1, column: null } : null;
}

/** @returns the sheet name as a reference needs it: quoted unless plain. */
export const quoteSheetName = (name: string): string =>
  /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !CELL.test(name) && !/^R\d*C\d*$/i.test(name)
    ? name
    : `'${name.replaceAll("'", "''")}'`;

/** @returns the sheet (null when none is named) and the rest of `text`, `'a b'!A1` → `a b`, `A1`. */
export function splitSheet(text: string): { sheet: string | null; address: string } {
  const bang = text.lastIndexOf('!');
  if (bang < 0) return { sheet: null, address: text };
  const raw = text.slice(0, bang);
  const sheet = raw.startsWith("'") ? raw.slice(1, -1).replaceAll("''", "'") : raw;
  return { sheet, address: text.slice(bang + 1) };
}
