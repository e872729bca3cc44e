import { cellAddress } from '../model/address';
import { translateFormulaToA1, translateFormulaToR1C1 } from '@borgar/fx';
import type { ConditionalFormatObject } from './conditionalFormatObject';
import { ConditionalRangeFormat } from './conditionalRangeFormat';
import { text } from './arguments';
import { rebaseFormula, ruleAnchor } from './ruleFormula';
import { RuleObject } from './ruleObject';

/** `Excel.CustomConditionalFormat`. */
export class CustomConditionalFormat extends RuleObject<'custom'> {
  readonly apiType = 'CustomConditionalFormat';

  constructor(owner: ConditionalFormatObject) {
    super(owner, 'custom');
  }

  get Format(): ConditionalRangeFormat {
    return new ConditionalRangeFormat(this.owner);
  }

  get Rule(): ConditionalFormatRule {
    return new ConditionalFormatRule(this.owner);
  }
}

/** `Excel.ConditionalFormatRule`. */
export class ConditionalFormatRule extends RuleObject<'custom'> {
  readonly apiType = 'ConditionalFormatRule';

  constructor(owner: ConditionalFormatObject) {
    super(owner, 'custom');
  }

  /** Read relative to the rule's first cell, set relative to the range it was found through. */
  get Formula(): string {
    return `=${this.kind.formula}`;
  }

  set Formula(value: unknown) {
    const { api, sheet, home, rule } = this.owner;
    const formula = rebaseFormula(api.workbook, sheet, value, home, ruleAnchor(rule));
    this.change({ formula });
  }

  get FormulaLocal(): string {
    return this.Formula;
  }

  set FormulaLocal(value: unknown) {
    this.Formula = value;
  }

  get FormulaR1C1(): string {
    const { top, left } = ruleAnchor(this.owner.rule);
    return translateFormulaToR1C1(this.Formula, cellAddress(top, left));
  }

  set FormulaR1C1(value: unknown) {
    const { top, left } = this.owner.home;
    this.Formula = translateFormulaToA1(text(value), cellAddress(top, left));
  }
}
