import { cellText, isBlank, saysNothing } from './cell';
import { classFactOfHeader, parseClassFact, plainClassFact } from './classes';
import { currencyInAmount } from './currency';
import { CustomerCodes, type MergedCode } from './customerCodes';
import { CustomerTerms } from './customerTerms';
import { NO_DATE, type Serial } from './date';
import { duplicateItems } from './duplicates';
import { EVENT_ROLES } from './eventColumns';
import { cellAt, fieldsOf, NO_COLUMN, numberAt, textAt, type Field } from './field';
import type { Layout } from './findLayout';
import type { Issue, IssueCode } from './issue';
import { LedgerRows } from './ledgerRows';
import { Lookup } from './lookup';
import type { Fen } from './money';
import { parseAmount } from './parseAmount';
import { DateColumn } from './parseDate';
import { Pieces } from './pieces';
import { ReceivablesBuilder, type Receivable, type Receivables } from './receivables';
import {
  DIMENSION_ROLES,
  type AmountRole,
  type DateRole,
  type Role,
  type SheetMapping,
} from './roles';
import { parseDisputed, parseStatus } from './status';
import { parseTerm, type TermStart } from './term';

export const NO_CUSTOMER = '（未填客户）';

/** What else is known of the ledger, from its layout or from the user. */
export interface ParserOptions extends Partial<Pick<Layout, 'headers' | 'unit' | 'dateOrder'>> {
  /** Whether codes that differ only by leading zeros or width are one customer; true when left out. */
  readonly mergeCodes?: boolean;
  /** Whether the workbook's serials count from 1904; false when left out. */
  readonly date1904?: boolean;
  /** How many are expected; any number may come. */
  readonly rows?: number;
  /** Terms of customers whose documents name none. */
  readonly customerTerms?: CustomerTerms;
}

/** In place of what was received: nothing was. */
const saysUnpaid = (text: string): boolean =>
  saysNothing(text) || /^尚?未(?:付|收|回|到)?(?:款|账|帐)?$/.test(text);

interface DateField extends Field {
  readonly days: DateColumn;
}

interface AmountField extends Field {
  /** Yuan per 1. */
  readonly unit: number;
}

type Draft = { -readonly [K in keyof Receivable]: Receivable[K] };

/** Reads a ledger block by block; a block is not kept. */
export class LedgerParser {
  /** Ascending by row once the ledger is finished. */
  readonly issues: Issue[] = [];
  /**
   * Once the ledger is finished, sheet rows, ascending, where native arithmetic over the row's cells would not give what we
   * read: text dates and amounts, times of day, terms, status, units, rows left out. They get values
   * instead of formulas.
   */
  unclean: readonly number[] = [];
  private readonly uncleanRows = new Pieces<number>();
  private readonly items: ReceivablesBuilder;
  private readonly codes: CustomerCodes;
  private readonly rows: LedgerRows;
  private readonly fields: Readonly<Record<Role, Field>>;
  private readonly dates: Readonly<Record<DateRole, DateField>>;
  private readonly datesKept: readonly DateField[];
  private readonly amounts: Readonly<Record<AmountRole, AmountField>>;
  /** The amount, or the balance where the ledger keeps only that. */
  private readonly claim: AmountField;
  private readonly dimensions: readonly Field[];
  private readonly terms = new Lookup(parseTerm);
  private readonly customerTerms: CustomerTerms;
  /** The days a term may count from, beside the document's own. */
  private readonly events: ReadonlyMap<TermStart, { column: number; days: DateColumn }>;
  private readonly statuses = new Lookup(parseStatus);
  private readonly disputes = new Lookup(parseDisputed);
  /** What a yes says in the qualitative column. */
  private readonly classYes: number;
  private readonly classFacts = new Lookup((cell) => parseClassFact(cell, this.classYes));
  private readonly plainFacts = new Lookup((cell) => plainClassFact(cell, this.classYes));
  /** The row being read: one for all, as objects for a million rows cost more than reading them. */
  private readonly draft: Draft = {
    row: 0,
    customer: '',
    customerName: '',
    currency: '',
    documentNo: '',
    documentDate: NO_DATE,
    dueDate: NO_DATE,
    amount: 0,
    received: 0,
    receiptDate: NO_DATE,
    disputed: false,
    classFact: 0,
    classCell: '',
  };
  /** What it says in each column of `dimensions`. */
  private readonly words: string[];
  /** Rows that wait until a date of theirs can be read; in order. */
  private waiting: { cells: readonly unknown[]; row: number }[] = [];

