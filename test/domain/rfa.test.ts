import fc from 'fast-check';
import {
  DEFAULT_RFA_SETTINGS,
  isoDate,
  linksOf,
  NO_DATE,
  rfa,
  settle,
  type CustomerRfa,
  type KnockIn,
} from '../../src/domain';
import { day, itemsOf, type ItemRow } from '../support/itemsOf';
import { columnsOf, ledgers, linkColumns, MIDDAY, shuffled } from '../support/ledgers';
import { naiveOpen, naiveSettle, type NaiveItem } from '../support/naiveLedger';

const asOf = day('2025-06-30');

/** The one customer of rows, or the first by risk. */
const first = (rows: readonly ItemRow[], settings = DEFAULT_RFA_SETTINGS): CustomerRfa =>
  rfa(itemsOf(rows), asOf, [], settings).customers[0]!;

/** A paid invoice of 100. */
const paid = (due: string, receiptDate: string): ItemRow => ({
  date: '2024-01-01',
  due,
  amount: 100,
  received: 100,
  receiptDate,
});

/** The worked example of docs/spec-rfa.md. */
const EXAMPLE: ItemRow[] = [
  { doc: 'A', date: '2025-01-01', due: '2025-01-31', amount: 100 },
  { doc: 'B', date: '2025-02-01', due: '2025-03-03', amount: 200 },
  { doc: 'C', date: '2025-03-01', due: '2025-03-31', amount: 300 },
  { doc: 'D', date: '2025-05-01', due: '2025-05-31', amount: 400 },
  { doc: 'E', date: '2025-06-15', due: '2025-07-15', amount: 600 },
  { kind: 'receipt', date: '2025-01-31', amount: -100, applied: { A: 100 } },
  { kind: 'receipt', date: '2025-03-13', amount: -200, applied: { B: 200 } },
  { kind: 'receipt', date: '2025-04-20', amount: -300, applied: { C: 300 } },
];

it('the worked example: 30 days, 3 of 4 late, 400 of 1000 overdue', () => {
  const { customers, window } = rfa(itemsOf(EXAMPLE), asOf);
  expect([isoDate(window.from), isoDate(window.to)]).toEqual(['2024-07-01', '2025-06-30']);
  expect(customers).toEqual([
    {
      customer: '甲',
      number: 0,
      measures: { r: 30, f: 0.75, a: 0.4 },
      points: { r: 2, f: 4, a: 3 },
      score: 58,
      tier: 'high',
      knockIns: [],
      fallenDue: 4,
      late: 3,
      undated: 0,
      isInsufficient: false,
      accounts: [
        {
          currency: 'CNY',
          measures: { r: 30, f: 0.75, a: 0.4 },
          points: { r: 2, f: 4, a: 3 },
          score: 58,
          open: 100_000,
          overdue: 40_000,
          overdueCount: 1,
          maxDaysOverdue: 30,
          oldest: 3,
        },
      ],
    },
  ]);
});

describe('r: overdue days weighted by amount', () => {
  it('900 at 10 days and 100 at 110 days are 20 days; 110 is the most', () => {
    const customer = first([
      { date: '2025-01-01', due: '2025-06-20', amount: 900 },
      { date: '2025-01-01', due: '2025-03-12', amount: 100 },
    ]);
    expect(customer.measures).toEqual({ r: 20, f: 0, a: 1 });
    expect(customer.accounts[0]).toMatchObject({ maxDaysOverdue: 110, oldest: 1, overdueCount: 2 });
  });

  it('weighs what is open, not what was billed', () => {
    const customer = first([
      { date: '2025-01-01', due: '2025-06-20', amount: 900, received: 800 },
      { date: '2025-01-01', due: '2025-03-12', amount: 100 },
    ]);
    expect(customer.measures.r).toBe(60);
  });

  it('due today and unapplied money are no risk', () => {
    const customer = first([
      { date: '2025-01-01', due: '2025-06-30', amount: 900 },
      { kind: 'receipt', date: '2025-06-01', amount: -500 },
    ]);
    expect(customer.measures).toEqual({ r: 0, f: 0, a: 0 });
    expect(customer.accounts[0]).toMatchObject({ open: 90_000, overdue: 0, oldest: -1 });
  });

  it('unapplied money does not lower what is open or overdue', () => {
    const customer = first([
      { date: '2025-01-01', due: '2025-06-20', amount: 300 },
      { date: '2025-01-01', due: '2025-07-20', amount: 700 },
      { kind: 'advance', date: '2025-06-01', amount: -500 },
    ]);
    expect(customer.measures).toMatchObject({ r: 10, a: 0.3 });
  });
});

