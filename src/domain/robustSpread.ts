/** Where most of some numbers lie; a few wild ones do not move it. */
export interface RobustSpread {
  readonly count: number;
  readonly median: number;
  /** Median distance from the median. */
  readonly mad: number;
  /** What stands in for the standard deviation; 0 where all numbers are the same. */
  readonly scale: number;
}

/**
 * Median and spread for modified z-scores, z = (x − median) ÷ scale. Where half the numbers and more are
 * the median, and the MAD so 0, the mean distance stands in.
 *
 * Source: Iglewicz and Hoaglin, How to Detect and Handle Outliers, 1993 (0.6745 and |z| > 3.5);
 * IBM SPSS Statistics, modified z-score (1.253314 × mean distance where the MAD is 0).
 *
 * @param values - one or more; sorted in place
 */
export function robustSpread(values: Float64Array): RobustSpread {
  const count = values.length;
  const median = medianOf(values.sort());
  const distances = values.map((value) => Math.abs(value - median)).sort();
  const mad = medianOf(distances);
  const mean = distances.reduce((sum, distance) => sum + distance, 0) / count;
  return { count, median, mad, scale: mad > 0 ? mad / 0.6745 : mean * 1.253314 };
}

/** @param sorted - one or more */
function medianOf(sorted: Float64Array): number {
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
