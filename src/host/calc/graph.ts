import { MAX_COLUMNS, MAX_ROWS, type Area } from '../model/address';
import { coordinateAt, type Dependency, type Formula } from './formula';
import type { Grid, GridColumn, Spill } from './grid';
import type { Watcher } from './watchers';

/** Columns a reference may span and still be listed column by column. */
const WIDE = 64;

/** The cells of one column that hold one formula. */
export class Group {
  count = 0;
  /** Bounds of its rows; they may be too wide after cells left. */
  min = Infinity;
  max = -1;
  indexed = false;
  private bins: { bin: Set<Watcher>; watcher: Watcher }[] = [];
  /** Rows known to be dirty all, in marking round `round`. */
  round = -1;
  knownLow = 0;
  knownHigh = -1;

  constructor(
    readonly column: GridColumn,
    readonly formula: Formula,
  ) {}

  unindex(): void {
    for (const { bin, watcher } of this.bins) bin.delete(watcher);
    this.bins = [];
    this.indexed = false;
  }

  /** Enters the rows and columns it looks at into the watchers of those columns. */
  index(): void {
    this.unindex();
    this.indexed = true;
    if (this.count === 0) return;
    for (const dependency of this.formula.meaning.dependencies) this.watch(dependency);
  }

  private watch(dependency: Dependency): void {
    const { top, bottom, left, right } = dependency.area;
    const rows = [top, bottom].flatMap((c) => [
      coordinateAt(c, this.min),
      coordinateAt(c, this.max),
    ]);
    const low = Math.max(0, Math.min(...rows));
    const high = Math.min(MAX_ROWS - 1, Math.max(...rows));
    const columns = [coordinateAt(left, this.column.index), coordinateAt(right, this.column.index)];
    const first = Math.max(0, Math.min(...columns));
    const last = Math.min(MAX_COLUMNS - 1, Math.max(...columns));
    if (low > high || first > last) return;
    const watcher: Watcher = { group: this, dependency, low, high };
    const { grid } = dependency;
    if (last - first >= WIDE) {
      this.bins.push({ bin: grid.wide.add(watcher), watcher });
    } else {
      for (let c = first; c <= last; c++) {
        this.bins.push({ bin: grid.column(c).watchers.add(watcher), watcher });
      }
    }
  }
}

/** A stretch of one column. */
interface Stretch {
  readonly column: GridColumn;
  readonly low: number;
  high: number;
}

/** Who depends on whom, and what is dirty. */
export class Graph {
  /** Stretches that hold dirty cells, in the order they were marked. */
  queue: Stretch[] = [];
  readonly volatile = new Set<Group>();
  private readonly stale = new Set<Group>();
  private round = 0;

  /** The formula of a cell came, went or is another now. */
  setFormula(column: GridColumn, row: number, formula: Formula | undefined): void {
    const old = column.formulas[row];
    if (old === formula) return;
    if (old) this.leave(column, old);
    while (column.formulas.length < row) column.formulas.push(undefined);
    column.formulas[row] = formula;
    if (formula) this.join(column, row, formula);
    else column.clean(row);
  }

  private join(column: GridColumn, row: number, formula: Formula): void {
    let group = formula.groups.get(column.index);
    if (!group) {
      formula.groups.set(column.index, (group = new Group(column, formula)));
      if (formula.meaning.volatile) this.volatile.add(group);
    }
    group.count++;
    if (row < group.min || row > group.max) {
      group.min = Math.min(group.min, row);
      group.max = Math.max(group.max, row);
      this.stale.add(group);
    }
  }

  private leave(column: GridColumn, formula: Formula): void {
    const group = formula.groups.get(column.index);
    if (!group || --group.count > 0) return;
    group.unindex();
    formula.groups.delete(column.index);
    this.volatile.delete(group);
    this.stale.delete(group);
  }

  /** The meaning of a formula changed: its cells look elsewhere now. */
  rebound(formula: Formula): void {
    for (const group of formula.groups.values()) {
      this.stale.add(group);
      if (formula.meaning.volatile) this.volatile.add(group);
      else this.volatile.delete(group);
    }
  }

  /** What was known to be dirty may be clean now. */
  newRound(): void {
    this.round++;
  }

  markCell(column: GridColumn, row: number): void {
    this.markFormulas(column, row, row, () => true);
  }

  /** Marks the formulas in rows `from`…`to` that `wanted` picks, and what depends on them. */
  markFormulas(
    column: GridColumn,
    from: number,
    to: number,
    wanted: (formula: Formula, row: number) => boolean,
  ): void {
    const out: Stretch[] = [];
    this.markWhere(column, from, to, out, (row) => {
      const formula = column.formulas[row];
      return formula !== undefined && wanted(formula, row);
    });
    this.spread(out);
  }

  /** Marks all cells of a group. */
  markGroup(group: Group): void {
    const out: Stretch[] = [];
    this.markRows(group, group.min, group.max, out);
    this.spread(out);
  }

