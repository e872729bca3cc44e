import { calibrated, calibrationOf } from './calibration';
import type { Serial } from './date';
import { percentilesOf, type DelayTables } from './delayBand';
import { tenthsOf } from './discrimination';
import { logistic } from './logistic';
import { factsOf, proofOf, type ModelCard, type TrainingSettings } from './modelCard';
import type { OverdueModel } from './overdue';
import { oddsOf, OverdueFitter, type FitForm, type FitRows } from './overdueFit';
import { choose, foldsOf, foretell, isBetter } from './overdueFolds';
import { lateRates } from './overdueInputs';
import { sampleOf, type OverdueSample } from './overdueSample';
import type { Receivables } from './receivables';

/** @returns what holds where nobody has set anything else */
export const defaultTrainingSettings = (cutOff: Serial): TrainingSettings => ({
  cutOff,
  grace: 0,
  maturityDays: 45,
  leastDays: 365,
  leastClosed: 100,
  leastLate: 30,
  penalties: [30, 100, 300, 1000, 10_000],
});

export interface Training {
  readonly model: OverdueModel;
  readonly card: ModelCard;
}

/** Told of the fits begun, before each iteration; answers whether to go on. */
export type TrainingControl = (begun: number, total: number) => boolean;

/** Fits beside those of the choice: two to prove, one of all rows, one of points. */
const OTHER_FITS = 4;
/** As isBetter's; more than a way of being alike must show, since a calibration bends every probability. */
const CALIBRATION_ERRORS = 2;
/** Of a plain logit. */
const PLAIN: FitForm = { ways: [], asOdds: false };
/** Whether the late share counts as log-odds: the first is all that a short ledger is offered. */
const FORMS = [true, false];
/** What items are sorted by where there is too little for coefficients; the first one kept wins. */
const SEGMENTS = ['customerType', 'region', 'industry'] as const;

/**
 * Trains on what a ledger tells of the days before the cut-off. What makes items alike is chosen, and
 * a calibration kept, where it helps to foretell rows not seen; then all rows are fitted.
 *
 * @returns null when `control` said to stop
 */
export function trainOverdue(
  items: Receivables,
  settings: TrainingSettings,
  control: TrainingControl = () => true,
): Training | null {
  const sample = sampleOf(items, settings);
  const facts = factsOf(items, sample, settings);
  const { grace, penalties } = settings;
  const delays = delaysOf(items, sample, settings);
  if (sample.tooLittle !== null) {
    return {
      model: rateModel(sample, grace, delays),
      card: { ...facts, penalty: null, proof: null, scores: null, scorecard: null },
    };
  }
  let [begun, total, isStopped] = [0, Infinity, false];
  const fitter = new OverdueFitter(items, sample, (iteration) => {
    if (iteration === 1) begun = Math.min(total, begun + 1);
    isStopped ||= !control(begun, total);
    return !isStopped;
  });
  const { all, some } = fitter;
  const folds = foldsOf(items, some);
  const proving = folds.pop()!;
  // Its few rows cannot tell that a customer's own share says less than it says.
  const isShort = sample.maturity < settings.maturityDays;
  const forms = isShort ? FORMS.slice(0, 1) : FORMS;
  total = OTHER_FITS + folds.length * (forms.length * penalties.length + sample.ways.length);
  const chosen = choose(fitter, folds, penalties, sample.ways.length, forms);
  begun = total - OTHER_FITS;
  const { from, to } = proving;
  const proof = foretell(
    fitter,
    [fitter.lesson(some, from, to, chosen)],
    chosen.penalty,
    chosen.fits.at(-1),
  );
  const { odds: raw, isLate } = proof;
  const plainLesson = fitter.lesson(some, from, to, PLAIN);
  const plain = oddsOf(fitter.plainFit(plainLesson), plainLesson, from, to);
  const last = proof.fits[0]!;
  const whole = (of: FitRows) =>
    fitter.lesson(of, of.rows.length, of.rows.length, chosen, last.rates.weight);
  const near = some === all ? last : fitter.fit(whole(some), chosen.penalty, last);
  const lesson = whole(all);
  const fit = fitter.fit(lesson, chosen.penalty, near);
  const scorecard = fitter.scorecard(fit);
  if (isStopped) return null;
  const trial = calibrationOf(chosen.odds, chosen.isLate);
  const tuned = raw.map((odds) => calibrated(odds, trial));
  const helps = isBetter(tuned, raw, isLate, CALIBRATION_ERRORS);
  const calibration = helps
    ? calibrationOf([...chosen.odds, ...raw], [...chosen.isLate, ...isLate])
    : null;
  const scores = oddsOf(fit, lesson, 0, all.rows.length, fitter.step).map((odds) =>
    logistic(calibrated(odds, calibration)),
  );
  const { rates, intercept, terms } = fit;
  return {
    model: { kind: 'logistic', grace, rates, intercept, terms, calibration, delays },
    card: {
      ...facts,
      penalty: chosen.penalty,
      proof: proofOf(sample, some, proving, helps ? tuned : raw, plain),
      scores: tenthsOf(scores),
      scorecard,
    },
  };
}

/**
 * Trains the baseline of a plain logit: a model's inputs without penalty, calibration and what makes
 * items alike.
 */
export function trainPlainLogit(items: Receivables, settings: TrainingSettings): OverdueModel {
  const sample = sampleOf(items, settings);
  const fitter = new OverdueFitter(items, sample, () => true);
  const { length } = sample.rows;
  const lesson = fitter.lesson(fitter.all, length, length, PLAIN);
  const { rates, intercept, terms } = fitter.plainFit(lesson);
  const { grace } = settings;
  const delays = delaysOf(items, sample, settings);
  return { kind: 'logistic', grace, rates, intercept, terms, calibration: null, delays };
}

/** @returns whether coefficients were proved no better than their baselines: not to be used unasked */
export const isWeak = ({ model, card }: Training): boolean =>
  model.kind === 'logistic' && card.proof?.beatsBaselines === false;

/** @returns rates in place of a ledger's coefficients, with the card of these: why they are not used */
export function withRates(items: Receivables, { model, card }: Training): Training {
  const rates = rateModel(sampleOf(items, card), model.grace, model.delays);
  return { model: rates, card: { ...card, scores: null, scorecard: null } };
}

/** Late shares, drawn to those of the segment where there is one. */
function rateModel(
  { ways, history, rows, isLate }: OverdueSample,
  grace: number,
  delays: DelayTables,
): OverdueModel {
  const segment = SEGMENTS.map((role) => ways.find(({ by }) => by === role)).find(Boolean);
  const rates = lateRates(history, segment ? [segment] : [], rows, isLate);
  return { kind: 'rate', grace, rates, intercept: 0, terms: [], calibration: null, delays };
}

/** What is known of how early and how late items are paid. */
function delaysOf(
  items: Receivables,
  { rows, isLate, history }: OverdueSample,
  { cutOff }: TrainingSettings,
): DelayTables {
  const paid = (late: 0 | 1) => {
    const delays = new Int32Array(rows.length);
    let length = 0;
    for (let r = 0; r < rows.length; r++) {
      const settled = history.settledOn[rows[r]!]!;
      if (isLate[r] === late && settled < cutOff) {
        delays[length++] = settled - items.dueDate[rows[r]!]!;
      }
    }
    return percentilesOf(delays.subarray(0, length));
  };
  return { onTime: paid(0), late: paid(1) };
}
