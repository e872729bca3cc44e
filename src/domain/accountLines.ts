import { isClosingLabel, isOpeningLabel, titleCustomer, type TitleCustomer } from './accountTitle';
import { cellText, halfWidth, isBlank } from './cell';
import { NO_DATE, serialOf } from './date';
import type { Layout } from './findLayout';
import { LedgerRows } from './ledgerRows';
import type { Fen } from './money';
import { parseAmount } from './parseAmount';
import { isTotalLabel } from './printedRow';
import type { AmountRole, Role, SheetRole } from './roles';
import type { SheetIssue } from './sheetIssue';
import { simplified } from './simplified';

/** A booking, or the balance an account opens with. */
export interface AccountLine {
  readonly row: number;
  readonly customer: TitleCustomer;
  readonly currency: string;
  readonly documentNo: string;
  readonly remark: string;
  /** A cell; a day where the account keeps month and day apart; text where no day can be made of them. */
  readonly date: unknown;
  readonly due: unknown;
  readonly debit: Fen;
  readonly credit: Fen;
  /** Above 0 where the customer owes; null where the row says nothing. */
  readonly balance: Fen | null;
  readonly balanceText: string;
  readonly isOpening: boolean;
}

/** What titles and sheet name say of an account. */
export interface AccountFacts {
  /** '' both where the rows name the customer. */
  readonly customer: TitleCustomer;
  /** Where only month and day are kept; 0 when not known. */
  readonly year: number;
}

type Cells = readonly unknown[];

/** Tells an account's bookings from what stands between them. */
export class AccountLines {
  readonly lines: AccountLine[] = [];
  readonly issues: Omit<SheetIssue, 'sheet'>[] = [];
  private readonly rows: LedgerRows;
  private customer: TitleCustomer;
  private year: number;
  private month = 0;
  private day = 0;

  constructor(
    private readonly layout: Layout,
    private readonly facts: AccountFacts,
  ) {
    const { mapping, headers } = layout;
    const date = mapping.documentDate ?? mapping.day!;
    this.rows = new LedgerRows({ ...mapping, documentDate: date }, headers);
    this.customer = facts.customer;
    this.year = facts.year;
  }

  get lastRow(): number {
    return this.rows.lastRow;
  }

  add(cells: Cells, row: number): void {
    if (this.readTitle(cells)) return;
    const kind = this.rows.kindOf(cells, row);
    if (kind === 'blank') return;
    if (kind !== 'item') {
      this.report(row, kind.role, kind.code, cellText(this.cell(cells, kind.role)));
      return;
    }
    const labels = (['remark', 'documentNo', 'documentDate', 'customer'] as const).map((role) =>
      this.cell(cells, role),
    );
    const total = labels.find((label) => isTotalLabel(label) || isClosingLabel(label));
    if (total !== undefined) this.report(row, 'remark', 'subtotal', cellText(total));
    else this.addLine(cells, row, labels.some(isOpeningLabel));
  }

  private addLine(cells: Cells, row: number, isOpening: boolean): void {
    const debit = this.amount(cells, row, 'amount') ?? 0;
    const credit = this.amount(cells, row, 'received') ?? 0;
    const code = this.text(cells, 'customer');
    const name = this.text(cells, 'customerName');
    const balanceText = this.text(cells, 'open');
    this.lines.push({
      row,
      customer: code || name ? { code, name } : this.customer,
      currency: this.text(cells, 'currency'),
      documentNo: this.text(cells, 'documentNo'),
      remark: this.text(cells, 'remark'),
      date: isOpening ? this.openingDate(cells) : this.date(cells),
      due: this.cell(cells, 'dueDate'),
      debit,
      credit,
      balance: balanceText === '' ? null : this.balance(cells, row),
      balanceText,
      isOpening,
    });
  }

  /** A row between the bookings that names the next customer, or the year. */
  private readTitle(cells: Cells): boolean {
    if (!isBlank(this.cell(cells, 'amount')) || !isBlank(this.cell(cells, 'received')))
      return false;
    for (const cell of cells) {
      const customer = typeof cell === 'string' ? titleCustomer(cell) : null;
      if (!customer) continue;
      this.customer = customer;
      this.year = this.facts.year;
      this.month = 0;
      return true;
    }
    return false;
  }

  /** The label may stand in the date's place. */
  private openingDate(cells: Cells): unknown {
    const cell = this.cell(cells, 'documentDate');
    return isOpeningLabel(cell) ? '' : this.date(cells);
  }

  private date(cells: Cells): unknown {
    if (this.layout.mapping.documentDate !== undefined) return this.cell(cells, 'documentDate');
    const month = Number(this.text(cells, 'month'));
    const day = Number(this.text(cells, 'day'));
    const year = Number(this.text(cells, 'year'));
    if (year > 0) this.year = year;
    // Where only months are named, a lower one than before is of the next year.
    else if (month > 0 && month < this.month) this.year++;
    if (month > 0) this.month = month;
    if (day > 0) this.day = day;
    if (this.month === 0 || this.day === 0) return '';
    const serial = this.year === 0 ? NO_DATE : serialOf(this.year, this.month, this.day);
    return serial === NO_DATE ? `${this.month}-${this.day}` : serial;
  }

  private balance(cells: Cells, row: number): Fen | null {
    const text = this.text(cells, 'open');
    const [, number, own] = /^(.*?)\s*(dr|cr|借|贷)?\.?$/i.exec(text)!;
    const amount = own
      ? parseAmount(number, this.layout.unit.open)
      : this.amount(cells, row, 'open');
    const side = sideOf(own ?? this.text(cells, 'direction'));
    return amount === null ? null : side * amount + 0;
  }

  private amount(cells: Cells, row: number, role: AmountRole): Fen | null {
    const cell = this.cell(cells, role);
    const amount = parseAmount(cell, this.layout.unit[role]);
    if (amount === null) this.report(row, role, 'amountUnreadable', cellText(cell));
    return amount;
  }

  private cell(cells: Cells, role: SheetRole): unknown {
    const column = this.layout.mapping[role];
    return column === undefined ? undefined : cells[column];
  }

  private text(cells: Cells, role: SheetRole): string {
    return cellText(this.cell(cells, role));
  }

  private report(row: number, role: Role, code: SheetIssue['code'], value: string): void {
    this.issues.push({ row, role, code, value });
  }
}

/** 1 where the balance is the customer's debt or nothing is said, −1 where it is ours, 0 for 平. */
function sideOf(direction: string): 1 | -1 | 0 {
  const word = simplified(halfWidth(direction)).toLowerCase();
  if (/^(?:贷|cr|c$)/.test(word)) return -1;
  return word.startsWith('平') ? 0 : 1;
}
