import { serialOf } from '../../src/domain';
import {
  activateSheet,
  addAutoFilter,
  insertCells,
  protectSheet,
  setFilter,
} from '../../src/host/model/edits';
import { parseArea } from '../../src/host/model/address';
import { clear } from '../../src/workbook/clear';
import { inspectLedger } from '../../src/workbook/inspectLedger';
import { runWarnings, type RunOptions } from '../../src/workbook/runWarnings';
import { undo } from '../../src/workbook/undo';
import { addinOver, AMBER, contents, formulas, litRows, put, values, type Addin } from './addin';

const asOf = serialOf(2025, 6, 30);
const day = (month: number, d: number) => serialOf(2025, month, d);

const LEDGER = [
  ['应收账款台账'],
  ['客户', '单据号', '开票日期', '到期日', '应收金额', '已收金额'],
  ['宏达', 'A1', day(5, 1), day(5, 31), 1000, 0],
  ['宏达', 'A2', day(6, 1), day(6, 30), 500, 200],
  ['江南', 'B1', day(1, 1), day(3, 31), 90, 90],
  ['江南', 'B2', day(1, 1), "'2025年3月31日", 90, ''],
  ['华锐', 'C1', day(6, 1), day(7, 30), 70, 0],
  ['华锐', 'C2', day(6, 1), day(6, 29), -40, 0],
  ['合计', '', '', '', 1710, 290],
];

const SHEETS = ['Sheet1', 'AR设置', 'AR账龄', 'AR预警', 'AR数据质量', 'AR核账'];

const options: RunOptions = { today: asOf, asOf, edges: [30, 60, 90], language: 'zh-CN' };

let addin: Addin;

const start = async (rows: Parameters<typeof addinOver>[0] = LEDGER): Promise<Addin> =>
  (addin = await addinOver(rows));

afterEach(async () => {
  await clear();
  addin.office.dispose();
});

describe('a run', () => {
  it('writes ages, bucket, class, warning and light beside each open item, and nothing beside the rest', async () => {
    const { sheet } = await start();
    await runWarnings(options);
    expect(values(sheet, 'G2:N9')).toEqual([
      ['未收余额', '到期日', '逾期天数', '账龄(天)', '账龄区间', '五级分类', '预警', '灯'],
      [1000, day(5, 31), 30, 60, '1–30', '关注', '', '● 红 逾期'],
      [300, day(6, 30), 0, 29, '未到期', '正常', '预防', '◐ 橙 7天内到期'],
      [0, day(3, 31), '', '', '', '', '', ''],
      [90, day(3, 31), 91, 180, '>90', '次级', '监控', '● 红 逾期'],
      [70, day(7, 30), -30, 29, '未到期', '正常', '', '✓ 正常'],
      [-40, day(6, 29), '', '', '', '', '', ''],
      [null, null, '', null, '', '', '', ''],
    ]);
  });

  it('leaves out the due date where the ledger has a clean one', async () => {
    const { sheet } = await start(LEDGER.filter(([, number]) => number !== 'B2'));
    await runWarnings(options);
    expect(values(sheet, 'G2:I3')).toEqual([
      ['未收余额', '逾期天数', '账龄(天)'],
      [1000, 30, 60],
    ]);
  });

  it('leaves every cell of the user as it was', async () => {
    const { sheet } = await start();
    const before = formulas(sheet, 'A1:F9');
    await runWarnings(options);
    expect(formulas(sheet, 'A1:F9')).toEqual(before);
  });

  it('lights overdue rows red and those due soon amber, by two native rules', async () => {
    const { workbook, sheet } = await start();
    await runWarnings(options);
    expect(litRows(workbook, sheet, 0, 12)).toEqual([3, 6]);
    expect(litRows(workbook, sheet, 0, 12, AMBER)).toEqual([4]);
    expect(sheet.conditionalFormats).toHaveLength(2);
  });

  it('stays live: money that comes in puts the light out, another day moves the ages', async () => {
    const { workbook, sheet } = await start();
    await runWarnings(options);
    put(workbook, sheet, 'F3', [[1000]]);
    expect(values(sheet, 'G3:N3')).toEqual([[0, day(5, 31), '', '', '', '', '', '']]);
    expect(litRows(workbook, sheet, 0, 12)).toEqual([6]);
    put(workbook, workbook.sheet('AR设置')!, 'B3', [[asOf + 1]]);
    expect(values(sheet, 'I4:N4')).toEqual([[1, 30, '1–30', '关注', '响应', '● 红 逾期']]);
    expect(values(sheet, 'I6:N6')).toEqual([[92, 181, '>90', '次级', '', '● 红 逾期']]);
  });

  it('follows every threshold of the settings sheet', async () => {
    const { workbook, sheet } = await start();
    await runWarnings(options);
    const settings = workbook.sheet('AR设置')!;
    put(workbook, settings, 'B4', [[day(5, 31)]]); // the run before: A1 was not overdue then
    put(workbook, settings, 'B5', [[30]]); // lead days
    put(workbook, settings, 'B9', [[10]]); // first edge
    put(workbook, settings, 'B16', [[20]]); // 关注 up to
    expect(values(sheet, 'K3:N3')).toEqual([['11–60', '次级', '响应', '● 红 逾期']]);
    expect(values(sheet, 'M7:N7')).toEqual([['预防', '◐ 橙 30天内到期']]);
    expect(litRows(workbook, sheet, 0, 12, AMBER)).toEqual([4, 7]);
  });

  it('writes formulas a bookkeeper can check', async () => {
    const { sheet } = await start();
    await runWarnings(options);
    expect(formulas(sheet, 'G3:N3')).toEqual([
      [
        '=IF(N($D3)+N($C3)>0,IF(N($C3)<=ARW_AsOf,ROUND(N($E3)-N($F3),2),0),"")',
        '=IF(N($D3)+N($C3)>0,IF(N($D3)>0,N($D3),N($C3)),"")',
        '=IF(N($G3)>0,ARW_AsOf-$H3,"")',
        '=IF($I3="","",IF(N($C3)>0,ARW_AsOf-N($C3),""))',
        '=IF($I3="","",LOOKUP($I3,ARW_BucketFrom,ARW_BucketLabel))',
        '=IF($I3="","",LOOKUP($I3,ARW_ClassFrom,ARW_ClassLabel))',
        '=IF($I3="","",IF($I3<=0,IF(-$I3<=ARW_LeadDays,"预防",""),' +
          'IF(OR($I3-ARW_AsOf+ARW_PreviousDate<=0,AND(ISNUMBER($J3),$J3<ARW_AsOf-ARW_PreviousDate)),' +
          '"响应",IF(LOOKUP($I3,ARW_BucketFrom)=' +
          'LOOKUP($I3-ARW_AsOf+ARW_PreviousDate,ARW_BucketFrom),"","监控"))))',
        '=IF($I3="","",IF($I3>0,"● 红 逾期",' +
          'IF(-$I3<=ARW_LeadDays,"◐ 橙 "&ARW_LeadDays&"天内到期","✓ 正常")))',
      ],
    ]);
  });

  it('reports what it found', async () => {
    await start();
    const { analysis, issues } = await runWarnings(options);
    expect(analysis.totals[0]).toMatchObject({ open: 142_000, unapplied: -4000 });
    expect(analysis.overdueCount).toBe(2);
    expect(issues.map(({ row, code }) => [row, code])).toEqual([[9, 'subtotal']]);
  });

  it('speaks English where the reader does', async () => {
    const { workbook, sheet } = await start();
    await runWarnings({ ...options, language: 'en-US' });
    expect(values(sheet, 'G2:N2')).toEqual([
      [
        'Open amount',
        'Due date',
        'Days overdue',
        'Age (days)',
        'Ageing bucket',
        'Risk class',
        'Warning',
        'Light',
      ],
    ]);
    expect(values(sheet, 'K4:N4')).toEqual([
      ['Not due', 'Pass', 'Prevent', '◐ Amber due within 7 days'],
    ]);
    expect(workbook.sheets.map(({ name }) => name)).toEqual([
      'Sheet1',
      'AR Settings',
      'AR Ageing',
      'AR Warnings',
      'AR Data quality',
      'AR Matching',
    ]);
  });
});

