import type { Threshold } from '../model/conditionalFormat';
import { oneOf } from './arguments';
import type { ConditionalFormatObject } from './conditionalFormatObject';
import { invalidArgument } from './errors';
import { rebaseFormula, ruleAnchor } from './ruleFormula';

/** A threshold on the wire. */
export interface WireThreshold {
  readonly type: string;
  readonly formula?: unknown;
}

const TYPES = {
  LowestValue: 'min',
  HighestValue: 'max',
  Number: 'num',
  Percent: 'percent',
  Percentile: 'percentile',
  Formula: 'formula',
} as const;
type Name = keyof typeof TYPES;
const NAMES = Object.keys(TYPES) as Name[];

/** @returns the threshold as the API shows it; formulas with `=`, numbers without. */
export function toWire({ type, value }: Threshold): { type: string; formula: string | null } {
  if (type === 'autoMin' || type === 'autoMax') return { type: 'Automatic', formula: null };
  const name = NAMES.find((each) => TYPES[each] === type)!;
  return { type: name, formula: value !== null && type === 'formula' ? `=${value}` : value };
}

/**
 * @param automatic - what `Automatic` stands for, null where it is not allowed
 * @throws InvalidArgument for an unknown type or one that lacks its formula
 */
export function fromWire(
  owner: ConditionalFormatObject,
  given: WireThreshold | null | undefined,
  automatic: 'autoMin' | 'autoMax' | null,
): Threshold {
  if (!given) throw invalidArgument();
  if (automatic && given.type === 'Automatic') return { type: automatic, value: null };
  const type = TYPES[oneOf(given.type, NAMES)];
  if (type === 'min' || type === 'max') return { type, value: null };
  const { api, sheet, home, rule } = owner;
  return {
    type,
    value: rebaseFormula(api.workbook, sheet, given.formula, home, ruleAnchor(rule)),
  };
}
