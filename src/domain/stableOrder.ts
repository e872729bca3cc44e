/**
 * Orders rows by a whole number, equal ones as they were: a counting sort, n + range steps.
 *
 * @param keys - one per row
 * @param order - the order to refine; row 0, 1, 2 … when left out
 * @returns rows, ascending by key
 */
export function stableOrder(keys: Int32Array, order?: Int32Array): Int32Array {
  let [low, high] = [Infinity, -Infinity];
  for (const key of keys) {
    if (key < low) low = key;
    if (key > high) high = key;
  }
  const result = new Int32Array(keys.length);
  if (keys.length === 0) return result;
  const next = new Int32Array(high - low + 2);
  for (const key of keys) next[key - low + 1]!++;
  for (let k = 1; k < next.length; k++) next[k]! += next[k - 1]!;
  for (let at = 0; at < keys.length; at++) {
    const row = order ? order[at]! : at;
    result[next[keys[row]! - low]!++] = row;
  }
  return result;
}
