import type { Area } from './address';
import type { CellFormula } from './cells';
import type { Sheet } from './sheet';
import type { CellValue } from './value';

/**
 * What the workbook asks of the calculation engine. The engine reads and writes values straight in
 * `sheet.cells`; it writes nothing but results of formulas and their spills.
 */
export interface Calculator {
  /**
   * Turns a formula's text (with `=`) into what the cell keeps. Text that does not parse throws
   * `FormulaSyntaxError`; an unknown function or name is no syntax error, it evaluates to #NAME?.
   */
  compile(text: string, sheet: Sheet, row: number, column: number): CellFormula;
  /**
   * The formulas of these cells were set, replaced or removed, or their plain values changed. Spills
   * that touch the area are withdrawn at once: their other cells become blank until they spill anew.
   */
  cellsChanged(sheet: Sheet, area: Area): void;
  /** Sheets, tables or names came, went or were renamed: references by name resolve anew. */
  structureChanged(): void;
  /**
   * A file was opened: its formulas stand in `sheet.cells` beside the values it kept for them. Takes
   * them in as clean, all but volatile ones and `stale` (which the file has no value for), whatever
   * the calculation mode; a recalculation follows from whoever opened the file.
   */
  opened(stale: 'all' | readonly FormulaCell[], spills: readonly Spill[]): void;
  /**
   * Evaluates what is dirty, in order of dependence.
   * @returns sheets on which a value changed
   */
  recalculate(): ReadonlySet<Sheet>;
  /** Marks every formula dirty (Ctrl+Alt+F9), then recalculates. */
  recalculateAll(): ReadonlySet<Sheet>;
  /** Value of a formula as if it stood in that cell, without entering it; for rules and names. */
  evaluate(text: string, sheet: Sheet, row: number, column: number): CellValue;
  /** A formula for many cells: compiled once, relative to (`row`, `column`), asked anywhere. */
  probe(
    text: string,
    sheet: Sheet,
    row: number,
    column: number,
  ): (row: number, column: number) => CellValue;
  /** Area a dynamic array formula in that cell spills over (itself included), or null. */
  spillArea(sheet: Sheet, row: number, column: number): Area | null;
  /** The cell whose formula spills into that cell, or null. */
  spillParent(sheet: Sheet, row: number, column: number): { row: number; column: number } | null;
  /** The text of a formula after a structural edit; null when nothing in it moves. */
  shiftReferences(text: string, home: Sheet, shift: Shift): string | null;
  /**
   * The formula of the cell that stood at (`row`, `column`) before the shift, as it reads in that
   * cell's place after it. Answers the same object when nothing in it moves relative to the cell, so
   * that shifting half a million formulas stays cheap. Asked before the cells themselves move.
   */
  shiftFormula(
    formula: CellFormula,
    home: Sheet,
    row: number,
    column: number,
    shift: Shift,
  ): CellFormula;
}

export interface FormulaCell {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}

/** A formula over the area its results fill, its own cell included. */
export interface Spill extends FormulaCell {
  readonly area: Area;
}

/** Rows or columns that open (`count` > 0) or close (`count` < 0) before index `at`. */
export interface Shift {
  readonly sheet: Sheet;
  readonly axis: 'rows' | 'columns';
  readonly at: number;
  readonly count: number;
  /** Only cells between these columns (for rows) or rows (for columns) move, both inclusive. */
  readonly from: number;
  readonly to: number;
}

/** A formula that Excel would refuse to enter. */
export class FormulaSyntaxError extends Error {
  override readonly name = 'FormulaSyntaxError';
}
