import type { Frame } from 'playwright-core';
import { accessibilityFaults, atRest, openWorkbench, tooWide, type Workbench } from './support';

const AS_OF = '2026-11-22';

let workbench: Workbench;

afterEach(async () => {
  expect(workbench.errors).toEqual([]);
  await workbench.close();
});

async function start(options: Parameters<typeof openWorkbench>[0] = {}): Promise<Frame> {
  workbench = await openWorkbench(options);
  await workbench.page.getByRole('button', { name: '示例台账' }).click();
  await workbench.page.getByRole('menuitem', { name: /应收账款台账/ }).click();
  return workbench.paneFrame('应收台账!A2:G122');
}

/** The card fills the pane, which is as high as the window. */
async function widen(frame: Frame, width: number): Promise<void> {
  const element = await frame.frameElement();
  await element.evaluate((iframe, w) => ((iframe as HTMLElement).style.width = `${w}px`), width);
}

const goTo = async (reference: string): Promise<void> => {
  await workbench.page.getByLabel('名称框').fill(reference);
  await workbench.page.keyboard.press('Enter');
};

async function assessed(frame: Frame): Promise<void> {
  await frame.getByLabel('基准日').fill(AS_OF);
  await frame.getByRole('button', { name: '一键预警' }).click();
  await frame.getByText(/^红 逾期 [0-9]/).waitFor();
  await goTo('A3');
  await frame.getByRole('button', { name: '客户卡片', exact: true }).click();
  await frame.getByRole('button', { name: '评估客户风险' }).click();
  await frame.getByRole('heading', { name: '逾期概率' }).waitFor();
}

test('opens from a row of the sheet and from the menu of its cells, and goes back by Esc', async () => {
  const frame = await start();
  await goTo('A5');
  const opener = frame.getByRole('button', { name: '客户卡片', exact: true });
  await opener.focus();
  await workbench.page.keyboard.press('Enter');
  const title = frame.locator('h1').last();
  await frame.getByRole('button', { name: '评估客户风险' }).waitFor();
  const first = await title.textContent();
  expect(await title.evaluate((h) => h === document.activeElement)).toBe(true);
  await workbench.screenshot('card-unrated-zh');
  await workbench.page.keyboard.press('Escape');
  await frame.getByRole('button', { name: '一键预警' }).waitFor();
  expect(await opener.evaluate((b) => b === document.activeElement)).toBe(true);

  await goTo('A4');
  await workbench.page.keyboard.press('Shift+F10');
  await workbench.page.getByRole('menuitem', { name: '客户卡片' }).click();
  await frame.getByRole('button', { name: '评估客户风险' }).waitFor();
  expect(await title.textContent()).not.toBe(first);
});

test('tells the risk and why once customers are rated, keeps notes, leads to rows', async () => {
  const frame = await start();
  for (const [cell, word] of [
    ['E9', '88888'], // among the first of the list
    ['H2', '定性分类'],
    ['H9', '已申请破产'],
  ] as const) {
    await goTo(cell);
    await workbench.page.keyboard.type(word);
    await workbench.page.keyboard.press('Enter');
  }
  await assessed(frame);
  await workbench.screenshot('card-zh-1');
  await frame.getByRole('switch', { name: '黑名单' }).click();
  await frame.getByText('不论得分，直接列为极高：黑名单').waitFor();
  await workbench.screenshot('card-zh-blacklist');
  await frame.getByRole('switch', { name: '黑名单', checked: true }).click();
  await frame.getByRole('switch', { name: '黑名单', checked: false }).waitFor();
  expect(await frame.getByText('按天数', { exact: false }).first().textContent()).toContain(
    '银行分类办法 2023',
  );
  await frame.getByRole('switch', { name: '破产' }).click();
  await frame.getByText(`AR策略 名单列为破产，自 ${AS_OF} 起`, { exact: false }).first().waitFor();
  await workbench.screenshot('card-zh-bankrupt');
  await frame.getByRole('button', { name: '返回' }).click();
  // The lists say beside whom the class is not by days: by the policy, and by a word of the ledger.
  for (const list of ['逾期明细', '客户风险']) {
    const section = frame
      .locator('section')
      .filter({ has: frame.getByRole('heading', { name: list }) });
    const reason = (short: string) => section.getByText(short, { exact: true }).first();
    await reason('损失：AR策略 列为破产').waitFor();
    await reason('损失：已申请破产').waitFor();
    expect(await reason('损失：已申请破产').getAttribute('title')).toBe(
      '台账“定性分类”写着“已申请破产”，按天数是次级',
    );
    await reason('损失：AR策略 列为破产').scrollIntoViewIfNeeded();
    await workbench.screenshot(`reasons-${list}`);
  }
  await frame.getByRole('button', { name: '客户卡片', exact: true }).click();
  await frame.getByRole('switch', { name: '破产', checked: true }).click();
  await frame.getByRole('switch', { name: '破产', checked: false }).waitFor();
  for (const name of ['逾期概率', '对策', '备注']) {
    await frame.getByRole('heading', { name }).scrollIntoViewIfNeeded();
    await workbench.screenshot(`card-zh-${name}`);
  }
  await frame.getByLabel(/写一条备注/).fill('=1+1 下周付款');
  await workbench.page.keyboard.press('Escape'); // what is half written stays
  await frame.getByRole('button', { name: '记下' }).click();
  await frame.getByText('=1+1 下周付款').last().waitFor();
  await frame.getByRole('button', { name: '返回' }).click();
  await frame.getByRole('button', { name: '清除' }).click();
  await frame.getByText('AR备注 里有您写的备注').waitFor();
  expect(await workbench.page.getByRole('tab').allTextContents()).toEqual(['应收台账', 'AR备注']);
  await workbench.screenshot('card-cleared-zh');
  await frame.getByRole('button', { name: '备注也删除' }).click();
  await workbench.page.getByRole('tab', { name: 'AR备注' }).waitFor({ state: 'detached' });
  expect(await workbench.page.getByRole('tab').allTextContents()).toEqual(['应收台账']);
});

