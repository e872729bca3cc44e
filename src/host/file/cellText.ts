import { CellError, isErrorCode, type CellValue } from '../model/value';
import { CLOSE, OPEN, TEXT, ascii, type XmlScanner } from './xmlScanner';

/** Text as strings in files spell it: `_x000D_` stands for a carriage return and so on. */
export const unescapeString = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : text;

/** Text spelt as strings in files need it; the caller still escapes it for XML. */
export const escapeString = (text: string): string =>
  text
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(/[\u0000-\u0008\u000b\u000c\u000d\u000e-\u001f\ufffe\uffff]/g, (c) => {
      const hex = c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
      return `_x${hex}_`;
    });

/** The text of a string item (`si` or `is`) the scanner stands on: its runs without their phonetics. */
export function readStringItem(scanner: XmlScanner): string {
  let text = '';
  let inText = false;
  for (let depth = scanner.empty ? 0 : 1; depth > 0 && scanner.next();) {
    if (scanner.kind === TEXT) {
      if (inText) text += scanner.text();
    } else if (scanner.kind === OPEN) {
      const name = scanner.name;
      if (name === 'rPh' || name === 'phoneticPr') scanner.skip();
      else if (!scanner.empty) {
        depth++;
        inText = name === 't';
      }
    } else if (scanner.kind === CLOSE) {
      depth--;
      inText = false;
    }
  }
  return unescapeString(text);
}

/** Powers of ten that a double holds exactly. */
const TENS = Array.from({ length: 23 }, (_, n) => Number(`1e${n}`));

/** The number written in these bytes; plain decimals without a detour over a string. */
export function readNumber(bytes: Uint8Array, from: number, to: number): number {
  let p = from;
  const negative = bytes[p] === 0x2d;
  if (negative) p++;
  let mantissa = 0;
  let point = -1;
  for (; p < to; p++) {
    const b = bytes[p]!;
    if (b >= 0x30 && b <= 0x39) mantissa = mantissa * 10 + (b - 0x30);
    else if (b === 0x2e && point < 0) point = p;
    else return Number(ascii(bytes, from, to));
  }
  const decimals = point < 0 ? 0 : to - point - 1;
  // one division of two exact numbers rounds as parsing would
  if (mantissa > Number.MAX_SAFE_INTEGER || decimals > 22 || to - from > 40) {
    return Number(ascii(bytes, from, to));
  }
  const value = decimals === 0 ? mantissa : mantissa / TENS[decimals]!;
  return negative ? -value : value;
}

/** A value of a cell by its type in the file, from the text of `v`. */
export function readTyped(type: string, text: string, strings: readonly string[]): CellValue {
  switch (type) {
    case 's':
      return strings[Number(text)] ?? '';
    case 'str':
    case 'inlineStr':
      return unescapeString(text);
    case 'b':
      return text === '1' || text === 'true';
    case 'e':
      return new CellError(isErrorCode(text) ? text : '#VALUE!');
    case 'd':
      return isoSerial(text);
    default: {
      const value = Number(text);
      return text.trim() === '' || Number.isNaN(value) ? null : value;
    }
  }
}

/** Serial number in the 1900 system of an ISO date, time or both. */
function isoSerial(text: string): CellValue {
  const timeOnly = /^T?(\d\d:\d\d(?::\d\d(?:\.\d+)?)?)Z?$/.exec(text);
  const millis = Date.parse(
    timeOnly
      ? `1899-12-30T${timeOnly[1]}Z`
      : text.includes('T')
        ? `${text.replace(/Z$/, '')}Z`
        : text,
  );
  return Number.isNaN(millis) ? text : millis / 86_400_000 + 25_569;
}
