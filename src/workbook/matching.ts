import {
  formatFen,
  matchBetween,
  matchKey,
  type AcceptedMatch,
  type Evidence,
  type Fen,
  type MatchOutcome,
  type MisfitCode,
  type Receivables,
  type Reconciliation,
  type SheetIssue,
  type RejectionCode,
  type UnmatchedCode,
  type Unset,
} from '../domain';
import type { MatchSheets } from './matchLines';
import type { LedgerReading } from './readLedger';
import type { Texts } from './texts';

/** Which credits pay what: accepted, suggested, or not known (核账). */
export interface Matching extends Reconciliation {
  readonly accepted: readonly AcceptedMatch[];
  /** Accepted of another ledger in the workbook: nobody judges them here, nor loses them. */
  readonly elsewhere: readonly AcceptedMatch[];
  readonly sheets: MatchSheets;
  /** One per accepted match. */
  readonly outcomes: readonly MatchOutcome[];
  /** Keys of matches that a person refused. */
  readonly refused: ReadonlySet<string>;
  readonly unset: readonly Unset[];
  readonly purposes: LedgerReading['purposes'];
}

/** @returns whether there is anything to match, or matched by a person */
export const hasMatches = ({
  accepted,
  elsewhere,
  suggestions,
  unmatched,
  unset,
}: Matching): boolean =>
  [accepted, elsewhere, suggestions, unmatched, unset].some(({ length }) => length > 0);

/**
 * Parts what people accepted by ledger. What no sheet is known of is of the ledger that is looked at.
 *
 * @param others - sheets of the workbook that are not of that ledger
 */
export function byLedger(
  accepted: readonly AcceptedMatch[],
  sheets: Matching['sheets'],
  others: ReadonlySet<string>,
): Pick<Matching, 'accepted' | 'elsewhere'> {
  const isElsewhere = (match: AcceptedMatch) => {
    const { credit = '', item = '' } = sheets.get(matchKey(match)) ?? {};
    return others.has(credit) || others.has(item);
  };
  return {
    accepted: accepted.filter((match) => !isElsewhere(match)),
    elsewhere: accepted.filter(isElsewhere),
  };
}

/** Row of the first line of AR核账, 1-based; what is accepted comes first. */
export const FIRST_MATCH_ROW = 5;

/** @returns the accepted matches that fit the ledger no more, each at its line of AR核账 */
export const misfits = (
  sheet: string,
  accepted: readonly AcceptedMatch[],
  outcomes: readonly MatchOutcome[],
): SheetIssue[] =>
  outcomes.flatMap((outcome, i): SheetIssue[] => {
    if (!('code' in outcome)) return [];
    const { credit, item, amount } = accepted[i]!;
    const value = `${credit.number} → ${item.number} ${formatFen(amount)}`;
    return [{ sheet, row: FIRST_MATCH_ROW + i, role: 'appliesTo', code: outcome.code, value }];
  });

/** A match that is accepted, or suggested. */
export interface MatchLine {
  readonly match: AcceptedMatch;
  /** Indexes among the items; null where the ledger has none. */
  readonly credit: number | null;
  readonly item: number | null;
  readonly isAccepted: boolean;
  readonly isRefused: boolean;
  /** Why an accepted match is not set; null where it is, and of suggestions. */
  readonly code: MisfitCode | null;
  /** Null of accepted matches. */
  readonly evidence: Evidence | null;
  /** 0…1; 1 of accepted ones. */
  readonly confidence: number;
}

/** Lines of suggestions shown, and of credits that nothing matches; the rest is told as a number. */
export const LISTED_MATCHES = 5_000;

/**
 * @returns what is accepted, in the order it is kept, then what is suggested, the surest first, as far
 *   as it is listed; `left` are the others
 */
export function matchLines(
  items: Receivables,
  matching: Matching,
): { readonly lines: MatchLine[]; readonly left: number } {
  const { accepted, outcomes, suggestions, refused } = matching;
  const nothing = { credit: null, item: null, isRefused: false, code: null, evidence: null };
  const held = accepted.map((match, i) => {
    const outcome = outcomes[i]!;
    return { ...nothing, match, isAccepted: true, confidence: 1, ...outcome };
  });
  const suggested = [...suggestions]
    .sort((a, b) => b.confidence - a.confidence)
    .flatMap((suggestion) => suggestion.parts.map((part) => ({ ...suggestion, ...part })));
  const listed = suggested
    .slice(0, LISTED_MATCHES)
    .map(({ credit, item, amount, evidence, confidence }) => {
      const match = matchBetween(items, credit, item, amount);
      const isRefused = refused.size > 0 && refused.has(matchKey(match));
      const said = { match, credit, item, evidence, confidence };
      return { ...nothing, ...said, isAccepted: false, isRefused };
    });
  return { lines: [...held, ...listed], left: suggested.length - listed.length };
}

/** Credits that hold more than is suggested, and what of them could not be set as the sheets say. */
export function unmatchedParts({ unmatched, unset }: Matching): {
  readonly credit: number;
  readonly amount: Fen;
  readonly code: UnmatchedCode | RejectionCode;
}[] {
  const isUnset = new Set(unset.map(({ credit }) => credit));
  // What the sheets say tells more.
  return [...unmatched.filter(({ credit }) => !isUnset.has(credit)), ...unset];
}

/** @returns why a credit may pay what is suggested, in words */
export function reasonOf(evidence: Evidence, { matchReasons }: Texts): string {
  switch (evidence.reason) {
    case 'number':
      return matchReasons.number(evidence.numbers);
    case 'amount':
      return matchReasons.amount(evidence.candidates);
    case 'sum':
      return matchReasons.sum(evidence.search);
    case 'fifo':
      return matchReasons.fifo;
  }
}
