import {
  analyse,
  assessRisk,
  DEFAULT_RISK_SETTINGS,
  defaultSettings,
  type Discrimination,
  isPayable,
  OverdueInputs,
  OverdueScorer,
  type Receivables,
  type RiskAssessment,
  type RiskSettings,
} from '../../src/domain';
import { alikeKeys } from '../../src/domain/alike';
import { historyAtIssue } from '../../src/domain/historyAtIssue';
import { addSheet, setValues } from '../../src/host/model/edits';
import { parseArea } from '../../src/host/model/address';
import { saveWorkbook } from '../../src/host/file/saveWorkbook';
import { openWorkbook } from '../../src/host/file/openWorkbook';
import { overdueProb } from '../../src/functions/overdueProb';
import { clear } from '../../src/workbook/clear';
import { loadModel, type KeptModel } from '../../src/workbook/keptModel';
import { modelSheet } from '../../src/workbook/modelSheet';
import { loadOwnSheets } from '../../src/workbook/ownSheets';
import { TEXTS } from '../../src/workbook/texts';
import { overdueLedger, START } from '../support/overdueLedger';
import { addinOver, addinOverFile, values, type Addin } from './addin';

const LEDGER = overdueLedger({ rows: 900, days: 500, weekends: true });
const FEW = overdueLedger({ rows: 60, days: 100 });
const asOf = START + 430;

const assess = (items: Receivables, settings: Partial<RiskSettings> = {}): RiskAssessment =>
  assessRisk(analyse(items, defaultSettings(asOf)), { ...DEFAULT_RISK_SETTINGS, ...settings })!;

const RISK = assess(LEDGER);
const { model, card } = RISK.training;

let addin: Addin;

beforeEach(async () => {
  addin = await addinOver([['台账'], [1]]);
});
afterEach(() => addin.office.dispose());

const write = (risk: RiskAssessment, language: 'zh-CN' | 'en-US' = 'zh-CN') =>
  Excel.run(async (context) => {
    const own = loadOwnSheets(context.workbook);
    await context.sync();
    const texts = TEXTS[language];
    await modelSheet(risk, { asOf }, 'Sheet1', language).write(own().blank('model', texts));
    await context.sync();
  });

const kept = (): Promise<KeptModel> =>
  Excel.run(async (context) => {
    const read = loadModel(context.workbook);
    await context.sync();
    return read();
  });

/** Address of a name's cells on the model's sheet. */
const named = (name: string): string =>
  addin.workbook.definedName(name, null)!.formula.replace(/^.*!|\$/g, '');

const sheet = (name = 'AR模型') => addin.workbook.sheet(name)!;

const type = (cell: string, value: string | number) =>
  setValues(addin.workbook, sheet(), parseArea(cell)!, [[value]], 'user');

/** Rows from the one whose first cell begins so, to the next blank one. */
function section(title: string): unknown[][] {
  const rows = values(sheet(), 'A1:H200');
  const from = rows.findIndex(([cell]) => String(cell).startsWith(title));
  const size = rows.slice(from).findIndex(([cell]) => cell === null);
  return rows.slice(from, size < 0 ? undefined : from + size);
}

