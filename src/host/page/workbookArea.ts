import { containsCell, parseArea, splitSheet, type Area } from '../model/address';
import {
  activateSheet,
  addSheet,
  clearFilter,
  deleteSheet,
  renameSheet,
  setFilter,
} from '../model/edits';
import type { Sheet } from '../model/sheet';
import type { Workbook } from '../model/workbook';
import { cellMenu } from './cellMenu';
import { element } from './element';
import { openFilterMenu } from './filterMenu';
import { filterChoices, filterRangeAt } from './filterTargets';
import { FormulaBar } from './formulaBar';
import type { CellLook } from './grid/cellLook';
import type { Appearance } from './grid/gridTheme';
import { SheetView } from './grid/sheetView';
import type { AddinCommand } from './manifest';
import { openMenu } from './menu';
import { SheetEditor } from './sheetEditor';
import { SheetTabs } from './sheetTabs';
import { statistics, StatusBar } from './statusBar';
import type { Language, Strings } from './strings';

export interface WorkbookAreaDelegate {
  readonly cellCommands: readonly AddinCommand[];
  run(command: AddinCommand): void;
  editing(on: boolean): void;
  failed(message: string): void;
}

/** Everything of the page that shows the workbook: formula bar, grid, tabs, status bar. */
export class WorkbookArea {
  readonly root: HTMLElement;
  readonly status: StatusBar;
  readonly view: SheetView;
  private readonly formulaBar: FormulaBar;
  private readonly tabs: SheetTabs;
  private readonly editor: SheetEditor;
  private readonly live = element('div', { class: 'visually-hidden', 'aria-live': 'polite' });
  private readonly tip = element('div', { class: 'tip', role: 'tooltip', hidden: true });
  private endFollowing: () => void = () => undefined;

  constructor(
    private readonly strings: Strings,
    language: Language,
    appearance: Appearance,
    private readonly delegate: WorkbookAreaDelegate,
  ) {
    this.formulaBar = new FormulaBar(strings, {
      goTo: (reference) => this.goToReference(reference),
      begin: () => this.editor.begin('edit'),
      changed: (text) => this.editor.setText(text),
      end: (key, back) => this.endFormula(key, back ? -1 : 1),
    });
    this.tabs = new SheetTabs(strings, {
      activate: (sheet) => this.attempt(() => activateSheet(this.workbook, sheet)),
      add: () =>
        this.attempt(() =>
          activateSheet(this.workbook, addSheet(this.workbook, undefined, 'user')),
        ),
      rename: (sheet, name) => this.attempt(() => renameSheet(this.workbook, sheet, name)),
      remove: (sheet) => this.attempt(() => deleteSheet(this.workbook, sheet, 'user')),
      leave: () => this.editor.focus(),
    });
    this.status = new StatusBar(strings, language);
    const canvas = element('div', { class: 'canvas', 'aria-hidden': 'true' });
    const grid = element(
      'div',
      { class: 'grid', role: 'group', 'aria-label': strings.grid },
      canvas,
    );
    this.root = element(
      'main',
      { class: 'workbook' },
      this.formulaBar.root,
      grid,
      this.tabs.root,
      this.status.root,
      this.live,
      this.tip,
    );
    this.view = new SheetView(canvas, appearance, {
      shown: () => this.shown(),
      selectedByPointer: () => {
        if (this.editor.editing) this.editor.commit(0, 0);
        this.editor.focus();
      },
      edit: () => this.editor.begin('edit'),
      follow: (row, column) => this.followLink(row, column),
      contextMenu: (x, y) => this.openCellMenu(x, y),
      filterMenu: (row, column, x, y) => this.openFilter(row, column, x, y),
      hover: (look, x, y) => this.hover(look, x, y),
      scrolled: () => {
        this.tip.hidden = true;
        this.editor.follow();
      },
    });
    this.editor = new SheetEditor(grid, this.view, {
      text: (text) => this.formulaBar.setText(text),
      editing: (on) => {
        this.status.setMode(on ? strings.editing : strings.ready);
        delegate.editing(on);
      },
      failed: (error) => this.fail(error),
      openContextMenu: (x, y) => this.openCellMenu(x, y),
      openFilterMenu: ({ row, column }) => {
        const { x, y } = this.editor.menuPoint;
        this.openFilter(row, column, x, y);
      },
      stepSheet: (by) => this.stepSheet(by),
    });
  }

  get workbook(): Workbook {
    return this.view.workbook;
  }

