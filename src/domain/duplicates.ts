import type { Receivables } from './receivables';

/**
 * Finds exact repeats: same customer, document no., dates and amount. Items without a number are
 * not compared: two deliveries of a day may well cost the same.
 *
 * @returns the later items of each set of repeats, ascending
 */
export function duplicateItems(items: Receivables): number[] {
  const size = 2 ** Math.ceil(Math.log2(items.count * 2 + 2));
  const slots = new Int32Array(size).fill(-1);
  const repeats: number[] = [];
  for (let i = 0; i < items.count; i++) {
    if (items.documentNo[i] === '') continue;
    let slot = hashOf(items, i) & (size - 1);
    while (slots[slot]! >= 0 && !isSame(items, slots[slot]!, i)) slot = (slot + 1) & (size - 1);
    if (slots[slot]! >= 0) repeats.push(i);
    else slots[slot] = i;
  }
  return repeats;
}

/** The last characters tell numbers apart best, and the rest of the row does what they do not. */
function hashOf(
  { customer, documentNo, documentDate, dueDate, amount }: Receivables,
  i: number,
): number {
  const number = documentNo[i]!;
  let hash = Math.imul(customer[i]!, 31) ^ Math.imul(documentDate[i]!, 8191) ^ dueDate[i]!;
  hash ^= amount[i]! | 0;
  for (let k = Math.max(0, number.length - 6); k < number.length; k++) {
    hash = Math.imul(hash, 33) ^ number.charCodeAt(k);
  }
  return hash ^ (hash >>> 15);
}

const isSame = (items: Receivables, a: number, b: number): boolean =>
  items.documentNo[a] === items.documentNo[b] &&
  items.customer[a] === items.customer[b] &&
  items.currency[a] === items.currency[b] &&
  items.amount[a] === items.amount[b] &&
  items.documentDate[a] === items.documentDate[b] &&
  items.dueDate[a] === items.dueDate[b];
