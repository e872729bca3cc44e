import { element } from './element';
import type { Appearance } from './grid/gridTheme';
import { openMenu, type MenuItem } from './menu';
import type { Sample } from './samples';
import type { Language, Strings } from './strings';

export interface TopBarDelegate {
  newWorkbook(): void;
  open(file: File): void;
  save(): void;
  samples(): Promise<readonly Sample[]>;
  openSample(sample: Sample): void;
  setLanguage(language: Language): void;
  setAppearance(appearance: Appearance): void;
  togglePane(): void;
}

/** File name and the page's own commands. */
export class TopBar {
  readonly root: HTMLElement;
  private readonly name = element('h1', { class: 'file-name' });
  private readonly paneButton: HTMLButtonElement;

  constructor(
    private readonly strings: Strings,
    private readonly language: Language,
    private readonly appearance: Appearance,
    private readonly delegate: TopBarDelegate,
  ) {
    const picker = element('input', {
      type: 'file',
      accept: '.xlsx,.xlsm,.xls,.csv',
      hidden: true,
      'aria-label': strings.open,
      onchange: () => {
        const file = picker.files?.[0];
        if (file) delegate.open(file);
        picker.value = '';
      },
    });
    this.paneButton = this.button(strings.hidePane, () => delegate.togglePane());
    this.root = element(
      'div',
      { class: 'top-bar' },
      this.name,
      element(
        'div',
        { class: 'commands', role: 'toolbar', 'aria-label': strings.toolbar },
        this.button(strings.newWorkbook, () => delegate.newWorkbook()),
        this.button(strings.open, () => picker.click()),
        this.button(strings.save, () => delegate.save()),
        this.menuButton(strings.samples, () => this.sampleItems()),
        picker,
        element('span', { class: 'space' }),
        this.menuButton(strings.language, () => this.languageItems()),
        this.menuButton(strings.theme, () => this.themeItems()),
        this.paneButton,
      ),
    );
  }

  showName(name: string): void {
    this.name.textContent = name;
    document.title = `${name} – ${this.strings.page}`;
  }

  showPane(visible: boolean): void {
    this.paneButton.textContent = visible ? this.strings.hidePane : this.strings.showPane;
  }

  private button(label: string, run: (event: MouseEvent) => void): HTMLButtonElement {
    return element('button', { type: 'button', onclick: run }, label);
  }

  private menuButton(
    label: string,
    items: () => readonly MenuItem[] | Promise<readonly MenuItem[]>,
  ): HTMLButtonElement {
    const button = this.button(label, async () => {
      const { left, bottom } = button.getBoundingClientRect();
      openMenu(label, await items(), left, bottom + 2, button);
    });
    button.setAttribute('aria-haspopup', 'menu');
    button.classList.add('drop');
    return button;
  }

  private async sampleItems(): Promise<readonly MenuItem[]> {
    const samples = await this.delegate.samples();
    if (samples.length === 0) {
      return [{ label: this.strings.noSamples, disabled: true, run: () => undefined }];
    }
    return samples.map((sample) => ({
      label: sample.title,
      run: () => this.delegate.openSample(sample),
    }));
  }

  private languageItems(): readonly MenuItem[] {
    return (['zh-CN', 'en-US'] as const).map((language) => ({
      label: language === 'zh-CN' ? '简体中文' : 'English',
      checked: language === this.language,
      run: () => this.delegate.setLanguage(language),
    }));
  }

  private themeItems(): readonly MenuItem[] {
    return (['light', 'dark'] as const).map((appearance) => ({
      label: this.strings[appearance],
      checked: appearance === this.appearance,
      run: () => this.delegate.setAppearance(appearance),
    }));
  }
}
