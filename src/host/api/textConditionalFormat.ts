import { oneOf, text } from './arguments';
import type { ConditionalFormatObject } from './conditionalFormatObject';
import { ConditionalRangeFormat } from './conditionalRangeFormat';
import { invalidArgument } from './errors';
import { RuleObject } from './ruleObject';

const OPERATORS = {
  Contains: 'contains',
  NotContains: 'notContains',
  BeginsWith: 'beginsWith',
  EndsWith: 'endsWith',
} as const;
type Operator = keyof typeof OPERATORS;
const NAMES = Object.keys(OPERATORS) as Operator[];

/** `Excel.ConditionalTextComparisonRule`. */
interface TextRule {
  readonly operator: string;
  readonly text: string;
}

/** `Excel.TextConditionalFormat`. */
export class TextConditionalFormat extends RuleObject<'containsText'> {
  readonly apiType = 'TextConditionalFormat';

  constructor(owner: ConditionalFormatObject) {
    super(owner, 'containsText');
  }

  get Format(): ConditionalRangeFormat {
    return new ConditionalRangeFormat(this.owner);
  }

  get Rule(): TextRule {
    const { operator, text: wanted } = this.kind;
    return { operator: NAMES.find((name) => OPERATORS[name] === operator)!, text: wanted };
  }

  set Rule(rule: TextRule | null) {
    if (!rule) throw invalidArgument();
    this.change({ operator: OPERATORS[oneOf(rule.operator, NAMES)], text: text(rule.text) });
  }
}
