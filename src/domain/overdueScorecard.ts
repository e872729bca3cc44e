import { binOf, monotoneBinning } from './binning';
import { fitLogistic, type LogisticSettings } from './logistic';
import type { InputName } from './overdueInputs';
import { scorecardOf, type Scorecard } from './scorecard';

/** Information value below which an input tells nothing. Source: Siddiqi, Credit Risk Scorecards. */
const LEAST_IV = 0.02;

/**
 * Makes points of a model's inputs: cut into ranges, weighed, and fitted once more over the weights.
 * Inputs that tell nothing, and those the others leave with points of the wrong sign, are left out.
 *
 * @param columns - one per name [finite]
 * @param isLate - 1 or 0 per row; late is bad
 */
export function overdueScorecard(
  names: readonly InputName[],
  columns: readonly Float64Array[],
  isLate: Uint8Array,
  settings: LogisticSettings,
): Scorecard {
  let inputs = names
    .map((name, k) => ({
      name,
      column: columns[k]!,
      binning: monotoneBinning(columns[k]!, isLate),
    }))
    .filter(({ binning }) => binning.iv >= LEAST_IV);
  let start: LogisticSettings['start'];
  for (;;) {
    const weights = inputs.map(({ column, binning: { bins, edges } }) =>
      column.map((value) => bins[binOf(value, edges)]!.woe),
    );
    const { intercept, coefficients } = fitLogistic(weights, isLate, {
      ...settings,
      ...(start && { start }),
    });
    const variables = inputs.map(({ name, binning }, k) => {
      return { name, binning, coefficient: coefficients[k]! };
    });
    // Weights are of the good: above 0, a coefficient would give points for paying late.
    const kept = inputs.filter((_, k) => coefficients[k]! < 0);
    if (kept.length === inputs.length) return scorecardOf(variables, intercept);
    inputs = kept;
    start = { intercept, coefficients: coefficients.filter((coefficient) => coefficient < 0) };
  }
}
