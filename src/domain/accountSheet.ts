import { AccountLines, type AccountFacts, type AccountLine } from './accountLines';
import { cellText } from './cell';
import { CustomerCodes } from './customerCodes';
import { CustomerTerms } from './customerTerms';
import { NO_DATE, type Serial } from './date';
import type { Layout } from './findLayout';
import { RateCells, sheetIssues, type SheetOptions } from './itemSheet';
import { NO_CUSTOMER } from './ledger';
import type { Fen } from './money';
import type { ParsedSheet, SheetParser } from './parsedSheet';
import { DateColumn } from './parseDate';
import { ReceivablesBuilder, type Kind, type Receivables } from './receivables';
import { checkBalances } from './runningBalance';
import type { DateRole } from './roles';
import type { SheetIssue } from './sheetIssue';
import { saysWriteOff } from './writeOffs';

/** Reads a running account (明细账): an item for each debit and each credit. */
export class AccountSheetParser implements SheetParser {
  private readonly lines: AccountLines;
  private readonly rates: RateCells;
  private readonly dates: Readonly<Record<'documentDate' | 'dueDate', DateColumn>>;
  private readonly codes: CustomerCodes;
  private readonly terms: CustomerTerms;
  /** Whether a debit was met whose day nobody knows. */
  private isUndue = false;
  private readonly openings: number[] = [];

  constructor(
    private readonly sheet: string,
    private readonly layout: Layout,
    facts: AccountFacts,
    options: SheetOptions = {},
  ) {
    this.lines = new AccountLines(layout, facts);
    this.rates = new RateCells(layout);
    const column = (role: DateRole) => {
      const order = layout.dateOrder[role];
      return new DateColumn(order === 'ambiguous' ? undefined : order, options.date1904);
    };
    this.dates = { documentDate: column('documentDate'), dueDate: column('dueDate') };
    this.codes = new CustomerCodes(options.mergeCodes ?? true);
    this.terms = options.customerTerms ?? new CustomerTerms();
  }

  addBlock(rows: readonly (readonly unknown[])[], firstRow: number): void {
    this.rates.addBlock(rows, firstRow);
    rows.forEach((cells, i) => this.lines.add(cells, firstRow + i));
  }

  finish(): ParsedSheet {
    const { issues } = this.lines;
    for (const { date, due } of this.lines.lines) {
      this.dates.documentDate.look(date);
      this.dates.dueDate.look(due);
    }
    const customers = this.lines.lines.map((line) => this.customerOf(line));
    const lines = withCurrencies(this.lines.lines, customers);
    const accounts = lines.map(({ currency }, k) => `${customers[k]!} ${currency}`);
    issues.push(...checkBalances(lines, accounts));
    const items = this.itemsOf(lines, customers, accounts);
    if (this.isUndue) {
      this.report(items.row[0]!, 'dueDate', 'noDueDates', '');
    }
    const remarks = new Map(lines.map(({ row, remark }) => [row, remark]));
    const { rate, issues: doubtful } = this.rates.of(items);
    issues.push(...doubtful);
    return {
      items: { ...items, sheets: [this.sheet], rate },
      issues: sheetIssues(this.sheet, issues),
      mergedCodes: this.codes.merged(),
      appliesTo: [],
      remarks: Array.from(items.row, (row) => remarks.get(row)!),
      openings: this.openings,
      lastRow: this.lines.lastRow,
      unclean: [],
    };
  }

  private customerOf({ row, customer: { code, name } }: AccountLine): string {
    const customer = code || name;
    if (customer) return this.codes.codeOf(customer);
    this.report(row, 'customer', 'noCustomer', '');
    return NO_CUSTOMER;
  }

