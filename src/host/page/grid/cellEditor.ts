import { element } from '../element';

/** `enter`: begun by typing, arrows commit. `edit`: F2 or double click, arrows move the caret. */
export type EditMode = 'enter' | 'edit';

export interface CellEditorDelegate {
  /** A person began to type (or to compose) over the active cell. */
  typed(text: string): void;
  changed(text: string): void;
  key(event: KeyboardEvent): void;
  copy(event: ClipboardEvent): void;
  cut(event: ClipboardEvent): void;
  paste(event: ClipboardEvent): void;
}

/**
 * The text box over the active cell. It holds the focus even when nothing is edited, unseen, so that
 * the first keystroke, an input method's too, lands in it, and so that screen readers have something
 * to read where the grid is only a picture.
 */
export class CellEditor {
  readonly box: HTMLTextAreaElement;
  private open = false;
  private isClicked = false;

  constructor(parent: HTMLElement, delegate: CellEditorDelegate) {
    const unlessEditing = (handle: (event: ClipboardEvent) => void) => (event: ClipboardEvent) => {
      if (!this.open) handle(event);
    };
    this.box = element('textarea', {
      class: 'cell-editor',
      rows: 1,
      spellcheck: 'false',
      autocomplete: 'off',
      autocapitalize: 'off',
      wrap: 'off',
      oninput: () =>
        this.open ? delegate.changed(this.box.value) : delegate.typed(this.box.value),
      onmousedown: (event: MouseEvent) => {
        // The second click of the double click that opened the box would select a word in it.
        if (event.detail > 1 && !this.isClicked) event.preventDefault();
        else this.isClicked = true;
      },
      onkeydown: (event: KeyboardEvent) => delegate.key(event),
      oncopy: unlessEditing((event) => delegate.copy(event)),
      oncut: unlessEditing((event) => delegate.cut(event)),
      onpaste: unlessEditing((event) => delegate.paste(event)),
    });
    parent.append(this.box);
  }

  get editing(): boolean {
    return this.open;
  }

  get text(): string {
    return this.box.value;
  }

  /** Becomes visible with `text`; a box that is being typed into keeps its caret. */
  start(text: string): void {
    this.open = true;
    this.isClicked = false;
    this.box.classList.add('open');
    if (this.box.value !== text) this.box.value = text;
  }

  setText(text: string): void {
    this.box.value = text;
  }

  stop(): void {
    this.open = false;
    this.box.classList.remove('open');
    this.box.value = '';
  }

  /** @param rect - of the cell, in pixels from the container's corner */
  place(rect: { x: number; y: number; width: number; height: number }): void {
    const { style } = this.box;
    style.left = `${rect.x}px`;
    style.top = `${rect.y}px`;
    style.minWidth = `${rect.width + 1}px`;
    style.height = `${rect.height + 1}px`;
  }

  describe(label: string): void {
    this.box.setAttribute('aria-label', label);
  }

  focus(): void {
    this.box.focus({ preventScroll: true });
  }
}
