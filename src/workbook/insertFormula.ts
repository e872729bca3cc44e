import { sheetOf } from './address';
import { toWorkbookError, WorkbookError } from './workbookError';
import { everyCell } from './writeBlocks';

/** What an answer fills: rows × columns. */
export interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** Cells a formula was put into. */
export interface Inserted {
  /** Of the formula's cell, with its sheet. */
  readonly address: string;
  /** As Excel spells it. */
  readonly formula: string;
  readonly size: Size;
  /** Number formats of the cells before. */
  readonly formats: readonly (readonly string[])[];
  /** Whether the columns had the standard width and were made wider. */
  readonly isWidened: boolean;
}

/** In points: amounts and dates fit in. */
const WIDTH = 72;

/** @returns the address of what is selected, with its sheet; its first area */
export async function selectedAddress(): Promise<string> {
  return Excel.run(async (context) => {
    const range = context.workbook.getSelectedRange().load('address');
    await context.sync();
    return range.address;
  }).catch((error: unknown) => {
    throw toWorkbookError(error);
  });
}

/**
 * Puts a formula into a blank cell; cells it will fill must be blank too.
 *
 * @param target - address with its sheet; its first cell counts
 * @param format - number format of the answer; null for the cell's own
 * @throws {WorkbookError} notBlank, protectedSheet
 */
export async function insertFormula(
  target: string,
  formula: string,
  size: Size,
  format: string | null,
): Promise<Inserted> {
  return Excel.run(async (context) => {
    const { cell, filled } = cellsAt(context, target, size);
    filled.load('formulas,numberFormat');
    cell.load('address');
    const { format: looks } = filled.load('format/useStandardWidth');
    await context.sync();
    if (filled.formulas.some((row) => row.some((content) => content !== ''))) {
      throw new WorkbookError('notBlank', cell.address);
    }
    const formats = filled.numberFormat as string[][];
    if (format !== null) filled.numberFormat = everyCell(format);
    // A date too long for its column shows as ####.
    const isWidened = format !== null && looks.useStandardWidth;
    if (isWidened) looks.columnWidth = WIDTH;
    cell.formulas = [[formula]];
    cell.load('formulas');
    await context.sync();
    const [[spelt]] = cell.formulas as [[string]];
    return { address: cell.address, formula: spelt, size, formats, isWidened };
  }).catch((error: unknown) => {
    throw toWorkbookError(error);
  });
}

/** Takes back what was inserted, unless somebody changed the cell since. */
export async function takeBack(inserted: Inserted): Promise<void> {
  const { address, formula, size, formats, isWidened } = inserted;
  await Excel.run(async (context) => {
    const { cell, filled } = cellsAt(context, address, size);
    cell.load('formulas');
    await context.sync();
    if (cell.formulas[0]![0] !== formula) return;
    cell.clear(Excel.ClearApplyTo.contents);
    filled.numberFormat = formats.map((row) => [...row]);
    if (isWidened) filled.format.useStandardWidth = true;
    await context.sync();
  }).catch((error: unknown) => {
    throw toWorkbookError(error);
  });
}

function cellsAt({ workbook }: Excel.RequestContext, target: string, { rows, columns }: Size) {
  const sheet = workbook.worksheets.getItem(sheetOf(target));
  const cell = sheet.getRange(target.slice(target.lastIndexOf('!') + 1)).getCell(0, 0);
  return { cell, filled: cell.getResizedRange(rows - 1, columns - 1) };
}
