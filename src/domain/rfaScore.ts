/** 低, 中, 高, 极高, the least risky first. */
export const TIERS = ['low', 'medium', 'high', 'veryHigh'] as const;
export type Tier = (typeof TIERS)[number];

/** The three measures of a customer's risk, all the higher the riskier. */
export const RFA_PARTS = ['r', 'f', 'a'] as const;
export type RfaPart = (typeof RFA_PARTS)[number];

/**
 * r: 逾期时间, days overdue; f: 逾期频率, late ÷ fallen due; a: 逾期金额占比, overdue ÷ open. Shares are
 * 0…1, 0 where there is nothing to measure.
 */
export type RfaMeasures = Readonly<Record<RfaPart, number>>;

/** Lines ascending: every one that is strictly exceeded is a point, 0 to 5. */
export type Thresholds = readonly [number, number, number, number, number];

export const MOST_POINTS = 5;

/** How measures become points: by fixed lines, or by the rank among all customers. */
export type RfaMode = 'thresholds' | 'quantiles';

export interface RfaSettings {
  readonly mode: RfaMode;
  /** Days for r, shares 0…1 for f and a. */
  readonly thresholds: Readonly<Record<RfaPart, Thresholds>>;
  /** Shares of customers ranked below, 0…1; sixths give each number of points to as many customers. */
  readonly quantiles: Thresholds;
  /** Above 0 in sum; they need not come to 1. */
  readonly weights: RfaMeasures;
  /** Scores from which a customer is 中, 高 and 极高, inclusive. */
  readonly tierFrom: readonly [number, number, number];
  /** Months up to the day in which items fell due, for f. */
  readonly windowMonths: number;
  /** Items fallen due under which f says nothing: 数据不足. */
  readonly leastFallenDue: number;
}

export const DEFAULT_RFA_SETTINGS: RfaSettings = {
  mode: 'thresholds',
  thresholds: {
    r: [0, 7, 30, 60, 90],
    f: [0, 0.1, 0.25, 0.5, 0.75],
    a: [0, 0.05, 0.2, 0.4, 0.7],
  },
  quantiles: [1 / 6, 2 / 6, 3 / 6, 4 / 6, 5 / 6],
  weights: { r: 0.4, f: 0.3, a: 0.3 },
  tierFrom: [25, 50, 75],
  windowMonths: 12,
  leastFallenDue: 3,
};

/** @returns whether numbers, as a user typed them, can be thresholds (5) or tier lines (3): ascending */
export const areLines = (lines: readonly number[], count: number): boolean =>
  lines.length === count &&
  lines.every((line, i) => Number.isFinite(line) && (i === 0 || line > lines[i - 1]!));

/** @returns whether numbers, as a user typed them, can be weights: none below 0, not all 0 */
export const areWeights = ({ r, f, a }: RfaMeasures): boolean =>
  [r, f, a].every((weight) => weight >= 0) && r + f + a > 0 && Number.isFinite(r + f + a);

/** @returns 0…5: how many lines a value is above */
export function pointsOf(value: number, thresholds: Thresholds): number {
  let points = 0;
  while (points < thresholds.length && value > thresholds[points]!) points++;
  return points;
}

/** @returns points per measure, by the fixed lines */
export const rfaPoints = (
  measures: RfaMeasures,
  { thresholds }: Pick<RfaSettings, 'thresholds'> = DEFAULT_RFA_SETTINGS,
): RfaMeasures => ({
  r: pointsOf(measures.r, thresholds.r),
  f: pointsOf(measures.f, thresholds.f),
  a: pointsOf(measures.a, thresholds.a),
});

/** Scores are told apart to this far: 100 × 2.5 ÷ 5 is 50, not a hair less. */
const SCORE_DIGITS = 1e9;

/**
 * @param points - 0…5 each
 * @returns 0…100
 * Source: 100 × (0.40 R + 0.30 F + 0.30 A) ÷ 5.
 */
export function rfaScore(
  points: RfaMeasures,
  { weights }: Pick<RfaSettings, 'weights'> = DEFAULT_RFA_SETTINGS,
): number {
  const weight = weights.r + weights.f + weights.a;
  const sum = weights.r * points.r + weights.f * points.f + weights.a * points.a;
  return Math.round((100 * sum * SCORE_DIGITS) / (MOST_POINTS * weight)) / SCORE_DIGITS;
}

/** @param score - 0…100 */
export const tierOf = (
  score: number,
  { tierFrom }: Pick<RfaSettings, 'tierFrom'> = DEFAULT_RFA_SETTINGS,
): Tier =>
  score >= tierFrom[2]
    ? 'veryHigh'
    : score >= tierFrom[1]
      ? 'high'
      : score >= tierFrom[0]
        ? 'medium'
        : 'low';

/**
 * Ranks values among each other; equal ones share the middle of their ranks.
 *
 * @returns share ranked below each, counting half of itself: (rank − ½) ÷ count, above 0 and below 1
 */
export function midRanks(values: Float64Array): Float64Array {
  const sorted = Float64Array.from(values).sort();
  const shares = new Map<number, number>();
  for (let from = 0; from < sorted.length;) {
    let to = from + 1;
    while (to < sorted.length && sorted[to] === sorted[from]) to++;
    shares.set(sorted[from]!, (from + to) / (2 * sorted.length));
    from = to;
  }
  return values.map((value) => shares.get(value)!);
}
