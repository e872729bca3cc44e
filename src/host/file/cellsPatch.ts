import { boundingArea, cellAddress, cellCount, type Area } from '../model/address';
import type { CellFormula, Column } from '../model/cells';
import type { Sheet } from '../model/sheet';
import { CellError, type CellValue } from '../model/value';
import type { Workbook } from '../model/workbook';
import { fileAddress } from './areas';
import { errorCode, valueXml } from './cellXml';
import { FormulaLoader } from './formulaLoader';
import { reckonsWithArrays, toFileFormula } from './formulaText';
import type { Degree, Patch } from './patch';
import type { CellTag, RowTag } from './scanSheet';
import { XmlScanner } from './xmlScanner';
import { element, escapeXml, prefixed, type AttributeValue } from './xmlTree';

/** What writing cells needs to know beyond the sheet. */
export interface CellContext {
  /** Style in the model for a cell format of the file. */
  styleOf(format: number): number;
  /** Cell format of the file for a style of the model. */
  formatOf(style: number): number;
  /** Index of a shared string the file has already. */
  stringIndex(text: string): number | undefined;
  /** Number of the metadata that marks a dynamic array formula. */
  dynamicArray(): number;
}

/** Compares the cells of a sheet part with the model, in the part's order, and patches what differs. */
export class CellsPatch {
  /** Whether a formula came, went or changed. */
  formulasChanged = false;
  /** Cells written where the part had none. */
  added: Area | null = null;
  prefix = '';
  private readonly columns: readonly { readonly index: number; readonly column: Column }[];
  private readonly rows: number;
  private readonly formulas: FormulaLoader;
  /** Shared formulas by their number; null once their first cell is rewritten. */
  private readonly shared = new Map<number, CellFormula | null>();
  /** How files spell a formula, asked once for all cells that share it. */
  private readonly spellings = new Map<CellFormula, { asIs: boolean; isArray: boolean }>();
  private nextRow = 0;
  private nextColumn = 0;
  private rowFormat: number | null = null;
  private rowDone = false;

  constructor(
    private readonly workbook: Workbook,
    private readonly sheet: Sheet,
    private readonly bytes: Uint8Array,
    private readonly patch: Patch,
    private readonly context: CellContext,
  ) {
    this.formulas = new FormulaLoader(workbook, sheet);
    this.columns = sheet.cells.columns.flatMap((column, index) =>
      column ? [{ index, column }] : [],
    );
    let rows = 0;
    for (const { column } of this.columns) {
      rows = Math.max(rows, column.values.length, column.formulas.length, column.styles.length);
    }
    for (const row of sheet.rowHeights.keys()) rows = Math.max(rows, row + 1);
    for (const row of sheet.hiddenRows) rows = Math.max(rows, row + 1);
    this.rows = rows;
  }

  row(tag: RowTag): void {
    this.newRows(tag.row, tag.start);
    this.nextRow = Math.max(this.nextRow, tag.row + 1);
    this.nextColumn = 0;
    this.rowFormat = tag.format;
    this.rowDone = tag.empty;
    const height = this.sheet.rowHeights.get(tag.row) ?? null;
    const hidden = this.sheet.hiddenRows.has(tag.row);
    const cells = tag.empty ? this.newCells(tag.row, Infinity) : '';
    const changes: Record<string, AttributeValue> = {};
    if (height !== tag.height) Object.assign(changes, heightAttributes(height));
    if (hidden !== tag.hidden) changes.hidden = hidden || null;
    if (this.outgrows(tag)) changes.spans = null;
    if (cells === '' && Object.keys(changes).length === 0) return;
    const open = this.tag('row', tag.scanner.allAttributes(), changes);
    this.patch.replace(
      tag.start,
      tag.openEnd,
      tag.empty
        ? cells === ''
          ? `${open}/>`
          : `${open}>${cells}</${this.prefix}row>`
        : `${open}>`,
    );
  }

  cell(cell: CellTag): void {
    this.patch.insert(cell.start, this.newCells(cell.row, cell.column));
    if (this.columns[this.nextColumn]?.index === cell.column) this.nextColumn++;
    this.compare(cell);
  }

  rowEnd(tag: RowTag, at: number): void {
    if (!this.rowDone) this.patch.insert(at, this.newCells(tag.row, Infinity));
  }

  data(start: number, openEnd: number, at: number, empty: boolean): void {
    const tag = `${this.prefix}sheetData`;
    let opened = !empty;
    this.newRows(this.rows, at, () => {
      if (!opened) this.patch.replace(start, openEnd, `<${tag}>`);
      opened = true;
    });
    if (empty && opened) this.patch.insert(at, `</${tag}>`);
  }

