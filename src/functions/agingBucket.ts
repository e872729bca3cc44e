import {
  areEdges,
  bucketLabels,
  bucketOf,
  DEFAULT_EDGES,
  isBlank,
  NO_DATE,
  parseDate,
} from '../domain';

/** The same words for every reader: a recalculation on another machine must not change a cell. */
const NOT_DUE = '未到期';

/**
 * Ageing bucket of due dates as of a day.
 *
 * @param dueDate - one cell or a column: serials or text dates; blank (0 too, as Excel may pass a
 *   blank) gives ''
 * @param asOf - the day to age by, serial or text date
 * @param edges - upper bounds in days, ascending; null for 30, 60, 90, 180, 365
 * @returns labels in the shape of `dueDate`; a date that cannot be read is #VALUE! in its own place
 * @throws {CustomFunctions.Error} #VALUE! when asOf or edges cannot be read
 */
export function agingBucket(
  dueDate: unknown[][],
  asOf: unknown,
  edges: unknown[][] | null,
): (string | CustomFunctions.Error)[][] {
  const day = blankAsNull(asOf) === null ? NO_DATE : parseDate(asOf);
  if (day === null || day === NO_DATE) throw invalid(`基准日看不懂 / not a date: ${String(asOf)}`);
  const bounds =
    edges
      ?.flat()
      .filter((edge) => !isBlank(edge))
      .map(Number) ?? DEFAULT_EDGES;
  if (!areEdges(bounds))
    throw invalid('区间上限须为递增的正整数 / edges must be ascending whole days');
  const labels = bucketLabels(bounds, NOT_DUE);
  return dueDate.map((row) =>
    row.map((cell) => {
      const due = blankAsNull(cell) === null ? NO_DATE : parseDate(cell);
      if (due === null) return invalid(`到期日看不懂 / not a date: ${String(cell)}`);
      return due === NO_DATE ? '' : labels[bucketOf(day - due, bounds)]!;
    }),
  );
}

const blankAsNull = (cell: unknown): unknown => (cell === 0 || isBlank(cell) ? null : cell);

const invalid = (message: string): CustomFunctions.Error =>
  new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, message);
