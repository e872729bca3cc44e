import type { InputName } from './overdueInputs';

/** An input's part in the log-odds: coefficient × (input held between low and high). */
export interface ModelTerm {
  readonly input: InputName;
  readonly coefficient: number;
  /** Over the training rows. */
  readonly mean: number;
  /** What all but one in a hundred training rows lie between. */
  readonly low: number;
  readonly high: number;
}

/** Rows best worked on at a time: their inputs stay in the processor's cache. */
export const TERM_ROWS = 256;

/**
 * Adds terms to log-odds, term by term over all rows: what a term is made of is read once, not a row.
 *
 * @param inputs - row after row, each in the order of the terms
 * @param logOdds - one per row; receives the sums
 */
export function addTerms(
  terms: readonly ModelTerm[],
  inputs: Float64Array,
  logOdds: Float64Array,
  rows = logOdds.length,
): void {
  for (let k = 0; k < terms.length; k++) {
    const { coefficient, low, high } = terms[k]!;
    for (let row = 0, at = k; row < rows; row++, at += terms.length) {
      logOdds[row]! += coefficient * held(inputs[at]!, low, high);
    }
  }
}

/** @returns an input as a term takes it */
export const held = (x: number, low: number, high: number): number =>
  x < low ? low : x > high ? high : x;
