import type { Area } from '../model/address';
import type { DataValidation } from '../model/dataValidation';
import type { Sheet } from '../model/sheet';
import type { Workbook } from '../model/workbook';
import { oneOf, text } from './arguments';
import { invalidArgument } from './errors';
import { referenceTo } from './absoluteReference';
import { RangeObject } from './rangeObject';
import { rebaseFormula } from './ruleFormula';

/** `Excel.DataValidationRule`: one of its kinds. */
export type WireRule = Readonly<Record<string, Readonly<Record<string, unknown>> | null>>;

/** Types of files by the property of the API's rule that holds them. */
const KINDS = {
  wholeNumber: 'whole',
  decimal: 'decimal',
  date: 'date',
  time: 'time',
  textLength: 'textLength',
  list: 'list',
  custom: 'custom',
} as const;
type Kind = keyof typeof KINDS;
const KIND_NAMES = Object.keys(KINDS) as Kind[];

/** Types of the API by those of files. */
export const TYPE_NAMES: Readonly<Record<string, string>> = {
  none: 'None',
  whole: 'WholeNumber',
  decimal: 'Decimal',
  list: 'List',
  date: 'Date',
  time: 'Time',
  textLength: 'TextLength',
  custom: 'Custom',
};

const OPERATORS = {
  Between: 'between',
  NotBetween: 'notBetween',
  EqualTo: 'equal',
  NotEqualTo: 'notEqual',
  GreaterThan: 'greaterThan',
  LessThan: 'lessThan',
  GreaterThanOrEqualTo: 'greaterThanOrEqual',
  LessThanOrEqualTo: 'lessThanOrEqual',
} as const;
type Operator = keyof typeof OPERATORS;
const OPERATOR_NAMES = Object.keys(OPERATORS) as Operator[];

type Condition = Pick<
  DataValidation,
  'type' | 'operator' | 'formula1' | 'formula2' | 'inCellDropDown'
>;

/** @returns the rule as the API shows it; formulas with `=`, a list's own items without. */
export function ruleToWire({
  type,
  operator,
  formula1,
  formula2,
  inCellDropDown,
}: Condition): WireRule {
  const kind = KIND_NAMES.find((name) => KINDS[name] === type);
  if (!kind) return {};
  const shown = (formula: string | null) => (formula === null ? null : `=${formula}`);
  if (kind === 'custom') return { custom: { formula: shown(formula1) } };
  if (kind === 'list') {
    const items = /^"(.*)"$/s.exec(formula1 ?? '')?.[1]?.replaceAll('""', '"');
    return { list: { inCellDropDown, source: items ?? shown(formula1) } };
  }
  return {
    [kind]: {
      formula1: shown(formula1),
      ...(formula2 === null ? {} : { formula2: shown(formula2) }),
      operator: OPERATOR_NAMES.find((name) => OPERATORS[name] === operator)!,
    },
  };
}

/**
 * @param home - the cells the rule is for: formulas are relative to the first of them
 * @throws InvalidArgument unless the rule has exactly one kind
 */
export function ruleFromWire(
  workbook: Workbook,
  sheet: Sheet,
  home: Area,
  rule: WireRule,
): Condition {
  const given = KIND_NAMES.filter((name) => rule[name]);
  const [kind] = given;
  if (given.length !== 1 || kind === undefined) throw invalidArgument();
  const of = rule[kind]!;
  const formula = (input: unknown) =>
    input instanceof RangeObject
      ? referenceTo(input).slice(1)
      : rebaseFormula(workbook, sheet, input, home, home);
  const condition = {
    type: KINDS[kind],
    operator: 'between',
    formula2: null,
    inCellDropDown: true,
  };
  if (kind === 'custom') return { ...condition, formula1: formula(of.formula) };
  if (kind === 'list') {
    const { source } = of;
    const items = typeof source === 'string' && !source.startsWith('=');
    return {
      ...condition,
      formula1: items ? `"${text(source).replaceAll('"', '""')}"` : formula(source),
      inCellDropDown: of.inCellDropDown !== false,
    };
  }
  const operator = OPERATORS[oneOf(of.operator, OPERATOR_NAMES)];
  const two = operator === 'between' || operator === 'notBetween';
  return {
    ...condition,
    operator,
    formula1: formula(of.formula1),
    formula2: two ? formula(of.formula2) : null,
  };
}
