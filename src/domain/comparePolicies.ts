import { analyse, NONE, type Analysis, type AnalysisSettings } from './analyse';
import type { Fen } from './money';
import type { Receivables } from './receivables';

/** Positive open amounts of one currency by where an item stands now and where it would stand. */
export interface Shift {
  readonly currency: string;
  /** Fen; bucket now → bucket proposed. */
  readonly byBucket: readonly (readonly Fen[])[];
  /** Fen; class 正常 … 损失 now → class proposed. */
  readonly byClass: readonly (readonly Fen[])[];
}

/** What other edges, class bounds or warning days would make of the same ledger. */
export interface PolicyComparison {
  readonly current: Analysis;
  readonly proposed: Analysis;
  /** One per currency, in the ledger's order. */
  readonly shifts: readonly Shift[];
  /** Items whose class would be another, in the ledger's order. */
  readonly reclassified: readonly number[];
  /** Items whose warning would be another, in the ledger's order. */
  readonly rewarned: readonly number[];
}

/**
 * @param settings - as they are
 * @param changes - what the proposed policy has else, on the same day
 * @returns the differences between two policies on one ledger; each is kept whole
 */
export function comparePolicies(
  items: Receivables,
  settings: AnalysisSettings,
  changes: Partial<Omit<AnalysisSettings, 'asOf'>>,
): PolicyComparison {
  const current = analyse(items, settings);
  const proposed = analyse(items, { ...settings, ...changes });
  const shifts = items.currencies.map((currency) => ({
    currency,
    byBucket: table(current.edges.length + 2, proposed.edges.length + 2),
    byClass: table(CLASSES, CLASSES),
  }));
  const reclassified: number[] = [];
  const rewarned: number[] = [];
  for (let i = 0; i < items.count; i++) {
    if (current.bucket[i] === NONE) continue;
    const { byBucket, byClass } = shifts[items.currency[i]!]!;
    const amount = current.open[i]!;
    byBucket[current.bucket[i]!]![proposed.bucket[i]!]! += amount;
    byClass[current.riskClass[i]!]![proposed.riskClass[i]!]! += amount;
    if (current.riskClass[i] !== proposed.riskClass[i]) reclassified.push(i);
    if (current.warning[i] !== proposed.warning[i]) rewarned.push(i);
  }
  return { current, proposed, shifts, reclassified, rewarned };
}

const CLASSES = 5;

const table = (rows: number, columns: number): Fen[][] =>
  Array.from({ length: rows }, () => new Array<Fen>(columns).fill(0));
