/** The few parts of a browser's window that office.js touches, for a page that runs in Node. */

interface ScriptElement {
  src: string;
  onload?: () => void;
  onerror?: (error: unknown) => void;
}

interface WindowOptions {
  /** Address of the page, with the query and fragment the host gave it. */
  readonly href: string;
  /** Address of the script element that loaded office.js. */
  readonly officeScript: string;
  /** Runs the script of an element that was put into the head. */
  loadScript(src: string): void;
  /** The host's window. */
  readonly parent: object;
}

type Listener = (event: unknown) => void;
type Timer = ReturnType<typeof setTimeout>;

/** A stand-in window for a vm context, with its listeners and timers. */
export interface PageStandIn {
  readonly globals: Record<string, unknown>;
  /** Delivers a `message` event. */
  dispatch(event: unknown): void;
  /** Ends all timers; the window is dead after this. */
  dispose(): void;
}

export function createPageWindow(options: WindowOptions): PageStandIn {
  const location = new URL(options.href);
  const listeners = new Map<string, Set<Listener>>();
  const timers = new Set<Timer>();
  const add = (name: string, listener: Listener): void => {
    listeners.set(name, (listeners.get(name) ?? new Set()).add(listener));
  };
  const remove = (name: string, listener: Listener): void => {
    listeners.get(name)?.delete(listener);
  };

  const start = (run: (...args: unknown[]) => void, delay = 0, ...args: unknown[]): Timer => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      run(...args);
    }, delay);
    timers.add(timer);
    return timer;
  };
  const repeat = (run: (...args: unknown[]) => void, delay = 0, ...args: unknown[]): Timer => {
    const timer = setInterval(run, delay, ...args);
    timers.add(timer);
    return timer;
  };
  const stop = (timer: Timer | undefined): void => {
    clearTimeout(timer);
    if (timer) timers.delete(timer);
  };

  const append = (script: ScriptElement): ScriptElement => {
    if (script.src) {
      start(() => {
        try {
          options.loadScript(script.src);
          script.onload?.();
        } catch (error) {
          script.onerror?.(error);
        }
      });
    }
    return script;
  };
  const head = { appendChild: append };
  const officeElement = { src: options.officeScript, getAttribute: () => null };
  const document = {
    URL: location.href,
    domain: location.hostname,
    readyState: 'complete',
    visibilityState: 'visible',
    cookie: '',
    head,
    body: element('body', location),
    hasFocus: () => true,
    getElementsByTagName: (tag: string) =>
      tag === 'script' ? [officeElement] : tag === 'head' ? [head] : [],
    getElementById: () => null,
    querySelectorAll: () => [],
    createElement: (tag: string) => element(tag, location),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  };

  const globals: Record<string, unknown> = {
    location: {
      href: location.href,
      protocol: location.protocol,
      host: location.host,
      hostname: location.hostname,
      port: location.port,
      pathname: location.pathname,
      search: location.search,
      hash: location.hash,
      origin: location.origin,
    },
    navigator: { userAgent: 'Node', language: 'en-US' },
    name: '',
    status: '',
    document,
    sessionStorage: storage(),
    localStorage: storage(),
    history: { replaceState: () => undefined, pushState: () => undefined },
    parent: options.parent,
    top: options.parent,
    opener: null,
    external: {},
    open: () => null,
    focus: () => undefined,
    blur: () => undefined,
    addEventListener: add,
    removeEventListener: remove,
    setTimeout: start,
    setInterval: repeat,
    clearTimeout: stop,
    clearInterval: stop,
    queueMicrotask,
    console,
    performance,
    structuredClone,
    AbortController,
    Event,
    TextEncoder,
    TextDecoder,
    URL,
    URLSearchParams,
  };
  return {
    globals,
    dispatch: (event) => {
      for (const listener of listeners.get('message') ?? []) listener(event);
    },
    dispose: () => {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
      listeners.clear();
    },
  };
}

/** Anchors take addresses apart, as office.js has them do; other elements do nothing. */
function element(tag: string, base: URL): object {
  const attributes = new Map<string, unknown>();
  const plain = {
    tagName: tag.toUpperCase(),
    style: {},
    setAttribute: (name: string, value: unknown) => void attributes.set(name, value),
    getAttribute: (name: string) => attributes.get(name) ?? null,
    appendChild: () => undefined,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  };
  if (tag.toLowerCase() !== 'a') return plain;
  let address: URL | null = null;
  const parts = ['protocol', 'host', 'hostname', 'port', 'pathname', 'search', 'hash'] as const;
  Object.defineProperty(plain, 'href', {
    get: () => address?.href ?? '',
    set: (value: string) => (address = new URL(value, base)),
  });
  for (const part of parts)
    Object.defineProperty(plain, part, { get: () => address?.[part] ?? '' });
  return plain;
}

function storage(): object {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: unknown) => void items.set(key, String(value)),
    removeItem: (key: string) => void items.delete(key),
    clear: () => items.clear(),
    key: (index: number) => [...items.keys()][index] ?? null,
    get length() {
      return items.size;
    },
  };
}
