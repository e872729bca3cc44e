import {
  analyse,
  baseAmounts,
  bucketOf,
  defaultSettings,
  fenOf,
  isoDate,
  linksOf,
  NO_CUSTOMER,
  openInBase,
  outside,
  ReceivablesBuilder,
  serialOf,
  settle,
  type Analysis,
  type Fen,
  type Kind,
  type Link,
  type Outside,
  type Receivables,
  type Serial,
} from '../../../src/domain';
import type { Case, Runner } from '../case';

/** A document as the cases' ledgers have it; amounts in major units. */
interface Document {
  readonly doc: string;
  readonly type: string;
  readonly customer: string;
  readonly date: string;
  readonly due?: string | null;
  readonly amount: number;
  readonly currency?: string;
  readonly rate?: number;
  readonly instalments?: readonly { readonly due: string; readonly amount: number }[];
  readonly apply?: readonly { readonly to: string; readonly amount?: number | null }[];
  readonly apply_date?: string | null;
  readonly disputed?: boolean;
}

interface Policy {
  readonly basis?: string;
  readonly edges?: readonly number[];
}

/** @returns whether a case gives a ledger: rows with a document, its type and amount. */
export const isLedger = (input: unknown): input is readonly Document[] =>
  Array.isArray(input) &&
  input.length > 0 &&
  input.every((row: unknown) => {
    const { doc, type, amount } = (row ?? {}) as Partial<Document>;
    return typeof doc === 'string' && typeof type === 'string' && typeof amount === 'number';
  });

/** @returns the items of a ledger with what its payments were set against */
export const settledItems = (documents: readonly Document[]): Receivables =>
  settle(itemsOf(documents), linksOf(documents.flatMap(linksFrom(documents)))).items;

/** Settles and ages a ledger. */
export const ledgerRunner: Runner = (c) => {
  const documents = c.input as readonly Document[];
  const asOf = serial(c.as_of!);
  const { edges = [30, 60, 90, 120] } = c.policy as Policy;
  const items = settledItems(documents);
  const analysis = analyse(items, { ...defaultSettings(asOf), edges });
  const beside = outside(analysis);
  const open = openItems(c, documents, analysis, beside);
  const currencies = new Set(open.filter((o) => o.outstanding !== 0).map((o) => o.currency));
  const isOne = currencies.size <= 1;
  const sum = (of: (item: OpenItem) => number, among = open) =>
    yuan(among.reduce((total, item) => total + fenOf(of(item))!, 0));
  const outstanding = (item: OpenItem) => (isOne ? item.outstanding : item.outstanding_base);
  const sumsBy = (key: (item: OpenItem) => string, of: (item: OpenItem) => number) =>
    Object.fromEntries(
      [...new Set(open.map(key))].map((k) => [
        k,
        sum(
          of,
          open.filter((item) => key(item) === k),
        ),
      ]),
    );
  const labels = [...bucketNames(edges), 'unapplied'];
  const bucketsBy = (of: (item: OpenItem) => number) => ({
    ...Object.fromEntries(labels.map((label) => [label, 0])),
    ...sumsBy((item) => item.bucket, of),
  });
  const customers = [...new Set(open.map((item) => item.customer))];
  return {
    open_items: inOrderOf(c.expected, open),
    total: sum(outstanding),
    total_base: sum((item) => item.outstanding_base),
    totals: sumsBy(
      (item) => item.currency,
      (item) => item.outstanding,
    ),
    buckets: bucketsBy(outstanding),
    buckets_base: bucketsBy((item) => item.outstanding_base),
    by_customer: sumsBy((item) => item.customer, outstanding),
    by_customer_base: sumsBy(
      (item) => item.customer,
      (item) => item.outstanding_base,
    ),
    customers_listed: sortedLike(listOf(c.expected, 'customers_listed'), customers),
    unapplied: sum((item) => (item.bucket === 'unapplied' ? outstanding(item) : 0)),
    disputed: sum((item) => (item.disputed ? outstanding(item) : 0)),
    txn: {
      outstanding: sum((item) => item.outstanding),
      future: sum((item) => item.future),
      remaining: sum((item) => item.remaining),
    },
    base: {
      outstanding: sum((item) => item.outstanding_base),
      future: sum((item) => item.future_base),
      remaining: sum((item) => item.remaining_base),
    },
  };
};

const LEDGER_AREAS = [
  'instalments',
  'credit_notes',
  'as_of',
  'data_quality',
  'invariant',
  'fx',
  'unapplied_cash',
  'partial_payments',
];

export const LEDGER_RUNNERS = Object.fromEntries(LEDGER_AREAS.map((area) => [area, ledgerRunner]));

const KIND_OF: Readonly<Record<string, Kind>> = {
  credit_note: 'creditNote',
  payment: 'receipt',
  receipt: 'receipt',
  advance: 'advance',
  bill: 'bill',
  revaluation: 'revaluation',
};

const serial = (iso: string): Serial => {
  const [year, month, day] = iso.split('-').map(Number);
  return serialOf(year!, month!, day!);
};

/** A journal is a debit unless it is said to pay something. */
function kindOf({ type, apply }: Document): Kind {
  if (type !== 'journal') return KIND_OF[type] ?? 'invoice';
  return apply !== undefined && appliedBy(apply) >= 0 ? 'receipt' : 'invoice';
}

