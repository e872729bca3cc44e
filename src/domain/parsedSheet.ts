import type { MergedCode } from './customerCodes';
import type { Receivables } from './receivables';
import type { SheetIssue } from './sheetIssue';

/** What a sheet gives, block by block; a block is not kept. */
export interface SheetParser {
  /**
   * @param rows - cells as Office.js gives them
   * @param firstRow - row on the sheet of the first one, 1-based
   */
  addBlock(rows: readonly (readonly unknown[])[], firstRow: number): void;
  finish(): ParsedSheet;
}

/** A sheet read. */
export interface ParsedSheet {
  readonly items: Receivables;
  /** Ascending by row. */
  readonly issues: readonly SheetIssue[];
  readonly mergedCodes: readonly MergedCode[];
  /** Per item the document numbers it is meant for, '' for none; empty where no item has any. */
  readonly appliesTo: readonly string[];
  /** Per item what it says of its purpose (摘要, 用途), '' for nothing; empty where no item does. */
  readonly remarks: readonly string[];
  /** Items that are the opening balances of an account. */
  readonly openings: readonly number[];
  /** Last row on the sheet that belongs to the ledger, 1-based; 0 when there is none. */
  readonly lastRow: number;
  /** See LedgerParser; empty but for sheets of items. */
  readonly unclean: readonly number[];
}
