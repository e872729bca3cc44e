import { MAX_COLUMNS } from '../model/address';
import type { CellValue } from '../model/value';
import { readNumber, readStringItem, readTyped } from './cellText';
import { CLOSE, OPEN, TEXT, XmlScanner } from './xmlScanner';
import { readNode, type XmlNode } from './xmlTree';

/** The opening tag of a row; one object serves all rows of a scan. */
export interface RowTag {
  row: number;
  start: number;
  openEnd: number;
  empty: boolean;
  /** In points; null when the row does not say. */
  height: number | null;
  hidden: boolean;
  /** Cell format of the row as a whole, null when it has none. */
  format: number | null;
  /** The tag itself, asked for only where a row changes. */
  readonly scanner: XmlScanner;
}

/** A cell; one object serves all cells of a scan. */
export interface CellTag {
  row: number;
  column: number;
  start: number;
  end: number;
  /** Index of the cell format. */
  format: number;
  value: CellValue;
  /** Whether the cell carries a value; formulas written by some producers do not. */
  hasValue: boolean;
  formula: FormulaTag | null;
  /** Whether the cell names metadata, as formulas entered as dynamic arrays do. */
  metadata: boolean;
}

export interface FormulaTag {
  kind: 'normal' | 'array' | 'shared' | 'dataTable';
  /** As in the file, without `=`; empty in the followers of a shared formula. */
  text: string;
  /** Number of the shared formula. */
  shared: number;
  ref: string | undefined;
  /** Bytes of the element, `end` exclusive. */
  start: number;
  end: number;
}

export interface SheetVisitor {
  /** The root's tag as it opens. */
  root?(scanner: XmlScanner): void;
  /** Any child of the root but the cells. */
  segment(node: XmlNode): void;
  row(tag: RowTag): void;
  cell(tag: CellTag): void;
  /** @param at - where more cells of the row would go */
  rowEnd?(tag: RowTag, at: number): void;
  /** The cells are over: `start` and `openEnd` of their element, `at` where more rows would go. */
  data?(start: number, openEnd: number, at: number, empty: boolean): void;
  /** @param at - start of the root's closing tag */
  end?(at: number): void;
}

/** Reads a worksheet part once, from its first byte to its last. */
export function scanSheet(
  bytes: Uint8Array,
  strings: readonly string[],
  visitor: SheetVisitor,
): void {
  const scanner = new XmlScanner(bytes);
  while (scanner.next() && scanner.kind !== OPEN);
  visitor.root?.(scanner);
  if (scanner.empty) return;
  while (scanner.next() && scanner.kind !== CLOSE) {
    if (scanner.kind !== OPEN) continue;
    if (scanner.name === 'sheetData') scanRows(scanner, strings, visitor);
    else visitor.segment(readNode(scanner));
  }
  visitor.end?.(scanner.start);
}

function scanRows(scanner: XmlScanner, strings: readonly string[], visitor: SheetVisitor): void {
  const { start, end: openEnd, empty } = scanner;
  const row: RowTag = {
    row: -1,
    start: 0,
    openEnd: 0,
    empty: false,
    height: null,
    hidden: false,
    format: null,
    scanner,
  };
  const cell: CellTag = {
    row: 0,
    column: 0,
    start: 0,
    end: 0,
    format: 0,
    value: null,
    hasValue: false,
    formula: null,
    metadata: false,
  };
  while (!empty && scanner.next() && scanner.kind !== CLOSE) {
    if (scanner.kind !== OPEN) continue;
    if (scanner.name !== 'row') {
      scanner.skip();
      continue;
    }
    readRowTag(scanner, row);
    visitor.row(row);
    cell.row = row.row;
    cell.column = -1;
    const at = row.empty ? scanner.end : scanCells(scanner, cell, strings, visitor);
    visitor.rowEnd?.(row, at);
  }
  visitor.data?.(start, openEnd, empty ? openEnd : scanner.start, empty);
}

/** @returns where more cells of the row would go */
function scanCells(
  scanner: XmlScanner,
  cell: CellTag,
  strings: readonly string[],
  visitor: SheetVisitor,
): number {
  let at = scanner.end;
  while (scanner.next() && scanner.kind !== CLOSE) {
    if (scanner.kind !== OPEN) continue;
    if (scanner.name === 'c') {
      readCell(scanner, cell, strings);
      at = scanner.end;
      if (cell.column < MAX_COLUMNS) visitor.cell(cell);
    } else scanner.skip();
  }
  return at;
}

