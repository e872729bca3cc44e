import { fitLogistic } from './logistic';

/** Platt: calibrated log-odds = intercept + slope × log-odds. */
export interface Calibration {
  readonly intercept: number;
  /** Above 0: the order of rows stays. */
  readonly slope: number;
}

/**
 * Fits a calibration to rows a model has not seen.
 * Source: Platt, Probabilistic outputs for support vector machines, 1999.
 *
 * @param logOdds - one per row
 * @param outcome - 1 or 0 per row
 * @returns null where the rows give none that keeps their order
 */
export function calibrationOf(
  logOdds: ArrayLike<number>,
  outcome: ArrayLike<number>,
): Calibration | null {
  const column = Float64Array.from(logOdds);
  const { status, intercept, coefficients } = fitLogistic([column], Uint8Array.from(outcome));
  const slope = coefficients[0]!;
  return status === 'converged' && slope > 0 ? { intercept, slope } : null;
}

/** @returns log-odds as they stand where there is no calibration */
export const calibrated = (logOdds: number, calibration: Calibration | null): number =>
  calibration ? calibration.intercept + calibration.slope * logOdds : logOdds;
