import { cellText, isBlank } from './cell';
import { NO_DATE } from './date';
import { scanYearFirst } from './dateText';
import { headerWords } from './headerMatch';
import type { IssueCode } from './issue';
import { parseAmount } from './parseAmount';
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
  private readonly columns: readonly (readonly [Role, number])[];
  private readonly titles: ReadonlyMap<number, ReadonlySet<string>>;

  /** @param headers - as the layout has them, to know them again; empty when not known */
  constructor(
    private readonly mapping: Mapping,
    headers: readonly string[],
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

  /** A row with a number, a date and an amount needs no second look. */
  private isPlainItem(cells: readonly unknown[]): boolean {
    const { documentNo, documentDate, dueDate, amount, open } = this.mapping;
    return (
      documentNo !== undefined &&
      !isBlank(cells[documentNo]) &&
      isPlainAmount(cells[(amount ?? open)!]) &&
      (isPlainDate(cells[documentDate ?? dueDate!]) || isPlainDate(cells[dueDate ?? documentDate!]))
    );
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

const isPlainDate = (cell: unknown): boolean =>
  typeof cell === 'number' || (typeof cell === 'string' && scanYearFirst(cell) > NO_DATE);

const isPlainAmount = (cell: unknown): boolean =>
  typeof cell === 'number' || (typeof cell === 'string' && parseAmount(cell) !== null);
