import type { Area } from '../model/address';
import {
  FormulaSyntaxError,
  type Calculator,
  type FormulaCell,
  type Shift,
  type Spill,
} from '../model/calculator';
import type { CellFormula } from '../model/cells';
import type { Sheet } from '../model/sheet';
import type { CellValue } from '../model/value';
import type { Workbook } from '../model/workbook';
import { Binder } from './binder';
import { CustomCalls } from './custom';
import { Evaluator } from './evaluator';
import { Formula } from './formula';
import { Graph } from './graph';
import { Grid } from './grid';
import { shiftParts, shiftPlace } from './shift';
import type { Spills } from './spill';
import { VALUE, toScalar } from './values';

/**
 * The calculation engine. A formula is compiled once however many cells it was filled into; cells
 * are calculated when dirty, on demand of their readers. Cells of a circular reference show 0.
 */
export class Engine implements Calculator {
  private readonly grids = new Map<Sheet, Grid>();
  private readonly graph = new Graph();
  private readonly spills: Spills;
  private readonly custom: CustomCalls;
  private readonly evaluator: Evaluator;
  private readonly binder: Binder;
  private pending: { grid: Grid; area: Area }[] = [];
  private answers: { grid: Grid; row: number; column: number }[] = [];

  constructor(readonly workbook: Workbook) {
    this.custom = new CustomCalls((grid, row, column) => {
      this.answered(grid, row, column);
    });
    this.evaluator = new Evaluator(workbook, this.graph, this.custom);
    this.spills = this.evaluator.spills;
    this.binder = new Binder(workbook, {
      gridOf: (sheet) => this.gridOf(sheet),
      spillArea: (grid, row, column) => this.spills.areaOf(grid, row, column),
      callCustom: (name, args, grid, row, column) => {
        const fn = workbook.customFunctions.get(name);
        return fn ? this.custom.call(fn, args, grid, row, column) : VALUE;
      },
    });
  }

  gridOf(sheet: Sheet): Grid {
    let grid = this.grids.get(sheet);
    if (!grid) {
      grid = new Grid(
        sheet,
        (g, row, column) => {
          this.evaluator.resolve(g, row, column);
        },
        () => this.workbook.tables.filter((t) => t.sheet === sheet),
      );
      this.grids.set(sheet, grid);
    }
    return grid;
  }

  compile(text: string, sheet: Sheet, row: number, column: number): CellFormula {
    return this.binder.formula(text, this.gridOf(sheet), row, column);
  }

  cellsChanged(sheet: Sheet, area: Area): void {
    const grid = this.gridOf(sheet);
    this.pending.push({ grid, area });
    if (grid.spills.size === 0) return;
    for (const blank of this.spills.withdraw(grid, area)) this.pending.push({ grid, area: blank });
  }

  structureChanged(): void {
    this.synchronise();
    this.graph.newRound();
    for (const formula of this.binder.rebind()) {
      this.graph.rebound(formula);
      for (const group of formula.groups.values()) this.graph.markGroup(group);
    }
  }

  opened(stale: 'all' | readonly FormulaCell[], spills: readonly Spill[]): void {
    this.pending = [];
    this.graph.newRound();
    for (const { sheet, row, column, area } of spills) {
      this.spills.load(this.gridOf(sheet), row, column, area);
    }
    for (const sheet of this.workbook.sheets) this.takeIn(this.gridOf(sheet));
    if (stale === 'all') this.markAll();
    else {
      for (const { sheet, row, column } of stale) {
        this.graph.markCell(this.gridOf(sheet).column(column), row);
      }
    }
  }

  /** Formulas that are no array formulas in the file come from before arrays spilled. */
  private takeIn(grid: Grid): void {
    grid.cells.columns.forEach((cells, c) => {
      if (!cells) return;
      const column = grid.column(c);
      column.version++;
      cells.formulas.forEach((formula, r) => {
        if (!formula) return;
        let own = this.adopt(formula, grid, r, c);
        if (!own.meaning.scalar && !this.spills.has(grid, r, c)) {
          own = this.binder.formula(own.text(r, c), grid, r, c, 'implicit');
          this.binder.keep(own);
          cells.formulas[r] = own;
        }
        this.graph.setFormula(column, r, own);
      });
    });
  }

  recalculate(): ReadonlySet<Sheet> {
    this.synchronise();
    for (const group of this.graph.volatile) this.graph.markGroup(group);
    return this.evaluator.run();
  }

  recalculateAll(): ReadonlySet<Sheet> {
    this.synchronise();
    this.markAll();
    return this.evaluator.run();
  }

  private markAll(): void {
    for (const sheet of this.workbook.sheets) {
      for (const column of this.gridOf(sheet).columns) {
        if (column) this.graph.markFormulas(column, 0, column.formulas.length - 1, () => true);
      }
    }
  }

