import type { CellFormula } from '../model/cells';
import type { Env, Eval } from './code';
import type { Group } from './graph';
import type { Grid } from './grid';
import type { Coordinate, RelativeArea } from './reference';
import type { Template } from './template';
import type { Value } from './values';

/** Cells a formula may read, as seen from the cell that holds it. */
export interface Dependency {
  readonly grid: Grid;
  readonly area: RelativeArea;
}

/** What a formula's text means while sheets, names and tables stand as they do. */
export interface Meaning {
  readonly run: Eval;
  /** Never yields a matrix or reference. */
  readonly scalar: boolean;
  readonly dependencies: readonly Dependency[];
  /** Calculated at every recalculation. */
  readonly volatile: boolean;
  /** Calls a function nobody has; a value from the file is kept until an input changes. */
  readonly unsupported: boolean;
  /** What names, tables, sheets and custom functions stood for, by binding key. */
  readonly bindings: ReadonlyMap<string, string>;
}

/** How a formula came: typed today, or found in a file as an old-style one that never spills. */
export type Mode = 'dynamic' | 'implicit';

/** One formula, shared by all cells it was filled into. */
export class Formula implements CellFormula {
  /** Cells that hold it, by column. */
  readonly groups = new Map<number, Group>();

  constructor(
    readonly grid: Grid,
    readonly template: Template,
    readonly mode: Mode,
    public meaning: Meaning,
    /** Of the binder's, when `meaning` was last known to hold. */
    public generation: number,
    private readonly interpret: () => Meaning,
  ) {}

  text(row: number, column: number): string {
    return this.template.text(row, column);
  }

  evaluate(row: number, column: number, env: Env = null): Value {
    return this.meaning.run(row, column, env);
  }

  /** Gives names, tables and sheets the meaning they have now. */
  rebind(): void {
    this.meaning = this.interpret();
  }
}

export const coordinateAt = (c: Coordinate, home: number): number =>
  c.relative ? home + c.n : c.n;
