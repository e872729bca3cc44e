import { parse } from 'papaparse';
import { createWorkbook } from '../model/createWorkbook';
import { DEFAULT_STYLE } from '../model/style';
import type { Workbook } from '../model/workbook';
import { FileError } from './fileError';

/**
 * Opens separated text: one sheet named like the file. Numbers and ISO-like dates become values as in
 * Excel, except what would lose digits: `000123` and numbers of more than 15 digits are document and
 * account codes in a ledger, so they stay text. Nothing becomes a formula: the text of an export must
 * not run.
 */
export function openCsv(bytes: Uint8Array, fileName: string): Workbook {
  const text = decode(bytes);
  if (text.includes('\u0000')) throw new FileError('NotAWorkbook', 'The file holds no text.');
  const declared = /^sep=(.)\r?\n/i.exec(text);
  const body = declared ? text.slice(declared[0].length) : text;
  const { data } = parse<string[]>(body, { delimiter: declared?.[1] ?? separatorOf(body) });
  const workbook = createWorkbook();
  const sheet = workbook.activeSheet;
  sheet.name = sheetName(fileName);
  workbook.fileName = fileName;
  const styles = new Map<string, number>();
  const styleOf = (numberFormat: string) => {
    let style = styles.get(numberFormat);
    if (style === undefined) {
      style = workbook.styles.intern({ ...DEFAULT_STYLE, numberFormat });
      styles.set(numberFormat, style);
    }
    return style;
  };
  data.forEach((fields, row) => {
    fields.forEach((field, column) => {
      if (field === '') return;
      const { value, format } = typed(field);
      sheet.cells.setValue(row, column, value);
      if (format) sheet.cells.setStyle(row, column, styleOf(format));
    });
  });
  workbook.calculator.structureChanged();
  return workbook;
}

/** UTF-8 or UTF-16 by their marks, else UTF-8 if it is valid, else GB 18030. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

const SEPARATORS = [',', '\t', ';', '|'];

/** The separator the first record has most of, outside of quotes. */
function separatorOf(text: string): string {
  const record = /^(?:"[^"]*"|[^"\r\n])*/.exec(text)![0].replace(/"[^"]*"/g, '');
  const count = (separator: string) => record.split(separator).length;
  return SEPARATORS.reduce((best, s) => (count(s) > count(best) ? s : best));
}

/** File name without folder and ending, made fit for a sheet. */
const sheetName = (fileName: string): string =>
  fileName
    .replace(/^.*[\\/]/, '')
    .replace(/\.[^.]*$/, '')
    .replace(/[[\]:*?/\\]/g, '_')
    .replace(/^'+|'+$/g, '')
    .slice(0, 31) || 'Sheet1';

const NUMBER =
  /^\s*(?:([-+])?([¥￥$€£])?|([¥￥$€£])?([-+])?)((?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?)(?:[eE]([-+]?\d+))?(%)?\s*$/;
const DATE =
  /^(\d{4})([-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})日?(?:[ T](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?$/;

interface Typed {
  readonly value: string | number | boolean;
  readonly format?: string;
}

function typed(field: string): Typed {
  const first = field.charCodeAt(0);
  // most text of a ledger begins with a letter no number or date begins with
  if (first > 0x3a && first !== 0xa5 && first !== 0xffe5 && first !== 0x20ac) {
    const upper = field.toUpperCase();
    return upper === 'TRUE' || upper === 'FALSE' ? { value: upper === 'TRUE' } : { value: field };
  }
  return date(field) ?? number(field) ?? { value: field };
}

function number(field: string): Typed | null {
  const negative = /^\s*\((.+)\)\s*$/.exec(field);
  const m = NUMBER.exec(negative ? negative[1]! : field);
  const digits = m?.[5]?.replaceAll(',', '') ?? '';
  if (!m || !/\d/.test(digits)) return null;
  if (/^0\d/.test(digits) || digits.replace('.', '').replace(/^0+/, '').length > 15) return null;
  const sign = (m[1] ?? m[4]) === '-' || negative ? -1 : 1;
  const percent = m[7] !== undefined;
  const exponent = m[6];
  const value = (sign * Number(exponent ? `${digits}e${exponent}` : digits)) / (percent ? 100 : 1);
  if (!Number.isFinite(value)) return null;
  const decimals = digits.includes('.');
  const format = percent
    ? decimals
      ? '0.00%'
      : '0%'
    : m[5]!.includes(',')
      ? decimals
        ? '#,##0.00'
        : '#,##0'
      : exponent
        ? '0.00E+00'
        : undefined;
  return format ? { value, format } : { value };
}

function date(field: string): Typed | null {
  const m = DATE.exec(field.trim());
  if (!m) return null;
  const [year, month, day] = [Number(m[1]), Number(m[3]), Number(m[4])];
  const [hour, minute, second] = [Number(m[5] ?? 0), Number(m[6] ?? 0), Number(m[7] ?? 0)];
  const millis = Date.UTC(year, month - 1, day);
  const back = new Date(millis);
  if (year < 1900 || back.getUTCMonth() !== month - 1 || back.getUTCDate() !== day || hour > 23) {
    return null;
  }
  const days = millis / 86_400_000 + 25_569;
  const serial = days < 61 ? days - 1 : days; // 1900 counts a 29 February that never was
  const time = (hour * 3600 + minute * 60 + second) / 86_400;
  return { value: serial + time, format: m[5] ? 'm/d/yyyy h:mm' : 'm/d/yyyy' };
}
