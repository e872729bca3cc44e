import { bookingRate } from './bookingRates';
import { cellText } from './cell';
import type { Layout } from './findLayout';
import { headerUnit } from './headerMatch';
import type { Issue } from './issue';
import { LedgerParser, type ParserOptions } from './ledger';
import { parseAmount } from './parseAmount';
import type { ParsedSheet, SheetParser } from './parsedSheet';
import { KINDS, type Kind, type Receivables } from './receivables';
import type { SheetIssue } from './sheetIssue';
import { SideCells } from './sideCells';

/** Options of a sheet's parser beside its layout. */
export type SheetOptions = Pick<
  ParserOptions,
  'mergeCodes' | 'date1904' | 'rows' | 'customerTerms'
>;

/** Reads a sheet of one row an item, with booking rates. */
export class ItemSheetParser implements SheetParser {
  private readonly parser: LedgerParser;
  private readonly rates: RateCells;

  constructor(
    private readonly sheet: string,
    layout: Layout,
    options: SheetOptions = {},
  ) {
    this.parser = new LedgerParser(layout.mapping, { ...layout, ...options });
    this.rates = new RateCells(layout);
  }

  addBlock(rows: readonly (readonly unknown[])[], firstRow: number): void {
    this.parser.addBlock(rows, firstRow);
    this.rates.addBlock(rows, firstRow);
  }

  finish(): ParsedSheet {
    const items = this.parser.finish();
    const { rate, issues } = this.rates.of(items);
    return {
      items: { ...items, sheets: [this.sheet], rate, kind: kindsBySign(items.amount) },
      issues: sheetIssues(this.sheet, [...this.parser.issues, ...issues]),
      mergedCodes: this.parser.mergedCodes(),
      appliesTo: [],
      remarks: [],
      openings: [],
      lastRow: this.parser.lastRow,
      unclean: this.parser.unclean,
    };
  }
}

/** Invoices, and credit notes below 0. */
function kindsBySign(amount: Float64Array): Uint8Array {
  const kind = new Uint8Array(amount.length);
  const creditNote = KINDS.indexOf('creditNote' satisfies Kind);
  for (let i = 0; i < kind.length; i++) if (amount[i]! < 0) kind[i] = creditNote;
  return kind;
}

/** The cells of a sheet that say at which rate its items were booked. */
export class RateCells {
  private readonly rate: SideCells;
  private readonly base: SideCells;
  private readonly unit: number;
  private readonly isKept: boolean;

  constructor({ mapping, headers, unit }: Layout) {
    const { rate, baseAmount } = mapping;
    this.rate = new SideCells(rate);
    this.base = new SideCells(baseAmount);
    const header = baseAmount === undefined ? '' : headers[baseAmount]!;
    const own = headerUnit(header);
    this.unit = own === 1 && !header.includes('元') ? (unit.amount ?? 1) : own;
    this.isKept = (rate ?? baseAmount) !== undefined;
  }

  addBlock(rows: readonly (readonly unknown[])[], firstRow: number): void {
    this.rate.addBlock(rows, firstRow);
    this.base.addBlock(rows, firstRow);
  }

  /** @returns the rate per item, and the rows where it is doubtful */
  of(items: Receivables): { rate: Float64Array; issues: Omit<SheetIssue, 'sheet'>[] } {
    const { count, row, amount, currency, currencies } = items;
    const issues: Omit<SheetIssue, 'sheet'>[] = [];
    if (!this.isKept) return { rate: items.rate, issues };
    const rate = new Float64Array(count);
    for (let i = 0; i < count; i++) {
      const cell = this.rate.at(row[i]!);
      const baseCell = this.base.at(row[i]!);
      const base = baseCell === undefined ? null : parseAmount(baseCell, this.unit);
      const booked = bookingRate(cell, base, amount[i]!, currencies[currency[i]!]!);
      rate[i] = booked.rate;
      if (booked.issue === null) continue;
      const isOfBase = booked.issue === 'baseMismatch';
      issues.push({
        row: row[i]!,
        role: isOfBase ? 'baseAmount' : 'rate',
        code: booked.issue,
        value: cellText(isOfBase ? baseCell : cell),
      });
    }
    return { rate, issues };
  }
}

/** @returns a sheet's issues, ascending by row */
export const sheetIssues = (
  sheet: string,
  issues: readonly (Issue | Omit<SheetIssue, 'sheet'>)[],
): SheetIssue[] => issues.map((issue) => ({ ...issue, sheet })).sort((a, b) => a.row - b.row);
