import type { Workbook } from '../model/workbook';
import type { ApiObject } from './apiObject';
import { appContext } from './appContext';
import { CustomFunctionBridge, type FunctionsMetadata } from './customFunctions';
import { DIALOG_EVENT, Dialogs, type DialogFrame, type DialogRequest } from './dialogs';
import type { Faults } from './faults';
import { DispatchError, RichApi } from './richApi';
import { shellServices, type Shell } from './services';
import { AddinSession, type Session } from './session';
import type { Traffic } from './traffic';
import { XdmConversation, type PageMessage, type PageWindow } from './xdm';

export interface AddinHostOptions {
  readonly workbook: Workbook;
  /** Makes the object office.js calls `context.workbook`. */
  createRoot(workbook: Workbook, session: Session): ApiObject;
  /** Page of the add-in; https, or office.js refuses it. */
  readonly pageUrl: string;
  /** Origin of the workbench's own page. */
  readonly hostOrigin: string;
  /** `zh-CN`, `en-US`. */
  readonly locale: string;
  /** The add-in's functions.json with its namespace, when it has custom functions. */
  readonly functions?: { readonly metadata: FunctionsMetadata; readonly namespace: string };
  readonly openDialog?: (request: DialogRequest) => DialogFrame;
  readonly onPaneVisible?: (visible: boolean) => void;
  readonly onButtonEnabled?: (id: string, enabled: boolean) => void;
  readonly onTabVisible?: (id: string, visible: boolean) => void;
  readonly onSettingsSaved?: () => void;
}

/** Numbers of Office's dispatcher. */
const Dispatch = {
  loadSettings: 75,
  saveSettings: 76,
  richApi: 93,
  commandCompleted: 94,
  messageParent: 144,
  messageChild: 145,
} as const;

/** What a page is, as its address tells office.js. */
const Flag = { sharedRuntime: 1, customFunctions: 2 } as const;

const GET_CONTEXT = 'ContextActivationManager_getAppContextAsync';
const COMMAND_EVENT = 'appCommandInvoked';
const RICH_API_EVENT = 'richApiMessage';
const SELECTION_EVENT = 'documentSelectionChanged';
/** Settings change under an add-in when a co-author saves some: nothing does that here. */
const SETTINGS_EVENT = 'settingsChanged';
const EVENTS = new Set([COMMAND_EVENT, RICH_API_EVENT, SELECTION_EVENT, SETTINGS_EVENT]);
const EVENT_CATEGORY = 65536;
const VISIBILITY_CHANGED = 65539;

interface MethodCall {
  readonly DdaMethod: { readonly DispatchId: number; readonly Version: number };
  readonly [key: string]: unknown;
}

let hosts = 0;

/** The host of one add-in: its page, its session, its functions and commands. */
export class AddinHost implements Shell {
  startsWithDocument = false;
  readonly faults: Faults;
  readonly traffic: Traffic;
  readonly session: AddinSession;
  private readonly richApi: RichApi;
  readonly functions: CustomFunctionBridge | null;
  private readonly dialogs: Dialogs;
  private readonly appId = 'addin';
  private page: XdmConversation | null = null;
  private readonly conversationId = `page${++hosts}`;
  private visible = true;
  private outbox: unknown[] = [];
  private commands = 0;
  private readonly running = new Map<string, () => void>();
  private readonly endSelectionEvents: () => void;
  private readonly whenReady: Promise<void>;
  private markReady: () => void = () => undefined;

