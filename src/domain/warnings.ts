import { bucketOf, type Edges } from './buckets';
import { NO_DATE, type Serial } from './date';

/** 1 预防 (due soon), 2 响应 (newly overdue), 3 监控 (slid into another bucket); 0 is no warning. */
export type WarningLevel = 0 | 1 | 2 | 3;

/** Days before the due date from which an item is warned of, inclusive. */
export const DEFAULT_LEAD_DAYS = 7;

export interface WarningSettings {
  readonly asOf: Serial;
  /** Day of the run before, earlier than `asOf`: what has changed since is new. */
  readonly previous: Serial;
  /** Whole days, 0 or more. */
  readonly leadDays: number;
  readonly edges: Edges;
}

/**
 * @param dueDate - of an item with something open
 * @param issued - its own date, NO_DATE where nobody knows: what came since the previous run, past due
 *   already, was not overdue then
 * @returns its one warning: the levels exclude each other
 */
export function warningOf(
  dueDate: Serial,
  settings: WarningSettings,
  issued: Serial = NO_DATE,
): WarningLevel {
  const { asOf, previous, leadDays, edges } = settings;
  const days = asOf - dueDate;
  if (days <= 0) return -days <= leadDays ? 1 : 0;
  const daysBefore = previous - dueDate;
  if (daysBefore <= 0 || issued > previous) return 2;
  return bucketOf(days, edges) === bucketOf(daysBefore, edges) ? 0 : 3;
}

/** Red: open and past due. Amber: due within the lead days. Yellow: to be watched. Null for the rest. */
export type Light = 'red' | 'amber' | 'yellow' | null;

/**
 * @param daysOverdue - of an item with something open
 * @param isWatched - whether its probability reaches the line
 */
export const lightOf = (daysOverdue: number, warning: WarningLevel, isWatched = false): Light =>
  daysOverdue > 0 ? 'red' : warning === 1 ? 'amber' : isWatched ? 'yellow' : null;
