import { customerBalances, NO_CHOICES, serialOf } from '../../src/domain';
import { createApiRoot } from '../../src/host/api';
import { bootOfficeRuntime } from '../../src/host/node/officeRuntime';
import { createWorkbook } from '../../src/host/model/createWorkbook';
import { addSheet, setStyle } from '../../src/host/model/edits';
import { clear } from '../../src/workbook/clear';
import { inspectLedger } from '../../src/workbook/inspectLedger';
import { previewWarnings, runWarnings, type RunOptions } from '../../src/workbook/runWarnings';
import { undo } from '../../src/workbook/undo';
import { addinOver, contents, litRows, put, values, type Addin } from './addin';

const asOf = serialOf(2025, 6, 30);
const day = (month: number, d: number) => serialOf(2025, month, d);
const options: RunOptions = { today: asOf, asOf, edges: [30, 60, 90], language: 'zh-CN' };

let addin: Addin;

afterEach(async () => {
  await clear();
  addin.office.dispose();
});

const LEDGER = [
  ['客户编码', '发票号', '开票日期', '最晚付款', '到期日', '应收金额', '已收金额'],
  ["'000123", 'A1', day(5, 1), day(5, 31), day(12, 31), 1000, 0],
  [123, 'A2', day(6, 1), day(6, 29), day(12, 31), 500, 200],
];

describe('what a person corrected of a ledger', () => {
  const corrected = { ...NO_CHOICES, mapping: { dueDate: '最晚付款' } };

  it('is kept in the workbook by the header’s text, and followed by the next run', async () => {
    addin = await addinOver(LEDGER);
    await runWarnings({ ...options, choices: corrected });
    expect(values(addin.workbook.sheet('AR设置')!, 'E7:G12')).toEqual([
      ['字段', '表头', '日期写法'],
      ['客户', null, null],
      ['客户名称', null, null],
      ['单据号', null, null],
      ['开票日期', null, null],
      ['到期日', '最晚付款', null],
    ]);
    const { analysis } = await runWarnings(options);
    expect([...analysis.daysOverdue]).toEqual([30, 1]);
    expect((await inspectLedger()).place.choices).toEqual(corrected);
  });

  describe('where an older version, that knew fewer columns, kept it', () => {
    const settings = (cells: string) => values(addin.workbook.sheet('AR设置')!, cells);

    beforeEach(async () => {
      addin = await addinOver(LEDGER.map((row, i) => [...row, i === 0 ? '函' : '破产']));
      await runWarnings({ ...options, choices: corrected });
      await addin.office.Excel.run(async ({ workbook: { names, worksheets } }) => {
        const sheet = worksheets.getItem('AR设置');
        sheet.getRange('E28:J28').clear();
        for (const [name, cells] of [
          ['ARW_Columns', 'F8:G27'],
          ['ARW_Sheets', 'I8:J27'],
        ] as const) {
          names.getItem(name).delete();
          names.add(name, sheet.getRange(cells));
        }
        await sheet.context.sync();
      });
      put(addin.workbook, addin.workbook.sheet('AR设置')!, 'E28', [['财务部定']]);
    });

    it('it is followed, and the sheet stays', async () => {
      const once = settings('A1:J40');
      const { analysis } = await runWarnings(options);
      expect([...analysis.daysOverdue]).toEqual([30, 1]);
      expect(settings('A1:J40')).toEqual(once);
    });

    it('the sheet gets rows when one of the others is chosen, until that is undone', async () => {
      const mapping = { ...corrected.mapping, classFact: '函' };
      await runWarnings({ ...options, choices: { ...corrected, mapping } });
      expect(settings('E28:F28')).toEqual([['定性分类', '函']]);
      const { analysis, place } = await runWarnings(options);
      expect([...analysis.riskClass]).toEqual([4, 4]);
      expect(place.choices.mapping).toEqual(mapping);
      await undo(options);
      await undo(options);
      expect(settings('E27:F28')).toEqual([
        ['备注', null],
        [null, null],
      ]);
      expect([...(await runWarnings(options)).analysis.riskClass]).toEqual([1, 1]);
    });
  });

  it('can be typed into the settings sheet; a dash says that there is no such column', async () => {
    addin = await addinOver(LEDGER);
    await runWarnings(options);
    put(addin.workbook, addin.workbook.sheet('AR设置')!, 'F12', [['最晚付款']]);
    put(addin.workbook, addin.workbook.sheet('AR设置')!, 'F10', [['—']]);
    const { analysis, place } = await runWarnings(options);
    expect([...analysis.daysOverdue]).toEqual([30, 1]);
    expect(place.mapping.documentNo).toBeUndefined();
  });

  it('does not touch a ledger that has no column of that name', async () => {
    addin = await addinOver(LEDGER.map((row) => row.filter((_, i) => i !== 3)));
    const { place } = await runWarnings({ ...options, choices: corrected });
    expect(place.headers[place.mapping.dueDate!]).toBe('到期日');
  });

  it('is gone again after undo', async () => {
    addin = await addinOver(LEDGER);
    const before = contents(addin.workbook);
    await runWarnings(options);
    await runWarnings({ ...options, choices: corrected });
    await undo(options);
    expect((await inspectLedger()).place.choices).toEqual(NO_CHOICES);
    await undo(options);
    expect(contents(addin.workbook)).toEqual(before);
  });
});

