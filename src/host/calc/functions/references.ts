import { MAX_COLUMNS, MAX_ROWS, columnName, quoteSheetName } from '../../model/address';
import { CellError, type CellValue } from '../../model/value';
import { fn, type Library, type Site } from '../library';
import { Matrix, NA, REF, Ref, Union, VALUE, type Value } from '../values';

function offset(
  from: Value,
  rows: number,
  columns: number,
  height?: number | null,
  width?: number | null,
): Value {
  if (!(from instanceof Ref)) return VALUE;
  const h = Math.trunc(height ?? from.height);
  const w = Math.trunc(width ?? from.width);
  if (h === 0 || w === 0) return REF;
  let top = from.top + Math.trunc(rows);
  let left = from.left + Math.trunc(columns);
  let bottom = top + h - 1;
  let right = left + w - 1;
  if (h < 0) [top, bottom] = [top + h + 1, top];
  if (w < 0) [left, right] = [left + w + 1, left];
  if (top < 0 || left < 0 || bottom >= MAX_ROWS || right >= MAX_COLUMNS) return REF;
  return new Ref(from.grid, top, left, bottom, right);
}

const R1C1 = /^R(\[?-?\d*\]?)C(\[?-?\d*\]?)(?::R(\[?-?\d*\]?)C(\[?-?\d*\]?))?$/i;

/** @returns the text in A1 style, or null when it is no R1C1 reference */
function fromR1C1(text: string, row: number, column: number): string | null {
  const bang = text.lastIndexOf('!') + 1;
  const m = R1C1.exec(text.slice(bang));
  if (!m) return null;
  const place = (part: string, home: number): number =>
    part === '' ? home : part.startsWith('[') ? home + Number(part.slice(1, -1)) : Number(part) - 1;
  const corner = (r: string, c: string) => `${columnName(place(c, column))}${place(r, row) + 1}`;
  const first = corner(m[1]!, m[2]!);
  return text.slice(0, bang) + (m[3] === undefined ? first : `${first}:${corner(m[3], m[4]!)}`);
}

const numbering =
  (start: 'top' | 'left') =>
  (site: Site, v?: Value): Value => {
    if (v === undefined) return (start === 'top' ? site.row : site.column) + 1;
    if (!(v instanceof Ref)) return v instanceof Union ? REF : VALUE;
    const n = start === 'top' ? v.height : v.width;
    const list = Array.from({ length: n }, (_, i) => v[start] + i + 1);
    if (n === 1) return list[0]!;
    return start === 'top' ? Matrix.column(list) : new Matrix(1, n, list);
  };

function address(row: number, column: number, kind = 1, a1 = true, sheet?: string): CellValue {
  const r = Math.trunc(row);
  const c = Math.trunc(column);
  if (r < 1 || c < 1 || r > MAX_ROWS || c > MAX_COLUMNS || kind < 1 || kind > 4) return VALUE;
  const rowFixed = kind === 1 || kind === 2;
  const columnFixed = kind === 1 || kind === 3;
  const prefix = sheet === undefined ? '' : `${sheet === '' ? '' : quoteSheetName(sheet)}!`;
  if (!a1) return `${prefix}R${rowFixed ? r : `[${r}]`}C${columnFixed ? c : `[${c}]`}`;
  return `${prefix}${columnFixed ? '$' : ''}${columnName(c - 1)}${rowFixed ? '$' : ''}${r}`;
}

const first = (v: Value): Ref | null =>
  v instanceof Ref ? v : v instanceof Union ? (v.parts[0] ?? null) : null;

export const references: Library = {
  OFFSET: fn(
    'annx?x?',
    (v: Value, r: number, c: number, h?: Value, w?: Value) => offset(v, r, c, sizeOf(h), sizeOf(w)),
    { array: true, volatile: true },
  ),
  INDIRECT: fn(
    '@sb?',
    (site: Site, text: string, a1 = true) => {
      const wanted = a1 ? text.trim() : fromR1C1(text.trim(), site.row, site.column);
      if (!wanted) return REF;
      const v = site.host.reference(wanted, site.row, site.column);
      return v instanceof Ref || v instanceof Union ? v : REF;
    },
    { array: true, volatile: true },
  ),
  ROW: fn('@a?', numbering('top'), { array: true }),
  COLUMN: fn('@a?', numbering('left'), { array: true }),
  ADDRESS: fn('nnn?b?s?', address),
  SHEET: fn('@x?', ({ host }: Site, v?: Value) => {
    const { sheets } = host.workbook;
    if (typeof v === 'string') {
      const named = host.workbook.sheet(v);
      return named ? sheets.indexOf(named) + 1 : NA;
    }
    return sheets.indexOf((v === undefined ? host : (first(v ?? null) ?? host)).grid.sheet) + 1;
  }),
  SHEETS: fn('@', ({ host }: Site) => host.workbook.sheets.length),
  ISREF: fn('x', (v: Value) => v instanceof Ref || v instanceof Union),
  ISFORMULA: fn('@x', ({ host }: Site, v: Value) => {
    const ref = first(v);
    return ref ? host.formulaText(ref.grid, ref.top, ref.left) !== null : VALUE;
  }),
  FORMULATEXT: fn('@x', ({ host }: Site, v: Value) => {
    const ref = first(v);
    return (ref && host.formulaText(ref.grid, ref.top, ref.left)) ?? NA;
  }),
};

/** @returns undefined where the argument was left out */
function sizeOf(v?: Value): number | null {
  if (v === undefined || v === null) return null;
  const n = v instanceof Ref ? v.grid.value(v.top, v.left) : v;
  return typeof n === 'number' ? n : n instanceof CellError || n === null ? null : 1;
}