  evaluate(text: string, sheet: Sheet, row: number, column: number): CellValue {
    return this.probe(text, sheet, row, column)(row, column);
  }

  probe(
    text: string,
    sheet: Sheet,
    row: number,
    column: number,
  ): (row: number, column: number) => CellValue {
    const grid = this.gridOf(sheet);
    let generation = this.binder.generation;
    let formula = this.binder.formula(text, grid, row, column);
    return (r, c) => {
      this.synchronise();
      if (generation !== this.binder.generation) {
        generation = this.binder.generation;
        formula = this.binder.formula(text, grid, row, column);
      }
      return toScalar(this.evaluator.outsideCells(() => formula.evaluate(r, c))) ?? 0;
    };
  }

  spillArea(sheet: Sheet, row: number, column: number): Area | null {
    return this.spills.areaOf(this.gridOf(sheet), row, column);
  }

  spillParent(sheet: Sheet, row: number, column: number): { row: number; column: number } | null {
    return this.spills.parent(this.gridOf(sheet), row, column);
  }

  shiftReferences(text: string, home: Sheet, shift: Shift): string | null {
    const grid = this.gridOf(home);
    const origin = { row: 0, column: 0 };
    let parts;
    try {
      parts = shiftParts(this.binder.parse(text, grid, 0, 0).list, grid, origin, origin, shift);
    } catch (e) {
      if (e instanceof FormulaSyntaxError) return null;
      throw e;
    }
    return parts && this.binder.template(parts).text(0, 0);
  }

  shiftFormula(
    formula: CellFormula,
    home: Sheet,
    row: number,
    column: number,
    shift: Shift,
  ): CellFormula {
    const grid = this.gridOf(home);
    const own = this.adopt(formula, grid, row, column);
    const before = { row, column };
    const after = shiftPlace(home === shift.sheet, before, shift);
    const parts = shiftParts(own.template.parts, grid, before, after, shift);
    if (!parts) return own;
    const text = this.binder.template(parts).text(after.row, after.column);
    return this.binder.formula(text, grid, after.row, after.column, own.mode);
  }

  /** Brings the graph in line with the cells that were reported changed. */
  private synchronise(): void {
    if (this.pending.length === 0) return;
    const pending = this.pending;
    this.pending = [];
    this.graph.newRound();
    for (const { grid, area } of pending) this.synchroniseFormulas(grid, area);
    for (const { grid, area } of pending) this.graph.changed(grid, area);
  }

  private synchroniseFormulas(grid: Grid, area: Area): void {
    const columns = grid.cells.columns;
    const last = Math.min(area.right, Math.max(columns.length, grid.columns.length) - 1);
    for (let c = area.left; c <= last; c++) {
      const cells = columns[c];
      const known = grid.columns[c];
      if (!cells && !known) continue;
      const column = grid.column(c);
      column.version++;
      const fresh = new Set<number>();
      const end = Math.min(
        area.bottom,
        Math.max(cells?.formulas.length ?? 0, column.formulas.length) - 1,
      );
      for (let r = area.top; r <= end; r++) {
        const formula = cells?.formulas[r];
        const before = column.formulas[r];
        if (!formula && !before) continue;
        const own = formula && this.adopt(formula, grid, r, c);
        if (before && before !== own) this.custom.forget(grid, r, c);
        if (own !== before) fresh.add(r);
        this.graph.setFormula(column, r, own);
      }
      // What the file had for a formula we cannot calculate stays while nothing else changes.
      this.graph.markFormulas(
        column,
        area.top,
        end,
        (formula, r) => !formula.meaning.unsupported || fresh.has(r),
      );
    }
  }

  /** Formulas copied from another sheet, or made by someone else, are compiled for this one. */
  private adopt(formula: CellFormula, grid: Grid, row: number, column: number): Formula {
    if (formula instanceof Formula && formula.grid === grid) {
      this.binder.keep(formula);
      return formula;
    }
    const own = this.binder.formula(formula.text(row, column), grid, row, column);
    this.binder.keep(own);
    grid.cells.setFormula(row, column, own);
    return own;
  }

  /** Answers that arrive together are calculated together. */
  private answered(grid: Grid, row: number, column: number): void {
    if (this.answers.push({ grid, row, column }) > 1) return;
    queueMicrotask(() => {
      const answers = this.answers;
      this.answers = [];
      this.synchronise();
      for (const a of answers) this.graph.markCell(a.grid.column(a.column), a.row);
      for (const sheet of this.evaluator.run()) this.workbook.events.emit('calculated', { sheet });
    });
  }
}

/** @returns a calculation engine for the workbook, which keeps it as its `calculator` */
export const createCalculator = (workbook: Workbook): Calculator => new Engine(workbook);
