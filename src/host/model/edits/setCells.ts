import { columnCount, intersect, rowCount, type Area } from '../address';
import { FormulaSyntaxError } from '../calculator';
import type { CellFormula } from '../cells';
import { EditError } from '../editError';
import type { ChangeOrigin } from '../events';
import { parseInput, type InputContext } from '../parseInput';
import type { Sheet } from '../sheet';
import type { Style } from '../style';
import type { CellValue } from '../value';
import type { Workbook } from '../workbook';
import { finishEdit, isCovered, singleValue } from './finishEdit';
import { assertEditable } from './protectionCheck';
import { syncHeaders } from './tableHeaders';

/** What one cell is to become; undefined and null leave it as it is. */
export type CellInput = CellValue | undefined;

/**
 * Enters values as `Range.values` and `Range.formulas` do, which read both alike: `""` blanks a cell, `=…` enters a formula, text that looks
 * like a number, date, boolean or error becomes one unless the cell is formatted as text.
 * @param rows - one row per row of the area, one entry per column
 * @throws EditError InvalidArgument for a wrong shape or a formula that does not parse; nothing is
 * written then
 */
export function setValues(
  wb: Workbook,
  sheet: Sheet,
  area: Area,
  rows: readonly (readonly CellInput[])[],
  origin: ChangeOrigin,
): void {
  assertShape(area, rows);
  assertEditable(wb, sheet, area, 'contents');
  const valueBefore = singleValue(sheet, area);
  new CellWriter(wb, sheet).write(area, rows);
  syncHeaders(wb, sheet, area);
  finishEdit(wb, sheet, area, origin, 'RangeEdited', valueBefore);
}

function assertShape(area: Area, rows: readonly (readonly CellInput[])[]): void {
  const width = columnCount(area);
  if (rows.length !== rowCount(area) || rows.some((row) => row.length !== width)) {
    throw new EditError(
      'InvalidArgument',
      "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
    );
  }
}

/** Writes inputs into cells of one sheet; the caller checks before and finishes the edit after. */
export class CellWriter {
  private readonly context: InputContext;
  private readonly isText = new Map<number, boolean>();
  private readonly formatted = new Map<string, Map<number, number>>();

  constructor(
    private readonly wb: Workbook,
    private readonly sheet: Sheet,
  ) {
    this.context = { date1904: wb.date1904, today: wb.clock() };
  }

  write(area: Area, rows: readonly (readonly CellInput[])[]): void {
    const formulas = this.compile(area, rows);
    const merges = this.sheet.merges.filter((merge) => intersect(merge, area));
    const width = columnCount(area);
    for (let j = 0; j < width; j++) {
      for (let i = 0; i < rows.length; i++) {
        const input = rows[i]![j];
        if (input === undefined || input === null) continue;
        const row = area.top + i;
        const column = area.left + j;
        if (merges.length > 0 && isCovered(merges, row, column)) continue;
        const formula = formulas.get(i * width + j);
        if (formula) this.enterFormula(row, column, formula);
        else this.enter(row, column, input);
      }
    }
  }

  /** All formulas are compiled before any cell is touched, so that a bad one leaves no trace. */
  private compile(
    area: Area,
    rows: readonly (readonly CellInput[])[],
  ): ReadonlyMap<number, CellFormula> {
    const formulas = new Map<number, CellFormula>();
    rows.forEach((row, i) => {
      for (let j = 0; j < row.length; j++) {
        const input = row[j];
        if (typeof input !== 'string') continue;
        if (input.length > MAX_TEXT) throw new EditError('InvalidArgument');
        if (!isFormula(input)) continue;
        const r = area.top + i;
        const c = area.left + j;
        if (this.isTextStyle(this.sheet.style(r, c))) continue;
        formulas.set(i * row.length + j, compileFormula(this.wb, this.sheet, r, c, input));
      }
    });
    return formulas;
  }

  enterFormula(row: number, column: number, formula: CellFormula): void {
    const { cells } = this.sheet;
    cells.setFormula(row, column, formula);
    cells.setValue(row, column, null);
    this.setQuotePrefix(row, column, false);
  }

  private enter(row: number, column: number, input: Exclude<CellValue, null>): void {
    const { cells } = this.sheet;
    cells.setFormula(row, column, undefined);
    if (typeof input === 'string') {
      this.enterText(row, column, input);
    } else {
      const asText = typeof input === 'number' && this.isTextStyle(this.sheet.style(row, column));
      cells.setValue(row, column, asText ? String(input) : input);
      this.setQuotePrefix(row, column, false);
    }
  }

  private enterText(row: number, column: number, input: string): void {
    const { cells } = this.sheet;
    const quoted = input.startsWith("'");
    this.setQuotePrefix(row, column, quoted);
    if (quoted) {
      cells.setValue(row, column, input.slice(1));
      return;
    }
    const style = this.sheet.style(row, column);
    if (input === '' || this.isTextStyle(style)) {
      cells.setValue(row, column, input === '' ? null : input);
      return;
    }
    const { value, format } = parseInput(input, this.context);
    cells.setValue(row, column, value);
    if (format !== undefined && this.wb.styles.get(style).numberFormat === 'General') {
      cells.setStyle(row, column, this.withFormat(style, format));
    }
  }

  private setQuotePrefix(row: number, column: number, quoted: boolean): void {
    const id = this.sheet.style(row, column);
    const old = this.wb.styles.get(id);
    if ((old.quotePrefix ?? false) === quoted) return;
    const style: { -readonly [K in keyof Style]: Style[K] } = { ...old, quotePrefix: true };
    if (!quoted) delete style.quotePrefix;
    this.sheet.cells.setStyle(row, column, this.wb.styles.intern(style));
  }

  private isTextStyle(id: number): boolean {
    let text = this.isText.get(id);
    if (text === undefined) {
      this.isText.set(id, (text = this.wb.styles.get(id).numberFormat === '@'));
    }
    return text;
  }

  private withFormat(id: number, numberFormat: string): number {
    let known = this.formatted.get(numberFormat);
    if (!known) this.formatted.set(numberFormat, (known = new Map<number, number>()));
    let result = known.get(id);
    if (result === undefined) {
      result = this.wb.styles.intern({ ...this.wb.styles.get(id), numberFormat });
      known.set(id, result);
    }
    return result;
  }
}

/** Characters a cell can hold. */
const MAX_TEXT = 32_767;

const isFormula = (input: string): boolean => input.length > 1 && input.charCodeAt(0) === 61;

/** @throws EditError InvalidArgument when Excel would refuse to enter the formula. */
export function compileFormula(
  wb: Workbook,
  sheet: Sheet,
  row: number,
  column: number,
  text: string,
): CellFormula {
  try {
    return wb.calculator.compile(text, sheet, row, column);
  } catch (error) {
    if (error instanceof FormulaSyntaxError) throw new EditError('InvalidArgument', error.message);
    throw error;
  }
}
