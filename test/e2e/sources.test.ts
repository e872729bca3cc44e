import { saveWorkbook } from '../../src/host/file/saveWorkbook';
import { storyWorkbook } from '../support/storyWorkbook';
import { openWorkbench } from './support';

test('receipts on a sheet of their own are found, shown, counted, and can be left out', async () => {
  const workbench = await openWorkbench();
  const { page } = workbench;
  await page.waitForFunction(() => 'workbench' in window);
  const book = storyWorkbook('sources/invoices-and-receipts', ['开票', '收款', '价格表']);
  const before = await page.evaluateHandle(() => window.workbench.workbook);
  await page.locator('input[type=file]').setInputFiles({
    name: '开票与收款.xlsx',
    mimeType: '',
    buffer: Buffer.from(saveWorkbook(book)),
  });
  await page.waitForFunction((old) => window.workbench.workbook !== old, before);
  const frame = await workbench.paneFrame('台账由 2 张表组成：开票、收款');
  await frame.getByRole('button', { name: '核对台账' }).click();
  await frame.getByLabel('“价格表”用作什么').waitFor();
  await workbench.screenshot('sources-review');
  await frame.getByRole('button', { name: '就这样' }).click();
  await frame.getByLabel('基准日').fill('2025-06-30');
  await frame.getByRole('button', { name: '一键预警' }).click();
  await frame.getByText('右侧写入').waitFor();
  await page.getByRole('tab', { name: 'AR核销' }).click();
  await workbench.screenshot('sources-applications');
  expect(await page.evaluate(() => window.workbench.grid.visibleText(0, 0))).toBe('核销明细');
  await page.getByRole('tab', { name: '开票' }).click();
  const paid = await frame.getByText(/^红 逾期 [0-9]/).textContent();
  await frame.getByRole('button', { name: '核对台账' }).click();
  await frame.getByLabel('“收款”用作什么').selectOption('other');
  await frame
    .getByText(/^红 逾期 [0-9]/)
    .filter({ hasNotText: paid! })
    .waitFor();
  await workbench.screenshot('sources-unpaid');
  await frame.getByRole('button', { name: '清除' }).click();
  await frame.getByText('已清除').waitFor();
  expect(await page.getByRole('tab').allTextContents()).toEqual(['开票', '收款', '价格表']);
  expect(workbench.errors).toEqual([]);
  await workbench.close();
});
