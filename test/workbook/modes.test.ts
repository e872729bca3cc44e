import { serialOf } from '../../src/domain';
import { parseArea } from '../../src/host/model/address';
import { createWorkbook } from '../../src/host/model/createWorkbook';
import { insertCells, sortArea } from '../../src/host/model/edits';
import { clear } from '../../src/workbook/clear';
import { COLUMN_MODES, modeOf, type ColumnMode } from '../../src/workbook/columnMode';
import { OWN } from '../../src/workbook/ownNames';
import { runWarnings, type RunOptions } from '../../src/workbook/runWarnings';
import { undo } from '../../src/workbook/undo';
import {
  addinOver,
  addinWithFunctions,
  AMBER,
  calculated,
  contents,
  formulas,
  litRows,
  put,
  values,
  type Addin,
} from './addin';

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
  ['合计', '', '', '', 1750, 290],
];

const options: RunOptions = { today: asOf, asOf, language: 'zh-CN' };

let addin: Addin;

async function start(): Promise<Addin> {
  addin = await addinWithFunctions(createWorkbook());
  put(addin.workbook, addin.sheet, 'A1', LEDGER);
  return addin;
}

async function run(more: Partial<RunOptions> = {}): Promise<void> {
  await runWarnings({ ...options, ...more });
  await calculated(addin);
}

describe('the word for what the columns hold', () => {
  it.each<[unknown, ColumnMode]>([
    ['公式', 'formulas'],
    ['AR 函数', 'functions'],
    ['ar函数', 'functions'],
    ['ＡＲ函数', 'functions'],
    ['AR functions', 'functions'],
    [' 数值 ', 'values'],
    ['Values', 'values'],
    ['', 'formulas'],
    ['随便', 'formulas'],
    [1, 'formulas'],
  ])('%j: %s', (cell, mode) => expect(modeOf(cell)).toBe(mode));
});

describe('columns', () => {
  afterEach(async () => {
    await clear();
    addin.office.dispose();
  });

  it('are AR functions over the ledger and the settings, where there is one', async () => {
    const { sheet } = await start();
    await run({ mode: 'functions' });
    expect(formulas(sheet, 'G3:N3')).toEqual([
      [
        '=IF(N($D3)+N($C3)>0,AR.OPEN_AMOUNT(N($E3),N($F3),ARW_AsOf,N($C3),0),"")',
        '=IF(N($D3)+N($C3)>0,IF(N($D3)>0,N($D3),N($C3)),"")',
        '=IF(N($G3)>0,AR.OVERDUE_DAYS($H3,ARW_AsOf),"")',
        '=IF($I3="","",AR.AGE_DAYS(N($C3),ARW_AsOf))',
        '=IF($I3="","",AR.AGING_BUCKET($H3,ARW_AsOf,ARW_Edges,ARW_BucketLabel))',
        '=IF($I3="","",AR.RISK_CLASS($I3,ARW_ClassBounds,ARW_ClassLabel))',
        '=IF($I3="","",CHOOSE(1+IF(AND($I3>0,ISNUMBER($J3),$J3<ARW_AsOf-ARW_PreviousDate),2,' +
          'AR.WARNING_LEVEL($H3,ARW_AsOf,ARW_PreviousDate,ARW_LeadDays,ARW_Edges)),' +
          '"","预防","响应","监控"))',
        '=IF($I3="","",IF($I3>0,"● 红 逾期",' +
          'IF(-$I3<=ARW_LeadDays,"◐ 橙 "&ARW_LeadDays&"天内到期","✓ 正常")))',
      ],
    ]);
    // A date that is a text cannot be asked for by its cell.
    expect(formulas(sheet, 'H6:H6')).toEqual([['=IF(45747+45658>0,IF(45747>0,45747,45658),"")']]);
    expect(values(sheet, 'I6:K6')).toEqual([[91, 180, '91–180']]);
  });

  it.each([
    ['formulas', [6], [4]],
    ['functions', [6], [4]],
    ['values', [3, 6], [4]],
  ] as const)('%s: the red light follows a payment if they do', async (mode, red, amber) => {
    const { workbook, sheet } = await start();
    await run({ mode });
    expect(litRows(workbook, sheet, 0, 12)).toEqual([3, 6]);
    expect(litRows(workbook, sheet, 0, 12, AMBER)).toEqual([4]);
    put(workbook, sheet, 'F3', [[1000]]);
    await calculated(addin);
    expect(litRows(workbook, sheet, 0, 12)).toEqual(red);
    expect(litRows(workbook, sheet, 0, 12, AMBER)).toEqual(amber);
    await run();
    expect(litRows(workbook, sheet, 0, 12)).toEqual([6]);
  });

  it('as functions follow every threshold of the settings sheet as formulas do', async () => {
    const { workbook, sheet } = await start();
    const shown = async (mode: ColumnMode) => {
      await run({ mode });
      const settings = workbook.sheet('AR设置')!;
      put(workbook, settings, 'B4', [[day(5, 31)]]);
      put(workbook, settings, 'B5', [[30]]);
      put(workbook, settings, 'B9', [[10]]);
      put(workbook, settings, 'B18', [[20]]);
      await calculated(addin);
      const seen = values(sheet, 'G3:N8').map((row) => row.map((cell) => cell ?? ''));
      put(workbook, settings, 'B9', [[30]]);
      put(workbook, settings, 'B18', [[90]]);
      await calculated(addin);
      return seen;
    };
    const native = await shown('formulas');
    expect(native[0]!.slice(4)).toEqual(['11–60', '次级', '响应', '● 红 逾期']);
    expect(await shown('functions')).toEqual(native);
  });

  it('as values stay texts when somebody types over them, and turn live again', async () => {
    const { workbook, sheet } = await start();
    await run({ mode: 'formulas' });
    const live = contents(workbook);
    await run({ mode: 'values' });
    expect(formulas(sheet, 'G3:N3')).toEqual([
      [1000, day(5, 31), 30, 60, '1–30', '关注', null, '● 红 逾期'],
    ]);
    put(workbook, sheet, 'K3', [['1-30']]);
    expect(values(sheet, 'K3:K3')).toEqual([['1-30']]);
    await run({ mode: 'formulas' });
    expect(contents(workbook)).toEqual(live);
  });

  it('follow the setting, in whichever language it is written', async () => {
    const { workbook, sheet } = await start();
    await run();
    const settings = workbook.sheet('AR设置')!;
    expect(values(settings, 'E3:F3')).toEqual([['结果列', '公式']]);
    put(workbook, settings, 'F3', [['AR functions']]);
    await run();
    expect(formulas(sheet, 'I3:I3')).toEqual([['=IF(N($G3)>0,AR.OVERDUE_DAYS($H3,ARW_AsOf),"")']]);
    expect(values(settings, 'F3:F3')).toEqual([['AR 函数']]);
    put(workbook, settings, 'F3', [['不懂']]);
    await run();
    expect(values(settings, 'F3:F3')).toEqual([['公式']]);
  });
});

