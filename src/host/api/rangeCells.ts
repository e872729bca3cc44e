import { translateFormulaToA1, translateFormulaToR1C1 } from '@borgar/fx';
import { cellAddress, cellCount, columnCount, rowCount } from '../model/address';
import { setValues } from '../model/edits';
import { CellError, type CellValue } from '../model/value';
import { formatValue } from '../format/formatValue';
import { ApiError } from '../protocol/apiObject';
import { ORIGIN } from './apiContext';
import { invalidArgument } from './errors';
import { RangeArea } from './rangeArea';
import { setNumberFormats } from './setNumberFormats';

/** What a cell's value is on the wire. */
type WireValue = string | number | boolean;
type Matrix<T> = T[][];

/** Cells one read may ask for. */
const MAX_CELLS_READ = 5_000_000;

const onWire = (value: CellValue): WireValue =>
  value === null ? '' : value instanceof CellError ? value.code : value;

const valueType = (value: CellValue): string =>
  value === null
    ? 'Empty'
    : value instanceof CellError
      ? 'Error'
      : { number: 'Double', string: 'String', boolean: 'Boolean' }[
          typeof value as 'number' | 'string' | 'boolean'
        ];

/** What a range's cells hold: the array properties of `Range`. */
export abstract class RangeCells extends RangeArea {
  get Values(): Matrix<WireValue> | null {
    const { cells } = this.sheet;
    return this.read((row, column) => onWire(cells.value(row, column)));
  }

  set Values(input: unknown) {
    setValues(this.api.workbook, this.sheet, this.area, this.rows(input), ORIGIN);
  }

  get Formulas(): Matrix<WireValue> | null {
    return this.read((row, column) => this.formula(row, column) ?? this.value(row, column));
  }

  set Formulas(input: unknown) {
    setValues(this.api.workbook, this.sheet, this.area, this.rows(input), ORIGIN);
  }

  get FormulasLocal(): Matrix<WireValue> | null {
    return this.Formulas;
  }

  set FormulasLocal(input: unknown) {
    this.Formulas = input;
  }

  get FormulasR1C1(): Matrix<WireValue> | null {
    return this.read((row, column) => {
      const formula = this.formula(row, column);
      return formula === undefined
        ? this.value(row, column)
        : translateFormulaToR1C1(formula, cellAddress(row, column));
    });
  }

  set FormulasR1C1(input: unknown) {
    const { top, left } = this.area;
    const rows = this.rows(input).map((cells, i) =>
      cells.map((cell, j) =>
        typeof cell === 'string' && cell.startsWith('=')
          ? translateFormulaToA1(cell, cellAddress(top + i, left + j))
          : cell,
      ),
    );
    setValues(this.api.workbook, this.sheet, this.area, rows, ORIGIN);
  }

  get Text(): Matrix<string> | null {
    const { styles, date1904 } = this.api.workbook;
    return this.read((row, column) => {
      const { numberFormat } = styles.get(this.sheet.style(row, column));
      return formatValue(this.sheet.cells.value(row, column), numberFormat, date1904).text;
    });
  }

  get ValueTypes(): Matrix<string> | null {
    const { cells } = this.sheet;
    return this.read((row, column) => valueType(cells.value(row, column)));
  }

  get NumberFormat(): Matrix<string> | null {
    const { styles } = this.api.workbook;
    return this.read((row, column) => styles.get(this.sheet.style(row, column)).numberFormat);
  }

  set NumberFormat(input: unknown) {
    setNumberFormats(this.api.workbook, this.sheet, this.area, this.rows(input));
  }

  get NumberFormatLocal(): Matrix<string> | null {
    return this.NumberFormat;
  }

  set NumberFormatLocal(input: unknown) {
    this.NumberFormat = input;
  }

  /** Large arrays come in pieces; this one call says first whether they fit. */
  _ValidateArraySize(rows: number, columns: number): void {
    if (rows !== rowCount(this.area) || columns !== columnCount(this.area)) throw wrongSize();
  }

  private formula(row: number, column: number): string | undefined {
    return this.sheet.cells.formula(row, column)?.text(row, column);
  }

  private value(row: number, column: number): WireValue {
    return onWire(this.sheet.cells.value(row, column));
  }

  private read<T>(cell: (row: number, column: number) => T): Matrix<T> | null {
    if (this.unbounded) return null;
    const { top, left, bottom, right } = this.area;
    if (cellCount(this.area) > MAX_CELLS_READ) {
      throw new ApiError(
        'RangeExceedsLimit',
        'The cell count in the range has exceeded the maximum supported number.',
      );
    }
    const rows: Matrix<T> = [];
    for (let r = top; r <= bottom; r++) {
      const line: T[] = [];
      for (let c = left; c <= right; c++) line.push(cell(r, c));
      rows.push(line);
    }
    return rows;
  }

  /** One row per row of the range: a single value goes to every cell, null leaves a cell alone. */
  private rows(input: unknown): Matrix<CellValue> {
    if (this.unbounded) throw invalidArgument();
    const [height, width] = [rowCount(this.area), columnCount(this.area)];
    if (!Array.isArray(input)) {
      const line = new Array<CellValue>(width).fill(scalar(input));
      return new Array<CellValue[]>(height).fill(line);
    }
    const rows = input as unknown[];
    if (rows.length !== height) throw wrongSize();
    return rows.map((row) => {
      if (!Array.isArray(row) || row.length !== width) throw wrongSize();
      return row.map(scalar);
    });
  }
}

function scalar(value: unknown): CellValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'object') throw invalidArgument();
  return value as CellValue;
}

const wrongSize = () =>
  invalidArgument(
    "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
  );
