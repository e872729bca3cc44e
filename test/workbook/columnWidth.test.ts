import { serialOf } from '../../src/domain';
import { cellAddress } from '../../src/host/model/address';
import { addSheet } from '../../src/host/model/edits';
import type { Sheet } from '../../src/host/model/sheet';
import { clear } from '../../src/workbook/clear';
import { columnWidth } from '../../src/workbook/columnWidth';
import type { SheetKey } from '../../src/workbook/ownSheets';
import { runWarnings } from '../../src/workbook/runWarnings';
import { TEXTS, type Language } from '../../src/workbook/texts';
import { addinOver, put, type Addin } from './addin';

test.each([
  ['', 60, 60],
  ['灯', 54, 54],
  ['逾期天数', 50, 56],
  ['账龄(天)', 48, 57],
  ['Due date', 66, 66],
  ['Days overdue', 66, 86],
  ['Age (days)', 60, 73],
])('“%s” in a column of at least %d points makes it %d wide', (title, least, width) => {
  expect(columnWidth(least, title)).toBe(width);
});

test('the longest of several words counts', () => {
  expect(columnWidth(72, 'Pass', 'Special mention', 'Loss')).toBe(105.5);
});

describe('in a workbook', () => {
  /** Those that a run writes. */
  const SHEETS: readonly SheetKey[] = [
    'settings',
    'ageing',
    'warnings',
    'issues',
    'applications',
    'reconciliation',
    'policy',
    'risk',
    'ratings',
    'model',
  ];
  const day = (month: number, d: number) => serialOf(2025, month, d);
  let addin: Addin;

  afterEach(async () => {
    await clear();
    addin.office.dispose();
  });

  async function start(language: Language): Promise<void> {
    addin = await addinOver([
      ['客户', '发票号', '开票日期', '到期日', '价税合计'],
      ['宏达', 'FP01', day(1, 10), day(2, 9), 1000],
      ['宏达', 'FP02', day(3, 1), day(3, 31), 700],
      ['远景', 'FP03', day(6, 1), day(7, 15), 640],
    ]);
    put(addin.workbook, addSheet(addin.workbook, '收款', 'user'), 'A1', [
      ['收款日期', '付款单位', '收款金额', '核销发票号'],
      [day(4, 5), '宏达', 700, ''],
      [day(6, 6), '远景', 80, 'FP03'],
    ]);
    await run(language);
  }

  const run = (language: Language) =>
    runWarnings({
      today: day(6, 30),
      asOf: day(6, 30),
      edges: [30, 60, 90],
      language,
      assess: true,
      predict: true,
    });

  /** Of the ledger's column under a title [points]. */
  function widthUnder(title: string): number {
    const { cells, columnWidths } = addin.sheet;
    let column = 0;
    while (cells.value(0, column) !== title) column++;
    return Math.round(columnWidths[column]! * 525) / 100;
  }

  test.each<[Language, Record<string, number>]>([
    ['zh-CN', { 未收余额: 84, 逾期天数: 66, 五级分类: 72, 灯: 102 }],
    ['en-US', { 'Open amount': 84, 'Days overdue': 86, 'Risk class': 105.5, Light: 177 }],
  ])('our columns beside the ledger are as wide as their words: %s', async (language, expected) => {
    await start(language);
    for (const [title, width] of Object.entries(expected)) expect(widthUnder(title)).toBe(width);
  });

  test('the words of another language make a column wider; else a width stays as the user sets it', async () => {
    await start('zh-CN');
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      sheet.getRange('H1').format.columnWidth = 40;
      await context.sync();
    });
    await run('zh-CN');
    expect(widthUnder('逾期天数')).toBe(40);
    await run('en-US');
    expect(widthUnder('Days overdue')).toBe(86);
  });

  test.each(['zh-CN', 'en-US'] as const)('no heading is cut: %s', async (language) => {
    await start(language);
    const headings = addin.workbook.sheets.flatMap((sheet) => headingsOf(sheet));
    expect(new Set(headings.map(({ sheet }) => sheet.name))).toEqual(
      new Set([...SHEETS.map((key) => TEXTS[language].sheets[key]), 'Sheet1']),
    );
    const cut = await Excel.run(async (context) => {
      const found: string[] = [];
      for (const { sheet, cell } of headings) {
        const range = context.workbook.worksheets.getItem(sheet.name).getRange(cell);
        const { format } = range.load('text');
        format.load('columnWidth');
        await context.sync();
        const width = format.columnWidth;
        format.autofitColumns();
        format.load('columnWidth');
        await context.sync();
        if (format.columnWidth > width) found.push(`${sheet.name}!${cell} ${range.text[0]![0]}`);
        format.columnWidth = width;
      }
      await context.sync();
      return found;
    });
    expect(cut).toEqual([]);
  });

  /** Bold texts, on sheets to fill in and of the model all, that something follows to their right. */
  function headingsOf(sheet: Sheet): { sheet: Sheet; cell: string }[] {
    const isForm = /设置|策略|模型|Settings|Policy|Model/.test(sheet.name);
    const used = sheet.cells.usedArea(true)!;
    const found: { sheet: Sheet; cell: string }[] = [];
    for (let row = used.top; row <= used.bottom; row++) {
      for (let column = used.left; column < used.right; column++) {
        const { font } = addin.workbook.styles.get(sheet.style(row, column));
        const isText = typeof sheet.cells.value(row, column) === 'string';
        if (!(font.bold || isForm) || !isText || sheet.cells.value(row, column + 1) === null)
          continue;
        found.push({ sheet, cell: cellAddress(row, column) });
      }
    }
    return found;
  }
});
