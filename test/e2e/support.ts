import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { AxeResults } from 'axe-core';
import {
  chromium,
  request,
  type Browser,
  type BrowserContextOptions,
  type Frame,
  type Page,
} from 'playwright-core';

const SCREENSHOTS = path.join(__dirname, '../../build/screenshots');
const FLAGS = [
  '--no-sandbox', // Chromium refuses to run as root with one
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The server's address, without a slash at its end. */
export const baseUrl = (): string => {
  const url = process.env.WORKBENCH_URL;
  if (url === undefined) throw new Error('Run with --config test/e2e/jest.config.js');
  return url;
};

let browser: Promise<Browser> | undefined;

afterAll(async () => {
  await (await browser)?.close();
});

/** Asks the server for a file, without a browser. */
export async function get(file: string) {
  const client = await request.newContext({ ignoreHTTPSErrors: true });
  const response = await client.get(`${baseUrl()}${file}`);
  const answer = {
    status: response.status(),
    headers: response.headers(),
    body: await response.body(),
  };
  await client.dispose();
  return answer;
}

/** A workbench open in Chromium, in a profile of its own. */
export interface Workbench {
  readonly page: Page;
  /** What the page and its frames threw, or wrote as errors. */
  readonly errors: readonly string[];
  /** Requests that went elsewhere than to our server. */
  readonly foreignRequests: readonly string[];
  /** The task pane's frame, once it shows a text. */
  paneFrame(text: string): Promise<Frame>;
  /** Writes build/screenshots/`name`.png. */
  screenshot(name: string): Promise<void>;
  close(): Promise<void>;
}

/** @param options - of the browser context: locale, colour scheme, viewport … */
export async function openWorkbench(options: BrowserContextOptions = {}): Promise<Workbench> {
  browser ??= chromium.launch({
    executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium', // npm test finds one
    args: FLAGS,
  });
  const context = await (
    await browser
  ).newContext({
    ignoreHTTPSErrors: true,
    locale: 'zh-CN',
    viewport: { width: 1366, height: 768 },
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000); // for machines that do something else beside
  const errors: string[] = [];
  const foreignRequests: string[] = [];
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('request', (request) => {
    const url = request.url();
    if (/^(https?|wss?):/.test(url) && !url.startsWith(baseUrl())) foreignRequests.push(url);
  });
  await page.goto(`${baseUrl()}/workbench.html?blank`);
  return {
    page,
    errors,
    foreignRequests,
    paneFrame: async (text) => {
      const deadline = Date.now() + 20_000;
      for (;;) {
        // Opening a workbook loads the pane anew: a frame found too early is gone a moment later.
        const frame = page.frames().find((each) => each.url().includes('/taskpane.html'));
        const shown = await frame
          ?.getByText(text)
          .first()
          .isVisible()
          .catch(() => false);
        if (frame && shown) return frame;
        if (Date.now() > deadline) throw new Error(`No pane shows ${text}.`);
        await page.waitForTimeout(100);
      }
    },
    screenshot: async (name) => {
      mkdirSync(SCREENSHOTS, { recursive: true });
      await page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`) });
    },
    close: () => context.close(),
  };
}

/** Waits until the pane has done what it was asked for, and shows it. */
export const atRest = (frame: Frame): Promise<void> =>
  frame.locator('section[aria-busy="false"]').first().waitFor({ state: 'attached' });

/** Elements of a frame whose content is wider than they are; what ends in an ellipsis is meant to be. */
export const tooWide = (frame: Frame): Promise<string[]> =>
  frame.evaluate(() =>
    [document.documentElement, ...document.body.querySelectorAll<HTMLElement>('*')]
      .filter(({ clientWidth, scrollWidth }) => clientWidth > 0 && scrollWidth > clientWidth)
      .filter((element) => getComputedStyle(element).textOverflow !== 'ellipsis')
      .map(
        (e) => `${e.tagName} ${e.textContent.slice(0, 30)}: ${e.scrollWidth} > ${e.clientWidth}`,
      ),
  );

/**
 * @returns what has the focus in a frame, by its name
 * @throws where nothing has it, or where it cannot be seen: no ring, or out of sight
 */
export const focused = (frame: Frame): Promise<string> =>
  frame.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null;
    const name = (element.ariaLabel ?? label ?? element.textContent).trim();
    if (element === document.body) throw new Error('Nothing has the focus.');
    // Fluent draws the ring of an input around what holds it.
    const hasRing = [element, element.parentElement!].some((one) =>
      [getComputedStyle(one), getComputedStyle(one, '::after')].some(
        ({ content, outlineStyle, outlineWidth, borderBottomWidth }, isAfter) =>
          (outlineStyle !== 'none' && outlineWidth !== '0px') ||
          (isAfter > 0 && content !== 'none' && borderBottomWidth !== '0px'),
      ),
    );
    if (!hasRing) throw new Error(`No ring around ${name}.`);
    const { top, bottom } = element.getBoundingClientRect();
    if (bottom <= 0 || top >= innerHeight) throw new Error(`${name} is out of sight.`);
    return name;
  });

/** What axe finds in a frame, a rule and an element each; Fluent's focus helpers left out. */
export async function accessibilityFaults(frame: Frame): Promise<string[]> {
  await frame.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
  const { violations } = await frame.evaluate(() =>
    (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return violations
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html}`))
    .filter((fault) => !fault.includes('data-tabster-dummy'));
}
