import { containsCell, type Area } from '../model/address';
import { FormulaSyntaxError, type FormulaCell, type Spill } from '../model/calculator';
import type { CellFormula } from '../model/cells';
import type { Sheet } from '../model/sheet';
import type { Workbook } from '../model/workbook';
import { readAreas } from './areas';
import { fromFileFormula } from './formulaText';
import type { CellTag } from './scanSheet';

/** A formula of a file, as it stands in one cell. */
export interface LoadedFormula {
  readonly formula: CellFormula;
  /** Area an array formula fills, null for others. */
  readonly area: Area | null;
}

/** Compiles the formulas of one sheet part, followers of shared ones from their first cell's text. */
export class FormulaLoader {
  private readonly shared = new Map<number, CellFormula>();
  private readonly tables: readonly { readonly name: string; readonly area: Area }[];

  constructor(
    private readonly workbook: Workbook,
    private readonly sheet: Sheet,
  ) {
    this.tables = workbook.tables.filter((t) => t.sheet === sheet);
  }

  /** The formula's text as Excel shows it, with `=`; empty for followers of a shared formula. */
  text(cell: CellTag): string {
    const text = cell.formula?.text ?? '';
    return text === '' ? '' : `=${fromFileFormula(text, this.ownTable(cell.row, cell.column))}`;
  }

  /** @returns null when the cell's formula is one the engine does not know (what-if tables, odd syntax). */
  load(cell: CellTag): LoadedFormula | null {
    const tag = cell.formula;
    if (!tag || tag.kind === 'dataTable') return null;
    const text = this.text(cell);
    if (text === '') {
      const first = tag.kind === 'shared' ? this.shared.get(tag.shared) : undefined;
      return first ? { formula: first, area: null } : null;
    }
    const formula = this.compile(text, cell.row, cell.column);
    if (!formula) return null;
    if (tag.kind === 'shared') this.shared.set(tag.shared, formula);
    const area = tag.kind === 'array' ? (readAreas(tag.ref ?? '')[0] ?? null) : null;
    return { formula, area };
  }

  compile(text: string, row: number, column: number): CellFormula | null {
    try {
      return this.workbook.calculator.compile(text, this.sheet, row, column);
    } catch (error) {
      if (error instanceof FormulaSyntaxError) return null;
      throw error;
    }
  }

  /** Name of the table that holds the cell. */
  ownTable(row: number, column: number): string | undefined {
    for (const { name, area } of this.tables) if (containsCell(area, row, column)) return name;
    return undefined;
  }
}

/** What the engine must know of a file's formulas once all sheets are read. */
export class OpenedFormulas {
  readonly stale: FormulaCell[] = [];
  readonly spills: Spill[] = [];
}
