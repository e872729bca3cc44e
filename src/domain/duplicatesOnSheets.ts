import { duplicateItems, isSameItem } from './duplicates';
import type { Receivables } from './receivables';

/** @returns items that repeat one of another sheet exactly, each with the first such */
export function duplicatesOnSheets(items: Receivables): { item: number; first: number }[] {
  if (items.sheets.length < 2) return [];
  const repeats = duplicateItems(items);
  const numbers = new Map<string, number[]>(repeats.map((i) => [items.documentNo[i]!, []]));
  for (let i = 0; i < items.count; i++) numbers.get(items.documentNo[i]!)?.push(i);
  return repeats.flatMap((item) => {
    const first = numbers.get(items.documentNo[item]!)!.find((i) => isSameItem(items, i, item))!;
    return items.sheet[first] === items.sheet[item] ? [] : [{ item, first }];
  });
}