test('shows how the rating has moved from run to run: in words, drawn, and one by one', async () => {
  const frame = await start();
  const runOn = async (day: string) => {
    await frame.getByLabel('基准日').fill(day);
    await frame.getByRole('button', { name: '一键预警' }).click();
    await atRest(frame);
  };
  await runOn('2026-09-30');
  await frame.getByRole('button', { name: '评估客户风险' }).click();
  await frame.getByText(/家客户，风险高的在前/).waitFor();
  await runOn('2026-10-31');
  await runOn(AS_OF);
  await goTo('A3');
  await frame.getByRole('button', { name: '客户卡片', exact: true }).click();
  const chart = frame.getByRole('img', { name: /^2026-09-30 以来 3 次评估的得分/ });
  await chart.scrollIntoViewIfNeeded();
  await frame.getByText(/^上次等级 \S+ [0-9.]+ · 2026-10-31$/).waitFor();
  await frame.getByText('逐次看').click();
  expect(await frame.getByRole('listitem').filter({ hasText: '· 2026-' }).count()).toBe(3);
  expect(await accessibilityFaults(frame)).toEqual([]);
  await workbench.screenshot('card-zh-trend');
});

test.each([
  [320, 'light'],
  [350, 'dark'],
  [400, 'contrast'],
] as const)('is accessible at %i px, %s', async (width, look) => {
  const frame = await start({
    colorScheme: look === 'dark' ? 'dark' : 'light',
    forcedColors: look === 'contrast' ? 'active' : 'none',
  });
  await assessed(frame);
  await widen(frame, width);
  await workbench.screenshot(`card-${look}-${width}`);
  expect(await tooWide(frame)).toEqual([]);
  expect(await accessibilityFaults(frame)).toEqual([]);
});

test('opens from the overdue items, and speaks English where Office does', async () => {
  workbench = await openWorkbench({ locale: 'en-US' });
  await workbench.page.getByRole('button', { name: 'Sample ledgers' }).click();
  await workbench.page.getByRole('menuitem', { name: /Receivables ledger/ }).click();
  const frame = await workbench.paneFrame('Receivables!A2:G122');
  await frame.getByLabel('As of').fill(AS_OF);
  await frame.getByRole('button', { name: 'Run warnings' }).click();
  const open = frame.getByRole('button', { name: /^Customer card ./ }).first();
  await open.waitFor();
  await widen(frame, 320);
  expect(await tooWide(frame)).toEqual([]);
  await workbench.screenshot('pane-en-320');
  await open.click();
  await frame.getByRole('button', { name: 'Rate customers' }).click();
  await frame.getByRole('heading', { name: 'Probability of late payment' }).waitFor();
  expect(await tooWide(frame)).toEqual([]);
  await workbench.screenshot('card-en-1');
  await frame.getByRole('heading', { name: 'Treatment' }).scrollIntoViewIfNeeded();
  await workbench.screenshot('card-en-2');
  await frame.getByRole('button', { name: 'Back' }).click();
  expect(await open.evaluate((button) => button === document.activeElement)).toBe(true);
});
