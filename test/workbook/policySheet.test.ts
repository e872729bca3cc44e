import { readFileSync } from 'node:fs';
import path from 'node:path';
import { saveWorkbook } from '../../src/host/file/saveWorkbook';
import { addSheet, deleteSheet, renameSheet } from '../../src/host/model/edits';
import { DEFAULT_POLICY, serialOf } from '../../src/domain';
import { clear } from '../../src/workbook/clear';
import { OWN } from '../../src/workbook/ownNames';
import { loadPolicy, type StoredPolicy } from '../../src/workbook/policySheet';
import { runWarnings, type RunOptions, type RunResult } from '../../src/workbook/runWarnings';
import { undo } from '../../src/workbook/undo';
import { addinOver, addinOverFile, contents, put, values, type Addin } from './addin';

const asOf = serialOf(2025, 6, 30);
const options: RunOptions = { today: asOf, language: 'zh-CN' };

const LEDGER = [
  ['客户编码', '客户名称', '单据号', '开票日期', '到期日', '应收金额', '已收金额'],
  ["'0012", '宏达重工', 'A1', asOf - 60, asOf - 20, 1000, 0],
  ["'0013", '江南路桥', 'B1', asOf - 10, asOf + 20, 500, 0],
];

let addin: Addin;

afterEach(() => addin.office.dispose());

const assess = (language = options.language): Promise<RunResult> =>
  runWarnings({ ...options, language, assess: true });

const policy = (): Promise<StoredPolicy | null> =>
  Excel.run(async (context) => {
    const stored = loadPolicy(context.workbook);
    await context.sync();
    return stored();
  });

const sheet = (name = 'AR策略') => addin.workbook.sheet(name)!;
const type = (cell: string, ...row: (string | number)[]) =>
  put(addin.workbook, sheet(), cell, [row]);
const tierOf = ({ risk }: RunResult, customer: string) =>
  risk!.customers.find((one) => one.customer === customer)!.tier;
const complaints = () =>
  values(addin.workbook.sheet('AR数据质量')!, 'A5:E8').filter(([name]) => name !== null);