  constructor(private readonly options: AddinHostOptions) {
    const { workbook, functions } = options;
    this.whenReady = new Promise((resolve) => (this.markReady = resolve));
    this.session = new AddinSession(workbook, ({ type, target, args }) =>
      this.push([[EVENT_CATEGORY, type, target, JSON.stringify(args)]]),
    );
    this.endSelectionEvents = workbook.events.on('selectionChanged', () =>
      this.page?.fire(SELECTION_EVENT, {}),
    );
    this.functions = functions
      ? new CustomFunctionBridge(workbook, functions.metadata, functions.namespace, (entries) =>
          this.push(entries),
        )
      : null;
    const services = { ...shellServices(this), ...this.functions?.services };
    this.richApi = new RichApi(options.createRoot(workbook, this.session), services, this.session);
    this.faults = this.richApi.faults;
    this.traffic = this.richApi.traffic;
    this.dialogs = new Dialogs({
      hostOrigin: options.hostOrigin,
      address: (url, id) => this.address(url, id, true),
      open: (request) => this.openDialog(request),
      notify: (data) => this.page?.fire(DIALOG_EVENT, data),
      call: (action, data) => this.call(action, data),
    });
  }

  /** Address to load the add-in's page from: office.js reads host and conversation out of it. */
  frameUrl(): string {
    return this.address(this.options.pageUrl, this.conversationId, false);
  }

  /** @param window - the window that loads, or will load, `frameUrl()` */
  connect(window: PageWindow): void {
    this.page?.close();
    this.reset();
    const { pageUrl, hostOrigin } = this.options;
    const origin = new URL(pageUrl).origin;
    this.page = new XdmConversation(this.conversationId, window, origin, hostOrigin, {
      call: (action, data) => {
        if (action === GET_CONTEXT) this.reset(); // the first word of a page, also of one reloaded
        return this.call(action, data);
      },
      subscribe: (event, data) => this.subscribe(event, data),
      unsubscribe: (event) => this.unsubscribe(event),
    });
  }

  /** Takes any `message` event of the workbench's window; what is not the add-in's is passed over. */
  receive(message: PageMessage): void {
    this.page?.receive(message);
    this.dialogs.receive(message);
  }

  /**
   * Runs a function command, as the ribbon or the context menu does.
   * @param action - name the page gave it with `Office.actions.associate`
   * @param controlId - id of the button, `event.source.id` in the page
   * @returns when the page says `event.completed()`
   */
  async invokeCommand(action: string, controlId: string): Promise<void> {
    await this.whenReady;
    const id = `${controlId}#${++this.commands}`;
    const done = new Promise<void>((resolve) => this.running.set(id, resolve));
    const event = JSON.stringify({ source: { id: controlId } });
    this.page?.fire(COMMAND_EVENT, { 0: id, 1: action, 2: event });
    return done;
  }

  /** Whether a person is editing a cell. */
  set cellEditMode(editing: boolean) {
    this.richApi.cellEditMode = editing;
  }

  get paneVisible(): boolean {
    return this.visible;
  }

  /** Shows or hides the pane; the page is told. */
  set paneVisible(visible: boolean) {
    if (visible === this.visible) return;
    this.visible = visible;
    const args = JSON.stringify({ visibility: visible ? 'Visible' : 'Hidden' });
    this.push([[EVENT_CATEGORY, VISIBILITY_CHANGED, '', args]]);
    this.options.onPaneVisible?.(visible);
  }

  setButtonEnabled(id: string, enabled: boolean): void {
    this.options.onButtonEnabled?.(id, enabled);
  }

  setTabVisible(id: string, visible: boolean): void {
    this.options.onTabVisible?.(id, visible);
  }

  actionsReady(): void {
    this.markReady();
  }

  /** The person closed the dialog the add-in had opened. */
  dismissDialog(): void {
    this.dialogs.dismiss();
  }

  dispose(): void {
    this.dialogs.close();
    this.page?.close();
    this.functions?.dispose();
    this.session.dispose();
    this.endSelectionEvents();
  }

