import type { Serial } from './date';
import type { Tier } from './rfaScore';
import { tierChange, type TierChange } from './tierTrend';

/** How a customer was rated on the day of a run, kept to compare later ratings with. */
export interface Rating {
  readonly date: Serial;
  /** Sheet of the ledger. */
  readonly ledger: string;
  readonly customer: string;
  readonly tier: Tier;
  /** 0…100 */
  readonly score: number;
}

/** What is kept in all: reading and writing more would make each run slow. */
const MOST_KEPT = 20_000;

/**
 * Carries kept ratings on by those of a run, in place of what the same ledger was rated on that day.
 *
 * @param kept - ascending by day
 * @param now - of one ledger and day, the riskiest first
 * @returns ascending by day; the earliest days are left out where there are too many, as wholes
 */
export function keepRatings(
  kept: readonly Rating[],
  now: readonly Rating[],
  most = MOST_KEPT,
): readonly Rating[] {
  const [first] = now;
  if (!first) return kept;
  const added = now.slice(0, most);
  const others = kept.filter(({ date, ledger }) => date !== first.date || ledger !== first.ledger);
  const last = others[others.length + added.length - most - 1]?.date ?? -Infinity;
  const rest = others.filter(({ date }) => date > last);
  return [
    ...rest.filter(({ date }) => date <= first.date),
    ...added,
    ...rest.filter(({ date }) => date > first.date),
  ];
}

/** How a customer's rating has moved. */
export interface RatingTrend {
  /** Of the day and those before it, ascending; the last is that of the day. */
  readonly ratings: readonly Rating[];
  /** The one of the day its ledger was rated on before; null where it was not there yet. */
  readonly previous: Rating | null;
  readonly change: TierChange;
}

/**
 * @param kept - ascending by day
 * @returns a customer's trend to a day; null where it was not rated then, or nobody ever before
 */
export function ratingTrends(
  kept: readonly Rating[],
  ledger: string,
  asOf: Serial,
): (customer: string) => RatingTrend | null {
  const own = kept.filter((rating) => rating.ledger === ledger && rating.date <= asOf);
  const before = own.findLast(({ date }) => date < asOf)?.date;
  const byCustomer = new Map<string, Rating[]>();
  for (const rating of own) {
    const ratings = byCustomer.get(rating.customer);
    if (ratings) ratings.push(rating);
    else byCustomer.set(rating.customer, [rating]);
  }
  return (customer) => {
    const ratings = byCustomer.get(customer) ?? [];
    const now = ratings.at(-1);
    if (before === undefined || now?.date !== asOf) return null;
    const last = ratings.at(-2);
    const previous = last?.date === before ? last : null;
    return { ratings, previous, change: tierChange(previous?.tier ?? null, now.tier) };
  };
}
