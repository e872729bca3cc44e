import type { Workbook } from '../model/workbook';
import type { AddinHost } from '../protocol/addinHost';
import type { FunctionsMetadata } from '../protocol/customFunctions';
import { openDialog } from './dialog';
import { element } from './element';
import type { Appearance } from './grid/gridTheme';
import type { Manifest } from './manifest';
import type { Language, Strings } from './strings';

export interface PaneDelegate {
  visible(visible: boolean): void;
  buttonEnabled(id: string, enabled: boolean): void;
  tabVisible(visible: boolean): void;
}

const WIDTH = { default: 350, least: 280, most: 800 };

/** The task pane: the add-in's page in a frame, answered by the host. */
export class Pane {
  readonly root: HTMLElement;
  host: AddinHost | null = null;
  private readonly body = element('div', { class: 'pane-body' });
  private width = WIDTH.default;

  constructor(
    private readonly strings: Strings,
    private readonly language: Language,
    private readonly manifest: Manifest,
    private readonly delegate: PaneDelegate,
  ) {
    const handle = element('div', {
      class: 'pane-handle',
      role: 'separator',
      tabindex: 0,
      'aria-orientation': 'vertical',
      'aria-label': strings.paneWidth,
      'aria-valuemin': WIDTH.least,
      'aria-valuemax': WIDTH.most,
      onpointerdown: (event: PointerEvent) => this.drag(event, handle),
      onkeydown: (event: KeyboardEvent) => {
        const by = { ArrowLeft: 20, ArrowRight: -20 }[event.key];
        if (by) this.resize(this.width + by, handle);
      },
    });
    const close = element(
      'button',
      {
        type: 'button',
        class: 'icon',
        'aria-label': strings.hidePane,
        onclick: () => this.show(false),
      },
      '×',
    );
    const head = element('header', {}, element('h2', {}, manifest.name), close);
    this.root = element(
      'aside',
      { class: 'pane', 'aria-label': strings.pane },
      handle,
      element('div', { class: 'pane-frame' }, head, this.body),
    );
    this.resize(this.width, handle);
    window.addEventListener('message', (event) => this.host?.receive(event));
  }

  /** Loads the add-in afresh for a workbook. */
  async connect(workbook: Workbook, appearance: Appearance): Promise<void> {
    const [{ AddinHost }, { createApiRoot }, functions] = await Promise.all([
      import('../protocol/addinHost'),
      import('../api'),
      this.functions(),
    ]);
    this.host?.dispose();
    const host = new AddinHost({
      workbook,
      createRoot: createApiRoot,
      pageUrl: new URL(this.manifest.paneUrl, location.href).href,
      hostOrigin: location.origin,
      locale: this.language,
      ...(functions && { functions }),
      openDialog: (request) => openDialog(this.strings, request, () => host.dismissDialog()),
      onPaneVisible: (visible) => this.applyVisible(visible),
      onButtonEnabled: (id, enabled) => this.delegate.buttonEnabled(id, enabled),
      onTabVisible: (_id, visible) => this.delegate.tabVisible(visible),
    });
    this.host = host;
    sessionStorage.clear(); // office.js caches the settings of the workbook before
    const frame = element('iframe', {
      title: this.manifest.name,
      allow: 'clipboard-read; clipboard-write',
    });
    this.body.replaceChildren(frame);
    this.setAppearance(appearance);
    host.connect(frame.contentWindow!);
    frame.src = host.frameUrl();
  }

  /** The frame's colour scheme is what the page in it sees as `prefers-color-scheme`. */
  setAppearance(appearance: Appearance): void {
    this.body.style.colorScheme = appearance;
  }

  show(visible: boolean): void {
    if (this.host) this.host.paneVisible = visible;
    this.applyVisible(visible);
  }

  get visible(): boolean {
    return !this.root.hidden;
  }

  private applyVisible(visible: boolean): void {
    this.root.hidden = !visible;
    this.delegate.visible(visible);
  }

  private async functions() {
    const declared = this.manifest.functions;
    if (!declared) return null;
    const response = await fetch(declared.metadataUrl);
    if (!response.ok) return null;
    const metadata = (await response.json()) as FunctionsMetadata;
    return { metadata, namespace: declared.namespace };
  }

  private drag(event: PointerEvent, handle: HTMLElement): void {
    handle.setPointerCapture(event.pointerId);
    const right = this.root.getBoundingClientRect().right;
    this.root.classList.add('resizing');
    const move = (to: PointerEvent) => this.resize(right - to.clientX, handle);
    const up = () => {
      this.root.classList.remove('resizing');
      handle.removeEventListener('pointermove', move);
    };
    handle.addEventListener('pointermove', move);
    handle.addEventListener('pointerup', up, { once: true });
  }

  private resize(width: number, handle: HTMLElement): void {
    this.width = Math.max(WIDTH.least, Math.min(WIDTH.most, width));
    this.root.style.width = `${this.width}px`;
    handle.setAttribute('aria-valuenow', String(this.width));
  }
}
