import {
  COMPARISONS,
  matchOf,
  missingFacts,
  type Condition,
  type Facts,
  type Match,
} from './conditions';
import { FACT_NAMES, type FactName } from './customerFacts';

/**
 * 现金流断裂的濒危客户, 缺乏诚信的拖延者, 优质遗留问题客户, 精明强势的战略客户, 潜力股客户, 普通客户: in the
 * order in which their rules are asked.
 */
export const PERSONAS = [
  'endangered',
  'staller',
  'legacy',
  'strategic',
  'potential',
  'ordinary',
] as const;
export type Persona = (typeof PERSONAS)[number];

/** A line of the rule table: a customer of whom all conditions hold is one of these. */
export interface PersonaRule {
  readonly persona: Persona;
  readonly conditions: readonly Condition<FactName>[];
}

const rule = (
  persona: Persona,
  ...conditions: [Condition<FactName>['fact'], Condition<FactName>['comparison'], number][]
): PersonaRule => ({
  persona,
  conditions: conditions.map(([fact, comparison, value]) => ({ fact, comparison, value })),
});

/** Asked from the top, the first that holds decides; a persona may have several. */
export const DEFAULT_PERSONA_RULES: readonly PersonaRule[] = [
  rule('endangered', ['bouncedBills', '>=', 1], ['overdueDays', '>', 0]),
  rule('endangered', ['signalSeverity', '>=', 3], ['overdueDays', '>', 0]),
  rule(
    'endangered',
    ['overdueDaysRise', '>=', 30],
    ['orderChange', '<=', -0.5],
    ['overdueShare', '>', 0.4],
  ),
  rule(
    'endangered',
    ['overdueDaysRise', '>=', 30],
    ['salesGrowth', '<=', -0.5],
    ['overdueShare', '>', 0.7],
  ),
  rule('staller', ['brokenPromises', '>=', 2], ['lateRatio', '>=', 0.5]),
  rule('staller', ['groundlessDisputes', '>=', 1], ['lateRatio', '>=', 0.5]),
  rule('staller', ['lateRatio', '>=', 0.75], ['overdueDays', '>', 60], ['maxDelay', '>', 90]),
  rule('legacy', ['recentLateRatio', '<=', 0.1], ['oldDisputedShare', '>=', 0.8]),
  rule(
    'strategic',
    ['salesShare', '>=', 0.05],
    ['lateRatio', '>=', 0.25],
    ['maxDaysOverdue', '<=', 90],
  ),
  rule(
    'potential',
    ['salesShare', '<', 0.05],
    ['lateRatio', '<=', 0.1],
    ['overdueShare', '<=', 0.05],
    ['salesGrowth', '>=', 0.2],
  ),
];

/** What of a rule table a person typed. */
interface TypedRule {
  readonly persona: string;
  readonly conditions: readonly {
    readonly fact: string;
    readonly comparison: string;
    readonly value: number;
  }[];
}

const isOneOf = (names: readonly string[], name: string): boolean => names.includes(name);

/** @returns whether a line, as a user typed it, can be a rule: names that exist, figures, one condition or more */
export const isPersonaRule = (typed: TypedRule): typed is PersonaRule =>
  isOneOf(PERSONAS, typed.persona) &&
  typed.conditions.length > 0 &&
  typed.conditions.every(
    ({ fact, comparison, value }) =>
      isOneOf(FACT_NAMES, fact) && isOneOf(COMPARISONS, comparison) && Number.isFinite(value),
  );

export interface PersonaFound {
  readonly persona: Persona;
  /** Index of the rule that decided; −1 where none held: 普通客户. */
  readonly rule: number;
  /** Its conditions with the figures found. */
  readonly matches: readonly Match<FactName>[];
  /** Facts nobody knows of rules above that would hold if these did: they might change it. */
  readonly missing: readonly FactName[];
}

/** @returns the persona of the first rule that holds; a missing fact never does */
export function personaOf(
  facts: Facts<FactName>,
  rules: readonly PersonaRule[] = DEFAULT_PERSONA_RULES,
): PersonaFound {
  const at = rules.findIndex(({ conditions }) => conditions.every((c) => matchOf(c, facts)));
  const decided = rules[at];
  const asked = at < 0 ? rules : rules.slice(0, at);
  const undecided = asked.filter(({ conditions }) =>
    conditions.every((c) => facts[c.fact] === null || matchOf(c, facts)),
  );
  return {
    persona: decided?.persona ?? 'ordinary',
    rule: at,
    matches: decided?.conditions.map((c) => ({ ...c, found: facts[c.fact]! })) ?? [],
    missing: missingFacts(
      undecided.flatMap(({ conditions }) => conditions),
      facts,
    ),
  };
}
