import { element } from './element';
import type { AddinCommand, Manifest } from './manifest';
import type { Strings } from './strings';

/** The add-in's tab of the ribbon, as a strip of buttons. */
export class Ribbon {
  readonly root: HTMLElement;
  private readonly buttons = new Map<string, HTMLButtonElement>();

  constructor(
    strings: Strings,
    manifest: Manifest,
    private readonly run: (command: AddinCommand) => void,
  ) {
    this.root = element(
      'div',
      { class: 'ribbon', role: 'toolbar', 'aria-label': strings.ribbon, onkeydown: move },
      element('span', { class: 'tab-label' }, manifest.tab.label),
    );
    for (const group of manifest.groups) {
      const buttons = group.commands.map((command) => this.button(command));
      this.root.append(
        element('div', { class: 'group', role: 'group', 'aria-label': group.label }, ...buttons),
      );
    }
  }

  setEnabled(id: string, enabled: boolean): void {
    const button = this.buttons.get(id);
    if (button) button.disabled = !enabled;
  }

  setVisible(visible: boolean): void {
    this.root.hidden = !visible;
  }

  private button(command: AddinCommand): HTMLButtonElement {
    const button = element(
      'button',
      {
        type: 'button',
        title: command.tip,
        onclick: () => this.run(command),
      },
      command.icon ? element('img', { src: command.icon, alt: '', width: 16, height: 16 }) : null,
      command.label,
    );
    this.buttons.set(command.id, button);
    return button;
  }
}

/** Arrow keys go from button to button, as in any toolbar. */
function move(event: KeyboardEvent): void {
  const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (!by) return;
  const buttons = [
    ...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('button:not(:disabled)'),
  ];
  buttons.at((buttons.indexOf(event.target as HTMLElement) + by) % buttons.length)?.focus();
}
