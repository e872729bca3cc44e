import { CellError, type CellValue } from '../../model/value';
import { formatValue } from '../../format/formatValue';
import { parseNumber, toText } from '../coerce';
import { fn, type Library, type Site } from '../library';
import { NA, Ref, VALUE, each, type Value } from '../values';
import { round } from './math';
import { hasWildcard, unescapeWildcards, wildcardSource } from './wildcard';

function format(site: Site, value: CellValue, code: string): CellValue {
  const { date1904 } = site.host.workbook;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const n = typeof value === 'string' ? parseNumber(value, date1904) : (value ?? 0);
  if (code === '') return '';
  return formatValue(n ?? value, code, date1904).text;
}

/** @param from - counted from 1 @returns place of the first match, counted from 1 */
function search(wanted: string, within: string, from = 1): CellValue {
  const start = Math.trunc(from) - 1;
  if (start < 0 || start > within.length) return VALUE;
  let place: number;
  if (hasWildcard(wanted)) {
    const found = within.slice(start).search(new RegExp(wildcardSource(wanted), 'isu'));
    place = found < 0 ? -1 : found + start;
  } else {
    place = within.toLowerCase().indexOf(unescapeWildcards(wanted).toLowerCase(), start);
  }
  return place < 0 ? VALUE : place + 1;
}

function substitute(text: string, old: string, by: string, which?: number): CellValue {
  if (old === '') return text;
  if (which === undefined) return text.replaceAll(old, () => by);
  const wanted = Math.trunc(which);
  if (wanted < 1) return VALUE;
  let at = -1;
  for (let i = 0; i < wanted; i++) {
    at = text.indexOf(old, at < 0 ? 0 : at + old.length);
    if (at < 0) return text;
  }
  return text.slice(0, at) + by + text.slice(at + old.length);
}

const proper = (text: string): string =>
  text
    .toLowerCase()
    .replace(/(^|[^\p{L}])(\p{L})/gu, (_, a: string, b: string) => a + b.toUpperCase());

const trim = (text: string): string => text.replace(/ +/g, ' ').replace(/^ | $/g, '');

function textOf(args: readonly Value[]): string | CellError {
  let text = '';
  let failed = null as CellError | null;
  for (const arg of args) {
    each(arg, (v) => {
      const t = toText(v);
      if (typeof t === 'string') text += t;
      else failed ??= t;
    });
  }
  return failed ?? text;
}

function join(delimiters: Value, skipEmpty: boolean, ...args: Value[]): CellValue {
  const between: string[] = [];
  each(delimiters, (v) => between.push(String(toText(v))));
  const pieces: string[] = [];
  let failed = null as CellError | null;
  for (const arg of args) {
    each(arg instanceof Ref ? arg.matrix() : arg, (v) => {
      const t = toText(v);
      if (typeof t !== 'string') failed ??= t;
      else if (t !== '' || !skipEmpty) pieces.push(t);
    });
  }
  if (failed) return failed;
  return pieces
    .map((piece, i) => (i === 0 ? piece : between[(i - 1) % between.length]! + piece))
    .join('');
}

const count = (n: number): number | null => (n < 0 ? null : Math.trunc(n));

/** @param which - of several places of the delimiter; negative counts from the end */
function delimiterPlace(text: string, delimiter: string, which: number, fold: boolean): number {
  const body = fold ? text.toLowerCase() : text;
  const mark = fold ? delimiter.toLowerCase() : delimiter;
  let at = which > 0 ? -mark.length : body.length;
  for (let i = 0; i < Math.abs(which); i++) {
    at = which > 0 ? body.indexOf(mark, at + mark.length) : body.lastIndexOf(mark, at - 1);
    if (at < 0) return -1;
  }
  return at;
}

const beside =
  (after: boolean) =>
  (text: string, mark: string, which = 1, mode = 0, atEnd = 0, instead: CellValue = NA) => {
    if (which === 0) return VALUE;
    const at = delimiterPlace(text, mark, Math.trunc(which), mode === 1);
    if (at >= 0) return after ? text.slice(at + mark.length) : text.slice(0, at);
    if (atEnd !== 1) return instead;
    return after === which > 0 ? '' : text;
  };

