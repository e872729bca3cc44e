import { addName } from '../model/edits';
import type { DefinedName } from '../model/definedName';
import type { Sheet } from '../model/sheet';
import { ApiCollection } from '../protocol/apiObject';
import { referenceTo } from './absoluteReference';
import type { ApiContext } from './apiContext';
import { text, type Missing } from './arguments';
import { invalidArgument, orNotFound } from './errors';
import { NamedItemObject } from './namedItemObject';
import { RangeObject } from './rangeObject';

/** `Excel.NamedItemCollection`: names of the workbook, or those of a sheet. */
export class NamedItemCollection extends ApiCollection<NamedItemObject> {
  readonly apiType = 'NamedItemCollection';

  constructor(
    private readonly api: ApiContext,
    private readonly scope: Sheet | null,
  ) {
    super();
  }

  apiItems(): readonly NamedItemObject[] {
    return this.names.map((name) => new NamedItemObject(this.api, name));
  }

  /** @param reference - a range, a formula with `=`, or a constant */
  Add(name: string, reference: unknown, comment: string | Missing): NamedItemObject {
    const formula =
      reference instanceof RangeObject ? referenceTo(reference) : formulaOf(reference);
    const { workbook } = this.api;
    const added = addName(workbook, text(name), formula, this.scope, comment ?? '');
    return new NamedItemObject(this.api, added);
  }

  AddFormulaLocal(name: string, formula: string, comment: string | Missing): NamedItemObject {
    return this.Add(name, formula, comment);
  }

  GetItem(name: string): NamedItemObject {
    return orNotFound(this.GetItemOrNullObject(name));
  }

  GetItemOrNullObject(name: string): NamedItemObject | null {
    const found = this.api.workbook.definedName(name, this.scope);
    return found ? new NamedItemObject(this.api, found) : null;
  }

  GetCount(): number {
    return this.names.length;
  }

  private get names(): DefinedName[] {
    return this.api.workbook.names.filter((name) => name.scope === this.scope);
  }
}

function formulaOf(reference: unknown): string {
  if (typeof reference === 'number' || typeof reference === 'boolean') return `=${reference}`;
  if (typeof reference !== 'string' || reference === '') throw invalidArgument();
  return reference.startsWith('=') ? reference : `="${reference.replaceAll('"', '""')}"`;
}
