import { serialOf } from '../../src/domain';
import { parseArea } from '../../src/host/model/address';
import { createWorkbook } from '../../src/host/model/createWorkbook';
import { addSheet, clearArea, deleteChart, deleteRule, setStyle } from '../../src/host/model/edits';
import { Interpreter } from '../../src/host/protocol/interpreter';
import { ActionType, type RequestBody } from '../../src/host/protocol/request';
import { clear } from '../../src/workbook/clear';
import type { ColumnMode } from '../../src/workbook/columnMode';
import { runWarnings, type RunOptions } from '../../src/workbook/runWarnings';
import { undo } from '../../src/workbook/undo';
import {
  addinOver,
  addinWithFunctions,
  calculated,
  contents,
  put,
  values,
  type Addin,
} from './addin';

const asOf = serialOf(2025, 6, 30);
const day = (month: number, d: number) => serialOf(2025, month, d);

/** A text for a date, a row of sums: formulas beside those rows hold what was read. */
const LEDGER = [
  ['客户', '单据号', '开票日期', '到期日', '应收金额', '已收金额'],
  ['宏达', 'A1', day(5, 1), day(5, 31), 1000, 0],
  ["O'Neil", 'A2', day(6, 1), day(6, 30), 500, 200],
  ['江南', 'B1', day(1, 1), day(3, 31), 90, 90],
  ['江南', "'0012", day(1, 1), "'2025年3月31日", 90, ''],
  ['华锐', 'C1', day(6, 1), day(7, 30), 70, 0],
  ['合计', '', '', '', 1750, 290],
];

const options: RunOptions = { today: asOf, asOf, language: 'zh-CN' };
const assessed: RunOptions = { ...options, assess: true, predict: true };

let addin: Addin;

const start = async (name = 'Sheet1'): Promise<Addin> => {
  addin = await addinOver(LEDGER);
  addin.sheet.name = name;
  return addin;
};

/** Invoices and receipts on two sheets: there are matches to suggest. */
async function startMatching(): Promise<void> {
  addin = await addinOver([
    ['客户', '发票号', '开票日期', '到期日', '价税合计'],
    ['宏达', 'FP01', '2025-01-10', '2025-02-09', 1000],
    ['宏达', 'FP02', '2025-03-01', '2025-03-31', 700],
  ]);
  addin.sheet.name = '开票';
  put(addin.workbook, addSheet(addin.workbook, '收款', 'user'), 'A1', [
    ['收款日期', '付款单位', '收款金额', '核销发票号'],
    ['2025-04-05', '宏达', 700, ''],
    ['2025-06-06', '远景', 80, 'FP99'],
  ]);
}

afterEach(async () => {
  await clear();
  addin.office.dispose();
});

const sheet = (name: string) => addin.workbook.sheet(name)!;
const area = (address: string) => parseArea(address)!;

/** All that is in the workbook; names may come in another order. */
const state = () => {
  const { names, ...rest } = contents(addin.workbook) as { names: string[][] };
  return { ...rest, names: names.map((name) => name.join(' ')).sort() };
};

const CHANGES = ['Add', 'Clear', 'ClearAll', 'CopyFrom', 'Delete', 'FreezeRows', 'Unmerge'];
const SETTERS: number[] = [ActionType.setProperty, ActionType.update];

/** @returns what a batch asks the workbook to change */
const changesIn = ({ Actions, ObjectPaths }: RequestBody): string[] => [
  ...Actions.filter(({ ActionType: type }) => SETTERS.includes(type)).map(({ Name }) => Name),
  ...[...Actions, ...Object.values(ObjectPaths)]
    .map(({ Name }) => Name)
    .filter((name) => CHANGES.includes(name)),
];

async function changesOf(work: () => Promise<unknown>): Promise<string[]> {
  const spy = jest.spyOn(Interpreter.prototype, 'run');
  await work();
  const changes = spy.mock.calls.flatMap(([body]) => changesIn(body));
  spy.mockRestore();
  return changes;
}

