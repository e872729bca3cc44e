import { toWorkbookError } from './workbookError';

/** More than anyone waits for while typing; Excel itself calculates any number. */
const MOST_CELLS = 100_000;

/**
 * What stands for a parameter in a formula, as a function gets it: cells row by row, null where it is
 * left out, `unknown` where only Excel can work it out (expressions, structured references, very
 * many cells).
 */
export type Argument = readonly (readonly unknown[])[] | null | 'unknown';

const CELL = String.raw`\$?[A-Z]{1,3}\$?[1-9]\d{0,6}`;
const COLUMN = String.raw`\$?[A-Z]{1,3}`;
const ADDRESS = new RegExp(`^(?:${CELL}(?::${CELL})?|${COLUMN}:${COLUMN})$`, 'i');
const WHOLE_COLUMNS = new RegExp(`^${COLUMN}:${COLUMN}$`, 'i');
const ON_SHEET = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/;

/**
 * Reads what parameters would be: literals, array constants, addresses, names. Changes nothing.
 *
 * @param texts - as typed into a formula
 * @param home - the sheet of addresses that name none
 * @throws {WorkbookError}
 */
export async function readArguments(texts: readonly string[], home: string): Promise<Argument[]> {
  const typed = texts.map((text) => text.trim());
  const known = typed.map(literalOf);
  return Excel.run(async (context) => {
    const { names } = context.workbook;
    const sheets = context.workbook.worksheets.load('items/name');
    await context.sync();
    const ranges = typed.map((text, i) => {
      if (known[i] !== undefined) return null;
      const [, quoted, bare, rest] = ON_SHEET.exec(text) ?? [];
      const address = rest ?? text;
      const name = quoted?.replaceAll("''", "'") ?? bare ?? home;
      const sheet = sheets.items.find((item) => item.name.toLowerCase() === name.toLowerCase());
      if (!ADDRESS.test(address)) {
        const named = /^[\p{L}_\\][\p{L}\d_.\\]*$/u.test(text);
        return named ? names.getItemOrNullObject(text).getRangeOrNullObject() : null;
      }
      if (!sheet) return null;
      const range = sheet.getRange(address);
      return WHOLE_COLUMNS.test(address)
        ? range.getIntersectionOrNullObject(sheet.getUsedRange())
        : range;
    });
    ranges.forEach((range) => range?.load('cellCount'));
    await context.sync();
    const read = ranges.map((range) =>
      range && !range.isNullObject && range.cellCount <= MOST_CELLS
        ? range.load('values,valueTypes')
        : null,
    );
    await context.sync();
    return known.map((constant, i) => {
      if (constant !== undefined) return constant;
      return read[i] ? cellsOf(read[i]) : 'unknown';
    });
  }).catch((error: unknown) => {
    throw toWorkbookError(error);
  });
}

/** Error values come to functions as errors, not as their text. */
const cellsOf = ({ values, valueTypes }: Excel.Range): unknown[][] =>
  values.map((row, r) =>
    row.map((value: unknown, c) =>
      valueTypes[r]![c] === Excel.RangeValueType.error
        ? new CustomFunctions.Error(value as CustomFunctions.ErrorCode)
        : value,
    ),
  );

/** @returns a constant's cells; null for nothing, undefined where it is no constant */
function literalOf(text: string): Argument | undefined {
  if (text === '') return null;
  if (text.startsWith('{') && text.endsWith('}')) {
    const rows = split(text.slice(1, -1), ';').map((row) => split(row, ',').map(constantOf));
    const isWhole = rows.every(
      (row) => row.length === rows[0]!.length && row.every((cell) => cell !== undefined),
    );
    return isWhole ? rows : undefined;
  }
  const constant = constantOf(text);
  return constant === undefined ? undefined : [[constant]];
}

function constantOf(text: string): string | number | boolean | undefined {
  const word = text.trim();
  if (/^"(?:[^"]|"")*"$/.test(word)) return word.slice(1, -1).replaceAll('""', '"');
  if (/^(?:true|false)$/i.test(word)) return word.toLowerCase() === 'true';
  if (/^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?%?$/i.test(word)) {
    return word.endsWith('%') ? Number(word.slice(0, -1)) / 100 : Number(word);
  }
  return undefined;
}

/** Splits at a sign that stands outside of quotes. */
const split = (text: string, sign: ',' | ';'): string[] =>
  text.split(new RegExp(`${sign}(?=(?:[^"]*"[^"]*")*[^"]*$)`));