function readRowTag(scanner: XmlScanner, row: RowTag): void {
  row.row = scanner.find('r') ? attributeNumber(scanner) - 1 : row.row + 1;
  row.start = scanner.start;
  row.openEnd = scanner.end;
  row.empty = scanner.empty;
  row.height = scanner.find('ht') ? attributeNumber(scanner) : null;
  row.hidden = scanner.find('hidden') && attributeFlag(scanner);
  row.format =
    scanner.find('customFormat') && attributeFlag(scanner) && scanner.find('s')
      ? attributeNumber(scanner)
      : null;
}

const attributeNumber = (scanner: XmlScanner): number =>
  readNumber(scanner.bytes, scanner.valueStart, scanner.valueEnd);

function attributeFlag(scanner: XmlScanner): boolean {
  const first = scanner.bytes[scanner.valueStart];
  return first === 0x31 || first === 0x74; // 1 or true
}

function readCell(scanner: XmlScanner, cell: CellTag, strings: readonly string[]): void {
  const { bytes } = scanner;
  cell.column = scanner.find('r')
    ? columnOf(bytes, scanner.valueStart, scanner.valueEnd)
    : cell.column + 1;
  cell.format = scanner.find('s') ? attributeNumber(scanner) : 0;
  const type = scanner.find('t') ? scanner.attribute('t')! : 'n';
  cell.metadata = scanner.find('cm') || scanner.find('vm');
  cell.start = scanner.start;
  cell.value = null;
  cell.hasValue = false;
  cell.formula = null;
  if (!scanner.empty) {
    while (scanner.next() && scanner.kind !== CLOSE) {
      if (scanner.kind !== OPEN) continue;
      const name = scanner.name;
      if (name === 'v') readValue(scanner, cell, type, strings);
      else if (name === 'f') cell.formula = readFormula(scanner);
      else if (name === 'is') {
        cell.value = readStringItem(scanner);
        cell.hasValue = true;
      } else scanner.skip();
    }
  }
  cell.end = scanner.end;
}

/** The column of `AB12`. */
function columnOf(bytes: Uint8Array, from: number, to: number): number {
  let column = 0;
  for (let p = from; p < to; p++) {
    const b = bytes[p]!;
    if (b < 0x41) break;
    column = column * 26 + (b & 31);
  }
  return column - 1;
}

function readValue(
  scanner: XmlScanner,
  cell: CellTag,
  type: string,
  strings: readonly string[],
): void {
  if (scanner.empty) {
    if (type === 'str') cell.value = '';
    cell.hasValue = type === 'str';
    return;
  }
  let text: string | null = null;
  while (scanner.next() && scanner.kind === TEXT) {
    if (text === null && scanner.isPlain && (type === 'n' || type === 's')) {
      const number = readNumber(scanner.bytes, scanner.start, scanner.end);
      if (number === number) {
        cell.value = type === 'n' ? number : (strings[number] ?? '');
        cell.hasValue = true;
        continue;
      }
    }
    text = (text ?? '') + scanner.text();
  }
  if (text === null) {
    if (!cell.hasValue && type === 'str') cell.value = '';
    cell.hasValue ||= type === 'str';
  } else if (!cell.hasValue) {
    cell.value = readTyped(type, text, strings);
    cell.hasValue = cell.value !== null;
  }
}

function readFormula(scanner: XmlScanner): FormulaTag {
  const type = scanner.attribute('t');
  const formula: FormulaTag = {
    kind: type === 'array' || type === 'shared' || type === 'dataTable' ? type : 'normal',
    text: '',
    shared: scanner.find('si') ? attributeNumber(scanner) : -1,
    ref: scanner.attribute('ref'),
    start: scanner.start,
    end: scanner.end,
  };
  if (scanner.empty) return formula;
  while (scanner.next() && scanner.kind !== CLOSE) {
    if (scanner.kind === TEXT) formula.text += scanner.text();
  }
  formula.end = scanner.end;
  return formula;
}
