import fc from 'fast-check';
import {
  ALIKE_AT,
  alikeKeys,
  alikeWays,
  HISTORY,
  historyAtIssue,
  historyOf,
  isoDate,
  isPayable,
  NO_DATE,
  ReceivablesBuilder,
  paidDates,
  UNPAID,
  type Receivables,
} from '../../src/domain';
import { day, itemsOf, type ItemRow } from '../support/itemsOf';

/** The worked example of docs/spec-overdue.md. */
const EXAMPLE: ItemRow[] = [
  {
    doc: 'A1',
    date: '2025-01-05',
    due: '2025-02-04',
    amount: 1000,
    received: 1000,
    receiptDate: '2025-02-10',
  },
  {
    doc: 'A2',
    date: '2025-01-20',
    due: '2025-02-19',
    amount: 2000,
    received: 2000,
    receiptDate: '2025-02-15',
  },
  { doc: 'A3', date: '2025-02-12', due: '2025-03-14', amount: 500 },
  { doc: 'A4', date: '2025-03-20', due: '2025-04-19', amount: 4000 },
];

/** What was known at one item's issue, by name. */
function at(items: Receivables, item: number, grace = 0): Record<string, number> {
  const history = historyAtIssue(items, grace);
  return Object.fromEntries(HISTORY.map((name) => [name, historyOf(history, name)[item]!]));
}

describe('what was known when a document was issued', () => {
  const items = itemsOf(EXAMPLE);

  it('of a first one nothing', () => {
    expect(Object.values(at(items, 0))).toEqual(Array(15).fill(0));
  });

  it('of the second that the first is open', () => {
    expect(at(items, 1)).toMatchObject({
      settled: 0,
      known: 0,
      open: 1,
      openAmount: 1000,
      overdue: 0,
      age: 15,
    });
  });

  it('of the fourth what two receipts and one overdue item tell', () => {
    expect(at(items, 3)).toEqual({
      settled: 2,
      settledLate: 1,
      meanDelay: 1,
      meanLate: 3,
      delayDeviation: Math.sqrt(50),
      lastDelay: -4,
      recentDelay: 1,
      settledDisputed: 0,
      open: 1,
      openAmount: 500,
      overdue: 1,
      overdueAmount: 500,
      known: 3,
      knownLate: 2,
      age: 74,
    });
  });

  it('late begins after the grace, overdue does not', () => {
    expect(at(items, 3, 6)).toMatchObject({ settledLate: 0, known: 2, knownLate: 0, overdue: 1 });
    expect(at(items, 3, 5)).toMatchObject({ settledLate: 1, known: 3, knownLate: 2 });
  });

  it('nothing of the same day: not the receipt, not the due date, not the sister document', () => {
    const sameDay = itemsOf([
      {
        date: '2025-01-01',
        due: '2025-02-01',
        amount: 1,
        received: 1,
        receiptDate: '2025-03-01',
      },
      { date: '2025-01-10', due: '2025-03-01', amount: 1 },
      { date: '2025-03-01', due: '2025-03-31', amount: 1 },
      { date: '2025-03-01', due: '2025-03-31', amount: 1 },
    ]);
    expect(at(sameDay, 2)).toMatchObject({ settled: 0, open: 2, overdue: 1, known: 1 });
    expect(at(sameDay, 3)).toEqual(at(sameDay, 2));
  });

  it('nothing of other customers, of credits and of what was settled nobody knows when', () => {
    const mixed = itemsOf([
      { customer: '乙', date: '2025-01-01', due: '2025-01-15', amount: 1 },
      { kind: 'receipt', date: '2025-01-02', amount: -5 },
      { date: '2025-01-03', due: '2025-01-15', amount: 7, received: 7 },
      { due: '2025-01-15', amount: 7 },
      { date: '2025-02-01', due: '2025-03-01', amount: 1 },
    ]);
    expect(Object.values(at(mixed, 4))).toEqual(Array(15).fill(0));
  });

  it('of receipts of one day the greatest number is last: 10 after 9', () => {
    const paid = { received: 1, receiptDate: '2025-03-01', amount: 1, date: '2025-01-01' };
    const tied = itemsOf([
      { ...paid, doc: '10', due: '2025-02-10' },
      { ...paid, doc: '9', due: '2025-02-20' },
      { ...paid, doc: '11', due: '2025-02-15' },
      { ...paid, doc: '8', due: '2025-01-02' },
      { doc: '12', date: '2025-03-02', due: '2025-04-01', amount: 1 },
    ]);
    expect(at(tied, 4)).toMatchObject({ lastDelay: 14, recentDelay: (14 + 19 + 9) / 3 });
  });
});

