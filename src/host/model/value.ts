/** Error values a cell can hold, by the text Excel shows in an English workbook. */
export type ErrorCode =
  | '#NULL!'
  | '#DIV/0!'
  | '#VALUE!'
  | '#REF!'
  | '#NAME?'
  | '#NUM!'
  | '#N/A'
  | '#GETTING_DATA'
  | '#SPILL!'
  | '#CALC!'
  | '#BUSY!';

/** An error value. Compare by `code`; `message` is what a custom function said about it. */
export class CellError {
  constructor(
    readonly code: ErrorCode,
    readonly message?: string,
  ) {}

  toString(): string {
    return this.code;
  }
}

/** What a cell holds: blank is `null`, a date is its serial number. */
export type CellValue = number | string | boolean | CellError | null;

const codes = new Set<string>([
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#GETTING_DATA',
  '#SPILL!',
  '#CALC!',
  '#BUSY!',
]);

/** @returns whether `text` spells an error value, as typed into a cell or found in a file. */
export const isErrorCode = (text: string): text is ErrorCode => codes.has(text);

/** @returns whether two cell values are the same value of the same type. */
export const sameValue = (a: CellValue, b: CellValue): boolean =>
  a === b || (a instanceof CellError && b instanceof CellError && a.code === b.code);
