import { MAX_COLUMNS, type Area } from '../model/address';
import type { Sheet } from '../model/sheet';
import type { Style } from '../model/style';
import type { Workbook } from '../model/workbook';

/** @returns the numbers of all styles that occur in the areas. */
export function stylesIn(sheet: Sheet, areas: readonly Area[]): Set<number> {
  const found = new Set<number>();
  const known = Math.max(sheet.cells.columns.length, sheet.columnStyles.length);
  for (const { top, left, bottom, right } of areas) {
    if (Math.min(right, MAX_COLUMNS - 1) >= known) found.add(0);
    for (let c = left; c <= Math.min(right, known - 1); c++) {
      const ofColumn = sheet.columnStyles[c] ?? 0;
      const styles = sheet.cells.columns[c]?.styles ?? [];
      if (bottom >= styles.length) found.add(ofColumn);
      for (let r = top; r <= Math.min(bottom, styles.length - 1); r++) {
        const own = styles[r] ?? 0;
        found.add(own === 0 ? ofColumn : own);
      }
    }
  }
  return found;
}

/** @returns what `pick` says of every cell of the areas, or null when they differ. */
export function uniformStyle<T>(
  workbook: Workbook,
  sheet: Sheet,
  areas: readonly Area[],
  pick: (style: Style) => T,
): T | null {
  let first: { value: T } | null = null;
  for (const id of stylesIn(sheet, areas)) {
    const value = pick(workbook.styles.get(id));
    if (first === null) first = { value };
    else if (first.value !== value) return null;
  }
  return first === null ? null : first.value;
}
