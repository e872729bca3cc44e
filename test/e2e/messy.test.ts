import { readFileSync } from 'node:fs';
import type { Frame, Page } from 'playwright-core';
import expected from '../golden/messy/expected.json';
import { atRest, openWorkbench, type Workbench } from './support';

/** The sample: 应收金额 in N, 已收金额 in O; ours from W on (未收余额, 到期日, 逾期天数 …). */
const AMOUNT = 13;
const OPEN = 22;
const RED = '#FFC7CE';
/** Five invoices of one customer between two subtotals. */
const BLOCK = [12, 13, 14, 15, 16];

let workbench: Workbench;
let page: Page;

beforeEach(async () => {
  workbench = await openWorkbench();
  page = workbench.page;
  await page.getByRole('button', { name: '示例台账' }).click();
  await page.getByRole('menuitem', { name: '难处齐全的台账' }).click();
});

afterEach(async () => {
  expect(workbench.errors).toEqual([]);
  await workbench.close();
});

const pane = (): Promise<Frame> => workbench.paneFrame('6月应收!A6:V');

const goTo = async (reference: string): Promise<void> => {
  await page.getByLabel('名称框').fill(reference);
  await page.keyboard.press('Enter');
};

const text = (row: number, column: number): Promise<string> =>
  page.evaluate(([r, c]) => window.workbench.grid.visibleText(r! - 1, c!), [row, column]);

const column = (at: number): Promise<string[]> => Promise.all(BLOCK.map((row) => text(row, at)));

const redRows = (): Promise<number[]> =>
  page.evaluate((red) => {
    const rows = Array.from({ length: 80 }, (_, row) => row);
    return rows
      .filter((row) => window.workbench.grid.cellLook(row, 0).fill === red)
      .map((row) => row + 1);
  }, RED);

const wanted = expected.rows.filter(({ light }) => light === 'red').map(({ row }) => row);

async function runWarnings(frame: Frame): Promise<void> {
  await frame.getByLabel('基准日').fill(expected.asOf);
  await frame.getByRole('button', { name: '一键预警' }).click();
  await frame.getByText('右侧写入').waitFor();
  await atRest(frame);
  await frame.getByText(`红 逾期 ${wanted.length} 笔`).waitFor();
}

test('the ledger with every difficulty: review, preview, run, sort, pay, undo, clear, save, open again', async () => {
  const frame = await pane();
  await frame.getByRole('button', { name: '核对台账' }).click();
  await frame.getByLabel('哪一列是到期日').waitFor();
  await workbench.screenshot('messy-review');
  await frame.getByRole('button', { name: '就这样' }).click();
  await frame.getByLabel('基准日').fill(expected.asOf);
  await frame.getByRole('button', { name: '预览' }).click();
  await frame.getByText('这是预览，工作簿没有改动。').waitFor();
  expect(await redRows()).toEqual([]);

  await runWarnings(frame);
  expect(await redRows()).toEqual(wanted);
  await workbench.screenshot('messy-run');
  await frame.getByText(/处需要看一看/).click();
  await workbench.screenshot('messy-issues');

  const owed = await column(OPEN);
  await goTo('N12');
  for (let i = 1; i < BLOCK.length; i++) await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ ');
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: '降序' }).click();
  const amounts = await column(AMOUNT);
  expect(amounts).not.toEqual(owed);
  expect([...(await column(OPEN))].sort()).toEqual([...owed].sort());
  await runWarnings(frame);
  const lit = await redRows();
  expect(lit).toHaveLength(wanted.length);

  await goTo('O7');
  await page.keyboard.type('186400');
  await page.keyboard.press('Enter');
  await frame.getByText('台账在上次预警后有改动').waitFor();
  expect(await redRows()).toEqual(lit.filter((row) => row !== 7));

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '保存' }).click(),
  ]);
  const saved = readFileSync(await download.path());
  const before = await page.evaluateHandle(() => window.workbench.workbook);
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '已保存.xlsx', mimeType: '', buffer: saved });
  await page.waitForFunction((old) => window.workbench.workbook !== old, before);
  expect(await redRows()).toEqual(lit.filter((row) => row !== 7));
});

test('undo of the first run and clearing give the ledger back', async () => {
  const frame = await pane();
  await runWarnings(frame);
  await frame.getByRole('button', { name: '撤销' }).click();
  await frame.getByText('已撤销上一次预警').waitFor();
  expect([await redRows(), await text(6, OPEN)]).toEqual([[], '']);
  await runWarnings(frame);
  await frame.getByRole('button', { name: '清除' }).click();
  await frame.getByText('已清除').waitFor();
  expect([await redRows(), await text(6, OPEN)]).toEqual([[], '']);
});
