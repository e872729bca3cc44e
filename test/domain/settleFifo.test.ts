import fc from 'fast-check';
import {
  analyse,
  customerBalances,
  defaultSettings,
  formatFen,
  isoDate,
  linksOf,
  netVirtually,
  NO_DATE,
  openAmounts,
  settle,
  settleFifo,
  type Applications,
  type Receivables,
} from '../../src/domain';
import { columnsOf, ledgers, MIDDAY } from '../support/ledgers';
import type { NaiveItem } from '../support/naiveLedger';
import { day, left, receivablesOf, type Told } from '../support/receivablesOf';

const opening: Told = { no: '期初', date: '2025-01-01', amount: 800 };
const book: Told[] = [
  { no: '记5', date: '2025-01-15', amount: 500 },
  { no: '记9', kind: 'receipt', date: '2025-02-03', amount: -1000 },
  opening,
  { no: '记12', date: '2025-02-20', amount: 400 },
  { no: '记20', kind: 'receipt', date: '2025-03-10', amount: -900 },
  { no: '记31', date: '2025-04-02', amount: 600 },
];

const allocations = ({ row, documentNo }: Receivables, a: Applications): string[] =>
  Array.from({ length: a.count }, (_, k) => {
    const [credit, item] = [a.credit[k]!, a.item[k]!];
    return (
      `${row[credit]!}:${documentNo[credit]!} → ${row[item]!}:${documentNo[item]!} ` +
      `${formatFen(a.amount[k]!)} ${isoDate(a.date[k]!)}`
    );
  });

describe('a 明细账 without matching', () => {
  it('is read oldest debit first, the opening balance before all; every line can be followed', () => {
    const items = settleFifo(receivablesOf(book));
    expect(allocations(items, items.applications)).toEqual([
      '3:记9 → 4:期初 800.00 2025-02-03',
      '3:记9 → 2:记5 200.00 2025-02-03',
      '6:记20 → 2:记5 300.00 2025-03-10',
      '6:记20 → 5:记12 400.00 2025-03-10',
      '6:记20 → 7:记31 200.00 2025-04-02',
    ]);
    expect([...items.applications.derived]).toEqual([1, 1, 1, 1, 1]);
    expect(left(items, openAmounts(items, Infinity))).toEqual(['记31 400.00']);
  });

  it('keeps what came in too early as unapplied until a debit comes', () => {
    const items = settleFifo(receivablesOf(book));
    expect(left(items, openAmounts(items, day('2025-03-31')))).toEqual(['记20 -200.00']);
  });

  it('is read by customer and currency', () => {
    const items = settleFifo(
      receivablesOf([
        { ...opening, customer: '乙' },
        { ...opening, currency: 'USD' },
        { no: '记9', kind: 'receipt', date: '2025-02-03', amount: -1000 },
      ]),
    );
    expect(items.applications.count).toBe(0);
  });

  it.each<[string, Told[], string]>([
    [
      'of one day by due date',
      [
        { ...opening, no: 'B', due: '2025-03-01' },
        { ...opening, no: 'A', due: '2025-02-01' },
      ],
      'A',
    ],
    [
      'of one day and due date by row',
      [
        { ...opening, no: 'B' },
        { ...opening, no: 'A' },
      ],
      'B',
    ],
    [
      'without a document date by due date',
      [opening, { ...opening, no: 'A', date: '', due: '2024-12-01' }],
      'A',
    ],
    [
      'without a document date not before those that are older than it falls due',
      [{ ...opening, no: 'A', date: '', due: '2025-06-01' }, opening],
      '期初',
    ],
  ])('takes debits %s', (_, debits, first) => {
    const told = [...debits, { ...opening, no: 'SK', kind: 'receipt', amount: -1 } as Told];
    const { applications, documentNo } = settleFifo(receivablesOf(told));
    expect(documentNo[applications.item[0]!]).toBe(first);
  });

  it.each([
    ['A', [1, 0, 0]],
    ['期初', [0, 1, 0]],
  ])('takes debits of one day from the earlier sheet first: %s', (first, sheet) => {
    const items = receivablesOf([opening, { ...opening, no: 'A' }, { ...opening, amount: -1 }]);
    const twoSheets = { ...items, sheet: Uint16Array.from(sheet), sheets: ['1月', '2月'] };
    const { applications, documentNo } = settleFifo(twoSheets);
    expect(documentNo[applications.item[0]!]).toBe(first);
  });

  it('counts a debit without a document date from any day', () => {
    const told: Told[] = [
      { no: 'A', date: '', due: '2026-01-31', amount: 100 },
      { no: 'SK', kind: 'receipt', date: '2025-02-03', amount: -100 },
    ];
    const items = settleFifo(receivablesOf(told));
    expect(items.dueDate[0]).not.toBe(NO_DATE);
    expect(isoDate(items.applications.date[0]!)).toBe('2025-02-03');
  });

  it('sets nothing against what is settled or void', () => {
    const told: Told[] = [
      { ...opening, no: '旧', date: '2024-12-01', amount: 70, received: 70 },
      { ...opening, no: '废', date: '2024-12-02', amount: 0 },
      { no: '退', kind: 'receipt', date: '2024-12-03', amount: 0 },
      opening,
      book[1]!,
    ];
    const items = settleFifo(receivablesOf(told));
    expect(allocations(items, items.applications)).toEqual(['6:记9 → 5:期初 800.00 2025-02-03']);
  });

  it('leaves alone what is matched already', () => {
    const told: Told[] = [opening, book[0]!, book[1]!];
    const matched = settle(
      receivablesOf(told),
      linksOf([{ credit: 2, to: '记5', amount: 500_00 }]),
    ).items;
    const items = settleFifo(matched);
    expect([...items.applications.derived]).toEqual([0, 1]);
    expect(left(items, openAmounts(items, Infinity))).toEqual(['期初 300.00']);
  });
});