describe('a second run', () => {
  it('refreshes its own things and adds none', async () => {
    const { workbook } = await start();
    await runWarnings(options);
    const once = contents(workbook);
    await runWarnings(options);
    expect(contents(workbook)).toEqual(once);
    expect(workbook.sheets.map((s) => s.name)).toEqual(SHEETS);
  });

  it('finds them after columns and rows came in', async () => {
    const { workbook, sheet } = await start();
    await runWarnings(options);
    insertCells(workbook, sheet, parseArea('A:A')!, 'Right', 'user');
    insertCells(workbook, sheet, parseArea('4:4')!, 'Down', 'user');
    put(workbook, sheet, 'B4', [['新远', 'D1', day(1, 1), day(1, 31), 10, 0]]);
    await runWarnings(options);
    expect(values(sheet, 'H2:L4')).toEqual([
      ['未收余额', '到期日', '逾期天数', '账龄(天)', '账龄区间'],
      [1000, day(5, 31), 30, 60, '1–30'],
      [10, day(1, 31), 150, 180, '>90'],
    ]);
    expect(litRows(workbook, sheet, 1, 12)).toEqual([3, 4, 7]);
    expect(sheet.conditionalFormats).toHaveLength(2);
  });

  it('keeps the day and the edges the workbook holds', async () => {
    const { workbook, sheet } = await start();
    await runWarnings(options);
    put(workbook, workbook.sheet('AR设置')!, 'B3', [[asOf + 10]]);
    await runWarnings({ today: asOf + 99, language: 'zh-CN' });
    expect(values(sheet, 'I3:K3')).toEqual([[40, 70, '31–60']]);
  });

  it('takes another number of edges', async () => {
    const { workbook, sheet } = await start();
    await runWarnings(options);
    await runWarnings({ ...options, edges: [45] });
    expect(values(sheet, 'K3:K6')).toEqual([['1–45'], ['未到期'], [''], ['>45']]);
    expect(workbook.sheets.map((s) => s.name)).toEqual(SHEETS);
  });
});

