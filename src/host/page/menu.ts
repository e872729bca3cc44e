import { element } from './element';

export type MenuItem =
  | {
      readonly label: string;
      readonly icon?: string | undefined;
      readonly checked?: boolean | undefined;
      readonly disabled?: boolean | undefined;
      readonly run: () => void;
    }
  | 'separator';

let close: (() => void) | null = null;

/** Closes the menu that is open, if any. */
export const closeMenu = (): void => close?.();

/**
 * Opens a popup menu; arrow keys move in it, Escape and any click elsewhere close it.
 * @param x - left edge in the window @param y - top edge in the window
 * @param back - gets the focus when the menu closes
 */
export function openMenu(
  label: string,
  items: readonly MenuItem[],
  x: number,
  y: number,
  back: HTMLElement,
): void {
  const list = element('div', { class: 'menu', role: 'menu', 'aria-label': label });
  for (const item of items) list.append(item === 'separator' ? separator() : entry(item));
  openPopup(list, x, y, back);
  const entries = [...list.querySelectorAll<HTMLElement>('button:not(:disabled)')];
  entries[0]?.focus();
  list.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const at = entries.indexOf(document.activeElement as HTMLElement);
    if (step) entries.at((at + step) % entries.length)?.focus();
    else if (event.key === 'Home') entries[0]?.focus();
    else if (event.key === 'End') entries.at(-1)?.focus();
    else return;
    event.preventDefault();
  });
}

const separator = () => element('div', { class: 'separator', role: 'separator' });

function entry(item: Exclude<MenuItem, 'separator'>): HTMLElement {
  const choice = item.checked !== undefined;
  return element(
    'button',
    {
      type: 'button',
      role: choice ? 'menuitemradio' : 'menuitem',
      'aria-checked': choice ? String(item.checked) : undefined,
      disabled: item.disabled ?? false,
      onclick: () => {
        closeMenu();
        item.run();
      },
    },
    item.icon
      ? element('img', { src: item.icon, alt: '', width: 16, height: 16 })
      : element('span', { class: 'mark', 'aria-hidden': 'true' }, item.checked ? '✓' : ''),
    item.label,
  );
}

/** Shows any element as a popup, kept inside the window; one is open at a time. */
export function openPopup(popup: HTMLElement, x: number, y: number, back: HTMLElement): void {
  closeMenu();
  document.body.append(popup);
  const { width, height } = popup.getBoundingClientRect();
  popup.style.left = `${Math.max(0, Math.min(x, innerWidth - width - 4))}px`;
  popup.style.top = `${Math.max(0, Math.min(y, innerHeight - height - 4))}px`;
  const outside = (event: Event) => {
    if (!popup.contains(event.target as Node)) closeMenu();
  };
  const escape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' && event.key !== 'Tab') return;
    if (event.key === 'Tab' && popup.getAttribute('role') !== 'menu') return;
    event.preventDefault();
    closeMenu();
  };
  close = () => {
    close = null;
    popup.remove();
    document.removeEventListener('pointerdown', outside, true);
    window.removeEventListener('blur', outside);
    back.focus({ preventScroll: true });
  };
  document.addEventListener('pointerdown', outside, true);
  window.addEventListener('blur', outside);
  popup.addEventListener('keydown', escape);
}
