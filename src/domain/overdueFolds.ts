import type { Serial } from './date';
import {
  oddsOf,
  type FitForm,
  type FitRows,
  type Lesson,
  type OverdueFit,
  type OverdueFitter,
} from './overdueFit';
import type { Receivables } from './receivables';

/** Rows of one time, to be foretold from all rows before them. */
export interface Fold {
  /** Document date of the first row. */
  readonly day: Serial;
  /** Index of the first row, and of the one after the last. */
  readonly from: number;
  readonly to: number;
}

/** Where the rows are cut: the first part only teaches, each later one is foretold from those before. */
const CUTS = [0.4, 0.55, 0.7, 0.85, 1];
/** Standard errors by which a way of being alike must lower the loss of rows not seen. */
const WAY_ERRORS = 1;

/** @returns folds, ascending by time; rows of one day stay together */
export function foldsOf(items: Receivables, { rows }: FitRows): Fold[] {
  const day = (r: number) => items.documentDate[rows[r]!]!;
  const cuts = CUTS.map((share) => {
    let r = Math.round(share * rows.length);
    while (r > 0 && r < rows.length && day(r) === day(r - 1)) r++;
    return r;
  });
  return cuts.slice(1).map((to, k) => {
    const from = cuts[k]!;
    return { day: day(Math.min(from, rows.length - 1)), from, to };
  });
}

/** What models fitted before each fold said of it. */
export interface Foretold extends FitForm {
  readonly penalty: number;
  /** One each per fold. */
  readonly lessons: readonly Lesson[];
  readonly fits: readonly OverdueFit[];
  /** Log-odds and outcome, fold after fold. */
  readonly odds: Float64Array;
  readonly isLate: Uint8Array;
}

/**
 * @param lessons - of one form; what each foretells, the next one learns
 * @param near - a like fit of the first lesson; each other starts from the one before
 */
export function foretell(
  fitter: OverdueFitter,
  lessons: readonly Lesson[],
  penalty: number,
  near?: OverdueFit,
): Foretold {
  const [{ ways, asOdds, from: first }, last] = [lessons[0]!, lessons.at(-1)!];
  const fits: OverdueFit[] = [];
  const odds = new Float64Array(last.to - first);
  lessons.forEach((lesson, k) => {
    const { from, to } = lesson;
    fits.push(fitter.fit(lesson, penalty, fits[k - 1] ?? near));
    odds.set(oddsOf(fits[k]!, lesson, from, to), from - first);
  });
  const isLate = fitter.some.isLate.subarray(first, last.to);
  return { ways, asOdds, penalty, lessons, fits, odds, isLate };
}

/**
 * Chooses by rows not seen: whether the late share counts as log-odds, the least penalty beyond which
 * they are foretold no better, then each way of being alike that lowers the loss by more than chance
 * would.
 *
 * @param penalties - ascending
 * @param ways - how many there are
 * @param forms - whether the late share counts as log-odds: what there is to choose from
 */
export function choose(
  fitter: OverdueFitter,
  folds: readonly Fold[],
  penalties: readonly number[],
  ways: number,
  forms: readonly boolean[],
): Foretold {
  const lessonsOf = (form: FitForm, known: readonly Lesson[] = []) =>
    folds.map(({ from, to }, k) =>
      fitter.lesson(fitter.some, from, to, form, known[k]?.rates.weight),
    );
  const [first, ...others] = forms.map((asOdds) => {
    const lessons = lessonsOf({ ways: [], asOdds });
    let best = foretell(fitter, lessons, penalties[0]!);
    for (const penalty of penalties.slice(1)) {
      const stronger = foretell(fitter, lessons, penalty, best.fits[0]);
      if (meanLoss(stronger) >= meanLoss(best)) break;
      best = stronger;
    }
    return best;
  });
  let best = others.reduce((one, other) => (meanLoss(other) < meanLoss(one) ? other : one), first!);
  for (let way = 0; way < ways; way++) {
    const { asOdds, penalty, fits } = best;
    const lessons = lessonsOf({ ways: [...best.ways, way], asOdds }, best.lessons);
    const candidate = foretell(fitter, lessons, penalty, fits[0]);
    if (isBetter(candidate.odds, best.odds, best.isLate, WAY_ERRORS)) best = candidate;
  }
  return best;
}

const meanLoss = ({ odds, isLate }: Foretold): number =>
  odds.reduce((sum, x, r) => sum + lossOf(x, isLate[r]!), 0) / odds.length;

/**
 * @param better, now - log-odds, one per row
 * @param errors - standard errors that chance is granted
 * @returns whether the one loses less than the other, by more than chance would have it
 */
export function isBetter(
  better: Float64Array,
  now: Float64Array,
  isLate: Uint8Array,
  errors: number,
): boolean {
  const gains = better.map((odds, r) => lossOf(now[r]!, isLate[r]!) - lossOf(odds, isLate[r]!));
  const mean = gains.reduce((sum, gain) => sum + gain, 0) / gains.length;
  const squares = gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0);
  return mean > (errors * Math.sqrt(squares)) / gains.length;
}

/** −ln of the probability that was given to what happened. */
const lossOf = (odds: number, isLate: number): number =>
  Math.max(odds, 0) - isLate * odds + Math.log1p(Math.exp(-Math.abs(odds)));
