import {
  analyse,
  classBeside,
  defaultSettings,
  NO_DATE,
  parseClassFact,
  ReceivablesBuilder,
  serialOf,
  worstClassesBeside,
} from '../../src/domain';

const asOf = serialOf(2025, 6, 30);

/** Customer, days overdue, what the ledger says, received of 1.00. */
type Row = readonly [customer: string, days: number, word: string, received?: number];

function analysed(rows: readonly Row[], bankrupt: readonly string[] = []) {
  const builder = new ReceivablesBuilder([]);
  for (const [i, [customer, days, word, received = 0]] of rows.entries()) {
    builder.add({
      row: i + 2,
      customer,
      currency: '',
      documentDate: asOf - 500,
      dueDate: asOf - days,
      amount: 100,
      received,
      receiptDate: received > 0 ? asOf - 1 : NO_DATE,
      classFact: parseClassFact(word),
    });
  }
  const knockIns = bankrupt.map(
    (customer) => ({ customer, reason: 'bankruptcy', since: NO_DATE }) as const,
  );
  return analyse(builder.build(), { ...defaultSettings(asOf), knockIns });
}

it.each<[string, number, string, boolean, string | null]>([
  ['days alone', 10, '', false, null],
  ['a fact that is graver', 10, '诉讼', false, 'ledger 诉讼: 3, by days 1'],
  ['a fact that is not', 400, '诉讼', false, null],
  ['a class that is milder', 400, '正常', false, 'ledger 正常: 0, by days 4'],
  ['a class that is that of the days', 10, '关注', false, null],
  ['the policy', 10, '诉讼', true, 'policy 破产: 4, by days 1'],
])('%s', (_, days, word, isBankrupt, said) => {
  const beside = classBeside(analysed([['甲', days, word]], isBankrupt ? ['甲'] : []), 0);
  expect(
    beside && `${beside.by} ${beside.fact}: ${beside.riskClass}, by days ${beside.byDays}`,
  ).toBe(said);
});

it('the worst class of a customer is told where no days give it, by its first item', () => {
  const analysis = analysed(
    [
      ['甲', 10, '关注'],
      ['甲', 10, '可疑'],
      ['甲', 20, '诉讼'],
      ['乙', 10, '可疑'],
      ['乙', 300, ''], // 可疑 by days
      ['丙', 400, ''],
      ['丙', 10, '诉讼'],
      ['丁', 10, '破产', 100], // paid
      ['戊', 10, '破产', 100],
      ['戊', -5, ''],
      ['己', -5, ''],
    ],
    ['己'],
  );
  const told = [...worstClassesBeside(analysis)].map(
    ([customer, { item, riskClass, by }]) => `${customer} ${item}: ${riskClass} by ${by}`,
  );
  expect(told).toEqual(['甲 1: 3 by ledger', '己 10: 4 by policy']);
});
