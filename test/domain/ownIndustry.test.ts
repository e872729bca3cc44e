import { NO_DATE, ownIndustry, ReceivablesBuilder } from '../../src/domain';
import { day } from '../support/receivablesOf';

const asOf = day('2025-06-30');

interface Row {
  readonly industry: string;
  readonly yuan: number;
  readonly rate?: number;
  readonly date?: string;
}

function itemsOf(rows: readonly Row[], keepsIndustry = true) {
  const builder = new ReceivablesBuilder(keepsIndustry ? ['industry'] : []);
  rows.forEach(({ industry, yuan, rate = 1, date = '2025-06-01' }, i) =>
    builder.add({
      row: i + 2,
      customer: '甲',
      currency: rate === 1 ? 'CNY' : 'USD',
      rate,
      documentDate: day(date),
      dueDate: day(date),
      amount: yuan * 100,
      received: 0,
      receiptDate: NO_DATE,
      dimensions: { industry },
    }),
  );
  return builder.build();
}

const mixed: Row[] = [
  { industry: '消费品', yuan: 300 },
  { industry: '医疗器械', yuan: 50, rate: 7 },
  { industry: '医疗', yuan: 100 },
  { industry: '航天', yuan: 150 },
  { industry: '', yuan: 100 },
  { industry: '烟草', yuan: -900 },
  { industry: '交通', yuan: 999, date: '2025-07-01' },
];

it('is the one that somebody names, as the table has it', () => {
  expect(ownIndustry(itemsOf(mixed), asOf, '烟草制品业')).toEqual({
    industry: '烟草',
    source: 'given',
    share: null,
  });
});

it.each([undefined, '航天'])(
  'given %p, is the one with the most open at booking rates',
  (given) => {
    expect(ownIndustry(itemsOf(mixed), asOf, given)).toEqual({
      industry: '医疗',
      source: 'ledger',
      share: 450 / 1000,
    });
  },
);

it.each<[string, ReturnType<typeof itemsOf>]>([
  ['the ledger has no column of them', itemsOf(mixed, false)],
  ['the table knows none of the ledger’s', itemsOf([{ industry: '航天', yuan: 100 }])],
  ['nothing is open above 0', itemsOf([{ industry: '烟草', yuan: -900 }])],
])('is the usual one where %s', (_, items) => {
  expect(ownIndustry(items, asOf)).toEqual({ industry: '制造', source: 'default', share: null });
});
