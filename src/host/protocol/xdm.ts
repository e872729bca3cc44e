/** A window a message can be posted to; in Node a stand-in. */
export interface PageWindow {
  postMessage(message: string, targetOrigin: string): void;
}

/** What a `message` event brings. */
export interface PageMessage {
  readonly data: unknown;
  readonly origin: string;
  readonly source: unknown;
}

/** What the page asks of its host; the answer, or a promise of it, goes back as `_data`. */
export interface XdmHandler {
  call(action: string, data: unknown): unknown;
  subscribe(event: string, data: unknown): unknown;
  unsubscribe(event: string): unknown;
}

interface Envelope {
  readonly _messageType: number;
  readonly _actionType: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data: unknown;
}

const MessageType = { request: 0, response: 1 } as const;
const ActionKind = { call: 0, subscribe: 1, unsubscribe: 2 } as const;
const ResponseType = { answer: 0, event: 1 } as const;
const ERROR_HANDLING_REQUEST = -2;

/** One conversation of Excel on the web's cross-document messaging, seen from the host. */
export class XdmConversation {
  private readonly subscriptions = new Set<string>();
  private closed = false;

  constructor(
    readonly id: string,
    private readonly page: PageWindow,
    private readonly pageOrigin: string,
    private readonly hostOrigin: string,
    private readonly handler: XdmHandler,
  ) {}

  /** Takes a message of the page; those of other windows, origins or conversations are not ours. */
  receive(message: PageMessage): void {
    if (message.source !== this.page || message.origin !== this.pageOrigin) return;
    const request = parse(message.data);
    if (request?._conversationId !== this.id || request._messageType !== MessageType.request)
      return;
    void this.answer(request);
  }

  /** Tells the page of an event it subscribed to; one it did not is dropped. */
  fire(event: string, data: unknown): void {
    if (this.subscriptions.has(event)) this.post(event, -1, ResponseType.event, 0, data);
  }

  /** Forgets what a page that is gone subscribed to. */
  reset(): void {
    this.subscriptions.clear();
  }

  close(): void {
    this.closed = true;
    this.reset();
  }

  private async answer(request: Envelope): Promise<void> {
    const { _actionName: name, _correlationId: id } = request;
    try {
      const data = await this.dispatch(request);
      this.post(name, id, ResponseType.answer, 0, data);
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      this.post(name, id, ResponseType.answer, ERROR_HANDLING_REQUEST, text);
    }
  }

  private dispatch({ _actionType, _actionName, _data }: Envelope): unknown {
    switch (_actionType) {
      case ActionKind.subscribe:
        this.subscriptions.add(_actionName);
        return this.handler.subscribe(_actionName, _data);
      case ActionKind.unsubscribe:
        this.subscriptions.delete(_actionName);
        return this.handler.unsubscribe(_actionName);
      default:
        return this.handler.call(_actionName, _data);
    }
  }

  private post(name: string, id: number, type: number, error: number, data: unknown): void {
    if (this.closed) return;
    const envelope = {
      _messageType: MessageType.response,
      _responseType: type,
      _actionName: name,
      _conversationId: this.id,
      _correlationId: id,
      _origin: this.hostOrigin,
      _errorCode: error,
      _data: data,
      _serializerVersion: 1,
    };
    this.page.postMessage(JSON.stringify(envelope), this.pageOrigin);
  }
}

function parse(data: unknown): Envelope | null {
  if (typeof data !== 'string' || !data.startsWith('{')) return null;
  try {
    return JSON.parse(data) as Envelope;
  } catch {
    return null; // another library's message
  }
}
