import { largestFirst } from './largestFirst';

/** Customers counted as the top: Top 50. */
export const DEFAULT_TOP = 50;

/** What a customer owes, any unit of money. */
export interface CustomerShare {
  readonly customer: string;
  readonly open: number;
}

export interface Concentration {
  /** Share of the top customers, 0…1; null when nobody owes anything. */
  readonly topShare: number | null;
  /** The top customers, the largest first, equal ones by name. */
  readonly top: readonly CustomerShare[];
  /** Herfindahl-Hirschman index, Σ of squared shares, 0…1; × 10 000 in the other usual scale. */
  readonly hhi: number | null;
  /** What all shares are of: Σ of what is owed, customers in credit left out. */
  readonly total: number;
  /** Customers with something owed. */
  readonly count: number;
}

/**
 * How much of what is owed hangs on few customers.
 *
 * @param n - whole, 1 or more
 * Source: Top-N share; HHI = Σ (share)².
 */
export function concentrationOf(
  customers: readonly CustomerShare[],
  n: number = DEFAULT_TOP,
): Concentration {
  const owing: CustomerShare[] = [];
  const names: string[] = [];
  let total = 0;
  for (const one of customers) {
    if (one.open <= 0) continue;
    owing.push(one);
    names.push(one.customer);
    total += one.open;
  }
  const open = new Float64Array(owing.length);
  let squares = 0;
  for (let c = 0; c < open.length; c++) {
    open[c] = owing[c]!.open;
    squares += (open[c]! / total) ** 2;
  }
  const top = Array.from(largestFirst([open], names).subarray(0, n), (c) => owing[c]!);
  return {
    topShare: total > 0 ? top.reduce((sum, one) => sum + one.open, 0) / total : null,
    top,
    hhi: total > 0 ? squares : null,
    total,
    count: owing.length,
  };
}
