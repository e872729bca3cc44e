import { createWorkbook } from '../model/createWorkbook';
import type { Workbook } from '../model/workbook';
import type { AddinHost } from '../protocol/addinHost';
import { element } from './element';
import type { CellLook } from './grid/cellLook';
import { selectArea } from './grid/selection';
import type { Appearance } from './grid/gridTheme';
import { parseManifest, type AddinCommand, type Manifest } from './manifest';
import { Pane } from './pane';
import { Ribbon } from './ribbon';
import { listSamples, openSample } from './samples';
import { stringsOf, type Language, type Strings } from './strings';
import { TopBar } from './topBar';
import { WorkbookArea } from './workbookArea';

/** The page: a workbook, and the add-in beside it. */
export class Workbench {
  private strings!: Strings;
  private top!: TopBar;
  private area!: WorkbookArea;
  private pane: Pane | null = null;
  private ribbon: Ribbon | null = null;
  private manifest: Manifest | null = null;
  private readonly messages = element('div', { class: 'messages' });

  constructor(
    private readonly root: HTMLElement,
    private language: Language,
    private appearance: Appearance,
    private workbook: Workbook,
  ) {
    this.acceptDrops();
    this.build();
  }

  /** What tests and the console may look at; see `window.workbench`. */
  get seam(): WorkbenchSeam {
    const { area } = this;
    return {
      workbook: this.workbook,
      host: this.pane?.host ?? null,
      grid: {
        cellLook: (row, column) => area.view.cellLook(row, column),
        visibleText: (row, column) => area.view.cellLook(row, column).text,
        scrollTo: (row, column) => area.view.scrollTo(row, column),
        select: (top, left, bottom = top, right = left) =>
          area.view.choose(selectArea({ top, left, bottom, right }), true),
        cellRect: (row, column) => area.view.rectOf(row, column),
      },
    };
  }

  private build(): void {
    this.strings = stringsOf(this.language);
    document.documentElement.lang = this.language;
    document.documentElement.setAttribute('data-theme', this.appearance);
    this.pane?.host?.dispose();
    this.pane = null;
    this.top = new TopBar(this.strings, this.language, this.appearance, {
      newWorkbook: () => this.show(createWorkbook()),
      open: (file) => void this.openFile(file),
      save: () => void this.save(),
      samples: listSamples,
      openSample: (sample) => void this.openFrom(() => openSample(sample)),
      setLanguage: (language) => this.setLanguage(language),
      setAppearance: (appearance) => this.setAppearance(appearance),
      togglePane: () => this.pane?.show(!this.pane.visible),
    });
    const addinCommands = (): readonly AddinCommand[] => this.manifest?.cellMenu ?? [];
    this.area = new WorkbookArea(this.strings, this.language, this.appearance, {
      get cellCommands() {
        return addinCommands();
      },
      run: (command) => void this.run(command),
      editing: (on) => {
        if (!on) this.messages.replaceChildren();
        if (this.pane?.host) this.pane.host.cellEditMode = on;
      },
      failed: (message) => this.tell(message),
    });
    const body = element('div', { class: 'body' }, this.area.root);
    this.root.replaceChildren(element('header', {}, this.top.root, this.messages), body);
    this.top.showName(this.workbook.fileName);
    this.area.open(this.workbook);
    void this.loadAddin(body);
  }

  private async loadAddin(body: HTMLElement): Promise<void> {
    const response = await fetch('/manifest.xml').catch(() => null);
    if (!response?.ok) {
      this.tell(this.strings.noAddin);
      return;
    }
    const manifest = parseManifest(await response.text(), this.language);
    this.manifest = manifest;
    this.ribbon = new Ribbon(this.strings, manifest, (command) => void this.run(command));
    this.top.root.after(this.ribbon.root);
    this.pane = new Pane(this.strings, this.language, manifest, {
      visible: (visible) => this.top.showPane(visible),
      buttonEnabled: (id, enabled) => this.ribbon?.setEnabled(id, enabled),
      tabVisible: (visible) => this.ribbon?.setVisible(visible),
    });
    body.append(this.pane.root);
    await this.pane.connect(this.workbook, this.appearance);
  }

