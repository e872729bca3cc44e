import type { Issue, IssueCode } from './issue';
import type { MisfitCode } from './acceptedMatches';
import type { SheetRole } from './roles';

export type SheetIssueCode =
  | IssueCode
  | MisfitCode
  /** The rate is no number above 0; the base amount gives it, else 1 stands in. */
  | 'rateUnreadable'
  /** Another currency in a ledger of several, without a rate: 1 stands in. */
  | 'noRate'
  /** The base amount is not amount × rate; the rate counts. */
  | 'baseMismatch'
  /** The stages do not add up to the contract; the stages count. */
  | 'stageSum'
  /** Neither the account nor its columns say when debits fall due: their own dates stand in. */
  | 'noDueDates'
  /** An opening balance without a date: the customer's next one stands in. */
  | 'openingUndated'
  /** The running balance does not follow from debits and credits; these count. */
  | 'balanceBroken'
  /** A reversed entry (red, below 0) without the entry it reverses. */
  | 'reversalAlone'
  /** The receipt names a document that no sheet has; it stays unapplied. */
  | 'unknownDocument'
  /** The receipt names another customer's document; it stays unapplied. */
  | 'otherCustomer'
  /** The receipt names a document in another currency; it stays unapplied. */
  | 'otherCurrency'
  /** The document has less open than the receipt brings; the rest stays unapplied. */
  | 'overApplied'
  /** The receipt names more documents than it can pay. */
  | 'creditUsedUp'
  /** The same document, dates and amount as on another sheet; counted all the same. */
  | 'duplicateOnSheets'
  /** An account's opening balance, though an earlier sheet has what it sums up; left out. */
  | 'openingRepeated'
  /** The document stands on a later list of open items too; the later one counts. */
  | 'carriedForward'
  /** The document is gone from the latest list of open items; left out. */
  | 'goneSince';

/** As Issue, of a workbook with several sheets. */
export interface SheetIssue extends Omit<Issue, 'code' | 'role'> {
  readonly sheet: string;
  readonly role: SheetRole;
  readonly code: SheetIssueCode;
  /** The row on another sheet that it speaks of. */
  readonly other?: { readonly sheet: string; readonly row: number };
}
