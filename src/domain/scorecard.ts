import { binOf, type Binning } from './binning';

/** What a score means: `score` points where one is bad per `goodPerBad`, `pdo` more halve the odds. */
export interface ScoreScale {
  readonly score: number;
  readonly goodPerBad: number;
  /** Points to double the odds of good. */
  readonly pdo: number;
}

/** 600 at 1 : 60, 20 to double: A 481.862, B 28.854. */
export const DEFAULT_SCORE_SCALE: ScoreScale = { score: 600, goodPerBad: 60, pdo: 20 };

/** Score = A − B × ln(bad odds). */
export interface Scaling {
  readonly a: number;
  readonly b: number;
}

/** Source: B = PDO ÷ ln 2, A = score + B × ln(bad odds at it); Siddiqi, Credit Risk Scorecards. */
export function scalingOf(scale: ScoreScale = DEFAULT_SCORE_SCALE): Scaling {
  const b = scale.pdo / Math.LN2;
  return { a: scale.score - b * Math.log(scale.goodPerBad), b };
}

/** @param badOdds - bad ÷ good, above 0 @returns points: the higher the better */
export const scoreAt = (badOdds: number, { a, b }: Scaling): number => a - b * Math.log(badOdds);

/** @returns bad ÷ (good + bad), 0…1 */
export const probabilityAt = (score: number, { a, b }: Scaling): number =>
  1 / (1 + Math.exp((score - a) / b));

/** A variable of a model over weights of evidence. */
export interface CardVariable {
  readonly name: string;
  readonly binning: Binning;
  /** Of ln(bad odds) per 1 of WoE: below 0, as WoE is of the good. */
  readonly coefficient: number;
}

export interface Scorecard {
  /** Points everyone has. */
  readonly base: number;
  readonly scaling: Scaling;
  /** `points` per bin of each variable. */
  readonly variables: readonly (CardVariable & { readonly points: readonly number[] })[];
}

/**
 * @param intercept - of ln(bad odds) where all WoE are 0
 * Source: points = −B × coefficient × WoE; base = A − B × intercept.
 */
export function scorecardOf(
  variables: readonly CardVariable[],
  intercept: number,
  scaling: Scaling = scalingOf(),
): Scorecard {
  return {
    base: scaling.a - scaling.b * intercept,
    scaling,
    variables: variables.map((variable) => ({
      ...variable,
      points: variable.binning.bins.map(({ woe }) => 0 - scaling.b * variable.coefficient * woe),
    })),
  };
}

/** A row's score, and where it comes from. */
export interface CardScore {
  readonly score: number;
  /** Bin and points per variable, in the card's order. */
  readonly parts: readonly { readonly bin: number; readonly points: number }[];
}

/** @param values - one per variable; NaN for none: 0 points where the card has no bin for that */
export function cardScore(card: Scorecard, values: readonly number[]): CardScore {
  const parts = card.variables.map(({ binning, points }, i) => {
    const bin = binOf(values[i]!, binning.edges);
    return { bin, points: points[bin] ?? 0 };
  });
  return { score: parts.reduce((sum, part) => sum + part.points, card.base), parts };
}
