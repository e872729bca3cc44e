import { compareText } from './compareText';

/** Bytes of a key. */
const KEY = Float64Array.BYTES_PER_ELEMENT;
const DIGITS = 256;

/**
 * Orders rows by columns of numbers, the largest first: by the first column, where that is equal by
 * the next, at last by name if there are names. A sort by bytes, without calls to compare rows.
 *
 * @param columns - each with a number per row [0 and above]; sorted as the bits of a double are
 * @param names - one per row or none; rows that are equal in all keep their order
 * @returns rows
 */
export function largestFirst(
  columns: readonly Float64Array[],
  names: readonly string[] = [],
): Int32Array {
  const rows = columns[0]!.length;
  let order = new Int32Array(rows);
  let spare = new Int32Array(rows);
  for (let row = 0; row < rows; row++) order[row] = row;
  for (let c = columns.length - 1; c >= 0; c--) {
    const bytes = new Uint8Array(columns[c]!.buffer, columns[c]!.byteOffset, rows * KEY);
    for (let digit = 0; digit < KEY; digit++) {
      if (sortByDigit(bytes, digit, order, spare)) [order, spare] = [spare, order];
    }
  }
  if (names.length === 0) return order;
  const isEqual = (a: number, b: number) => columns.every((column) => column[a] === column[b]);
  for (let from = 0; from < rows;) {
    let to = from + 1;
    while (to < rows && isEqual(order[from]!, order[to]!)) to++;
    if (to - from > 1) order.subarray(from, to).sort((a, b) => compareText(names[a]!, names[b]!));
    from = to;
  }
  return order;
}

/** @returns whether it did: not where all rows have the same digit */
function sortByDigit(
  bytes: Uint8Array,
  digit: number,
  order: Int32Array,
  into: Int32Array,
): boolean {
  const counts = new Int32Array(DIGITS);
  for (let at = digit; at < bytes.length; at += KEY) counts[bytes[at]!]!++;
  if (counts[bytes[digit]!] === order.length) return false;
  let next = 0;
  for (let d = DIGITS - 1; d >= 0; d--) {
    next += counts[d]!;
    counts[d] = next - counts[d]!;
  }
  for (const row of order) {
    into[counts[bytes[row * KEY + digit]!]!++] = row;
  }
  return true;
}
