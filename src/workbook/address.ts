/** @returns `AB` for column 27. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return (rest >= 0 ? columnLetters(rest) : '') + String.fromCharCode(65 + (column % 26));
}

/** @returns 27 for `AB`. */
export const columnOf = (letters: string): number =>
  [...letters].reduce((column, letter) => 26 * (column + 1) + letter.charCodeAt(0) - 65, -1);

/** @returns a sheet's name as formulas spell it: `'应收 台账'`. */
export const quotedSheet = (name: string): string => `'${name.replaceAll("'", "''")}'`;

/** @returns the sheet of an address as Office gives it: `Sheet1!A1` or `'my sheet'!A1`. */
export function sheetOf(address: string): string {
  const name = address.slice(0, address.lastIndexOf('!'));
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}

/** @returns a text as formulas spell it. */
export const quotedText = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** @returns where a link to a cell of a sheet leads, up to the cell's address; for HYPERLINK */
export const linkToSheet = (name: string): string => quotedText(`#${quotedSheet(name)}!`);

/** @param cell - holds the sheet's name @returns as linkToSheet */
export const linkToSheetIn = (cell: string): string => `"#'"&SUBSTITUTE(${cell},"'","''")&"'!"`;

/** @returns numbers as runs of neighbours [from, to], ascending, each number once. */
export function runsOf(numbers: Iterable<number>): [number, number][] {
  const runs: [number, number][] = [];
  for (const n of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && n === last[1] + 1) last[1] = n;
    else runs.push([n, n]);
  }
  return runs;
}
