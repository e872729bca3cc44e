import type { DialogFrame, DialogRequest } from '../protocol/dialogs';
import { element } from './element';
import type { Strings } from './strings';

/**
 * Shows a dialog of the add-in over the page.
 * @param dismissed - the person closed it
 */
export function openDialog(
  strings: Strings,
  { url, width, height }: DialogRequest,
  dismissed: () => void,
): DialogFrame {
  const frame = element('iframe', { title: strings.dialog });
  const box = element(
    'dialog',
    { class: 'addin-dialog', 'aria-label': strings.dialog, oncancel: () => dismissed() },
    element(
      'header',
      {},
      element(
        'button',
        { type: 'button', class: 'icon', 'aria-label': strings.close, onclick: () => dismissed() },
        '×',
      ),
    ),
    frame,
  );
  box.style.width = `${width}vw`;
  box.style.height = `${height}vh`;
  document.body.append(box);
  box.showModal();
  const window = frame.contentWindow!;
  frame.src = url;
  return { window, close: () => box.remove() };
}