/** Full-width letters, digits and signs to half-width ones. */
const narrow = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ');

const bytes = (text: string): number => text.length + text.replace(/[\u0000-\u00ff]/g, '').length;

export const text: Library = {
  TEXT: fn('@vs', format),
  VALUE: fn('v', (v: CellValue) => {
    if (typeof v === 'boolean') return VALUE;
    return typeof v === 'string' ? (parseNumber(v) ?? VALUE) : (v ?? 0);
  }),
  NUMBERVALUE: fn('ss?s?', (t: string, decimal = '.', group = ',') => {
    const plain = t.replaceAll(/\s/g, '').replaceAll(group, '').replace(decimal, '.');
    return plain === '' ? 0 : (parseNumber(plain) ?? VALUE);
  }),
  LEFT: fn('sn?', (t: string, n = 1) => (count(n) === null ? VALUE : t.slice(0, n))),
  RIGHT: fn('sn?', (t: string, n = 1) => {
    const k = count(n);
    return k === null ? VALUE : t.slice(Math.max(0, t.length - k));
  }),
  MID: fn('snn', (t: string, from: number, n: number) => {
    const start = Math.trunc(from) - 1;
    return start < 0 || n < 0 ? VALUE : t.slice(start, start + Math.trunc(n));
  }),
  LEN: fn('s', (t: string) => t.length),
  LENB: fn('s', bytes),
  FIND: fn('ssn?', (wanted: string, within: string, from = 1) => {
    const start = Math.trunc(from) - 1;
    if (start < 0 || start > within.length) return VALUE;
    const at = within.indexOf(wanted, start);
    return at < 0 ? VALUE : at + 1;
  }),
  SEARCH: fn('ssn?', search),
  SUBSTITUTE: fn('sssn?', substitute),
  REPLACE: fn('snns', (t: string, from: number, n: number, by: string) => {
    const start = Math.trunc(from) - 1;
    return start < 0 || n < 0 ? VALUE : t.slice(0, start) + by + t.slice(start + Math.trunc(n));
  }),
  TRIM: fn('s', trim),

  CLEAN: fn('s', (t: string) => t.replace(/[\u0000-\u001f]/g, '')),
  UPPER: fn('s', (t: string) => t.toUpperCase()),
  LOWER: fn('s', (t: string) => t.toLowerCase()),
  PROPER: fn('s', proper),
  EXACT: fn('ss', (a: string, b: string) => a === b),
  REPT: fn('sn', (t: string, n: number) =>
    n < 0 || t.length * n > 32_767 ? VALUE : t.repeat(Math.trunc(n)),
  ),
  CHAR: fn('n', (n: number) => (n < 1 || n >= 256 ? VALUE : String.fromCharCode(Math.trunc(n)))),
  UNICHAR: fn('n', (n: number) =>
    n < 1 || n > 0x10ffff ? VALUE : String.fromCodePoint(Math.trunc(n)),
  ),
  CODE: fn('s', (t: string) => (t === '' ? VALUE : t.charCodeAt(0))),
  UNICODE: fn('s', (t: string) => t.codePointAt(0) ?? VALUE),
  CONCATENATE: fn('s+', (...list: string[]) => list.join('')),
  CONCAT: fn('x+', (...args: Value[]) => textOf(args)),
  TEXTJOIN: fn('abx+', join),
  TEXTBEFORE: fn('ssn?n?n?e?', beside(false)),
  TEXTAFTER: fn('ssn?n?n?e?', beside(true)),
  ASC: fn('s', narrow),
  FIXED: fn('nn?b?', (n: number, digits = 2, plain = false) => {
    const rounded = round(n, digits);
    const fixed = Math.abs(rounded).toFixed(Math.max(0, Math.trunc(digits)));
    const grouped = plain ? fixed : fixed.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',');
    return rounded < 0 ? `-${grouped}` : grouped;
  }),
};
