import { customerKey } from './customerCodes';
import { NO_DATE, type Serial } from './date';
import { nameKey } from './oneDictionary';
import { dueDateOf, type Term, type TermStart } from './term';

/** What was agreed with a customer. */
export interface CustomerTerm {
  /** Null where only its rule for 月结 is known. */
  readonly term: Term | null;
  /** Its rule for 月结: whether the document's own month counts. */
  readonly countsMonth: boolean;
}

/** The days a term may count from, of one document; NO_DATE where nobody knows. */
export type Starts = (start: TermStart) => Serial;

/** Terms by customer, for documents that name none. */
export class CustomerTerms {
  private readonly known = new Map<string, CustomerTerm>();

  /** The first one stays; code or name may be ''. */
  add(code: string, name: string, agreed: CustomerTerm): void {
    for (const key of keysOf(code, name)) if (!this.known.has(key)) this.known.set(key, agreed);
  }

  of(code: string, name: string): CustomerTerm | undefined {
    if (this.known.size === 0) return undefined;
    const [first, second = ''] = keysOf(code, name);
    return this.known.get(first!) ?? this.known.get(second);
  }

  /**
   * @param own - the document's own term; null where it has none
   * @returns the day it falls due; NO_DATE where no term or no day to count from is known
   */
  dueDate(code: string, name: string, own: Term | null, startOf: Starts): Serial {
    const agreed = this.of(code, name);
    const term = own ?? agreed?.term;
    if (!term) return NO_DATE;
    const start = startOf(term.from);
    return start === NO_DATE ? NO_DATE : dueDateOf(start, term, agreed?.countsMonth);
  }
}

const keysOf = (code: string, name: string): string[] =>
  [code, name].filter((word) => word !== '').map((word) => nameKey(customerKey(word)));
