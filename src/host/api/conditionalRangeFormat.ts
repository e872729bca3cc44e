import type { RuleFormat } from '../model/conditionalFormat';
import type { Border, BorderSide } from '../model/style';
import { ApiCollection, ApiObject } from '../protocol/apiObject';
import { flag, integer, oneOf } from './arguments';
import { parseColor } from './color';
import type { ConditionalFormatObject } from './conditionalFormatObject';
import { itemNotFound } from './errors';

/** An object that shows and changes part of what a rule makes cells look like. */
abstract class RuleFormatObject extends ApiObject {
  constructor(protected readonly owner: ConditionalFormatObject) {
    super();
  }

  protected get format(): RuleFormat {
    const { kind } = this.owner.rule;
    if (!('format' in kind)) throw itemNotFound();
    return kind.format;
  }

  /** @param change - what changes; undefined leaves a property to the cell again */
  protected change(change: { readonly [K in keyof RuleFormat]?: RuleFormat[K] | undefined }): void {
    const { kind } = this.owner.rule;
    if (!('format' in kind)) throw itemNotFound();
    const all = Object.entries({ ...kind.format, ...change });
    const format = Object.fromEntries(all.filter(([, value]) => value !== undefined)) as RuleFormat;
    this.owner.changeKind({ ...kind, format });
  }
}

/** `Excel.ConditionalRangeFormat`. */
export class ConditionalRangeFormat extends RuleFormatObject {
  readonly apiType = 'ConditionalRangeFormat';

  get Fill(): ConditionalRangeFill {
    return new ConditionalRangeFill(this.owner);
  }

  get Font(): ConditionalRangeFont {
    return new ConditionalRangeFont(this.owner);
  }

  get Borders(): ConditionalRangeBorderCollection {
    return new ConditionalRangeBorderCollection(this.owner);
  }

  get NumberFormat(): string | null {
    return this.format.numberFormat ?? null;
  }

  set NumberFormat(value: string | null) {
    this.change({ numberFormat: value === '' || value === null ? undefined : value });
  }
}

/** `Excel.ConditionalRangeFill`. */
export class ConditionalRangeFill extends RuleFormatObject {
  readonly apiType = 'ConditionalRangeFill';

  get Color(): string {
    return this.format.fillColor ?? '';
  }

  set Color(value: unknown) {
    this.change({ fillColor: value === '' ? undefined : parseColor(value) });
  }

  Clear(): void {
    this.change({ fillColor: undefined });
  }
}

/** `Excel.ConditionalRangeFont`. */
export class ConditionalRangeFont extends RuleFormatObject {
  readonly apiType = 'ConditionalRangeFont';

  get Color(): string {
    return this.format.fontColor ?? '';
  }

  set Color(value: unknown) {
    this.change({ fontColor: value === '' ? undefined : parseColor(value) });
  }

  get Bold(): boolean | null {
    return this.format.bold ?? null;
  }

  set Bold(bold: unknown) {
    this.change({ bold: flag(bold) });
  }

  get Italic(): boolean | null {
    return this.format.italic ?? null;
  }

  set Italic(italic: unknown) {
    this.change({ italic: flag(italic) });
  }

  get Strikethrough(): boolean | null {
    return this.format.strikethrough ?? null;
  }

  set Strikethrough(strikethrough: unknown) {
    this.change({ strikethrough: flag(strikethrough) });
  }

  get Underline(): string | null {
    return this.format.underline ?? null;
  }

  set Underline(value: unknown) {
    this.change({ underline: oneOf(value, ['None', 'Single', 'Double'] as const) });
  }

  Clear(): void {
    this.change({
      fontColor: undefined,
      bold: undefined,
      italic: undefined,
      strikethrough: undefined,
      underline: undefined,
    });
  }
}

const SIDES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const;
const STYLES = ['None', 'Continuous', 'Dash', 'DashDot', 'DashDotDot', 'Dot'] as const;

/** `Excel.ConditionalRangeBorderCollection`. */
export class ConditionalRangeBorderCollection extends ApiCollection<ConditionalRangeBorder> {
  readonly apiType = 'ConditionalRangeBorderCollection';

  constructor(private readonly owner: ConditionalFormatObject) {
    super();
  }

  apiItems(): readonly ConditionalRangeBorder[] {
    return SIDES.map((side) => this.border(side));
  }

  get Count(): number {
    return SIDES.length;
  }

  get Top(): ConditionalRangeBorder {
    return this.border('EdgeTop');
  }

  get Bottom(): ConditionalRangeBorder {
    return this.border('EdgeBottom');
  }

  get Left(): ConditionalRangeBorder {
    return this.border('EdgeLeft');
  }

  get Right(): ConditionalRangeBorder {
    return this.border('EdgeRight');
  }

  GetItem(index: string): ConditionalRangeBorder {
    return this.border(oneOf(index, SIDES));
  }

  GetItemAt(index: number): ConditionalRangeBorder {
    return this.border(SIDES[integer(index, 0, SIDES.length - 1)]!);
  }

  private border(side: BorderSide): ConditionalRangeBorder {
    return new ConditionalRangeBorder(this.owner, side);
  }
}

/** `Excel.ConditionalRangeBorder`. */
export class ConditionalRangeBorder extends RuleFormatObject {
  readonly apiType = 'ConditionalRangeBorder';

  constructor(
    owner: ConditionalFormatObject,
    private readonly side: BorderSide,
  ) {
    super(owner);
  }

  override get apiId(): string {
    return this.side;
  }

  get SideIndex(): BorderSide {
    return this.side;
  }

  get Style(): string {
    return this.border.style;
  }

  set Style(value: unknown) {
    this.draw({ ...this.border, style: oneOf(value, STYLES) });
  }

  get Color(): string {
    return this.border.color ?? '';
  }

  set Color(value: unknown) {
    const { style } = this.border;
    const color = parseColor(value);
    this.draw({ ...this.border, color, style: style === 'None' ? 'Continuous' : style });
  }

  private get border(): Border {
    return this.format.borders?.[this.side] ?? { style: 'None', weight: 'Thin', color: null };
  }

  private draw(border: Border): void {
    this.change({ borders: { ...this.format.borders, [this.side]: border } });
  }
}
