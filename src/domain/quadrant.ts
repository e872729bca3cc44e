/**
 * Value × risk: 维护 (worth much, safe), 管控 (worth much, risky), 培育 (worth little, safe), 收紧 (worth
 * little, risky).
 */
export const QUADRANTS = ['keep', 'control', 'grow', 'tighten'] as const;
export type Quadrant = (typeof QUADRANTS)[number];

export interface QuadrantSettings {
  /** The largest customers that together make this share of the value are worth much, 0…1. */
  readonly topShare: number;
  /** Score from which a customer is risky, inclusive: 高 and above. */
  readonly riskFrom: number;
}

export const DEFAULT_QUADRANT_SETTINGS: QuadrantSettings = { topShare: 0.8, riskFrom: 50 };

/** A customer's place: value along one axis, risk along the other. */
export interface Placed {
  readonly customer: string;
  /** What it is worth in one measure for all, as its share of sales; null where nobody knows. */
  readonly value: number | null;
  /** 0…100 */
  readonly score: number;
}

export interface Quadrants {
  /** Value from which a customer is worth much, inclusive; null where nobody is worth anything. */
  readonly valueFrom: number | null;
  readonly riskFrom: number;
  /** In the order given; a customer of no known value is worth little. */
  readonly customers: readonly (Placed & { readonly quadrant: Quadrant })[];
}

/** Places customers by what they are worth and how risky they are. */
export function quadrantsOf(
  customers: readonly Placed[],
  { topShare, riskFrom }: QuadrantSettings = DEFAULT_QUADRANT_SETTINGS,
): Quadrants {
  const valueFrom = lineOf(customers, topShare);
  return {
    valueFrom,
    riskFrom,
    customers: customers.map((own) => {
      const isWorthMuch = valueFrom !== null && own.value !== null && own.value >= valueFrom;
      const isRisky = own.score >= riskFrom;
      const quadrant = isWorthMuch ? (isRisky ? 'control' : 'keep') : isRisky ? 'tighten' : 'grow';
      return { ...own, quadrant };
    }),
  };
}

/** @returns the value of the customer with whom the share of all value is reached, the largest first */
function lineOf(customers: readonly Placed[], topShare: number): number | null {
  const values = customers
    .map(({ value }) => value ?? 0)
    .filter((value) => value > 0)
    .sort((a, b) => b - a);
  const total = values.reduce((sum, value) => sum + value, 0);
  let sum = 0;
  return values.find((value) => (sum += value) >= topShare * total) ?? null;
}
