import { matchOf, missingFacts, type Condition, type Facts, type Match } from './conditions';
import type { FactName } from './customerFacts';

/**
 * Why a customer pays late: 流程 (ours: disputes, wrong invoices), 能力 (cannot), 意愿 (will not). Of
 * equal evidence the first is suggested: what is ours to mend, then what asks for patience.
 */
export const CAUSES = ['process', 'ability', 'willingness'] as const;
export type Cause = (typeof CAUSES)[number];

/** A line of the rule table: a condition that speaks for a cause. */
export interface CauseSign extends Condition<FactName> {
  readonly cause: Cause;
  /** Above 0. */
  readonly weight: number;
}

const sign = (
  cause: Cause,
  weight: number,
  fact: FactName,
  comparison: CauseSign['comparison'],
  value: number,
): CauseSign => ({ cause, weight, fact, comparison, value });

export const DEFAULT_CAUSE_SIGNS: readonly CauseSign[] = [
  sign('process', 2, 'disputedShare', '>=', 0.3),
  sign('process', 2, 'upheldDisputes', '>=', 1),
  sign('process', 1, 'creditNoteShare', '>=', 0.1),
  sign('ability', 3, 'bouncedBills', '>=', 1),
  sign('ability', 2, 'signalSeverity', '>=', 2),
  sign('ability', 2, 'orderChange', '<=', -0.3),
  sign('ability', 2, 'delayTrend', '>=', 15),
  sign('ability', 1, 'salesGrowth', '<=', -0.3),
  sign('ability', 1, 'partPaidShare', '>=', 0.5),
  sign('willingness', 3, 'brokenPromises', '>=', 2),
  sign('willingness', 3, 'groundlessDisputes', '>=', 1),
  sign('willingness', 2, 'lateRatio', '>=', 0.75),
  sign('willingness', 1, 'salesGrowth', '>=', 0),
];

/** What speaks for one cause. */
export interface CauseEvidence {
  readonly cause: Cause;
  /** Σ of the weights of its signs. */
  readonly weight: number;
  readonly signs: readonly (CauseSign & Match<FactName>)[];
}

export interface RootCause {
  /** A suggestion; null where nothing is late, or nothing speaks for any. */
  readonly cause: Cause | null;
  /** Its weight ÷ that of all, 0…1. */
  readonly confidence: number;
  /** All causes, the heaviest first. */
  readonly evidence: readonly CauseEvidence[];
  /** Facts signs asked for and nobody knows. */
  readonly missing: readonly FactName[];
}

/** Suggests why a customer pays late, from what is known of it. */
export function rootCauseOf(
  facts: Facts<FactName>,
  signs: readonly CauseSign[] = DEFAULT_CAUSE_SIGNS,
): RootCause {
  const evidence = CAUSES.map((cause): CauseEvidence => {
    const held = signs
      .filter((s) => s.cause === cause)
      .flatMap((s) => {
        const match = matchOf(s, facts);
        return match ? [{ ...s, found: match.found }] : [];
      });
    return { cause, weight: held.reduce((sum, s) => sum + s.weight, 0), signs: held };
  }).sort((x, y) => y.weight - x.weight);
  const [heaviest] = evidence;
  const total = evidence.reduce((sum, { weight }) => sum + weight, 0);
  const isLate = (facts.overdueDays ?? 0) > 0 || (facts.lateRatio ?? 0) > 0;
  const isSuggested = isLate && total > 0;
  return {
    cause: isSuggested ? heaviest!.cause : null,
    confidence: isSuggested ? heaviest!.weight / total : 0,
    evidence,
    missing: missingFacts(signs, facts),
  };
}
