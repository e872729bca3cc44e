import { halfWidth } from './cell';

/** Spellings of one customer's code in a ledger; the first one stands for all. */
export interface MergedCode {
  readonly customer: string;
  /** In order of appearance, two or more. */
  readonly spellings: readonly string[];
}

/** Tells customers by their codes; 000123, ０００１２３ and 123 are one. */
export class CustomerCodes {
  private readonly spellings = new Map<string, string[]>();
  private readonly known = new Map<string, string>();

  /** @param merge - whether codes that differ only by leading zeros or width are one */
  constructor(private readonly merge: boolean) {}

  /** @returns the spelling that stands for the code. */
  codeOf(spelling: string): string {
    if (!this.merge) return spelling;
    let code = this.known.get(spelling);
    if (code === undefined) {
      const key = keyOf(spelling);
      const spellings = this.spellings.get(key);
      if (spellings) spellings.push(spelling);
      else this.spellings.set(key, [spelling]);
      code = this.spellings.get(key)![0]!;
      this.known.set(spelling, code);
    }
    return code;
  }

  merged(): MergedCode[] {
    return [...this.spellings.values()]
      .filter((spellings) => spellings.length > 1)
      .map((spellings) => ({ customer: spellings[0]!, spellings }));
  }
}

/** Zeros lead nothing but codes: a name such as 0元购 keeps its own. */
function keyOf(spelling: string): string {
  const plain = halfWidth(spelling).trim();
  return /^0+[\dA-Za-z][\w-]*$/.test(plain) ? plain.replace(/^0+(?=.)/, '') : plain;
}
