import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openWorkbench } from './support';

const SAMPLE = path.join(__dirname, '../../assets/samples/ledger-zh.xlsx');

test('a function is composed over the ledger, tried, put into cells and taken back', async () => {
  const workbench = await openWorkbench();
  const { page } = workbench;
  await page.waitForFunction(() => 'workbench' in window);
  const buffer = readFileSync(SAMPLE);
  await page.locator('input[type=file]').setInputFiles({ name: '台账.xlsx', mimeType: '', buffer });
  const frame = await workbench.paneFrame('应收台账!A2:G122');
  const goTo = async (reference: string) => {
    await page.getByLabel('名称框').fill(reference);
    await page.keyboard.press('Enter');
  };
  const text = (row: number, column: number) =>
    page.evaluate(([r, c]) => window.workbench.grid.visibleText(r! - 1, c!), [row, column]);

  await goTo('J3');
  await frame.getByRole('button', { name: '插入函数' }).click();
  await frame.getByRole('combobox', { name: '函数' }).selectOption('DUE_DATE');
  // The invoice dates are known from the ledger; the term is typed.
  const dates = await frame.getByRole('textbox', { name: 'invoiceDate' }).inputValue();
  expect(dates).toMatch(/^[A-Z]3:[A-Z]122$/);
  await frame.getByText('还缺 term。').waitFor();
  await frame.getByRole('textbox', { name: 'term' }).fill('"月结30"');
  await frame.getByText('120 行 × 1 列').waitFor();
  await workbench.screenshot('insert-function');
  const first = await frame
    .getByRole('table', { name: '预览' })
    .locator('td')
    .first()
    .textContent();
  await frame.getByRole('button', { name: '插入', exact: true }).click();
  await frame.getByText('已写入 应收台账!J3。').waitFor();
  await page.waitForFunction((said) => window.workbench.grid.visibleText(2, 9) === said, first!);
  expect(await text(122, 9)).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  await frame.getByRole('button', { name: '收回' }).click();
  await page.waitForFunction(() => window.workbench.grid.visibleText(2, 9) === '');

  // A cell that is taken is never overwritten; the selection fills a parameter; Esc closes.
  await goTo('A3');
  await frame.getByRole('button', { name: '放到：取所选区域' }).click();
  await frame.getByText('120 行 × 1 列').waitFor();
  await frame.getByRole('button', { name: '插入', exact: true }).click();
  await frame.getByText(/A3 起要占的单元格里已有内容/).waitFor();
  await goTo('C3');
  await frame.getByRole('button', { name: 'invoiceDate：取所选区域' }).click();
  await frame.getByText('1 行 × 1 列').waitFor();
  await frame.getByRole('textbox', { name: 'term' }).press('Escape');
  expect(await frame.getByText('放到').count()).toBe(0);
  expect(workbench.errors).toEqual([]);
  expect(workbench.foreignRequests).toEqual([]);
  await workbench.close();
});