describe('the net view', () => {
  it('shows credits against the oldest debits and changes nothing', () => {
    const items = receivablesOf(book);
    const open = openAmounts(items, day('2025-02-28'));
    const before = open.slice();
    const net = netVirtually(items, open);
    expect(left(items, net.open)).toEqual(['记5 300.00', '记12 400.00']);
    expect(allocations(items, net.applications)).toEqual([
      '3:记9 → 4:期初 800.00 2025-02-03',
      '3:记9 → 2:记5 200.00 2025-02-03',
    ]);
    expect(open).toEqual(before);
    expect(items.applications.count).toBe(0);
  });

  it('sums to the balance of every account', () => {
    fc.assert(
      fc.property(ledgers, ({ items: naive }) => {
        const items = columnsOf(naive);
        const open = openAmounts(items, MIDDAY);
        const net = netVirtually(items, open);
        const account = (i: number) => `${items.customer[i]!} ${items.currency[i]!}`;
        for (const own of new Set([...open.keys()].map(account))) {
          const of = (amounts: Float64Array) => amounts.filter((_, i) => account(i) === own);
          const sum = (amounts: Float64Array) => of(amounts).reduce((a, b) => a + b, 0);
          expect(sum(net.open)).toBe(sum(open));
          expect(of(net.open).some((a) => a > 0) && of(net.open).some((a) => a < 0)).toBe(false);
        }
      }),
    );
  });
});

describe('debits and credits read FIFO', () => {
  /** One row an invoice, as an accountant who settles the oldest first would have kept it. */
  function keptByHand(items: readonly NaiveItem[], asOf: number): NaiveItem[] {
    const known = items.filter(({ date }) => date <= asOf);
    const purse = new Map<string, NaiveItem['amount']>();
    const key = ({ customer, currency }: NaiveItem) => `${customer} ${currency}`;
    for (const item of known.filter(({ amount }) => amount.isNegative())) {
      purse.set(key(item), item.amount.neg().plus(purse.get(key(item)) ?? 0));
    }
    const rows = known
      .filter(({ amount }) => amount.isPositive())
      .sort((a, b) => a.date - b.date || a.due - b.due || items.indexOf(a) - items.indexOf(b))
      .map((item) => {
        const money = purse.get(key(item)) ?? item.amount.times(0);
        const received = money.lessThan(item.amount) ? money : item.amount;
        purse.set(key(item), money.minus(received));
        return { ...item, received };
      });
    const rest = known.filter(({ amount }) => amount.isNegative());
    const unapplied = [...purse].flatMap(([account, money]) => {
      const credit = rest.find((item) => key(item) === account);
      return credit && money.isPositive() ? [{ ...credit, amount: money.neg() }] : [];
    });
    return [...rows, ...unapplied];
  }

  it('say the same as one row an invoice settled oldest first', () => {
    fc.assert(
      fc.property(ledgers, fc.integer({ min: -200, max: 60 }), ({ items }, shift) => {
        const asOf = MIDDAY + shift;
        const lines = items.map((item) => ({
          ...item,
          received: item.received.times(0),
          receiptDate: null,
        }));
        const seen = (ledger: Receivables) =>
          customerBalances(analyse(ledger, defaultSettings(asOf)))
            .map(({ customer, currency, open, byBucket, unapplied, countByBucket }) =>
              JSON.stringify({ customer, currency, open, byBucket, unapplied, countByBucket }),
            )
            .sort();
        const known = lines.filter(({ date }) => date <= asOf);
        expect(seen(settleFifo(columnsOf(lines)))).toEqual(
          seen(columnsOf(keptByHand(lines, asOf))),
        );
        expect(seen(settleFifo(columnsOf(known, lines)))).toEqual(
          seen(settleFifo(columnsOf(lines))),
        );
      }),
    );
  });
});
