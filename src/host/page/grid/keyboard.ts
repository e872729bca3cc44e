import type { Movement } from './selection';

/** What a key asks for while no cell is being edited. */
export type GridCommand =
  | { readonly type: 'move'; readonly movement: Movement; readonly extend: boolean }
  | { readonly type: 'corner'; readonly last: boolean; readonly extend: boolean }
  | { readonly type: 'next'; readonly rows: -1 | 0 | 1; readonly columns: -1 | 0 | 1 }
  | {
      readonly type:
        | 'edit'
        | 'clear'
        | 'selectAll'
        | 'selectRows'
        | 'selectColumns'
        | 'undo'
        | 'contextMenu'
        | 'filterMenu'
        | 'nextSheet'
        | 'previousSheet';
    };

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

const ARROWS: Readonly<Record<string, readonly [-1 | 0 | 1, -1 | 0 | 1]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** @returns the command of a key press, or null when it is typing or none of the grid's business. */
export function gridCommand(event: Key): GridCommand | null {
  const { key, shiftKey: extend, altKey } = event;
  const control = event.ctrlKey || event.metaKey;
  const arrow = ARROWS[key];
  if (arrow && altKey) return key === 'ArrowDown' ? { type: 'filterMenu' } : null;
  if (arrow) {
    const reach = control ? 'edge' : 'cell';
    return { type: 'move', movement: { rows: arrow[0], columns: arrow[1], reach }, extend };
  }
  switch (key) {
    case 'PageUp':
      if (control) return { type: 'previousSheet' };
      return { type: 'move', movement: { rows: -1, columns: 0, reach: 'page' }, extend };
    case 'PageDown':
      if (control) return { type: 'nextSheet' };
      return { type: 'move', movement: { rows: 1, columns: 0, reach: 'page' }, extend };
    case 'Home':
      if (control) return { type: 'corner', last: false, extend };
      return { type: 'move', movement: { rows: 0, columns: -1, reach: 'start' }, extend };
    case 'End':
      return control ? { type: 'corner', last: true, extend } : null;
    case 'Enter':
      return { type: 'next', rows: extend ? -1 : 1, columns: 0 };
    case 'Tab':
      return { type: 'next', rows: 0, columns: extend ? -1 : 1 };
    case 'F2':
      return { type: 'edit' };
    case 'F10':
      return extend ? { type: 'contextMenu' } : null;
    case 'ContextMenu':
      return { type: 'contextMenu' };
    case 'Delete':
    case 'Backspace':
      return { type: 'clear' };
    case ' ':
      if (control) return { type: 'selectColumns' };
      return extend ? { type: 'selectRows' } : null;
    default:
      if (!control) return null;
      if (key.toLowerCase() === 'a') return { type: 'selectAll' };
      return key.toLowerCase() === 'z' ? { type: 'undo' } : null;
  }
}
