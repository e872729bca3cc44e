import { currencyKey } from './currency';
import { NO_DATE, type Serial } from './date';
import { Dictionary } from './dictionary';
import type { Fen } from './money';
import { DIMENSION_ROLES, type DimensionRole } from './roles';

/** The items of a ledger, column by column; all columns have `count` entries. */
export interface Receivables {
  readonly count: number;
  /** Row on the sheet, 1-based. */
  readonly row: Int32Array;
  /** Index into `customers` and `customerNames`. */
  readonly customer: Int32Array;
  /** What tells customers apart: the code, or the name where the ledger keeps no code. */
  readonly customers: readonly string[];
  /** The first name the ledger gives; '' where it gives none. */
  readonly customerNames: readonly string[];
  /** Index into `currencies`. */
  readonly currency: Int32Array;
  /** The ledger's own words, the first of each currency's; '' where it names none. */
  readonly currencies: readonly string[];
  /** '' where the ledger has none. */
  readonly documentNo: readonly string[];
  /** NO_DATE where the ledger has none. */
  readonly documentDate: Int32Array;
  /** Never NO_DATE: where the ledger has none, by the term, else the document date. */
  readonly dueDate: Int32Array;
  /** Fen; negative for credit notes, 0 for void items. */
  readonly amount: Float64Array;
  /** Fen received as of `receiptDate`; the whole amount where only the date is kept. */
  readonly received: Float64Array;
  /** NO_DATE where nothing is said: then what was received counts at any date. */
  readonly receiptDate: Int32Array;
  /** 1 where the customer disputes the item. */
  readonly disputed: Uint8Array;
  /** What items are grouped by; only what the ledger keeps. */
  readonly dimensions: Readonly<Partial<Record<DimensionRole, Dimension>>>;
}

/** A column of words. */
export interface Dimension {
  /** Index into `words`. */
  readonly index: Int32Array;
  /** '' among them where a row says nothing. */
  readonly words: readonly string[];
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
  readonly documentNo?: string;
  readonly customerName?: string;
  readonly disputed?: boolean;
  readonly dimensions?: Readonly<Partial<Record<DimensionRole, string>>>;
}

const INTS = ['row', 'customer', 'currency', 'documentDate', 'dueDate', 'receiptDate'] as const;

/** Collects items into columns that grow by doubling. */
export class ReceivablesBuilder {
  private count = 0;
  private capacity = 1024;
  private readonly customers = new Dictionary();
  private readonly customerNames: string[] = [];
  private readonly currencies = new Dictionary(currencyKey);
  private readonly documentNo: string[] = [];
  private ints = Array.from({ length: INTS.length }, () => new Int32Array(this.capacity));
  private floats = Array.from({ length: 2 }, () => new Float64Array(this.capacity));
  private disputed = new Uint8Array(this.capacity);
  private readonly dimensions: { role: DimensionRole; words: Dictionary; index: Int32Array }[];

  /** @param dimensions - those the ledger keeps */
  constructor(dimensions: readonly DimensionRole[] = DIMENSION_ROLES) {
    this.dimensions = dimensions.map((role) => ({
      role,
      words: new Dictionary(),
      index: new Int32Array(this.capacity),
    }));
  }

  add(item: Receivable): void {
    if (this.count === this.capacity) this.grow();
    const i = this.count++;
    const customerIndex = this.customers.index(item.customer);
    const [row, customer, currency, documentDate, dueDate, receiptDate] = this.ints;
    row![i] = item.row;
    customer![i] = customerIndex;
    currency![i] = this.currencies.index(item.currency);
    documentDate![i] = item.documentDate;
    dueDate![i] = item.dueDate;
    receiptDate![i] = item.receiptDate;
    this.floats[0]![i] = item.amount;
    this.floats[1]![i] = item.received;
    this.documentNo.push(item.documentNo ?? '');
    this.customerNames[customerIndex] ||= item.customerName ?? '';
    if (item.disputed) this.disputed[i] = 1;
    for (const { role, words, index } of this.dimensions) {
      index[i] = words.index(item.dimensions?.[role] ?? '');
    }
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
      customerNames: this.customerNames,
      currency: currency!,
      currencies: this.currencies.words,
      documentNo: this.documentNo,
      documentDate: documentDate!,
      dueDate: dueDate!,
      amount: amount!,
      received: received!,
      receiptDate: receiptDate!,
      disputed: this.disputed.subarray(0, n),
      dimensions: Object.fromEntries(
        this.dimensions.map(({ role, words, index }) => [
          role,
          { index: index.subarray(0, n), words: words.words },
        ]),
      ),
    };
  }

  private grow(): void {
    this.capacity *= 2;
    this.ints = this.ints.map((old) => copyInto(new Int32Array(this.capacity), old));
    this.floats = this.floats.map((old) => copyInto(new Float64Array(this.capacity), old));
    this.disputed = copyInto(new Uint8Array(this.capacity), this.disputed);
    for (const dimension of this.dimensions) {
      dimension.index = copyInto(new Int32Array(this.capacity), dimension.index);
    }
  }
}

function copyInto<T extends Int32Array | Float64Array | Uint8Array>(target: T, source: T): T {
  target.set(source);
  return target;
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

/** @returns the customer of an item as people call it: the name, or the code where there is none */
export function customerLabel(items: Receivables, item: number): string {
  const customer = items.customer[item]!;
  const name = items.customerNames[customer]!;
  return name === '' ? items.customers[customer]! : name;
}
