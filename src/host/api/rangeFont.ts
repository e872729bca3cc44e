import type { Font } from '../model/style';
import { flag, number, oneOf, text } from './arguments';
import { parseColor } from './color';
import { StyledObject } from './styledObject';

const UNDERLINES: readonly Font['underline'][] = [
  'None',
  'Single',
  'Double',
  'SingleAccountant',
  'DoubleAccountant',
];

/** `Excel.RangeFont`. */
export class RangeFont extends StyledObject {
  readonly apiType = 'RangeFont';

  get Name(): string | null {
    return this.uniform((style) => style.font.name);
  }

  set Name(value: unknown) {
    this.set({ name: text(value) });
  }

  /** In points. */
  get Size(): number | null {
    return this.uniform((style) => style.font.size);
  }

  set Size(value: unknown) {
    this.set({ size: number(value) });
  }

  get Color(): string | null {
    return this.uniform((style) => style.font.color ?? '#000000');
  }

  set Color(value: unknown) {
    this.set({ color: value === '' ? null : parseColor(value) });
  }

  get Bold(): boolean | null {
    return this.uniform((style) => style.font.bold);
  }

  set Bold(value: unknown) {
    this.set({ bold: flag(value) });
  }

  get Italic(): boolean | null {
    return this.uniform((style) => style.font.italic);
  }

  set Italic(value: unknown) {
    this.set({ italic: flag(value) });
  }

  get Strikethrough(): boolean | null {
    return this.uniform((style) => style.font.strikethrough);
  }

  set Strikethrough(value: unknown) {
    this.set({ strikethrough: flag(value) });
  }

  get Underline(): string | null {
    return this.uniform((style) => style.font.underline);
  }

  set Underline(value: unknown) {
    this.set({ underline: oneOf(value, UNDERLINES) });
  }

  private set(change: Partial<Font>): void {
    this.change((style) => ({ ...style, font: { ...style.font, ...change } }));
  }
}