describe('a second run with nothing changed writes nothing', () => {
  it.each<[string, RunOptions]>([
    ['formulas', options],
    ['values', { ...options, mode: 'values' }],
    ['what is predicted, risk and model too', assessed],
  ])('%s', async (_, chosen) => {
    await start();
    expect(await changesOf(() => runWarnings(chosen))).not.toEqual([]);
    const once = state();
    expect(await changesOf(() => runWarnings(options))).toEqual([]);
    expect(state()).toEqual(once);
  });

  it.each<ColumnMode>(['formulas', 'values', 'functions'])(
    'what the ledger says of classes, as %s',
    async (mode) => {
      const words = ['定性分类', '破产', '无诉讼', '诉讼中', '可疑', '', ''];
      addin = await addinWithFunctions(createWorkbook());
      put(
        addin.workbook,
        addin.sheet,
        'A1',
        LEDGER.map((row, i) => [...row, words[i]!]),
      );
      await runWarnings({ ...options, mode });
      await calculated(addin);
      expect(await changesOf(() => runWarnings(options))).toEqual([]);
    },
  );

  it('AR functions', async () => {
    addin = await addinWithFunctions(createWorkbook());
    put(addin.workbook, addin.sheet, 'A1', LEDGER);
    await runWarnings({ ...options, mode: 'functions' });
    await calculated(addin);
    expect(await changesOf(() => runWarnings(options))).toEqual([]);
  });

  it('matches and what pays what', async () => {
    await startMatching();
    await runWarnings(options);
    expect(await changesOf(() => runWarnings(options))).toEqual([]);
  });

  it('a ledger whose sheet’s name needs quotes', async () => {
    await start("2025'应收 台账");
    await runWarnings(options);
    expect(await changesOf(() => runWarnings(options))).toEqual([]);
  });

  it('and undoing it changes nothing of what is there', async () => {
    await start();
    await runWarnings(options);
    const once = state();
    await runWarnings(options);
    expect(await undo(options)).toBe(true);
    expect(state()).toEqual(once);
    expect(await undo(options)).toBe(true);
    expect(addin.workbook.sheets.map(({ name }) => name)).toEqual(['Sheet1']);
  });
});

