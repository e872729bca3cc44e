export const COMPARISONS = ['>', '>=', '<', '<='] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** A line of a rule table: a named fact, how it compares, and with what. */
export interface Condition<Fact extends string> {
  readonly fact: Fact;
  readonly comparison: Comparison;
  readonly value: number;
}

/** Figures by name; null where nobody knows. */
export type Facts<Fact extends string> = Readonly<Record<Fact, number | null>>;

/** A condition that held, with the figure that made it hold. */
export interface Match<Fact extends string> extends Condition<Fact> {
  readonly found: number;
}

const HOLDS: Readonly<Record<Comparison, (found: number, value: number) => boolean>> = {
  '>': (found, value) => found > value,
  '>=': (found, value) => found >= value,
  '<': (found, value) => found < value,
  '<=': (found, value) => found <= value,
};

/** @returns the condition with its figure; null where it does not hold, or the fact is missing */
export function matchOf<Fact extends string>(
  condition: Condition<Fact>,
  facts: Facts<Fact>,
): Match<Fact> | null {
  const found = facts[condition.fact];
  if (found === null || !HOLDS[condition.comparison](found, condition.value)) return null;
  return { ...condition, found };
}

/** @returns the names of facts that conditions ask for and nobody knows, each once */
export const missingFacts = <Fact extends string>(
  conditions: readonly Condition<Fact>[],
  facts: Facts<Fact>,
): Fact[] => [
  ...new Set(conditions.map(({ fact }) => fact).filter((fact) => facts[fact] === null)),
];