describe('f: late of what fell due in the 12 months', () => {
  const three = [
    paid('2025-01-31', '2025-01-31'),
    paid('2025-02-28', '2025-02-01'),
    paid('2025-03-31', '2025-03-31'),
  ];
  it.each<[string, ItemRow[], number, number]>([
    ['paid on the due date is not late', three, 0, 3],
    ['paid a day after it is', [...three, paid('2025-04-30', '2025-05-01')], 1, 4],
    ['due on the first day of the window', [...three, paid('2024-07-01', '2024-07-02')], 1, 4],
    ['due the day before the window', [...three, paid('2024-06-30', '2024-07-02')], 0, 3],
    [
      'due today and open: fallen due, not late',
      [...three, { date: '2025-06-01', due: '2025-06-30', amount: 1 }],
      0,
      4,
    ],
    [
      'due yesterday and open: late',
      [...three, { date: '2025-06-01', due: '2025-06-29', amount: 1 }],
      1,
      4,
    ],
    ['not due yet', [...three, { date: '2025-06-01', due: '2025-07-01', amount: 1 }], 0, 3],
    ['paid after the day: open then, so late', [...three, paid('2025-06-15', '2025-07-02')], 1, 4],
    [
      'paid in part on time, in part late',
      [
        ...three,
        {
          doc: 'D',
          date: '2025-01-01',
          due: '2025-04-30',
          amount: 100,
          received: 40,
          receiptDate: '2025-04-01',
        },
        { kind: 'receipt', date: '2025-05-05', amount: -60, applied: { D: 60 } },
      ],
      1,
      4,
    ],
    [
      'paid on time and matched late: the customer had paid',
      [
        ...three,
        { doc: 'D', date: '2025-01-01', due: '2025-04-30', amount: 100 },
        {
          kind: 'receipt',
          date: '2025-04-30',
          amount: -100,
          applied: { D: 100 },
          matched: '2025-06-01',
        },
      ],
      0,
      4,
    ],
    [
      'paid on time, matched after the day: open as far as the books know',
      [
        ...three,
        { doc: 'D', date: '2025-01-01', due: '2025-04-30', amount: 100 },
        {
          kind: 'receipt',
          date: '2025-04-30',
          amount: -100,
          applied: { D: 100 },
          matched: '2025-07-01',
        },
      ],
      1,
      4,
    ],
    [
      'a receipt without a day counts from its matching',
      [
        ...three,
        { doc: 'D', date: '2025-01-01', due: '2025-04-30', amount: 100 },
        { kind: 'receipt', amount: -100, applied: { D: 100 }, matched: '2025-05-01' },
      ],
      1,
      4,
    ],
    [
      'cancelled by a credit note: it never had to be paid',
      [
        ...three,
        { doc: 'D', date: '2025-01-01', due: '2025-04-30', amount: 100 },
        { kind: 'creditNote', date: '2025-06-01', amount: -100, applied: { D: 100 } },
      ],
      0,
      3,
    ],
    [
      'paid on time but for a rest credited later',
      [
        ...three,
        { doc: 'D', date: '2025-01-01', due: '2025-04-30', amount: 100 },
        { kind: 'receipt', date: '2025-04-30', amount: -90, applied: { D: 90 } },
        { kind: 'creditNote', date: '2025-06-01', amount: -10, applied: { D: 10 } },
      ],
      0,
      4,
    ],
    [
      'money that came before the document counts from its day',
      [
        ...three,
        { doc: 'D', date: '2025-05-10', due: '2025-05-09', amount: 100 },
        { kind: 'advance', date: '2025-04-30', amount: -100, applied: { D: 100 } },
      ],
      1,
      4,
    ],
    [
      'a credit note taken over by a receipt is no payment of an invoice',
      [
        ...three,
        { doc: 'G', kind: 'creditNote', date: '2025-01-01', due: '2025-01-31', amount: -10 },
        { kind: 'receipt', date: '2025-04-30', amount: -5, applied: { G: -10 } },
      ],
      0,
      3,
    ],
    [
      'paid on time and once more by mistake: the first time counts',
      [
        ...three,
        { ...paid('2025-04-30', '2025-04-30'), doc: 'D' },
        { kind: 'receipt', date: '2025-05-20', amount: -100, applied: { D: 100 } },
      ],
      0,
      4,
    ],
    [
      'a receipt taken back owes nothing',
      [
        ...three,
        { doc: 'D', date: '2025-01-01', due: '2025-04-30', amount: 100 },
        { kind: 'receipt', date: '2025-02-01', amount: -100, applied: { D: 100 } },
        { kind: 'receipt', date: '2025-03-01', amount: 100, applied: { D: -100 } },
      ],
      1,
      4,
    ],
    ['void', [...three, { date: '2025-01-01', due: '2025-02-01', amount: 0 }], 0, 3],
    [
      'issued after the day, due before: nobody knew it',
      [...three, { date: '2025-07-01', due: '2025-06-01', amount: 5 }],
      0,
      3,
    ],
    [
      'a revaluation is nobody’s debt',
      [...three, { kind: 'revaluation', date: '2025-01-01', due: '2025-02-01', amount: 5 }],
      0,
      3,
    ],
  ])('%s', (_, rows, late, fallenDue) => {
    const customer = first(rows);
    expect(customer).toMatchObject({ late, fallenDue, undated: 0, isInsufficient: false });
    expect(customer.measures.f).toBe(late / fallenDue);
  });

  it('paid nobody knows when: fallen due, not late, and said', () => {
    const undated = { date: '2025-01-01', due: '2025-02-01', amount: 100, received: 100 };
    expect(first([...three, undated])).toMatchObject({ late: 0, fallenDue: 4, undated: 1 });
  });

  it('under three fallen due there is too little to say: f is 0 and it is flagged', () => {
    const two = [paid('2025-01-31', '2025-02-15'), paid('2025-02-28', '2025-03-15')];
    const customer = first(two);
    expect(customer).toMatchObject({ late: 2, fallenDue: 2, isInsufficient: true });
    expect(customer.measures).toEqual({ r: 0, f: 0, a: 0 });
    expect(first([...two, paid('2025-03-31', '2025-03-31')]).measures.f).toBe(2 / 3);
  });

  it('window and least number are settings', () => {
    const settings = { ...DEFAULT_RFA_SETTINGS, windowMonths: 3, leastFallenDue: 1 };
    expect(first(three, settings)).toMatchObject({ fallenDue: 1, isInsufficient: false });
  });
});

