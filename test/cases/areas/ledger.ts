import {
  analyse,
  baseAmounts,
  bucketOf,
  defaultSettings,
  isBlank,
  isoDate,
  linksOf,
  netVirtually,
  NO_CUSTOMER,
  NO_DATE,
  openInBase,
  outside,
  ReceivablesBuilder,
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
import { difference } from '../compare';
import { partsByTerm } from './dueDate';
import { fen, isoSerial as serial, sumOf, yuan, type Fields } from './reading';

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
  readonly instalments?:
    readonly { readonly due?: string | null; readonly amount: number }[] | null;
  readonly apply?: readonly { readonly to: string; readonly amount?: number | null }[] | null;
  readonly apply_date?: string | null;
  readonly disputed?: boolean;
}

interface Policy {
  readonly basis?: string;
  readonly edges?: readonly number[];
  readonly unapplied_credit?: string;
}

/** A document in the terms of the domain. */
interface Entry {
  readonly document: Document;
  readonly kind: Kind;
  readonly documentDate: Serial;
  readonly currency: string;
  readonly parts: readonly { readonly dueDate: Serial; readonly amount: Fen }[];
  /** Else the parts fall due on the document's date for want of a better one. */
  readonly saysDue: boolean;
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
  settledEntries(entriesOf(documents, {}));

const settledEntries = (entries: readonly Entry[]): Receivables =>
  settle(itemsOf(entries), linksOf(entries.flatMap(linksFrom(entries)))).items;

/** What a policy calls 净额. */
export const NET_POLICIES: readonly unknown[] = ['virtual_fifo', 'net', 'offset'];

/** Settles and ages a ledger. */
export const ledgerRunner: Runner = (c) => {
  const asOf = serial(c.as_of);
  const { edges = [30, 60, 90, 120], unapplied_credit } = c.policy as Policy;
  const entries = entriesOf(c.input as readonly Document[], c.policy);
  const items = settledEntries(entries);
  const booked = analyse(items, { ...defaultSettings(asOf), edges });
  const analysis = NET_POLICIES.includes(unapplied_credit)
    ? { ...booked, open: netVirtually(items, booked.open).open }
    : booked;
  const beside = outside(analysis);
  const open = openItems(c, entries, analysis, beside);
  const currencies = new Set(open.filter((o) => o.outstanding !== 0).map((o) => o.currency));
  const isOne = currencies.size <= 1;
  const sum = (of: (item: OpenItem) => number, among = open) =>
    yuan(sumOf(among.map((item) => fen(of(item)))));
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
  invoice: 'invoice',
  credit_note: 'creditNote',
  payment: 'receipt',
  receipt: 'receipt',
  advance: 'advance',
  bill: 'bill',
  revaluation: 'revaluation',
};

/** A journal is a debit unless it is said to pay something; a payment that pays credits out is one. */
function kindOf({ doc, type, amount, apply }: Document): Kind {
  if (type === 'journal') return apply && appliedBy(apply) >= 0 ? 'receipt' : 'invoice';
  const kind = KIND_OF[type];
  if (kind === undefined) throw new Error(`${doc}: no such type as ${type}`);
  const isRefund = kind === 'receipt' && amount > 0 && appliedBy(apply) === -fen(amount);
  return isRefund ? 'invoice' : kind;
}

const appliedBy = (apply: Document['apply']): Fen =>
  sumOf((apply ?? []).map(({ amount }) => fen(amount ?? 0)));

/** A journal that sets items against each other moves no more than their difference. */
function amountOf({ type, amount, apply }: Document): Fen {
  const isTransfer = type === 'journal' && (apply ?? []).some((part) => (part.amount ?? 0) < 0);
  return isTransfer ? Math.abs(appliedBy(apply)) : fen(amount);
}

function entriesOf(documents: readonly Document[], policy: Fields): Entry[] {
  const base = baseCurrency(documents);
  return documents.map((document) => {
    const documentDate = dateIn(document, document.date);
    const parts = partsOf(document, policy);
    return {
      document,
      kind: kindOf(document),
      documentDate,
      currency: isBlank(document.currency) && isAtPar(document) ? base : (document.currency ?? ''),
      parts: parts.map(({ dueDate, amount }) => ({
        dueDate: dueDate === NO_DATE ? documentDate : dueDate,
        amount,
      })),
      saysDue: parts.every(({ dueDate }) => dueDate !== NO_DATE),
    };
  });
}

function dateIn({ doc }: Document, date: unknown): Serial {
  try {
    return serial(date);
  } catch (error) {
    throw new Error(`${doc}: ${(error as Error).message}`, { cause: error });
  }
}

const isAtPar = ({ rate }: Document): boolean => (rate ?? 1) === 1;

/** The one currency of documents at a rate of 1; none where there are several. */
function baseCurrency(documents: readonly Document[]): string {
  const atPar = documents.filter((d) => isAtPar(d) && d.type !== 'revaluation');
  const currencies = new Set(
    atPar.flatMap(({ currency = '' }) => (isBlank(currency) ? [] : currency)),
  );
  return currencies.size === 1 ? [...currencies][0]! : '';
}

/** Instalments as they are given, else the due date, else what the term says. */
function partsOf(document: Document, policy: Fields): Entry['parts'] {
  const amount = amountOf(document);
  const { instalments, due } = document;
  if (instalments?.length) {
    const parts = instalments.map((part) => ({
      dueDate: dateIn(document, part.due),
      amount: fen(part.amount),
    }));
    const rest = amount - sumOf(parts.map((part) => part.amount));
    // Rounding takes no more than a fen a part; the last makes up for it.
    const last = parts.at(-1)!;
    return Math.abs(rest) > parts.length
      ? parts
      : [...parts.slice(0, -1), { ...last, amount: last.amount + rest }];
  }
  if (!isBlank(due)) return [{ dueDate: dateIn(document, due), amount }];
  const { term, terms, payment_terms } = document as unknown as Fields;
  return isBlank(term ?? terms ?? payment_terms)
    ? [{ dueDate: NO_DATE, amount }]
    : partsByTerm({ ...document, instalments: undefined }, policy, amount);
}

function itemsOf(entries: readonly Entry[]): Receivables {
  const builder = new ReceivablesBuilder([]);
  entries.forEach(({ document, kind, documentDate, currency, parts }, i) => {
    const sign = kind === 'invoice' || kind === 'revaluation' ? 1 : -1;
    for (const { dueDate, amount } of parts) {
      builder.add({
        row: i + 1,
        kind,
        customer: document.customer || NO_CUSTOMER,
        currency,
        rate: document.rate ?? 1,
        documentNo: document.doc,
        documentDate,
        dueDate,
        amount: sign * amount,
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
  (entries: readonly Entry[]) =>
  ({ document }: Entry, index: number): Link[] => {
    const credit = entries.slice(0, index).reduce((sum, { parts }) => sum + parts.length, 0);
    const { apply, apply_date } = document;
    return (apply ?? []).map(({ to, amount }) => ({
      credit,
      to,
      ...(amount == null ? {} : { amount: fen(amount) }),
      ...(isBlank(apply_date) ? {} : { date: dateIn(document, apply_date) }),
    }));
  };

interface OpenItem {
  readonly doc: string;
  readonly due: string;
  readonly saysDue: boolean;
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
  entries: readonly Entry[],
  { items, open, daysOverdue, ageDays, edges }: Analysis,
  beside: Outside,
): OpenItem[] {
  const names = bucketNames(edges);
  const { basis = 'due_date' } = policy as Policy;
  const age = basis === 'due_date' ? daysOverdue : ageDays;
  const inBase = openInBase(items, open);
  const asOf = serial(as_of);
  const revalued = baseAmounts(items, asOf);
  return Array.from({ length: items.count }, (_, i) => i)
    .filter((i) => open[i] !== 0 || isRevaluation(entries[items.row[i]! - 1]!, asOf))
    .map((i) => {
      const { document, currency, saysDue } = entries[items.row[i]! - 1]!;
      return {
        doc: document.doc,
        due: isoDate(items.dueDate[i]!),
        saysDue,
        customer: document.customer,
        currency,
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

const isRevaluation = ({ kind, documentDate }: Entry, asOf: Serial): boolean =>
  kind === 'revaluation' && documentDate <= asOf;

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

/**
 * Open items as the expected ones go, the rest at the end: those that agree in everything come
 * first, then those of the same document and due date, then those of the same document.
 */
function inOrderOf(expected: unknown, open: readonly OpenItem[]): unknown[] {
  const wanted = listOf(expected, 'open_items') as Fields[];
  const left = [...open];
  const found = new Map<Fields, unknown>();
  const parts = [
    (w: Fields) => w,
    ({ doc, due }: Fields) => ({ doc, due }),
    ({ doc }: Fields) => ({ doc }),
  ];
  for (const part of parts) {
    for (const item of wanted.filter((w) => !found.has(w))) {
      const keys = Object.entries(part(item)).filter(([, value]) => value !== undefined);
      const of = (one: OpenItem) =>
        item.due === null && !one.saysDue ? { ...one, due: null } : one;
      const at = left.findIndex((one) => difference(of(one), Object.fromEntries(keys)) === null);
      if (at >= 0) found.set(item, of(left.splice(at, 1)[0]!));
    }
  }
  return [...wanted.flatMap((item) => found.get(item) ?? []), ...left];
}
