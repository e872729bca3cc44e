import { NO_DATE, type Serial } from './date';
import type { Fen } from './money';

/** The items of a ledger, column by column; all columns have `count` entries. */
export interface Receivables {
  readonly count: number;
  /** Row on the sheet, 1-based. */
  readonly row: Int32Array;
  /** Index into `customers`. */
  readonly customer: Int32Array;
  readonly customers: readonly string[];
  /** Index into `currencies`. */
  readonly currency: Int32Array;
  /** The ledger's own words; '' where it names none. */
  readonly currencies: readonly string[];
  /** NO_DATE where the ledger has none. */
  readonly documentDate: Int32Array;
  /** Never NO_DATE: falls back on the document date, see parseLedger. */
  readonly dueDate: Int32Array;
  /** Fen; negative for credit notes. */
  readonly amount: Float64Array;
  /** Fen received as of `receiptDate`; the whole amount where only the date is kept. */
  readonly received: Float64Array;
  /** NO_DATE where nothing is said: then what was received counts at any date. */
  readonly receiptDate: Int32Array;
}

/** One item as rows speak of it; for building columns. */
export interface Receivable {
  readonly row: number;
  readonly customer: string;
  readonly currency: string;
  readonly documentDate: Serial;
  readonly dueDate: Serial;
  readonly amount: Fen;
  readonly received: Fen;
  readonly receiptDate: Serial;
}

/** Collects items into columns that grow by doubling. */
export class ReceivablesBuilder {
  private count = 0;
  private capacity = 1024;
  private readonly customers = new Dictionary();
  private readonly currencies = new Dictionary();
  private ints = Array.from({ length: 6 }, () => new Int32Array(this.capacity));
  private floats = Array.from({ length: 2 }, () => new Float64Array(this.capacity));

  add(item: Receivable): void {
    if (this.count === this.capacity) this.grow();
    const i = this.count++;
    const [row, customer, currency, documentDate, dueDate, receiptDate] = this.ints;
    row![i] = item.row;
    customer![i] = this.customers.index(item.customer);
    currency![i] = this.currencies.index(item.currency);
    documentDate![i] = item.documentDate;
    dueDate![i] = item.dueDate;
    receiptDate![i] = item.receiptDate;
    this.floats[0]![i] = item.amount;
    this.floats[1]![i] = item.received;
  }

  build(): Receivables {
    const n = this.count;
    const [row, customer, currency, documentDate, dueDate, receiptDate] = this.ints.map((c) =>
      c.subarray(0, n),
    );
    const [amount, received] = this.floats.map((c) => c.subarray(0, n));
    return {
      count: n,
      row: row!,
      customer: customer!,
      customers: this.customers.words,
      currency: currency!,
      currencies: this.currencies.words,
      documentDate: documentDate!,
      dueDate: dueDate!,
      amount: amount!,
      received: received!,
      receiptDate: receiptDate!,
    };
  }

  private grow(): void {
    this.capacity *= 2;
    this.ints = this.ints.map((old) => copyInto(new Int32Array(this.capacity), old));
    this.floats = this.floats.map((old) => copyInto(new Float64Array(this.capacity), old));
  }
}

function copyInto<T extends Int32Array | Float64Array>(target: T, source: T): T {
  target.set(source);
  return target;
}

/** Words numbered in order of appearance. */
class Dictionary {
  readonly words: string[] = [];
  private readonly numbers = new Map<string, number>();

  index(word: string): number {
    let n = this.numbers.get(word);
    if (n === undefined) {
      n = this.words.push(word) - 1;
      this.numbers.set(word, n);
    }
    return n;
  }
}

/**
 * What of each item is open at the end of a day. An item counts from its document date; what was
 * received counts from the receipt date.
 *
 * @returns fen per item: 0 before the document's date and when settled, below 0 for credits and
 *   overpayments
 */
export function openAmounts(items: Receivables, asOf: Serial): Float64Array {
  const open = new Float64Array(items.count);
  const { documentDate, receiptDate, amount, received } = items;
  for (let i = 0; i < open.length; i++) {
    if (documentDate[i]! > asOf) continue;
    const receipt = receiptDate[i]!;
    const isIn = receipt === NO_DATE || receipt <= asOf;
    open[i] = amount[i]! - (isIn ? received[i]! : 0);
  }
  return open;
}