  private async run(command: AddinCommand): Promise<void> {
    if (command.action === null) this.pane?.show(true);
    else await this.pane?.host?.invokeCommand(command.action, command.id);
  }

  private show(workbook: Workbook): void {
    this.workbook = workbook;
    this.messages.replaceChildren();
    this.top.showName(workbook.fileName);
    this.area.open(workbook);
    void this.pane?.connect(workbook, this.appearance);
  }

  private async openFile(file: File): Promise<void> {
    await this.openBytes(new Uint8Array(await file.arrayBuffer()), file.name);
  }

  private openBytes(bytes: Uint8Array, name: string): Promise<void> {
    return this.openFrom(async () => {
      const { openWorkbook } = await import('../file/openWorkbook');
      return openWorkbook(bytes, name);
    });
  }

  private async openFrom(source: () => Promise<Workbook>): Promise<void> {
    this.area.status.setMode(this.strings.loading);
    try {
      this.show(await source());
    } catch (error) {
      this.tell(`${this.strings.cannotOpen}: ${this.reason(error)}`);
    }
    this.area.status.setMode(this.strings.ready);
  }

  private async save(): Promise<void> {
    if (!this.area.commit()) return;
    this.area.status.setMode(this.strings.saving);
    try {
      const { saveWorkbook } = await import('../file/saveWorkbook');
      const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
      const bytes = saveWorkbook(this.workbook) as Uint8Array<ArrayBuffer>;
      const url = URL.createObjectURL(new Blob([bytes], { type }));
      const [, name, macros] = /^(.*?)(\.xlsm)?(?:\.[^.]*)?$/i.exec(this.workbook.fileName)!;
      const download = `${name}${macros ?? '.xlsx'}`;
      element('a', { href: url, download }).click();
      setTimeout(() => URL.revokeObjectURL(url), 60_000);
    } catch (error) {
      this.tell(`${this.strings.cannotSave}: ${this.reason(error)}`);
    }
    this.area.status.setMode(this.strings.ready);
  }

  private setLanguage(language: Language): void {
    this.language = language;
    localStorage.setItem('language', language);
    this.build();
  }

  private setAppearance(appearance: Appearance): void {
    this.appearance = appearance;
    localStorage.setItem('appearance', appearance);
    this.build();
  }

  private reason(error: unknown): string {
    const { code, message } = error as { code?: string; message: string };
    return this.strings.errors[code ?? ''] ?? message;
  }

  private tell(message: string): void {
    const bar = element(
      'div',
      { class: 'message', role: 'alert' },
      element('span', {}, message),
      element(
        'button',
        {
          type: 'button',
          class: 'icon',
          'aria-label': this.strings.close,
          onclick: () => bar.remove(),
        },
        '×',
      ),
    );
    this.messages.replaceChildren(bar);
  }

  private acceptDrops(): void {
    const hint = element('div', { class: 'drop-hint', hidden: true });
    document.body.append(hint);
    let depth = 0;
    const show = (by: number) => {
      depth += by;
      hint.hidden = depth <= 0;
      hint.textContent = this.strings.dropHere;
    };
    document.addEventListener('dragenter', () => show(1));
    document.addEventListener('dragleave', () => show(-1));
    document.addEventListener('dragover', (event) => event.preventDefault());
    document.addEventListener('drop', (event) => {
      event.preventDefault();
      show(-depth);
      const file = event.dataTransfer?.files[0];
      if (file) void this.openFile(file);
    });
  }
}

/** Read by tests as `window.workbench`; rows and columns are zero-based, hidden ones included. */
export interface WorkbenchSeam {
  readonly workbook: Workbook;
  readonly host: AddinHost | null;
  readonly grid: {
    /** How the cell is painted, rules and number format taken in. */
    cellLook(row: number, column: number): CellLook;
    visibleText(row: number, column: number): string;
    scrollTo(row: number, column: number): void;
    /** Selects as a person does: the add-in hears of it. */
    select(top: number, left: number, bottom?: number, right?: number): void;
    /** Where the cell is, in pixels from the grid's corner. */
    cellRect(
      row: number,
      column: number,
    ): { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  };
}

declare global {
  interface Window {
    /** A view into the running workbench for tests; not for the add-in. */
    readonly workbench: WorkbenchSeam;
  }
}
