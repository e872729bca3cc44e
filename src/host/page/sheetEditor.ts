import { cellAddress, containsCell } from '../model/address';
import { enterText } from '../model/edits';
import { CellError } from '../model/value';
import { CellActions } from './cellActions';
import { CellEditor, type EditMode } from './grid/cellEditor';
import { gridCommand, type GridCommand } from './grid/keyboard';
import { destination, extendTo, selectArea, selectCell, type Cell } from './grid/selection';
import type { SheetView } from './grid/sheetView';
import { Undo } from './undo';

export interface SheetEditorDelegate {
  /** The text being edited, or that of the active cell. */
  text(text: string): void;
  editing(on: boolean): void;
  failed(error: unknown): void;
  openContextMenu(x: number, y: number): void;
  openFilterMenu(cell: Cell): void;
  stepSheet(by: 1 | -1): void;
}

/** Keyboard, typing and clipboard over the grid. */
export class SheetEditor {
  readonly actions: CellActions;
  readonly undo = new Undo();
  readonly editor: CellEditor;
  private mode: EditMode | null = null;
  private at: Cell = { row: 0, column: 0 };

  constructor(
    private readonly container: HTMLElement,
    private readonly view: SheetView,
    private readonly delegate: SheetEditorDelegate,
  ) {
    this.actions = new CellActions(view, this.undo);
    const guarded = (run: () => void) => () => this.attempt(run);
    this.editor = new CellEditor(container, {
      typed: (text) => this.begin('enter', text),
      changed: (text) => delegate.text(text),
      key: (event) => this.key(event),
      copy: (event) => this.copy(event, false),
      cut: (event) => this.copy(event, true),
      paste: (event) => {
        event.preventDefault();
        const text = event.clipboardData?.getData('text/plain') ?? '';
        if (text) guarded(() => this.actions.paste(text))();
      },
    });
    // The canvas takes the focus when clicked; typing belongs to the text box over the active cell.
    container.addEventListener('focusin', (event) => {
      if (event.target !== this.editor.box) this.editor.focus();
    });
  }

  get editing(): boolean {
    return this.mode !== null;
  }

  /** Moves the text box to the active cell and tells what it holds. */
  follow(): void {
    if (this.editing) this.editor.place(this.view.rectOf(this.at.row, this.at.column));
    else {
      this.editor.place(this.view.activeRect);
      this.delegate.text(this.source());
    }
  }

  /** @returns what one would type to get the active cell: its formula or its value */
  source(): string {
    const { row, column } = this.view.selection.active;
    const { cells } = this.view.sheet;
    const formula = cells.formula(row, column);
    if (formula) return formula.text(row, column);
    const value = cells.value(row, column);
    if (value === null) return '';
    if (value instanceof CellError) return value.code;
    if (typeof value === 'boolean') return String(value).toUpperCase();
    if (typeof value === 'number') return this.numberSource(value, row, column);
    return value;
  }

  begin(mode: EditMode, text = this.source()): void {
    if (this.editing) return;
    this.mode = mode;
    this.at = this.view.selection.active;
    this.view.scrollTo(this.at.row, this.at.column);
    this.editor.place(this.view.rectOf(this.at.row, this.at.column));
    this.editor.start(text);
    this.delegate.text(text);
    this.delegate.editing(true);
  }

  setText(text: string): void {
    this.editor.setText(text);
  }

  /** @returns whether the text was taken; if not, the cell stays in edit */
  commit(rows: -1 | 0 | 1, columns: -1 | 0 | 1): boolean {
    const { row, column } = this.at;
    const text = this.editor.text;
    const { sheet, workbook } = this.view;
    if (text !== this.source()) {
      const area = { top: row, left: column, bottom: row, right: column };
      const taken = this.attempt(() =>
        this.undo.record(sheet, area, () => enterText(workbook, sheet, row, column, text, 'user')),
      );
      if (!taken) return false;
    }
    this.stop();
    if (rows || columns) this.next(rows, columns);
    return true;
  }

  cancel(): void {
    this.stop();
    this.follow();
  }

  /** Runs an edit; one that is refused is reported. */
  attempt(run: () => void): boolean {
    try {
      run();
      return true;
    } catch (error) {
      this.delegate.failed(error);
      return false;
    }
  }

  focus(): void {
    this.editor.focus();
  }

  /** @returns the active cell's corner in the window, where its menu opens */
  get menuPoint(): { x: number; y: number } {
    const box = this.container.getBoundingClientRect();
    const rect = this.view.activeRect;
    return { x: box.x + rect.x + rect.width / 2, y: box.y + rect.y + rect.height };
  }

  private stop(): void {
    this.mode = null;
    this.editor.stop();
    this.delegate.editing(false);
  }

