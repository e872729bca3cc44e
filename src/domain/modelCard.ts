import { NO_DATE, type Serial } from './date';
import { discriminationOf, type Discrimination, type Distribution } from './discrimination';
import { AT } from './historyAtIssue';
import { logistic } from './logistic';
import type { FitRows } from './overdueFit';
import type { Fold } from './overdueFolds';
import { drawnShare } from './overdueInputs';
import type { OverdueSample, SampleSettings, TooLittle } from './overdueSample';
import type { Receivables } from './receivables';
import type { Scorecard } from './scorecard';

export interface TrainingSettings extends SampleSettings {
  /** λ of ½ λ Σ (w − centre)² over standardised coefficients, to choose from [> 0, ascending]. */
  readonly penalties: readonly number[];
}

/** The rows a model rests on. */
export interface ModelFacts extends TrainingSettings {
  /** Days between due and cut-off that were asked for; below `maturityDays` in a short ledger. */
  readonly maturity: number;
  /** Items trained on; settled ones and late ones among them. */
  readonly rows: number;
  readonly closed: number;
  readonly late: number;
  /** First and last document date; NO_DATE without any. */
  readonly from: Serial;
  readonly to: Serial;
  /** Items left out: settled on a day nobody knows. */
  readonly undated: number;
  /** Why the model is one of rates; null where it has coefficients. */
  readonly tooLittle: TooLittle | null;
}

/** What a model rests on and how well it foretold the latest part of its own history. */
export interface ModelCard extends ModelFacts {
  /** The one chosen; null where there is too little. */
  readonly penalty: number | null;
  /** Null where there is too little. */
  readonly proof: Proof | null;
  /** Probabilities of the rows, of very many those of every k-th, to see whether later ones have shifted; null where there is too little. */
  readonly scores: Distribution | null;
  /** The model's inputs as points to be added up; null where there is too little. */
  readonly scorecard: Scorecard | null;
}

/** The latest rows by date, foretold from all before. */
export interface Proof {
  /** Document date of the first of them. */
  readonly from: Serial;
  readonly model: Discrimination;
  /** The same inputs without a penalty and without what makes items alike. */
  readonly logit: Discrimination;
  /** (late + 1) ÷ (n + 2) of the customer's settled items. */
  readonly priorRatio: Discrimination;
  /** (late + 1) ÷ (n + 2) of the rows before. */
  readonly constant: Discrimination;
  /** Whether the model ranks better than the prior ratio and loses less than both baselines. */
  readonly beatsBaselines: boolean;
}

/** @returns (late + 1) ÷ (n + 2): what some items alone say, a half where there are none */
export const priorRatio = (late: number, n: number): number => drawnShare(late, n, 0.5, 2);

export function factsOf(
  items: Receivables,
  sample: OverdueSample,
  settings: TrainingSettings,
): ModelFacts {
  const { rows, closed, late, maturity, undated, tooLittle } = sample;
  const dayOf = (row: number | undefined) =>
    row === undefined ? NO_DATE : items.documentDate[row]!;
  return {
    ...settings,
    maturity,
    rows: rows.length,
    closed,
    late,
    from: dayOf(rows[0]),
    to: dayOf(rows.at(-1)),
    undated,
    tooLittle,
  };
}

/** @param odds, plainOdds - log-odds of the rows to foretell, of the model and of a plain logit */
export function proofOf(
  { history: { counts, countsWidth } }: OverdueSample,
  all: FitRows,
  { day, from, to }: Fold,
  odds: Float64Array,
  plainOdds: Float64Array,
): Proof {
  const rows = all.rows.subarray(from, to);
  const isLate = all.isLate.subarray(from, to);
  const wasLate = all.isLate.subarray(0, from);
  const ratios = Float64Array.from(rows, (i) =>
    priorRatio(counts[i * countsWidth + AT.settledLate]!, counts[i * countsWidth + AT.settled]!),
  );
  const was = wasLate.reduce((sum, y) => sum + y, 0);
  const shares = new Float64Array(rows.length).fill(priorRatio(was, wasLate.length));
  const model = discriminationOf(odds.map(logistic), isLate);
  const ratio = discriminationOf(ratios, isLate);
  const constant = discriminationOf(shares, isLate);
  return {
    from: day,
    model,
    logit: discriminationOf(plainOdds.map(logistic), isLate),
    priorRatio: ratio,
    constant,
    // Rows of one outcome only prove nothing: no AUC, no win.
    beatsBaselines:
      Number(model.auc) > Number(ratio.auc) &&
      Number(model.logLoss) < Number(ratio.logLoss) &&
      Number(model.logLoss) < Number(constant.logLoss),
  };
}
