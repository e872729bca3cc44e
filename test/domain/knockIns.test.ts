import {
  bankruptFrom,
  knockInsOn,
  limitationKnockIns,
  NO_DATE,
  rfa,
  type KnockIn,
  type KnockInReason,
  type Restart,
} from '../../src/domain';
import { day, itemsOf, type ItemRow } from '../support/itemsOf';

const asOf = day('2025-06-30');
const table = { holidays: new Set<number>(), workdays: new Set<number>(), last: day('2030-12-31') };

describe('claims past limitation', () => {
  // 2022-06-20 + 3 years is Friday 2025-06-20; on the 21st it is too late.
  const old: ItemRow = { doc: 'A', date: '2022-05-01', due: '2022-06-20', amount: 100 };
  const demand: Restart = { kind: 'demand', date: day('2024-01-01') };

  it.each<[string, ItemRow[], ReadonlyMap<number, readonly Restart[]>, string | null]>([
    ['open for three years since due', [old], new Map(), '2025-06-21'],
    ['still running on its last days', [{ ...old, due: '2022-07-01' }], new Map(), null],
    ['paid', [{ ...old, received: 100 }], new Map(), null],
    ['restarted by a demand', [old], new Map([[0, [demand]]]), null],
    [
      'restarted by a part payment',
      [{ ...old, received: 10, receiptDate: '2023-03-01' }],
      new Map(),
      null,
    ],
    [
      'not restarted by a credit note',
      [old, { kind: 'creditNote', date: '2023-03-01', amount: -10, applied: { A: 10 } }],
      new Map(),
      '2025-06-21',
    ],
    [
      'a payment of another item restarts nothing here',
      [old, { doc: 'B', date: '2023-01-01', amount: 5, received: 5, receiptDate: '2023-03-01' }],
      new Map(),
      '2025-06-21',
    ],
    [
      'the first of several items to run out',
      [old, { ...old, due: '2021-06-21' }, { ...old, due: '2022-01-10' }],
      new Map(),
      '2024-06-22',
    ],
  ])('%s', (_, rows, restarts, since) => {
    const items = itemsOf(rows);
    const knockIns = limitationKnockIns(items, asOf, table, restarts);
    expect(knockIns).toEqual(
      since === null ? [] : [{ customer: '甲', reason: 'limitation', since: day(since) }],
    );
  });

  it('make the customer 极高', () => {
    const items = itemsOf([old, { date: '2025-06-01', due: '2025-08-01', amount: 1e6 }]);
    const [customer] = rfa(items, asOf, limitationKnockIns(items, asOf, table)).customers;
    expect(customer).toMatchObject({ tier: 'veryHigh', knockIns: ['limitation'] });
  });

  it('years are a setting', () => {
    const items = itemsOf([{ ...old, due: '2023-06-20' }]);
    const settings = { years: 2, warnings: [30] };
    expect(limitationKnockIns(items, asOf, table, new Map(), settings)).toHaveLength(1);
    expect(limitationKnockIns(items, NO_DATE, table)).toEqual([]);
  });
});

describe('a knock-in somebody typed', () => {
  const ledger = {
    customers: ['000123', '宏达', 'C7', 'c8', '9', '0009'],
    customerNames: ['江南重工', '', '江南重工', '', '', ''],
  };

  it.each<[string, string, string[]]>([
    ['a code as the ledger spells it', '宏达', ['宏达']],
    ['one without its leading zeros', '123', ['000123']],
    ['one in full-width letters', 'Ｃ７', ['C7']],
    ['a name, of all codes that bear it', '江南重工', ['000123', 'C7']],
    ['codes that are kept apart, each by itself', '9', ['9']],
    ['the other of them', '0009', ['0009']],
    ['a third spelling of both', '009', ['9', '0009']],
    ['somebody the ledger does not know', '远东', []],
  ])('is for %s', (_, customer, found) => {
    const knockIns = [{ customer, reason: 'blacklist', since: NO_DATE } as const];
    expect(knockInsOn(ledger, knockIns).map((knockIn) => knockIn.customer)).toEqual(found);
  });

  it('is 破产 from the first of its days on, in every spelling', () => {
    const listed = (customer: string, since: number, reason: KnockInReason = 'bankruptcy') => ({
      customer,
      since,
      reason,
    });
    const from = (...knockIns: KnockIn[]) => [...bankruptFrom(ledger, knockIns)];
    expect(from(listed('江南重工', 9), listed('123', 7), listed('c8', 5, 'blacklist'))).toEqual([
      7,
      Infinity,
      9,
      Infinity,
      Infinity,
      Infinity,
    ]);
    expect(from(listed('宏达', NO_DATE), listed('远东', 3))[1]).toBe(NO_DATE);
    expect(from()).toEqual(new Array(6).fill(Infinity));
  });
});