  private numberSource(value: number, row: number, column: number): string {
    const look = this.view.workbook.styles.get(this.view.sheet.style(row, column)).numberFormat;
    if (/[ymdh]/i.test(look.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''))) {
      const day = new Date(Date.UTC(1899, 11, 30) + Math.round(value * 86_400_000)).toISOString();
      const time = value % 1 === 0 ? '' : ` ${day.slice(11, 19)}`;
      return value < 1 ? day.slice(11, 19) : `${day.slice(0, 10)}${time}`;
    }
    return look.endsWith('%') ? `${Number((value * 100).toPrecision(15))}%` : String(value);
  }

  private key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (this.editing) return this.editKey(event);
    const command = gridCommand(event);
    if (!command) return;
    event.preventDefault();
    this.attempt(() => this.run(command));
  }

  private editKey(event: KeyboardEvent): void {
    const arrows = this.mode === 'enter' && !event.shiftKey && !event.ctrlKey;
    const step: Readonly<Record<string, readonly [-1 | 0 | 1, -1 | 0 | 1]>> = {
      Enter: event.shiftKey ? [-1, 0] : [1, 0],
      Tab: event.shiftKey ? [0, -1] : [0, 1],
      ...(arrows && {
        ArrowUp: [-1, 0] as const,
        ArrowDown: [1, 0] as const,
        ArrowLeft: [0, -1] as const,
        ArrowRight: [0, 1] as const,
      }),
    };
    const move = step[event.key];
    if (event.key === 'Enter' && event.altKey) {
      event.preventDefault();
      this.editor.box.setRangeText(
        '\n',
        this.editor.box.selectionStart,
        this.editor.box.selectionEnd,
        'end',
      );
      this.delegate.text(this.editor.text);
    } else if (move) {
      event.preventDefault();
      this.commit(...move);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      this.cancel();
    } else if (event.key === 'F2') this.mode = 'edit';
  }

  private run(command: GridCommand): void {
    const { view } = this;
    const { selection, sheet, visible } = view;
    switch (command.type) {
      case 'move': {
        const from = command.extend ? selection.focus : selection.active;
        const to = destination(sheet, visible, from, command.movement, view.pageRows);
        return this.go(to, command.extend);
      }
      case 'corner': {
        const used = sheet.cells.usedArea(false);
        const { rows, columns } = sheet.frozen;
        const to = command.last
          ? { row: used?.bottom ?? 0, column: used?.right ?? 0 }
          : { row: rows, column: columns };
        return this.go(to, command.extend);
      }
      case 'next':
        return this.next(command.rows, command.columns);
      case 'edit':
        return this.begin('edit');
      case 'clear':
        return this.actions.clear();
      case 'selectAll':
        return view.choose({ ...selection, area: ALL }, true);
      case 'selectRows':
        return view.choose(
          { ...selection, area: { ...selection.area, left: 0, right: ALL.right } },
          true,
        );
      case 'selectColumns':
        return view.choose(
          { ...selection, area: { ...selection.area, top: 0, bottom: ALL.bottom } },
          true,
        );
      case 'undo': {
        const undone = this.undo.undo(view.workbook);
        return undone ? view.goTo(undone.sheet, undone.area) : undefined;
      }
      case 'contextMenu':
        return this.delegate.openContextMenu(this.menuPoint.x, this.menuPoint.y);
      case 'filterMenu':
        return this.delegate.openFilterMenu(selection.active);
      case 'nextSheet':
        return this.delegate.stepSheet(1);
      case 'previousSheet':
        return this.delegate.stepSheet(-1);
    }
  }

  private go(to: Cell, extend: boolean): void {
    const { view } = this;
    const merge = view.sheet.merges.find((m) => containsCell(m, to.row, to.column));
    const single = merge ? selectArea(merge) : selectCell(to.row, to.column);
    view.choose(extend ? extendTo(view.selection, to, view.sheet.merges) : single, true);
  }

  /** Enter and Tab: go round inside a selection of several cells, else to the next cell. */
  private next(rows: -1 | 0 | 1, columns: -1 | 0 | 1): void {
    const { view } = this;
    const { area, active } = view.selection;
    const several = area.top !== area.bottom || area.left !== area.right;
    const merged = view.sheet.merges.some((m) => containsCell(m, active.row, active.column));
    if (!several || merged || cellAddress(active.row, active.column) === view.address) {
      const movement = { rows, columns, reach: 'cell' } as const;
      return this.go(destination(view.sheet, view.visible, active, movement, 1), false);
    }
    const height = area.bottom - area.top + 1;
    const width = area.right - area.left + 1;
    const [r, c] = [active.row - area.top, active.column - area.left];
    const order = rows ? c * height + r : r * width + c;
    const count = height * width;
    const at = (order + rows + columns + count) % count;
    const [row, column] = rows
      ? [at % height, Math.floor(at / height)]
      : [Math.floor(at / width), at % width];
    const cell = { row: area.top + row, column: area.left + column };
    view.choose({ ...view.selection, active: cell }, false);
    view.scrollTo(cell.row, cell.column);
  }

  private copy(event: ClipboardEvent, cut: boolean): void {
    event.preventDefault();
    event.clipboardData?.setData('text/plain', this.actions.copy(cut));
  }
}

const ALL = { top: 0, left: 0, bottom: 1_048_575, right: 16_383 };
