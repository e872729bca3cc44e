import type { Receivables } from './receivables';

const EMPTY = -1;

/**
 * Finds exact repeats: same customer, document no., dates and amount. Items without a number are
 * not compared: two deliveries of a day may well cost the same.
 *
 * @returns the later items of each set of repeats, ascending
 */
export function duplicateItems(items: Receivables): number[] {
  const mask = 2 ** Math.ceil(Math.log2(items.count * 2 + 2)) - 1;
  const slots = new Int32Array(mask + 1).fill(EMPTY);
  const repeats: number[] = [];
  for (let i = 0; i < items.count; i++) {
    if (items.documentNo[i] === '') continue;
    // Texts cost most, and hardly any items share all their figures: only of these are the numbers
    // looked at. The first item stands where its figures lead, the others where their numbers do.
    let slot = figuresHash(items, i) & mask;
    while (slots[slot] !== EMPTY && !hasSameFigures(items, slots[slot]!, i)) {
      slot = (slot + 1) & mask;
    }
    if (slots[slot] !== EMPTY && !isSameItem(items, slots[slot]!, i)) {
      slot = (slot + textHash(items.documentNo[i]!)) & mask;
      while (slots[slot] !== EMPTY && !isSameItem(items, slots[slot]!, i)) slot = (slot + 1) & mask;
    }
    if (slots[slot] === EMPTY) slots[slot] = i;
    else repeats.push(i);
  }
  return repeats;
}

function figuresHash({ customer, documentDate, dueDate, amount }: Receivables, i: number): number {
  let hash = Math.imul(customer[i]!, 0x9e3779b1) ^ amount[i]!;
  hash = Math.imul(hash, 0x85ebca6b) ^ Math.imul(documentDate[i]!, 8191) ^ dueDate[i]!;
  return hash ^ (hash >>> 15);
}

function textHash(text: string): number {
  let hash = 1;
  for (let k = 0; k < text.length; k++) hash = Math.imul(hash, 33) ^ text.charCodeAt(k);
  return hash ^ (hash >>> 15);
}

/** @returns whether two items have the same customer, number, currency, amount and dates. */
export const isSameItem = (items: Receivables, a: number, b: number): boolean =>
  items.documentNo[a] === items.documentNo[b] && hasSameFigures(items, a, b);

const hasSameFigures = (
  { customer, currency, amount, documentDate, dueDate }: Receivables,
  a: number,
  b: number,
): boolean =>
  amount[a] === amount[b] &&
  customer[a] === customer[b] &&
  currency[a] === currency[b] &&
  documentDate[a] === documentDate[b] &&
  dueDate[a] === dueDate[b];