  /** @param mapping - roles → column in the blocks' rows; amount or balance and a date are there */
  constructor(mapping: SheetMapping, options: ParserOptions = {}) {
    const fields = fieldsOf(mapping);
    const date = (role: DateRole): DateField => {
      const order = options.dateOrder?.[role];
      const decided = order === 'ambiguous' ? undefined : order;
      const { column } = fields[role];
      return { role, column, days: new DateColumn(decided, options.date1904) };
    };
    const amount = (role: AmountRole): AmountField => ({
      role,
      column: fields[role].column,
      unit: options.unit?.[role] ?? 1,
    });
    this.fields = fields;
    this.classYes = classFactOfHeader(options.headers?.[fields.classFact.column] ?? '');
    this.dates = {
      documentDate: date('documentDate'),
      dueDate: date('dueDate'),
      receiptDate: date('receiptDate'),
    };
    this.customerTerms = options.customerTerms ?? new CustomerTerms();
    this.events = new Map(
      EVENT_ROLES.flatMap((start) => {
        const column = mapping[start];
        const days = new DateColumn(undefined, options.date1904);
        return column === undefined ? [] : [[start, { column, days }] as const];
      }),
    );
    this.datesKept = Object.values(this.dates).filter(({ column }) => column !== NO_COLUMN);
    this.amounts = {
      amount: amount('amount'),
      received: amount('received'),
      open: amount('open'),
    };
    this.claim = mapping.amount === undefined ? this.amounts.open : this.amounts.amount;
    const dimensions = DIMENSION_ROLES.filter((role) => mapping[role] !== undefined);
    this.dimensions = dimensions.map((role) => fields[role]);
    this.words = dimensions.map(() => '');
    this.codes = new CustomerCodes(options.mergeCodes ?? true);
    this.items = new ReceivablesBuilder(dimensions, this.codes.customers, options.rows);
    const { documentDate, dueDate } = this.dates;
    this.rows = new LedgerRows(mapping, options.headers ?? [], documentDate.days, dueDate.days);
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
        this.report(row, kind.role, kind.code, textAt(cells, this.fields[kind.role]));
        this.uncleanRows.push(row);
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
    this.unclean = ascending(this.uncleanRows.all());
    return items;
  }

