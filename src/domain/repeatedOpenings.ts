import type { Fen } from './money';
import type { Receivables } from './receivables';

/** The opening balances of an account that earlier sheets have item by item. */
export interface RepeatedOpening {
  /** Index of the sheet. */
  readonly part: number;
  readonly item: number;
  /** Whether it is not what the earlier sheets come to. */
  readonly isBroken: boolean;
}

/**
 * @param parts - accounts in the order of their periods, by customers' words that can be compared
 * @param openings - per part the items that are opening balances
 */
export function repeatedOpenings(
  parts: readonly Receivables[],
  openings: readonly (readonly number[])[],
): RepeatedOpening[] {
  const repeated: RepeatedOpening[] = [];
  const balances = new Map<string, Fen>();
  parts.forEach((items, part) => {
    const own = new Set(openings[part]);
    const moved = new Map<string, Fen>();
    for (let item = 0; item < items.count; item++) {
      const customer = items.customers[items.customer[item]!]!;
      const account = `${customer}\n${items.currencies[items.currency[item]!]!}`;
      const before = balances.get(account);
      const amount = items.amount[item]!;
      if (own.has(item) && before !== undefined) {
        repeated.push({ part, item, isBroken: amount !== before });
      } else moved.set(account, (moved.get(account) ?? 0) + amount);
    }
    for (const [account, sum] of moved) balances.set(account, (balances.get(account) ?? 0) + sum);
  });
  return repeated;
}