describe('AR模型', () => {
  it('shows the card in words, with its figures', async () => {
    await write(RISK);
    expect(values(sheet(), 'A1:C3')).toEqual([
      ['逾期概率模型', null, null],
      ['台账 Sheet1 · 基准日 2025-03-06', null, null],
      ['启用', '启用', '模型优于两个基准，已启用。'],
    ]);
    const facts = new Map(section('模型卡').map(([name, fact]) => [name, fact]));
    expect(facts.get('训练单据')).toBe(
      `${card.rows} 张，其中已结清 ${card.closed} 张，逾期 ${card.late} 张`,
    );
    expect(facts.get('训练截止日（当天及以后不知道）')).toBe('2025-03-06');
    expect(facts.get('方法')).toBe('逻辑回归（L2 正则）');
    // Mean losses of later rows at 30, 100, 300, 1 000, 10 000, by SciPy's minimiser: 0.4369, 0.4322, 0.4298, 0.4290, 0.4288.
    expect(facts.get('正则强度 λ')).toBe('10000');
    const { logit, priorRatio, constant, model: own } = card.proof!;
    expect(section('检验')).toEqual([
      ['检验：与基准比较', ...blanks(7)],
      ['方法', 'AUC', 'Gini', 'KS', 'Brier', 'log-loss', ...blanks(2)],
      ['模型', ...measures(own)],
      ['普通逻辑回归', ...measures(logit)],
      ['客户历史逾期率', ...measures(priorRatio)],
      ['常数', ...measures(constant)],
    ]);
  });

  it('sets foretold against observed shares by tenth, as a table and a chart of it', async () => {
    await write(RISK);
    const [, header, ...tenths] = section('校准：');
    expect(header).toEqual(['预测概率', '平均预测', '实际逾期', '张数', ...blanks(4)]);
    expect(tenths.map((row) => row.slice(1, 4))).toEqual(
      card.proof!.model.calibration.map(({ meanProbability, observed, n }) => [
        meanProbability,
        observed,
        n,
      ]),
    );
    const [chart, ...others] = sheet().charts;
    expect(others).toEqual([]);
    const cells = (formula: string) => values(sheet(), formula.replace(/^.*!|\$/g, ''));
    expect(chart).toMatchObject({ name: 'ARW_Calibration', type: 'ColumnClustered' });
    expect(chart!.series.map(({ name }) => cells(name))).toEqual([[['平均预测']], [['实际逾期']]]);
    expect(cells(chart!.series[1]!.values)).toEqual(tenths.map((row) => [row[2]]));
    expect(cells(chart!.series[0]!.categories)).toEqual(tenths.map((row) => [row[0]]));
  });

  it('compares items issued since with those trained on', async () => {
    await write(RISK);
    const { psi, counts } = RISK.drift!;
    const [title, , ...bins] = section('稳定性');
    expect(title![4]).toBe(`PSI ${psi!.toFixed(3)}：已漂移，建议重训`);
    expect(bins.map(([, then, now]) => [then, now])).toEqual(
      card.scores!.counts.map((n, i) => [n, counts[i]]),
    );
  });

  it('gives points to the inputs by ranges, which add up to the rows', async () => {
    await write(RISK);
    const { base, variables } = card.scorecard!;
    const [title, header, ...rows] = section('评分卡');
    expect(title![1]).toContain(`基础分 ${base.toFixed(1)}`);
    expect(header).toEqual(['特征', '区间', '按时', '逾期', '逾期率', 'WoE', 'IV', '得分']);
    expect(rows).toHaveLength(variables.reduce((n, { binning }) => n + binning.bins.length + 1, 0));
    const [first] = variables;
    const { bins, iv } = first!.binning;
    const shown = rows.slice(0, bins.length + 1);
    expect(shown.map((row) => row.slice(5))).toEqual([
      ...bins.map((bin, i) => [bin.woe, bin.iv, first!.points[i]]),
      [null, iv, null],
    ]);
    const total = shown.at(-1)!;
    expect([total[1], Number(total[2]) + Number(total[3])]).toEqual(['合计', card.rows]);
  });

  it('says so where late shares stand in, and has neither proof nor chart', async () => {
    await write(RISK);
    await write(assess(FEW));
    expect(values(sheet(), 'C3:C3')[0]![0]).toContain('历史太少');
    expect(values(sheet(), named('ARW_Model'))[0]![0]).toContain('没有系数可用于 AR.OVERDUE_PROB');
    expect(sheet().charts).toEqual([]);
    expect(section('稳定性')).toEqual([]);
  });

  it('speaks English as well', async () => {
    await write(RISK, 'en-US');
    expect(values(sheet('AR Model'), 'A1:A3')).toEqual([
      ['Model of overdue probability'],
      ['Ledger Sheet1 · as of 2025-03-06'],
      ['Use'],
    ]);
  });
});

