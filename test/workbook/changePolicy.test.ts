/** AR策略 changed from the pane: another policy taken in, a customer put on a list and taken off it. */
import { DEFAULT_POLICY, serialOf, type Policy } from '../../src/domain';
import { changePolicy, toKnockIn, toPolicy } from '../../src/workbook/changePolicy';
import { clear } from '../../src/workbook/clear';
import { runWarnings, type RunOptions } from '../../src/workbook/runWarnings';
import { undo } from '../../src/workbook/undo';
import { addinOver, contents, formulas, put, values, type Addin } from './addin';

const day = (month: number, d: number) => serialOf(2025, month, d);
const asOf = day(6, 30);
const options: RunOptions = { today: asOf, asOf, language: 'zh-CN' };

const LEDGER = [
  ['客户', '客户名称', '单据号', '开票日期', '到期日', '应收金额'],
  ["'0012", '宏达', 'A', day(5, 1), day(5, 31), 400],
  ["'0013", '江南', 'B', day(6, 15), day(7, 15), 600],
];

const POLICY: Policy = {
  ...DEFAULT_POLICY,
  rfa: { ...DEFAULT_POLICY.rfa, tierFrom: [10, 20, 30] },
  personaRules: DEFAULT_POLICY.personaRules.slice(0, 3),
  knockIns: [{ customer: '=1+1', reason: 'bankruptcy', since: asOf }],
  amberFrom: 0.7,
};

let addin: Addin;

beforeEach(async () => {
  addin = await addinOver(LEDGER);
});

afterEach(async () => {
  await clear();
  addin.office.dispose();
});

const policySheet = () => addin.workbook.sheet('AR策略')!;
/** Cells of a part, by its name. */
const part = (name: string) => {
  const { formula } = addin.workbook.names.find((one) => one.name === name)!;
  return formulas(policySheet(), formula.split('!')[1]!.replaceAll('$', ''));
};
const lines = () => part('ARW_KnockIns').filter(([customer]) => customer !== null);
const tierOf = async (customer: string) => {
  const { risk } = await runWarnings(options);
  const { tier, knockIns } = risk!.customers.find((one) => one.customer === customer)!;
  return [tier, knockIns];
};
const blacklist = { customer: '0012', reason: 'blacklist', since: asOf } as const;
const items = { customers: ['0012', '0013'], customerNames: ['宏达', '江南'] };

it('takes another policy in, into the cells that are there: what was noted beside them stays', async () => {
  await runWarnings({ ...options, assess: true });
  put(addin.workbook, policySheet(), 'A3', [['财务部 2025 年版']]);
  await changePolicy(toPolicy(POLICY), 'zh-CN');
  const { policy } = await runWarnings(options);
  expect(policy).toMatchObject({ policy: POLICY, problems: [] });
  expect(values(policySheet(), 'A3')).toEqual([['财务部 2025 年版']]);
  expect(lines()).toEqual([
    ['客户（编码或名称）', '原因', '起始日（空：一直）'],
    ['=1+1', '破产', asOf],
  ]);
});

it('is undone in one, with the ratings that followed it', async () => {
  await runWarnings({ ...options, assess: true });
  const before = contents(addin.workbook);
  await changePolicy(toPolicy(POLICY), 'zh-CN');
  await runWarnings({ ...options, remember: false });
  expect(await undo(options)).toBe(true);
  expect(contents(addin.workbook)).toEqual(before);
});

it('lays the sheet out where there is none, and undoing takes it away', async () => {
  const before = contents(addin.workbook);
  await changePolicy(toPolicy(POLICY), 'en-US');
  expect(addin.workbook.sheet('AR Policy')).not.toBeNull();
  const { policy } = await runWarnings({ ...options, assess: true });
  expect(policy).toMatchObject({ policy: POLICY, problems: [] });
  await undo(options);
  await undo(options);
  expect(contents(addin.workbook)).toEqual(before);
});

it('leaves a protected sheet alone', async () => {
  await runWarnings({ ...options, assess: true });
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('AR策略').protection.protect();
    await context.sync();
  });
  const before = contents(addin.workbook);
  await expect(changePolicy(toPolicy(POLICY), 'zh-CN')).rejects.toMatchObject({
    code: 'protectedSheet',
    where: 'AR策略',
  });
  expect(contents(addin.workbook)).toEqual(before);
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('AR策略').protection.unprotect();
    await context.sync();
  });
});

it('puts a customer on a list, the highest tier at once, and takes it off again', async () => {
  await runWarnings({ ...options, assess: true });
  const [tier] = await tierOf('0012');
  expect(tier).not.toBe('veryHigh');
  await changePolicy(toKnockIn(items, blacklist, true), 'zh-CN');
  expect(lines()[1]).toEqual(['0012', '黑名单', asOf]);
  expect(await tierOf('0012')).toEqual(['veryHigh', ['blacklist']]);
  await changePolicy(toKnockIn(items, blacklist, false), 'zh-CN');
  expect(lines()).toHaveLength(1);
  expect(await tierOf('0012')).toEqual([tier, []]);
});

it('takes off every line that is for the customer, by code in any spelling or name, and no other', async () => {
  await runWarnings({ ...options, assess: true });
  const { formula } = addin.workbook.names.find(({ name }) => name === 'ARW_KnockIns')!;
  const [, column, row] = /\$([A-Z]+)\$(\d+)/.exec(formula)!;
  put(addin.workbook, policySheet(), `${column}${Number(row) + 1}`, [
    ["'12", '黑名单'],
    ['宏达', ''],
    ['江南', '黑名单'],
    ["'0012", '破产'],
    ['=CONCATENATE("别","家")', 'Blacklist'],
  ]);
  await changePolicy(toKnockIn(items, blacklist, false), 'zh-CN');
  expect(lines().map(([customer, reason]) => [customer, reason])).toEqual([
    ['客户（编码或名称）', '原因'],
    ['江南', '黑名单'],
    ['0012', '破产'],
    ['=CONCATENATE("别","家")', 'Blacklist'],
  ]);
});
