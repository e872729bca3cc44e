import { cellText } from './cell';
import type { Layout } from './findLayout';
import { RateCells, sheetIssues, type SheetOptions } from './itemSheet';
import type { Issue } from './issue';
import { LedgerParser } from './ledger';
import type { ParsedSheet, SheetParser } from './parsedSheet';
import { KINDS } from './receivables';
import { SideCells } from './sideCells';
import { simplified } from './simplified';
import { saysWriteOff } from './writeOffs';

const BILL = /承兑|汇票|票据|商票|银票|\b(?:bill|draft)s?\b/i;
const ADVANCE = /预[收付]|[定订]金|advance|deposit|prepa/i;

/** What came in, by the words for how it was paid and what for: 银行承兑, 预收款, 电汇; 坏账核销. */
function kindOf(means: unknown, remark: unknown): number {
  const word = simplified(cellText(means));
  if (saysWriteOff(`${word} ${cellText(remark)}`)) return KINDS.indexOf('writeOff');
  return KINDS.indexOf(BILL.test(word) ? 'bill' : ADVANCE.test(word) ? 'advance' : 'receipt');
}

/** Receipts have no due date to be missed; only what the whole row lacks is kept. */
function withoutDueDates(issue: Issue): Issue[] {
  if (issue.role !== 'dueDate') return [issue];
  return issue.code === 'noDate' ? [{ ...issue, role: 'documentDate' }] : [];
}

/** Reads a sheet of receipts: credits, each with the document it is meant for. */
export class ReceiptSheetParser implements SheetParser {
  private readonly parser: LedgerParser;
  private readonly rates: RateCells;
  private readonly appliesTo: SideCells;
  private readonly means: SideCells;
  private readonly remark: SideCells;

  constructor(
    private readonly sheet: string,
    layout: Layout,
    options: SheetOptions = {},
  ) {
    const { mapping } = layout;
    // A receipt is due when it comes in, a bill when it is paid.
    const due = { ...mapping, dueDate: mapping.dueDate ?? mapping.documentDate! };
    const dateOrder = { dueDate: layout.dateOrder.documentDate!, ...layout.dateOrder };
    this.parser = new LedgerParser(due, { ...layout, dateOrder, ...options });
    this.rates = new RateCells(layout);
    this.appliesTo = new SideCells(mapping.appliesTo);
    this.means = new SideCells(mapping.means);
    this.remark = new SideCells(mapping.remark);
  }

  addBlock(rows: readonly (readonly unknown[])[], firstRow: number): void {
    this.parser.addBlock(rows, firstRow);
    this.rates.addBlock(rows, firstRow);
    this.appliesTo.addBlock(rows, firstRow);
    this.means.addBlock(rows, firstRow);
    this.remark.addBlock(rows, firstRow);
  }

  finish(): ParsedSheet {
    const items = this.parser.finish();
    const { rate, issues } = this.rates.of(items);
    const own = this.parser.issues.flatMap(withoutDueDates);
    return {
      items: {
        ...items,
        sheets: [this.sheet],
        rate,
        kind: Uint8Array.from(items.row, (row) => kindOf(this.means.at(row), this.remark.at(row))),
        amount: items.amount.map((fen) => 0 - fen),
      },
      issues: sheetIssues(this.sheet, [...own, ...issues]),
      mergedCodes: this.parser.mergedCodes(),
      appliesTo: Array.from(items.row, (row) => cellText(this.appliesTo.at(row))),
      remarks: Array.from(items.row, (row) => cellText(this.remark.at(row))),
      openings: [],
      lastRow: this.parser.lastRow,
      unclean: [],
    };
  }
}
