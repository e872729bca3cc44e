import { createWorkbook } from '../../src/host/model/createWorkbook';
import { addSheet } from '../../src/host/model/edits';
import { saveWorkbook } from '../../src/host/file/saveWorkbook';
import { put } from '../workbook/addin';
import { openWorkbench, type Workbench } from './support';

let workbench: Workbench;

afterEach(() => workbench.close());

function receiptsWorkbook(): Buffer {
  const workbook = createWorkbook();
  const invoices = workbook.activeSheet;
  invoices.name = '开票';
  put(workbook, invoices, 'A1', [
    ['客户', '发票号', '开票日期', '到期日', '价税合计', '业务员'],
    ['宏达汽配', 'FP01', '2025-01-10', '2025-02-09', 1000, '张伟'],
    ['宏达汽配', 'FP02', '2025-03-01', '2025-03-31', 700, '张伟'],
    ['宏达汽配', 'FP03', '2025-03-02', '2025-04-01', 250, '张伟'],
    ['宏达汽配', 'FP04', '2025-06-01', '2025-07-15', 640, '张伟'],
  ]);
  put(workbook, addSheet(workbook, '收款', 'user'), 'A1', [
    ['收款日期', '付款单位', '收款单号', '收款金额', '核销发票号', '摘要'],
    ['2025-04-05', '宏达汽配', 'SK01', 700, '', ''],
    ['2025-05-05', '宏达汽配', 'SK02', 890, '', ''],
    ['2025-06-05', '宏达汽配', 'SK03', 100, '', '付FP01货款'],
    ['2025-06-06', '远景客车', 'SK04', 80, 'FP99', ''],
  ]);
  return Buffer.from(saveWorkbook(workbook));
}

async function openReceipts(options: Parameters<typeof openWorkbench>[0] = {}) {
  workbench = await openWorkbench(options);
  const { page } = workbench;
  await page.waitForFunction(() => 'workbench' in window);
  const before = await page.evaluateHandle(() => window.workbench.workbook);
  const file = { name: '开票与收款.xlsx', mimeType: '', buffer: receiptsWorkbook() };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.waitForFunction((old) => window.workbench.workbook !== old, before);
  const frame = await workbench.paneFrame('台账由 2 张表组成：开票、收款');
  await frame.getByLabel('基准日').fill('2025-06-30');
  await frame.getByRole('button', { name: '一键预警' }).click();
  await frame.getByText('核账：建议 4 条，已接受 0 条，未匹配 1 笔').waitFor();
  return { page, frame };
}

test('receipts are matched in the pane: the sure ones accepted, the ageing follows, undone and cleared', async () => {
  const { page, frame } = await openReceipts();
  const red = () => frame.getByText(/^红 逾期 [0-9]/).textContent();
  expect(await red()).toBe('红 逾期 3 笔');
  await frame.getByRole('button', { name: '勾选' }).click();
  expect(await frame.getByRole('checkbox', { checked: true }).count()).toBe(2);
  await frame.getByText('未匹配与超额 1 笔').click();
  await frame.getByText('写明的单据在台账里找不到').scrollIntoViewIfNeeded();
  await workbench.screenshot('matching');
  await frame.getByRole('button', { name: '应用' }).click();
  await frame.getByText('核账：建议 2 条，已接受 2 条，未匹配 1 笔').waitFor();
  expect(await red()).toBe('红 逾期 2 笔');
  await frame.getByLabel('接受 SK01 → FP02 700.00').scrollIntoViewIfNeeded();
  await workbench.screenshot('matching-accepted');
  await page.getByRole('tab', { name: 'AR核账' }).click();
  await workbench.screenshot('matching-sheet');
  await frame.getByLabel('接受 SK01 → FP02 700.00').uncheck();
  await frame.getByRole('button', { name: '应用' }).click();
  await frame.getByText('核账：建议 3 条，已接受 1 条，未匹配 1 笔').waitFor();
  await frame.getByRole('button', { name: '撤销' }).click();
  await frame.getByText('已撤销').waitFor();
  await frame.getByRole('button', { name: '清除' }).click();
  await frame.getByText('已清除').waitFor();
  expect(await page.getByRole('tab').allTextContents()).toEqual(['开票', '收款']);
  expect(workbench.errors).toEqual([]);
});

test('statements are written from the pane, and the ledger is tied out to its account', async () => {
  const { page, frame } = await openReceipts();
  await frame.getByRole('button', { name: '对账单' }).click();
  await frame.getByRole('button', { name: '生成对账单' }).click();
  await frame.getByText('已写 2 份对账单').waitFor();
  await frame.getByRole('button', { name: '转到 AR对账单' }).click();
  await page.waitForFunction(() => window.workbench.grid.visibleText(0, 0) === '往来对账单');
  await workbench.screenshot('statement');
  await frame.getByLabel('给谁').click();
  await frame.getByRole('option', { name: '业务员（每人一页，与财务对账）' }).click();
  await frame.getByRole('button', { name: '生成对账单' }).click();
  await page.waitForFunction(() => window.workbench.grid.visibleText(0, 0) === '业务员对账表');
  await workbench.screenshot('salespersons');
  await frame.getByRole('button', { name: '与科目余额核对' }).click();
  await frame.getByLabel('科目余额').fill('1720');
  await frame.getByText('差额 -900.00').scrollIntoViewIfNeeded();
  await workbench.screenshot('tie-out');
  await frame.getByLabel('客户', { exact: true }).fill('远景');
  await frame.getByRole('option', { name: '远景客车' }).click();
  await frame.getByText('差额 -1800.00').waitFor();
  await frame.getByRole('button', { name: '撤销' }).click();
  await frame.getByText('已撤销').waitFor();
  expect(await page.getByRole('tab').allTextContents()).not.toContain('AR对账单');
  expect(workbench.errors).toEqual([]);
});
