/** The yellow light: what is likely to be late, beside the ledger, in the report and in what is found. */
import { saveWorkbook } from '../../src/host/file/saveWorkbook';
import { createWorkbook } from '../../src/host/model/createWorkbook';
import { isWatched, lightOf, lightTotals, serialOf, type WarningLevel } from '../../src/domain';
import { reportOf } from '../../src/headless/report';
import { clear } from '../../src/workbook/clear';
import type { ColumnMode } from '../../src/workbook/columnMode';
import { runWarnings, type RunOptions } from '../../src/workbook/runWarnings';
import { undo } from '../../src/workbook/undo';
import { recalculated } from '../support/libreoffice';
import {
  addinWithFunctions,
  AMBER,
  calculated,
  formulas,
  litRows,
  put,
  values,
  type Addin,
} from './addin';

const asOf = serialOf(2025, 6, 30);
const day = (month: number, d: number) => serialOf(2025, month, d);
const options: RunOptions = { today: asOf, asOf, language: 'zh-CN' };
const YELLOW = '#FFFFD6';

/** 甲 paid two of four late and one is overdue; 乙 and 丙 paid all on time. */
const LEDGER = [
  ['客户', '单据号', '开票日期', '到期日', '应收金额', '已收金额', '收款日期'],
  ['甲', 'A', day(1, 1), day(1, 31), 100, 100, day(1, 31)],
  ['甲', 'B', day(2, 1), day(3, 3), 200, 200, day(3, 13)],
  ['甲', 'C', day(3, 1), day(3, 31), 300, 300, day(4, 20)],
  ['甲', 'D', day(5, 1), day(5, 31), 400, 0, ''],
  ['甲', 'E', day(6, 15), day(7, 15), 600, 0, ''],
  ['甲', 'F', day(6, 15), day(7, 5), 60, 0, ''],
  ['乙', 'G', day(1, 1), day(1, 31), 100, 100, day(1, 31)],
  ['乙', 'H', day(2, 1), day(2, 28), 100, 100, day(2, 20)],
  ['乙', 'I', day(6, 1), day(8, 1), 14_400, 0, ''],
  ['丙', 'J', day(1, 1), day(1, 31), 50, 50, day(1, 30)],
  ['丙', 'K', day(6, 1), day(9, 1), -50, 0, ''],
];

let addin: Addin;

beforeEach(async () => {
  addin = await addinWithFunctions(createWorkbook());
  put(addin.workbook, addin.sheet, 'A1', LEDGER);
});

afterEach(async () => {
  await clear();
  addin.office.dispose();
});

async function run(more: Partial<RunOptions> = {}) {
  const result = await runWarnings({ ...options, ...more });
  await calculated(addin);
  return result;
}

const lit = (fill?: string) => litRows(addin.workbook, addin.sheet, 0, 14, fill);
const policy = () => addin.workbook.sheet('AR策略')!;
/** The cell of the probability line. */
const lineCell = () => {
  const labels = values(policy(), 'A1:A40').flat();
  return `B${labels.indexOf('概率关注线') + 1}`;
};
const setLine = async (cell: string | number) => {
  put(addin.workbook, policy(), lineCell(), [[cell]]);
  await calculated(addin);
};
const lightColumn = () => values(addin.sheet, 'N2:N12').map(([cell]) => cell ?? '');

