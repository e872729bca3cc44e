import { woeTable } from './woe';

/** 稳定, 留意, 漂移; tooFew where the samples are too small to say. */
export type Stability = 'stable' | 'watch' | 'shifted' | 'tooFew';

export interface PsiSettings {
  /** Index from which a shift is to be watched, and from which the model no longer fits. */
  readonly watch: number;
  readonly shifted: number;
  /** Rows each sample must have. */
  readonly least: number;
}

export const DEFAULT_PSI_SETTINGS: PsiSettings = { watch: 0.1, shifted: 0.25, least: 100 };

export interface Psi {
  /** Null where a sample is too small. */
  readonly psi: number | null;
  readonly stability: Stability;
  /** What each bin adds. */
  readonly byBin: readonly number[];
  /** Rows of both samples. */
  readonly expectedCount: number;
  readonly actualCount: number;
}

/**
 * Population stability index: how far the rows of today have moved from those a model was made with.
 *
 * @param expected - rows per bin then
 * @param actual - rows per bin now, of the same bins
 * @throws {RangeError} where the bins are not the same
 * Source: PSI = Σ (actual % − expected %) × ln(actual % ÷ expected %); 0.10 and 0.25 by convention.
 */
export function psi(
  expected: readonly number[],
  actual: readonly number[],
  { watch, shifted, least }: PsiSettings = DEFAULT_PSI_SETTINGS,
): Psi {
  if (expected.length !== actual.length) throw new RangeError('PSI of bins that are not the same');
  // The index is the information value that tells now from then.
  const table = woeTable(actual.map((good, i) => ({ good, bad: expected[i]! })));
  const expectedCount = expected.reduce((sum, n) => sum + n, 0);
  const actualCount = actual.reduce((sum, n) => sum + n, 0);
  const isTooFew = Math.min(expectedCount, actualCount) < least;
  const stability = table.iv < watch ? 'stable' : table.iv < shifted ? 'watch' : 'shifted';
  return {
    psi: isTooFew ? null : table.iv,
    stability: isTooFew ? 'tooFew' : stability,
    byBin: table.bins.map(({ iv }) => iv),
    expectedCount,
    actualCount,
  };
}
