import { currencyKey } from './currency';
import { customerKey } from './customerCodes';
import type { Serial } from './date';
import { numberKey } from './documentNumbers';
import type { Fen } from './money';
import type { Receivables } from './receivables';
import type { Suggestion } from './reconcile';

/** A document by what it says. */
export interface DocumentSaid {
  /** '' where it has none. */
  readonly number: string;
  readonly date: Serial;
  /** Fen, as the ledger has it: below 0 for credits. */
  readonly amount: Fen;
}

/**
 * What of a credit a person has set against an item (核账). Both are told by what they say and not by
 * their rows, so that sorting, new rows and a later run do not lose them.
 */
export interface AcceptedMatch {
  readonly customer: string;
  readonly currency: string;
  readonly credit: DocumentSaid;
  readonly item: DocumentSaid;
  /** Fen, above 0. */
  readonly amount: Fen;
}

/** Why what was accepted fits the ledger no more. */
export type MisfitCode =
  /** The ledger has no such credit. */
  | 'matchCreditGone'
  /** The customer has no such item. */
  | 'matchItemGone'
  /** The credit holds less: it was used elsewhere. */
  | 'matchCreditUsed'
  /** The item has less open: it was paid otherwise. */
  | 'matchItemPaid';

/** The credit and the item of a match, as indexes among the items; or why there are none. */
export type MatchOutcome =
  { readonly credit: number; readonly item: number } | { readonly code: MisfitCode };

/** @returns a pair of documents as it can be kept */
export const matchBetween = (
  items: Receivables,
  credit: number,
  item: number,
  amount: Fen,
): AcceptedMatch => ({
  customer: items.customers[items.customer[credit]!]!,
  currency: items.currencies[items.currency[credit]!]!,
  credit: saidOf(items, credit),
  item: saidOf(items, item),
  amount,
});

/** @returns one match for each item the credit pays */
export const matchesOf = (items: Receivables, { credit, parts }: Suggestion): AcceptedMatch[] =>
  parts.map(({ item, amount }) => matchBetween(items, credit, item, amount));

/** @returns what two matches of the same pair and amount have in common, however they are spelt */
export const matchKey = ({ customer, currency, credit, item, amount }: AcceptedMatch): string =>
  [documentKey(customer, currency, credit), documentKey(customer, currency, item), amount].join(
    '\n',
  );

/** @returns a document of the ledger by what it says */
export const saidOf = (items: Receivables, i: number): DocumentSaid => ({
  number: items.documentNo[i]!,
  date: items.documentDate[i]!,
  amount: items.amount[i]!,
});

/** @returns what tells a customer's document from others, however it is spelt */
export const documentKey = (
  customer: string,
  currency: string,
  { number, date, amount }: DocumentSaid,
): string =>
  [customerKey(customer), currencyKey(currency), numberKey(number), date, amount].join('\t');
