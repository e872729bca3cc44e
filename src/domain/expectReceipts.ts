import type { Analysis } from './analyse';
import { NO_DATE } from './date';
import { delayHistory } from './delayHistory';
import type { LaterReceipts } from './delays';
import { DEFAULT_MIN_MONTHS, monthFactors, Season } from './monthFactors';
import { KINDS } from './receivables';
import type { DimensionRole } from './roles';

/** Whose receipts an expected date rests on; 'term' is the due date alone. */
export const DELAY_LEVELS = ['term', 'ledger', 'segment', 'customer'] as const;

export interface ExpectationSettings {
  /** What makes a segment. */
  readonly segmentBy: DimensionRole;
  /** Receipts with which a customer's or a segment's own history weighs half; above 0. */
  readonly credibility: number;
  /** Receipts the ledger must have to expect anything but the due date; 1 or more. */
  readonly minReceipts: number;
  /** Shares [0…1] of the money that had come by the early and by the late date. */
  readonly earlyShare: number;
  readonly lateShare: number;
  /** Whole months of receipts from which on month factors count; 24 or more. */
  readonly minMonths: number;
}

export const DEFAULT_EXPECTATION: ExpectationSettings = {
  segmentBy: 'customerType',
  credibility: 10,
  minReceipts: 3,
  earlyShare: 0.2,
  lateShare: 0.8,
  minMonths: DEFAULT_MIN_MONTHS,
};

/** When what is open comes in, item by item, and what that rests on. */
export interface Expectations {
  /** After asOf; NO_DATE where nothing above 0 is open, and where no day can be told. */
  readonly expectedDate: Int32Array;
  /** Not after the expected date. */
  readonly earlyDate: Int32Array;
  /** Not before the expected date. */
  readonly lateDate: Int32Array;
  /** Days after the due date before month factors. */
  readonly delay: Float64Array;
  /** Index into DELAY_LEVELS: the level that weighs most. */
  readonly level: Uint8Array;
  /** Receipts of that level later than the item is today. */
  readonly receipts: Int32Array;
  /** Calendar days the month factors moved the expected date by; below 0 is earlier. */
  readonly seasonDays: Int32Array;
  /** January … December, mean 1; null where the history is too short. */
  readonly monthFactors: readonly number[] | null;
}

/**
 * Expects each open item on its due date plus the mean delay of the receipts that were later than
 * the item is today: first the customer's, mixed with the segment's and the ledger's the fewer it
 * has. Overdue items with none later anywhere have no expected date.
 *
 * Source: Bühlmann's credibility n ÷ (n + k), for mixing.
 */
export function expectReceipts(
  { items, open, asOf }: Analysis,
  settings: ExpectationSettings,
): Expectations {
  const history = delayHistory(items, asOf, settings.segmentBy);
  const factors = monthFactors(history.date, history.money, asOf, settings.minMonths);
  const season = factors && new Season(asOf, factors);
  const dayAfter = (days: number) => asOf + (season ? season.calendarDays(days) : days);
  const dates = () => new Int32Array(items.count).fill(NO_DATE);
  const columns = {
    expectedDate: dates(),
    earlyDate: dates(),
    lateDate: dates(),
    delay: new Float64Array(items.count),
    level: new Uint8Array(items.count),
    receipts: new Int32Array(items.count),
    seasonDays: new Int32Array(items.count),
  };
  for (let i = 0; i < items.count; i++) {
    if (open[i]! <= 0 || items.kind[i] === REVALUATION) continue;
    const overdue = asOf - items.dueDate[i]!;
    const delay = mixedDelay(history.laterThan(i, overdue), settings) ?? termDelay(overdue);
    if (delay === null) continue;
    const days = Math.round(delay.mean) - overdue;
    columns.expectedDate[i] = dayAfter(days);
    columns.earlyDate[i] = dayAfter(Math.min(Math.round(delay.early) - overdue, days));
    columns.lateDate[i] = dayAfter(Math.max(Math.round(delay.late) - overdue, days));
    columns.delay[i] = delay.mean;
    columns.level[i] = delay.level;
    columns.receipts[i] = delay.receipts;
    columns.seasonDays[i] = columns.expectedDate[i]! - asOf - days;
  }
  return { ...columns, monthFactors: factors };
}

const REVALUATION = KINDS.indexOf('revaluation');

/** Days after the due date. */
interface Delay {
  mean: number;
  early: number;
  late: number;
  /** Index into DELAY_LEVELS. */
  level: number;
  receipts: number;
}

/**
 * @param later - the receipts later than the item is today: the ledger's, its segment's, its customer's
 * @returns null where the ledger has too few
 */
function mixedDelay(
  later: readonly (LaterReceipts | null)[],
  { credibility, minReceipts, earlyShare, lateShare }: ExpectationSettings,
): Delay | null {
  if ((later[0]?.receipts ?? 0) < minReceipts) return null;
  const mix: Delay = { mean: 0, early: 0, late: 0, level: 0, receipts: 0 };
  let [rest, heaviest] = [1, 0];
  for (let level = later.length; level > 0; level--) {
    const seen = later[level - 1];
    if (!seen) continue;
    const weight = level === 1 ? rest : (rest * seen.receipts) / (seen.receipts + credibility);
    rest -= weight;
    mix.mean += weight * seen.mean;
    mix.early += weight * seen.quantile(earlyShare);
    mix.late += weight * seen.quantile(lateShare);
    if (weight <= heaviest) continue;
    heaviest = weight;
    mix.level = level;
    mix.receipts = seen.receipts;
  }
  return mix;
}

/** On the due date, or tomorrow when that is today; null when it has passed. */
function termDelay(overdue: number): Delay | null {
  if (overdue > 0) return null;
  const delay = overdue === 0 ? 1 : 0;
  return { mean: delay, early: delay, late: delay, level: 0, receipts: 0 };
}
