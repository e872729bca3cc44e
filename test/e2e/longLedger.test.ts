import type { Frame, Worker } from 'playwright-core';
import { saveWorkbook } from '../../src/host/file/saveWorkbook';
import { ledgerWorkbook } from '../bench/ledger';
import { openWorkbench, type Workbench } from './support';

/** From 20 000 rows on, a worker reads and ages. */
const ROWS = 25_000;

let workbench: Workbench;

afterEach(() => workbench.close());

async function openLong(rows = ROWS): Promise<Frame> {
  workbench = await openWorkbench();
  const { page } = workbench;
  await page.waitForFunction(() => 'workbench' in window);
  const buffer = Buffer.from(saveWorkbook(ledgerWorkbook(rows)));
  const before = await page.evaluateHandle(() => window.workbench.workbook);
  await page.locator('input[type=file]').setInputFiles({ name: 'long.xlsx', mimeType: '', buffer });
  await page.waitForFunction((old) => window.workbench.workbook !== old, before);
  const frame = await workbench.paneFrame(`Sheet1!A1:J${rows + 1}`);
  await frame.getByLabel('基准日').fill('2025-07-01');
  return frame;
}

const runs = (frame: Frame) => frame.getByRole('button', { name: '一键预警' }).click();
const red = (frame: Frame) => frame.getByText(/^红 逾期 [0-9]/);

test('a long ledger is read and aged by a worker, and can be cleared again', async () => {
  const frame = await openLong();
  const workers: string[] = [];
  workbench.page.on('worker', (worker) => void workers.push(new URL(worker.url()).pathname));
  await runs(frame);
  await red(frame).waitFor();
  expect(workers).toEqual(['/worker.js']);
  expect(await red(frame).textContent()).toBe(
    `红 逾期 ${overdueRows().toLocaleString('zh-CN')} 笔`,
  );
  await frame.getByRole('button', { name: '清除' }).click();
  await frame.getByText('已清除').waitFor();
  expect(workbench.errors).toEqual([]);
});

test('a worker answers what is asked of a long ledger: the account, statements of another day', async () => {
  const frame = await openLong();
  await frame.getByRole('button', { name: '预览' }).click();
  await red(frame).waitFor();
  const asked = workbench.page.waitForEvent('worker');
  await frame.getByRole('button', { name: '与科目余额核对' }).click();
  await frame.getByLabel('科目余额').fill('1000000');
  await frame.getByText(/差额/).waitFor();
  expect(new URL((await asked).url()).pathname).toBe('/worker.js');
  await frame.getByRole('button', { name: '对账单' }).click();
  await frame.getByLabel('至', { exact: true }).fill('2025-06-30');
  await frame.getByRole('button', { name: '生成对账单' }).click();
  await frame.getByText('已写 100 份对账单').waitFor();
  expect(workbench.errors).toEqual([]);
});

/** Ends a worker as a browser does that is out of memory: nobody is told. */
const lose = (worker: Worker): Promise<void> =>
  worker.evaluate(() => (globalThis as unknown as Window).close());

const sheetsAndCells = () =>
  workbench.page.evaluate(() =>
    window.workbench.workbook.sheets.map(({ name, cells }) => [
      name,
      Array.from({ length: 20 }, (_, column) => cells.value(1, column)),
    ]),
  );

test('a run whose worker is lost ends with a word, leaves the workbook whole and can be done again', async () => {
  const frame = await openLong(100_000);
  const before = await sheetsAndCells();
  const started = workbench.page.waitForEvent('worker');
  await runs(frame);
  const worker = await started;
  await frame.getByText(/^读取/).waitFor();
  await lose(worker);
  await frame.getByText(/^计算中断了/).waitFor();
  expect(await sheetsAndCells()).toEqual(before);
  expect(await frame.getByRole('button', { name: '撤销' }).isDisabled()).toBe(true);
  await runs(frame);
  await red(frame).waitFor();
  expect(workbench.errors).toEqual([]);
});

test('a run is cancelled while its worker is at work', async () => {
  const frame = await openLong(100_000);
  const before = await sheetsAndCells();
  const started = workbench.page.waitForEvent('worker');
  await runs(frame);
  const worker = await started;
  const ended = new Promise((resolve) => worker.once('close', resolve));
  await frame.getByRole('button', { name: '取消' }).click();
  await frame.getByText(/^已取消/).waitFor();
  expect(await sheetsAndCells()).toEqual(before);
  await ended;
  expect(workbench.errors).toEqual([]);
});

/** Rows with something open that are past due on 2025-07-01, told from the cells. */
function overdueRows(): number {
  const { cells } = ledgerWorkbook(ROWS).activeSheet;
  const number = (row: number, column: number) => Number(cells.value(row, column));
  let count = 0;
  for (let row = 1; row <= ROWS; row++) {
    if (number(row, 4) < 45_839 && number(row, 3) <= 45_839) {
      if (number(row, 5) > number(row, 6)) count++;
    }
  }
  return count;
}
