import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { gridLedger } from './gridLedger';
import { openWorkbench, type Workbench } from './support';

let workbench: Workbench;
let page: Page;

beforeAll(async () => {
  workbench = await openWorkbench();
  page = workbench.page;
});

afterAll(() => workbench.close());

beforeEach(async () => {
  await open('台账.xlsx', gridLedger(40));
});

/** Opens a file as a person does, and waits until it is shown. */
async function open(name: string, buffer: Buffer): Promise<void> {
  await page.waitForFunction(() => 'workbench' in window);
  const before = await page.evaluateHandle(() => window.workbench.workbook);
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer });
  await page.waitForFunction((old) => window.workbench.workbook !== old, before);
}

const text = (row: number, column: number): Promise<string> =>
  page.evaluate(([r, c]) => window.workbench.grid.visibleText(r!, c!), [row, column]);

const fill = (row: number, column: number): Promise<string | null> =>
  page.evaluate(([r, c]) => window.workbench.grid.cellLook(r!, c!).fill, [row, column]);

const goTo = async (reference: string): Promise<void> => {
  await page.getByLabel('名称框').fill(reference);
  await page.keyboard.press('Enter');
};

const address = (): Promise<string> => page.getByLabel('名称框').inputValue();

const menu = async (item: string): Promise<void> => {
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: item, exact: true }).click();
};

/** Clicks into a cell, by default in its middle. */
async function clickCell(row: number, column: number, fromRight?: number): Promise<void> {
  const canvas = (await page.getByRole('group', { name: '表格' }).boundingBox())!;
  const rect = await page.evaluate(
    ([r, c]) => window.workbench.grid.cellRect(r!, c!),
    [row, column],
  );
  const x = fromRight === undefined ? rect.width / 2 : rect.width - fromRight;
  await page.mouse.click(canvas.x + rect.x + x, canvas.y + rect.y + rect.height / 2);
}

const hiddenRows = (): Promise<number> =>
  page.evaluate(() => window.workbench.workbook.activeSheet.hiddenRows.size);

describe('a ledger in the grid', () => {
  test('shows values through their number formats', async () => {
    expect(await text(3, 2)).toBe('2025-01-01');
    expect(await text(4, 3)).toBe('8,919.00');
  });

  test('shows its rule, until the amount that lit it is received', async () => {
    expect(await fill(3, 0)).toBe('#FFC7CE');
    await goTo('E4');
    await page.keyboard.type('1000');
    await page.keyboard.press('Enter');
    expect(await text(3, 5)).toBe('0.00');
    expect(await fill(3, 0)).toBeNull();
    expect(await address()).toBe('E5');
  });

  test('takes an edit back', async () => {
    await goTo('E4');
    await page.keyboard.type('1000');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+z');
    expect(await text(3, 5)).toBe('1,000.00');
  });

  test('lists visible sheets as tabs and switches between them', async () => {
    expect(await page.getByRole('tab').allTextContents()).toEqual(['台账', '客户']);
    await page.getByRole('tab', { name: '客户' }).click();
    expect(await text(1, 0)).toBe('宏达汽配');
    await page.keyboard.press('Control+PageUp');
    expect(await text(0, 0)).toBe('应收账款台账');
  });

  test('gets a new sheet, and another name for it', async () => {
    await page.getByRole('button', { name: '新建工作表' }).click();
    const tab = page.getByRole('tab', { selected: true });
    await tab.dblclick();
    await page.getByLabel('重命名').fill('备忘');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('tab').allTextContents()).toContain('备忘');
  });
});

describe('the formula bar', () => {
  test('shows the formula of the active cell and edits it', async () => {
    await goTo('F4');
    const box = page.getByLabel('编辑公式');
    expect(await box.inputValue()).toBe('=D4-E4');
    await box.fill('=D4*2');
    await page.keyboard.press('Enter');
    expect(await text(3, 5)).toBe('2,000.00');
  });

  test('refuses a formula that cannot be read, says so and lets go on Escape', async () => {
    await goTo('F4');
    await page.keyboard.type('=SUM(');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('alert').textContent()).toContain('公式或输入有误');
    await page.keyboard.press('Escape');
    expect(await page.getByLabel('编辑公式').inputValue()).toBe('=D4-E4');
  });

  test('goes to a cell of another sheet', async () => {
    await goTo('客户!A3');
    expect(await page.getByRole('tab', { selected: true }).textContent()).toBe('客户');
    expect(await page.getByLabel('编辑公式').inputValue()).toBe('远景贸易');
  });
});

