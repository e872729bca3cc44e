/** AR评级历史: what customers were rated, run by run, and how that has moved. */
import { serialOf } from '../../src/domain';
import { clear } from '../../src/workbook/clear';
import { runWarnings, type RunOptions } from '../../src/workbook/runWarnings';
import { undo } from '../../src/workbook/undo';
import { addinOver, contents, put, values, type Addin } from './addin';

const day = (month: number, d: number) => serialOf(2025, month, d);
const [MAY, JUNE] = [day(5, 31), day(6, 30)];
const on = (asOf: number): RunOptions => ({ today: asOf, asOf, language: 'zh-CN', assess: true });

/** The ledger of docs/spec-rfa.md and a customer that comes in June. */
const LEDGER = [
  ['客户', '单据号', '开票日期', '到期日', '应收金额', '已收金额', '收款日期'],
  ['甲', 'A', day(1, 1), day(1, 31), 100, 100, day(1, 31)],
  ['甲', 'B', day(2, 1), day(3, 3), 200, 200, day(3, 13)],
  ['甲', 'C', day(3, 1), day(3, 31), 300, 300, day(4, 20)],
  ['甲', 'D', day(5, 1), day(5, 31), 400, 0, ''],
  ['甲', 'E', day(6, 15), day(7, 15), 600, 0, ''],
  ["'=1+1", 'F', day(6, 1), day(8, 1), 14_400, 0, ''],
  ['乙', 'G', day(1, 1), day(2, 1), 50, 50, day(6, 10)],
];

let addin: Addin;

beforeEach(async () => {
  addin = await addinOver(LEDGER);
});

afterEach(async () => {
  await clear();
  addin.office.dispose();
});

const history = () => addin.workbook.sheet('AR评级历史')!;
const lines = (from = 5, to = 9) =>
  values(history(), `A${from}:E${to}`).filter(([date]) => date !== null);
const area = () => addin.workbook.names.find(({ name }) => name === 'ARW_Ratings')!.formula;
const riskOf = (customer: string) => {
  const sheet = addin.workbook.sheet('AR客户风险')!;
  const [head] = values(sheet, 'A4:Z4');
  const row = values(sheet, 'A5:Z8').find(([code]) => code === customer)!;
  return (title: string) => row[head!.indexOf(title)];
};

it('has a line per customer and day of a run, and the same day again replaces its own', async () => {
  await runWarnings(on(MAY));
  const may = [
    [MAY, 'Sheet1', '乙', '高', 70],
    [MAY, 'Sheet1', '甲', '低', 18],
  ];
  expect(values(history(), 'A4:E4')).toEqual([['评估日', '台账', '客户', '风险等级', '得分']]);
  expect(lines()).toEqual(may);
  await runWarnings(on(JUNE));
  const june = [
    [JUNE, 'Sheet1', '甲', '高', 58],
    [JUNE, 'Sheet1', '=1+1', '低', 0],
    [JUNE, 'Sheet1', '乙', '低', 0],
  ];
  expect(lines()).toEqual([...may, ...june]);
  expect(area()).toBe('=AR评级历史!$A$4:$E$9');
  put(addin.workbook, addin.sheet, 'F5', [[400]]);
  await runWarnings(on(JUNE));
  expect(lines().slice(0, 2)).toEqual(may);
  expect(lines()).toHaveLength(5);
  expect(lines().find(([date, , code]) => date === JUNE && code === '甲')).not.toEqual(june[0]);
});

it('AR客户风险 tells the tier before and which way it went, by arrow and word', async () => {
  await runWarnings(on(MAY));
  expect([riskOf('甲')('上次等级'), riskOf('甲')('趋势')]).toEqual([null, null]);
  await runWarnings(on(JUNE));
  expect([riskOf('甲')('上次等级'), riskOf('甲')('趋势')]).toEqual([
    '低 18 · 2025-05-31',
    '↑ 恶化',
  ]);
  expect([riskOf('乙')('上次等级'), riskOf('乙')('趋势')]).toEqual([
    '高 70 · 2025-05-31',
    '↓ 好转',
  ]);
  expect([riskOf('=1+1')('上次等级'), riskOf('=1+1')('趋势')]).toEqual([null, '新增']);
  await runWarnings(on(JUNE + 1));
  expect(riskOf('甲')('趋势')).toBe('→ 不变');
});

it('speaks the reader’s language and reads both', async () => {
  await runWarnings(on(MAY));
  await runWarnings({ ...on(JUNE), language: 'en-US' });
  expect(lines().map((line) => line[3])).toEqual(['High', 'Low', 'High', 'Low', 'Low']);
});

it('is found where it was moved to, and lines nobody can read are left out', async () => {
  await runWarnings(on(MAY));
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('AR评级历史');
    sheet.getRange('1:2').insert('Down');
    sheet.name = '历史';
    sheet.getRange('D7').values = [['不知道']];
    await context.sync();
  });
  await runWarnings(on(JUNE));
  const moved = addin.workbook.sheet('历史')!;
  expect(values(moved, 'C7:D10')).toEqual([
    ['甲', '低'],
    ['甲', '高'],
    ['=1+1', '低'],
    ['乙', '低'],
  ]);
  expect(area()).toBe('=历史!$A$6:$E$10');
});

it('undoing a run takes its lines away, undoing the first one the sheet', async () => {
  await runWarnings({ ...on(MAY), assess: false });
  const bare = contents(addin.workbook);
  await runWarnings(on(MAY));
  const once = lines();
  await runWarnings(on(JUNE));
  await undo({ today: JUNE, language: 'zh-CN' });
  expect(lines()).toEqual(once);
  expect(area()).toBe('=AR评级历史!$A$4:$E$6');
  await undo({ today: JUNE, language: 'zh-CN' });
  expect(contents(addin.workbook)).toEqual(bare);
});

it('keeps the ratings of each ledger by itself', async () => {
  await runWarnings(on(MAY));
  await Excel.run(async (context) => {
    context.workbook.worksheets.add('二号').activate();
    await context.sync();
  });
  const other = addin.workbook.sheet('二号')!;
  put(addin.workbook, other, 'A1', LEDGER.slice(0, 5));
  await runWarnings(on(MAY));
  expect(lines().map((line) => line[1])).toEqual(['Sheet1', 'Sheet1', '二号']);
});
