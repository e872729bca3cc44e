import type { Area } from '../model/address';
import type { ConditionalFormat, RuleKind } from '../model/conditionalFormat';
import { changeRule, deleteRule, moveRule } from '../model/edits';
import type { Sheet } from '../model/sheet';
import { ApiObject } from '../protocol/apiObject';
import type { ApiContext } from './apiContext';
import { flag, integer } from './arguments';
import { CellValueConditionalFormat } from './cellValueConditionalFormat';
import { ColorScaleConditionalFormat } from './colorScaleConditionalFormat';
import { CustomConditionalFormat } from './customConditionalFormat';
import { DataBarConditionalFormat } from './dataBarConditionalFormat';
import { invalidOperation, itemNotFound, orNotFound } from './errors';
import { IconSetConditionalFormat } from './iconSetConditionalFormat';
import { RangeAreasObject } from './rangeAreas';
import { RangeObject } from './rangeObject';
import { TextConditionalFormat } from './textConditionalFormat';

export const RULE_TYPES = [
  'Custom',
  'DataBar',
  'ColorScale',
  'IconSet',
  'TopBottom',
  'PresetCriteria',
  'ContainsText',
  'CellValue',
] as const;

const TYPE_OF: Record<Exclude<RuleKind['type'], 'other'>, (typeof RULE_TYPES)[number]> = {
  custom: 'Custom',
  cellValue: 'CellValue',
  containsText: 'ContainsText',
  iconSet: 'IconSet',
  dataBar: 'DataBar',
  colorScale: 'ColorScale',
};

/** A rule of one kind. */
export type RuleOf<T extends RuleKind['type']> = Extract<RuleKind, { type: T }>;

/** `Excel.ConditionalFormat`. */
export class ConditionalFormatObject extends ApiObject {
  readonly apiType = 'ConditionalFormat';

  constructor(
    readonly api: ApiContext,
    readonly sheet: Sheet,
    private readonly model: ConditionalFormat,
    /** The range it was found through: formulas are set relative to its first cell. */
    readonly home: Area,
  ) {
    super();
  }

  /** @throws ItemNotFound when it has been deleted */
  get rule(): ConditionalFormat {
    if (!this.sheet.conditionalFormats.includes(this.model)) throw itemNotFound();
    return this.model;
  }

  override get apiId(): string {
    return this.model.id;
  }

  get Id(): string {
    return this.rule.id;
  }

  get Type(): string {
    const { kind } = this.rule;
    if (kind.type !== 'other') return TYPE_OF[kind.type];
    return kind.name === 'top10' ? 'TopBottom' : 'PresetCriteria';
  }

  get Priority(): number {
    return this.sheet.conditionalFormats.indexOf(this.rule);
  }

  set Priority(value: unknown) {
    moveRule(this.api.workbook, this.sheet, this.rule, integer(value, 0));
  }

  get StopIfTrue(): boolean {
    return this.rule.stopIfTrue;
  }

  set StopIfTrue(stopIfTrue: unknown) {
    changeRule(this.api.workbook, this.sheet, this.rule, { stopIfTrue: flag(stopIfTrue) });
  }

  /** @returns the rule when it is of that kind. */
  kind<T extends RuleKind['type']>(type: T): RuleOf<T> | null {
    const { kind } = this.rule;
    return kind.type === type ? (kind as RuleOf<T>) : null;
  }

  changeKind(kind: RuleKind): void {
    changeRule(this.api.workbook, this.sheet, this.rule, { kind });
  }

  get Custom(): CustomConditionalFormat {
    return orNotPermitted(this.CustomOrNullObject);
  }

  get CustomOrNullObject(): CustomConditionalFormat | null {
    return this.kind('custom') && new CustomConditionalFormat(this);
  }

  get CellValue(): CellValueConditionalFormat {
    return orNotPermitted(this.CellValueOrNullObject);
  }

  get CellValueOrNullObject(): CellValueConditionalFormat | null {
    return this.kind('cellValue') && new CellValueConditionalFormat(this);
  }

  get TextComparison(): TextConditionalFormat {
    return orNotPermitted(this.TextComparisonOrNullObject);
  }

  get TextComparisonOrNullObject(): TextConditionalFormat | null {
    return this.kind('containsText') && new TextConditionalFormat(this);
  }

  get IconSet(): IconSetConditionalFormat {
    return orNotPermitted(this.IconSetOrNullObject);
  }

  get IconSetOrNullObject(): IconSetConditionalFormat | null {
    return this.kind('iconSet') && new IconSetConditionalFormat(this);
  }

  get DataBar(): DataBarConditionalFormat {
    return orNotPermitted(this.DataBarOrNullObject);
  }

  get DataBarOrNullObject(): DataBarConditionalFormat | null {
    return this.kind('dataBar') && new DataBarConditionalFormat(this);
  }

  get ColorScale(): ColorScaleConditionalFormat {
    return orNotPermitted(this.ColorScaleOrNullObject);
  }

  get ColorScaleOrNullObject(): ColorScaleConditionalFormat | null {
    return this.kind('colorScale') && new ColorScaleConditionalFormat(this);
  }

  /** @throws ItemNotFound when the rule covers several ranges */
  GetRange(): RangeObject {
    return orNotFound(this.GetRangeOrNullObject());
  }

  GetRangeOrNullObject(): RangeObject | null {
    const { ranges } = this.rule;
    return ranges.length === 1 ? new RangeObject(this.api, this.sheet, ranges[0]!) : null;
  }

  GetRanges(): RangeAreasObject {
    return new RangeAreasObject(this.api, this.sheet, this.rule.ranges);
  }

  Delete(): void {
    deleteRule(this.api.workbook, this.sheet, this.rule);
  }
}

/** Asked for what a rule of another kind has. */
function orNotPermitted<T>(found: T | null): T {
  if (found === null) {
    throw invalidOperation('This operation is not permitted for the current object.');
  }
  return found;
}
