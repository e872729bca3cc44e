import type { Workbook } from '../model/workbook';
import { AddinHost, type AddinHostOptions } from '../protocol/addinHost';
import type { Faults } from '../protocol/faults';
import type { Traffic } from '../protocol/traffic';
import { createOfficePage, ORIGIN, type OfficeObjects } from './officePage';

export interface OfficeRuntimeOptions extends Partial<
  Omit<AddinHostOptions, 'workbook' | 'createRoot'>
> {
  readonly workbook: Workbook;
  readonly createRoot: AddinHostOptions['createRoot'];
  /** Script files run in the page after office.js, in order: a built add-in. */
  readonly scripts?: readonly string[];
}

/** An add-in's page running office.js in Node, on a workbook. */
export interface OfficeRuntime extends OfficeObjects {
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
 * @returns when `Office.onReady` has resolved and the scripts have run
 */
export async function bootOfficeRuntime(options: OfficeRuntimeOptions): Promise<OfficeRuntime> {
  const { scripts = [], ...rest } = options;
  const host = new AddinHost({
    pageUrl: `${ORIGIN}/taskpane.html`,
    hostOrigin: ORIGIN,
    locale: 'en-US',
    ...rest,
  });
  const page = createOfficePage(host.frameUrl(), (message) => host.receive(message));
  host.connect(page.window);
  const objects = await page.start();
  for (const file of scripts) page.run(file);
  return {
    ...objects,
    window: page.globals,
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
