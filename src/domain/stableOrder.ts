/**
 * Orders rows by a whole number, equal ones as they were: a counting sort, n + range steps.
 *
 * @param keys - one per row
 * @param order - the order to refine; row 0, 1, 2 … when left out
 * @returns rows, ascending by key
 */
export function stableOrder(keys: Int32Array, order?: Int32Array): Int32Array {
  const { length } = keys;
  let [low, high] = [Infinity, -Infinity];
  // Over typed arrays a loop by index takes a fifth of the time of one by `of`.
  for (let row = 0; row < length; row++) {
    const key = keys[row]!;
    if (key < low) low = key;
    if (key > high) high = key;
  }
  const result = new Int32Array(length);
  if (length === 0) return result;
  const next = new Int32Array(high - low + 2);
  for (let row = 0; row < length; row++) next[keys[row]! - low + 1]!++;
  for (let k = 1; k < next.length; k++) next[k]! += next[k - 1]!;
  for (let at = 0; at < length; at++) {
    const row = order ? order[at]! : at;
    result[next[keys[row]! - low]!++] = row;
  }
  return result;
}

/** @returns the values of rows, in the order of these */
export function valuesOf(
  values: Int32Array,
  rows: Int32Array,
  into: Int32Array = new Int32Array(rows.length),
): Int32Array {
  for (let at = 0; at < rows.length; at++) into[at] = values[rows[at]!]!;
  return into;
}
