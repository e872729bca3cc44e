import { runsOf } from './address';
import type { RunControl } from './progress';
import type { Cell } from './rowColumns';

/** Cells that hold the answers of AR functions; zero-based. */
export interface CallArea {
  readonly row: number;
  readonly column: number;
  /** As they stand; '' where an answer spills to. */
  readonly formulas: readonly (readonly string[])[];
  readonly values: readonly (readonly Cell[])[];
}

/** A sheet's cells with AR functions. */
export interface SheetCalls {
  readonly sheet: Excel.Worksheet;
  readonly areas: readonly CallArea[];
  /** Cells that have no answer yet, or none without the add-in. */
  readonly unanswered: number;
}

/** Cells a message, 200 bytes each reckoned: under the web's 5 MB. */
const CELLS = 20_000;
/** Ranges a message. */
const RANGES = 1_000;

/** Keeps messages small: syncs before one would hold too many ranges or cells. */
export class Batch {
  private ranges = 0;
  private cells = 0;

  constructor(private readonly sheet: Excel.Worksheet) {}

  /** @returns whether what was asked before has been done */
  async add(cells: number): Promise<boolean> {
    const isFull = this.ranges === RANGES || (this.ranges > 0 && this.cells + cells > CELLS);
    if (isFull) {
      await this.sheet.context.sync();
      this.ranges = this.cells = 0;
    }
    this.ranges++;
    this.cells += cells;
    return isFull;
  }
}

/** Neighbours in a column that call functions; zero-based, inclusive. */
interface Run {
  readonly column: number;
  readonly from: number;
  readonly to: number;
  /** Of the whole column, by row. */
  readonly formulas: ReadonlyMap<number, string>;
}

/** What stands in a cell that waits for its answer, or never gets it. */
const NO_ANSWERS: ReadonlySet<unknown> = new Set([
  '#BUSY!',
  '#NAME?',
  '#GETTING_DATA',
  '#CONNECT!',
  '#SPILL!',
  '#CALC!',
  '#BLOCKED!',
  '#UNKNOWN!',
  '#REF!',
]);

/** Texts and sheet names within a formula: what stands in them is not called. */
const QUOTED = /"[^"]*"|'[^']*'/g;
const CALL = /(?<![\w.])AR\.[A-Z_]+\(/i;

/** @returns whether a cell's formula calls one of our functions */
export const isCall = (formula: unknown): formula is string =>
  typeof formula === 'string' &&
  formula.startsWith('=') &&
  CALL.test(formula.replaceAll(QUOTED, ''));

/**
 * Looks through every sheet, block by block.
 *
 * @returns the sheets that have any
 * @throws {WorkbookError} cancelled
 */
export async function findCalls(
  context: Excel.RequestContext,
  control: RunControl,
): Promise<SheetCalls[]> {
  const sheets = context.workbook.worksheets.load('items/id,items/name,items/protection/protected');
  await context.sync();
  const used = sheets.items.map((sheet) =>
    sheet.getUsedRangeOrNullObject().load('rowIndex,columnIndex,rowCount,columnCount'),
  );
  await context.sync();
  const total = used.reduce((sum, range) => sum + (range.isNullObject ? 0 : range.rowCount), 0);
  let done = 0;
  const found: SheetCalls[] = [];
  for (const [i, sheet] of sheets.items.entries()) {
    const range = used[i]!;
    if (range.isNullObject) continue;
    const { rowIndex, columnIndex, rowCount, columnCount } = range;
    const step = Math.max(1, Math.floor(CELLS / columnCount));
    const calls = new Map<number, Map<number, string>>();
    for (let from = 0; from < rowCount; from += step) {
      const height = Math.min(step, rowCount - from);
      const block = sheet.getRangeByIndexes(rowIndex + from, columnIndex, height, columnCount);
      block.load('formulas');
      await sheet.context.sync();
      (block.formulas as unknown[][]).forEach((cells, r) => {
        cells.forEach((cell, c) => {
          if (!isCall(cell)) return;
          const column = calls.get(columnIndex + c) ?? new Map<number, string>();
          calls.set(columnIndex + c, column.set(rowIndex + from + r, cell));
        });
      });
      done += height;
      await control.report({ step: 'read', done, total });
    }
    if (calls.size > 0) found.push(await answersOf(sheet, calls));
  }
  return found;
}

/** @param calls - formulas by row, by column */
async function answersOf(
  sheet: Excel.Worksheet,
  calls: ReadonlyMap<number, ReadonlyMap<number, string>>,
): Promise<SheetCalls> {
  const runs = [...calls].flatMap(([column, formulas]) =>
    runsOf(formulas.keys()).flatMap(([from, to]) =>
      Array.from({ length: Math.ceil((to - from + 1) / CELLS) }, (_, i): Run => {
        const first = from + i * CELLS;
        return { column, from: first, to: Math.min(to, first + CELLS - 1), formulas };
      }),
    ),
  );
  const read: { run: Run; range: Excel.Range }[] = [];
  const batch = new Batch(sheet);
  for (const run of runs) {
    const height = run.to - run.from + 1;
    await batch.add(height);
    const range = sheet.getRangeByIndexes(run.from, run.column, height, 1);
    read.push({ run, range: range.load('values,hasSpill') });
  }
  await sheet.context.sync();
  const spills = await spillsOf(
    sheet,
    read.flatMap(({ run, range }) => ((range.hasSpill as boolean | null) === false ? [] : [run])),
  );
  const isSpilled = (row: number, column: number): boolean =>
    spills.some(
      (area) =>
        row >= area.row &&
        row < area.row + area.values.length &&
        column >= area.column &&
        column < area.column + area.values[0]!.length,
    );
  let unanswered = 0;
  const areas = spills.filter(({ values }) => {
    const isAnswered = !values.flat().some((value) => NO_ANSWERS.has(value));
    if (!isAnswered) unanswered += values.length * values[0]!.length;
    return isAnswered;
  });
  for (const { run, range } of read) {
    const values = range.values as Cell[][];
    const rows = Array.from(values.keys(), (i) => run.from + i).filter(
      (row) => !isSpilled(row, run.column),
    );
    const answered = rows.filter((row) => !NO_ANSWERS.has(values[row - run.from]![0]));
    unanswered += rows.length - answered.length;
    for (const [from, to] of runsOf(answered)) {
      areas.push({
        row: from,
        column: run.column,
        formulas: Array.from({ length: to - from + 1 }, (_, i) => [run.formulas.get(from + i)!]),
        values: values.slice(from - run.from, to - run.from + 1),
      });
    }
  }
  return { sheet, areas, unanswered };
}

/** @returns what answers spill over, among columns of cells where some do */
async function spillsOf(sheet: Excel.Worksheet, runs: readonly Run[]): Promise<CallArea[]> {
  const cells = runs.flatMap(({ column, formulas, from, to }) =>
    [...formulas].flatMap(([row, formula]) =>
      row < from || row > to ? [] : [{ row, column, formula }],
    ),
  );
  const read: Excel.Range[] = [];
  const batch = new Batch(sheet);
  for (const { row, column } of cells) {
    await batch.add(1);
    const spill = sheet.getCell(row, column).getSpillingToRangeOrNullObject();
    read.push(spill.load('values'));
  }
  if (cells.length > 0) await sheet.context.sync();
  return cells.flatMap(({ row, column, formula }, i) => {
    if (read[i]!.isNullObject) return [];
    const values = read[i]!.values as Cell[][];
    const formulas = values.map((cells, r) => cells.map((_, c) => (r + c === 0 ? formula : '')));
    return [{ row, column, formulas, values }];
  });
}
