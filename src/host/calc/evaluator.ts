import { area as cellArea, intersect } from '../model/address';
import type { Sheet } from '../model/sheet';
import { CellError, sameValue, type CellValue } from '../model/value';
import type { Workbook } from '../model/workbook';
import { useDateSystem } from './coerce';
import type { CustomCalls } from './custom';
import { cycleThrough } from './cycle';
import type { Graph } from './graph';
import { CLEAN, DIRTY, RUNNING, type Grid, type GridColumn } from './grid';
import { resolveArea } from './reference';
import { Spills } from './spill';
import { CALC, Lambda, Matrix, NUM, VALUE, deref, type Value } from './values';

/** Formulas calculated inside one another before the rest is put off: keeps the stack short. */
const MAX_DEPTH = 32;
/** Times one cell may be calculated in a recalculation before its spill counts as endless. */
const MAX_REPEATS = 50;
const MAX_TEXT = 32_767;

interface Place {
  readonly grid: Grid;
  readonly row: number;
  readonly column: number;
}

/**
 * Thrown to leave a calculation that needs another cell first, or (circular) its own value. One
 * object serves all throws, as making an Error is dear.
 */
class Detour extends Error {
  place!: Place;
  circular = false;

  to(grid: Grid, row: number, column: number, circular: boolean): this {
    this.place = { grid, row, column };
    this.circular = circular;
    return this;
  }
}

const isDirty = (column: GridColumn, row: number): boolean =>
  (column.flags[row] ?? CLEAN) !== CLEAN;

/** What a custom function said about its error. */
const messageOf = (v: CellValue): string | undefined =>
  v instanceof CellError ? v.message : undefined;

/** Calculates dirty cells, what they read first. */
export class Evaluator {
  readonly spills: Spills;
  private depth = 0;
  private changed = new Set<Sheet>();
  private readonly repeats = new Map<GridColumn, Map<number, number>>();
  private readonly detour = new Detour();

  constructor(
    private readonly workbook: Workbook,
    private readonly graph: Graph,
    private readonly custom: CustomCalls,
  ) {
    this.spills = new Spills(workbook, graph, (grid, row, column, value) => {
      this.write(grid, row, column, value);
    });
  }

  /**
   * Calculates what is dirty, in the order it was marked unless something is needed sooner.
   * @returns sheets on which a value changed
   */
  run(): ReadonlySet<Sheet> {
    this.changed = new Set();
    this.repeats.clear();
    this.custom.newPass();
    useDateSystem(this.workbook.date1904);
    // The queue and its last stretch grow while results spill.
    for (const stretch of this.graph.queue) {
      const { column, low } = stretch;
      for (let r = low; r <= stretch.high; r++) {
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
  private settle(first: Place): void {
    const stack = [first];
    while (stack.length > 0) {
      const { grid, row, column } = stack.at(-1)!;
      const state = grid.column(column);
      if (!isDirty(state, row)) {
        stack.pop();
        continue;
      }
      const depth = this.depth;
      try {
        this.calculate(grid, row, column);
        stack.pop();
      } catch (signal) {
        this.depth = depth;
        if (!(signal instanceof Detour)) throw signal;
        if (signal.circular) this.breakCycle(signal.place);
        else {
          // Pending cells count as running, so that a cycle through them is seen.
          state.flags[row] = RUNNING;
          stack.push(signal.place);
        }
      }
    }
  }

  /** Calculates a dirty cell whose value is asked for. */
  resolve(grid: Grid, row: number, column: number): void {
    const state = grid.column(column);
    const spill = state.formulas[row] ? undefined : state.spills[row];
    if (spill) {
      if (isDirty(grid.column(spill.column), spill.row)) {
        this.resolve(grid, spill.row, spill.column);
      } else state.clean(row);
      return;
    }
    if (state.flags[row] === RUNNING) throw this.detour.to(grid, row, column, true);
    if (this.depth >= MAX_DEPTH) throw this.detour.to(grid, row, column, false);
    this.calculate(grid, row, column);
  }

  private calculate(grid: Grid, row: number, column: number): void {
    const state = grid.column(column);
    const formula = state.formulas[row];
    if (!formula) {
      const spill = state.spills[row];
      state.clean(row);
      if (spill && isDirty(grid.column(spill.column), spill.row)) {
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
    this.write(grid, row, column, result);
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
    if (!rows) this.repeats.set(state, (rows = new Map<number, number>()));
    const times = (rows.get(row) ?? 0) + 1;
    rows.set(row, times);
    return times <= MAX_REPEATS;
  }

  /** Puts a result into its cell. */
  private write(grid: Grid, row: number, column: number, value: Value): void {
    let v: CellValue = value instanceof Lambda ? CALC : (value as CellValue);
    if (typeof v === 'number' && !Number.isFinite(v)) v = NUM;
    if (typeof v === 'string' && v.length > MAX_TEXT) v = VALUE;
    if (v === null && grid.columns[column]?.formulas[row]) v = 0;
    const before = grid.cells.value(row, column);
    if (sameValue(before, v) && messageOf(before) === messageOf(v)) return;
    grid.cells.setValue(row, column, v);
    grid.column(column).version++;
    this.changed.add(grid.sheet);
  }

  /** Every cell that is part of the circular reference shows 0, whichever was asked first. */
  private breakCycle({ grid, row, column }: Place): void {
    const cells = cycleThrough(grid, row, column);
    this.graph.newRound();
    for (const cell of cells) {
      const wasCalculated = !isDirty(cell.grid.column(cell.column), cell.row);
      this.finish(cell.grid, cell.row, cell.column, 0);
      if (wasCalculated) this.graph.changed(cell.grid, cellArea(cell.row, cell.column));
    }
    for (const cell of cells) cell.grid.column(cell.column).clean(cell.row);
  }

  /** Evaluates what stands in no cell; cells it reads are calculated when dirty. */
  outsideCells(evaluate: () => Value): Value {
    useDateSystem(this.workbook.date1904);
    for (;;) {
      const depth = this.depth;
      try {
        return deref(evaluate());
      } catch (signal) {
        this.depth = depth;
        if (signal instanceof RangeError) return NUM;
        if (!(signal instanceof Detour)) throw signal;
        if (signal.circular) this.breakCycle(signal.place);
        else this.settle(signal.place);
      }
    }
  }
}
