import { isBlank, isSerial, NO_DATE, parseDate, type Serial } from './date';
import type { Mapping, Role } from './headers';
import { parseAmount, type Fen } from './money';
import { ReceivablesBuilder, type Receivables } from './receivables';

export type IssueCode =
  /** The cell is no amount; the row is left out. */
  | 'amountUnreadable'
  /** The cell is no date; the row is left out, or the receipt date ignored. */
  | 'dateUnreadable'
  /** Neither due date nor document date; the row is left out. */
  | 'noDate'
  /** No due date: the document date stands in. */
  | 'noDueDate'
  /** No customer: kept under （未填客户）. */
  | 'noCustomer'
  /** A subtotal or total row; left out. */
  | 'subtotal';

/** Something in the ledger that was not plain sailing. It costs at most its own row. */
export interface Issue {
  /** 1-based, as on the sheet. */
  readonly row: number;
  readonly role: Role;
  readonly code: IssueCode;
  /** The cell's content. */
  readonly value: string;
}

export const NO_CUSTOMER = '（未填客户）';

const SUBTOTAL =
  /^(?:小\s*计|合\s*计|总\s*计|本页小计|本月合计|本年累计|累计|(?:sub|grand )?total)[:：]?$/i;

/** Reads a ledger block by block; a block is not kept. */
export class LedgerParser {
  readonly issues: Issue[] = [];
  /**
   * Sheet rows whose own cells a native formula would misread: text where a date or an amount
   * belongs, a time of day, a subtotal. They get values instead of formulas.
   */
  readonly unclean: number[] = [];
  private readonly items = new ReceivablesBuilder();

  /** @param mapping - roles → column in the blocks' rows; amount and a date are there */
  constructor(private readonly mapping: Mapping) {}

  /**
   * @param rows - cells as Office.js gives them
   * @param firstRow - row on the sheet of the first one, 1-based
   */
  addBlock(rows: readonly (readonly unknown[])[], firstRow: number): void {
    rows.forEach((cells, i) => {
      if (this.isItem(cells)) this.addRow(cells, firstRow + i);
    });
  }

  finish(): Receivables {
    return this.items.build();
  }

  private isItem(cells: readonly unknown[]): boolean {
    const { amount, dueDate, documentDate, customer, documentNo } = this.mapping;
    return [amount, dueDate, documentDate, customer, documentNo].some(
      (column) => column !== undefined && !isBlank(cells[column]),
    );
  }

  private addRow(cells: readonly unknown[], row: number): void {
    const text = (role: Role): string => String(this.cell(cells, role) ?? '').trim();
    const labels = [text('customer'), text('documentNo'), text('customerName')];
    const subtotal = labels.find((label) => SUBTOTAL.test(label));
    if (subtotal !== undefined) {
      this.issues.push({ row, role: 'customer', code: 'subtotal', value: subtotal });
      this.unclean.push(row);
      return;
    }
    if (!this.isClean(cells)) this.unclean.push(row);
    const amount = this.amount(cells, row, 'amount');
    const documentDate = this.date(cells, row, 'documentDate');
    const due = this.date(cells, row, 'dueDate');
    const received = this.amount(cells, row, 'received');
    if (amount === null || documentDate === null || due === null || received === null) return;
    if (due === NO_DATE && documentDate === NO_DATE) {
      this.issues.push({ row, role: 'dueDate', code: 'noDate', value: '' });
      return;
    }
    if (due === NO_DATE) this.issues.push({ row, role: 'dueDate', code: 'noDueDate', value: '' });
    const customer = text('customer') || text('customerName');
    if (!customer) this.issues.push({ row, role: 'customer', code: 'noCustomer', value: '' });
    const receiptDate = this.date(cells, row, 'receiptDate') ?? NO_DATE;
    this.items.add({
      row,
      customer: customer || NO_CUSTOMER,
      currency: text('currency'),
      documentDate,
      dueDate: due === NO_DATE ? documentDate : due,
      amount,
      received: this.mapping.received === undefined && receiptDate !== NO_DATE ? amount : received,
      receiptDate,
    });
  }

  private isClean(cells: readonly unknown[]): boolean {
    const date = (role: Role) => {
      const cell = this.cell(cells, role);
      return cell === '' || cell === null || (Number.isInteger(cell) && isSerial(cell as number));
    };
    const amount = (role: Role) => {
      const cell = this.cell(cells, role);
      return cell === '' || cell === null || typeof cell === 'number';
    };
    return (
      date('documentDate') &&
      date('dueDate') &&
      date('receiptDate') &&
      amount('amount') &&
      amount('received')
    );
  }

  private cell(cells: readonly unknown[], role: Role): unknown {
    const column = this.mapping[role];
    return column === undefined ? null : cells[column];
  }

  private amount(cells: readonly unknown[], row: number, role: Role): Fen | null {
    const cell = this.cell(cells, role);
    return this.checked(parseAmount(cell), row, role, 'amountUnreadable', cell);
  }

  private date(cells: readonly unknown[], row: number, role: Role): Serial | null {
    const cell = this.cell(cells, role);
    return this.checked(parseDate(cell), row, role, 'dateUnreadable', cell);
  }

  private checked(
    value: number | null,
    row: number,
    role: Role,
    code: IssueCode,
    cell: unknown,
  ): number | null {
    if (value === null) this.issues.push({ row, role, code, value: String(cell) });
    return value;
  }
}
