import { currencyKey } from './currency';
import type { Serial } from './date';
import { Dictionary } from './dictionary';
import type { Fen } from './money';
import { Pieces } from './pieces';
import { DIMENSION_ROLES, type DimensionName, type DimensionRole } from './roles';

/**
 * What an item is; credits (amounts below 0) are credit notes, receipts, advances, bills (票据, in
 * hand until their due date) and write-offs (坏账核销, no money). A revaluation is in base currency
 * only.
 */
export const KINDS = [
  'invoice',
  'creditNote',
  'receipt',
  'advance',
  'revaluation',
  'bill',
  'writeOff',
] as const;
export type Kind = (typeof KINDS)[number];

const REVALUATION = KINDS.indexOf('revaluation');

/** The items of a ledger, column by column; all columns have `count` entries. */
export interface Receivables {
  readonly count: number;
  /** Index into KINDS. */
  readonly kind: Uint8Array;
  /** Index into `sheets`. */
  readonly sheet: Uint16Array;
  /** The sheets the rows stand on; one '' where nobody asks. */
  readonly sheets: readonly string[];
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
  /** Fen; negative for credits, 0 for void items; of a revaluation in base currency. */
  readonly amount: Float64Array;
  /** Fen received as of `receiptDate`; the whole amount where only the date is kept. */
  readonly received: Float64Array;
  /** NO_DATE where nothing is said: then what was received counts at any date. */
  readonly receiptDate: Int32Array;
  /** Base currency per 1 of the item's, as booked; 1 where the ledger says nothing. */
  readonly rate: Float64Array;
  /** 1 where the customer disputes the item. */
  readonly disputed: Uint8Array;
  /** What the ledger says of the class beside the days, as parseClassFact has it. */
  readonly classFact: Uint8Array;
  /** The ledger's cell that says so, as typed, by item; none where it says nothing, to a formula neither. */
  readonly classCells: ReadonlyMap<number, string>;
  /** Credits set against items, beside what `received` says; in no order. */
  readonly applications: Applications;
  /** What items are grouped by; only what the ledger keeps. */
  readonly dimensions: Readonly<Partial<Record<DimensionName, Dimension>>>;
}

/** Parts of credits set against items (核销), column by column; all have `count` entries. */
export interface Applications {
  readonly count: number;
  /** The credit that is used up: its index among the items. */
  readonly credit: Int32Array;
  /** The item that is paid: its index among the items. */
  readonly item: Int32Array;
  /** Fen, above 0; below 0 where a receipt takes a credit note over, which then is the item. */
  readonly amount: Float64Array;
  /**
   * The day from which it counts: the latest of both documents', of the matching and of the credit
   * note whose money it waited for.
   */
  readonly date: Int32Array;
  /** 1 where nobody said so: the oldest debit is paid first (推算). */
  readonly derived: Uint8Array;
}

export const NO_APPLICATIONS: Applications = {
  count: 0,
  credit: new Int32Array(0),
  item: new Int32Array(0),
  amount: new Float64Array(0),
  date: new Int32Array(0),
  derived: new Uint8Array(0),
};

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
  /** 'invoice' when left out. */
  readonly kind?: Kind;
  readonly sheet?: string;
  readonly rate?: number;
  readonly documentNo?: string;
  readonly customerName?: string;
  readonly disputed?: boolean;
  readonly classFact?: number;
  /** See Receivables; '' for none. */
  readonly classCell?: string;
  readonly dimensions?: Readonly<Partial<Record<DimensionRole, string>>>;
}

/** How each column of numbers is kept. */
const COLUMNS = {
  kind: Uint8Array,
  sheet: Uint16Array,
  row: Int32Array,
  customer: Int32Array,
  currency: Int32Array,
  documentDate: Int32Array,
  dueDate: Int32Array,
  amount: Float64Array,
  received: Float64Array,
  receiptDate: Int32Array,
  rate: Float64Array,
  disputed: Uint8Array,
  classFact: Uint8Array,
} as const;

type ColumnName = keyof typeof COLUMNS;
type Columns = { [N in ColumnName]: InstanceType<(typeof COLUMNS)[N]> };

const columnsBy = (make: (name: ColumnName) => Columns[ColumnName]): Columns =>
  Object.fromEntries(
    (Object.keys(COLUMNS) as ColumnName[]).map((name) => [name, make(name)]),
  ) as Columns;

const LEAST_CAPACITY = 1024;

/** Collects items into columns that grow by doubling. */
export class ReceivablesBuilder {
  private count = 0;
  private columns: Columns;
  private readonly sheets = new Dictionary();
  private readonly customerNames: string[] = [];
  private readonly currencies = new Dictionary(currencyKey);
  private readonly documentNo = new Pieces<string>();
  private readonly classCells = new Map<number, string>();
  private readonly dimensions: { role: DimensionRole; words: Dictionary; index: Int32Array }[];