describe('several currencies', () => {
  const rows: ItemRow[] = [
    { currency: 'USD', date: '2025-01-01', due: '2025-06-20', amount: 10 },
    { currency: 'CNY', date: '2025-01-01', due: '2025-03-12', amount: 100 },
    { currency: 'CNY', date: '2025-01-01', due: '2025-07-12', amount: 300 },
    {
      currency: 'USD',
      date: '2025-01-01',
      due: '2025-06-15',
      amount: 3,
      received: 3,
      receiptDate: '2025-06-10',
    },
  ];

  it('r and a are measured in each, f in all; the riskiest decides', () => {
    const customer = first(rows);
    expect(customer).toMatchObject({
      fallenDue: 3,
      late: 2,
      measures: { r: 110, f: 2 / 3, a: 0.25 },
    });
    expect(
      customer.accounts.map(({ currency, measures, score }) => [currency, measures, score]),
    ).toEqual([
      ['CNY', { r: 110, f: 2 / 3, a: 0.25 }, 82],
      ['USD', { r: 10, f: 2 / 3, a: 1 }, 70],
    ]);
    expect(customer).toMatchObject({ score: 82, tier: 'veryHigh' });
  });

  it('equal scores: more days first, then by currency', () => {
    const equal = (currency: string, due: string) => ({
      currency,
      date: '2025-01-01',
      due,
      amount: 1,
    });
    const order = (rows: ItemRow[]) => first(rows).accounts.map((account) => account.currency);
    expect(order([equal('USD', '2025-06-20'), equal('CNY', '2025-06-19')])).toEqual(['CNY', 'USD']);
    expect(order([equal('USD', '2025-06-20'), equal('CNY', '2025-06-20')])).toEqual(['CNY', 'USD']);
  });
});

