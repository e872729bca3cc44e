import type { DefinedName } from '../model/definedName';
import { deleteName, setNameFormula } from '../model/edits';
import type { Sheet } from '../model/sheet';
import { CellError, type CellValue } from '../model/value';
import { ApiObject } from '../protocol/apiObject';
import type { ApiContext } from './apiContext';
import { flag, text } from './arguments';
import { itemNotFound, orNotFound } from './errors';
import { RangeObject } from './rangeObject';
import { placeOfFormula, type Place } from './rangeReference';
import { WorksheetObject } from './worksheetObject';

/** `Excel.NamedItem`. */
export class NamedItemObject extends ApiObject {
  readonly apiType = 'NamedItem';

  constructor(
    private readonly api: ApiContext,
    private readonly model: DefinedName,
  ) {
    super();
  }

  override get apiId(): string {
    return this.model.name;
  }

  get Name(): string {
    return this.item.name;
  }

  get Comment(): string {
    return this.item.comment;
  }

  set Comment(comment: string) {
    this.item.comment = comment;
  }

  get Visible(): boolean {
    return this.item.visible;
  }

  set Visible(visible: unknown) {
    this.item.visible = flag(visible);
  }

  get Scope(): string {
    return this.item.scope ? 'Worksheet' : 'Workbook';
  }

  get Formula(): string {
    return this.item.formula;
  }

  set Formula(value: unknown) {
    setNameFormula(this.api.workbook, this.item, text(value));
  }

  get Type(): string {
    if (this.place) return 'Range';
    const value = this.value;
    if (value instanceof CellError) return 'Error';
    switch (typeof value) {
      case 'number':
        return Number.isInteger(value) ? 'Integer' : 'Double';
      case 'boolean':
        return 'Boolean';
      default:
        return 'String';
    }
  }

  /** The address for a range, else what the formula comes to. */
  get Value(): string | number | boolean {
    if (this.place) return this.item.formula.slice(1);
    const { value } = this;
    return value instanceof CellError ? value.code : (value ?? '');
  }

  /** @throws ItemNotFound for a name of the whole workbook */
  get Worksheet(): WorksheetObject {
    return orNotFound(this.WorksheetOrNullObject);
  }

  get WorksheetOrNullObject(): WorksheetObject | null {
    const { scope } = this.item;
    return scope && new WorksheetObject(this.api, scope);
  }

  /** @throws ItemNotFound when the name is no range */
  GetRange(): RangeObject {
    return orNotFound(this.GetRangeOrNullObject());
  }

  GetRangeOrNullObject(): RangeObject | null {
    const { place } = this;
    return place && new RangeObject(this.api, place.sheet, place.area);
  }

  Delete(): void {
    deleteName(this.api.workbook, this.item);
  }

  private get item(): DefinedName {
    if (!this.api.workbook.names.includes(this.model)) throw itemNotFound();
    return this.model;
  }

  private get home(): Sheet {
    return this.item.scope ?? this.api.workbook.activeSheet;
  }

  private get place(): Place | null {
    return placeOfFormula(this.api.workbook, this.item.formula, this.home);
  }

  private get value(): CellValue {
    return this.api.workbook.calculator.evaluate(this.item.formula, this.home, 0, 0);
  }
}