describe.each<ColumnMode>(['formulas', 'functions', 'values'])('%s', (mode) => {
  it('what is likely to be late, and neither overdue nor due soon, is yellow by text and rule', async () => {
    await run({ mode, assess: true, predict: true });
    expect(values(addin.sheet, 'N1:P1')).toEqual([['灯', '逾期概率', '预期损失']]);
    expect(lightColumn()).toEqual([
      ...['', '', '', '● 红 逾期', '◌ 黄 关注', '◐ 橙 7天内到期'],
      ...['', '', '✓ 正常', '', ''],
    ]);
    expect([lit(), lit(AMBER), lit(YELLOW)]).toEqual([[5], [7], [6]]);
  });

  it('report, counts and what is found say the same; a line that is moved is followed', async () => {
    await run({ mode, assess: true, predict: true });
    const lights = async () => {
      const result = await run();
      const { rows } = reportOf(result, 'zh-CN') as { rows: { row: number; light: string }[] };
      const counts = lightTotals(result.analysis, result.watch).map((one) => [
        one.light,
        one.count,
      ]);
      return {
        counts: Object.fromEntries(counts) as Record<string, number>,
        yellow: rows.filter(({ light }) => light === 'yellow').map(({ row }) => row),
        shown: lit(YELLOW),
      };
    };
    expect(await lights()).toEqual({
      counts: { red: 1, amber: 1, yellow: 1 },
      yellow: [6],
      shown: [6],
    });
    await setLine(0.99);
    expect(lit(YELLOW)).toEqual(mode === 'values' ? [6] : []);
    expect(await lights()).toEqual({
      counts: { red: 1, amber: 1, yellow: 0 },
      yellow: [],
      shown: [],
    });
    await setLine(0);
    expect(lit(YELLOW)).toEqual(mode === 'values' ? [] : [6, 10]);
    expect((await lights()).yellow).toEqual([6, 10]);
  }, 30_000);
});

it.each<[string, string | number]>([
  ['blank, it is as usual', ''],
  ['a percentage as text', "'50%"],
  ['a word, it is as usual', '看情况'],
  ['above 100 %, it is as usual', 80],
  ['below 0, it is as usual', -0.2],
  ['as text above 100 %, it is as usual', "'200%"],
])('the line: %s', async (_, cell) => {
  await run({ assess: true, predict: true });
  await setLine(cell);
  expect(lit(YELLOW)).toEqual([6]);
  expect((await run()).watch!.amberFrom).toBe(0.5);
});

it.each<[string | number, number]>([
  [0, 0],
  [1, 1],
  ["'.99", 0.99],
  ["'9.9e-1", 0.99],
  ["'８０％", 0.8],
  ["'０．９９", 0.99],
  ["'２００％", 0.5],
  [-0.01, 0.5],
  [1.01, 0.5],
])('the line %p is %p to formulas and report alike', async (cell, amberFrom) => {
  await run({ assess: true, predict: true });
  await setLine(cell);
  const shown = lit(YELLOW);
  const { analysis, watch } = await run();
  const isYellow = (item: number) =>
    lightOf(
      analysis.daysOverdue[item]!,
      analysis.warning[item] as WarningLevel,
      isWatched(watch, item),
    ) === 'yellow';
  const told = [...analysis.open.keys()].filter((i) => analysis.open[i]! > 0 && isYellow(i));
  expect(watch!.amberFrom).toBe(amberFrom);
  expect(shown).toEqual(told.map((item) => analysis.items.row[item]));
});

it('a policy sheet that is gone leaves the usual line', async () => {
  await run({ assess: true, predict: true });
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('AR策略').delete();
    await context.sync();
  });
  await calculated(addin);
  expect(lightColumn()[4]).toBe('◌ 黄 关注');
});

it('stays with the probability it looks at: where that is not beside the ledger, there is no yellow', async () => {
  const { watch } = await run({ assess: true });
  expect(watch).toBeNull();
  const ours = () => ({
    rules: addin.sheet.conditionalFormats.map(({ kind }) => kind),
    cells: formulas(addin.sheet, 'H1:P12'),
  });
  const bare = ours();
  expect(JSON.stringify(bare)).not.toContain('◌');
  await run({ predict: true });
  expect(lit(YELLOW)).toEqual([6]);
  await undo(options);
  expect(ours()).toEqual(bare);
});

it('LibreOffice sees the same lights, and the usual line where that is not from 0 to 100 %', async () => {
  await run({ assess: true, predict: true });
  const judgedLights = () => {
    const judged = recalculated(saveWorkbook(addin.workbook));
    return lightColumn().map((_, i) => judged('Sheet1', 1 + i, 13));
  };
  const shown = lightColumn();
  expect(shown).toContain('◌ 黄 关注');
  await setLine(1.5);
  expect(judgedLights()).toEqual(shown);
  for (const cell of [0, "'１％"]) {
    await setLine(cell);
    expect(lit(YELLOW)).toEqual([6, 10]);
    expect(judgedLights()).toEqual(lightColumn());
  }
}, 240_000);
