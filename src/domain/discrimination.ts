/** How well probabilities told what then happened. */
export interface Discrimination {
  /** Rows. */
  readonly n: number;
  /** Rows with the outcome. */
  readonly positives: number;
  /** P(a row with the outcome is rated above one without), ties half; null without one of each. */
  readonly auc: number | null;
  /** 2 × AUC − 1. */
  readonly gini: number | null;
  /** Largest distance between the two distributions of probabilities [0…1]; null as `auc`. */
  readonly ks: number | null;
  /** Mean squared distance to the outcome; null without rows. */
  readonly brier: number | null;
  /** Mean of −ln of the probability given to what happened; null without rows. */
  readonly logLoss: number | null;
  /** Ascending by probability; rows of one probability stay together. */
  readonly calibration: readonly CalibrationBin[];
}

/** Rows of like probability. */
export interface CalibrationBin {
  readonly from: number;
  readonly to: number;
  readonly n: number;
  readonly meanProbability: number;
  /** Share with the outcome. */
  readonly observed: number;
}

const BINS = 10;
/** A probability of 0 or 1 that was wrong costs −ln of this, not ∞. */
const SMALLEST = 1e-15;

/**
 * @param probabilities - one per row [0…1]
 * @param outcome - 1 or 0 per row
 */
export function discriminationOf(probabilities: Float64Array, outcome: Uint8Array): Discrimination {
  const n = outcome.length;
  const order = Int32Array.from({ length: n }, (_, i) => i).sort(
    (a, b) => probabilities[a]! - probabilities[b]!,
  );
  const positives = outcome.reduce((sum, y) => sum + y, 0);
  const negatives = n - positives;
  let [squares, losses] = [0, 0];
  for (let i = 0; i < n; i++) {
    const [p, y] = [probabilities[i]!, outcome[i]!];
    squares += (y - p) ** 2;
    losses -= Math.log(Math.max(SMALLEST, y === 1 ? p : 1 - p));
  }
  const bins = new Bins(n);
  let [pairs, ks, positivesBelow, negativesBelow] = [0, 0, 0, 0];
  for (let from = 0, to = 0; from < n; from = to) {
    const p = probabilities[order[from]!]!;
    let tied = 0;
    for (; to < n && probabilities[order[to]!] === p; to++) tied += outcome[order[to]!]!;
    const others = to - from - tied;
    pairs += tied * (negativesBelow + others / 2);
    positivesBelow += tied;
    negativesBelow += others;
    ks = Math.max(ks, Math.abs(negativesBelow / negatives - positivesBelow / positives));
    bins.add(p, to - from, tied);
  }
  const isMixed = positives > 0 && negatives > 0;
  const auc = isMixed ? pairs / (positives * negatives) : null;
  return {
    n,
    positives,
    auc,
    gini: auc === null ? null : 2 * auc - 1,
    ks: isMixed ? ks : null,
    brier: n === 0 ? null : squares / n,
    logLoss: n === 0 ? null : losses / n,
    calibration: bins.done,
  };
}

/** Fills bins of a tenth of the rows, in ascending order of probability. */
class Bins {
  readonly done: CalibrationBin[] = [];
  private seen = 0;

  constructor(private readonly total: number) {}

  add(p: number, n: number, positives: number): void {
    const last = this.done.at(-1);
    if (last && this.seen < (this.total * this.done.length) / BINS) {
      const rows = last.n + n;
      this.done[this.done.length - 1] = {
        from: last.from,
        to: p,
        n: rows,
        meanProbability: (last.meanProbability * last.n + p * n) / rows,
        observed: (last.observed * last.n + positives) / rows,
      };
    } else this.done.push({ from: p, to: p, n, meanProbability: p, observed: positives / n });
    this.seen += n;
  }
}

/** Rows per bin of a value. */
export interface Distribution {
  /** Upper bounds, inclusive, ascending; one more bin lies beyond the last. */
  readonly edges: readonly number[];
  readonly counts: readonly number[];
}

/** @returns values by their own tenths, fewer where many are the same; for comparing later ones with */
export function tenthsOf(values: Float64Array): Distribution {
  const sorted = values.slice().sort();
  const edges = Array.from({ length: BINS - 1 }, (_, k) => {
    return sorted[Math.ceil((sorted.length * (k + 1)) / BINS) - 1]!;
  });
  const distinct = [...new Set(edges)];
  return { edges: distinct, counts: countsByEdge(values, distinct) };
}

/** @returns values per bin of a distribution's edges */
export function countsByEdge(values: Float64Array, edges: readonly number[]): number[] {
  const counts = new Array<number>(edges.length + 1).fill(0);
  for (const value of values) {
    const found = edges.findIndex((edge) => value <= edge);
    counts[found < 0 ? edges.length : found]!++;
  }
  return counts;
}
