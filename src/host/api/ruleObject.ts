import type { RuleKind } from '../model/conditionalFormat';
import { ApiObject } from '../protocol/apiObject';
import { itemNotFound } from './errors';
import type { ConditionalFormatObject, RuleOf } from './conditionalFormatObject';

/** What a conditional format of one type shows of its rule. */
export abstract class RuleObject<T extends RuleKind['type']> extends ApiObject {
  constructor(
    protected readonly owner: ConditionalFormatObject,
    private readonly type: T,
  ) {
    super();
  }

  protected get kind(): RuleOf<T> {
    const kind = this.owner.kind(this.type);
    if (!kind) throw itemNotFound();
    return kind;
  }

  protected change(change: Partial<RuleOf<T>>): void {
    this.owner.changeKind({ ...this.kind, ...change });
  }
}
