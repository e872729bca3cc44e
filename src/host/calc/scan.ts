import { MAX_COLUMNS, MAX_ROWS } from '../model/address';

const ERROR =
  /#(?:NAME\?|FIELD!|CALC!|VALUE!|REF!|DIV\/0!|NULL!|NUM!|N\/A|GETTING_DATA\b|SPILL!|UNKNOWN!|SYNTAX\?|ERROR!|CONNECT!|BLOCKED!|EXTERNAL!)/iy;

const QUOTE = 34;
const HASH = 35;
const DOLLAR = 36;
const APOSTROPHE = 39;
const PAREN = 40;
const BANG = 33;
const COLON = 58;
const DOT = 46;
const OPEN = 91;
const CLOSE = 93;

/** Letters, digits, `_ . $ \ ?` and everything from U+00A1 on. */
const isWord = (c: number): boolean =>
  (c >= 97 && c <= 122) ||
  (c >= 65 && c <= 90) ||
  (c >= 48 && c <= 57) ||
  c === DOLLAR ||
  c === 95 ||
  c === DOT ||
  c === 92 ||
  c === 63 ||
  c > 0xa0;

const skipString = (text: string, at: number, quote: number): number => {
  for (let i = at + 1; i < text.length; i++) {
    if (text.charCodeAt(i) === quote) {
      if (text.charCodeAt(i + 1) !== quote) return i + 1;
      i++;
    }
  }
  return text.length;
};

const skipBrackets = (text: string, at: number): number => {
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === APOSTROPHE) i++;
    else if (c === OPEN) depth++;
    else if (c === CLOSE && --depth === 0) return i + 1;
  }
  return text.length;
};

/** What a word is, left in `found` by `classify`. */
const found = { column: -1, columnFixed: false, row: -1, rowFixed: false };

/** Reads `[$]letters[$]digits`; either half may be missing. @returns false for any other word. */
function classify(text: string, start: number, end: number): boolean {
  let i = start;
  let fixed = false;
  if (text.charCodeAt(i) === DOLLAR) {
    fixed = true;
    i++;
  }
  const letters = i;
  let column = 0;
  for (; i < end; i++) {
    const c = text.charCodeAt(i) & ~32;
    if (c < 65 || c > 90 || text.charCodeAt(i) < 65) break;
    column = column * 26 + c - 64;
  }
  const width = i - letters;
  if (width > 3 || column > MAX_COLUMNS) return false;
  found.column = column - 1;
  found.columnFixed = width > 0 && fixed;
  found.row = -1;
  found.rowFixed = width === 0 && fixed;
  if (i === end) return width > 0;
  if (width > 0 && text.charCodeAt(i) === DOLLAR) {
    found.rowFixed = true;
    i++;
  }
  const digits = i;
  let row = 0;
  for (; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c < 48 || c > 57) return false;
    row = row * 10 + c - 48;
  }
  if (i === digits || i - digits > 7 || text.charCodeAt(digits) === 48 || row > MAX_ROWS) {
    return false;
  }
  found.row = row - 1;
  return true;
}

/**
 * The formula with every A1 reference written relative to (`row`, `column`): cells that a formula
 * was filled into share one key. Strings, quoted sheet names, function names and bracketed
 * structured references are left alone.
 */
export function relativeKey(text: string, row: number, column: number): string {
  let key = '';
  let done = 0;
  let i = 0;
  const rowKey = (r: number, fixed: boolean) => (fixed ? `R${r}` : `r${r - row}`);
  const columnKey = (c: number, fixed: boolean) => (fixed ? `C${c}` : `c${c - column}`);
  while (i < text.length) {
    const c = text.charCodeAt(i);
    if (!isWord(c)) {
      if (c === QUOTE || c === APOSTROPHE) i = skipString(text, i, c);
      else if (c === OPEN) i = skipBrackets(text, i);
      else if (c === HASH) {
        ERROR.lastIndex = i;
        i = ERROR.test(text) ? ERROR.lastIndex : i + 1;
      } else i++;
      continue;
    }
    const start = i;
    i = wordEnd(text, i);
    if (!isReferenceEnd(text, i) || !classify(text, start, i)) continue;
    if (found.row >= 0 && found.column >= 0) {
      key += `${text.slice(done, start)}\u0001${rowKey(found.row, found.rowFixed)}${columnKey(found.column, found.columnFixed)}`;
      done = i;
      continue;
    }
    if (text.charCodeAt(i) !== COLON) continue;
    const first = { ...found };
    const end = wordEnd(text, i + 1);
    if (!isReferenceEnd(text, end) || !classify(text, i + 1, end)) continue;
    if (first.row < 0 && found.row < 0) {
      key += `${text.slice(done, start)}\u0001${columnKey(first.column, first.columnFixed)}:${columnKey(found.column, found.columnFixed)}`;
    } else if (first.column < 0 && found.column < 0) {
      key += `${text.slice(done, start)}\u0001${rowKey(first.row, first.rowFixed)}:${rowKey(found.row, found.rowFixed)}`;
    } else continue;
    done = i = end;
  }
  return done === 0 ? text : key + text.slice(done);
}

function wordEnd(text: string, at: number): number {
  let i = at;
  while (i < text.length && isWord(text.charCodeAt(i))) i++;
  return i;
}

/** A word before `(` is a function, before `!` or `'` part of a sheet name. */
function isReferenceEnd(text: string, at: number): boolean {
  const c = text.charCodeAt(at);
  return c !== PAREN && c !== BANG && c !== APOSTROPHE;
}