  private compare(cell: CellTag): void {
    const { row, column } = cell;
    const { cells } = this.sheet;
    const formula = cells.formula(row, column);
    const value = cells.value(row, column);
    const style = cells.style(row, column);
    const sameStyle = this.context.styleOf(cell.format) === style;
    const fate = this.formulaFate(cell, formula);
    const sameContent = fate !== 'changed' && sameInFile(cell.value, value);
    if (sameContent && sameStyle) return;
    if (fate === 'changed') this.formulasChanged = true;
    if (sameContent) {
      // only the looks differ: what is in the cell stays as it is written
      const scanner = this.scannerAt(cell.start);
      const open = this.tag('c', scanner.allAttributes(), {
        s: this.context.formatOf(style) || null,
      });
      this.patch.replace(cell.start, scanner.end, scanner.empty ? `${open}/>` : `${open}>`);
      return;
    }
    if (formula === undefined && value === null && style === 0) {
      // cells behind one without an address count on its being there
      const blank = this.scannerAt(cell.start).find('r')
        ? ''
        : `<${this.prefix}c r="${cellAddress(row, column)}"/>`;
      this.patch.replace(cell.start, cell.end, blank);
      return;
    }
    const keep = fate === 'same' && cell.formula ? cell.formula : null;
    const format = sameStyle ? cell.format : this.context.formatOf(style);
    const xml = keep
      ? this.cellXml(row, column, format, value, undefined, {
          xml: new TextDecoder().decode(this.bytes.subarray(keep.start, keep.end)),
          metadata: cell.metadata ? (this.scannerAt(cell.start).attribute('cm') ?? null) : null,
        })
      : this.cellXml(row, column, format, value, formula);
    const degree: Degree = !keep || !sameStyle ? 'edit' : cell.hasValue ? 'recalculated' : 'filled';
    this.patch.replace(cell.start, cell.end, xml, degree);
  }

  /** What became of the cell's formula; `none` when neither has one that the engine knows. */
  private formulaFate(
    cell: CellTag,
    formula: CellFormula | undefined,
  ): 'same' | 'changed' | 'none' {
    const tag = cell.formula;
    if (!tag) return formula ? 'changed' : 'none';
    if (!formula) {
      const known = this.formulas.load(cell) !== null || this.isLost(cell);
      if (known && tag.kind === 'shared' && tag.text !== '') this.shared.set(tag.shared, null);
      return known ? 'changed' : 'none';
    }
    const { row, column } = cell;
    const now = formula.text(row, column);
    if (tag.text === '' && tag.kind === 'shared') {
      const first = this.shared.get(tag.shared);
      return first && (first === formula || first.text(row, column) === now) ? 'same' : 'changed';
    }
    const text = this.formulas.text(cell);
    const same =
      text === now || this.formulas.compile(text, row, column)?.text(row, column) === now;
    if (tag.kind === 'shared') this.shared.set(tag.shared, same ? formula : null);
    return same ? 'same' : 'changed';
  }

  /** Whether the cell follows a shared formula whose first cell is rewritten. */
  private isLost(cell: CellTag): boolean {
    const tag = cell.formula!;
    return tag.kind === 'shared' && tag.text === '' && this.shared.has(tag.shared);
  }

  /** Cells of the model left of `before` that the part's row does not have. */
  private newCells(row: number, before: number): string {
    let xml = '';
    for (; this.nextColumn < this.columns.length; this.nextColumn++) {
      const { index, column } = this.columns[this.nextColumn]!;
      if (index >= before) break;
      const value = column.values[row] ?? null;
      const formula = column.formulas[row];
      const style = column.styles[row] ?? 0;
      if (value === null && formula === undefined && style === 0) continue;
      const cell = { top: row, left: index, bottom: row, right: index };
      this.added = this.added ? boundingArea(this.added, cell) : cell;
      xml += this.cellXml(row, index, this.newFormat(index, style), value, formula);
      if (formula) this.formulasChanged = true;
    }
    return xml;
  }

  /** A new cell without a style of its own looks like its row or column. */
  private newFormat(column: number, style: number): number {
    if (style !== 0) return this.context.formatOf(style);
    if (this.rowFormat !== null) return this.rowFormat;
    return this.context.formatOf(this.sheet.columnStyles[column] ?? 0);
  }