describe('who is listed', () => {
  const overdue = (customer: string, due: string) => ({
    customer,
    date: '2025-01-01',
    due,
    amount: 1,
  });

  it('the riskiest first: tier, score, days, name', () => {
    const items = itemsOf([
      overdue('丁', '2025-06-25'),
      overdue('丙', '2025-06-20'),
      overdue('乙', '2025-06-20'),
      overdue('甲', '2025-08-20'),
      overdue('戊', '2025-06-19'),
    ]);
    const knockIns: KnockIn[] = [{ customer: '甲', reason: 'blacklist', since: NO_DATE }];
    const { customers } = rfa(items, asOf, knockIns);
    expect(customers.map(({ customer, score, tier }) => [customer, score, tier])).toEqual([
      ['甲', 0, 'veryHigh'],
      ['戊', 46, 'medium'],
      ['丙', 46, 'medium'],
      ['乙', 46, 'medium'],
      ['丁', 38, 'medium'],
    ]);
  });

  it('a customer whose first item is still to come is not', () => {
    expect(rfa(itemsOf([{ date: '2025-07-01', amount: 5 }]), asOf).customers).toEqual([]);
  });
});

describe('knock-ins', () => {
  const items = itemsOf([{ date: '2025-06-01', due: '2025-08-01', amount: 5 }]);

  it.each<[string, KnockIn[], string, string[]]>([
    ['none', [], 'low', []],
    [
      'blacklisted for ever',
      [{ customer: '甲', reason: 'blacklist', since: NO_DATE }],
      'veryHigh',
      ['blacklist'],
    ],
    [
      'bankrupt since today',
      [{ customer: '甲', reason: 'bankruptcy', since: asOf }],
      'veryHigh',
      ['bankruptcy'],
    ],
    ['from tomorrow', [{ customer: '甲', reason: 'bankruptcy', since: asOf + 1 }], 'low', []],
    ['another customer', [{ customer: '乙', reason: 'limitation', since: NO_DATE }], 'low', []],
    [
      'several, one twice',
      [
        { customer: '甲', reason: 'limitation', since: NO_DATE },
        { customer: '甲', reason: 'blacklist', since: NO_DATE },
        { customer: '甲', reason: 'limitation', since: asOf },
      ],
      'veryHigh',
      ['blacklist', 'limitation'],
    ],
  ])('%s', (_, knockIns, tier, reasons) => {
    const [customer] = rfa(items, asOf, knockIns).customers;
    expect(customer).toMatchObject({ score: 0, tier, knockIns: reasons });
  });
});

it('quantiles: points follow the rank, ties share theirs', () => {
  const customers = ['子', '丑', '寅', '卯', '辰', '巳'];
  const items = itemsOf(
    customers.map((customer, i) => ({
      customer,
      date: '2025-01-01',
      due: isoDate(asOf - 100 * i),
      amount: 1,
    })),
  );
  const settings = { ...DEFAULT_RFA_SETTINGS, mode: 'quantiles' as const };
  const points = new Map(
    rfa(items, asOf, [], settings).customers.map((c) => [c.customer, c.points]),
  );
  expect(customers.map((customer) => points.get(customer)!.r)).toEqual([0, 1, 2, 3, 4, 5]);
  // Five of six have all they owe overdue: the middle of ranks 2 to 6 is 4, (4 − ½) ÷ 6 > 3/6.
  expect(customers.map((customer) => points.get(customer)!.a)).toEqual([0, 3, 3, 3, 3, 3]);
  // Nobody has three items: all tie in the middle, which is not above 3/6.
  expect(customers.map((customer) => points.get(customer)!.f)).toEqual([2, 2, 2, 2, 2, 2]);
});

