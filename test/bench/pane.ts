import { SourceMap, type SourceMapPayload } from 'node:module';
import path from 'node:path';
import { chromium, request, type Browser, type Frame, type Page } from 'playwright-core';
import { saveWorkbook } from '../../src/host/file/saveWorkbook';
import { serve } from '../e2e/server';
import type { Timings } from './calculation';
import { ledgerWorkbook } from './ledger';
import { longTasks, TRACED, type LongTask } from './longTasks';

const ROWS = 100_000;
const CREDIT_EVERY = 10;
/** As old as the machines accountants have. */
const SLOWER = 4;
/** Longer than this [ms] and a hand feels it. */
const LONG = 50;

/**
 * The pane in a real Chromium: how soon it shows something with the CPU slowed, and how long it keeps
 * its thread from answering, step by step, while somebody works with a long ledger.
 */
export async function benchPane(): Promise<Timings> {
  const server = await serve(path.join(__dirname, '..'), '--maps');
  const browser = await chromium.launch({
    executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
  try {
    return {
      ...(await firstPaint(browser, server.url)),
      ...(await longLedger(browser, server.url)),
    };
  } finally {
    await browser.close();
    server.stop();
  }
}

async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'zh-CN' });
  context.setDefaultTimeout(180_000); // for machines that do something else beside
  return context.newPage();
}

/** The pane's page alone: static shell, then functions, then the pane drawn by its own code. */
async function firstPaint(browser: Browser, url: string): Promise<Timings> {
  const page = await newPage(browser);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.goto(`${url}/taskpane.html`);
  await page.waitForTimeout(3000);
  const painted = await page.evaluate(() => {
    const paint = performance.getEntriesByName('first-contentful-paint')[0];
    return paint ? paint.startTime : NaN;
  });
  await page.close();
  return { [`first paint, CPU ${SLOWER} times slower: ms`]: Math.round(painted) };
}

async function longLedger(browser: Browser, url: string): Promise<Timings> {
  const page = await newPage(browser);
  const steps = new Steps(browser, page);
  await page.goto(`${url}/workbench.html?blank`);
  await page.waitForFunction(() => 'workbench' in window);
  const buffer = Buffer.from(saveWorkbook(ledgerWorkbook(ROWS, CREDIT_EVERY)));
  const before = await page.evaluateHandle(() => window.workbench.workbook);
  const frame = await steps.take('found', async () => {
    await page.locator('input[type=file]').setInputFiles({ name: 'l.xlsx', mimeType: '', buffer });
    await page.waitForFunction((old) => window.workbench.workbook !== old, before);
    return paneOf(page, `A1:J${ROWS + 1}`);
  });
  const press = (name: string) => frame.getByRole('button', { name, exact: true }).click();
  const shows = (text: string | RegExp) => frame.getByText(text).first().waitFor();
  const ready = () => frame.locator('section[aria-busy="false"]').waitFor();
  await frame.getByLabel('基准日').fill('2025-07-01');
  await steps.take('preview', async () => {
    await press('预览');
    await shows(/^红 逾期 [0-9]/);
  });
  await steps.take('run', async () => {
    await press('一键预警');
    await shows(/^已在“/);
    await ready();
  });
  await steps.take('second run', async () => {
    await press('一键预警');
    await shows(/^已在“/);
    await ready();
  });
  await steps.take('customer card', async () => {
    await frame
      .getByRole('button', { name: /^客户卡片 / })
      .first()
      .click();
    await frame.locator('h1').nth(1).waitFor();
  });
  await steps.take('back from the card', async () => {
    await page.keyboard.press('Escape');
    await frame.getByRole('button', { name: '一键预警' }).waitFor();
  });
  await steps.take('matches checked', () => press('勾选'));
  await steps.take('matches accepted', async () => {
    await press('应用');
    await shows(/已接受 [1-9]/);
    await ready();
  });
  await steps.take('tie-out', async () => {
    await press('与科目余额核对');
    await frame.getByLabel('科目余额').fill('1000000');
    await shows(/差额/);
  });
  await steps.take('statements of another day', async () => {
    await press('对账单');
    await frame.getByLabel('至', { exact: true }).fill('2025-06-30');
    await press('生成对账单');
    await shows(/^已写/);
    await ready();
  });
  await steps.take('risk', async () => {
    await press('评估客户风险');
    await shows(/家客户，风险高的在前/);
    await ready();
  });
  await steps.take('card of a rated customer', async () => {
    await frame
      .getByRole('button', { name: /^客户卡片 / })
      .first()
      .click();
    await frame.getByRole('heading', { name: '逾期概率' }).waitFor();
  });
  await page.keyboard.press('Escape');
  await steps.take('undo', async () => {
    await press('撤销');
    await shows(/^已撤销/);
    await ready();
  });
  await steps.take('clear', async () => {
    await press('清除');
    await shows(/^已清除/);
    await ready();
  });
  await page.close();
  return steps.figures;
}

async function paneOf(page: Page, address: string): Promise<Frame> {
  for (;;) {
    const frame = page.frames().find((each) => each.url().includes('/taskpane.html'));
    const shown = frame?.getByText(address).first().isVisible();
    if (frame && (await shown?.catch(() => false))) return frame;
    await page.waitForTimeout(100);
  }
}

/** Takes steps one by one, each under a trace of its own. */
class Steps {
  readonly figures: Record<string, number> = {};
  private readonly maps = new Map<string, Promise<SourceMap>>();

  constructor(
    private readonly browser: Browser,
    private readonly page: Page,
  ) {}

  async take<T>(name: string, step: () => Promise<T>): Promise<T> {
    await this.browser.startTracing(this.page, { categories: TRACED });
    const start = performance.now();
    const result = await step();
    const ms = performance.now() - start;
    await this.page.evaluate(() => new Promise((idle) => requestIdleCallback(idle)));
    const trace = await this.browser.stopTracing();
    this.note(name, ms, await longTasks(trace, LONG, (url) => this.mapOf(url)));
    return result;
  }

  /** What the workbench did in a task does not count: Excel does it elsewhere. */
  private note(step: string, ms: number, tasks: readonly LongTask[]): void {
    const say = (what: string, figure: number) => {
      this.figures[`${step}: ${what}`] = Math.round(figure);
    };
    const kept = tasks
      .map(({ msOf, source }) => {
        const both = msOf.pane + msOf['office.js'];
        return { own: msOf.pane, both, collector: msOf.collector, source };
      })
      .filter(({ both, collector }) => both > 0 && both + collector > LONG)
      .sort((a, b) => b.both - a.both);
    say('ms', ms);
    say('tasks over 50 ms', kept.filter(({ both }) => both > LONG).length);
    say('of them by our own code', kept.filter(({ own }) => own > LONG).length);
    say('more that are with the collector', kept.filter(({ both }) => both <= LONG).length);
    kept.forEach(({ own, both, collector, source }, i) => {
      say(`task ${i + 1}, ms`, both);
      say(`task ${i + 1}, ours, most in ${source}`, own);
      if (collector > 1) say(`task ${i + 1}, collector`, collector);
    });
  }

  private mapOf(url: string): Promise<SourceMap> {
    const known = this.maps.get(url);
    if (known) return known;
    const map = fetchMap(`${url}.map`);
    this.maps.set(url, map);
    return map;
  }
}

async function fetchMap(url: string): Promise<SourceMap> {
  const client = await request.newContext({ ignoreHTTPSErrors: true });
  const response = await client.get(url);
  const map = (await response.json()) as SourceMapPayload;
  await client.dispose();
  return new SourceMap(map);
}
