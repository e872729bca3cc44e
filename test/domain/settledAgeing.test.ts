import {
  analyse,
  baseAnalysis,
  bucketLabels,
  customerBalances,
  defaultSettings,
  formatFen,
  linksOf,
  NO_CUSTOMER,
  outside,
  settle,
  type Link,
} from '../../src/domain';
import { day, receivablesOf, type Told } from '../support/receivablesOf';

/** Settles and ages: `XS1 60.00 1–30` for every item that is open. */
function aged(told: readonly Told[], links: readonly Link[], asOf: string) {
  const { items } = settle(receivablesOf(told), linksOf(links));
  const analysis = analyse(items, defaultSettings(day(asOf)));
  const labels = bucketLabels(analysis.edges, '未到期');
  const open = [...analysis.open.keys()]
    .filter((i) => analysis.open[i] !== 0)
    .map((i) => {
      const label = labels[analysis.bucket[i]!] ?? '未核销';
      return `${items.documentNo[i]!} ${formatFen(analysis.open[i]!)} ${label}`;
    });
  return { analysis, open, total: analysis.totals.map((total) => formatFen(total.open)) };
}

const stages: Told[] = [
  { no: 'HT8', date: '2025-03-10', due: '2025-04-09', amount: 12_000 },
  { no: 'HT8', date: '2025-03-10', due: '2025-05-09', amount: 20_000 },
  { no: 'HT8', date: '2025-03-10', due: '2025-08-07', amount: 8_000 },
];
const payment: Told = { no: 'SK1', kind: 'receipt', date: '2025-03-20', amount: -15_000 };
const creditNote: Told = { no: 'HC1', kind: 'creditNote', date: '2025-04-02', amount: -40_000 };
const single: Told = { no: 'XS5', date: '2025-04-01', due: '2025-05-01', amount: 780 };

describe('an open ledger', () => {
  it.each<[string, Told[], Link[], string, string[], string]>([
    [
      'ages each instalment by itself',
      stages,
      [],
      '2025-05-12',
      ['HT8 12000.00 31–60', 'HT8 20000.00 1–30', 'HT8 8000.00 未到期'],
      '40000.00',
    ],
    [
      'has a payment use up instalments in the order they fall due',
      [...stages, payment],
      [{ credit: 3, to: 'HT8', amount: 15_000_00 }],
      '2025-05-12',
      ['HT8 17000.00 1–30', 'HT8 8000.00 未到期'],
      '25000.00',
    ],
    [
      'keeps a credit note nobody set against anything in sight',
      [...stages, payment, creditNote],
      [{ credit: 3, to: 'HT8', amount: 15_000_00 }],
      '2025-05-12',
      ['HT8 17000.00 1–30', 'HT8 8000.00 未到期', 'HC1 -40000.00 未核销'],
      '-15000.00',
    ],
    [
      'lowers an item in its own bucket by every part payment, one of them from before it',
      [
        single,
        { ...payment, date: '2025-02-11', amount: -100 },
        { ...payment, no: 'SK2', date: '2025-04-01', amount: -80 },
        { ...payment, no: 'SK3', date: '2025-06-01', amount: -50 },
      ],
      [
        { credit: 1, to: 'XS5', amount: 100_00 },
        { credit: 2, to: 'XS5', amount: 80_00 },
        { credit: 3, to: 'XS5', amount: 50_00 },
      ],
      '2025-06-05',
      ['XS5 550.00 31–60'],
      '550.00',
    ],
    [
      'does not know of a receipt to come',
      [single, { ...payment, date: '2025-05-20', amount: -780 }],
      [{ credit: 1, to: 'XS5', amount: 780_00 }],
      '2025-05-19',
      ['XS5 780.00 1–30'],
      '780.00',
    ],
    [
      'shows the fen that is left',
      [single, { ...payment, amount: -779.99 }],
      [{ credit: 1, to: 'XS5', amount: 779_99 }],
      '2025-05-02',
      ['XS5 0.01 1–30'],
      '0.01',
    ],
  ])('%s', (_, told, links, asOf, open, total) => {
    const result = aged(told, links, asOf);
    expect(result.open).toEqual(open);
    expect(result.total).toEqual([total]);
  });

  it('lists a customer whose items cancel out, and items without a customer', () => {
    const told: Told[] = [
      { ...single, customer: '长河机械' },
      { ...payment, customer: '长河机械', date: '2025-05-20', amount: -780 },
      { ...single, customer: NO_CUSTOMER, no: 'XS6', amount: 33 },
    ];
    const { analysis } = aged(told, [], '2025-05-25');
    expect(customerBalances(analysis).map((c) => [c.customer, c.open, c.unapplied])).toEqual([
      ['长河机械', 0, -780_00],
      [NO_CUSTOMER, 33_00, 0],
    ]);
  });

  it('leaves 45 in base currency where dollars booked at 7.25 are paid in full at 7.10', () => {
    const told: Told[] = [
      { ...single, currency: 'USD', rate: 7.25, amount: 300 },
      { ...payment, currency: 'USD', rate: 7.1, date: '2025-06-03', amount: -300 },
    ];
    const { analysis } = aged(told, [{ credit: 1, to: 'XS5' }], '2025-05-31');
    const { future, remaining, futureBase, remainingBase } = outside(analysis);
    expect([future[0], remaining[0]]).toEqual([300_00, 0]);
    expect([baseAnalysis(analysis).amounts[0], futureBase[0], remainingBase[0]]).toEqual([
      2175_00, 2130_00, 45_00,
    ]);
  });

  it('never adds currencies up', () => {
    const told: Told[] = [single, { ...single, currency: 'USD', rate: 7.25, amount: 100 }];
    const { analysis, total } = aged(told, [], '2025-05-31');
    expect(total).toEqual(['780.00', '100.00']);
    expect(baseAnalysis(analysis).total.balance).toBe(1505_00);
  });
});