describe('rows moved by people', () => {
  afterEach(() => addin.office.dispose());

  const area = (address: string) => parseArea(address)!;
  /** Sorts by a column of the area, largest first. */
  const sort = (address: string, column: number) =>
    sortArea(
      addin.workbook,
      addin.sheet,
      area(address),
      [{ column, ascending: false }],
      false,
      'user',
    );
  /** What stands beside each document, by its number. */
  const beside = (rows: string): Record<string, unknown[]> =>
    Object.fromEntries(
      values(addin.sheet, rows).map(([no, , , , , ...ours]): [string, unknown[]] => [
        String(no),
        ours.map((cell): unknown => cell ?? ''),
      ]),
    );
  const SAID = {
    A1: [1000, day(5, 31), 30, 60, '1–30', '关注', '', '● 红 逾期'],
    A2: [300, day(6, 30), 0, 29, '未到期', '正常', '预防', '◐ 橙 7天内到期'],
    B1: [0, day(3, 31), '', '', '', '', '', ''],
    // From 61–90 the day before.
    B2: [90, day(3, 31), 91, 180, '91–180', '次级', '监控', '● 红 逾期'],
    C1: [70, day(7, 30), -30, 29, '未到期', '正常', '', '✓ 正常'],
  };

  it.each(COLUMN_MODES)(
    '%s: sorted with our columns they are right, and a run finds nothing to do',
    async (mode) => {
      await start();
      await run({ mode });
      expect(beside('B3:N7')).toEqual(SAID);
      sort('A3:N7', 2);
      await calculated(addin);
      expect(values(addin.sheet, 'B3:B7').flat()).toEqual(['A2', 'C1', 'A1', 'B1', 'B2']);
      expect(beside('B3:N7')).toEqual(SAID);
      await run();
      expect(beside('B3:N7')).toEqual(SAID);
    },
    30_000,
  );

  it.each(COLUMN_MODES)(
    '%s: sorted without our columns they are right after a run',
    async (mode) => {
      const { workbook, sheet } = await start();
      await run({ mode });
      sort('A3:F7', 3);
      await run();
      expect(beside('B3:N7')).toEqual(SAID);
      expect(values(sheet, 'B3:B7').flat()).toEqual(['B2', 'C1', 'A2', 'A1', 'B1']);
      expect(litRows(workbook, sheet, 0, 12)).toEqual([3, 6]);
    },
    30_000,
  );

  it.each(COLUMN_MODES)(
    '%s: rows put in between are taken in by a run, the others stay right',
    async (mode) => {
      const { workbook, sheet } = await start();
      await run({ mode });
      insertCells(workbook, sheet, area('4:5'), 'Down', 'user');
      put(workbook, sheet, 'A4', [['新远', 'D1', day(1, 1), day(1, 31), 10, 0]]);
      await calculated(addin);
      const { A1, ...below } = SAID;
      expect(beside('B3:N3')).toEqual({ A1 });
      expect(beside('B6:N9')).toEqual(below);
      await run();
      const { D1, null: blank, ...others } = beside('B3:N9');
      expect(others).toEqual(SAID);
      expect(blank!.join('')).toBe('');
      expect(D1).toEqual([10, day(1, 31), 150, 180, '91–180', '次级', '', '● 红 逾期']);
      expect(litRows(workbook, sheet, 0, 12)).toEqual([3, 4, 8]);
    },
    30_000,
  );
});