  /** @param accounts - what tells customer and currency of each line */
  private itemsOf(
    lines: readonly AccountLine[],
    customers: readonly string[],
    accounts: readonly string[],
  ): Receivables {
    const builder = new ReceivablesBuilder([]);
    const known = new Set<string>();
    const firstDays = this.firstDays(lines, accounts);
    let count = 0;
    lines.forEach((line, k) => {
      const account = accounts[k]!;
      // A balance brought forward further down is what the bookings above it have left.
      const isOpening = line.isOpening && !known.has(account);
      known.add(account);
      if (line.isOpening && !isOpening) return;
      const [debit, credit] = isOpening ? openingOf(line) : [line.debit, line.credit];
      if (debit === 0 && credit === 0) return;
      const day = this.date(line, 'documentDate');
      const first = isOpening ? firstDays.get(account) : undefined;
      const isUndated = day === NO_DATE && first !== undefined;
      if (isUndated) this.report(line.row, 'documentDate', 'openingUndated', '');
      const documentDate = isUndated ? first : day;
      if (documentDate === NO_DATE) this.report(line.row, 'documentDate', 'noDate', '');
      if (documentDate === null || documentDate === NO_DATE) return;
      const add = (amount: Fen, kind: Kind, dueDate: Serial) => {
        if (isOpening) this.openings.push(count);
        count++;
        builder.add({
          row: line.row,
          customer: customers[k]!,
          customerName: line.customer.name,
          currency: line.currency,
          documentNo: line.documentNo,
          documentDate,
          dueDate,
          amount,
          received: 0,
          receiptDate: NO_DATE,
          kind,
        });
      };
      const due = debit === 0 ? documentDate : this.due(line, documentDate);
      if (debit !== 0) add(debit, debit < 0 ? 'creditNote' : 'invoice', due);
      if (credit !== 0) add(-credit, creditKind(line, isOpening), documentDate);
    });
    return builder.build();
  }

  /** The first day of each account's bookings: an opening balance without a date is no younger. */
  private firstDays(
    lines: readonly AccountLine[],
    accounts: readonly string[],
  ): ReadonlyMap<string, Serial> {
    const days = new Map<string, Serial>();
    lines.forEach((line, k) => {
      const account = accounts[k]!;
      const day = this.dates.documentDate.read(line.date);
      if (typeof day === 'number' && day !== NO_DATE && !days.has(account)) days.set(account, day);
    });
    return days;
  }

  /** The day a debit falls due: as the account says, else as agreed with the customer, else its own. */
  private due(line: AccountLine, documentDate: Serial): Serial {
    const isKept = this.layout.mapping.dueDate !== undefined;
    const said = isKept ? this.date(line, 'dueDate') : NO_DATE;
    if (said !== NO_DATE) return said ?? documentDate;
    const { code, name } = line.customer;
    const agreed = this.terms.dueDate(code, name, null, (start) =>
      start === 'document' ? documentDate : NO_DATE,
    );
    if (agreed !== NO_DATE) return agreed;
    if (isKept) this.report(line.row, 'dueDate', 'noDueDate', '');
    else this.isUndue = true;
    return documentDate;
  }

  /** @returns null where a person has to decide; what is no date counts as a blank */
  private date(line: AccountLine, role: 'documentDate' | 'dueDate'): Serial | null {
    const cell = role === 'dueDate' ? line.due : line.date;
    const day = this.dates[role].read(cell);
    if (day === 'ambiguous') this.report(line.row, role, 'dateAmbiguous', cellText(cell));
    else if (day === null) this.report(line.row, role, 'dateUnreadable', cellText(cell));
    return day === 'ambiguous' ? null : (day ?? NO_DATE);
  }

  private report(
    row: number,
    role: SheetIssue['role'],
    code: SheetIssue['code'],
    value: string,
  ): void {
    this.lines.issues.push({ row, role, code, value });
  }
}

/** Lines without a currency, such as an opening balance, are in the one their customer has elsewhere. */
function withCurrencies(
  lines: readonly AccountLine[],
  customers: readonly string[],
): readonly AccountLine[] {
  const currencies = new Map<string, Set<string>>();
  lines.forEach(({ currency }, k) => {
    const known = currencies.get(customers[k]!) ?? new Set<string>();
    currencies.set(customers[k]!, currency === '' ? known : known.add(currency));
  });
  return lines.map((line, k) => {
    const [only, another] = currencies.get(customers[k]!)!;
    return line.currency !== '' || another !== undefined || only === undefined
      ? line
      : { ...line, currency: only };
  });
}

function creditKind({ remark }: AccountLine, isOpening: boolean): Kind {
  if (isOpening) return 'advance';
  return saysWriteOff(remark) ? 'writeOff' : 'receipt';
}

/** What an opening balance brings: debit and credit, or the balance where only that is given. */
function openingOf({ debit, credit, balance }: AccountLine): [debit: Fen, credit: Fen] {
  if (debit !== 0 || credit !== 0 || balance === null) return [debit, credit];
  return balance > 0 ? [balance, 0] : [0, -balance];
}
