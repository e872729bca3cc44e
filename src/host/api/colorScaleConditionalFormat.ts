import { parseColor } from './color';
import type { ConditionalFormatObject } from './conditionalFormatObject';
import { invalidArgument } from './errors';
import { RuleObject } from './ruleObject';
import { fromWire, toWire, type WireThreshold } from './thresholds';

/** `Excel.ConditionalColorScaleCriterion`. */
interface Criterion extends WireThreshold {
  readonly color?: string;
}

/** `Excel.ConditionalColorScaleCriteria`. */
interface Criteria {
  readonly minimum: Criterion;
  readonly midpoint?: Criterion | null;
  readonly maximum: Criterion;
}

/** `Excel.ColorScaleConditionalFormat`. */
export class ColorScaleConditionalFormat extends RuleObject<'colorScale'> {
  readonly apiType = 'ColorScaleConditionalFormat';

  constructor(owner: ConditionalFormatObject) {
    super(owner, 'colorScale');
  }

  get ThreeColorScale(): boolean {
    return this.kind.points.length === 3;
  }

  get Criteria(): Criteria {
    const shown = this.kind.points.map(({ threshold, color }) => ({ ...toWire(threshold), color }));
    const [minimum, midpoint] = shown;
    const maximum = shown.at(-1)!;
    return shown.length === 3
      ? { minimum: minimum!, midpoint: midpoint!, maximum }
      : { minimum: minimum!, maximum };
  }

  /** Without a midpoint the scale has two colours. */
  set Criteria(criteria: Criteria | null) {
    if (!criteria) throw invalidArgument();
    const { minimum, midpoint, maximum } = criteria;
    const given = midpoint ? [minimum, midpoint, maximum] : [minimum, maximum];
    const points = given.map((criterion) => ({
      threshold: fromWire(this.owner, criterion, null),
      color: parseColor(criterion.color),
    }));
    this.change({ points });
  }
}
