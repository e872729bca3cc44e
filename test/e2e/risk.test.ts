import { readFileSync } from 'node:fs';
import path from 'node:path';
import { recalculated } from '../support/libreoffice';
import { accessibilityFaults, openWorkbench, type Workbench } from './support';

const SAMPLE = path.join(__dirname, '../../assets/samples/ledger-zh.xlsx');

let workbench: Workbench;

afterEach(async () => {
  expect(workbench.errors).toEqual([]);
  await workbench.close();
});

it.each(['light', 'dark'] as const)(
  'customers are rated at a click, in a %s pane as in a narrow one, and the file opens elsewhere',
  async (colorScheme) => {
    workbench = await openWorkbench({ colorScheme });
    const { page } = workbench;
    await page.waitForFunction(() => 'workbench' in window);
    const before = await page.evaluateHandle(() => window.workbench.workbook);
    const file = { name: '台账.xlsx', mimeType: '', buffer: readFileSync(SAMPLE) };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.waitForFunction((old) => window.workbench.workbook !== old, before);
    const frame = await workbench.paneFrame('应收台账!A2:G122');
    await frame.getByLabel('基准日').fill('2026-11-22');
    await frame.getByRole('button', { name: '一键预警' }).click();
    await frame.getByRole('button', { name: '评估客户风险' }).click();
    await frame.getByText(/家客户，风险高的在前/).waitFor();
    await frame.getByRole('switch', { name: /逾期概率和预期损失/ }).click();
    await frame.getByRole('switch', { name: /逾期概率和预期损失/, checked: true }).waitFor();
    await frame.getByText(/^黄 逾期概率 50% 起/).waitFor();
    await frame.getByRole('img', { name: /客户按价值.*收紧 \d+ 家/ }).scrollIntoViewIfNeeded();
    const listed = frame.getByText(/家客户，风险高的在前/);
    const all = await listed.textContent();
    const place = frame.getByRole('button', { name: /^管控 \d+ 家$/ });
    const own = /\d+/.exec((await place.textContent())!)![0];
    await place.click();
    await frame.getByText(`${own} 家客户，风险高的在前`, { exact: true }).waitFor();
    await workbench.screenshot(`risk-plot-${colorScheme}`);
    await place.click();
    expect(await listed.textContent()).toBe(all);
    await frame.getByRole('heading', { name: '客户风险' }).scrollIntoViewIfNeeded();
    const pane = page.locator('iframe[src*="taskpane.html"]');
    for (const width of [350, 320]) {
      await pane.evaluate((element, pixels) => {
        element.style.width = `${pixels}px`;
      }, width);
      await frame.getByRole('switch', { name: /逾期概率和预期损失/ }).scrollIntoViewIfNeeded();
      await workbench.screenshot(`risk-${colorScheme}-${width}`);
      const overflow = await frame.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
    }
    expect(await accessibilityFaults(frame)).toEqual([]);
    await page.getByRole('tab', { name: 'AR客户风险' }).click();
    await workbench.screenshot(`risk-sheet-${colorScheme}`);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '保存' }).click(),
    ]);
    const judged = recalculated(readFileSync(await download.path()));
    expect(judged('AR客户风险', 3, 0)).toBe('客户');
    expect(['低', '中', '高', '极高']).toContain(judged('AR客户风险', 4, 1));
  },
);

it('a policy goes as text from one workbook to another, looked at place by place, and is undone', async () => {
  workbench = await openWorkbench();
  const { page } = workbench;
  await page.getByRole('button', { name: '示例台账' }).click();
  await page.getByRole('menuitem', { name: /应收账款台账/ }).click();
  const frame = await workbench.paneFrame('应收台账!A2:G122');
  await frame.getByLabel('基准日').fill('2026-11-22');
  await frame.getByRole('button', { name: '一键预警' }).click();
  await frame.getByRole('button', { name: '评估客户风险' }).click();
  await frame.getByText(/家客户，风险高的在前/).waitFor();
  await frame.getByRole('button', { name: '策略带到别的工作簿' }).click();
  await frame.getByRole('button', { name: '取出' }).click();
  const area = frame.getByLabel('策略文字');
  const text = await area.inputValue();
  expect(JSON.parse(text)).toMatchObject({ kind: 'ar-sentinel-policy', knockIns: [] });
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    frame.getByRole('button', { name: '存成文件' }).click(),
  ]);
  expect(readFileSync(await saved.path(), 'utf8')).toBe(text);
  await frame.getByRole('button', { name: '复制' }).click();
  await frame.getByText(/已复制|已选中/).waitFor();

  const file = (content: unknown) => ({
    name: 'policy.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(content)),
  });
  const policy = JSON.parse(text) as { rfa: object };
  const rfa = { ...policy.rfa, tierFrom: [50, 25, 75], windowMonths: 0 };
  await frame.locator('input[type=file]').setInputFiles(file({ ...policy, rfa }));
  await frame.getByRole('button', { name: '采用' }).click();
  await frame.getByText('等级起点（0–100 分）：要比左边的大').waitFor();
  await frame.getByText('F 的窗口（月）：要 1 到 120 的整数').waitFor();
  expect(await accessibilityFaults(frame)).toEqual([]);
  await workbench.screenshot('policy-refused');

  const severe = { ...policy.rfa, tierFrom: [1, 2, 3] };
  await frame.locator('input[type=file]').setInputFiles(file({ ...policy, rfa: severe }));
  await frame.getByRole('button', { name: '采用' }).click();
  await frame.getByText('已写入 AR策略。可以撤销。').waitFor();
  const tiers = () =>
    page.evaluate(() => {
      const { cells } = window.workbench.workbook.sheet('AR策略')!;
      return [1, 2, 3].map((column) => cells.value(10, column));
    });
  expect(await tiers()).toEqual([1, 2, 3]);
  await frame.getByRole('button', { name: '撤销' }).click();
  await frame.getByRole('button', { name: '一键预警' }).waitFor();
  await page.waitForFunction(
    () => window.workbench.workbook.sheet('AR策略')!.cells.value(10, 1) === 25,
  );
});
