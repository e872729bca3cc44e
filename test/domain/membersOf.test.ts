import { membersOf, proposeSources, type SheetHead, type SourcesChoice } from '../../src/domain';

const sheet = (name: string, ...rows: unknown[][]): SheetHead => ({
  name,
  rows,
  rowCount: rows.length,
});

const items = (name: string): SheetHead =>
  sheet(
    name,
    ['客户', '发票号', '开票日期', '到期日', '应收金额'],
    ['宏达', `${name}-1`, '2025-01-05', '2025-02-04', 100],
    ['江南', `${name}-2`, '2025-01-08', '2025-02-07', 200],
  );
const receipts = sheet(
  '收款',
  ['收款日期', '付款单位', '收款金额', '核销发票号'],
  ['2025-02-01', '宏达', 100, '开票-1'],
  ['2025-02-03', '江南', 50, '开票-2'],
);
const account = (name: string): SheetHead =>
  sheet(
    name,
    ['日期', '凭证号', '摘要', '借方', '贷方', '方向', '余额'],
    ['2025-01-05', '记-1', '销售', 100, '', '借', 100],
    ['2025-02-05', '记-2', '收款', '', 100, '平', 0],
  );
const prices = sheet('价格表', ['产品', '单价'], ['N3', 5]);

const members = (heads: SheetHead[], active: string, choice: SourcesChoice = {}) =>
  membersOf(proposeSources(heads, choice), active).map((source) => source.sheet);

it.each<[string, SheetHead[], string, SourcesChoice | undefined, string[]]>([
  ['a ledger alone', [items('台账'), prices], '台账', undefined, ['台账']],
  [
    'invoices with their receipts',
    [items('开票'), receipts, prices],
    '开票',
    undefined,
    ['开票', '收款'],
  ],
  [
    'the same looked at from the receipts',
    [items('开票'), receipts],
    '收款',
    undefined,
    ['开票', '收款'],
  ],
  [
    'months of one year',
    [items('2025年1月'), items('2025年2月')],
    '2025年2月',
    undefined,
    ['2025年1月', '2025年2月'],
  ],
  [
    'two ledgers of the same headers and no period',
    [items('甲'), items('乙')],
    '乙',
    undefined,
    ['乙'],
  ],
  [
    'accounts, a sheet a customer',
    [account('宏达'), account('江南')],
    '宏达',
    undefined,
    ['宏达', '江南'],
  ],
  ['no ledger', [items('台账'), prices], '价格表', undefined, []],
  ['a sheet that is not there', [items('台账')], '别的', undefined, []],
  ['receipts without items', [receipts], '收款', undefined, []],
  [
    'a sheet a person added',
    [items('甲'), items('乙')],
    '甲',
    { kinds: { 乙: 'items' } },
    ['甲', '乙'],
  ],
  [
    'receipts a person left out',
    [items('开票'), receipts],
    '开票',
    { kinds: { 收款: 'other' } },
    ['开票'],
  ],
  [
    'an account told item by item elsewhere, looked at itself',
    [items('台账'), account('明细账')],
    '明细账',
    undefined,
    ['明细账'],
  ],
])('%s', (_, heads, active, choice, expected) => {
  expect(members(heads, active, choice)).toEqual(expected);
});