  /** Values in the area changed: marks everything that depends on them. */
  changed(grid: Grid, area: Area): void {
    const stretches: Stretch[] = [];
    const last = Math.min(area.right, grid.lastColumn());
    for (let c = area.left; c <= last; c++) {
      stretches.push({ column: grid.column(c), low: area.top, high: area.bottom });
    }
    this.spread(stretches);
  }

  private enqueue(stretch: Stretch): void {
    const last = this.queue.at(-1);
    if (last?.column === stretch.column && last.high + 1 === stretch.low) last.high = stretch.high;
    else this.queue.push({ ...stretch });
  }

  private spread(work: Stretch[]): void {
    for (const group of this.stale) group.index();
    this.stale.clear();
    while (work.length > 0) {
      const { column, low, high } = work.pop()!;
      const visit = (watcher: Watcher) => this.follow(watcher, low, high, work);
      column.watchers.query(low, high, visit);
      column.grid.wide.query(low, high, (watcher) => {
        const { left, right } = watcher.dependency.area;
        const a = coordinateAt(left, watcher.group.column.index);
        const b = coordinateAt(right, watcher.group.column.index);
        if (column.index >= Math.min(a, b) && column.index <= Math.max(a, b)) visit(watcher);
      });
    }
  }

  /** Marks the rows of the watcher's group that look at the rows `low`…`high`. */
  private follow(watcher: Watcher, low: number, high: number, work: Stretch[]): void {
    const { group } = watcher;
    const { top, bottom } = watcher.dependency.area;
    let from = group.min;
    let to = group.max;
    if (top.relative && bottom.relative) {
      from = Math.max(from, low - Math.max(top.n, bottom.n));
      to = Math.min(to, high - Math.min(top.n, bottom.n));
    } else if (top.relative || bottom.relative) {
      // The moving end stays on one side of the fixed one unless rows cross it; then all are taken.
      const moving = top.relative ? top : bottom;
      const still = top.relative ? bottom : top;
      if (still.n <= group.min + moving.n) from = Math.max(from, low - moving.n);
      else if (still.n >= group.max + moving.n) to = Math.min(to, high - moving.n);
    }
    if (from <= to) this.markRows(group, from, to, work);
  }

  private markRows(group: Group, from: number, to: number, work: Stretch[]): void {
    if (group.round !== this.round) {
      group.round = this.round;
      group.knownHigh = -1;
      group.knownLow = 0;
    }
    const { knownLow, knownHigh } = group;
    if (knownHigh < 0 || from > knownHigh + 1 || to < knownLow - 1) {
      this.markStretch(group, from, to, work);
      if (to - from >= knownHigh - knownLow) [group.knownLow, group.knownHigh] = [from, to];
      return;
    }
    if (from < knownLow) this.markStretch(group, from, knownLow - 1, work);
    if (to > knownHigh) this.markStretch(group, knownHigh + 1, to, work);
    group.knownLow = Math.min(from, knownLow);
    group.knownHigh = Math.max(to, knownHigh);
  }

  private markStretch(group: Group, from: number, to: number, work: Stretch[]): void {
    const { column, formula } = group;
    this.markWhere(column, from, to, work, (row) => column.formulas[row] === formula);
  }

  private markWhere(
    column: GridColumn,
    from: number,
    to: number,
    work: Stretch[],
    wanted: (row: number) => boolean,
  ): void {
    let start = -1;
    for (let r = from; r <= to + 1; r++) {
      const marked = r <= to && wanted(r) && column.mark(r);
      if (marked && start < 0) start = r;
      if (!marked && start >= 0) {
        const stretch = { column, low: start, high: r - 1 };
        this.enqueue(stretch);
        work.push(stretch);
        start = -1;
      }
    }
    if (column.grid.spills.size > 0) this.markSpills(column, from, to, wanted, work);
  }

  /** What a dirty formula spilled is as dirty as the formula. */
  private markSpills(
    { grid, index }: GridColumn,
    from: number,
    to: number,
    wanted: (row: number) => boolean,
    work: Stretch[],
  ): void {
    const mark = (spill: Spill) => {
      if (spill.blocked || !wanted(spill.row)) return;
      const { top, bottom, left, right } = spill.area;
      for (let c = left; c <= right; c++) {
        const column = grid.column(c);
        let fresh = false;
        for (let r = top; r <= bottom; r++) {
          if (column.spills[r] === spill && column.formulas[r] === undefined) {
            fresh = column.mark(r) || fresh;
          }
        }
        if (!fresh) continue;
        const stretch = { column, low: top, high: bottom };
        this.queue.push(stretch);
        work.push(stretch);
      }
    };
    if (to - from < grid.spills.size) {
      for (let r = from; r <= to; r++) {
        const spill = grid.spills.get(r * MAX_COLUMNS + index);
        if (spill) mark(spill);
      }
    } else {
      for (const spill of grid.spills.values()) {
        if (spill.column === index && spill.row >= from && spill.row <= to) mark(spill);
      }
    }
  }
}