describe('AR functions that cannot be', () => {
  afterEach(() => addin.office.dispose());

  const written = async (mode: ColumnMode) => {
    const result = await runWarnings({ ...options, mode });
    await calculated(addin);
    return [result.mode, result.written, result.lacksFunctions];
  };

  it('known are formulas, leave nothing else, and come once they are known', async () => {
    addin = await addinOver(LEDGER);
    const { workbook, sheet } = addin;
    expect(await written('functions')).toEqual(['functions', 'formulas', true]);
    const instead = contents(workbook);
    const settings = workbook.sheet('AR设置')!;
    expect(values(settings, 'F3:F3')).toEqual([['AR 函数']]);
    expect(JSON.stringify(instead)).not.toMatch(/\bAR\.|#NAME/);
    expect(await written('formulas')).toEqual(['formulas', 'formulas', false]);
    put(workbook, settings, 'F3', [['AR 函数']]);
    expect(contents(workbook)).toEqual(instead);
    addin.office.dispose();

    addin = await addinWithFunctions(workbook);
    expect(await written('functions')).toEqual(['functions', 'functions', false]);
    expect(formulas(sheet, 'M3:M3')[0]![0]).toContain('AR.WARNING_LEVEL(');
  });

  it.each([
    [5_000, 'functions'],
    [5_001, 'formulas'],
  ] as const)('fast enough beside %d rows: %s', async (rows, mode) => {
    addin = await addinWithFunctions(createWorkbook());
    const row = ['宏达', '', day(5, 1), day(5, 31), 1000, 1000];
    put(addin.workbook, addin.sheet, 'A1', [
      LEDGER[1]!,
      ...Array.from({ length: rows }, (_, i) => row.with(1, `A${i}`)),
    ]);
    const result = await runWarnings({ ...options, mode: 'functions' });
    expect([result.mode, result.written, result.lacksFunctions]).toEqual([
      'functions',
      mode,
      false,
    ]);
  });
});

describe('a settings sheet of an older version', () => {
  afterEach(async () => {
    await clear();
    addin.office.dispose();
  });

  /** As it was before there was a mode, with what the user typed and noted. */
  async function older(): Promise<void> {
    const { workbook } = await start();
    await run();
    await addin.office.Excel.run(async (context) => {
      context.workbook.names.getItem(OWN.mode).delete();
      context.workbook.worksheets.getItem('AR设置').getRange('E3:F3').clear();
      await context.sync();
    });
    put(workbook, workbook.sheet('AR设置')!, 'B5', [[30]]);
    put(workbook, workbook.sheet('AR设置')!, 'E3', [['财务部 张伟 2025-07 定']]);
  }

  it('gets the cell below all that stands there, and keeps what the user typed', async () => {
    await older();
    const settings = addin.workbook.sheet('AR设置')!;
    const before = values(settings, 'A1:J28');
    await run();
    expect(values(settings, 'A1:J28')).toEqual(before);
    expect(values(settings, 'A30:B30')).toEqual([['结果列', '公式']]);
    put(addin.workbook, settings, 'B30', [['数值']]);
    await run();
    expect(formulas(addin.sheet, 'I3:I3')).toEqual([[30]]);
    expect(values(settings, 'A30:B32')).toEqual([
      ['结果列', '数值'],
      [null, null],
      [null, null],
    ]);
  });

  it('is as it was when the run is undone', async () => {
    await older();
    await run({ mode: 'functions' });
    expect(formulas(addin.workbook.sheet('AR设置')!, 'B30:B30')).toEqual([['AR 函数']]);
    await undo(options);
    expect(formulas(addin.sheet, 'I3:I3')).toEqual([['=IF(N($G3)>0,ARW_AsOf-$H3,"")']]);
    expect(addin.workbook.names.some(({ name }) => name === OWN.mode)).toBe(false);
    expect(values(addin.workbook.sheet('AR设置')!, 'A29:J31')).toEqual(
      Array.from({ length: 3 }, () => new Array<null>(10).fill(null)),
    );
  });
});
