import { intersect, type Area } from '../model/address';
import type { Cells } from '../model/cells';
import type { Sheet } from '../model/sheet';
import type { Table } from '../model/table';
import type { CellValue } from '../model/value';
import type { Formula } from './formula';
import type { Matrix } from './values';
import { Watchers } from './watchers';

/** States of a cell in `GridColumn.flags`. */
export const CLEAN = 0;
export const DIRTY = 1;
export const RUNNING = 2;

/** The area one formula's array result fills, or would fill if it were not blocked. */
export interface Spill {
  readonly row: number;
  readonly column: number;
  readonly area: Area;
  readonly blocked: boolean;
  /** What was filled in; null when a file brought it. */
  readonly values: Matrix | null;
}

/** What the engine knows about one column of a sheet. */
export class GridColumn {
  /** Formulas the graph knows of; compared with the cells' when those change. */
  readonly formulas: (Formula | undefined)[] = [];
  readonly spills: (Spill | undefined)[] = [];
  /** Rows past its end are clean. */
  flags = new Uint8Array(64);
  /** How many flags are not CLEAN. */
  dirty = 0;
  /** Grows whenever a value changes; indexes built over the column compare it. */
  version = 0;
  readonly watchers = new Watchers();

  constructor(
    readonly grid: Grid,
    readonly index: number,
  ) {}

  mark(row: number): boolean {
    if (row >= this.flags.length) {
      const wider = new Uint8Array(Math.max(row + 1, this.flags.length * 2));
      wider.set(this.flags);
      this.flags = wider;
    }
    if (this.flags[row] !== CLEAN) return false;
    this.flags[row] = DIRTY;
    this.dirty++;
    return true;
  }

  clean(row: number): void {
    if (row < this.flags.length && this.flags[row] !== CLEAN) {
      this.flags[row] = CLEAN;
      this.dirty--;
    }
  }
}

/** The engine's view of one sheet: reading a cell calculates it first when it is dirty. */
export class Grid {
  readonly cells: Cells;
  readonly columns: (GridColumn | undefined)[] = [];
  /** Watchers of more columns than are listed one by one. */
  readonly wide = new Watchers();
  /** By row * 16384 + column of the formula. */
  readonly spills = new Map<number, Spill>();

  constructor(
    readonly sheet: Sheet,
    /** Calculates a dirty cell. */
    private readonly resolve: (grid: Grid, row: number, column: number) => void,
    private readonly tables: () => readonly Table[],
  ) {
    this.cells = sheet.cells;
  }

  column(index: number): GridColumn {
    return (this.columns[index] ??= new GridColumn(this, index));
  }

  value(row: number, column: number): CellValue {
    const state = this.columns[column];
    if (state !== undefined && state.dirty !== 0 && (state.flags[row] ?? 0) !== CLEAN) {
      this.resolve(this, row, column);
    }
    const value = this.cells.columns[column]?.values[row];
    return value === undefined ? null : value;
  }

  /** Calculates whatever is dirty in the area, so that its values may be read straight. */
  settle(top: number, left: number, bottom: number, right: number): void {
    const last = Math.min(right, this.columns.length - 1);
    for (let c = left; c <= last; c++) {
      const state = this.columns[c];
      if (state === undefined || state.dirty === 0) continue;
      const end = Math.min(bottom, state.flags.length - 1);
      for (let r = top; r <= end; r++) {
        if (state.flags[r] !== CLEAN) this.resolve(this, r, c);
      }
    }
  }

  /** Last row any column has an entry in. */
  lastRow(): number {
    let rows = 0;
    for (const column of this.cells.columns) {
      if (column && column.values.length > rows) rows = column.values.length;
    }
    for (const column of this.columns) {
      if (column && column.formulas.length > rows) rows = column.formulas.length;
    }
    return Math.max(0, rows - 1);
  }

  /** Whether a filter hides rows of the area. */
  isFiltered(area: Area): boolean {
    const { autoFilter } = this.sheet;
    if (autoFilter && autoFilter.filters.size > 0 && intersect(autoFilter.area, area)) return true;
    return this.tables().some((t) => t.filters.size > 0 && intersect(t.area, area) !== null);
  }

  lastColumn(): number {
    return Math.max(0, Math.max(this.cells.columns.length, this.columns.length) - 1);
  }
}
