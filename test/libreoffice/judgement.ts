import { saveWorkbook } from '../../src/host/file/saveWorkbook';
import { parseArea } from '../../src/host/model/address';
import { createWorkbook } from '../../src/host/model/createWorkbook';
import { setValues, type CellInput } from '../../src/host/model/edits';
import { recalculated } from '../support/libreoffice';

/** A sheet of plain formulas, and what the domain says stands in their cells. */
export interface FormulaSheet {
  readonly name: string;
  /** Rows by the cell they begin at. */
  readonly blocks: Readonly<Record<string, readonly (readonly CellInput[])[]>>;
  /** By cell; null is a blank. */
  readonly says: Readonly<Record<string, number | null>>;
}

/** @returns `KPI1!L7: 12.5, by LibreOffice 12.4` for every cell LibreOffice calculates otherwise */
export function differences(sheets: readonly FormulaSheet[]): string[] {
  const workbook = createWorkbook();
  for (const { name, blocks } of sheets) {
    const sheet = workbook.addSheet(name, 'user');
    for (const [cell, rows] of Object.entries(blocks)) {
      const { top, left } = parseArea(cell)!;
      const right = left + Math.max(...rows.map((row) => row.length)) - 1;
      const padded = rows.map((row) => Array.from({ length: right - left + 1 }, (_, c) => row[c]));
      setValues(
        workbook,
        sheet,
        { top, left, bottom: top + rows.length - 1, right },
        padded,
        'user',
      );
    }
  }
  const judged = recalculated(saveWorkbook(workbook));
  return sheets.flatMap(({ name, says }) =>
    Object.entries(says).flatMap(([cell, ours]) => {
      const { top, left } = parseArea(cell)!;
      const theirs = judged(name, top, left);
      return agree(ours ?? '', theirs)
        ? []
        : [`${name}!${cell}: ${ours}, by LibreOffice ${theirs}`];
    }),
  );
}

/** Doubles of sheets are good for 15 digits; money is far coarser than that. */
const agree = (ours: number | string, theirs: number | string): boolean =>
  typeof ours === 'number' && typeof theirs === 'number'
    ? Math.abs(ours - theirs) <= 1e-9 * Math.max(1, Math.abs(ours))
    : ours === theirs;
