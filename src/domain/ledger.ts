import { cellText, isBlank } from './cell';
import { currencyInAmount } from './currency';
import { CustomerCodes, type MergedCode } from './customerCodes';
import { NO_DATE, type Serial } from './date';
import { duplicateItems } from './duplicates';
import type { Layout } from './findLayout';
import type { Issue, IssueCode } from './issue';
import { LedgerRows } from './ledgerRows';
import type { Fen } from './money';
import { parseAmount } from './parseAmount';
import { DateColumn } from './parseDate';
import { ReceivablesBuilder, type Receivable, type Receivables } from './receivables';
import {
  DATE_ROLES,
  DIMENSION_ROLES,
  type AmountRole,
  type DateRole,
  type DimensionRole,
  type Mapping,
  type Role,
} from './roles';
import { parseDisputed, parseStatus } from './status';
import { dueDateOf, parseTerm } from './term';

export const NO_CUSTOMER = '（未填客户）';

/** What else is known of the ledger, from its layout or from the user. */
export interface ParserOptions extends Partial<Pick<Layout, 'headers' | 'unit' | 'dateOrder'>> {
  /** Whether codes that differ only by leading zeros or width are one customer; true when left out. */
  readonly mergeCodes?: boolean;
  /** Whether the workbook's serials count from 1904; false when left out. */
  readonly date1904?: boolean;
}

/** Reads a ledger block by block; a block is not kept. */
export class LedgerParser {
  /** Ascending by row once the ledger is finished. */
  readonly issues: Issue[] = [];
  /**
   * Sheet rows, ascending, where native arithmetic over the row's cells would not give what we
   * read: text dates and amounts, times of day, terms, status, units, rows left out. They get values
   * instead of formulas.
   */
  readonly unclean: number[] = [];
  private readonly items: ReceivablesBuilder;
  private readonly codes: CustomerCodes;
  private readonly rows: LedgerRows;
  private readonly dates: Readonly<Record<DateRole, DateColumn>>;
  private readonly dimensions: readonly DimensionRole[];
  private readonly terms = new Lookup(parseTerm);
  private readonly statuses = new Lookup(parseStatus);
  private readonly disputes = new Lookup(parseDisputed);
  /** Rows that wait until a date of theirs can be read; in order. */
  private waiting: { cells: readonly unknown[]; row: number }[] = [];

  /** @param mapping - roles → column in the blocks' rows; amount or balance and a date are there */
  constructor(
    private readonly mapping: Mapping,
    private readonly options: ParserOptions = {},
  ) {
    this.dimensions = DIMENSION_ROLES.filter((role) => mapping[role] !== undefined);
    this.items = new ReceivablesBuilder(this.dimensions);
    this.codes = new CustomerCodes(options.mergeCodes ?? true);
    this.rows = new LedgerRows(mapping, options.headers ?? []);
    const column = (role: DateRole) => {
      const order = options.dateOrder?.[role];
      const decided = order === 'ambiguous' ? undefined : order;
      return new DateColumn(decided, options.date1904);
    };
    this.dates = {
      documentDate: column('documentDate'),
      dueDate: column('dueDate'),
      receiptDate: column('receiptDate'),
    };
  }

  /** Last row on the sheet that belongs to the ledger, 1-based; 0 before the first. */
  get lastRow(): number {
    return this.rows.lastRow;
  }

  /** @returns the customers whose code is spelt in more than one way. */
  mergedCodes(): MergedCode[] {
    return this.codes.merged();
  }

  /**
   * @param rows - cells as Office.js gives them
   * @param firstRow - row on the sheet of the first one, 1-based
   */
  addBlock(rows: readonly (readonly unknown[])[], firstRow: number): void {
    for (let i = 0; i < rows.length; i++) {
      const cells = rows[i]!;
      const row = firstRow + i;
      const kind = this.rows.kindOf(cells, row);
      if (kind === 'blank') continue;
      if (kind === 'item') this.addRow(cells, row);
      else {
        this.report(row, kind.role, kind.code, cellText(this.cell(cells, kind.role)));
        this.unclean.push(row);
      }
    }
  }

