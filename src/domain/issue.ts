import type { Role } from './roles';

export type IssueCode =
  /** The cell is no amount; the row is left out, or the balance not checked. */
  | 'amountUnreadable'
  /** The cell is no date: as if it were blank. */
  | 'dateUnreadable'
  /** The date can be read day first and month first: the row waits, or the receipt date, for a person to decide. */
  | 'dateAmbiguous'
  /** Neither due date nor document date; the row is left out. */
  | 'noDate'
  /** No due date and no term: the document date stands in. */
  | 'noDueDate'
  /** No due date, and the term does not say which day: the document date stands in. */
  | 'termAmbiguous'
  /** No customer: kept under （未填客户）. */
  | 'noCustomer'
  /** Amount − received is not the balance; amount − received counts. */
  | 'balanceMismatch'
  /** Settled or void by its status, open by its amounts; the status counts. */
  | 'statusContradiction'
  /** Same customer, document no., dates and amount as an earlier row; counted all the same. */
  | 'duplicate'
  /** A subtotal or total row; left out. */
  | 'subtotal'
  /** The header again, on a printed page; left out. */
  | 'repeatedHeader'
  /** A line printed around the ledger: signatures, page numbers; left out. */
  | 'printedLine'
  /** Below the end of the ledger, after a long blank stretch; left out. */
  | 'afterEnd';

/** Something in the ledger that was not plain sailing. It costs at most its own row. */
export interface Issue {
  /** 1-based, as on the sheet. */
  readonly row: number;
  readonly role: Role;
  readonly code: IssueCode;
  /** The cell's content. */
  readonly value: string;
}
