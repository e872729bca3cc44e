import { NO_APPLICATIONS, type Applications, type Receivables } from './receivables';

/**
 * @param isKept - by index
 * @returns the items that are kept, in the same order, and what among them is set against each other; all
 *   customers stay known
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
    applications: applicationsAmong(kept, items),
    dimensions: Object.fromEntries(
      Object.entries(items.dimensions).map(([name, { index, words }]) => [
        name,
        { index: ints(index), words },
      ]),
    ),
  };
}

function applicationsAmong(
  kept: readonly number[],
  { count, applications }: Receivables,
): Applications {
  if (applications.count === 0) return NO_APPLICATIONS;
  const { credit, item } = applications;
  const numbers = new Int32Array(count).fill(-1);
  kept.forEach((i, k) => (numbers[i] = k));
  const among: number[] = [];
  for (let k = 0; k < applications.count; k++) {
    if (numbers[credit[k]!]! >= 0 && numbers[item[k]!]! >= 0) among.push(k);
  }
  return {
    count: among.length,
    credit: Int32Array.from(among, (k) => numbers[credit[k]!]!),
    item: Int32Array.from(among, (k) => numbers[item[k]!]!),
    amount: Float64Array.from(among, (k) => applications.amount[k]!),
    date: Int32Array.from(among, (k) => applications.date[k]!),
    derived: Uint8Array.from(among, (k) => applications.derived[k]!),
  };
}
