import type { Edges } from './buckets';

/** Age groups on both sides of the due date, as Kingdee draws them: due today stands apart. */
export interface SignedEdges {
  /** Upper bounds in days to go, inclusive, ascending. */
  readonly toGo: Edges;
  /** Upper bounds in days overdue, inclusive, ascending. */
  readonly overdue: Edges;
}

export const DEFAULT_SIGNED_EDGES: SignedEdges = { toGo: [30], overdue: [30, 60] };

/** @returns the group's index in `signedGroupLabels`: furthest from due first, longest overdue last */
export function signedGroupOf(daysOverdue: number, edges: SignedEdges): number {
  const today = edges.toGo.length + 1;
  if (daysOverdue === 0) return today;
  return daysOverdue < 0
    ? today - 1 - beyond(-daysOverdue, edges.toGo)
    : today + 1 + beyond(daysOverdue, edges.overdue);
}

/** @returns how many bounds the days are beyond */
const beyond = (days: number, bounds: Edges): number =>
  bounds.filter((bound) => days > bound).length;

/** @returns 未到期31天以上, 未到期1-30天, 今日到期, 已到期1-30天, 已到期31-60天, 已到期61天以上 */
export const signedGroupLabels = ({ toGo, overdue }: SignedEdges): string[] => [
  ...ranges('未到期', toGo).reverse(),
  '今日到期',
  ...ranges('已到期', overdue),
];

const ranges = (word: string, bounds: Edges): string[] => [
  ...bounds.map((bound, i) => `${word}${i === 0 ? 1 : bounds[i - 1]! + 1}-${bound}天`),
  `${word}${bounds.at(-1)! + 1}天以上`,
];
