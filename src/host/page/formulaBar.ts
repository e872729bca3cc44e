import { element } from './element';
import type { Strings } from './strings';

export interface FormulaBarDelegate {
  goTo(reference: string): void;
  /** The formula box took the focus: the active cell is to be edited in it. */
  begin(): void;
  changed(text: string): void;
  /** @param key - Enter, Tab or Escape */
  end(key: string, back: boolean): void;
}

/** Name box and formula box above the grid. */
export class FormulaBar {
  readonly root: HTMLElement;
  private readonly name: HTMLInputElement;
  private readonly formula: HTMLInputElement;

  constructor(strings: Strings, delegate: FormulaBarDelegate) {
    this.name = element('input', {
      class: 'name-box',
      'aria-label': strings.nameBox,
      spellcheck: 'false',
      onfocus: () => this.name.select(),
      onkeydown: (event: KeyboardEvent) => {
        if (event.isComposing || !['Enter', 'Escape'].includes(event.key)) return;
        event.preventDefault();
        if (event.key === 'Enter') delegate.goTo(this.name.value.trim());
        else delegate.end('Escape', false);
      },
    });
    this.formula = element('input', {
      class: 'formula-box',
      'aria-label': strings.formula,
      spellcheck: 'false',
      autocomplete: 'off',
      onfocus: () => delegate.begin(),
      oninput: () => delegate.changed(this.formula.value),
      onkeydown: (event: KeyboardEvent) => {
        if (event.isComposing || !['Enter', 'Tab', 'Escape'].includes(event.key)) return;
        event.preventDefault();
        delegate.end(event.key, event.shiftKey);
      },
    });
    this.root = element(
      'div',
      { class: 'formula-bar', role: 'group', 'aria-label': strings.formulaBar },
      this.name,
      element('span', { class: 'fx', 'aria-hidden': 'true' }, 'fx'),
      this.formula,
    );
  }

  show(address: string, text: string): void {
    this.name.value = address;
    this.formula.value = text;
  }

  setText(text: string): void {
    if (this.formula.value !== text) this.formula.value = text;
  }

  get focused(): boolean {
    return document.activeElement === this.formula;
  }
}
