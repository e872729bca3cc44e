/** Items sorted by group; those of group g are `order[start[g]]` … before `order[start[g + 1]]`. */
export interface Groups {
  readonly start: Int32Array;
  /** Items; within a group in the order they came. */
  readonly order: Int32Array;
}

/**
 * @param group - per item; below 0 for items of none, which are left out
 * @param count - groups there are
 */
export function groupItems(group: Int32Array, count: number): Groups {
  const start = new Int32Array(count + 1);
  for (const g of group) if (g >= 0) start[g + 1]!++;
  for (let g = 0; g < count; g++) start[g + 1]! += start[g]!;
  const order = new Int32Array(start[count]!);
  const next = start.slice();
  for (let i = 0; i < group.length; i++) {
    const g = group[i]!;
    if (g >= 0) order[next[g]!++] = i;
  }
  return { start, order };
}
