import type { ColumnFilter } from '../model/table';
import { element } from './element';
import { closeMenu, openPopup } from './menu';
import type { Strings } from './strings';

const MOST_LISTED = 1_000;

export interface FilterMenuDelegate {
  sort(ascending: boolean): void;
  apply(filter: ColumnFilter): void;
  clear(): void;
}

/**
 * The dropdown of a filter arrow: sorting, and a checklist of the column's values.
 * @param choices - distinct texts, '' for blank cells
 * @param current - the filter that is on, or null
 */
export function openFilterMenu(
  strings: Strings,
  choices: readonly string[],
  current: ColumnFilter | null,
  delegate: FilterMenuDelegate,
  x: number,
  y: number,
  back: HTMLElement,
): void {
  const chosen = new Set(
    choices.filter((text) => !current || (text === '' ? current.blanks : current.values.has(text))),
  );
  const list = element('div', { class: 'choices', role: 'group', 'aria-label': strings.filter });
  const note = element('div', { class: 'note' });
  const all = element('input', { type: 'checkbox' });
  let listed: readonly string[] = choices;

  const show = (search: string) => {
    const wanted = search.trim().toLowerCase();
    const found = choices.filter((text) => text.toLowerCase().includes(wanted));
    listed = found;
    const shown = found.slice(0, MOST_LISTED);
    list.replaceChildren(...shown.map((text) => choice(text)));
    note.textContent = found.length > shown.length ? strings.tooManyValues(shown.length) : '';
    all.checked = found.every((text) => chosen.has(text));
    if (wanted) {
      chosen.clear();
      for (const text of found) chosen.add(text);
      for (const box of list.querySelectorAll('input')) box.checked = true;
      all.checked = true;
    }
  };
  const choice = (text: string) => {
    const box = element('input', {
      type: 'checkbox',
      onchange: () => {
        if (box.checked) chosen.add(text);
        else chosen.delete(text);
        all.checked = listed.every((other) => chosen.has(other));
      },
    });
    box.checked = chosen.has(text);
    return element('label', {}, box, text === '' ? strings.blanks : text);
  };
  const apply = () => {
    closeMenu();
    if (chosen.size === choices.length) delegate.clear();
    else delegate.apply({ values: new Set([...chosen].filter(Boolean)), blanks: chosen.has('') });
  };
  const button = (label: string, run: () => void, attributes: Record<string, string> = {}) =>
    element('button', { type: 'button', onclick: run, ...attributes }, label);
  const closing = (run: () => void) => () => {
    closeMenu();
    run();
  };

  all.addEventListener('change', () => {
    for (const text of listed) {
      if (all.checked) chosen.add(text);
      else chosen.delete(text);
    }
    for (const box of list.querySelectorAll('input')) box.checked = all.checked;
  });
  const search = element('input', {
    type: 'search',
    placeholder: strings.search,
    'aria-label': strings.search,
    oninput: () => show(search.value),
    onkeydown: (event: KeyboardEvent) => {
      if (event.key === 'Enter' && !event.isComposing) apply();
    },
  });
  const popup = element(
    'div',
    { class: 'menu filter-menu', role: 'dialog', 'aria-label': strings.filter },
    button(
      strings.sortAscending,
      closing(() => delegate.sort(true)),
      { class: 'line' },
    ),
    button(
      strings.sortDescending,
      closing(() => delegate.sort(false)),
      { class: 'line' },
    ),
    element('div', { class: 'separator', role: 'separator' }),
    element(
      'button',
      {
        type: 'button',
        class: 'line',
        disabled: current === null,
        onclick: closing(() => delegate.clear()),
      },
      strings.clearFilter,
    ),
    search,
    element('label', { class: 'all' }, all, strings.selectAll),
    list,
    note,
    element(
      'div',
      { class: 'buttons' },
      button(strings.apply, apply, { class: 'primary' }),
      button(strings.cancel, () => closeMenu()),
    ),
  );
  show('');
  openPopup(popup, x, y, back);
  search.focus();
}
