import { cellAddress, quoteSheetName } from '../model/address';
import { CellError, sameValue, type CellValue } from '../model/value';
import type { CustomCall, CustomFunction } from '../model/workbook';
import type { Grid } from './grid';
import { BUSY, Lambda, Matrix, VALUE, stretch, toMatrix, toScalar, type Value } from './values';

type Argument = CellValue | CellValue[][];

/** One call a cell's formula has made. A sheet has ten thousands of them: they hold little. */
class Call implements CustomCall {
  onCancel: (() => void) | null = null;
  /** Undefined until answered. */
  value: Value | undefined = undefined;

  constructor(
    readonly name: string,
    readonly args: readonly Argument[],
    private readonly grid: Grid,
    private readonly row: number,
    private readonly column: number,
  ) {}

  get address(): string {
    return `${quoteSheetName(this.grid.sheet.name)}!${cellAddress(this.row, this.column)}`;
  }

  cancel(): void {
    if (this.value === undefined) this.onCancel?.();
  }
}

/** Calls one cell's formula has made, in the order it made them. */
interface CellCalls {
  pass: number;
  next: number;
  readonly calls: Call[];
}

/** Custom functions called from cells, and what became of the calls. */
export class CustomCalls {
  private readonly cells = new Map<Grid, Map<number, CellCalls>>();
  private readonly answered = new Set<CellCalls>();
  private pass = 0;

  constructor(
    /** The answer for a cell came: it has to be calculated once more. */
    private readonly onAnswer: (grid: Grid, row: number, column: number) => void,
  ) {}

  newPass(): void {
    this.pass++;
  }

  /** A formula starts to be calculated: earlier calls are void unless it is for their answers. */
  begin(grid: Grid, row: number, column: number): void {
    const cell = this.cells.get(grid)?.get(cellKey(row, column));
    if (!cell) return;
    cell.next = 0;
    if (this.answered.delete(cell) || cell.pass === this.pass) {
      cell.pass = this.pass;
      return;
    }
    this.forget(grid, row, column);
  }

  /** The formula is gone or void: whoever still works on its calls may stop. */
  forget(grid: Grid, row: number, column: number): void {
    const cells = this.cells.get(grid);
    const cell = cells?.get(cellKey(row, column));
    if (!cell) return;
    cells!.delete(cellKey(row, column));
    for (const call of cell.calls) call.cancel();
    cell.calls.length = 0;
  }

  /** Calls the function, once per element where an array meets a parameter for one value. */
  call(
    fn: CustomFunction,
    values: readonly Value[],
    grid: Grid,
    row: number,
    column: number,
  ): Value {
    const parameters = values.map(
      (_, i) => fn.parameters[i] ?? (fn.parameters.at(-1)?.repeating ? fn.parameters.at(-1) : null),
    );
    if (parameters.includes(null)) return VALUE;
    for (let i = values.length; i < fn.parameters.length; i++) {
      const { optional, repeating } = fn.parameters[i]!;
      if (!optional && !repeating) return VALUE;
    }
    for (const v of values) {
      const failed = v instanceof Lambda ? VALUE : fn.allowsErrors ? null : firstError(v);
      if (failed) return failed;
    }
    const lifted = values.filter(
      (v, i): v is Matrix => !parameters[i]!.matrix && v instanceof Matrix,
    );
    const padded = fn.parameters.slice(values.length).filter((p) => !p.repeating);
    const argument = (v: Value, i: number, r: number, c: number): Argument => {
      if (parameters[i]!.matrix)
        return toMatrix(v)
          .rows()
          .map((list) => list.map((x) => x ?? 0));
      return v instanceof Matrix ? stretch(v, r, c) : toScalar(v);
    };
    const at = (r: number, c: number): Value => {
      const args = [...values.map((v, i) => argument(v, i, r, c)), ...padded.map(() => null)];
      return this.issue(fn, args, grid, row, column);
    };
    if (lifted.length === 0) return at(0, 0);
    const height = Math.max(...lifted.map((m) => m.height));
    const width = Math.max(...lifted.map((m) => m.width));
    const data: CellValue[] = [];
    for (let r = 0; r < height; r++) {
      for (let c = 0; c < width; c++) data.push(toScalar(at(r, c)));
    }
    return new Matrix(height, width, data);
  }

  private issue(
    fn: CustomFunction,
    args: readonly Argument[],
    grid: Grid,
    row: number,
    column: number,
  ): Value {
    let cells = this.cells.get(grid);
    if (!cells) this.cells.set(grid, (cells = new Map<number, CellCalls>()));
    let cell = cells.get(cellKey(row, column));
    if (!cell) {
      cells.set(cellKey(row, column), (cell = { pass: this.pass, next: 0, calls: [] }));
    }
    const index = cell.next++;
    const earlier = cell.calls[index];
    if (earlier?.name === fn.name && sameArguments(earlier.args, args)) {
      return earlier.value === undefined ? BUSY : earlier.value;
    }
    earlier?.cancel();
    const call = new Call(fn.name, args, grid, row, column);
    cell.calls[index] = call;
    try {
      const result = fn.invoke(args, call);
      if (!(result instanceof Promise)) return (call.value = toValue(result));
      const owner = cell;
      const answer = (value: Value) => {
        if (owner.calls[index] !== call) return; // nobody waits for it any more
        call.value = value;
        this.answered.add(owner);
        this.onAnswer(grid, row, column);
      };
      result.then(
        (value) => answer(toValue(value)),
        (reason: unknown) => answer(failure(reason)),
      );
      return BUSY;
    } catch (reason) {
      return (call.value = failure(reason));
    }
  }
}

const cellKey = (row: number, column: number): number => row * 16_384 + column;

const toValue = (result: CellValue | CellValue[][]): Value =>
  Array.isArray(result) ? Matrix.of(result) : result;

const failure = (reason: unknown): CellError =>
  new CellError('#VALUE!', reason instanceof Error ? reason.message : String(reason));

function firstError(v: Value): CellError | null {
  if (v instanceof CellError) return v;
  if (!(v instanceof Matrix)) return null;
  return v.data.find((x): x is CellError => x instanceof CellError) ?? null;
}

function sameArguments(a: readonly Argument[], b: readonly Argument[]): boolean {
  const same = (x: Argument | undefined, y: Argument | undefined): boolean => {
    if (!Array.isArray(x) || !Array.isArray(y)) {
      return !Array.isArray(x) && !Array.isArray(y) && sameValue(x ?? null, y ?? null);
    }
    return (
      x.length === y.length &&
      x.every((list, r) => list.every((v, c) => sameValue(v, y[r]?.[c] ?? null)))
    );
  };
  return a.length === b.length && a.every((x, i) => same(x, b[i]));
}
