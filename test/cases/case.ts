/** A worked answer of another system, as the case files hold it. */
export interface Case {
  readonly id: string;
  readonly title: string;
  readonly area: string;
  /** `adopt`: as the upstream system does; `divergent`: ours differs, and `expected` is ours. */
  readonly status: string;
  /** ISO date; null where the day does not matter. */
  readonly as_of: string | null;
  readonly policy: Readonly<Record<string, unknown>>;
  readonly input: unknown;
  readonly expected: unknown;
  /** How far a figure may be off; exact when left out. */
  readonly tolerance?: number;
}

/**
 * Works a case out through the public API of src/domain.
 *
 * @returns the answer in the shape of the case's `expected`; more keys than that do no harm
 */
export type Runner = (c: Case) => unknown;

/** Runners by the cases' areas. */
export type Runners = Readonly<Record<string, Runner>>;
