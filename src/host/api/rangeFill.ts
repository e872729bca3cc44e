import { parseColor } from './color';
import { StyledObject } from './styledObject';

/** `Excel.RangeFill`. */
export class RangeFill extends StyledObject {
  readonly apiType = 'RangeFill';

  /** A cell without fill shows white. */
  get Color(): string | null {
    return this.uniform((style) => style.fill.color ?? '#FFFFFF');
  }

  set Color(value: unknown) {
    this.set(value === '' ? null : parseColor(value));
  }

  Clear(): void {
    this.set(null);
  }

  private set(color: string | null): void {
    this.change((style) => ({ ...style, fill: { color } }));
  }
}
