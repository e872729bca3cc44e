import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Frame, Page } from 'playwright-core';
import {
  accessibilityFaults,
  atRest,
  focused,
  openWorkbench,
  tooWide,
  type Workbench,
} from './support';

/** 客户 in column A … 应收金额 in E, 已收金额 in F; rows 3 to 122. See src/host/node/samples.ts. */
const SAMPLE = path.join(__dirname, '../../assets/samples/ledger-zh.xlsx');
const RED = '#FFC7CE';
const AS_OF = '2026-11-22';

let workbench: Workbench;
let page: Page;

beforeEach(async () => {
  workbench = await openWorkbench();
  page = workbench.page;
  await open('台账.xlsx', readFileSync(SAMPLE));
});

afterEach(async () => {
  expect(workbench.errors).toEqual([]);
  expect(workbench.foreignRequests).toEqual([]);
  await workbench.close();
});

async function open(name: string, buffer: Buffer): Promise<void> {
  await page.waitForFunction(() => 'workbench' in window);
  const pane = page.frames().find((frame) => frame.url().includes('/taskpane.html'));
  const before = await page.evaluateHandle(() => window.workbench.workbook);
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer });
  await page.waitForFunction((old) => window.workbench.workbook !== old, before);
  // The pane of the workbook before must be gone, or a test would go on with that one.
  const deadline = Date.now() + 5000;
  while (pane && !pane.isDetached() && Date.now() < deadline) await page.waitForTimeout(50);
}

/** The pane, once it has found the ledger of the workbook that is open. */
const pane = (): Promise<Frame> => workbench.paneFrame('应收台账!A2:G122');

async function runWarnings(frame: Frame): Promise<void> {
  await frame.getByLabel('基准日').fill(AS_OF);
  await frame.getByRole('button', { name: '一键预警' }).click();
  await frame.getByText(/^红 逾期 [0-9]/).waitFor();
}

const goTo = async (reference: string): Promise<void> => {
  await page.getByLabel('名称框').fill(reference);
  await page.keyboard.press('Enter');
};

const text = (row: number, column: number): Promise<string> =>
  page.evaluate(([r, c]) => window.workbench.grid.visibleText(r! - 1, c!), [row, column]);

/** 1-based rows that show the red fill in column A. */
const redRows = (): Promise<number[]> =>
  page.evaluate((red) => {
    const rows = Array.from({ length: 125 }, (_, row) => row);
    return rows
      .filter((row) => window.workbench.grid.cellLook(row, 0).fill === red)
      .map((row) => row + 1);
  }, RED);

const save = async (): Promise<Buffer> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '保存' }).click(),
  ]);
  return readFileSync(await download.path());
};

