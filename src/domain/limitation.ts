import { addMonths, type Serial } from './date';
import { nextWorkday, type HolidayTable } from './holidays';

/** 诉讼时效 in years. Source: Civil Code art. 188. */
export const LIMITATION_YEARS = 3;

/** Days left at which a claim is warned of, descending. */
export const DEFAULT_LIMITATION_WARNINGS: readonly number[] = [180, 90, 30];

/** What starts the period anew. Source: Civil Code art. 195. */
export type RestartKind = 'demand' | 'acknowledgement' | 'partPayment' | 'suit';

export interface Restart {
  readonly kind: RestartKind;
  /** The day it reached the debtor; of a suit, the day its proceedings ended. */
  readonly date: Serial;
}

export interface Limitation {
  /** The last day to act, after the roll over days off. */
  readonly end: Serial;
  /** The day the period runs from: due date or the last restart. */
  readonly start: Serial;
  /** Null where it runs from the due date. */
  readonly restart: Restart | null;
  /** Days the end moved over days off; 0 for none. */
  readonly moved: number;
  /** False where the end is beyond the holiday table. */
  readonly isKnown: boolean;
  /** Days to the end, 0 on it; below 0 when it has passed. */
  readonly daysLeft: number;
  /** The narrowest warning that is reached; null while none is, and once it has passed. */
  readonly warning: number | null;
  readonly isExpired: boolean;
}

/** What limitation rests on; all have defaults. */
export interface LimitationSettings {
  /** Whole years. */
  readonly years: number;
  /** Days left, descending. */
  readonly warnings: readonly number[];
}

export const DEFAULT_LIMITATION: LimitationSettings = {
  years: LIMITATION_YEARS,
  warnings: DEFAULT_LIMITATION_WARNINGS,
};

/**
 * The limitation clock of one claim. Restarts after the period has run out do not bring it back,
 * but for the debtor's acknowledgement (Civil Code art. 192); those before the due date do nothing.
 *
 * @param restarts - in any order; those after `asOf` do not count
 */
export function limitationOf(
  dueDate: Serial,
  restarts: readonly Restart[],
  asOf: Serial,
  table: HolidayTable,
  { years, warnings }: LimitationSettings = DEFAULT_LIMITATION,
): Limitation {
  let restart: Restart | null = null;
  let end = endOf(dueDate, years, table);
  const inOrder = restarts
    .filter(({ date }) => date >= dueDate && date <= asOf)
    .sort((a, b) => a.date - b.date);
  for (const next of inOrder) {
    if (next.date > end.day && next.kind !== 'acknowledgement') continue;
    restart = next;
    end = endOf(next.date, years, table);
  }
  const daysLeft = end.day - asOf;
  return {
    end: end.day,
    start: restart?.date ?? dueDate,
    restart,
    moved: end.moved,
    isKnown: end.isKnown,
    daysLeft,
    warning: daysLeft < 0 ? null : (warnings.findLast((days) => daysLeft <= days) ?? null),
    isExpired: daysLeft < 0,
  };
}

const endOf = (start: Serial, years: number, table: HolidayTable) =>
  nextWorkday(addMonths(start, 12 * years), table);