describe('the day an item was settled', () => {
  it.each<[string, ItemRow[], string]>([
    ['open', [{ date: '2025-01-01', amount: 10 }], 'open'],
    [
      'received in part',
      [{ date: '2025-01-01', amount: 10, received: 9.99, receiptDate: '2025-02-01' }],
      'open',
    ],
    [
      'received in full',
      [{ date: '2025-01-01', amount: 10, received: 10, receiptDate: '2025-02-01' }],
      '2025-02-01',
    ],
    [
      'paid in advance',
      [{ date: '2025-01-10', amount: 10, received: 10, receiptDate: '2025-01-01' }],
      '2025-01-10',
    ],
    ['received nobody knows when', [{ date: '2025-01-01', amount: 10, received: 10 }], ''],
    [
      'the rest by an application, matched later',
      [
        { doc: 'A', date: '2025-01-01', amount: 10, received: 4, receiptDate: '2025-02-01' },
        {
          kind: 'receipt',
          date: '2025-03-01',
          amount: -6,
          applied: { A: 6 },
          matched: '2025-04-01',
        },
      ],
      '2025-03-01',
    ],
    [
      'a part nobody knows when, the rest by an application',
      [
        { doc: 'A', date: '2025-01-01', amount: 10, received: 4 },
        { kind: 'receipt', date: '2025-03-01', amount: -6, applied: { A: 6 } },
      ],
      '2025-03-01',
    ],
    [
      'by a credit note alone: it was not paid',
      [
        { doc: 'A', date: '2025-01-01', amount: 10 },
        { kind: 'creditNote', date: '2025-03-01', amount: -10, applied: { A: 10 } },
      ],
      '',
    ],
    [
      'but for a rest that was credited later: it never had to be paid',
      [
        { doc: 'A', date: '2025-01-01', amount: 10 },
        { kind: 'receipt', date: '2025-02-01', amount: -9, applied: { A: 9 } },
        { kind: 'creditNote', date: '2025-03-01', amount: -1, applied: { A: 1 } },
      ],
      '2025-02-01',
    ],
    [
      'a part nobody knows when, the rest credited',
      [
        { doc: 'A', date: '2025-01-01', amount: 10, received: 9 },
        { kind: 'creditNote', date: '2025-03-01', amount: -1, applied: { A: 1 } },
      ],
      '',
    ],
    [
      'by money matched to it before its own receipt came',
      [
        { doc: 'A', date: '2025-01-01', amount: 10, received: 4, receiptDate: '2025-04-01' },
        { kind: 'receipt', date: '2025-03-01', amount: -6, applied: { A: 6 } },
      ],
      '2025-04-01',
    ],
    [
      'paid twice: the first time counts',
      [
        { doc: 'A', date: '2025-01-01', amount: 10, received: 10, receiptDate: '2025-02-01' },
        { kind: 'receipt', date: '2025-03-01', amount: -10, applied: { A: 10 } },
      ],
      '2025-02-01',
    ],
    [
      'an application that was taken back',
      [
        { doc: 'A', date: '2025-01-01', amount: 10 },
        { kind: 'receipt', date: '2025-02-01', amount: -10, applied: { A: 10 } },
        { kind: 'receipt', date: '2025-03-01', amount: 10, applied: { A: -10 } },
      ],
      'open',
    ],
    ['a credit', [{ kind: 'receipt', date: '2025-01-01', amount: -10 }], ''],
  ])('%s', (_, rows, expected) => {
    const [settled] = paidDates(itemsOf(rows));
    expect(settled === UNPAID ? 'open' : isoDate(settled!)).toBe(expected);
  });
});

describe('items alike', () => {
  const builder = new ReceivablesBuilder(['region', 'industry']);
  const rows: [due: string, fen: number, currency: string, region: string][] = [
    ['2025-02-01', 99, 'CNY', '华东'],
    ['2025-02-10', 100, 'CNY', '华北'],
    ['2025-02-11', 1600, 'USD', '华东'],
    ['2025-02-28', 9e14, 'USD', ''],
  ];
  for (const [due, amount, currency, region] of rows) {
    builder.add({
      row: 2,
      customer: '甲',
      currency,
      documentDate: day('2025-01-01'),
      dueDate: day(due),
      amount,
      received: 0,
      receiptDate: NO_DATE,
      dimensions: { region },
    });
  }
  const items = builder.build();
  const labelsOf = (by: Parameters<typeof alikeKeys>[1]) => {
    const { key, labels } = alikeKeys(items, by);
    return [...key].map((k) => labels[k]);
  };

  it('are told by what the ledger keeps', () => {
    expect(alikeWays(items)).toEqual(['weekday', 'size', 'monthPart', 'currency', 'region']);
    expect(alikeWays(itemsOf(EXAMPLE))).toEqual(['weekday', 'size', 'monthPart']);
  });

  it('by weekday of the due date, part of the month, size, currency and dimension', () => {
    expect(labelsOf('weekday')).toEqual(['6', '1', '2', '5']);
    expect(labelsOf('monthPart')).toEqual(['1–10', '1–10', '11–20', '21–31']);
    expect(labelsOf('size')).toEqual(['1', '1', '16', String(4 ** 19)]);
    expect(labelsOf('currency')).toEqual(['CNY', 'CNY', 'USD', 'USD']);
    expect(labelsOf('region')).toEqual(['华东', '华北', '华东', '']);
  });

  it('are all alike by what the ledger does not keep', () => {
    expect(labelsOf('salesperson')).toEqual(['', '', '', '']);
  });
});