describe('one of our own sheets in front', () => {
  it('stands for the ledger it shows', async () => {
    const { workbook } = await start();
    await runWarnings(options);
    const once = contents(workbook);
    activateSheet(workbook, workbook.sheet('AR账龄')!);
    expect((await inspectLedger()).place.sheet).toBe('Sheet1');
    await runWarnings(options);
    expect(contents(workbook)).toEqual(once);
  });
});

describe('taking it back', () => {
  it('clear leaves the workbook as it was', async () => {
    const { workbook } = await start();
    const before = contents(workbook);
    await runWarnings(options);
    await clear();
    expect(contents(workbook)).toEqual(before);
  });

  it('clear touches no rule of the user', async () => {
    const { workbook, sheet, office } = await start();
    await office.Excel.run(async (context) => {
      const rules = context.workbook.worksheets.getItem('Sheet1').getRange('A3:F9');
      const rule = rules.conditionalFormats.add('Custom');
      rule.custom.rule.formula = '=$E3>800';
      rule.custom.format.fill.color = '#FFFF00';
      await context.sync();
    });
    const before = contents(workbook);
    await runWarnings(options);
    expect(sheet.conditionalFormats.map(({ kind }) => kind)).toMatchObject([
      { formula: '$E3>800' },
      { formula: expect.stringContaining('ARW:red:v1') as string },
      { formula: expect.stringContaining('ARW:amber:v1') as string },
    ]);
    await clear();
    expect(contents(workbook)).toEqual(before);
  });

  it('undo of the first run leaves the workbook as it was, but for what was edited since', async () => {
    const { workbook, sheet } = await start();
    const before = contents(workbook);
    await runWarnings(options);
    put(workbook, sheet, 'F3', [[1000]]);
    expect(await undo(options)).toBe(true);
    put(workbook, sheet, 'F3', [[0]]);
    expect(contents(workbook)).toEqual(before);
  });

  it('undo of a later run brings back what the one before it showed', async () => {
    const { workbook } = await start();
    await runWarnings(options);
    const first = contents(workbook);
    await runWarnings({ ...options, asOf: asOf + 30 });
    await undo(options);
    expect(contents(workbook)).toEqual(first);
  });

  it('with nothing to undo, undo says so', async () => {
    await start();
    expect(await undo(options)).toBe(false);
  });
});

describe('what cannot be done is said', () => {
  const codeOf = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: unknown) => (error as { code: string }).code,
    );

  it('an empty sheet', async () => {
    await start([]);
    expect(await codeOf(inspectLedger())).toBe('emptySheet');
  });

  it('a sheet that is no ledger', async () => {
    await start([['会议纪要'], ['日期', '内容']]);
    expect(await codeOf(runWarnings(options))).toBe('noLedger');
  });

  it('a header without rows', async () => {
    await start([LEDGER[1]!]);
    expect(await codeOf(runWarnings(options))).toBe('noItems');
  });

  it('a protected sheet, and nothing is written', async () => {
    const { workbook, sheet } = await start();
    protectSheet(workbook, sheet, {}, null);
    const before = contents(workbook);
    expect(await codeOf(runWarnings(options))).toBe('protectedSheet');
    expect(contents(workbook)).toEqual(before);
  });

  it('a filtered sheet, and nothing is written', async () => {
    const { workbook, sheet } = await start();
    addAutoFilter(workbook, sheet, parseArea('A2:F9')!);
    setFilter(workbook, sheet, 0, { values: new Set(['宏达']), blanks: false });
    const before = contents(workbook);
    expect(await codeOf(runWarnings(options))).toBe('filteredSheet');
    expect(contents(workbook)).toEqual(before);
  });

  it('a cancelled run writes nothing', async () => {
    const { workbook } = await start();
    const before = contents(workbook);
    const controller = new AbortController();
    controller.abort();
    expect(await codeOf(runWarnings({ ...options, signal: controller.signal }))).toBe('cancelled');
    expect(contents(workbook)).toEqual(before);
  });

  it('a cell being edited', async () => {
    const { office } = await start();
    office.host.cellEditMode = true;
    expect(await codeOf(runWarnings(options))).toBe('cellEditMode');
    office.host.cellEditMode = false;
  });

  it.each(['before', 'after'] as const)(
    'a run cut short %s any batch keeps the ledger whole, and the next one mends it',
    async (when) => {
      const { workbook, sheet, office } = await start();
      const ledger = formulas(sheet, 'A1:F9');
      await runWarnings(options);
      const batches = office.traffic.batches;
      await clear();
      let cuts = 0;
      for (let k = 1; k <= batches + 1; k++) {
        office.faults.failBatch(k, when);
        if ((await codeOf(runWarnings(options))) !== 'done') cuts++;
        expect(formulas(sheet, 'A1:F9')).toEqual(ledger);
        office.faults.clear();
      }
      expect(cuts).toBeGreaterThan(5);
      const mended = contents(workbook);
      await clear();
      await runWarnings(options);
      expect(contents(workbook)).toEqual(mended);
    },
  );
});
