import { area } from '../address';
import type { CellFormula } from '../cells';
import type { Workbook } from '../workbook';
import { recalculate } from './finishEdit';

/** After rows were hidden or shown: SUBTOTAL and AGGREGATE, which look at that, calculate anew. */
export function recalculateSubtotals(wb: Workbook): void {
  const looksAtRows = new Map<CellFormula, boolean>();
  for (const sheet of wb.sheets) {
    sheet.cells.columns.forEach((cells, column) => {
      cells?.formulas.forEach((formula, row) => {
        if (!formula) return;
        let looks = looksAtRows.get(formula);
        if (looks === undefined) {
          looks = /\b(SUBTOTAL|AGGREGATE)\(/i.test(formula.text(row, column));
          looksAtRows.set(formula, looks);
        }
        if (looks) wb.calculator.cellsChanged(sheet, area(row, column));
      });
    });
  }
  recalculate(wb);
}