/** The same by the definitions, item against item. */
function naive(
  items: Receivables,
  item: number,
  grace: number,
  isMeant: (other: number) => boolean = () => true,
) {
  const { customer, documentDate, dueDate, amount, documentNo, disputed } = items;
  const settledOn = paidDates(items);
  const today = documentDate[item]!;
  const others = [...documentDate.keys()].filter(
    (j) =>
      customer[j] === customer[item] &&
      isMeant(j) &&
      isPayable(items, j) &&
      settledOn[j] !== NO_DATE,
  );
  const settled = others
    .filter((j) => settledOn[j]! < today)
    .sort((a, b) => settledOn[b]! - settledOn[a]! || Number(documentNo[b]) - Number(documentNo[a]));
  const delays = settled.map((j) => settledOn[j]! - dueDate[j]!);
  const open = others.filter((j) => documentDate[j]! < today && settledOn[j]! >= today);
  const overdue = open.filter((j) => dueDate[j]! < today);
  const late = others.filter(
    (j) =>
      documentDate[j]! < today &&
      dueDate[j]! + grace < today &&
      settledOn[j]! > dueDate[j]! + grace,
  );
  const onTime = settled.filter((j) => settledOn[j]! <= dueDate[j]! + grace);
  const sum = (list: number[]) => list.reduce((total, x) => total + x, 0);
  const mean = (list: number[]) => (list.length === 0 ? 0 : sum(list) / list.length);
  const squares = sum(delays.map((d) => (d - mean(delays)) ** 2));
  return {
    settled: settled.length,
    settledLate: delays.filter((d) => d > grace).length,
    meanDelay: mean(delays),
    meanLate: mean(delays.map((d) => Math.max(d, 0))),
    delayDeviation: delays.length < 2 ? 0 : Math.sqrt(squares / (delays.length - 1)),
    lastDelay: delays[0] ?? 0,
    recentDelay: mean(delays.slice(0, 3)),
    settledDisputed: sum(settled.map((j) => disputed[j]!)),
    open: open.length,
    openAmount: sum(open.map((j) => amount[j]!)) / 100,
    overdue: overdue.length,
    overdueAmount: sum(overdue.map((j) => amount[j]!)) / 100,
    known: late.length + onTime.length,
    knownLate: late.length,
    age: today - Math.min(...others.map((j) => documentDate[j]!)),
  };
}

it('any ledger: the sweep says what the definitions say', () => {
  const when = fc.integer({ min: 45_000, max: 45_060 });
  const row = fc.record({
    customer: fc.constantFrom('甲', '乙'),
    documentDate: fc.oneof(
      { weight: 9, arbitrary: when },
      { weight: 1, arbitrary: fc.constant(-1) },
    ),
    dueDate: when,
    amount: fc.integer({ min: -1, max: 9 }),
    isPaid: fc.boolean(),
    receiptDate: fc.oneof(
      { weight: 9, arbitrary: when },
      { weight: 1, arbitrary: fc.constant(-1) },
    ),
    disputed: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 40 }), fc.constantFrom(0, 3), (rows, grace) => {
      const builder = new ReceivablesBuilder([]);
      rows.forEach(({ isPaid, ...item }, i) =>
        builder.add({
          ...item,
          row: i + 2,
          currency: '',
          documentNo: String(i),
          received: isPaid ? Math.max(0, item.amount) : 0,
        }),
      );
      const items = builder.build();
      const history = historyAtIssue(items, grace, [alikeKeys(items, 'weekday')]);
      const { settledOn, counts, countsWidth } = history;
      for (let i = 0; i < items.count; i++) {
        if (!isPayable(items, i) || settledOn[i] === NO_DATE) continue;
        const expected = naive(items, i, grace);
        for (const name of HISTORY) {
          expect([name, historyOf(history, name)[i]]).toEqual([
            name,
            expect.closeTo(expected[name], 9),
          ]);
        }
        const weekday = (j: number) => items.dueDate[j]! % 7;
        const alike = naive(items, i, grace, (j) => weekday(j) === weekday(i));
        const own = counts.subarray(i * countsWidth + ALIKE_AT);
        expect([own[0], own[1]]).toEqual([alike.known, alike.knownLate]);
      }
    }),
  );
});