const appliedBy = (apply: NonNullable<Document['apply']>): number =>
  apply.reduce((sum, { amount }) => sum + (amount ?? 0), 0);

/** A journal that sets items against each other moves no more than their difference. */
function amountOf({ type, amount, apply = [] }: Document): number {
  const isTransfer = type === 'journal' && apply.some((part) => (part.amount ?? 0) < 0);
  return isTransfer ? Math.abs(appliedBy(apply)) : amount;
}

function itemsOf(documents: readonly Document[]): Receivables {
  const builder = new ReceivablesBuilder([]);
  documents.forEach((document, i) => {
    const kind = kindOf(document);
    const documentDate = serial(document.date);
    const sign = kind === 'invoice' || kind === 'revaluation' ? 1 : -1;
    const due = document.due ?? document.date;
    for (const part of document.instalments ?? [{ due, amount: amountOf(document) }]) {
      builder.add({
        row: i + 1,
        kind,
        customer: document.customer || NO_CUSTOMER,
        currency: document.currency ?? '',
        rate: document.rate ?? 1,
        documentNo: document.doc,
        documentDate,
        dueDate: serial(part.due),
        amount: sign * fenOf(part.amount)!,
        received: 0,
        receiptDate: -1,
        disputed: document.disputed ?? false,
      });
    }
  });
  return builder.build();
}

/** The links of a document's `apply`; credits have one item each. */
const linksFrom =
  (documents: readonly Document[]) =>
  ({ apply = [], apply_date }: Document, index: number): Link[] => {
    const before = documents.slice(0, index);
    const credit = before.reduce((sum, d) => sum + (d.instalments?.length ?? 1), 0);
    return apply.map(({ to, amount }) => ({
      credit,
      to,
      ...(amount == null ? {} : { amount: fenOf(amount)! }),
      ...(apply_date ? { date: serial(apply_date) } : {}),
    }));
  };

interface OpenItem {
  readonly doc: string;
  readonly due: string | null;
  readonly customer: string;
  readonly currency: string;
  readonly disputed: boolean;
  readonly days_overdue: number;
  readonly age_days: number;
  readonly bucket: string;
  readonly outstanding: number;
  readonly future: number;
  readonly remaining: number;
  readonly outstanding_base: number;
  readonly future_base: number;
  readonly remaining_base: number;
}

/** What is open on the day, revaluations too: they are open in base currency only. */
function openItems(
  { policy, as_of }: Case,
  documents: readonly Document[],
  { items, open, daysOverdue, ageDays, edges }: Analysis,
  beside: Outside,
): OpenItem[] {
  const names = bucketNames(edges);
  const { basis = 'due_date' } = policy as Policy;
  const age = basis === 'due_date' ? daysOverdue : ageDays;
  const inBase = openInBase(items, open);
  const revalued = baseAmounts(items, serial(as_of!));
  return Array.from({ length: items.count }, (_, i) => i)
    .filter((i) => open[i] !== 0 || isRevaluation(documents[items.row[i]! - 1]!, as_of!))
    .map((i) => {
      const document = documents[items.row[i]! - 1]!;
      return {
        doc: document.doc,
        due: document.due || document.instalments ? isoDate(items.dueDate[i]!) : null,
        customer: document.customer,
        currency: document.currency ?? '',
        disputed: document.disputed ?? false,
        days_overdue: daysOverdue[i]!,
        age_days: ageDays[i]!,
        bucket: open[i]! < 0 ? 'unapplied' : names[bucketOf(age[i]!, edges)]!,
        outstanding: yuan(open[i]!),
        future: yuan(beside.future[i]!),
        remaining: yuan(beside.remaining[i]!),
        outstanding_base: yuan(document.type === 'revaluation' ? revalued[i]! : inBase[i]!),
        future_base: yuan(beside.futureBase[i]!),
        remaining_base: yuan(beside.remainingBase[i]!),
      };
    });
}

const isRevaluation = ({ type, date }: Document, asOf: string): boolean =>
  type === 'revaluation' && date <= asOf;

const yuan = (fen: Fen): number => fen / 100;

/** The cases' names: not_due, 1-30, …, 120+. */
const bucketNames = (edges: readonly number[]): string[] => [
  'not_due',
  ...edges.map((edge, i) => `${i === 0 ? 1 : edges[i - 1]! + 1}-${edge}`),
  `${edges.at(-1)!}+`,
];

const listOf = (expected: unknown, key: string): readonly unknown[] =>
  ((expected as Readonly<Record<string, unknown>>)[key] ?? []) as readonly unknown[];

/** The words in the order of a list, those it has not at the end. */
const sortedLike = (order: readonly unknown[], words: readonly string[]): string[] =>
  [...words].sort((a, b) => (order.indexOf(a) >>> 0) - (order.indexOf(b) >>> 0));

/** Open items as the expected ones go, by document and due date; the rest at the end. */
function inOrderOf(expected: unknown, open: readonly OpenItem[]): OpenItem[] {
  const left = [...open];
  const found = (listOf(expected, 'open_items') as Partial<OpenItem>[]).flatMap(({ doc, due }) => {
    const at = left.findIndex(
      (item) => item.doc === doc && (due === undefined || item.due === due),
    );
    return at < 0 ? [] : left.splice(at, 1);
  });
  return [...found, ...left];
}