  finish(): Receivables {
    this.readWaiting();
    const items = this.items.build();
    for (const item of duplicateItems(items)) {
      this.report(items.row[item]!, 'documentNo', 'duplicate', items.documentNo[item]!);
    }
    this.issues.sort((a, b) => a.row - b.row);
    this.unclean.sort((a, b) => a - b);
    return items;
  }

  /** Reads a row now, or later when a date such as 3/1/2025 needs more of its column. */
  private addRow(cells: readonly unknown[], row: number): void {
    let isAsking = false;
    for (const role of DATE_ROLES) {
      const at = this.mapping[role];
      if (at === undefined) continue;
      this.dates[role].look(cells[at]);
      isAsking ||= this.dates[role].isAsking;
    }
    if (isAsking) {
      this.waiting.push({ cells, row });
      return;
    }
    this.readWaiting();
    this.readRow(cells, row);
  }

  private readWaiting(): void {
    if (this.waiting.length === 0) return;
    const rows = this.waiting;
    this.waiting = [];
    for (const { cells, row } of rows) this.readRow(cells, row);
  }

  private readRow(cells: readonly unknown[], row: number): void {
    const item = this.itemOf(cells, row);
    if (item) this.items.add(item);
    if (!item || !this.isNative(cells, item)) this.unclean.push(row);
  }

  private itemOf(cells: readonly unknown[], row: number): Receivable | null {
    const documentDate = this.date(cells, row, 'documentDate');
    const due = this.date(cells, row, 'dueDate');
    const money = this.money(cells, row);
    if (documentDate === null || due === null || money === null) return null;
    if (due === NO_DATE && documentDate === NO_DATE) {
      this.report(row, 'dueDate', 'noDate', '');
      return null;
    }
    const name = this.text(cells, 'customerName');
    const customer = this.text(cells, 'customer') || name;
    if (!customer) this.report(row, 'customer', 'noCustomer', '');
    const receiptDate = this.date(cells, row, 'receiptDate') ?? NO_DATE;
    const { amount, received } = this.settled(cells, row, money, receiptDate);
    return {
      row,
      customer: customer ? this.codes.codeOf(customer) : NO_CUSTOMER,
      customerName: name,
      currency:
        this.text(cells, 'currency') ||
        currencyInAmount(this.cell(cells, this.mapping.amount === undefined ? 'open' : 'amount')),
      documentNo: this.text(cells, 'documentNo'),
      documentDate,
      dueDate: due === NO_DATE ? this.dueDate(cells, row, documentDate) : due,
      amount,
      received,
      receiptDate,
      disputed: this.disputes.of(this.cell(cells, 'disputed')),
      dimensions: this.dimensionsOf(cells),
    };
  }

  /** The amounts as the ledger keeps them; `received` null where it keeps only a date or nothing. */
  private money(
    cells: readonly unknown[],
    row: number,
  ): { amount: Fen; received: Fen | null } | null {
    if (this.mapping.amount === undefined) {
      const amount = this.amount(cells, row, 'open');
      return amount === null ? null : { amount, received: 0 };
    }
    const amount = this.amount(cells, row, 'amount');
    const isKept = this.mapping.received !== undefined;
    const received = isKept ? this.amount(cells, row, 'received') : null;
    const openCell = this.cell(cells, 'open');
    const open = isBlank(openCell) ? null : this.amount(cells, row, 'open');
    if (amount === null || (isKept && received === null)) return null;
    if (received === null) return { amount, received: open === null ? null : amount - open };
    if (open !== null && amount - received !== open) {
      this.report(row, 'open', 'balanceMismatch', cellText(openCell));
    }
    return { amount, received };
  }

