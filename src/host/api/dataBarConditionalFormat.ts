import { flag } from './arguments';
import { parseColor } from './color';
import type { ConditionalFormatObject } from './conditionalFormatObject';
import { RuleObject } from './ruleObject';
import { fromWire, toWire, type WireThreshold } from './thresholds';

/** `Excel.DataBarConditionalFormat`. */
export class DataBarConditionalFormat extends RuleObject<'dataBar'> {
  readonly apiType = 'DataBarConditionalFormat';

  constructor(owner: ConditionalFormatObject) {
    super(owner, 'dataBar');
  }

  get ShowDataBarOnly(): boolean {
    return !this.kind.showValue;
  }

  set ShowDataBarOnly(barOnly: unknown) {
    this.change({ showValue: !flag(barOnly) });
  }

  get LowerBoundRule(): WireThreshold {
    return toWire(this.kind.min);
  }

  set LowerBoundRule(rule: WireThreshold | null) {
    this.change({ min: fromWire(this.owner, rule, 'autoMin') });
  }

  get UpperBoundRule(): WireThreshold {
    return toWire(this.kind.max);
  }

  set UpperBoundRule(rule: WireThreshold | null) {
    this.change({ max: fromWire(this.owner, rule, 'autoMax') });
  }

  get PositiveFormat(): ConditionalDataBarPositiveFormat {
    return new ConditionalDataBarPositiveFormat(this.owner);
  }
}

/** `Excel.ConditionalDataBarPositiveFormat`. */
export class ConditionalDataBarPositiveFormat extends RuleObject<'dataBar'> {
  readonly apiType = 'ConditionalDataBarPositiveFormat';

  constructor(owner: ConditionalFormatObject) {
    super(owner, 'dataBar');
  }

  get FillColor(): string {
    return this.kind.color;
  }

  set FillColor(value: unknown) {
    this.change({ color: parseColor(value) });
  }
}