test('run, pay an invoice, sort, save and open again, undo, clear', async () => {
  const frame = await pane();
  const howFar = '“撤销”只管本次打开后的操作；要全部去掉，请用“清除”。';
  expect(await frame.getByText(howFar).count()).toBe(0);
  await runWarnings(frame);
  await frame.getByText(howFar).waitFor();
  const lit = await redRows();
  const counted = await frame.getByText(/^红 逾期 [0-9]/).textContent();
  expect(counted).toBe(`红 逾期 ${lit.length} 笔`);
  expect(lit).toContain(3);
  const row = (n: number) => Promise.all([7, 8, 9, 10, 11, 12, 13].map((c) => text(n, c)));
  expect(await row(2)).toEqual([
    '未收余额',
    '逾期天数',
    '账龄(天)',
    '账龄区间',
    '五级分类',
    '预警',
    '灯',
  ]);
  expect((await row(3)).slice(3)).toEqual(['181–365', '可疑', '', '● 红 逾期']);
  await workbench.screenshot('story-run-zh');

  await goTo('F3');
  await page.keyboard.type('99999');
  await page.keyboard.press('Enter');
  await frame.getByText('台账在上次预警后有改动').waitFor();
  expect(await redRows()).toEqual(lit.filter((row) => row !== 3));
  expect(await text(3, 8)).toBe('');
  await workbench.screenshot('story-paid-zh');

  const owedBefore = await page.evaluate(() =>
    Array.from({ length: 120 }, (_, i) => window.workbench.grid.visibleText(i + 2, 8)).sort(),
  );
  await goTo('E3');
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: '降序' }).click();
  const owedAfter = await page.evaluate(() =>
    Array.from({ length: 120 }, (_, i) => window.workbench.grid.visibleText(i + 2, 8)).sort(),
  );
  expect(owedAfter).toEqual(owedBefore);
  expect(await redRows()).toHaveLength(lit.length - 1);

  const saved = await save();
  await open('已保存.xlsx', saved);
  expect(await redRows()).toHaveLength(lit.length - 1);
  const again = await pane();
  // What an earlier session wrote is beyond undo, and the pane says so.
  await again.getByText(howFar).waitFor();
  expect(await again.getByRole('button', { name: '撤销' }).isDisabled()).toBe(true);
  await runWarnings(again);
  expect(await redRows()).toHaveLength(lit.length - 1);
  await again.getByRole('button', { name: '撤销' }).click();
  await again.getByText('已撤销上一次预警').waitFor();
  expect(await redRows()).toHaveLength(lit.length - 1); // what the first run left is there again

  await again.getByRole('button', { name: '清除' }).click();
  await again.getByText('已清除').waitFor();
  await again.getByText(howFar).waitFor({ state: 'detached' });
  expect(await redRows()).toEqual([]);
  expect([await text(2, 7), await text(2, 13)]).toEqual(['', '']);
  expect(await page.getByRole('tab').allTextContents()).toEqual(['应收台账']);
  await workbench.screenshot('story-cleared-zh');
});

test('a run that is cleared leaves the file as it was, byte for byte', async () => {
  const frame = await pane();
  await runWarnings(frame);
  await frame.getByRole('button', { name: '清除' }).click();
  await frame.getByText('已清除').waitFor();
  expect((await save()).equals(readFileSync(SAMPLE))).toBe(true);
});

test('undo of the first run takes everything back', async () => {
  const frame = await pane();
  await runWarnings(frame);
  await frame.getByRole('button', { name: '撤销' }).click();
  await frame.getByText('已撤销上一次预警').waitFor();
  expect(await redRows()).toEqual([]);
  expect((await save()).equals(readFileSync(SAMPLE))).toBe(true);
});

test('the ribbon does the same, and the pane shows it', async () => {
  const frame = await pane();
  await page.getByRole('button', { name: '一键预警' }).click();
  await frame.getByText(/^红 逾期 [0-9]/).waitFor();
  await page.getByRole('button', { name: '清除' }).click();
  await frame.getByText('已清除').waitFor();
  expect(await redRows()).toEqual([]);
});

test('AR.AGING_BUCKET typed into the grid calculates, alone and down a column', async () => {
  await pane();
  await goTo('K3');
  await page.keyboard.type('=AR.AGING_BUCKET(D3,DATE(2026,11,22))');
  await page.keyboard.press('Enter');
  await goTo('L3');
  await page.keyboard.type('=AR.AGING_BUCKET(D3:D122,DATE(2026,11,22),{30,60,90})');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => window.workbench.grid.visibleText(2, 11) === '>90');
  expect([await text(3, 10), await text(122, 11)]).toEqual(['181–365', '未到期']);
});

