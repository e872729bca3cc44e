import { intersect, type Area } from '../model/address';
import type { ConditionalFormat } from '../model/conditionalFormat';
import { addRule, clearRules } from '../model/edits';
import type { Sheet } from '../model/sheet';
import { ApiCollection, notImplemented } from '../protocol/apiObject';
import type { ApiContext } from './apiContext';
import { integer, oneOf } from './arguments';
import { ConditionalFormatObject, RULE_TYPES } from './conditionalFormatObject';
import { invalidArgument, orNotFound } from './errors';
import { newRuleKind } from './newRuleKind';

/** `Excel.ConditionalFormatCollection`: the rules that touch a range, first priority first. */
export class ConditionalFormatCollection extends ApiCollection<ConditionalFormatObject> {
  readonly apiType = 'ConditionalFormatCollection';

  constructor(
    private readonly api: ApiContext,
    private readonly sheet: Sheet,
    private readonly areas: readonly Area[],
  ) {
    super();
  }

  apiItems(): readonly ConditionalFormatObject[] {
    return this.sheet.conditionalFormats
      .filter(({ ranges }) => ranges.some((r) => this.areas.some((a) => intersect(r, a))))
      .map((rule) => this.object(rule));
  }

  /** The new rule comes first. */
  Add(type: string): ConditionalFormatObject {
    const kind = newRuleKind(oneOf(type, RULE_TYPES));
    if (!kind) throw notImplemented(`ConditionalFormatCollection.add of type ${type}`);
    return this.object(addRule(this.api.workbook, this.sheet, this.areas, kind));
  }

  /** Takes the rules off these cells; where they reach further they stay. */
  ClearAll(): void {
    for (const area of this.areas) clearRules(this.api.workbook, this.sheet, area);
    this.api.workbook.events.emit('appearance', { sheet: this.sheet });
  }

  GetCount(): number {
    return this.apiItems().length;
  }

  GetItem(id: string): ConditionalFormatObject {
    return orNotFound(this.GetItemOrNullObject(id));
  }

  GetItemOrNullObject(id: string): ConditionalFormatObject | null {
    return this.apiItems().find((rule) => rule.Id === id) ?? null;
  }

  GetItemAt(index: number): ConditionalFormatObject {
    const item = this.apiItems()[integer(index, 0)];
    if (!item) throw invalidArgument();
    return item;
  }

  private object(rule: ConditionalFormat): ConditionalFormatObject {
    return new ConditionalFormatObject(this.api, this.sheet, rule, this.areas[0]!);
  }
}
