import type { Receivables } from './receivables';

/**
 * @param items - without applications
 * @param isKept - by index
 * @returns the items that are kept, in the same order; all customers stay known
 */
export function pickItems(items: Receivables, isKept: (item: number) => boolean): Receivables {
  const kept: number[] = [];
  for (let i = 0; i < items.count; i++) if (isKept(i)) kept.push(i);
  if (kept.length === items.count) return items;
  const ints = (column: Int32Array) => Int32Array.from(kept, (i) => column[i]!);
  const floats = (column: Float64Array) => Float64Array.from(kept, (i) => column[i]!);
  const bytes = (column: Uint8Array) => Uint8Array.from(kept, (i) => column[i]!);
  return {
    ...items,
    count: kept.length,
    kind: bytes(items.kind),
    sheet: Uint16Array.from(kept, (i) => items.sheet[i]!),
    row: ints(items.row),
    customer: ints(items.customer),
    currency: ints(items.currency),
    documentNo: kept.map((i) => items.documentNo[i]!),
    documentDate: ints(items.documentDate),
    dueDate: ints(items.dueDate),
    amount: floats(items.amount),
    received: floats(items.received),
    receiptDate: ints(items.receiptDate),
    rate: floats(items.rate),
    disputed: bytes(items.disputed),
    classFact: bytes(items.classFact),
    classCells: new Map(
      kept.flatMap((i, k) => {
        const cell = items.classCells.get(i);
        return cell === undefined ? [] : [[k, cell]];
      }),
    ),
    dimensions: Object.fromEntries(
      Object.entries(items.dimensions).map(([name, { index, words }]) => [
        name,
        { index: ints(index), words },
      ]),
    ),
  };
}
