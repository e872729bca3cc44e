import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import type { PageMessage, PageWindow } from '../protocol/xdm';
import { createPageWindow } from './pageWindow';

/** Origin of everything that runs in Node: the add-in's pages and the host. */
export const ORIGIN = 'https://localhost';
const OFFICE_BASE = `${ORIGIN}/office/`;

/** What office.js puts into a page. */
export interface OfficeObjects {
  readonly Office: typeof Office;
  readonly Excel: typeof Excel;
  readonly CustomFunctions: typeof CustomFunctions;
  readonly OfficeExtension: typeof OfficeExtension;
}

/** A page of an add-in, a pane or a dialog, that runs in Node. */
export interface OfficePage {
  /** Global object of the page. */
  readonly globals: Readonly<Record<string, unknown>>;
  /** What the host posts its messages to. */
  readonly window: PageWindow;
  /** Runs the unmodified office.js; resolves when `Office.onReady` has. */
  start(): Promise<OfficeObjects>;
  /** Runs a script file in the page. */
  run(file: string): void;
  /** Ends the page's timers; nothing of it keeps Node alive. */
  dispose(): void;
}

/**
 * @param href - address of the page as the host gave it out
 * @param receive - takes what the page posts to its host
 */
export function createOfficePage(
  href: string,
  receive: (message: PageMessage) => void,
): OfficePage {
  const host = {
    postMessage: (data: unknown) =>
      void setImmediate(() => receive({ data, origin: ORIGIN, source: window })),
  };
  const page = createPageWindow({
    href,
    officeScript: `${OFFICE_BASE}office.js`,
    loadScript: (src) => run(path.join(OFFICE_FOLDER, src.slice(OFFICE_BASE.length))),
    parent: host,
  });
  const window: PageWindow = {
    postMessage: (data) =>
      void setImmediate(() => page.dispatch({ data, origin: ORIGIN, source: host })),
  };
  const globals = vm.createContext(page.globals) as Record<string, unknown>;
  globals.window = globals.self = globals;
  const run = (file: string): void => void compile(file).runInContext(globals);
  return {
    globals,
    window,
    start: async () => {
      run(path.join(OFFICE_FOLDER, 'office.js'));
      const page = globals as unknown as OfficeObjects;
      await page.Office.onReady();
      const { Office, Excel, CustomFunctions, OfficeExtension } = page;
      return { Office, Excel, CustomFunctions, OfficeExtension };
    },
    run,
    dispose: () => page.dispose(),
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

const OFFICE_FOLDER = findOffice(__dirname);

/** @returns where npm installed office.js, seen from this file or from the bundle it is part of */
function findOffice(folder: string): string {
  const here = path.join(folder, 'node_modules/@microsoft/office-js/dist');
  if (existsSync(here)) return here;
  const above = path.dirname(folder);
  if (above === folder) throw new Error('@microsoft/office-js is not installed.');
  return findOffice(above);
}
