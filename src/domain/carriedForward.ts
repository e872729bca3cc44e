import type { Receivables } from './receivables';
import type { SheetIssue } from './sheetIssue';

/** A list of items that is named after a period. */
export interface PeriodList {
  readonly items: Receivables;
  /** See Source. */
  readonly period: number;
}

/** From this share of documents that a list has in common with the next one, open items are carried forward. */
export const CARRIED_SHARE = 0.5;
/** A single document on two lists may be a slip. */
const LEAST_SHARED = 2;

/**
 * @param lists - of items, by customers' words that can be compared
 * @param leastShare - 0…1, of the shorter list of two periods
 * @returns whether each list repeats what is still open of the one before; false where each has its
 *   own documents
 */
export function areCarriedForward(
  lists: readonly PeriodList[],
  leastShare = CARRIED_SHARE,
): boolean {
  const periods = [...new Set(lists.map(({ period }) => period))].sort((a, b) => a - b);
  const documents = periods.map((period) => {
    const own = lists.filter((list) => list.period === period);
    return new Set(own.flatMap(({ items }) => documentKeys(items)));
  });
  let shared = 0;
  let possible = 0;
  for (let k = 1; k < documents.length; k++) {
    const [before, after] = [documents[k - 1]!, documents[k]!];
    for (const key of before) if (after.has(key)) shared++;
    possible += Math.min(before.size, after.size);
  }
  return shared >= LEAST_SHARED && shared >= leastShare * possible;
}

/**
 * @param lists - of which some are of the latest period
 * @returns one issue for each document that the lists before the latest have: it is there still, or
 *   gone; at the last row that has it
 */
export function leftBehind(lists: readonly PeriodList[]): SheetIssue[] {
  const latest = Math.max(...lists.map(({ period }) => period));
  const newest = new Map<string, { sheet: string; row: number }>();
  const issues = new Map<string, SheetIssue>();
  for (const { items, period } of [...lists].sort((a, b) => b.period - a.period)) {
    documentKeys(items).forEach((key, i) => {
      const place = { sheet: items.sheets[items.sheet[i]!]!, row: items.row[i]! };
      if (period === latest) newest.set(key, place);
      if (period === latest || issues.has(key)) return;
      const other = newest.get(key);
      const about = { ...place, role: 'documentNo', value: items.documentNo[i]! } as const;
      issues.set(
        key,
        other ? { ...about, code: 'carriedForward', other } : { ...about, code: 'goneSince' },
      );
    });
  }
  return [...issues.values()];
}

/** What tells documents apart; without a number, their dates. */
function documentKeys(items: Receivables): string[] {
  return Array.from(items.row, (_, i) => {
    const own = items.documentNo[i]!;
    const number = own === '' ? `${items.documentDate[i]!} ${items.dueDate[i]!}` : own;
    const customer = items.customers[items.customer[i]!]!;
    return `${customer}\n${items.currencies[items.currency[i]!]!}\n${number}`;
  });
}