  private settled(
    cells: readonly unknown[],
    row: number,
    { amount, received }: { amount: Fen; received: Fen | null },
    receiptDate: Serial,
  ): { amount: Fen; received: Fen } {
    const kept = received ?? (receiptDate === NO_DATE ? 0 : amount);
    const status = this.statuses.of(this.cell(cells, 'status'));
    if (status === 'none') return { amount, received: kept };
    if (amount !== kept) {
      this.report(row, 'status', 'statusContradiction', this.text(cells, 'status'));
    }
    return status === 'void' ? { amount: 0, received: 0 } : { amount, received: amount };
  }

  /** The day a document without one falls due. */
  private dueDate(cells: readonly unknown[], row: number, documentDate: Serial): Serial {
    const cell = this.cell(cells, 'term');
    const term = this.terms.of(cell);
    if (term === 'ambiguous') this.report(row, 'term', 'termAmbiguous', cellText(cell));
    else if (term === null) this.report(row, 'dueDate', 'noDueDate', '');
    else return dueDateOf(documentDate, term);
    return documentDate;
  }

  private dimensionsOf(cells: readonly unknown[]): Partial<Record<DimensionRole, string>> {
    const words: Partial<Record<DimensionRole, string>> = {};
    for (const role of this.dimensions) words[role] = this.text(cells, role);
    return words;
  }

  /** Whether the row's cells, blanks and texts as 0, give the same by plain arithmetic. */
  private isNative(cells: readonly unknown[], item: Receivable): boolean {
    const issued = this.number(cells, 'documentDate');
    const due = this.number(cells, 'dueDate');
    const receipt = this.number(cells, 'receiptDate');
    const amount = this.number(cells, this.mapping.amount === undefined ? 'open' : 'amount');
    const received =
      this.mapping.received !== undefined || receipt === 0
        ? this.number(cells, 'received')
        : amount;
    return (
      issued === Math.max(item.documentDate, 0) &&
      (due > 0 ? due : issued) === item.dueDate &&
      receipt === Math.max(item.receiptDate, 0) &&
      parseAmount(amount) === item.amount &&
      parseAmount(received) === item.received
    );
  }

  /** A cell as spreadsheets add: blanks and texts as 0. */
  private number(cells: readonly unknown[], role: Role): number {
    const cell = this.cell(cells, role);
    return typeof cell === 'number' ? cell : 0;
  }

  private cell(cells: readonly unknown[], role: Role): unknown {
    const column = this.mapping[role];
    return column === undefined ? null : cells[column];
  }

  private text(cells: readonly unknown[], role: Role): string {
    return cellText(this.cell(cells, role));
  }

  private amount(cells: readonly unknown[], row: number, role: AmountRole): Fen | null {
    const cell = this.cell(cells, role);
    const amount = parseAmount(cell, this.options.unit?.[role]);
    if (amount === null) this.report(row, role, 'amountUnreadable', cellText(cell));
    return amount;
  }

  private date(cells: readonly unknown[], row: number, role: DateRole): Serial | null {
    const cell = this.cell(cells, role);
    const day = this.dates[role].read(cell);
    if (day === 'ambiguous') this.report(row, role, 'dateAmbiguous', cellText(cell));
    else if (day === null) this.report(row, role, 'dateUnreadable', cellText(cell));
    return day === 'ambiguous' ? null : day;
  }

  private report(row: number, role: Role, code: IssueCode, value: string): void {
    this.issues.push({ row, role, code, value });
  }
}

/** What the few different cells of a column mean, each worked out once. */
class Lookup<T> {
  private readonly known = new Map<unknown, T>();

  constructor(private readonly read: (cell: unknown) => T) {}

  of(cell: unknown): T {
    let meaning = this.known.get(cell);
    if (meaning === undefined) this.known.set(cell, (meaning = this.read(cell)));
    return meaning;
  }
}
