import { intersect, type Area } from '../model/address';
import type { Sheet } from '../model/sheet';

/**
 * @param text - shows a cell's text
 * @returns the shown cells of an area as tab-separated lines, as Excel puts them on the clipboard
 */
export function toTsv(
  sheet: Sheet,
  area: Area,
  text: (row: number, column: number) => string,
): string {
  const used = sheet.cells.usedArea(false);
  const part = (used && intersect(used, area)) ?? { ...area, bottom: area.top, right: area.left };
  const lines: string[] = [];
  for (let row = area.top; row <= part.bottom; row++) {
    if (sheet.hiddenRows.has(row)) continue;
    const cells: string[] = [];
    for (let column = area.left; column <= part.right; column++) {
      if (!sheet.hiddenColumns.has(column)) cells.push(quote(text(row, column)));
    }
    lines.push(cells.join('\t'));
  }
  return lines.join('\r\n');
}

const quote = (text: string): string =>
  /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** @returns lines of cells; a quoted cell may hold tabs and line breaks. */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/y;
  for (;;) {
    const match = cell.exec(text);
    if (!match) return rows;
    rows.at(-1)!.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '') return rows;
    if (match[3] !== '\t') {
      if (cell.lastIndex === text.length) return rows;
      rows.push([]);
    }
  }
}