describe('the kept model', () => {
  it('is read back as it was written, and predicts to the last digit', async () => {
    await write(RISK);
    const { training, problem } = await kept();
    expect([training, problem]).toEqual([RISK.training, null]);
    const again = assess(LEDGER, { training });
    expect(again.probability).toEqual(RISK.probability);
    await write(again);
    expect((await kept()).training).toEqual(RISK.training);
  });

  it('survives saving and opening', async () => {
    await write(RISK);
    const file = saveWorkbook(addin.workbook);
    addin.office.dispose();
    addin = await addinOverFile(file);
    expect((await kept()).training).toEqual(RISK.training);
    await write(RISK);
    expect(sheet().charts).toHaveLength(1);
  });

  it('of late shares is kept too', async () => {
    const few = assess(FEW);
    await write(few);
    expect((await kept()).training).toEqual(few.training);
  });

  it('there is none in a workbook without one', async () => {
    expect(await kept()).toEqual({
      training: null,
      usesWeakModel: false,
      ledger: null,
      problem: null,
    });
  });

  it.each([
    ['a figure that was changed', 'ARW_Model', 'B', 0.5, 'changed'],
    ['a figure that was cleared', 'ARW_Model', 'B', '', 'changed'],
    ['a text that was changed', 'ARW_ModelText', 'A', '{}', 'unreadable'],
    ['a text that was cleared', 'ARW_ModelText', 'A', '', 'unreadable'],
  ] as const)('is given up for %s', async (_, name, column, value, problem) => {
    await write(RISK);
    const row = Number(/\d+/.exec(named(name))![0]) + 1;
    type(`${column}${row}`, value);
    expect(await kept()).toEqual({ training: null, usesWeakModel: false, ledger: null, problem });
  });

  it('is given up where its table is gone, and forgotten with its sheet', async () => {
    await write(RISK);
    await Excel.run((context) => {
      context.workbook.names.getItem('ARW_Model').delete();
      return context.sync();
    });
    expect((await kept()).problem).toBe('changed');
    await Excel.run((context) => {
      context.workbook.worksheets.getItem('AR模型').delete();
      return context.sync();
    });
    expect(await kept()).toEqual({
      training: null,
      usesWeakModel: false,
      ledger: null,
      problem: null,
    });
  });

  it.each([
    ['启用', true],
    ['off', false],
    ['', false],
    ['也许', false],
  ])('%s in the yellow cell', async (word, usesWeakModel) => {
    await write(RISK);
    type(named('ARW_ModelUse'), word);
    const { training, ...rest } = await kept();
    expect([training !== null, rest]).toEqual([
      true,
      { usesWeakModel, ledger: null, problem: null },
    ]);
  });

  it('is trained anew when the yellow cell says so', async () => {
    await write(RISK);
    type(named('ARW_ModelUse'), '重训');
    expect(await kept()).toEqual({
      training: null,
      usesWeakModel: false,
      ledger: null,
      problem: null,
    });
  });
});

describe('a model that does not beat the baselines', () => {
  const unproven = {
    model,
    card: { ...card, proof: { ...card.proof!, beatsBaselines: false } },
  };

  it('is off until the user switches it on; late shares stand in', async () => {
    const risk = assess(LEDGER, { training: unproven });
    expect([risk.trained, risk.training.model.kind]).toEqual([unproven, 'rate']);
    expect(risk.probability).not.toEqual(RISK.probability);
    await write(risk);
    expect(values(sheet(), 'B3:B3')).toEqual([['停用']]);
    expect(values(sheet(), 'C3:C3')[0]![0]).toContain('没有优于两个基准，未启用');
    type('B3', '启用');
    const on = assess(LEDGER, await kept());
    expect(on.training).toEqual(unproven);
    expect(on.probability).toEqual(RISK.probability);
    await write(on);
    expect(values(sheet(), 'C3:C3')[0]![0]).toContain('按您的选择启用');
  });
});

it('AR.OVERDUE_PROB over the kept table gives the model’s probabilities', async () => {
  await write(RISK);
  const table = values(sheet(), named('ARW_Model'));
  const ways = model.rates.alike.map(({ by }) => alikeKeys(LEDGER, by));
  const inputs = new OverdueInputs(
    LEDGER,
    historyAtIssue(LEDGER, model.grace, ways),
    ways,
    model.rates,
  );
  const rows = [...LEDGER.row.keys()].filter((i) => isPayable(LEDGER, i) && i % 9 === 0);
  const columns = inputs.columns(Int32Array.from(rows));
  const features = rows.map((_, r) => columns.map((column) => column[r]!));
  const scorer = new OverdueScorer(LEDGER, model);
  expect(overdueProb(features, table as (string | number)[][])).toEqual(
    rows.map((i) => [expect.closeTo(scorer.probabilities([i])[0]!, 14) as number]),
  );
});

it('AR.OVERDUE_PROB over late shares says that there are no coefficients', async () => {
  await write(assess(FEW));
  const table = values(sheet(), named('ARW_Model')) as (string | number)[][];
  expect(() => overdueProb([[1]], table)).toThrow('模型要有截距和系数');
});

it('is cleared byte for byte, and a sheet of the user’s with its name stays', async () => {
  const { workbook } = addin;
  addSheet(workbook, 'AR模型', 'user');
  const before = saveWorkbook(workbook);
  await write(RISK);
  await write(RISK);
  expect(workbook.sheet('AR模型 (2)')!.charts).toHaveLength(1);
  const saved = openWorkbook(saveWorkbook(workbook), 'Book1.xlsx');
  expect(saved.sheet('AR模型 (2)')!.charts).toHaveLength(1);
  await clear();
  expect(saveWorkbook(workbook)).toEqual(before);
});

const measures = (of: Discrimination) => [
  of.auc,
  of.gini,
  of.ks,
  of.brier,
  of.logLoss,
  ...blanks(2),
];

const blanks = (n: number): null[] => new Array<null>(n).fill(null);
