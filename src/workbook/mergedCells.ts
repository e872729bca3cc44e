import { AMOUNT_ROLES, isBlank, ROLES, type Mapping } from '../domain';
import { columnLetters } from './address';

/** A merged cell; zero-based on the sheet. */
export interface MergedCell {
  readonly top: number;
  readonly height: number;
  readonly column: number;
  readonly width: number;
}

/** Excel tells no more of them at once, and fails where there are more. */
const MOST_AREAS = 512;

/**
 * Reads where cells are merged among rows of a sheet.
 *
 * @param firstRow - zero-based, as is `lastRow`; inclusive
 * @returns none where Excel cannot tell: before ExcelApi 1.13
 */
export async function readMergedCells(
  sheet: Excel.Worksheet,
  firstRow: number,
  lastRow: number,
): Promise<readonly MergedCell[]> {
  if (!Office.context.requirements.isSetSupported('ExcelApi', '1.13')) return [];
  const merged = sheet.getRange(`${firstRow + 1}:${lastRow + 1}`).getMergedAreasOrNullObject();
  const sides = ['rowIndex', 'rowCount', 'columnIndex', 'columnCount'];
  merged.load(sides.map((side) => `areas/items/${side}`).join());
  try {
    await sheet.context.sync();
  } catch (error) {
    if (lastRow - firstRow < MOST_AREAS) throw error;
    const middle = Math.floor((firstRow + lastRow) / 2);
    const upper = await readMergedCells(sheet, firstRow, middle);
    return [...upper, ...(await readMergedCells(sheet, middle + 1, lastRow))];
  }
  if (merged.isNullObject) return [];
  return merged.areas.items.map(({ rowIndex, rowCount, columnIndex, columnCount }) => ({
    top: rowIndex,
    height: rowCount,
    column: columnIndex,
    width: columnCount,
  }));
}

/** @returns `A4:A5`, for people. */
export const mergedAddress = ({ top, height, column, width }: MergedCell): string =>
  `${columnLetters(column)}${top + 1}:${columnLetters(column + width - 1)}${top + height}`;

/**
 * Reads merged cells as people do: the word or date of one holds for every row it spans; blocks come
 * in order. An amount stays the top row's, else it would count once a row; a row with nothing of its
 * own, kept for the next invoice, stays blank.
 */
export class MergedWords {
  /** Rows on the sheet that were filled, 1-based; a row may stand here more than once. */
  readonly filledRows: number[] = [];
  private readonly cells: readonly (MergedCell & { readonly at: number })[];
  private readonly words = new Map<MergedCell, unknown>();

  /** @param firstColumn - of the ledger on the sheet, zero-based */
  constructor(merged: readonly MergedCell[], mapping: Mapping, firstColumn: number) {
    const isAmount = new Set<string>(AMOUNT_ROLES);
    const columns = new Set(
      ROLES.filter((role) => !isAmount.has(role)).map((role) => mapping[role]),
    );
    this.cells = merged
      .map((cell) => ({ ...cell, at: cell.column - firstColumn }))
      .filter(({ height, at }) => height > 1 && columns.has(at));
  }

  /** @param top - row on the sheet of the block's first, zero-based */
  fill(rows: readonly unknown[][], top: number): void {
    if (this.cells.length === 0) return;
    const isUsed = rows.map((cells) => !cells.every(isBlank));
    for (const cell of this.cells) {
      const first = rows[cell.top - top];
      if (first) this.words.set(cell, first[cell.at]);
      const last = Math.min(cell.top + cell.height, top + rows.length);
      for (let row = Math.max(cell.top + 1, top); row < last; row++) {
        if (!isUsed[row - top]) continue;
        rows[row - top]![cell.at] = this.words.get(cell);
        this.filledRows.push(row + 1);
      }
    }
  }
}
