import { accountCount, accountsOf, membersOf } from './accounts';
import { ApplicationList } from './applicationList';
import type { Serial } from './date';
import { numberKey, numbersIn } from './documentNumbers';
import { groupItems } from './groupItems';
import type { Fen } from './money';
import { NO_APPLICATIONS, openAmounts, type Receivables } from './receivables';
import { oldestFirst, pairFifo } from './settleFifo';
import { findSubset, type SubsetBounds, type SubsetSearch } from './subsetSum';

export interface ReconcileSettings extends SubsetBounds {
  /** Documents of later days are left alone. */
  readonly asOf: Serial;
  /** Characters a document number needs to be known within a text. */
  readonly minNumberLength: number;
  /** Items tried for a sum, the oldest ones. */
  readonly maxCandidates: number;
  /** Sums tried for all credits together; where they are used up, none is looked for. */
  readonly maxAllSteps: number;
  /** How sure each reason is by itself, 0…1; shared out among answers that fit as well. */
  readonly confidence: Readonly<Record<Evidence['reason'], number>>;
}

/** @returns how far matches are looked for where nobody has set anything else. */
export const defaultReconcileSettings = (asOf: Serial): ReconcileSettings => ({
  asOf,
  minNumberLength: 4,
  maxCandidates: 24,
  maxSize: 6,
  maxSteps: 100_000,
  maxAllSteps: 10_000_000,
  confidence: { number: 0.95, amount: 0.85, sum: 0.6, fifo: 0.3 },
});

/** Why a credit may pay what is suggested. */
export type Evidence =
  /** The credit names the documents. */
  | { readonly reason: 'number'; readonly numbers: readonly string[] }
  /** Items of just its amount; the oldest is suggested. */
  | { readonly reason: 'amount'; readonly candidates: number }
  /** Items that add up to it. */
  | { readonly reason: 'sum'; readonly search: SubsetSearch }
  /** Nothing tells, so the oldest come first. */
  | { readonly reason: 'fifo' };

/** What a credit may pay, for a person to accept or not. */
export interface Suggestion {
  readonly credit: number;
  /** Items it pays, in turn [fen, above 0]. */
  readonly parts: readonly { readonly item: number; readonly amount: Fen }[];
  readonly evidence: Evidence;
  /** 0…1 */
  readonly confidence: number;
}

export type UnmatchedCode =
  /** It names documents of another customer only. */
  | 'otherCustomer'
  /** It names a document that is settled: perhaps paid twice. */
  | 'settledDocument'
  /** It names a document in another currency, or the customer owes in another only. */
  | 'otherCurrency'
  /** More money than the customer owes. */
  | 'overpaid'
  /** The customer owes nothing. */
  | 'noOpenItem';

/** What of a credit is set against nothing by the suggestions. */
export interface Unmatched {
  readonly credit: number;
  /** Fen, above 0. */
  readonly amount: Fen;
  readonly code: UnmatchedCode;
}

export interface Reconciliation {
  /** Account by account; within one the surer reasons first, then the older credits. */
  readonly suggestions: readonly Suggestion[];
  readonly unmatched: readonly Unmatched[];
  /** Fen per item, before any of it. */
  readonly open: Float64Array;
}

/**
 * Suggests what unapplied credits pay (核账): documents they name, then items of just their amount,
 * then items that add up to it, then the oldest. What one suggestion takes no other has.
 *
 * @param textOf - what a credit says of its purpose beside its own number; '' for nothing
 */
export function reconcile(
  items: Receivables,
  settings: ReconcileSettings,
  textOf: (credit: number) => string = () => '',
): Reconciliation {
  const open = openAmounts(items, Infinity);
  for (let i = 0; i < items.count; i++) if (items.documentDate[i]! > settings.asOf) open[i] = 0;
  const before = open.slice();
  const matching = new Matching(items, open, settings, textOf);
  const count = accountCount(items);
  const groups = groupItems(accountsOf(items), count);
  for (let account = 0; account < count; account++) {
    matching.matchAccount(membersOf(groups, account));
  }
  return {
    suggestions: matching.suggestions,
    unmatched: unmatched(items, before, matching),
    open: before,
  };
}

/** Takes suggestion after suggestion out of what is open. */
class Matching {
  readonly suggestions: Suggestion[] = [];
  private stepsLeft: number;

  constructor(
    private readonly items: Receivables,
    readonly open: Float64Array,
    private readonly settings: ReconcileSettings,
    private readonly textOf: (credit: number) => string,
  ) {
    this.stepsLeft = settings.maxAllSteps;
  }

  matchAccount(members: Int32Array): void {
    const given = members.filter((i) => this.open[i]! < 0);
    if (given.length === 0) return; // as most accounts: theirs need no order
    const owed = members.filter((i) => this.open[i]! > 0);
    if (owed.length === 0) return;
    const credits = oldestFirst(this.items, given);
    const debits = oldestFirst(this.items, owed);
    this.matchNumbers(credits, debits);
    this.matchAmounts(credits, debits);
    this.matchSums(credits, debits);
    this.matchOldest(members);
  }

  /** Keys of the document numbers a credit names, its own among them: it may be the invoice's. */
  numbersOf(credit: number): string[] {
    const own = this.items.documentNo[credit]!;
    const { minNumberLength } = this.settings;
    const named = numbersIn(`${own} ${this.textOf(credit)}`, minNumberLength);
    return [...new Set(own === '' ? named : [numberKey(own), ...named])];
  }

