import {
  cellAddress,
  isFullColumns,
  isFullRows,
  parseArea,
  sameArea,
  type Area,
} from '../model/address';

/** The areas of a `sqref`; what is no address is left out. */
export const readAreas = (sqref: string): Area[] =>
  sqref
    .split(/\s+/)
    .map(parseArea)
    .filter((a) => a !== null);

/** Files name whole columns by their cells, `A1:A1048576`. */
export function fileAddress(a: Area): string {
  const first = cellAddress(a.top, a.left);
  return a.top === a.bottom && a.left === a.right
    ? first
    : `${first}:${cellAddress(a.bottom, a.right)}`;
}

export const writeAreas = (areas: readonly Area[]): string => areas.map(fileAddress).join(' ');

export const sameAreas = (a: readonly Area[], b: readonly Area[]): boolean =>
  a.length === b.length && a.every((area, i) => sameArea(area, b[i]!));

/** `$A$1:$B$2`, whole columns as `$A:$B` and whole rows as `$1:$2`. */
export function absoluteAddress(a: Area): string {
  const absolute = (address: string) =>
    address.replace(
      /([A-Z]+)?(\d+)?/,
      (_, letters, digits) =>
        `${letters ? `$${letters as string}` : ''}${digits ? `$${digits as string}` : ''}`,
    );
  if (isFullColumns(a)) {
    const name = (column: number) => cellAddress(0, column).slice(0, -1);
    return `$${name(a.left)}:$${name(a.right)}`;
  }
  if (isFullRows(a)) return `$${a.top + 1}:$${a.bottom + 1}`;
  return fileAddress(a).split(':').map(absolute).join(':');
}
