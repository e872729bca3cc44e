import type { Alert, AlertRule } from './alerts';
import type { Serial } from './date';

/** The life of an alert; times are serial days with the time of day as their fraction. */
export interface AlertRecord {
  readonly rule: AlertRule;
  readonly customer: string;
  readonly raised: Serial;
  /** When somebody first did something about it; null until then. */
  readonly acted: Serial | null;
  /** When it no longer held, or somebody closed it; null until then. */
  readonly closed: Serial | null;
}

/** Hours within which an alert is to be acted on. */
export const DEFAULT_ALERT_HOURS = 24;

/**
 * Carries the log on to a run: an alert that still stands keeps its record, a new one gets one, and
 * the record of one that no longer stands is closed.
 *
 * @param now - the time of the run, not before any record's
 * @returns the old records in their order, then the new ones
 */
export function recordAlerts(
  records: readonly AlertRecord[],
  alerts: readonly Alert[],
  now: Serial,
): AlertRecord[] {
  const standing = new Map(alerts.map((alert) => [keyOf(alert), alert]));
  const kept = records.map((record) => {
    if (record.closed !== null) return record;
    return standing.delete(keyOf(record)) ? record : { ...record, closed: now };
  });
  const raised = [...standing.values()].map(({ rule, customer }) => ({
    rule,
    customer,
    raised: now,
    acted: null,
    closed: null,
  }));
  return [...kept, ...raised];
}

const keyOf = ({ rule, customer }: Pick<Alert, 'rule' | 'customer'>): string =>
  `${rule}\n${customer}`;

/** 预警处理效率. Hours are whole minutes apart. */
export interface AlertEfficiency {
  /** Records of the rule, or of all. */
  readonly raised: number;
  readonly acted: number;
  readonly closed: number;
  /** Raised to acted; null where nobody has acted. */
  readonly medianHoursToAct: number | null;
  /** Raised to closed; null where nothing is closed. */
  readonly medianHoursToClose: number | null;
  /**
   * Acted on in time ÷ those acted on or out of time, 0…1; what is still within its time is not
   * judged. Null where there is nothing to judge.
   */
  readonly onTimeShare: number | null;
}

/** @param hours - within which an alert is to be acted on, inclusive */
export function alertEfficiency(
  records: readonly AlertRecord[],
  now: Serial,
  hours: number = DEFAULT_ALERT_HOURS,
): AlertEfficiency {
  const toAct = records.flatMap(({ raised, acted }) =>
    acted === null ? [] : hoursBetween(raised, acted),
  );
  const toClose = records.flatMap(({ raised, closed }) =>
    closed === null ? [] : hoursBetween(raised, closed),
  );
  const lapsed = records.filter(
    ({ raised, acted, closed }) => acted === null && hoursBetween(raised, closed ?? now) > hours,
  ).length;
  const judged = toAct.length + lapsed;
  return {
    raised: records.length,
    acted: toAct.length,
    closed: toClose.length,
    medianHoursToAct: median(toAct),
    medianHoursToClose: median(toClose),
    onTimeShare: judged === 0 ? null : toAct.filter((h) => h <= hours).length / judged,
  };
}

const hoursBetween = (from: Serial, to: Serial): number => Math.round((to - from) * 1440) / 60;

function median(numbers: readonly number[]): number | null {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  if (sorted.length === 0) return null;
  return (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
}
