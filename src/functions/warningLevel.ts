import { DEFAULT_LEAD_DAYS, warningOf } from '../domain';
import {
  dateOf,
  datesOf,
  eachCell,
  invalid,
  numberOf,
  readDate,
  type Answer,
  type Cells,
} from './cells';
import { edgesOf } from './edgesOf';

/**
 * Warnings of open items: 1 预防, 2 响应, 3 监控, 0 none.
 *
 * @param previousAsOf - day of the run before; null for the day before
 * @param leadDays - null for 7
 * @param edges - as `agingBucket` has them
 * @returns levels in the shape of `dueDate`
 */
export function warningLevel(
  dueDate: Cells,
  asOf: unknown,
  previousAsOf: unknown,
  leadDays: unknown,
  edges: Cells | null,
): Answer[][] {
  const day = dateOf(asOf, '基准日 asOf');
  const previous = numberOf(previousAsOf, '上次基准日 previousAsOf', day - 1, readDate);
  const lead = numberOf(leadDays, '预警天数 leadDays', DEFAULT_LEAD_DAYS);
  if (previous >= day) throw invalid('上次基准日须早于基准日 / previousAsOf must be before asOf');
  if (lead < 0) throw invalid('预警天数不能为负 / leadDays cannot be below 0');
  const settings = { asOf: day, previous, leadDays: lead, edges: edgesOf(edges) };
  return eachCell([datesOf(dueDate, '到期日 dueDate')], (due) => warningOf(due, settings));
}