describe('any ledger', () => {
  /** Item by item, every list searched from its beginning. */
  function naive(items: readonly NaiveItem[], links: Parameters<typeof naiveSettle>[1]) {
    const applications = naiveSettle(items, links);
    const known = items.filter(({ date }) => date <= MIDDAY);
    return [...new Set(known.map(({ customer }) => customer))].map((customer) => {
      const own = known.filter((item) => item.customer === customer);
      let [fallenDue, late, undated] = [0, 0, 0];
      for (const item of own) {
        if (item.due <= MIDDAY - 365 || item.due > MIDDAY || !item.amount.greaterThan(0)) continue;
        const money = applications
          .filter((a) => a.item === item && a.date <= MIDDAY && a.credit.kind !== 'creditNote')
          .map((a) => a.credit.date);
        if (
          item.received.greaterThan(0) &&
          item.receiptDate !== null &&
          item.receiptDate <= MIDDAY
        ) {
          money.push(item.receiptDate);
        }
        const isOpen = naiveOpen(item, applications, MIDDAY).greaterThan(0);
        const isUndated = money.length === 0 && item.received.greaterThan(0);
        if (!isOpen && money.length === 0 && !isUndated) continue;
        fallenDue++;
        if (!isOpen && isUndated) undated++;
        else if (isOpen ? item.due < MIDDAY : Math.max(item.date, ...money) > item.due) late++;
      }
      const accounts = [...new Set(own.map(({ currency }) => currency))].map((currency) => {
        const open = own
          .filter((item) => item.currency === currency)
          .map(
            (item) =>
              [naiveOpen(item, applications, MIDDAY).toNumber(), MIDDAY - item.due] as const,
          )
          .filter(([left]) => left > 0);
        const sum = (
          list: readonly (readonly [number, number])[],
          of = ([x]: readonly [number, number]) => x,
        ) => list.reduce((s, entry) => s + of(entry), 0);
        const overdue = open.filter(([, days]) => days > 0);
        return {
          currency,
          r: overdue.length > 0 ? sum(overdue, ([left, days]) => left * days) / sum(overdue) : 0,
          a: open.length > 0 ? sum(overdue) / sum(open) : 0,
        };
      });
      return { customer, fallenDue, late, undated, accounts };
    });
  }

  it('agrees with a plain reading of rows', () => {
    fc.assert(
      fc.property(ledgers, ({ items, links }) => {
        const settled = settle(columnsOf(items), linkColumns(items, links)).items;
        const { customers } = rfa(settled, MIDDAY);
        const expected = naive(items, links);
        expect(customers).toHaveLength(expected.length);
        for (const { customer, accounts, ...counts } of expected) {
          const found = customers.find((c) => c.customer === customer)!;
          expect(found).toMatchObject(counts);
          expect(found.accounts).toHaveLength(accounts.length);
          for (const { currency, r, a } of accounts) {
            const account = found.accounts.find((x) => x.currency === currency)!;
            expect(account.measures.r).toBeCloseTo(r, 6);
            expect(account.measures.a).toBeCloseTo(a, 9);
          }
        }
      }),
    );
  });

  it('says the same in any order of rows', () => {
    fc.assert(
      fc.property(ledgers, fc.array(fc.nat(), { minLength: 1 }), ({ items }, keys) => {
        const told = (rows: readonly NaiveItem[]) =>
          rfa(settle(columnsOf(rows), linksOf([])).items, MIDDAY).customers.map((c) => ({
            ...c,
            number: undefined,
            accounts: c.accounts.map(({ oldest: _, ...account }) => account),
          }));
        expect(told(shuffled(items, keys))).toEqual(told(items));
      }),
    );
  });
});