  open(workbook: Workbook): void {
    if (this.editor.editing) this.editor.cancel();
    this.endFollowing();
    this.editor.undo.clear();
    this.endFollowing = workbook.events.on('changed', ({ origin }) => {
      if (origin !== 'user') this.editor.undo.clear();
    });
    this.view.open(workbook);
    this.editor.focus();
  }

  /** Ends an edit in progress, as before saving. @returns false when its text is refused */
  commit(): boolean {
    return !this.editor.editing || this.editor.commit(0, 0);
  }

  private shown(): void {
    const { view } = this;
    const { row, column } = view.selection.active;
    this.tabs.show(view.workbook);
    this.editor.follow();
    if (!this.editor.editing) this.formulaBar.show(view.address, this.editor.source());
    this.status.showStatistics(statistics(view.sheet, view.selection.area));
    const label = `${view.address} ${view.cellLook(row, column).text || this.strings.blank}`;
    this.editor.editor.describe(label);
    if (this.live.textContent !== label) this.live.textContent = label;
  }

  private endFormula(key: string, direction: 1 | -1): void {
    if (!this.editor.editing) return this.editor.focus();
    if (key === 'Escape') this.editor.cancel();
    else if (!this.editor.commit(key === 'Enter' ? direction : 0, key === 'Tab' ? direction : 0)) {
      return;
    }
    this.editor.focus();
  }

  private goToReference(reference: string): void {
    const place = this.resolve(reference);
    if (!place) return this.delegate.failed(this.strings.badReference);
    this.attempt(() => this.view.goTo(place.sheet, place.area));
    this.editor.focus();
  }

  /** @returns the cells an address or a name stands for */
  private resolve(reference: string): { sheet: Sheet; area: Area } | null {
    const { workbook } = this;
    const named =
      workbook.definedName(reference, workbook.activeSheet) ??
      workbook.definedName(reference, null);
    const { sheet: name, address } = splitSheet((named?.formula ?? reference).replace(/^[=#]/, ''));
    const sheet = name === null ? workbook.activeSheet : workbook.sheet(name);
    const area = parseArea(address);
    if (sheet && area) return { sheet, area };
    const table = workbook.table(reference);
    return table ? { sheet: table.sheet, area: table.area } : null;
  }

  private followLink(row: number, column: number): void {
    const link = this.view.sheet.hyperlinks.find((l) => containsCell(l.area, row, column));
    if (!link) return;
    if (link.documentReference) this.goToReference(link.documentReference);
    else if (link.address && /^(https?|mailto):/i.test(link.address)) {
      window.open(link.address, '_blank', 'noopener');
    }
  }

  private openCellMenu(x: number, y: number): void {
    const { strings, delegate, editor } = this;
    const failed = (message: string) => delegate.failed(message);
    const run = (command: AddinCommand) => delegate.run(command);
    const items = cellMenu(strings, editor, delegate.cellCommands, failed, run);
    openMenu(strings.cellMenu, items, x, y, editor.editor.box);
  }

  private openFilter(row: number, column: number, x: number, y: number): void {
    const { workbook, view, editor } = this;
    const range = filterRangeAt(workbook, view.sheet, row, column);
    if (range?.area.top !== row) return;
    const offset = column - range.area.left;
    openFilterMenu(
      this.strings,
      filterChoices(workbook, view.sheet, range, column),
      range.filters.get(offset) ?? null,
      {
        sort: (ascending) => {
          view.goTo(view.sheet, { top: row, left: column, bottom: row, right: column });
          this.attempt(() => editor.actions.sort(ascending));
        },
        apply: (filter) => this.attempt(() => setFilter(workbook, range.target, offset, filter)),
        clear: () => this.attempt(() => clearFilter(workbook, range.target, offset)),
      },
      x,
      y,
      editor.editor.box,
    );
  }

  private hover(look: CellLook, x: number, y: number): void {
    this.tip.hidden = look.note === null;
    this.tip.textContent = look.note;
    this.tip.style.left = `${x + 12}px`;
    this.tip.style.top = `${y + 16}px`;
  }

  private stepSheet(by: 1 | -1): void {
    const shown = this.workbook.sheets.filter((s) => s.visibility === 'Visible');
    const next = shown[shown.indexOf(this.workbook.activeSheet) + by];
    if (next) activateSheet(this.workbook, next);
  }

  private attempt(run: () => void): void {
    this.editor.attempt(run);
  }

  private fail(error: unknown): void {
    const { code, message } = error as { code?: string; message: string };
    this.delegate.failed(this.strings.errors[code ?? ''] ?? message);
  }
}
