import { area as cellArea, intersect, type Area } from '../model/address';
import {
  FormulaSyntaxError,
  type Calculator,
  type FormulaCell,
  type Shift,
  type Spill,
} from '../model/calculator';
import type { CellFormula } from '../model/cells';
import type { Sheet } from '../model/sheet';
import { CellError, sameValue, type CellValue } from '../model/value';
import type { Workbook } from '../model/workbook';
import { Binder } from './binder';
import { useDateSystem } from './coerce';
import { CustomCalls } from './custom';
import { cycleThrough } from './cycle';
import { Formula } from './formula';
import { Graph } from './graph';
import { CLEAN, DIRTY, Grid, RUNNING, type GridColumn } from './grid';
import { resolveArea } from './reference';
import { shiftParts, shiftPlace } from './shift';
import { Spills } from './spill';
import { CALC, Lambda, Matrix, NUM, VALUE, deref, toScalar, type Value } from './values';

/** Formulas calculated inside one another before the rest is put off: keeps the stack short. */
const MAX_DEPTH = 32;
/** Times one cell may be calculated in a recalculation before its spill counts as endless. */
const MAX_REPEATS = 50;
const MAX_TEXT = 32_767;

/** Thrown to calculate another cell first. */
class Deferral {
  constructor(
    readonly grid: Grid,
    readonly row: number,
    readonly column: number,
  ) {}
}

/** Thrown when a cell turns out to need its own value. */
class Circular {
  constructor(
    readonly grid: Grid,
    readonly row: number,
    readonly column: number,
  ) {}
}

/**
 * The calculation engine. A formula is compiled once however many cells it was filled into; cells
 * are calculated when dirty, on demand of their readers. Cells of a circular reference show 0.
 */
export class Engine implements Calculator {
  private readonly grids = new Map<Sheet, Grid>();
  private readonly graph = new Graph();
  private readonly spills: Spills;
  private readonly custom: CustomCalls;
  private readonly binder: Binder;
  private pending: { grid: Grid; area: Area }[] = [];
  private depth = 0;
  private changed = new Set<Sheet>();
  private readonly repeats = new Map<GridColumn, Map<number, number>>();
  private answers: { grid: Grid; row: number; column: number }[] = [];

  constructor(readonly workbook: Workbook) {
    this.spills = new Spills(workbook, this.graph, (grid, row, column, value) =>
      this.write(grid, row, column, value),
    );
    this.custom = new CustomCalls((grid, row, column) => this.answered(grid, row, column));
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
        (g, row, column) => this.resolve(g, row, column),
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
    return this.run();
  }

