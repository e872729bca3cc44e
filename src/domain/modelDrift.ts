import { countsByEdge } from './discrimination';
import type { Serial } from './date';
import { isPayable } from './historyAtIssue';
import type { ModelCard } from './modelCard';
import type { OverdueScorer } from './overdue';
import { psi, type Psi } from './psi';
import type { Receivables } from './receivables';

/** How far what a model is used for has moved from what it was trained on. */
export interface ModelDrift extends Psi {
  /** Items now, by the edges of the card's scores. */
  readonly counts: readonly number[];
}

/**
 * Compares the items issued since a model was trained with those it was trained on, by the
 * probabilities it gives them; paid or not, as those of then.
 *
 * @param scorer - of the card's model
 * @returns null where the model has no coefficients
 */
export function modelDrift(
  items: Receivables,
  { scores, to }: ModelCard,
  scorer: OverdueScorer,
  asOf: Serial,
): ModelDrift | null {
  if (!scores) return null;
  const since = [...items.documentDate.keys()].filter((i) => {
    const day = items.documentDate[i]!;
    return day > to && day <= asOf && isPayable(items, i);
  });
  const counts = countsByEdge(scorer.probabilities(since), scores.edges);
  return { ...psi(scores.counts, counts), counts };
}
