import {
  COMPARISONS,
  DEFAULT_PERSONA_RULES,
  FACT_NAMES,
  FACTS,
  isBlank,
  type Condition,
  type FactName,
  type PersonaRule,
} from '../domain';
import { numberOf, type FigureKind } from './policyFigures';
import type { PolicyProblemCode, Tell } from './policyParts';
import { COMPARISON_SIGNS, type PolicyTexts } from './policyTexts';
import { codesOf, personaIn } from './policyWords';
import type { Cell } from './rowColumns';

/** Conditions a line has room for. */
const CONDITIONS = 4;
/** Cells of a condition: figure, comparison, value. */
const WIDTH = 3;
const SPARE_LINES = 20;

const factIn = codesOf<FactName>(
  ({ facts }) =>
    Object.fromEntries(FACT_NAMES.map((fact) => [fact, facts[fact][0]])) as Record<
      FactName,
      string
    >,
);
const signIn = codesOf(() => COMPARISON_SIGNS);
const comparisonIn = (cell: unknown) => signIn(cell) ?? COMPARISONS.find((sign) => sign === cell);

/** Figures that tell a change: they may be below nothing and above all. */
const CHANGES: ReadonlySet<FactName> = new Set(['salesGrowth', 'orderChange']);

function kindOf(fact: FactName): FigureKind {
  const { unit } = FACTS[fact];
  if (unit === 'share') return CHANGES.has(fact) ? 'change' : 'share';
  return unit === 'days' ? 'days' : 'number';
}

/**
 * Reads a rule a line, in their order. In place of one that cannot be used goes the usual rule of
 * that line, if it is of the same persona: a rule short of a condition would hold for too many.
 */
export function rulesOf([, ...lines]: readonly (readonly unknown[])[], tell: Tell): PersonaRule[] {
  return lines.flatMap((cells, line) => {
    if (cells.every(isBlank)) return [];
    const persona = personaIn(cells[0]);
    const conditions = conditionsOf(cells.slice(1));
    if (persona && 'of' in conditions) return [{ persona, conditions: conditions.of }];
    const standard = DEFAULT_PERSONA_RULES.slice(line, line + 1).filter(
      (usual) => (persona ?? usual.persona) === usual.persona,
    );
    const [column, code] =
      persona && 'bad' in conditions ? conditions.bad : ([-1, 'persona'] as const);
    tell(line + 1, column + 1, code, standard.length > 0 ? 'default' : 'leftOut');
    return standard;
  });
}

/** @returns the conditions of a line, or the first cell that cannot be used */
function conditionsOf(
  cells: readonly unknown[],
): { of: Condition<FactName>[] } | { bad: readonly [column: number, code: PolicyProblemCode] } {
  const of: Condition<FactName>[] = [];
  for (let at = 0; at + WIDTH <= cells.length; at += WIDTH) {
    const three = cells.slice(at, at + WIDTH);
    if (three.every(isBlank)) continue;
    const fact = factIn(three[0]);
    if (!fact) return { bad: [at, 'fact'] };
    const comparison = comparisonIn(three[1]);
    if (!comparison) return { bad: [at + 1, 'comparison'] };
    const value = numberOf(three[2], kindOf(fact));
    if (Number.isNaN(value)) return { bad: [at + 2, kindOf(fact)] };
    of.push({ fact, comparison, value });
  }
  return of.length > 0 ? { of } : { bad: [0, 'fact'] };
}

export function cellsOfRules(rules: readonly PersonaRule[], texts: PolicyTexts): Cell[][] {
  const blank = Array<Cell>(1 + CONDITIONS * WIDTH).fill('');
  const padded = (cells: readonly Cell[]) => blank.map((none, i) => cells[i] ?? none);
  const head = Array.from({ length: CONDITIONS }, () => [
    texts.fact,
    texts.comparison,
    texts.value,
  ]);
  return [
    [texts.persona, ...head.flat()],
    ...rules.map(({ persona, conditions }) =>
      padded([
        texts.personas[persona],
        ...conditions.flatMap(({ fact, comparison, value }) => [
          texts.facts[fact][0],
          COMPARISON_SIGNS[comparison],
          value,
        ]),
      ]),
    ),
    ...Array.from({ length: SPARE_LINES }, () => blank),
  ];
}

/** What stands in a column of the table, from 0. */
export const ruleColumn = (column: number): 'persona' | 'fact' | 'comparison' | 'value' =>
  column === 0 ? 'persona' : (['fact', 'comparison', 'value'] as const)[(column - 1) % WIDTH]!;

/** @returns number formats of cells as cellsOfRules gives them: shares as such, words as they stand */
export const ruleFormats = (rows: readonly (readonly Cell[])[]): string[][] =>
  rows.map((cells) =>
    cells.map((_, column) => {
      if (ruleColumn(column) !== 'value') return '@';
      const fact = factIn(cells[column - 2]);
      return fact && FACTS[fact].unit === 'share' ? '0%' : 'General';
    }),
  );