describe('the keyboard', () => {
  test.each([
    ['B4', ['ArrowDown', 'ArrowRight'], 'C5'],
    ['B4', ['Shift+ArrowDown', 'Shift+ArrowRight'], 'B4:C5'],
    ['B4', ['Control+ArrowDown'], 'B43'],
    ['C9', ['Home'], 'A9'],
    ['C9', ['Control+Home'], 'B4'],
    ['A1', ['Control+End'], 'G43'],
    ['A1', ['ArrowRight'], 'H1'],
    ['B4', ['Tab', 'Tab', 'Shift+Tab'], 'C4'],
    ['B4', ['Enter', 'Shift+Enter', 'Enter'], 'B5'],
    ['B4', ['Shift+Space'], '4:4'],
    ['B4', ['Control+Space'], 'B:B'],
  ])('from %s %j goes to %s', async (from, keys, to) => {
    await goTo(from);
    for (const key of keys) await page.keyboard.press(key);
    expect(await address()).toBe(to);
  });

  test('announces the active cell and its value', async () => {
    await goTo('B4');
    expect(await page.locator('[aria-live=polite]').textContent()).toBe('B4 INV-1000');
  });

  test('Delete clears the selected cells', async () => {
    await goTo('E4:E5');
    await page.keyboard.press('Delete');
    expect([await text(3, 4), await text(4, 4)]).toEqual(['', '']);
  });

  test('F2 edits what the cell holds', async () => {
    await goTo('B4');
    await page.keyboard.press('F2');
    await page.keyboard.type('-A');
    await page.keyboard.press('Enter');
    expect(await text(3, 1)).toBe('INV-1000-A');
  });

  test('copied formulas move with the cells they are pasted to', async () => {
    await goTo('F4');
    await page.keyboard.press('Control+c');
    await goTo('J5');
    await page.keyboard.press('Control+v');
    await page.waitForFunction(() => window.workbench.grid.visibleText(4, 9) !== '');
    expect(await page.getByLabel('编辑公式').inputValue()).toBe('=H5-I5');
  });
});

describe('the mouse', () => {
  test('a click selects a cell, a double click edits it', async () => {
    await clickCell(5, 1);
    expect(await address()).toBe('B6');
    const rect = await page.evaluate(() => window.workbench.grid.cellRect(5, 1));
    const canvas = (await page.getByRole('group', { name: '表格' }).boundingBox())!;
    await page.mouse.dblclick(canvas.x + rect.x + 20, canvas.y + rect.y + 10);
    await page.keyboard.type('X');
    await page.keyboard.press('Enter');
    expect(await text(5, 1)).toBe('INV-1002X');
  });

  test('a click on a column letter selects the column', async () => {
    const canvas = (await page.getByRole('group', { name: '表格' }).boundingBox())!;
    const rect = await page.evaluate(() => window.workbench.grid.cellRect(3, 3));
    await page.mouse.click(canvas.x + rect.x + 30, canvas.y + 10);
    expect(await address()).toBe('D:D');
    expect(await page.getByLabel('所选单元格').textContent()).toContain('计数 41');
  });
});

describe('rows and columns', () => {
  test('an inserted row moves the ledger down and its formulas along', async () => {
    await goTo('A5');
    await menu('插入行');
    expect(await text(4, 1)).toBe('');
    expect(await text(5, 1)).toBe('INV-1001');
    await goTo('F6');
    expect(await page.getByLabel('编辑公式').inputValue()).toBe('=D6-E6');
  });

  test('a deleted row is gone', async () => {
    await goTo('A4');
    await menu('删除行');
    expect(await text(3, 1)).toBe('INV-1001');
  });

  test('sorting orders the filtered rows and leaves the header', async () => {
    await goTo('D4');
    await menu('降序排序');
    expect(await text(2, 3)).toBe('应收金额');
    const amounts = await Promise.all([3, 4, 5].map((row) => text(row, 3)));
    const numbers = amounts.map((amount) => Number(amount.replaceAll(',', '')));
    expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
  });
});

describe('filters', () => {
  test('the arrow of a header opens a checklist of its values', async () => {
    await clickCell(2, 0, 9);
    const dialog = page.getByRole('dialog', { name: '筛选' });
    await dialog.getByLabel('全选').uncheck();
    await dialog.getByLabel('申光电子').check();
    await dialog.getByRole('button', { name: '确定' }).click();
    expect(await hiddenRows()).toBe(30);
    expect(await text(5, 0)).toBe('申光电子');
  });

  test('hidden rows are stepped over', async () => {
    await goTo('A4');
    await menu('按所选单元格的值筛选');
    await goTo('A4');
    await page.keyboard.press('ArrowDown');
    expect(await address()).toBe('A8');
    await menu('清除筛选');
    expect(await hiddenRows()).toBe(0);
  });
});

test('a hundred thousand rows open and scroll to their end', async () => {
  await open('大.xlsx', gridLedger(100_000));
  await page.keyboard.press('Control+End');
  expect(await address()).toBe('G100003');
  expect(await text(100_002, 1)).toBe('INV-100999');
  await workbench.screenshot('grid-100000');
});

test('the workbook is saved as it is now', async () => {
  await goTo('B4');
  await page.keyboard.type('INV-X');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '保存' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('台账.xlsx');
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  await open('重开.xlsx', Buffer.concat(chunks));
  expect(await text(3, 1)).toBe('INV-X');
  expect(await fill(3, 0)).toBe('#FFC7CE');
});

test('language and appearance change without losing the workbook', async () => {
  await page.getByRole('button', { name: '外观' }).click();
  await page.getByRole('menuitemradio', { name: '深色' }).click();
  await page.getByRole('button', { name: '语言' }).click();
  await page.getByRole('menuitemradio', { name: 'English' }).click();
  await page.getByRole('button', { name: 'Save' }).waitFor();
  expect(await text(3, 1)).toBe('INV-1000');
  await workbench.screenshot('grid-dark-en');
  await page.getByRole('button', { name: 'Language' }).click();
  await page.getByRole('menuitemradio', { name: '简体中文' }).click();
});

test('the page around the pane has no accessibility faults that axe finds', async () => {
  await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
  const faults = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(o: object): Promise<AxeResults> } };
    const { violations } = await axe.run({ exclude: ['iframe'] });
    return violations.map(({ id, nodes }) => [id, ...nodes.map((node) => node.html)]);
  });
  expect(faults).toEqual([]);
});

test('nothing went wrong on the way', () => {
  expect(workbench.errors).toEqual([]);
});