  private address(url: string, conversationId: string, isDialog: boolean): string {
    const { locale, hostOrigin, functions } = this.options;
    const flags = isDialog ? 0 : Flag.sharedRuntime | (functions ? Flag.customFunctions : 0);
    const dialog = isDialog ? 'isDialog' : '';
    const info = ['Excel', 'Web', '16.00', locale, 'telemetry', dialog, 'disableLogging', flags];
    const page = new URL(url);
    page.search += `${page.search ? '&' : '?'}_host_Info=${info.join('$')}`;
    const xdm = [conversationId, this.appId, encodeURIComponent(hostOrigin)].join('|');
    return `${page.href}#&_xdm_Info=${xdm}`;
  }

  private reset(): void {
    this.outbox = [];
    this.page?.reset();
    this.session.reset();
    this.functions?.reset();
    this.dialogs.close();
  }

  /** Entries of one turn travel together, after the answer to the batch that raised them. */
  private push(entries: readonly unknown[]): void {
    if (this.outbox.length === 0) setTimeout(() => this.flush(), 0);
    this.outbox.push(...entries);
  }

  private flush(): void {
    const entries = this.outbox;
    this.outbox = [];
    this.page?.fire(RICH_API_EVENT, { ArrayData: entries });
  }

  private openDialog(request: DialogRequest): DialogFrame {
    if (!this.options.openDialog) throw new Error('This workbench shows no dialogs.');
    return this.options.openDialog(request);
  }

  private subscribe(event: string, data: unknown): unknown {
    if (event === DIALOG_EVENT) {
      const { targetId } = data as { targetId: string };
      return this.dialogs.open(JSON.parse(targetId) as DialogRequest);
    }
    return { Error: EVENTS.has(event) ? DispatchError.none : DispatchError.notSupported };
  }

  private unsubscribe(event: string): unknown {
    if (event === DIALOG_EVENT) this.dialogs.close();
    return { Error: DispatchError.none };
  }

  private call(action: string, data: unknown): unknown {
    switch (action) {
      case GET_CONTEXT:
        return appContext(this.options, this.appId, this.conversationId);
      case 'ContextActivationManager_notifyHost':
        return null;
      case 'executeMethod':
        return this.execute(data as MethodCall);
      default:
        throw new Error(`The workbench does not implement ${action}.`);
    }
  }

  private async execute(call: MethodCall): Promise<unknown> {
    const { DispatchId: id, Version } = call.DdaMethod;
    const ok = { Error: DispatchError.none, Version };
    switch (id) {
      case Dispatch.richApi:
        return { Version, ...(await this.executeRichApi(call.ArrayData as unknown[])) };
      case Dispatch.saveSettings:
        this.saveSettings(call.DdaSettingsMethod as SettingsCall);
        return ok;
      case Dispatch.loadSettings: {
        const entries = [...this.options.workbook.settings];
        const Settings = entries.map(([Name, Value]) => ({ Name, Value }));
        return { ...ok, Properties: { Settings } };
      }
      case Dispatch.commandCompleted:
        this.running.get(String(call['0']))?.();
        this.running.delete(String(call['0']));
        return ok;
      case Dispatch.messageParent:
        this.dialogs.messageParent(call.messageToParent);
        return ok;
      case Dispatch.messageChild:
        this.dialogs.messageChild(call.messageContent);
        return ok;
      default:
        return { Error: DispatchError.notSupported, Version };
    }
  }

  private async executeRichApi(message: readonly unknown[]): Promise<object> {
    const [, , , , body, , flags] = message;
    const text = Array.isArray(body) ? body.join('') : String(body);
    const answer = await this.richApi.execute(text, Number(flags));
    return 'error' in answer
      ? { Error: answer.error }
      : { Error: DispatchError.none, Data: [200, [], answer.body] };
  }

  private saveSettings({ Properties }: SettingsCall): void {
    const { settings } = this.options.workbook;
    settings.clear();
    for (const [key, value] of Properties) settings.set(key, value);
    this.options.onSettingsSaved?.();
  }
}

interface SettingsCall {
  readonly Properties: readonly (readonly [string, string])[];
}
