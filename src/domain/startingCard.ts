import { binOf } from './binning';
import { drawnShare } from './overdueInputs';
import { probabilityAt, scalingOf } from './scorecard';

/** Points of a variable by ranges; upper bounds inclusive. */
interface CardRange {
  readonly edges: readonly number[];
  /** One a range. */
  readonly points: readonly number[];
}

/** A scorecard of round points; 600 is one late in 61, 20 points more halve the odds. */
export interface StartingCard {
  readonly base: number;
  /** Share of late payers that a customer of few documents is drawn to, 0…1. */
  readonly usualLate: number;
  /** Share of earlier documents paid late, drawn to the usual one. */
  readonly lateShare: CardRange;
  /** Mean delay of the last three paid [days]. */
  readonly recentDelay: CardRange;
  /** Overdue ÷ open. */
  readonly overdueShare: CardRange;
}

/** Points by judgement, for before a ledger's own model; docs/functions/en-US/OVERDUE_PROB.md has how it does. */
export const STARTING_CARD: StartingCard = {
  base: 490,
  usualLate: 0.4,
  lateShare: {
    edges: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.75],
    points: [45, 30, 20, 5, -5, -20, -30, -50],
  },
  recentDelay: { edges: [-3, 0, 3, 10], points: [10, 5, 0, -5, -10] },
  overdueShare: { edges: [0, 0.1, 0.25], points: [5, 0, -5, -10] },
};

const SCALING = scalingOf();

/**
 * How likely a customer pays late, by what is known without a model.
 *
 * @param paid - documents paid before, 0 or more
 * @param late - of them paid late
 * @param recentDelay - mean delay of the last three paid [days, below 0 for early]; of no weight where
 *   none was
 * @param overdueShare - overdue ÷ open, 0…1; 0 where nothing is open
 * @returns 0…1
 */
export function startingProbability(
  paid: number,
  late: number,
  recentDelay: number,
  overdueShare: number,
  card: StartingCard = STARTING_CARD,
): number {
  const score =
    card.base +
    pointsIn(card.lateShare, drawnShare(late, paid, card.usualLate)) +
    (paid > 0 ? pointsIn(card.recentDelay, recentDelay) : 0) +
    pointsIn(card.overdueShare, overdueShare);
  return probabilityAt(score, SCALING);
}

const pointsIn = ({ edges, points }: CardRange, value: number): number =>
  points[binOf(value, edges)]!;
