import { halfWidth } from './cell';
import { Dictionary } from './dictionary';

/** Spellings of one customer's code in a ledger; the first one stands for all. */
export interface MergedCode {
  readonly customer: string;
  /** In order of appearance, two or more. */
  readonly spellings: readonly string[];
}

/** Tells customers by their codes; 000123, ０００１２３ and 123 are one. */
export class CustomerCodes {
  /** By any spelling. */
  readonly customers: Dictionary;

  /** @param merge - whether codes that differ only by leading zeros or width are one */
  constructor(merge: boolean) {
    this.customers = merge ? new Dictionary(customerKey) : new Dictionary();
  }

  /** @returns the spelling that stands for the code. */
  codeOf(spelling: string): string {
    return this.customers.words[this.customers.index(spelling)]!;
  }

  merged(): MergedCode[] {
    return this.customers
      .spellings()
      .filter((spellings) => spellings.length > 1)
      .map((spellings) => ({ customer: spellings[0]!, spellings }));
  }
}

/**
 * Zeros lead nothing but codes: a name such as 0元购 keeps its own.
 *
 * @returns what the spellings of one customer's code have in common
 */
export function customerKey(spelling: string): string {
  const plain = halfWidth(spelling).trim();
  return /^0+[\dA-Za-z][\w-]*$/.test(plain) ? plain.replace(/^0+(?=.)/, '') : plain;
}
