import { cellCount, intersect, type Area } from '../model/address';
import type { CellFormula } from '../model/cells';
import { finishEdit } from '../model/edits/finishEdit';
import type { Sheet } from '../model/sheet';
import type { CellValue } from '../model/value';
import type { Workbook } from '../model/workbook';

interface BeforeImage {
  readonly sheet: Sheet;
  readonly area: Area;
  readonly cells: readonly (readonly [CellValue, CellFormula | undefined, number])[];
}

const MOST_STEPS = 50;
const MOST_CELLS = 300_000;

/** Undo of a person's own edits of cells. An edit of any other kind, or the add-in's, empties it. */
export class Undo {
  private steps: BeforeImage[] = [];

  /** Runs an edit that changes cells of `area` only; one too large to keep cannot be undone. */
  record(sheet: Sheet, area: Area, edit: () => void): void {
    const used = sheet.cells.usedArea(false);
    const kept = cellCount(area) <= 1_000 ? area : used && intersect(area, used);
    const image = kept && cellCount(kept) <= MOST_CELLS ? take(sheet, kept) : null;
    edit();
    if (image) this.steps = [...this.steps.slice(1 - MOST_STEPS), image];
    else if (kept) this.clear();
  }

  clear(): void {
    this.steps = [];
  }

  /** @returns the area put back, or null when there is nothing to undo */
  undo(workbook: Workbook): { sheet: Sheet; area: Area } | null {
    const step = this.steps.pop();
    if (!step || !workbook.sheets.includes(step.sheet)) return null;
    const { sheet, area } = step;
    let i = 0;
    for (let row = area.top; row <= area.bottom; row++) {
      for (let column = area.left; column <= area.right; column++) {
        const [value, formula, style] = step.cells[i++]!;
        sheet.cells.setFormula(row, column, formula);
        sheet.cells.setValue(row, column, value);
        sheet.cells.setStyle(row, column, style);
      }
    }
    finishEdit(workbook, sheet, area, 'user');
    return { sheet, area };
  }
}

function take(sheet: Sheet, area: Area): BeforeImage {
  const cells: [CellValue, CellFormula | undefined, number][] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      cells.push([
        sheet.cells.value(row, column),
        sheet.cells.formula(row, column),
        sheet.cells.style(row, column),
      ]);
    }
  }
  return { sheet, area, cells };
}
