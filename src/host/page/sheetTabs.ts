import type { Sheet } from '../model/sheet';
import type { Workbook } from '../model/workbook';
import { element } from './element';
import { openMenu } from './menu';
import type { Strings } from './strings';

export interface SheetTabsDelegate {
  activate(sheet: Sheet): void;
  add(): void;
  rename(sheet: Sheet, name: string): void;
  remove(sheet: Sheet): void;
  /** The mouse is through with the tabs: typing goes to the cells again. */
  leave(): void;
}

/** The tabs below the grid; hidden sheets have none. */
export class SheetTabs {
  readonly root: HTMLElement;
  private readonly list: HTMLElement;
  private workbook!: Workbook;
  private key = '';

  constructor(
    private readonly strings: Strings,
    private readonly delegate: SheetTabsDelegate,
  ) {
    this.list = element('div', {
      class: 'tabs',
      role: 'tablist',
      'aria-label': strings.sheets,
      onkeydown: (event: KeyboardEvent) => this.move(event),
    });
    this.root = element(
      'div',
      { class: 'sheet-tabs' },
      this.list,
      element(
        'button',
        {
          type: 'button',
          class: 'add',
          'aria-label': strings.addSheet,
          onclick: () => delegate.add(),
        },
        '+',
      ),
    );
  }

  show(workbook: Workbook): void {
    if (workbook !== this.workbook) this.key = '';
    this.workbook = workbook;
    const focused = this.list.contains(document.activeElement);
    const shown = workbook.sheets.filter((s) => s.visibility === 'Visible');
    const key = JSON.stringify(shown.map((s) => [s.id, s.name, s.tabColor]));
    // Tabs that stay are kept: a double click needs its element to live through the first click.
    if (key !== this.key || this.list.querySelector('input')) {
      this.list.replaceChildren(...shown.map((sheet) => this.tab(sheet)));
    }
    this.key = key;
    shown.forEach((sheet, i) => {
      const active = sheet === workbook.activeSheet;
      const tab = this.list.children[i] as HTMLElement;
      tab.ariaSelected = String(active);
      tab.tabIndex = active ? 0 : -1;
      if (!active) return;
      tab.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      if (focused) tab.focus();
    });
  }

  private tab(sheet: Sheet): HTMLElement {
    const tab = element(
      'button',
      {
        type: 'button',
        role: 'tab',
        onclick: () => {
          this.delegate.activate(sheet);
          this.delegate.leave();
        },
        ondblclick: () => this.rename(tab, sheet),
        oncontextmenu: (event: MouseEvent) => {
          event.preventDefault();
          this.menu(tab, sheet, event);
        },
        onkeydown: (event: KeyboardEvent) => {
          if (event.key === 'F2') this.rename(tab, sheet);
        },
      },
      sheet.name,
    );
    if (sheet.tabColor) tab.style.setProperty('--tab-color', sheet.tabColor);
    return tab;
  }

  private move(event: KeyboardEvent): void {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!by || event.target instanceof HTMLInputElement) return;
    const shown = this.workbook.sheets.filter((s) => s.visibility === 'Visible');
    const next = shown[shown.indexOf(this.workbook.activeSheet) + by];
    if (next) this.delegate.activate(next);
  }

  private menu(tab: HTMLElement, sheet: Sheet, { clientX, clientY }: MouseEvent): void {
    const { strings } = this;
    const only = this.workbook.sheets.filter((s) => s.visibility === 'Visible').length === 1;
    openMenu(
      strings.sheet,
      [
        { label: strings.renameSheet, run: () => this.rename(tab, sheet) },
        { label: strings.deleteSheet, disabled: only, run: () => this.delegate.remove(sheet) },
      ],
      clientX,
      clientY,
      tab,
    );
  }

  private rename(tab: HTMLElement, sheet: Sheet): void {
    let done = false;
    const finish = (keep: boolean) => {
      if (done) return;
      done = true;
      const name = input.value.trim();
      if (keep && name && name !== sheet.name) this.delegate.rename(sheet, name);
      this.show(this.workbook);
      this.delegate.leave();
    };
    const input = element('input', {
      class: 'rename',
      'aria-label': this.strings.renameSheet,
      value: sheet.name,
      maxlength: 31,
      onblur: () => finish(true),
      onkeydown: (event: KeyboardEvent) => {
        if (event.key === 'Enter') finish(true);
        if (event.key === 'Escape') finish(false);
      },
    });
    tab.replaceWith(input);
    input.select();
    input.focus();
  }
}
