/** Upper bounds of the overdue buckets in days, inclusive, ascending. k edges make k + 2 buckets. */
export type Edges = readonly number[];

export const DEFAULT_EDGES: Edges = [30, 60, 90, 180, 365];

/**
 * @param edges - any list of numbers, as a user typed them
 * @returns whether they can be bucket edges: whole days, 1 or more, ascending
 */
export const areEdges = (edges: readonly number[]): boolean =>
  edges.length > 0 &&
  edges.every((e, i) => Number.isInteger(e) && e >= 1 && (i === 0 || e > edges[i - 1]!));

/**
 * @param daysOverdue - whole days; zero and below are not due (due today is not overdue)
 * @returns 0 for not due, 1…k for the buckets up to each edge, k + 1 beyond the last
 */
export function bucketOf(daysOverdue: number, edges: Edges): number {
  if (daysOverdue <= 0) return 0;
  let bucket = 1;
  for (const edge of edges) {
    if (daysOverdue <= edge) return bucket;
    bucket++;
  }
  return bucket;
}

/**
 * @param notDue - the word for items not yet due, in the reader's language
 * @returns a label per bucket: `未到期`, `1–30`, …, `>365`
 */
export const bucketLabels = (edges: Edges, notDue: string): string[] =>
  Array.from({ length: edges.length + 2 }, (_, bucket) => bucketLabel(bucket, edges, notDue));

/** @returns one of bucketLabels */
export function bucketLabel(bucket: number, edges: Edges, notDue: string): string {
  if (bucket === 0) return notDue;
  if (bucket > edges.length) return `>${edges.at(-1)!}`;
  return `${bucket === 1 ? 1 : edges[bucket - 2]! + 1}–${edges[bucket - 1]!}`;
}
