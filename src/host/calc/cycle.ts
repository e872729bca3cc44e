import type { Grid } from './grid';
import { resolveArea } from './reference';

interface Cell {
  readonly grid: Grid;
  readonly row: number;
  readonly column: number;
}

interface Node extends Cell {
  readonly order: number;
  /** Smallest order known to be reached from here among nodes on the stack. */
  low: number;
  onStack: boolean;
  readonly precedents: Iterator<Cell>;
}

/**
 * The strongly connected component of the dependency graph around a cell (Tarjan's algorithm without
 * recursion). It does not hang on what has been calculated already, so that the cells of a circle
 * show the same whichever was asked first.
 * @returns the cells that need that cell's value and whose values it needs, itself included
 */
export function cycleThrough(grid: Grid, row: number, column: number): Cell[] {
  const nodes = new Map<Grid, Map<number, Node>>();
  const stack: Node[] = [];
  const path: Node[] = [];
  let count = 0;
  const open = (cell: Cell, key: number, known: Map<number, Node>): void => {
    const order = count++;
    const node = { ...cell, order, low: order, onStack: true, precedents: precedents(cell) };
    known.set(key, node);
    stack.push(node);
    path.push(node);
  };
  const nodesOf = (g: Grid): Map<number, Node> => {
    let known = nodes.get(g);
    if (!known) nodes.set(g, (known = new Map<number, Node>()));
    return known;
  };
  open({ grid, row, column }, keyOf(row, column), nodesOf(grid));
  for (;;) {
    const node = path.at(-1)!;
    const next = node.precedents.next();
    if (!next.done) {
      const known = nodesOf(next.value.grid);
      const key = keyOf(next.value.row, next.value.column);
      const seen = known.get(key);
      if (!seen) open(next.value, key, known);
      else if (seen.onStack) node.low = Math.min(node.low, seen.order);
      continue;
    }
    path.pop();
    const reader = path.at(-1);
    if (!reader) return stack;
    reader.low = Math.min(reader.low, node.low);
    if (node.low < node.order) continue;
    for (let done = stack.pop()!; ; done = stack.pop()!) {
      done.onStack = false;
      if (done === node) break;
    }
  }
}

const keyOf = (row: number, column: number): number => row * 16_384 + column;

/** Formula cells a formula looks at; for spilled cells the formula that fills them. */
function* precedents(cell: Cell): Generator<Cell> {
  const formula = cell.grid.columns[cell.column]?.formulas[cell.row];
  for (const { grid, area } of formula?.meaning.dependencies ?? []) {
    const a = resolveArea(area, cell.row, cell.column);
    if (!a) continue;
    for (let c = a.left; c <= Math.min(a.right, grid.columns.length - 1); c++) {
      const state = grid.columns[c];
      if (!state) continue;
      const last = Math.max(state.formulas.length, state.spills.length) - 1;
      for (let r = a.top; r <= Math.min(a.bottom, last); r++) {
        const spill = state.spills[r];
        if (state.formulas[r]) yield { grid, row: r, column: c };
        else if (spill) yield { grid, row: spill.row, column: spill.column };
      }
    }
  }
}