  /** Reads a row now, or later when a date such as 3/1/2025 needs more of its column. */
  private addRow(cells: readonly unknown[], row: number): void {
    let isAsking = false;
    for (const field of this.datesKept) {
      field.days.look(cellAt(cells, field));
      isAsking ||= field.days.isAsking;
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
    const isItem = this.draw(cells, row);
    if (isItem) this.items.add(this.draft, this.words);
    if (!isItem || !this.isNative(cells)) this.uncleanRows.push(row);
  }

  /** Makes the draft the row's item; false where there is none. */
  private draw(cells: readonly unknown[], row: number): boolean {
    const { fields, draft } = this;
    const documentDate = this.date(cells, row, this.dates.documentDate);
    const due = this.date(cells, row, this.dates.dueDate);
    const hasMoney = this.drawMoney(cells, row);
    if (documentDate === 'ambiguous' || due === 'ambiguous' || !hasMoney) return false;
    if (due === NO_DATE && documentDate === NO_DATE) {
      this.report(row, 'dueDate', 'noDate', '');
      return false;
    }
    const name = textAt(cells, fields.customerName);
    const customer = textAt(cells, fields.customer) || name;
    if (!customer) this.report(row, 'customer', 'noCustomer', '');
    draft.row = row;
    draft.customer = customer || NO_CUSTOMER;
    draft.customerName = name;
    draft.currency = textAt(cells, fields.currency) || currencyInAmount(cellAt(cells, this.claim));
    draft.documentNo = textAt(cells, fields.documentNo);
    draft.documentDate = documentDate;
    const receiptDate = this.date(cells, row, this.dates.receiptDate);
    draft.receiptDate = receiptDate === 'ambiguous' ? NO_DATE : receiptDate;
    this.settle(cells, row);
    draft.dueDate = due === NO_DATE ? this.dueDate(cells, row, documentDate) : due;
    draft.disputed = this.disputes.of(cellAt(cells, fields.disputed));
    this.classify(cellAt(cells, fields.classFact));
    for (let d = 0; d < this.words.length; d++) this.words[d] = textAt(cells, this.dimensions[d]!);
    return true;
  }

  private classify(cell: unknown): void {
    const { draft } = this;
    draft.classFact = this.classFacts.of(cell);
    const isSaid = draft.classFact > 0 || this.plainFacts.of(cell) > 0;
    draft.classCell = isSaid ? String(cell) : '';
  }

  /** The amounts as the ledger keeps them; `received` NaN where it keeps only a date or nothing. */
  private drawMoney(cells: readonly unknown[], row: number): boolean {
    const { draft, amounts } = this;
    const amount = this.amount(cells, row, this.claim);
    if (this.claim === amounts.open) {
      draft.amount = amount ?? 0;
      draft.received = 0;
      return amount !== null;
    }
    const isKept = amounts.received.column !== NO_COLUMN;
    const received = isKept ? this.amount(cells, row, amounts.received) : NaN;
    const openCell = cellAt(cells, amounts.open);
    const open = isBlank(openCell) ? null : this.amount(cells, row, amounts.open);
    if (amount === null || received === null) return false;
    draft.amount = amount;
    draft.received = isKept || open === null ? received : amount - open;
    if (isKept && open !== null && amount - received !== open) {
      this.report(row, 'open', 'balanceMismatch', cellText(openCell));
    }
    return true;
  }

  /** What was received, by a date where that is all there is, and by the status above all. */
  private settle(cells: readonly unknown[], row: number): void {
    const { draft, fields } = this;
    if (Number.isNaN(draft.received)) {
      draft.received = draft.receiptDate === NO_DATE ? 0 : draft.amount;
    }
    const status = this.statuses.of(cellAt(cells, fields.status));
    if (status === 'none') return;
    if (draft.amount !== draft.received) {
      this.report(row, 'status', 'statusContradiction', textAt(cells, fields.status));
    }
    if (status === 'void') draft.amount = 0;
    draft.received = draft.amount;
  }

  /** The day a document without one falls due; its own date where nobody knows. */
  private dueDate(cells: readonly unknown[], row: number, documentDate: Serial): Serial {
    const { customer, customerName = '' } = this.draft;
    const cell = cellAt(cells, this.fields.term);
    const term = this.terms.of(cell);
    const due =
      term === 'ambiguous'
        ? NO_DATE
        : this.customerTerms.dueDate(customer, customerName, term, (start) =>
            start === 'document' ? documentDate : this.eventDate(cells, start),
          );
    if (due !== NO_DATE) return due;
    const agreed = term ?? this.customerTerms.of(customer, customerName)?.term;
    if (agreed) this.report(row, 'term', 'termAmbiguous', cellText(cell));
    else this.report(row, 'dueDate', 'noDueDate', '');
    return documentDate;
  }

  private eventDate(cells: readonly unknown[], start: TermStart): Serial {
    const event = this.events.get(start);
    if (!event) return NO_DATE;
    event.days.look(cells[event.column]);
    const day = event.days.read(cells[event.column]);
    return typeof day === 'number' ? day : NO_DATE;
  }

  /** Whether the row's cells, blanks and texts as 0, give the same by plain arithmetic. */
  private isNative(cells: readonly unknown[]): boolean {
    const { draft, dates, amounts } = this;
    const issued = numberAt(cells, dates.documentDate);
    if (issued !== Math.max(draft.documentDate, 0)) return false;
    const due = numberAt(cells, dates.dueDate);
    if ((due > 0 ? due : issued) !== draft.dueDate) return false;
    const receipt = numberAt(cells, dates.receiptDate);
    if (receipt !== Math.max(draft.receiptDate, 0)) return false;
    const classFact = this.plainFacts.of(cellAt(cells, this.fields.classFact));
    if (classFact !== draft.classFact) return false;
    const amount = numberAt(cells, this.claim);
    const isByDate = amounts.received.column === NO_COLUMN && receipt !== 0;
    const received = isByDate ? amount : numberAt(cells, amounts.received);
    return parseAmount(amount) === draft.amount && parseAmount(received) === draft.received;
  }

  private amount(cells: readonly unknown[], row: number, field: AmountField): Fen | null {
    const cell = cellAt(cells, field);
    const amount = parseAmount(cell, field.unit);
    if (amount === null && field.role === 'received' && saysUnpaid(cellText(cell))) return 0;
    if (amount === null) this.report(row, field.role, 'amountUnreadable', cellText(cell));
    return amount;
  }

  /** What is no date counts as a blank, so that the money stays: another date, or the term, stands in. */
  private date(cells: readonly unknown[], row: number, field: DateField): Serial | 'ambiguous' {
    const cell = cellAt(cells, field);
    const day = field.days.read(cell);
    if (day === 'ambiguous') this.report(row, field.role, 'dateAmbiguous', cellText(cell));
    else if (day === null) this.report(row, field.role, 'dateUnreadable', cellText(cell));
    return day ?? NO_DATE;
  }

  private report(row: number, role: Role, code: IssueCode, value: string): void {
    this.issues.push({ row, role, code, value });
  }
}

/** Rows come in order but where some waited for a date: to see that costs little, to sort a million much. */
function ascending(rows: number[]): number[] {
  for (let i = 1; i < rows.length; i++) {
    if (rows[i]! < rows[i - 1]!) return rows.sort((a, b) => a - b);
  }
  return rows;
}
