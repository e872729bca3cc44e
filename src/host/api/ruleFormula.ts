import { FormulaSyntaxError } from '../model/calculator';
import type { Area } from '../model/address';
import type { ConditionalFormat } from '../model/conditionalFormat';
import type { Sheet } from '../model/sheet';
import type { Workbook } from '../model/workbook';
import { invalidArgument } from './errors';

/** The first cell of the rule's ranges: what its formulas are relative to. */
export const ruleAnchor = (rule: ConditionalFormat): Area => rule.ranges[0]!;

/**
 * @param input - as the API takes it: with or without `=`, relative to the first cell of `from`
 * @returns the formula without `=`, relative to the first cell of `to`
 * @throws InvalidArgument when it does not parse
 */
export function rebaseFormula(
  workbook: Workbook,
  sheet: Sheet,
  input: unknown,
  from: Area,
  to: Area,
): string {
  if (typeof input === 'number') return String(input);
  if (typeof input !== 'string' || input === '') throw invalidArgument();
  const formula = input.startsWith('=') ? input : `=${input}`;
  try {
    const compiled = workbook.calculator.compile(formula, sheet, from.top, from.left);
    return from.top === to.top && from.left === to.left
      ? formula.slice(1)
      : compiled.text(to.top, to.left).slice(1);
  } catch (error) {
    if (error instanceof FormulaSyntaxError) throw invalidArgument();
    throw error;
  }
}
