import { compareText } from './compareText';
import type { Serial } from './date';
import type { KnockIn } from './knockIns';
import type { Receivables } from './receivables';
import { rfa } from './rfa';
import { DEFAULT_RFA_SETTINGS, TIERS, type RfaSettings, type Tier } from './rfaScore';

/** From the date before last to the last: new had no item before. */
export const TIER_CHANGES = ['worse', 'new', 'same', 'better'] as const;
export type TierChange = (typeof TIER_CHANGES)[number];

export interface TierTrend {
  readonly customer: string;
  /** Per date; null where the customer had no item yet. */
  readonly tiers: readonly (Tier | null)[];
  /** 0…100 per date; null as above. */
  readonly scores: readonly (number | null)[];
  readonly change: TierChange;
  /** Dates in a row, to the last, with the tier it has on the last: 1 or more. */
  readonly since: number;
}

export interface TierTrends {
  readonly dates: readonly Serial[];
  /** Those of the last date: worse first, within a change the riskiest first, then by name. */
  readonly customers: readonly TierTrend[];
}

/**
 * How each customer's tier has moved, worked out anew for every date from the items as known then.
 *
 * @param dates - ascending, one or more
 * @throws {RangeError} where they are not
 */
export function tierTrends(
  items: Receivables,
  dates: readonly Serial[],
  knockIns: readonly KnockIn[] = [],
  settings: RfaSettings = DEFAULT_RFA_SETTINGS,
): TierTrends {
  if (dates.length === 0 || dates.some((date, i) => i > 0 && date <= dates[i - 1]!)) {
    throw new RangeError('Dates of a trend ascend');
  }
  const byDate = dates.map(
    (date) => new Map(rfa(items, date, knockIns, settings).customers.map((c) => [c.customer, c])),
  );
  const customers = [...byDate.at(-1)!.keys()].map((customer): TierTrend => {
    const found = byDate.map((risk) => risk.get(customer));
    const tiers = found.map((risk) => risk?.tier ?? null);
    return {
      customer,
      tiers,
      scores: found.map((risk) => risk?.score ?? null),
      change: changeOf(tiers),
      since: tiers.length - 1 - tiers.findLastIndex((tier) => tier !== tiers.at(-1)),
    };
  });
  return {
    dates,
    customers: customers.sort(
      (x, y) =>
        TIER_CHANGES.indexOf(x.change) - TIER_CHANGES.indexOf(y.change) ||
        rankOf(y.tiers.at(-1)!) - rankOf(x.tiers.at(-1)!) ||
        y.scores.at(-1)! - x.scores.at(-1)! ||
        compareText(x.customer, y.customer),
    ),
  };
}

const rankOf = (tier: Tier): number => TIERS.indexOf(tier);

function changeOf(tiers: readonly (Tier | null)[]): TierChange {
  const [before, now] = [tiers.at(-2), tiers.at(-1)!];
  return before === undefined ? 'same' : tierChange(before, now);
}

/** @param before - null where the customer was not there yet */
export function tierChange(before: Tier | null, now: Tier): TierChange {
  if (before === null) return 'new';
  return now === before ? 'same' : rankOf(now) > rankOf(before) ? 'worse' : 'better';
}
