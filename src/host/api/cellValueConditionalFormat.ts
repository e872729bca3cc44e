import { oneOf } from './arguments';
import type { ConditionalFormatObject } from './conditionalFormatObject';
import { ConditionalRangeFormat } from './conditionalRangeFormat';
import { invalidArgument } from './errors';
import { rebaseFormula, ruleAnchor } from './ruleFormula';
import { RuleObject } from './ruleObject';

/** Operators of the API and of files. */
export const COMPARISONS = {
  Between: 'between',
  NotBetween: 'notBetween',
  EqualTo: 'equal',
  NotEqualTo: 'notEqual',
  GreaterThan: 'greaterThan',
  LessThan: 'lessThan',
  GreaterThanOrEqual: 'greaterThanOrEqual',
  LessThanOrEqual: 'lessThanOrEqual',
} as const;
type Operator = keyof typeof COMPARISONS;
const OPERATORS = Object.keys(COMPARISONS) as Operator[];

/** `Excel.ConditionalCellValueRule`. */
interface CellValueRule {
  readonly operator: string;
  readonly formula1: unknown;
  readonly formula2?: unknown;
}

/** `Excel.CellValueConditionalFormat`. */
export class CellValueConditionalFormat extends RuleObject<'cellValue'> {
  readonly apiType = 'CellValueConditionalFormat';

  constructor(owner: ConditionalFormatObject) {
    super(owner, 'cellValue');
  }

  get Format(): ConditionalRangeFormat {
    return new ConditionalRangeFormat(this.owner);
  }

  get Rule(): CellValueRule {
    const { operator, formula1, formula2 } = this.kind;
    return {
      operator: OPERATORS.find((name) => COMPARISONS[name] === operator) ?? 'Invalid',
      formula1: `=${formula1}`,
      ...(formula2 === null ? {} : { formula2: `=${formula2}` }),
    };
  }

  set Rule(rule: CellValueRule | null) {
    if (!rule) throw invalidArgument();
    const operator = COMPARISONS[oneOf(rule.operator, OPERATORS)];
    const two = operator === 'between' || operator === 'notBetween';
    const formula1 = this.formula(rule.formula1);
    this.change({ operator, formula1, formula2: two ? this.formula(rule.formula2) : null });
  }

  private formula(input: unknown): string {
    const { api, sheet, home, rule } = this.owner;
    return rebaseFormula(api.workbook, sheet, input, home, ruleAnchor(rule));
  }
}