  /**
   * @param dimensions - those the ledger keeps
   * @param customers - tells customers apart
   * @param capacity - items there is room for at first
   */
  constructor(
    dimensions: readonly DimensionRole[] = DIMENSION_ROLES,
    private readonly customers = new Dictionary(),
    private capacity = LEAST_CAPACITY,
  ) {
    this.columns = columnsBy((name) => new COLUMNS[name](capacity));
    this.dimensions = dimensions.map((role) => ({
      role,
      words: new Dictionary(),
      index: new Int32Array(capacity),
    }));
  }

  /** @param words - of each dimension the ledger keeps, in order; those the item names when left out */
  add(item: Receivable, words = this.wordsOf(item)): void {
    if (this.count === this.capacity) this.grow();
    const i = this.count++;
    const { columns } = this;
    const customer = this.customers.index(item.customer);
    if (item.kind !== undefined) columns.kind[i] = KINDS.indexOf(item.kind);
    columns.sheet[i] = this.sheets.index(item.sheet ?? '');
    columns.row[i] = item.row;
    columns.customer[i] = customer;
    columns.currency[i] = this.currencies.index(item.currency);
    columns.documentDate[i] = item.documentDate;
    columns.dueDate[i] = item.dueDate;
    columns.amount[i] = item.amount;
    columns.received[i] = item.received;
    columns.receiptDate[i] = item.receiptDate;
    columns.rate[i] = item.rate ?? 1;
    if (item.disputed) columns.disputed[i] = 1;
    if (item.classFact) columns.classFact[i] = item.classFact;
    if (item.classCell) this.classCells.set(i, item.classCell);
    this.documentNo.push(item.documentNo ?? '');
    if (customer === this.customerNames.length) this.customerNames.push('');
    if (item.customerName) this.customerNames[customer] ||= item.customerName;
    for (let d = 0; d < words.length; d++) {
      const dimension = this.dimensions[d]!;
      dimension.index[i] = dimension.words.index(words[d]!);
    }
  }

  private wordsOf({ dimensions }: Receivable): readonly string[] {
    return this.dimensions.map(({ role }) => dimensions?.[role] ?? '');
  }

  build(): Receivables {
    const { count, columns } = this;
    return {
      ...columnsBy((name) => columns[name].subarray(0, count)),
      count,
      sheets: this.sheets.words,
      customers: this.customers.words,
      customerNames: this.customerNames,
      currencies: this.currencies.words,
      documentNo: this.documentNo.all(),
      classCells: this.classCells,
      applications: NO_APPLICATIONS,
      dimensions: Object.fromEntries(
        this.dimensions.map(({ role, words, index }) => [
          role,
          { index: index.subarray(0, count), words: words.words },
        ]),
      ),
    };
  }

  private grow(): void {
    this.capacity = Math.max(LEAST_CAPACITY, 2 * this.capacity);
    const { columns } = this;
    this.columns = columnsBy((name) => {
      const grown = new COLUMNS[name](this.capacity);
      grown.set(columns[name]);
      return grown;
    });
    for (const dimension of this.dimensions) {
      const grown = new Int32Array(this.capacity);
      grown.set(dimension.index);
      dimension.index = grown;
    }
  }
}

/**
 * What of each item is open at the end of a day. An item counts from its document date; what was
 * received counts from the receipt date, an application from its own. Revaluations are not open.
 *
 * @param asOf - Infinity for the end of all days
 * @returns fen per item: 0 before the document's date and when settled, below 0 for credits and
 *   overpayments
 */
export function openAmounts(items: Receivables, asOf: Serial): Float64Array {
  const open = new Float64Array(items.count);
  const { kind, documentDate, receiptDate, amount, received, applications } = items;
  for (let i = 0; i < open.length; i++) {
    if (documentDate[i]! > asOf || kind[i] === REVALUATION) continue;
    // NO_DATE lies before any day: then what was received counts. The day is hard to guess, so no branch.
    open[i] = amount[i]! - received[i]! * Number(receiptDate[i]! <= asOf);
  }
  for (let k = 0; k < applications.count; k++) {
    if (applications.date[k]! > asOf) continue;
    open[applications.item[k]!]! -= applications.amount[k]!;
    open[applications.credit[k]!]! += applications.amount[k]!;
  }
  return open;
}

/** @returns the customer of an item as people call it: the name, or the code where there is none */
export function customerLabel(items: Receivables, item: number): string {
  const customer = items.customer[item]!;
  const name = items.customerNames[customer]!;
  return name === '' ? items.customers[customer]! : name;
}
