import { cellText, halfWidth, isBlank } from './cell';
import type { CustomerTerms } from './customerTerms';
import type { Layout } from './findLayout';
import { sheetIssues } from './itemSheet';
import type { ParsedSheet, SheetParser } from './parsedSheet';
import { isTotalLabel } from './printedRow';
import { ReceivablesBuilder } from './receivables';
import type { SheetRole } from './roles';
import type { SheetIssue } from './sheetIssue';
import { parseTerm } from './term';

const COUNTS = /^(?:含|包含|计入|是|y|yes|true|1|√|✓)/i;

/** Reads a sheet of one row a customer (客户档案): what was agreed with it. It holds no items. */
export class CustomerSheetParser implements SheetParser {
  private readonly issues: Omit<SheetIssue, 'sheet'>[] = [];
  private lastRow = 0;

  constructor(
    private readonly sheet: string,
    private readonly layout: Layout,
    private readonly terms: CustomerTerms,
  ) {}

  addBlock(rows: readonly (readonly unknown[])[], firstRow: number): void {
    rows.forEach((cells, i) => this.add(cells, firstRow + i));
  }

  private add(cells: readonly unknown[], row: number): void {
    const cell = (role: SheetRole): unknown => {
      const column = this.layout.mapping[role];
      return column === undefined ? null : cells[column];
    };
    const [code, name] = [cellText(cell('customer')), cellText(cell('customerName'))];
    if ((code === '' && name === '') || isTotalLabel(code) || isTotalLabel(name)) return;
    this.lastRow = row;
    const said = cell('countsMonth');
    const countsMonth = !isBlank(said) && COUNTS.test(halfWidth(cellText(said)));
    const term = parseTerm(cell('term'));
    if (term === 'ambiguous') {
      const value = cellText(cell('term'));
      this.issues.push({ row, role: 'term', code: 'termAmbiguous', value });
    }
    this.terms.add(code, name, { term: term === 'ambiguous' ? null : term, countsMonth });
  }

  finish(): ParsedSheet {
    return {
      items: new ReceivablesBuilder([]).build(),
      issues: sheetIssues(this.sheet, this.issues),
      mergedCodes: [],
      appliesTo: [],
      remarks: [],
      openings: [],
      lastRow: this.lastRow,
      unclean: [],
    };
  }
}
