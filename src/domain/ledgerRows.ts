import { cellText, isBlank } from './cell';
import { headerWords } from './headerMatch';
import type { IssueCode } from './issue';
import { Lookup } from './lookup';
import { parseAmount } from './parseAmount';
import { DateColumn } from './parseDate';
import { isNamedTotal, isPrintedLabel, isTotalLabel } from './printedRow';
import { ROLES, type Mapping, type Role } from './roles';

/** Blank rows after which what follows is no more of the ledger. */
const END_OF_LEDGER = 20;

/** Roles in whose columns the labels of totals and printed lines stand. */
const LABEL_ROLES: readonly Role[] = [
  'customer',
  'customerName',
  'documentNo',
  'documentDate',
  'dueDate',
];

/** Why a row is left out, and the cell that says so. */
export interface LeftOut {
  readonly code: IssueCode;
  readonly role: Role;
}

/** Tells a ledger's items from what else stands between them; rows come in order. */
export class LedgerRows {
  lastRow = 0;
  private isEnded = false;
  private readonly labels = new Lookup((cell) => isPrintedLabel(cell) || isTotalLabel(cell));
  private readonly columns: readonly (readonly [Role, number])[];
  private readonly titles: ReadonlyMap<number, ReadonlySet<string>>;

  /**
   * @param headers - as the layout has them, to know them again; empty when not known
   * @param issuedColumn - what reads the document dates, so that a text is scanned once
   * @param dueColumn - what reads the due dates
   */
  constructor(
    private readonly mapping: Mapping,
    headers: readonly string[],
    private readonly issuedColumn = new DateColumn(),
    private readonly dueColumn = new DateColumn(),
  ) {
    this.columns = ROLES.flatMap((role) => {
      const column = mapping[role];
      return column === undefined ? [] : [[role, column] as const];
    });
    this.titles = new Map(
      this.columns.map(([, column]) => [
        column,
        new Set((headers[column] ?? '').split('/').map((part) => headerWords(part).joined)),
      ]),
    );
  }

  /** @param row - on the sheet, 1-based */
  kindOf(cells: readonly unknown[], row: number): 'blank' | 'item' | LeftOut {
    const isPlain = this.isPlainItem(cells);
    if (!isPlain && this.columns.every(([, column]) => isBlank(cells[column]))) return 'blank';
    if (this.lastRow > 0 && row - this.lastRow > END_OF_LEDGER) this.isEnded = true;
    const kind = isPlain ? 'item' : this.closer(cells);
    if (kind !== 'item' && kind.code === 'repeatedHeader') this.isEnded = false;
    if (this.isEnded) return { code: 'afterEnd', role: this.firstFilled(cells) };
    this.lastRow = row;
    return kind;
  }

  /** A row with an amount, a date and a number needs no second look; without one, names get it. */
  private isPlainItem(cells: readonly unknown[]): boolean {
    const { documentNo, documentDate, dueDate, amount, open } = this.mapping;
    if (!isPlainAmount(cells[(amount ?? open)!])) return false;
    const issued = documentDate === undefined ? null : cells[documentDate];
    const due = dueDate === undefined ? null : cells[dueDate];
    const isIssuedPlain = this.issuedColumn.isPlain(issued);
    const isDuePlain = this.dueColumn.isPlain(due);
    if (!isIssuedPlain && !isDuePlain) return false;
    return (
      (documentNo !== undefined && !isBlank(cells[documentNo])) ||
      ((isIssuedPlain || isBlank(issued)) &&
        (isDuePlain || isBlank(due)) &&
        this.isNoLabel(cells, this.mapping.customer) &&
        this.isNoLabel(cells, this.mapping.customerName))
    );
  }

  private isNoLabel(cells: readonly unknown[], column: number | undefined): boolean {
    const cell = column === undefined ? null : cells[column];
    return typeof cell !== 'string' || !this.labels.of(cell);
  }

  private closer(cells: readonly unknown[]): 'item' | LeftOut {
    const filled = this.columns.filter(([, column]) => !isBlank(cells[column]));
    const texts = filled.filter(([, column]) => typeof cells[column] === 'string');
    if (this.isHeader(cells, texts)) return { code: 'repeatedHeader', role: texts[0]![0] };
    const isLabelled = ([role]: readonly [Role, number]) => LABEL_ROLES.includes(role);
    const identity = filled.filter(isLabelled);
    if (identity.length === 0 && texts.every(([role]) => !isText(role))) {
      return { code: 'subtotal', role: filled[0]![0] };
    }
    const labels = identity.length > 0 ? texts.filter(isLabelled) : texts;
    const hasNumberOrDate = filled.some(
      ([role, column]) =>
        ['documentNo', 'documentDate', 'dueDate'].includes(role) &&
        /\d/.test(cellText(cells[column])),
    );
    for (const [role, column] of labels) {
      const cell = cells[column];
      if (isPrintedLabel(cell)) return { code: 'printedLine', role };
      if (isTotalLabel(cell) || (!hasNumberOrDate && isNamedTotal(cell))) {
        return { code: 'subtotal', role };
      }
    }
    return 'item';
  }

  /** The header's words at their own columns, two or more of them and nothing else. */
  private isHeader(
    cells: readonly unknown[],
    texts: readonly (readonly [Role, number])[],
  ): boolean {
    const isTitle = ([, column]: readonly [Role, number]) =>
      this.titles.get(column)!.has(headerWords(cells[column]).joined);
    return texts.length >= 2 && texts.every(isTitle);
  }

  private firstFilled(cells: readonly unknown[]): Role {
    return this.columns.find(([, column]) => !isBlank(cells[column]))![0];
  }
}

/** Whether cells of the role are words, not amounts. */
const isText = (role: Role): boolean => !['amount', 'received', 'open', 'rate'].includes(role);

const isPlainAmount = (cell: unknown): boolean =>
  typeof cell === 'number' || (typeof cell === 'string' && parseAmount(cell) !== null);
