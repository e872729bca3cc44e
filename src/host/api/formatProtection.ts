import { StyledObject } from './styledObject';

/** `Excel.FormatProtection`. */
export class FormatProtection extends StyledObject {
  readonly apiType = 'FormatProtection';

  get Locked(): boolean | null {
    return this.uniform((style) => style.locked);
  }

  set Locked(locked: boolean) {
    this.change((style) => ({ ...style, locked }));
  }

  get FormulaHidden(): boolean | null {
    return this.uniform((style) => style.formulaHidden);
  }

  set FormulaHidden(formulaHidden: boolean) {
    this.change((style) => ({ ...style, formulaHidden }));
  }
}