  /** Inserts rows of the model before row `end` that the part does not have. */
  private newRows(end: number, at: number, prepare?: () => void): void {
    for (; this.nextRow < Math.min(end, this.rows); this.nextRow++) {
      const row = this.nextRow;
      const height = this.sheet.rowHeights.get(row) ?? null;
      const hidden = this.sheet.hiddenRows.has(row);
      this.nextColumn = 0;
      this.rowFormat = null;
      const cells = this.newCells(row, Infinity);
      if (cells === '' && height === null && !hidden) continue;
      prepare?.();
      const open = this.tag('row', NO_ATTRIBUTES, {
        r: row + 1,
        ...(height === null ? {} : heightAttributes(height)),
        hidden: hidden || null,
      });
      this.patch.insert(at, cells === '' ? `${open}/>` : `${open}>${cells}</${this.prefix}row>`);
    }
  }

  /** Whether the model has cells to the right of what the row's `spans` says. */
  private outgrows(tag: RowTag): boolean {
    if (!tag.scanner.find('spans')) return false;
    const spans = tag.scanner.attribute('spans')!;
    const last = Number(spans.slice(spans.lastIndexOf(':') + 1));
    for (let i = this.columns.length - 1; i >= 0; i--) {
      const { index, column } = this.columns[i]!;
      if (index < last) return false;
      if ((column.values[tag.row] ?? null) !== null || column.formulas[tag.row]) return true;
    }
    return false;
  }

  /** @param kept - the formula as the part has it, when it stays */
  private cellXml(
    row: number,
    column: number,
    format: number,
    value: CellValue,
    formula: CellFormula | undefined,
    kept?: { readonly xml: string; readonly metadata: string | null },
  ): string {
    const made = formula && this.formulaXml(row, column, formula);
    const formulaXml = kept?.xml ?? made?.xml ?? '';
    const content = valueXml(value, formulaXml !== '', (text) => this.context.stringIndex(text));
    const metadata = kept?.metadata ?? made?.metadata ?? null;
    const inside =
      (kept ? '' : this.qualified(formulaXml)) + (kept?.xml ?? '') + this.qualified(content.xml);
    const open =
      `<${this.prefix}c r="${cellAddress(row, column)}"` +
      (format === 0 ? '' : ` s="${format}"`) +
      (content.type === null ? '' : ` t="${content.type}"`) +
      (metadata === null ? '' : ` cm="${metadata}"`);
    return inside === '' ? `${open}/>` : `${open}>${inside}</${this.prefix}c>`;
  }

  private formulaXml(
    row: number,
    column: number,
    formula: CellFormula,
  ): { xml: string; metadata: string | null } {
    const text = formula.text(row, column).slice(1);
    const ownTable = this.formulas.ownTable(row, column);
    let spelling = this.spellings.get(formula);
    if (!spelling) {
      const asIs = toFileFormula(text, ownTable) === text;
      this.spellings.set(formula, (spelling = { asIs, isArray: reckonsWithArrays(text) }));
    }
    const spill = this.workbook.calculator.spillArea(this.sheet, row, column);
    const area = spill ?? { top: row, left: column, bottom: row, right: column };
    const isArray = cellCount(area) > 1 || spelling.isArray;
    const content = escapeXml(spelling.asIs ? text : toFileFormula(text, ownTable));
    return {
      xml: element('f', isArray ? { t: 'array', ref: fileAddress(area) } : {}, content),
      metadata: isArray ? String(this.context.dynamicArray()) : null,
    };
  }

  private qualified(xml: string): string {
    return this.prefix === '' ? xml : prefixed(xml, this.prefix);
  }

  /** An opening tag without its end. */
  private tag(
    name: string,
    attributes: ReadonlyMap<string, string>,
    changes: Readonly<Record<string, AttributeValue>>,
  ): string {
    return element(this.prefix + name, { ...Object.fromEntries(attributes), ...changes }).slice(
      0,
      -2,
    );
  }

  private scannerAt(start: number): XmlScanner {
    const scanner = new XmlScanner(this.bytes, start);
    scanner.next();
    return scanner;
  }
}

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

const heightAttributes = (height: number | null) => ({
  ht: height,
  customHeight: height === null ? null : true,
});

/** Whether two values are the same once written to a file, which knows fewer errors than the engine. */
function sameInFile(file: CellValue, model: CellValue): boolean {
  if (file === model) return true;
  return (
    file instanceof CellError && model instanceof CellError && errorCode(file) === errorCode(model)
  );
}
