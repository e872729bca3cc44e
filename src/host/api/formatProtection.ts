import { flag } from './arguments';
import { StyledObject } from './styledObject';

/** `Excel.FormatProtection`. */
export class FormatProtection extends StyledObject {
  readonly apiType = 'FormatProtection';

  get Locked(): boolean | null {
    return this.uniform((style) => style.locked);
  }

  set Locked(locked: unknown) {
    this.change((style) => ({ ...style, locked: flag(locked) }));
  }

  get FormulaHidden(): boolean | null {
    return this.uniform((style) => style.formulaHidden);
  }

  set FormulaHidden(formulaHidden: unknown) {
    this.change((style) => ({ ...style, formulaHidden: flag(formulaHidden) }));
  }
}
