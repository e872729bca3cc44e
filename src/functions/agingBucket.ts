import { bucketLabels, bucketOf } from '../domain';
import { dateOf, datesOf, eachCell, type Answer, type Cells } from './cells';
import { edgesOf } from './edgesOf';
import { labelsOf } from './labelsOf';

/** The same words for every reader: a recalculation on another machine must not change a cell. */
export const NOT_DUE = '未到期';

/**
 * Ageing bucket of due dates as of a day.
 *
 * @param edges - upper bounds in days, ascending; null for 30, 60, 90, 180, 365
 * @param labels - a word per bucket; null for 未到期, 1–30 …
 * @returns labels in the shape of `dueDate`
 */
export function agingBucket(
  dueDate: Cells,
  asOf: unknown,
  edges: Cells | null,
  labels: Cells | null,
): Answer[][] {
  const day = dateOf(asOf, '基准日 asOf');
  const bounds = edgesOf(edges);
  const words = labelsOf(labels, bucketLabels(bounds, NOT_DUE));
  return eachCell(
    [datesOf(dueDate, '到期日 dueDate')],
    (due) => words[bucketOf(day - due, bounds)]!,
  );
}