describe('the policy', () => {
  beforeEach(async () => {
    addin = await addinOver(LEDGER);
  });

  it.each(['zh-CN', 'en-US'] as const)('is laid out in %s as it is usual', async (language) => {
    await runWarnings({ ...options, language });
    expect(await policy()).toBeNull();
    const { outputs } = await assess(language);
    expect(outputs.sheets).toContain(language === 'zh-CN' ? 'AR策略' : 'AR Policy');
    expect(await policy()).toMatchObject({ policy: DEFAULT_POLICY, problems: [] });
  });

  it('that is edited is what the next run goes by, and what it leaves alone', async () => {
    expect(tierOf(await assess(), '0012')).toBe('medium');
    type('B11', 90, 95, 99);
    type('O6', '江南路桥', '破产');
    const edited = contents(addin.workbook);
    const second = await assess();
    expect(['0012', '0013'].map((customer) => tierOf(second, customer))).toEqual([
      'low',
      'veryHigh',
    ]);
    const here = (all: unknown) =>
      (all as { sheets: { name: string }[] }).sheets.find(({ name }) => name === 'AR策略');
    expect(here(contents(addin.workbook))).toEqual(here(edited));
  });

  it('outlives another language of the reader', async () => {
    await assess();
    type('D22', '客气一点');
    const { risk, outputs } = await assess('en-US');
    expect(risk!.rfa.settings).toEqual(DEFAULT_POLICY.rfa);
    expect(outputs.sheets).toContain('AR策略');
    expect((await policy())!.policy.treatments.staller.steps[0]).toBe('客气一点');
  });

  it('is found where its cells were moved', async () => {
    await assess();
    addSheet(addin.workbook, '我的表', 'user');
    await Excel.run(async (context) => {
      // What Excel makes of cells that are cut and pasted.
      context.workbook.names.getItem(OWN.rfaTiers).formula = "='我的表'!$C$3:$E$3";
      await context.sync();
    });
    renameSheet(addin.workbook, sheet(), '风控');
    put(addin.workbook, sheet('我的表'), 'C3', [['低', 50, 75]]);
    const { risk } = await assess();
    expect(risk!.rfa.settings.tierFrom).toEqual([25, 50, 75]);
    expect(complaints()).toEqual([['我的表', 'C3', null, '要 0 到 100 的数 · 用默认值', '低']]);
  });

  it('that cannot be read is told by cell, and as usual there alone', async () => {
    await assess();
    type('C5', 'x');
    type('A38', '好人', '逾期频率', '>', 0.5);
    type('B15', 5);
    const { risk } = await assess();
    expect(risk!.rfa.settings).toEqual({ ...DEFAULT_POLICY.rfa, leastFallenDue: 5 });
    expect(complaints()).toEqual([
      ['AR策略', 'C5', null, '要 0 或以上的数 · 用默认值', 'x'],
      ['AR策略', 'A38', null, '没有这种画像 · 用默认值', '好人'],
    ]);
    await assess('en-US');
    expect(complaints()[0]![3]).toBe('must be a number from 0 · the default counts');
  });

  it('is followed but for the cell that is wrong: the worked example of docs/spec-policy.md', async () => {
    await assess();
    type('B11', 25, 20, 75);
    type('B14', 24);
    const { risk } = await assess();
    expect(risk!.rfa.settings).toMatchObject({ tierFrom: [25, 50, 75], windowMonths: 24 });
    expect(complaints()).toEqual([['AR策略', 'C11', null, '要比左边的大 · 用默认值', '20']]);
  });

  it('without a name of ours says which', async () => {
    await assess();
    await Excel.run(async (context) => {
      context.workbook.names.getItem(OWN.personaRules).delete();
      await context.sync();
    });
    await assess();
    expect(complaints()).toEqual([
      ['AR策略', 'A1', null, '找不到名称所指的单元格 · 用默认值', 'ARW_PersonaRules'],
    ]);
  });

  it('comes back as it is usual where its sheet was deleted', async () => {
    await assess();
    type('B11', 90, 95, 99);
    deleteSheet(addin.workbook, sheet(), 'user');
    expect((await assess()).risk!.rfa.settings.tierFrom).toEqual([25, 50, 75]);
    expect(await policy()).toMatchObject({ policy: DEFAULT_POLICY, problems: [] });
  });
});

describe('undo', () => {
  it('brings the policy back as it was before the run, even if lines were added since', async () => {
    addin = await addinOver(LEDGER);
    const bare = contents(addin.workbook);
    await assess();
    type('B11', 90, 95, 99);
    type('O6', '=江南', '黑名单', asOf);
    await assess();
    type('B11', 1, 2, 3);
    await undo(options);
    expect((await policy())!.policy.rfa.tierFrom).toEqual([90, 95, 99]);
    await assess();
    await Excel.run(async (context) => {
      const ours = context.workbook.worksheets.getItem('AR策略');
      ours.getRange('7:7').insert('Down');
      ours.getRange('40:40').insert('Down');
      await context.sync();
    });
    type('B12', 1, 2, 3);
    await undo(options);
    expect((await policy())!).toMatchObject({
      policy: {
        ...DEFAULT_POLICY,
        rfa: { ...DEFAULT_POLICY.rfa, tierFrom: [90, 95, 99] },
        knockIns: [{ customer: '=江南', reason: 'blacklist', since: asOf }],
      },
      problems: [],
    });
    await undo(options);
    expect(contents(addin.workbook)).toEqual(bare);
    expect(await policy()).toBeNull();
  });

  it('of the assessment alone takes the policy away and leaves the warnings', async () => {
    addin = await addinOver(LEDGER);
    await runWarnings(options);
    const warned = contents(addin.workbook);
    await assess();
    await undo(options);
    expect(contents(addin.workbook)).toEqual(warned);
  });
});

it('clear takes the policy away: the file is as it was, byte for byte', async () => {
  const sample = readFileSync(path.join(__dirname, '../../assets/samples/ledger-zh.xlsx'));
  addin = await addinOverFile(sample);
  await assess();
  type('B11', 90, 95, 99);
  await assess();
  expect((await policy())!.policy.knockIns).toEqual([]);
  await clear();
  expect(sample.equals(saveWorkbook(addin.workbook))).toBe(true);
});
