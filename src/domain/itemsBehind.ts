/**
 * What a figure rests on: a UI that is asked why lists these items, and what of each is meant.
 *
 * @param count - of the ledger's items
 * @returns the indices of the items that hold, ascending
 */
export function itemsBehind(count: number, holds: (item: number) => boolean): Int32Array {
  const found = new Int32Array(count);
  let n = 0;
  for (let i = 0; i < count; i++) if (holds(i)) found[n++] = i;
  return found.slice(0, n);
}
