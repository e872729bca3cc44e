import { compareText } from './compareText';

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
 * @param customers - each once
 * @param open - what each owes
 * @param n - whole, 1 or more
 * Source: Top-N share; HHI = Σ (share)².
 */
export function concentrationOf(
  customers: readonly string[],
  open: ArrayLike<number>,
  n: number = DEFAULT_TOP,
): Concentration {
  const owing = new Float64Array(customers.length);
  let [total, squares, count] = [0, 0, 0];
  for (let c = 0; c < owing.length; c++) {
    const one = open[c]!;
    if (one <= 0) continue;
    owing[count++] = one;
    total += one;
    squares += one ** 2;
  }
  const ascending = owing.subarray(0, count).sort();
  const top = topOf(customers, open, n, ascending[Math.max(count - n, 0)] ?? Infinity);
  return {
    topShare: total > 0 ? top.reduce((sum, one) => sum + one.open, 0) / total : null,
    top,
    hhi: total > 0 ? squares / total ** 2 : null,
    total,
    count,
  };
}

/** @param least - what the last of the top owes; Infinity where nobody owes anything */
function topOf(
  customers: readonly string[],
  open: ArrayLike<number>,
  n: number,
  least: number,
): CustomerShare[] {
  const found: CustomerShare[] = [];
  for (let c = 0; c < customers.length; c++) {
    const one = open[c]!;
    if (one >= least) found.push({ customer: customers[c]!, open: one });
  }
  return found.sort((a, b) => b.open - a.open || compareText(a.customer, b.customer)).slice(0, n);
}
