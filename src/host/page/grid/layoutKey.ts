import type { Sheet } from '../../model/sheet';
import { VisibleCells } from './visibleCells';

/**
 * Tells whether the grid must be built anew or only painted: everything about a sheet that VTable
 * takes in at construction.
 * @param heights - pixels by row
 */
export function layoutKey(sheet: Sheet, heights: ReadonlyMap<number, number>): string {
  const visible = new VisibleCells(sheet, { row: 0, column: 0 });
  let hidden = 0;
  for (const row of sheet.hiddenRows) hidden = (hidden * 31 + row) | 0;
  return JSON.stringify([
    visible.rows.length,
    visible.columns.length,
    hidden,
    [...sheet.hiddenColumns],
    sheet.columnWidths,
    [...heights],
    sheet.merges,
    sheet.frozen,
    sheet.showGridlines,
    sheet.conditionalFormats.some((rule) => rule.kind.type === 'dataBar'),
  ]);
}