test('by keyboard alone: run, look at customers, take a policy in, undo; the focus is seen all the way', async () => {
  const frame = await pane();
  const press = (key: string) => page.keyboard.press(key);
  /** Presses a key until something so named has the focus. */
  const walk = async (key: string, name: RegExp): Promise<void> => {
    const passed: string[] = [];
    for (let i = 0; i < 25; i++) {
      await press(key);
      const now = await focused(frame);
      if (name.test(now)) return;
      passed.push(now);
    }
    throw new Error(`${key} does not come to ${String(name)} but to ${passed.join(', ')}`);
  };
  await frame.getByLabel('基准日').focus();
  await walk('Tab', /^一键预警$/);
  await press('Enter');
  await frame.getByText(/^红 逾期 [0-9]/).waitFor();
  await atRest(frame);
  expect(await focused(frame)).toBe('一键预警');

  await walk('Tab', /^昌盛五金XS20260009/);
  await press('ArrowDown');
  expect(await focused(frame)).toMatch(/^北辰重工XS20260042/);
  await press('ArrowRight');
  expect(await focused(frame)).toBe('客户卡片 北辰重工');
  await press('Tab');
  expect(await focused(frame)).toBe('对账单');

  await walk('Tab', /^评估客户风险$/);
  await press('Enter');
  await frame.getByText(/家客户，风险高的在前/).waitFor();
  await atRest(frame);
  expect(await focused(frame)).toBe('评估客户风险');
  await walk('Tab', /^极高昌盛五金/);
  await press('ArrowDown');
  const second = await focused(frame);
  expect(second).toMatch(/^(极高|高|中|低)/);
  await press('Enter');
  await frame.getByRole('heading', { name: '逾期概率' }).waitFor();
  expect(second).toContain(await focused(frame)); // the card's title
  await walk('Tab', /^返回$/);
  await walk('Tab', /^黑名单$/);
  await press('Escape');
  await frame.getByRole('button', { name: '一键预警' }).waitFor();
  await frame.waitForFunction(() => document.activeElement!.closest('li')); // once drawn
  expect(await focused(frame)).toBe(second);

  await walk('Tab', /^策略带到别的工作簿$/);
  await press('Enter');
  await frame.getByLabel('策略文字').waitFor();
  await walk('Tab', /^策略文字$/);
  await walk('Tab', /^取出$/);
  await press('Enter');
  await walk('Tab', /^采用$/);
  await press('Enter');
  await frame.getByText('已写入 AR策略。可以撤销。').waitFor();
  await atRest(frame);
  expect(await focused(frame)).toBe('采用');
  await walk('Tab', /^撤销$/);
  await press('Enter');
  await frame.getByText('已撤销上一次预警').waitFor();
  expect(await focused(frame)).toBe('撤销');
});

test('a sheet without a ledger is said, in place of figures', async () => {
  const frame = await pane();
  await page.getByRole('button', { name: '新建工作表' }).click();
  await frame.getByText(/是空的/).waitFor();
});

test.each([320, 350, 400])('the pane is usable and accessible at %i px', async (width) => {
  const frame = await pane();
  const element = await page.waitForSelector('iframe[src*="taskpane.html"]');
  await element.evaluate((iframe, w) => (iframe.style.width = `${w}px`), width);
  await runWarnings(frame);
  expect(await tooWide(frame)).toEqual([]);
  expect(await accessibilityFaults(frame)).toEqual([]);
});

test('speaks English where Office does', async () => {
  const english = await openWorkbench({ locale: 'en-US' });
  await english.page.getByRole('button', { name: 'Sample ledgers' }).click();
  await english.page.getByRole('menuitem', { name: /Receivables ledger/ }).click();
  const reloaded = await english.paneFrame('Receivables!A2:G122');
  await reloaded.getByLabel('As of').fill(AS_OF);
  await reloaded.getByRole('button', { name: 'Run warnings' }).click();
  await reloaded.getByText(/^Red overdue [0-9]/).waitFor();
  await english.screenshot('story-run-en');
  expect(await english.page.getByRole('tab').allTextContents()).toEqual([
    'Receivables',
    'AR Settings',
    'AR Ageing',
    'AR Warnings',
    'AR Data quality',
  ]);
  await english.close();
});
