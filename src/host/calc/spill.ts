import { MAX_COLUMNS, MAX_ROWS, intersect, sameArea, subtract, type Area } from '../model/address';
import { sameValue, type CellValue } from '../model/value';
import type { Workbook } from '../model/workbook';
import type { Graph } from './graph';
import type { Grid, Spill } from './grid';
import { Matrix, SPILL } from './values';

const keyOf = (row: number, column: number): number => row * MAX_COLUMNS + column;

/** Array results and the cells they fill. */
export class Spills {
  constructor(
    private readonly workbook: Workbook,
    private readonly graph: Graph,
    private readonly write: (grid: Grid, row: number, column: number, value: CellValue) => void,
  ) {}

  has(grid: Grid, row: number, column: number): boolean {
    return grid.spills.size > 0 && grid.spills.has(keyOf(row, column));
  }

  /** Cells a formula's results fill, itself included; null when it fills only its own. */
  areaOf(grid: Grid, row: number, column: number): Area | null {
    const spill = grid.spills.get(keyOf(row, column));
    return spill && !spill.blocked ? spill.area : null;
  }

  parent(grid: Grid, row: number, column: number): { row: number; column: number } | null {
    const spill = grid.columns[column]?.spills[row];
    return spill && (spill.row !== row || spill.column !== column)
      ? { row: spill.row, column: spill.column }
      : null;
  }

  /** A result as the file has it: its values are in the cells already. */
  load(grid: Grid, row: number, column: number, area: Area): void {
    this.occupy(grid, { row, column, area, blocked: false, values: null });
  }

  /**
   * Fills or empties the cells around a formula.
   * @returns what the formula's own cell shows
   */
  put(grid: Grid, row: number, column: number, value: CellValue | Matrix): CellValue {
    const key = keyOf(row, column);
    const before = grid.spills.get(key);
    grid.spills.delete(key);
    if (!(value instanceof Matrix)) {
      if (before) this.vacate(grid, before, null);
      return value;
    }
    const bottom = row + value.height - 1;
    const right = column + value.width - 1;
    const area = { top: row, left: column, bottom, right };
    if (bottom >= MAX_ROWS || right >= MAX_COLUMNS || this.isBlocked(grid, area, before)) {
      if (before) this.vacate(grid, before, null);
      grid.spills.set(key, { row, column, area, blocked: true, values: null });
      return SPILL;
    }
    if (before) this.vacate(grid, before, area);
    this.occupy(grid, { row, column, area, blocked: false, values: value });
    for (let c = column, i = 0; c <= right; c++, i++) {
      const state = grid.column(c);
      for (let r = row, j = i; r <= bottom; r++, j += value.width) {
        if (r === row && c === column) continue;
        this.write(grid, r, c, value.data[j] ?? 0);
        state.clean(r);
      }
    }
    if (!before || before.blocked) this.changed(grid, [area]);
    else if (!sameArea(before.area, area)) this.changed(grid, subtract(area, before.area));
    return value.at(0, 0);
  }

  /**
   * Empties, at once, the results that touch cells someone changed.
   * @returns areas that are blank or to be calculated now
   */
  withdraw(grid: Grid, area: Area): Area[] {
    const touched: Area[] = [];
    for (const [key, spill] of grid.spills) {
      if (!intersect(spill.area, area)) continue;
      grid.spills.delete(key);
      if (!spill.blocked) this.erase(grid, spill, area);
      touched.push(spill.area);
    }
    return touched;
  }

  private occupy(grid: Grid, spill: Spill): void {
    grid.spills.set(keyOf(spill.row, spill.column), spill);
    const { top, left, bottom, right } = spill.area;
    for (let c = left; c <= right; c++) {
      const { spills } = grid.column(c);
      while (spills.length < top) spills.push(undefined);
      for (let r = top; r <= bottom; r++) spills[r] = spill;
    }
  }

  /** Takes back what the spill filled, but for cells in `keep`. */
  private vacate(grid: Grid, spill: Spill, keep: Area | null): void {
    if (spill.blocked) return;
    for (const part of keep ? subtract(spill.area, keep) : [spill.area]) {
      for (let c = part.left; c <= part.right; c++) {
        const state = grid.column(c);
        for (let r = part.top; r <= part.bottom; r++) {
          if (state.spills[r] !== spill) continue;
          state.spills[r] = undefined;
          if (r === spill.row && c === spill.column) continue;
          this.write(grid, r, c, null);
          state.clean(r);
        }
      }
      this.changed(grid, [part]);
    }
  }

  /** As `vacate`, but keeps what was entered over the spill inside `entered`. */
  private erase(grid: Grid, spill: Spill, entered: Area): void {
    const { top, left, bottom, right } = spill.area;
    for (let c = left; c <= right; c++) {
      const state = grid.column(c);
      for (let r = top; r <= bottom; r++) {
        if (state.spills[r] !== spill) continue;
        state.spills[r] = undefined;
        if (state.formulas[r] === undefined) state.clean(r);
        if (r === spill.row && c === spill.column) continue;
        const inside =
          r >= entered.top && r <= entered.bottom && c >= entered.left && c <= entered.right;
        const spilled = spill.values?.at(r - top, c - left) ?? 0;
        const kept =
          inside && (spill.values === null || !sameValue(grid.cells.value(r, c), spilled));
        if (!kept && grid.cells.formula(r, c) === undefined) this.write(grid, r, c, null);
      }
    }
  }

  private isBlocked(grid: Grid, area: Area, own: Spill | undefined): boolean {
    const { sheet } = grid;
    if (sheet.merges.some((m) => intersect(m, area))) return true;
    if (this.workbook.tables.some((t) => t.sheet === sheet && intersect(t.area, area))) return true;
    for (let c = area.left; c <= area.right; c++) {
      const cells = grid.cells.columns[c];
      const spills = grid.columns[c]?.spills;
      for (let r = area.top; r <= area.bottom; r++) {
        if (r === area.top && c === area.left) continue;
        const owner = spills?.[r];
        if (owner !== undefined && owner === own) continue;
        if (owner !== undefined || cells?.formulas[r]) return true;
        if ((cells?.values[r] ?? null) !== null) return true;
      }
    }
    return false;
  }

  private changed(grid: Grid, areas: readonly Area[]): void {
    this.graph.newRound();
    for (const area of areas) this.graph.changed(grid, area);
  }
}
