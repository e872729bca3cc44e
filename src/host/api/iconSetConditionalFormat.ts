import { flag, oneOf } from './arguments';
import type { ConditionalFormatObject } from './conditionalFormatObject';
import { invalidArgument } from './errors';
import { evenThresholds } from './newRuleKind';
import { notImplemented } from '../protocol/apiObject';
import { RuleObject } from './ruleObject';
import { fromWire, toWire, type WireThreshold } from './thresholds';

/** Icon sets of the API by the names files give them. */
const FILE_NAMES = {
  ThreeArrows: '3Arrows',
  ThreeArrowsGray: '3ArrowsGray',
  ThreeFlags: '3Flags',
  ThreeTrafficLights1: '3TrafficLights1',
  ThreeTrafficLights2: '3TrafficLights2',
  ThreeSigns: '3Signs',
  ThreeSymbols: '3Symbols',
  ThreeSymbols2: '3Symbols2',
  FourArrows: '4Arrows',
  FourArrowsGray: '4ArrowsGray',
  FourRedToBlack: '4RedToBlack',
  FourRating: '4Rating',
  FourTrafficLights: '4TrafficLights',
  FiveArrows: '5Arrows',
  FiveArrowsGray: '5ArrowsGray',
  FiveRating: '5Rating',
  FiveQuarters: '5Quarters',
  ThreeStars: '3Stars',
  ThreeTriangles: '3Triangles',
  FiveBoxes: '5Boxes',
} as const;
type IconSetName = keyof typeof FILE_NAMES;
const NAMES = Object.keys(FILE_NAMES) as IconSetName[];

/** `Excel.ConditionalIconCriterion`. */
interface Criterion extends WireThreshold {
  readonly operator?: string;
  readonly customIcon?: unknown;
}

/** `Excel.IconSetConditionalFormat`. */
export class IconSetConditionalFormat extends RuleObject<'iconSet'> {
  readonly apiType = 'IconSetConditionalFormat';

  constructor(owner: ConditionalFormatObject) {
    super(owner, 'iconSet');
  }

  get Style(): string {
    return NAMES.find((name) => FILE_NAMES[name] === this.kind.iconSet) ?? 'Invalid';
  }

  /** A set with another number of icons starts with even thresholds. */
  set Style(value: unknown) {
    const iconSet = FILE_NAMES[oneOf(value, NAMES)];
    const count = Number(iconSet[0]);
    const { thresholds } = this.kind;
    const kept = thresholds.length === count ? thresholds : evenThresholds(count);
    this.change({ iconSet, thresholds: kept });
  }

  get ReverseIconOrder(): boolean {
    return this.kind.reverse;
  }

  set ReverseIconOrder(reverse: unknown) {
    this.change({ reverse: flag(reverse) });
  }

  get ShowIconOnly(): boolean {
    return !this.kind.showValue;
  }

  set ShowIconOnly(iconOnly: unknown) {
    this.change({ showValue: !flag(iconOnly) });
  }

  get Criteria(): Criterion[] {
    return this.kind.thresholds.map((threshold) => ({
      ...toWire(threshold),
      operator: threshold.inclusive === false ? 'GreaterThan' : 'GreaterThanOrEqual',
      customIcon: null,
    }));
  }

  /** The first criterion is what the others leave over: nothing of it is read. */
  set Criteria(criteria: readonly Criterion[]) {
    const { thresholds } = this.kind;
    if (!Array.isArray(criteria) || criteria.length !== thresholds.length) throw invalidArgument();
    const [lowest, ...others] = criteria as readonly Criterion[];
    if ((criteria as readonly Criterion[]).some((criterion) => criterion.customIcon)) {
      throw notImplemented('ConditionalIconCriterion.customIcon');
    }
    if (lowest === undefined) throw invalidArgument();
    const changed = others.map((criterion) => ({
      ...fromWire(this.owner, criterion, null),
      inclusive:
        oneOf(criterion.operator, ['GreaterThan', 'GreaterThanOrEqual'] as const) !== 'GreaterThan',
    }));
    this.change({ thresholds: [thresholds[0]!, ...changed] });
  }
}
