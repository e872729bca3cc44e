import { runsOf } from './address';
import { Batch, findCalls, type CallArea, type SheetCalls } from './findCalls';
import { journal } from './journal';
import { RunControl, type Progress } from './progress';
import type { Cell } from './rowColumns';
import { toWorkbookError, WorkbookError } from './workbookError';
import { writeBlocks } from './writeBlocks';

/** What turning AR functions into values is about. */
export interface CallCount {
  /** Cells whose answers become values. */
  readonly cells: number;
  /** Sheets they stand on. */
  readonly sheets: number;
  /** Cells that stay formulas: they have no answer. */
  readonly unanswered: number;
}

/** Cells that were turned into values, on one sheet. */
export interface FrozenSheet {
  readonly sheetId: string;
  readonly areas: readonly CallArea[];
}

export interface FreezeOptions {
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

/**
 * Tells how many cells `freeze` would change, and changes none.
 *
 * @throws {WorkbookError}
 */
export const countCalls = (options: FreezeOptions): Promise<CallCount> =>
  office(async (context) => countOf(await findCalls(context, controlOf(options))));

/**
 * Puts the answer in place of every formula that calls an AR function, ours and the user's, so that
 * the workbook says the same without the add-in. Cells without an answer stay as they are. A
 * protected or filtered sheet is refused before anything is touched.
 *
 * @throws {WorkbookError} protectedSheet, filteredSheet, cancelled, stopped
 */
export const freeze = (options: FreezeOptions): Promise<CallCount> =>
  office(async (context) => {
    const control = controlOf(options);
    const found = (await findCalls(context, control)).filter(({ areas }) => areas.length > 0);
    await assertWritable(found);
    const count = countOf(found);
    if (count.cells === 0) return count;
    // From here on the workbook changes: what is cut short can be undone too.
    journal.remember({
      frozen: found.map(({ sheet, areas }) => ({ sheetId: sheet.id, areas })),
    });
    let done = 0;
    for (const { sheet, areas } of found) {
      const batch = new Batch(sheet);
      for (const area of areas) {
        const isDone = await batch.add(sizeOf(area));
        if (isDone) await control.report({ step: 'write', done, total: count.cells });
        await put(sheet, area, (row) => area.values[row]!.map(typed));
        done += sizeOf(area);
      }
      await sheet.context.sync();
    }
    return count;
  });

/**
 * Puts formulas back where their values still stand; a cell that says something else by now keeps it.
 *
 * @throws {WorkbookError} protectedSheet
 */
export const thaw = (frozen: readonly FrozenSheet[]): Promise<void> =>
  office(async (context) => {
    const sheets = context.workbook.worksheets.load('items/id');
    await context.sync();
    for (const { sheetId, areas } of frozen) {
      const sheet = sheets.items.find(({ id }) => id === sheetId);
      if (!sheet) continue;
      const now: Excel.Range[] = [];
      const reading = new Batch(sheet);
      for (const area of areas) {
        await reading.add(sizeOf(area));
        now.push(rangeOf(sheet, area).load('values'));
      }
      await sheet.context.sync();
      const writing = new Batch(sheet);
      for (const [i, area] of areas.entries()) {
        await writing.add(sizeOf(area));
        await thawArea(sheet, area, now[i]!.values as Cell[][]);
      }
      await sheet.context.sync();
    }
  });

/** A spilled answer is put back whole or not at all. */
async function thawArea(
  sheet: Excel.Worksheet,
  area: CallArea,
  now: readonly (readonly Cell[])[],
): Promise<void> {
  const { row, values, formulas } = area;
  const rows = [...values.keys()].filter((r) =>
    now[r]!.every((cell, c) => cell === values[r]![c] || (isSpill(area) && cell === '')),
  );
  if (isSpill(area) && rows.length < values.length) return;
  for (const [from, to] of runsOf(rows)) {
    const part = { ...area, row: row + from, values: values.slice(from, to + 1) };
    await put(sheet, part, (r) => formulas[from + r]!);
  }
}

/** Writes an area's cells; the last of them wait for the caller's sync. */
async function put(
  sheet: Excel.Worksheet,
  area: CallArea,
  rowAt: (row: number) => readonly Cell[],
): Promise<void> {
  if (isSpill(area)) rangeOf(sheet, area).clear(Excel.ClearApplyTo.contents);
  await writeBlocks(sheet, area.row, area.column, area.values.length, rowAt);
}

const isSpill = ({ formulas }: CallArea): boolean => formulas.some((cells) => cells.includes(''));

/** Errors a function may answer. */
const ERROR = /^#(VALUE!|N\/A|DIV\/0!|NUM!|NULL!)$/;
/** Texts that nobody could take for a number, a day or a formula. */
const WORD = /^(?!(true|false)$)(?!.*[\d〇一二三四五六七八九十])[\p{L}●◐✓]/iu;

/** @returns what is to be typed for a cell to hold an answer as it is */
const typed = (answer: Cell): Cell =>
  typeof answer !== 'string' || answer === '' || ERROR.test(answer) || WORD.test(answer)
    ? answer
    : `'${answer}`;

/** @throws {WorkbookError} protectedSheet, filteredSheet: what is written under a filter may go astray */
async function assertWritable(found: readonly SheetCalls[]): Promise<void> {
  const filters = found.map(
    ({ sheet }) =>
      [
        sheet.autoFilter.load('isDataFiltered'),
        sheet.tables.load('items/autoFilter/isDataFiltered'),
      ] as const,
  );
  await found[0]?.sheet.context.sync();
  found.forEach(({ sheet }, i) => {
    const [own, tables] = filters[i]!;
    if (sheet.protection.protected) throw new WorkbookError('protectedSheet', sheet.name);
    if ([own, ...tables.items.map(({ autoFilter }) => autoFilter)].some((f) => f.isDataFiltered)) {
      throw new WorkbookError('filteredSheet', sheet.name);
    }
  });
}

const sizeOf = ({ values }: CallArea): number => values.length * values[0]!.length;

const rangeOf = (sheet: Excel.Worksheet, { row, column, values }: CallArea): Excel.Range =>
  sheet.getRangeByIndexes(row, column, values.length, values[0]!.length);

const countOf = (found: readonly SheetCalls[]): CallCount => ({
  cells: found.reduce((sum, { areas }) => areas.reduce((n, area) => n + sizeOf(area), sum), 0),
  sheets: found.filter(({ areas }) => areas.length > 0).length,
  unanswered: found.reduce((sum, { unanswered }) => sum + unanswered, 0),
});

const controlOf = ({ onProgress, signal }: FreezeOptions): RunControl =>
  new RunControl(onProgress ?? (() => undefined), signal ?? null);

const office = <T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> =>
  Excel.run(work).catch((error: unknown) => {
    throw toWorkbookError(error);
  });
