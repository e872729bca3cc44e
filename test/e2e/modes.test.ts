import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { saveWorkbook } from '../../src/host/file/saveWorkbook';
import { ledgerWorkbook } from '../bench/ledger';
import { openWorkbench, type Workbench } from './support';

/** See src/host/node/samples.ts; our columns stand in H to N. */
const SAMPLE = path.join(__dirname, '../../assets/samples/ledger-zh.xlsx');
const RED = '#FFC7CE';

let workbench: Workbench;
let page: Page;
let pane: Frame;

beforeEach(async () => {
  workbench = await openWorkbench();
  page = workbench.page;
  await page.waitForFunction(() => 'workbench' in window);
  await warn(readFileSync(SAMPLE), '应收台账!A2:G122', '2026-11-22');
});

/** Opens a file and runs the warnings as of a day. */
async function warn(buffer: Buffer, ledger: string, asOf: string): Promise<void> {
  const before = await page.evaluateHandle(() => window.workbench.workbook);
  await page.locator('input[type=file]').setInputFiles({ name: '台账.xlsx', mimeType: '', buffer });
  await page.waitForFunction((old) => window.workbench.workbook !== old, before);
  pane = await workbench.paneFrame(ledger);
  await pane.getByLabel('基准日').fill(asOf);
  await pane.getByRole('button', { name: '一键预警' }).click();
  await pane.getByText(/^红 逾期 [0-9]/).waitFor();
}

afterEach(async () => {
  expect(workbench.errors).toEqual([]);
  expect(workbench.foreignRequests).toEqual([]);
  await workbench.close();
});

/** A formula of the ledger's sheet; null where a value stands; both zero-based. */
const formula = (row: number, column: number) =>
  page.evaluate(
    ([r, c]) => {
      const { cells } = window.workbench.workbook.sheets[0]!;
      return cells.formula(r!, c!)?.text(r!, c!) ?? null;
    },
    [row, column],
  );

/** What our columns show beside the 120 rows. */
const shown = () =>
  page.evaluate(() =>
    Array.from({ length: 120 }, (_, i) =>
      Array.from({ length: 7 }, (__, c) => window.workbench.grid.visibleText(i + 2, c + 7)),
    ),
  );

/** Zero-based rows that show the red fill in column A. */
const redRows = () =>
  page.evaluate(
    (red) =>
      Array.from({ length: 125 }, (_, row) => row).filter(
        (row) => window.workbench.grid.cellLook(row, 0).fill === red,
      ),
    RED,
  );

/** Waits until no cell beside the ledger waits for its answer. */
const calculated = () =>
  page.waitForFunction(() =>
    Array.from({ length: 120 }, (_, i) => i + 2).every(
      (row) => !window.workbench.grid.visibleText(row, 12).startsWith('#'),
    ),
  );

async function chooseFunctions(): Promise<void> {
  await pane.getByRole('combobox', { name: '结果列' }).click();
  await pane.getByRole('option', { name: 'AR 函数' }).click();
}

const areCalls = () =>
  page.waitForFunction(() =>
    window.workbench.workbook.sheets[0]!.cells.formula(2, 10)?.text(2, 10).includes('AR.'),
  );

async function switchToFunctions(): Promise<void> {
  await chooseFunctions();
  await areCalls();
  await calculated();
}

const question = () => pane.getByText(/个 AR 函数单元格将换成数值/);

test('AR functions say the same as formulas, follow payments, turn into values, and all is undone', async () => {
  const native = { shown: await shown(), red: await redRows() };
  await switchToFunctions();
  expect(await formula(2, 10)).toContain('AR.AGING_BUCKET(');
  expect({ shown: await shown(), red: await redRows() }).toEqual(native);
  await workbench.screenshot('modes-functions-zh');
  const isWider = () => document.documentElement.scrollWidth > window.innerWidth;
  expect(await pane.evaluate(isWider)).toBe(false);

  await page.getByLabel('名称框').fill('F3');
  await page.keyboard.press('Enter');
  await page.keyboard.type('99999');
  await page.keyboard.press('Enter');
  await pane.getByText('台账在上次预警后有改动').waitFor();
  await page.waitForFunction(() => window.workbench.grid.visibleText(2, 8) === '');
  await calculated();
  expect(await redRows()).toEqual(native.red.filter((row) => row !== 2));

  const paid = await shown();
  await pane.getByRole('button', { name: '转为数值' }).click();
  await question().waitFor();
  await workbench.screenshot('modes-freeze-zh');
  await pane.getByRole('button', { name: '转为数值' }).first().click();
  await pane.getByText('AR 函数已转为数值').waitFor();
  expect([await formula(2, 7), await formula(3, 10)]).toEqual([null, null]);
  expect(await shown()).toEqual(paid);

  await pane.getByRole('button', { name: '撤销' }).click();
  await pane.getByText('已撤销').waitFor();
  await calculated();
  expect(await formula(3, 10)).toContain('AR.AGING_BUCKET(');
  expect(await shown()).toEqual(paid);

  await pane.getByRole('button', { name: '撤销' }).click();
  await page.waitForFunction(
    () => !window.workbench.workbook.sheets[0]!.cells.formula(3, 10)!.text(3, 10).includes('AR.'),
  );
  expect(await shown()).toEqual(paid);
});

test('Esc leaves AR functions as they are', async () => {
  await switchToFunctions();
  await pane.getByRole('button', { name: '转为数值' }).click();
  await question().waitFor();
  await pane.getByRole('button', { name: '转为数值' }).first().press('Escape');
  await question().waitFor({ state: 'detached' });
  expect(await formula(2, 10)).toContain('AR.AGING_BUCKET(');
});

/** What is read out with the choice of columns. */
const toldOf = (reason: RegExp) =>
  pane.getByRole('combobox', { name: '结果列', description: reason }).waitFor();

test('where the host has no AR functions, the pane says so and writes formulas, until it has', async () => {
  const native = await formula(2, 10);
  const known = await page.evaluateHandle(() => {
    const { customFunctions, calculator } = window.workbench.workbook;
    const all = [...customFunctions];
    customFunctions.clear();
    calculator.structureChanged();
    return all;
  });
  await chooseFunctions();
  await pane.getByText('这里的 Excel 不认识 AR 函数，已改写公式。').waitFor();
  await toldOf(/不认识 AR 函数/);
  expect(await formula(2, 10)).toBe(native);

  await page.evaluate((all) => {
    const { customFunctions, calculator } = window.workbench.workbook;
    for (const [name, call] of all) customFunctions.set(name, call);
    calculator.structureChanged();
  }, known);
  await pane.getByRole('button', { name: '一键预警' }).click();
  await areCalls();
  await pane.getByText('不认识 AR 函数').waitFor({ state: 'detached' });
});

test('over 5 000 rows, the pane says why formulas are written', async () => {
  await warn(Buffer.from(saveWorkbook(ledgerWorkbook(5001))), 'Sheet1!A1:J5002', '2025-07-01');
  await chooseFunctions();
  await pane.getByText('超过 5 千行时，逐格调用 AR 函数会让 Excel 长时间忙碌').waitFor();
  await toldOf(/超过 5 千行/);
  const open = await formula(1, 10);
  expect(open).toMatch(/^=IF\(/);
  expect(open).not.toContain('AR.');
});