describe('what a sheet is used as', () => {
  it('is kept in the workbook, and followed by the next run', async () => {
    addin = await addinOver(LEDGER);
    const receipts = addSheet(addin.workbook, '收款', 'user');
    put(addin.workbook, receipts, 'A1', [
      ['收款日期', '付款单位', '收款金额', '核销发票号'],
      [day(6, 20), '000123', 1000, 'A1'],
      [day(6, 21), '000123', 100, 'A2'],
    ]);
    const asItems = { ...NO_CHOICES, sheets: { 收款: 'receipts' as const } };
    await runWarnings({ ...options, choices: asItems });
    expect(values(addin.workbook.sheet('AR设置')!, 'I7:J8')).toEqual([
      ['工作表', '用作'],
      ['收款', '收款'],
    ]);
    const { books, analysis } = await runWarnings(options);
    expect(analysis.totals[0]!.open).toBe(400_00); // 1500 − 1100: what the items say does not count
    expect(books.map(({ place }) => place.sheet)).toEqual(['Sheet1', '收款']);
    put(addin.workbook, addin.workbook.sheet('AR设置')!, 'J8', [['不用']]);
    expect((await runWarnings(options)).books).toHaveLength(1);
  });
});

describe('codes that differ only by leading zeros', () => {
  it('are one customer, named in AR数据质量, until the settings part them', async () => {
    addin = await addinOver(LEDGER);
    const first = await runWarnings(options);
    expect(customerBalances(first.analysis).map(({ customer }) => customer)).toEqual(['000123']);
    expect(first.mergedCodes).toEqual([{ customer: '000123', spellings: ['000123', '123'] }]);
    expect(values(addin.workbook.sheet('AR数据质量')!, 'B5:E5')).toEqual([
      ['A1', '客户编码', expect.stringContaining('前导零'), '000123 = 123'],
    ]);
    put(addin.workbook, addin.workbook.sheet('AR设置')!, 'B6', [['否']]);
    const second = await runWarnings(options);
    expect(customerBalances(second.analysis).map(({ customer }) => customer)).toEqual([
      '000123',
      '123',
    ]);
  });
});

describe('a date column that can be read both ways', () => {
  const both = [
    ['客户', '发票号', '到期日', '应收金额'],
    ['宏达', 'A1', "'3/6/2025", 1000],
    ['宏达', 'A2', "'4/7/2025", 500],
  ];

  it('asks, and follows the answer, which the workbook keeps', async () => {
    addin = await addinOver(both);
    await expect(previewWarnings(options)).rejects.toMatchObject({
      code: 'noItems',
      issues: [
        { row: 2, role: 'dueDate', code: 'dateAmbiguous', value: '3/6/2025' },
        { row: 3, role: 'dueDate', code: 'dateAmbiguous', value: '4/7/2025' },
      ],
    });
    const choices = { ...NO_CHOICES, dateOrder: { dueDate: 'dmy' as const } };
    await runWarnings({ ...options, choices });
    const { analysis, issues } = await runWarnings(options);
    expect([...analysis.daysOverdue]).toEqual([27, -4]);
    expect(issues).toEqual([]);
    expect(litRows(addin.workbook, addin.sheet, 0, 5)).toEqual([2]);
  });
});

describe('a workbook that counts its days from 1904', () => {
  it('is aged by the same days, in formulas and settings too', async () => {
    const workbook = createWorkbook();
    workbook.date1904 = true;
    const shown = (serial: number) => serial - 1462;
    const sheet = workbook.activeSheet;
    put(workbook, sheet, 'A1', [
      ['客户', '发票号', '开票日期', '到期日', '应收金额', '已收金额'],
      ['宏达', 'A1', shown(day(5, 1)), shown(day(5, 31)), 1000, 0],
      ['江南', 'B1', shown(day(6, 1)), "'2025-07-05", 500, 0],
    ]);
    const dates = { top: 1, left: 2, bottom: 2, right: 3 };
    setStyle(workbook, sheet, dates, (style) => ({ ...style, numberFormat: 'yyyy-mm-dd' }));
    const office = await bootOfficeRuntime({ workbook, createRoot: createApiRoot });
    const { Excel, Office, OfficeExtension } = office;
    Object.assign(globalThis, { Excel, Office, OfficeExtension });
    addin = { workbook, sheet, office };
    await runWarnings(options);
    expect(values(sheet, 'G1:N3')).toEqual([
      ['未收余额', '到期日', '逾期天数', '账龄(天)', '账龄区间', '五级分类', '预警', '灯'],
      [1000, shown(day(5, 31)), 30, 60, '1–30', '关注', '', '● 红 逾期'],
      [500, shown(day(7, 5)), -5, 29, '未到期', '正常', '预防', '◐ 橙 7天内到期'],
    ]);
    expect(values(workbook.sheet('AR设置')!, 'B3:B4')).toEqual([[shown(asOf)], [shown(asOf) - 1]]);
    put(workbook, workbook.sheet('AR设置')!, 'B3', [[shown(asOf) + 10]]);
    expect(values(sheet, 'I2:I3')).toEqual([[40], [5]]);
    const { analysis } = await runWarnings({ today: asOf, language: 'zh-CN' });
    expect(analysis.asOf).toBe(asOf + 10);
  });
});
