import { CellError, type CellValue, type ErrorCode } from '../model/value';
import { escapeString } from './cellText';
import { escapeXml } from './xmlTree';

const FILE_ERRORS: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#GETTING_DATA',
]);

/** Anything that one of the two escapes might change. */
const UNSAFE = /[_<>&"\u0000-\u001f\ufffe\uffff]/;

/** The code a file can hold: newer errors are kept as #VALUE!, as Excel does beside its rich values. */
export const errorCode = (error: CellError): ErrorCode =>
  FILE_ERRORS.has(error.code) ? error.code : '#VALUE!';

/**
 * A cell's value as its type and its content.
 * @param isResult - whether a formula gave it
 * @param stringIndex - where the file's shared strings have a text already; other texts stand in the cell
 */
export function valueXml(
  value: CellValue,
  isResult: boolean,
  stringIndex: (text: string) => number | undefined,
): { type: string | null; xml: string } {
  if (value === null) return { type: null, xml: '' };
  if (typeof value === 'number') {
    return Number.isFinite(value)
      ? { type: null, xml: `<v>${value}</v>` }
      : { type: 'e', xml: '<v>#NUM!</v>' };
  }
  if (typeof value === 'boolean') return { type: 'b', xml: `<v>${value ? 1 : 0}</v>` };
  if (value instanceof CellError) return { type: 'e', xml: `<v>${errorCode(value)}</v>` };
  const index = isResult ? undefined : stringIndex(value);
  if (index !== undefined) return { type: 's', xml: `<v>${index}</v>` };
  const text = UNSAFE.test(value) ? escapeXml(escapeString(value)) : value;
  if (isResult) return { type: 'str', xml: `<v>${text}</v>` };
  const space = /^\s|\s$|\n/.test(value) ? ' xml:space="preserve"' : '';
  return { type: 'inlineStr', xml: `<is><t${space}>${text}</t></is>` };
}
