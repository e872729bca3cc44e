/**
 * Upper bounds of 正常, 关注, 次级 and 可疑 in days overdue, inclusive, ascending; beyond the last is
 * 损失.
 */
export type ClassBounds = readonly [number, number, number, number];

/** 五级分类 as the banks' rule of 2023 draws the lines, and as credit-card practice does. */
export const CLASS_PRESETS = {
  bank2023: [0, 90, 270, 360],
  card: [0, 90, 120, 180],
} as const satisfies Readonly<Record<string, ClassBounds>>;

/** @returns whether numbers, as a user typed them, can be class bounds: whole days, 0 or more, ascending. */
export const areClassBounds = (bounds: readonly number[]): bounds is ClassBounds =>
  bounds.length === 4 &&
  bounds.every((b, i) => Number.isInteger(b) && b >= 0 && (i === 0 || b > bounds[i - 1]!));

/**
 * @param daysOverdue - whole days; zero and below are not due
 * @returns 0 正常, 1 关注, 2 次级, 3 可疑, 4 损失
 */
export function classOf(daysOverdue: number, bounds: ClassBounds): number {
  const found = bounds.findIndex((bound) => daysOverdue <= bound);
  return found < 0 ? bounds.length : found;
}