describe('what somebody changed of ours is put right by the next run', () => {
  const overtype = (name: string, cell: string, typed: string | number) => () =>
    put(addin.workbook, sheet(name), cell, [[typed]]);

  it.each<[string, () => void]>([
    ['a title', overtype('Sheet1', 'I1', '天数')],
    ['a figure in place of a formula that says the same', overtype('Sheet1', 'G2', 1000)],
    ['another formula that says the same', overtype('Sheet1', 'I2', '=15+15')],
    ['a formula beside a row of sums', overtype('Sheet1', 'G7', '=SUM(G2:G6)')],
    ['a cell cleared with its format', () => clearArea(addin.workbook, sheet('Sheet1'), area('G3:P3'), 'All', 'user')], // prettier-ignore
    ['a probability', overtype('Sheet1', 'O2', 0.5)],
    ['a total', overtype('AR账龄', 'C9', 1)],
    ['a customer', overtype('AR账龄', 'A5', '别人')],
    ['a note beside the table', overtype('AR账龄', 'Z3', '待核对')],
    ['a link', overtype('AR预警', 'J5', '转到')],
    ['a line below the list', overtype('AR数据质量', 'A30', 'x')],
    ['the title of a sheet', overtype('AR客户风险', 'A1', 'x')],
    ['a tier', overtype('AR客户风险', 'B5', '低')],
    ['a chart', () => deleteChart(addin.workbook, sheet('AR客户风险'), sheet('AR客户风险').charts[0]!)], // prettier-ignore
    ['a coefficient', overtype('AR模型', 'B8', 1)],
    ['a light', () => deleteRule(addin.workbook, sheet('Sheet1'), sheet('Sheet1').conditionalFormats[0]!)], // prettier-ignore
    ['a rule of the risk sheet', () => deleteRule(addin.workbook, sheet('AR客户风险'), sheet('AR客户风险').conditionalFormats[2]!)], // prettier-ignore
  ])('%s', async (_, edit) => {
    await start();
    await runWarnings(assessed);
    const once = state();
    edit();
    expect(state()).not.toEqual(once);
    await runWarnings(options);
    expect(state()).toEqual(once);
  });

  it.each([
    ['a figure', 'G2', 7],
    ['a formula that says the same', 'G2', '=1000'],
    ['a text', 'J3', '其他'],
  ])('among values, %s', async (_, cell, typed) => {
    await start();
    await runWarnings({ ...options, mode: 'values' });
    const once = state();
    put(addin.workbook, addin.sheet, cell, [[typed]]);
    await runWarnings(options);
    expect(state()).toEqual(once);
  });

  it('how a column shows its figures', async () => {
    const { workbook } = await start();
    await runWarnings(options);
    const look = (cell: string) => {
      const { top, left } = area(cell);
      return workbook.styles.get(addin.sheet.style(top, left)).numberFormat;
    };
    setStyle(workbook, addin.sheet, area('H2:H7'), (style) => ({ ...style, numberFormat: '0' }));
    await runWarnings(options);
    expect(['H2', 'H7'].map(look)).toEqual(['yyyy-mm-dd', 'yyyy-mm-dd']);
  });

  it('the name of the lines to answer, and their list of words', async () => {
    await startMatching();
    await runWarnings(options);
    const once = state();
    expect(sheet('AR核账').dataValidations).toHaveLength(1);
    await Excel.run(async (context) => {
      const answers = context.workbook.worksheets.getItem('AR核账').getRange('A5:A7');
      answers.dataValidation.clear();
      context.workbook.names.getItem('ARW_Matches').delete();
      await context.sync();
    });
    await runWarnings(options);
    expect(state()).toEqual(once);
    expect(sheet('AR核账').dataValidations).toHaveLength(1);
  });

  it('only what was changed is written', async () => {
    await start();
    await runWarnings({ ...options, mode: 'values' });
    put(addin.workbook, addin.sheet, 'G2', [[7]]);
    const changes = await changesOf(() => runWarnings(options));
    expect(new Set(changes)).toEqual(new Set(['NumberFormat', 'Values']));
  });
});

describe('what is the user’s stays', () => {
  it('a payment, a rule of their own and a colour on a sheet of ours', async () => {
    const { workbook } = await start();
    await runWarnings(options);
    put(workbook, addin.sheet, 'F2', [[1000]]);
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const rule = worksheets
        .getItem('Sheet1')
        .getRange('A2:F7')
        .conditionalFormats.add(Excel.ConditionalFormatType.custom);
      rule.custom.rule.formula = '=$E2>800';
      worksheets.getItem('AR数据质量').getRange('A5').format.fill.color = '#00FF00';
      await context.sync();
    });
    await runWarnings(options);
    expect(values(addin.sheet, 'F2:I2')).toEqual([[1000, 0, day(5, 31), '']]);
    const kinds = addin.sheet.conditionalFormats.map(({ kind }) => kind);
    expect(kinds).toMatchObject([
      { formula: '$E2>800' },
      { formula: expect.stringContaining('ARW:red:v1') as string },
      { formula: expect.stringContaining('ARW:amber:v1') as string },
    ]);
    const { top, left } = area('A5');
    const style = workbook.styles.get(sheet('AR数据质量').style(top, left));
    expect(style.fill.color).toBe('#00FF00');
    expect(await changesOf(() => runWarnings(options))).toEqual([]);
  });
});

it.each(['before', 'after'] as const)(
  'a later run cut short %s any batch is made whole by the next',
  async (when) => {
    const { office } = await start();
    const later = { ...options, asOf: asOf + 40 };
    await runWarnings(options);
    await runWarnings(later);
    const wanted = state();
    await runWarnings(options);
    for (let k = 3; k <= 12; k++) {
      office.faults.failBatch(k, when);
      await runWarnings(later).catch(() => undefined);
      office.faults.clear();
      await runWarnings(later);
      expect(state()).toEqual(wanted);
      await runWarnings(options);
    }
  },
  60_000,
);