  private matchNumbers(credits: Int32Array, debits: Int32Array): void {
    const documents = itemsByNumber(this.items, debits);
    for (const credit of credits) {
      const named = this.numbersOf(credit).filter((key) => documents.has(key));
      const paid = this.paid(
        credit,
        named.flatMap((key) => documents.get(key)!),
      );
      if (paid.length === 0) continue;
      const numbers = named.filter((key) =>
        documents.get(key)!.some((item) => paid.some((part) => part.item === item)),
      );
      this.suggest(credit, paid, { reason: 'number', numbers }, 1);
    }
  }

  private matchAmounts(credits: Int32Array, debits: Int32Array): void {
    const byAmount = new Map<Fen, number[]>();
    for (const item of debits) {
      const alike = byAmount.get(this.open[item]!);
      if (alike) alike.push(item);
      else byAmount.set(this.open[item]!, [item]);
    }
    byAmount.delete(0);
    for (const credit of credits) {
      const alike = byAmount.get(-this.open[credit]!) ?? [];
      const candidates = alike.length;
      const item = alike.shift();
      if (item === undefined) continue;
      const evidence = { reason: 'amount', candidates } as const;
      this.suggest(credit, this.paid(credit, [item]), evidence, candidates);
    }
  }

  private matchSums(credits: Int32Array, debits: Int32Array): void {
    for (const credit of credits) {
      const target = -this.open[credit]!;
      if (target === 0 || this.stepsLeft === 0) continue;
      const candidates = [...debits]
        .filter((item) => this.open[item]! > 0 && this.open[item]! < target)
        .slice(0, this.settings.maxCandidates);
      const { maxSize } = this.settings;
      const maxSteps = Math.min(this.settings.maxSteps, this.stepsLeft);
      const amounts = candidates.map((item) => this.open[item]!);
      const search = findSubset(amounts, target, { maxSize, maxSteps });
      this.stepsLeft -= search.steps;
      if (search.answers === 0) continue;
      const found = search.found.map((i) => candidates[i]!);
      // A search that was cut short may have missed a second answer.
      const isOnly = search.answers === 1 && search.isComplete;
      this.suggest(credit, this.paid(credit, found), { reason: 'sum', search }, isOnly ? 1 : 2);
    }
  }

  private matchOldest(members: Int32Array): void {
    const list = new ApplicationList(NO_APPLICATIONS);
    pairFifo(this.items, members, this.open, list);
    const { count, credit, item, amount } = list.build();
    for (let k = 0; k < count;) {
      const own = credit[k]!;
      const parts = [];
      for (; k < count && credit[k] === own; k++)
        parts.push({ item: item[k]!, amount: amount[k]! });
      this.suggest(own, parts, { reason: 'fifo' }, 1);
    }
  }

  /** Pays open items in turn as far as the credit goes. */
  private paid(credit: number, items: readonly number[]): Suggestion['parts'] {
    const { open } = this;
    const parts = [];
    for (const item of items) {
      const amount = Math.min(open[item]!, -open[credit]!);
      if (amount === 0) continue;
      open[item]! -= amount;
      open[credit]! += amount;
      parts.push({ item, amount });
    }
    return parts;
  }

  /** @param answers - that fit as well as this one, itself among them */
  private suggest(
    credit: number,
    parts: Suggestion['parts'],
    evidence: Evidence,
    answers: number,
  ): void {
    const confidence = this.settings.confidence[evidence.reason] / answers;
    this.suggestions.push({ credit, parts, evidence, confidence });
  }
}

/** @returns items by the key of their number, in the order given; those without one are left out. */
function itemsByNumber(items: Receivables, among: Iterable<number>): Map<string, number[]> {
  const documents = new Map<string, number[]>();
  for (const item of among) {
    const key = numberKey(items.documentNo[item]!);
    if (key === '') continue;
    const known = documents.get(key);
    if (known) known.push(item);
    else documents.set(key, [item]);
  }
  return documents;
}

/**
 * Credits that hold more than is suggested.
 *
 * @param before - fen per item, before the matching
 */
function unmatched(items: Receivables, before: Float64Array, matching: Matching): Unmatched[] {
  const { open } = matching;
  const indexes = [...open.keys()];
  const credits = indexes.filter((i) => open[i]! < 0);
  if (credits.length === 0) return [];
  const invoices = indexes.filter((i) => items.amount[i]! > 0);
  const documents = itemsByNumber(items, invoices);
  const accounts = accountsOf(items);
  const owing = indexes.filter((i) => before[i]! > 0);
  const accountsOwing = new Set(owing.map((i) => accounts[i]!));
  const customersOwing = new Set(owing.map((i) => items.customer[i]!));
  const codeOf = (credit: number): UnmatchedCode => {
    const account = accounts[credit]!;
    const customer = items.customer[credit]!;
    const named = matching.numbersOf(credit).flatMap((key) => documents.get(key) ?? []);
    const own = named.filter((item) => accounts[item] === account);
    if (own.length > 0 && own.every((item) => before[item] === 0)) return 'settledDocument';
    if (named.some((item) => items.customer[item] === customer)) {
      return own.length > 0 ? 'overpaid' : 'otherCurrency';
    }
    if (named.length > 0) return 'otherCustomer';
    if (accountsOwing.has(account)) return 'overpaid';
    return customersOwing.has(customer) ? 'otherCurrency' : 'noOpenItem';
  };
  return credits.map((credit) => ({ credit, amount: -open[credit]!, code: codeOf(credit) }));
}
