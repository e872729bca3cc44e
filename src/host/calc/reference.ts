import { MAX_COLUMNS, MAX_ROWS, columnIndex, columnName, type Area } from '../model/address';

/** A row or column: an index, or the distance from the formula's own cell. */
export interface Coordinate {
  readonly n: number;
  readonly relative: boolean;
}

/** A reference as a filled formula carries it. */
export interface RelativeArea {
  readonly kind: 'cell' | 'area' | 'columns' | 'rows';
  readonly top: Coordinate;
  readonly left: Coordinate;
  readonly bottom: Coordinate;
  readonly right: Coordinate;
}

const fixed = (n: number): Coordinate => ({ n, relative: false });
const CORNER = /^(\$?)([A-Z]{1,3})?(?:(\$?)(\d{1,7}))?$/i;

/** @param text - `A1`, `$A$1:B2`, `A:C`, `1:$3` @returns null when it is no reference */
export function parseRelative(text: string, row: number, column: number): RelativeArea | null {
  const colon = text.indexOf(':');
  const a = corner(colon < 0 ? text : text.slice(0, colon), row, column);
  if (!a) return null;
  if (colon < 0) {
    return a.row && a.column
      ? { kind: 'cell', top: a.row, left: a.column, bottom: a.row, right: a.column }
      : null;
  }
  const b = corner(text.slice(colon + 1), row, column);
  if (!b) return null;
  if (a.row && a.column && b.row && b.column) {
    return { kind: 'area', top: a.row, left: a.column, bottom: b.row, right: b.column };
  }
  if (a.column && b.column && !a.row && !b.row) {
    const [top, bottom] = [fixed(0), fixed(MAX_ROWS - 1)];
    return { kind: 'columns', top, left: a.column, bottom, right: b.column };
  }
  if (a.row && b.row && !a.column && !b.column) {
    const [left, right] = [fixed(0), fixed(MAX_COLUMNS - 1)];
    return { kind: 'rows', top: a.row, left, bottom: b.row, right };
  }
  return null;
}

function corner(
  text: string,
  homeRow: number,
  homeColumn: number,
): { row: Coordinate | null; column: Coordinate | null } | null {
  const m = CORNER.exec(text);
  if (!m || (!m[2] && !m[4])) return null;
  const rowFixed = m[2] ? m[3] === '$' : m[1] === '$' || m[3] === '$';
  const row = m[4] ? Number(m[4]) - 1 : null;
  const column = m[2] ? columnIndex(m[2]) : null;
  if (row !== null && (row < 0 || row >= MAX_ROWS)) return null;
  if (column !== null && column >= MAX_COLUMNS) return null;
  return {
    row: row === null ? null : rowFixed ? fixed(row) : { n: row - homeRow, relative: true },
    column:
      column === null
        ? null
        : m[1] === '$'
          ? fixed(column)
          : { n: column - homeColumn, relative: true },
  };
}

/** @returns a reference that does not move */
export const absoluteArea = (a: Area): RelativeArea => ({
  kind: a.top === a.bottom && a.left === a.right ? 'cell' : 'area',
  top: fixed(a.top),
  left: fixed(a.left),
  bottom: fixed(a.bottom),
  right: fixed(a.right),
});

const at = (c: Coordinate, home: number): number => (c.relative ? home + c.n : c.n);

/** @returns the cells meant as seen from (`row`, `column`); null when they lie off the sheet */
export function resolveArea(ref: RelativeArea, row: number, column: number): Area | null {
  let top = at(ref.top, row);
  let bottom = at(ref.bottom, row);
  let left = at(ref.left, column);
  let right = at(ref.right, column);
  if (top > bottom) [top, bottom] = [bottom, top];
  if (left > right) [left, right] = [right, left];
  return top < 0 || left < 0 || bottom >= MAX_ROWS || right >= MAX_COLUMNS
    ? null
    : { top, left, bottom, right };
}

/** @returns A1 text as seen from (`row`, `column`); `#REF!` off the sheet */
export function formatRelative(ref: RelativeArea, row: number, column: number): string {
  if (!resolveArea(ref, row, column)) return '#REF!';
  const rowText = (c: Coordinate) => `${c.relative ? '' : '$'}${at(c, row) + 1}`;
  const columnText = (c: Coordinate) => `${c.relative ? '' : '$'}${columnName(at(c, column))}`;
  switch (ref.kind) {
    case 'cell':
      return columnText(ref.left) + rowText(ref.top);
    case 'area':
      return `${columnText(ref.left)}${rowText(ref.top)}:${columnText(ref.right)}${rowText(ref.bottom)}`;
    case 'columns':
      return `${columnText(ref.left)}:${columnText(ref.right)}`;
    case 'rows':
      return `${rowText(ref.top)}:${rowText(ref.bottom)}`;
  }
}
