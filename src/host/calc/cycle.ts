import { CLEAN, type Grid } from './grid';
import { resolveArea } from './reference';

interface Cell {
  readonly grid: Grid;
  readonly row: number;
  readonly column: number;
}

interface Node extends Cell {
  readonly readers: Node[];
}

/**
 * @returns the cells that need that cell's value and whose values it needs, itself included; only
 *   cells not yet calculated are looked at
 */
export function cycleThrough(grid: Grid, row: number, column: number): Cell[] {
  const nodes = new Map<Grid, Map<number, Node>>();
  const queue: Node[] = [];
  const visit = (cell: Cell, reader: Node | null): Node => {
    let known = nodes.get(cell.grid);
    if (!known) nodes.set(cell.grid, (known = new Map()));
    const key = cell.row * 16_384 + cell.column;
    let node = known.get(key);
    if (!node) {
      known.set(key, (node = { ...cell, readers: [] }));
      queue.push(node);
    }
    if (reader) node.readers.push(reader);
    return node;
  };
  const start = visit({ grid, row, column }, null);
  for (let node = queue.pop(); node; node = queue.pop()) {
    for (const cell of precedents(node)) visit(cell, node);
  }
  const members = new Set([start]);
  const work = [start];
  for (let node = work.pop(); node; node = work.pop()) {
    for (const reader of node.readers) {
      if (members.has(reader)) continue;
      members.add(reader);
      work.push(reader);
    }
  }
  return [...members];
}

/** Dirty formula cells a formula looks at; for spilled cells the formula that fills them. */
function* precedents(cell: Cell): Generator<Cell> {
  const formula = cell.grid.columns[cell.column]?.formulas[cell.row];
  for (const { grid, area } of formula?.meaning.dependencies ?? []) {
    const a = resolveArea(area, cell.row, cell.column);
    if (!a) continue;
    for (let c = a.left; c <= Math.min(a.right, grid.columns.length - 1); c++) {
      const state = grid.columns[c];
      if (!state || state.dirty === 0) continue;
      for (let r = a.top; r <= Math.min(a.bottom, state.flags.length - 1); r++) {
        if (state.flags[r] === CLEAN) continue;
        const spill = state.formulas[r] ? undefined : state.spills[r];
        yield spill ? { grid, row: spill.row, column: spill.column } : { grid, row: r, column: c };
      }
    }
  }
}
