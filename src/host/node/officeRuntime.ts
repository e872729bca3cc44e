import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import type { Workbook } from '../model/workbook';
import { AddinHost, type AddinHostOptions } from '../protocol/addinHost';
import type { Faults } from '../protocol/faults';
import type { Traffic } from '../protocol/traffic';
import type { PageWindow } from '../protocol/xdm';
import { createPageWindow } from './pageWindow';

const ORIGIN = 'https://localhost';
const OFFICE_BASE = `${ORIGIN}/office/`;

export interface OfficeRuntimeOptions extends Partial<
  Omit<AddinHostOptions, 'workbook' | 'createRoot'>
> {
  readonly workbook: Workbook;
  readonly createRoot: AddinHostOptions['createRoot'];
  /** Script files run in the page after office.js, in order: a built add-in. */
  readonly scripts?: readonly string[];
}

/** An add-in's page running office.js in Node, on a workbook. */
export interface OfficeRuntime {
  readonly Office: typeof Office;
  readonly Excel: typeof Excel;
  readonly CustomFunctions: typeof CustomFunctions;
  readonly OfficeExtension: typeof OfficeExtension;
  /** Global object of the page. */
  readonly window: Readonly<Record<string, unknown>>;
  readonly workbook: Workbook;
  readonly host: AddinHost;
  readonly traffic: Traffic;
  readonly faults: Faults;
  /** Ends the page's timers and the host's subscriptions; nothing of it keeps Node alive. */
  dispose(): void;
}

/**
 * Boots the unmodified office.js in a context of its own, as the task pane would.
 * @returns when `Office.onReady` has resolved
 */
export async function bootOfficeRuntime(options: OfficeRuntimeOptions): Promise<OfficeRuntime> {
  const { scripts = [], ...rest } = options;
  const host = new AddinHost({
    pageUrl: `${ORIGIN}/taskpane.html`,
    hostOrigin: ORIGIN,
    locale: 'en-US',
    ...rest,
  });
  const hostWindow = {
    postMessage: (data: unknown) =>
      void setImmediate(() => host.receive({ data, origin: ORIGIN, source: pageWindow })),
  };
  const page = createPageWindow({
    href: host.frameUrl(),
    officeScript: `${OFFICE_BASE}office.js`,
    loadScript: (src) => run(officeScript(src.slice(OFFICE_BASE.length))),
    parent: hostWindow,
  });
  const pageWindow: PageWindow = {
    postMessage: (data) =>
      void setImmediate(() => page.dispatch({ data, origin: ORIGIN, source: hostWindow })),
  };
  const window = vm.createContext(page.globals) as Record<string, unknown>;
  window['window'] = window['self'] = window;
  const run = (script: vm.Script): void => void script.runInContext(window);

  host.connect(pageWindow);
  run(officeScript('office.js'));
  await (window['Office'] as typeof Office).onReady();
  for (const file of scripts) run(compile(file));
  return {
    Office: window['Office'] as typeof Office,
    Excel: window['Excel'] as typeof Excel,
    CustomFunctions: window['CustomFunctions'] as typeof CustomFunctions,
    OfficeExtension: window['OfficeExtension'] as typeof OfficeExtension,
    window,
    workbook: options.workbook,
    host,
    traffic: host.traffic,
    faults: host.faults,
    dispose: () => {
      host.dispose();
      page.dispose();
    },
  };
}

const compiled = new Map<string, vm.Script>();

/** Scripts are compiled once a process: most of the time a boot takes is the parsing of office.js. */
function compile(file: string): vm.Script {
  let script = compiled.get(file);
  if (!script) {
    script = new vm.Script(readFileSync(file, 'utf8'), { filename: file });
    compiled.set(file, script);
  }
  return script;
}

const officeScript = (name: string): vm.Script => compile(path.join(officeFolder(), name));

/** Folder of the installed office.js. */
const officeFolder = (): string =>
  path.dirname(
    createRequire(path.join(process.cwd(), 'package.json')).resolve(
      '@microsoft/office-js/dist/office.js',
    ),
  );