  recalculateAll(): ReadonlySet<Sheet> {
    this.synchronise();
    this.markAll();
    return this.run();
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
      return toScalar(this.outsideCells(() => formula.evaluate(r, c))) ?? 0;
    };
  }

  /** Evaluates what stands in no cell; cells it reads are calculated when dirty. */
  private outsideCells(evaluate: () => Value): Value {
    for (;;) {
      const depth = this.depth;
      try {
        return deref(evaluate());
      } catch (signal) {
        this.depth = depth;
        if (signal instanceof Deferral) this.settle(signal);
        else if (signal instanceof Circular) this.breakCycle(signal);
        else if (signal instanceof RangeError) return NUM;
        else throw signal;
      }
    }
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
    return this.binder.formula(text, grid, after.row, after.column);
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

  private run(): ReadonlySet<Sheet> {
    this.changed = new Set();
    this.repeats.clear();
    this.custom.newPass();
    useDateSystem(this.workbook.date1904);
    for (let i = 0; i < this.graph.queue.length; i++) {
      const { column, low, high } = this.graph.queue[i]!;
      for (let r = low; r <= high; r++) {
        if (column.flags[r] === DIRTY) {
          this.settle({ grid: column.grid, row: r, column: column.index });
        }
      }
    }
    this.graph.queue = [];
    this.graph.newRound();
    return this.changed;
  }

  /** Calculates a cell and, without growing the stack, what it turns out to need first. */
  private settle(first: { grid: Grid; row: number; column: number }): void {
    const stack = [first];
    while (stack.length > 0) {
      const { grid, row, column } = stack.at(-1)!;
      const state = grid.column(column);
      if (state.flags[row] === CLEAN || state.flags[row] === undefined) {
        stack.pop();
        continue;
      }
      const depth = this.depth;
      try {
        this.calculate(grid, row, column);
        stack.pop();
      } catch (signal) {
        this.depth = depth;
        if (signal instanceof Deferral) {
          // Pending cells count as running, so that a cycle through them is seen.
          state.flags[row] = RUNNING;
          stack.push(signal);
        } else if (signal instanceof Circular) {
          this.breakCycle(signal);
        } else throw signal;
      }
    }
  }

  /** Called when a dirty cell is read. */
  private resolve(grid: Grid, row: number, column: number): void {
    const state = grid.column(column);
    const spill = state.formulas[row] ? undefined : state.spills[row];
    if (spill) {
      const parent = grid.column(spill.column);
      if ((parent.flags[spill.row] ?? CLEAN) === CLEAN) state.clean(row);
      else this.resolve(grid, spill.row, spill.column);
      return;
    }
    if (state.flags[row] === RUNNING) throw new Circular(grid, row, column);
    if (this.depth >= MAX_DEPTH) throw new Deferral(grid, row, column);
    this.calculate(grid, row, column);
  }

  private calculate(grid: Grid, row: number, column: number): void {
    const state = grid.column(column);
    const formula = state.formulas[row];
    if (!formula) {
      const spill = state.spills[row];
      state.clean(row);
      const parent = spill && grid.column(spill.column);
      if (spill && (parent!.flags[spill.row] ?? CLEAN) !== CLEAN) {
        this.resolve(grid, spill.row, spill.column);
      }
      return;
    }
    state.flags[row] = RUNNING;
    this.depth++;
    let value: Value;
    try {
      this.custom.begin(grid, row, column);
      value = deref(formula.evaluate(row, column));
    } catch (signal) {
      state.flags[row] = DIRTY;
      if (!(signal instanceof RangeError)) throw signal;
      value = NUM;
    }
    this.depth--;
    state.clean(row);
    this.finish(grid, row, column, value);
  }

  private finish(grid: Grid, row: number, column: number, value: Value): void {
    let result = value;
    if (result instanceof Matrix && result.data.length === 1) result = result.at(0, 0);
    if (result instanceof Matrix && this.feedsItself(grid, row, column, result)) result = 0;
    if (result instanceof Matrix || this.spills.has(grid, row, column)) {
      const rests = this.countRepeat(grid, row, column);
      result = this.spills.put(grid, row, column, rests ? (result as CellValue | Matrix) : 0);
    }
    this.write(grid, row, column, result as CellValue);
  }

  /** A formula that would spill over cells it reads is circular. */
  private feedsItself(grid: Grid, row: number, column: number, m: Matrix): boolean {
    const spill = cellArea(row, column, row + m.height - 1, column + m.width - 1);
    const { dependencies } = grid.column(column).formulas[row]!.meaning;
    return dependencies.some((d) => {
      const read = d.grid === grid ? resolveArea(d.area, row, column) : null;
      return read !== null && intersect(read, spill) !== null;
    });
  }

  /** Spills that feed themselves by way of others would never come to rest. */
  private countRepeat(grid: Grid, row: number, column: number): boolean {
    const state = grid.column(column);
    let rows = this.repeats.get(state);
    if (!rows) this.repeats.set(state, (rows = new Map()));
    const times = (rows.get(row) ?? 0) + 1;
    rows.set(row, times);
    return times <= MAX_REPEATS;
  }

  private write(grid: Grid, row: number, column: number, value: Value): void {
    let v: CellValue = value instanceof Lambda ? CALC : (value as CellValue);
    if (typeof v === 'string' && v.length > MAX_TEXT) v = VALUE;
    if (v === null && grid.columns[column]?.formulas[row]) v = 0;
    if (sameValue(grid.cells.value(row, column), v) && !(v instanceof CellError)) return;
    grid.cells.setValue(row, column, v);
    grid.column(column).version++;
    this.changed.add(grid.sheet);
  }

  /** Every cell that is part of the circular reference shows 0, whichever was asked first. */
  private breakCycle({ grid, row, column }: Circular): void {
    const cells = cycleThrough(grid, row, column);
    this.graph.newRound();
    for (const cell of cells) {
      const wasCalculated = (cell.grid.column(cell.column).flags[cell.row] ?? CLEAN) === CLEAN;
      this.finish(cell.grid, cell.row, cell.column, 0);
      if (wasCalculated) this.graph.changed(cell.grid, cellArea(cell.row, cell.column));
    }
    for (const cell of cells) cell.grid.column(cell.column).clean(cell.row);
  }

  /** Answers that arrive together are calculated together. */
  private answered(grid: Grid, row: number, column: number): void {
    if (this.answers.push({ grid, row, column }) > 1) return;
    queueMicrotask(() => {
      const answers = this.answers;
      this.answers = [];
      this.synchronise();
      for (const a of answers) this.graph.markCell(a.grid.column(a.column), a.row);
      for (const sheet of this.run()) this.workbook.events.emit('calculated', { sheet });
    });
  }
}

/** @returns a calculation engine for the workbook, which keeps it as its `calculator` */
export const createCalculator = (workbook: Workbook): Calculator => new Engine(workbook);
