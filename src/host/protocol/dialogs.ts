import { DispatchError } from './richApi';
import { XdmConversation, type PageMessage, type PageWindow } from './xdm';

/** A dialog the add-in asks for; width and height in percent of the screen. */
export interface DialogRequest {
  readonly url: string;
  readonly width: number;
  readonly height: number;
}

/** A dialog as the workbench shows it. */
export interface DialogFrame {
  readonly window: PageWindow;
  close(): void;
}

/** Event through which the opener of a dialog hears of messages and of its closing. */
export const DIALOG_EVENT = 'dialogMessageReceived';
const PARENT_EVENT = 'dialogParentMessageReceived';

/** `Office.context.ui`'s number for "the person closed the dialog". */
const CLOSED_BY_USER = 12006;
const MESSAGE = 0;

interface DialogOptions {
  readonly hostOrigin: string;
  /** Address that makes office.js in the dialog talk to the conversation. */
  address(url: string, conversationId: string): string;
  open(request: DialogRequest): DialogFrame;
  /** Tells the opener. */
  notify(data: unknown): void;
  call(action: string, data: unknown): unknown;
}

/** The dialog of an add-in: at most one, as in Excel. */
export class Dialogs {
  private current: { conversation: XdmConversation; frame: DialogFrame } | null = null;
  private count = 0;

  constructor(private readonly options: DialogOptions) {}

  /** @param request - as office.js writes it when it registers for the dialog's messages */
  open(request: DialogRequest): { Error: number } {
    this.close();
    const { hostOrigin } = this.options;
    const id = `dialog${++this.count}`;
    const frame = this.options.open({ ...request, url: this.options.address(request.url, id) });
    const pageOrigin = new URL(request.url).origin;
    const conversation = new XdmConversation(id, frame.window, pageOrigin, hostOrigin, {
      call: (action, data) => this.options.call(action, data),
      subscribe: () => ({ Error: DispatchError.none }),
      unsubscribe: () => ({ Error: DispatchError.none }),
    });
    this.current = { conversation, frame };
    return { Error: DispatchError.none };
  }

  receive(message: PageMessage): void {
    this.current?.conversation.receive(message);
  }

  /** `messageParent` in the dialog. */
  messageParent(text: unknown): void {
    this.options.notify({
      messageType: MESSAGE,
      messageContent: text,
      messageOrigin: this.options.hostOrigin,
    });
  }

  /** `dialog.messageChild` in the opener. */
  messageChild(text: unknown): void {
    this.current?.conversation.fire(PARENT_EVENT, {
      messageType: MESSAGE,
      messageContent: text,
      messageOrigin: this.options.hostOrigin,
    });
  }

  /** The person closed the dialog. */
  dismiss(): void {
    if (!this.current) return;
    this.close();
    this.options.notify({ messageType: CLOSED_BY_USER });
  }

  /** The opener closed it. */
  close(): void {
    this.current?.conversation.close();
    this.current?.frame.close();
    this.current = null;
  }
}
