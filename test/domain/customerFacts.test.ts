import {
  customerFacts,
  DEFAULT_FACT_SETTINGS,
  FACT_NAMES,
  FACTS,
  rfa,
  type Events,
  type FactName,
} from '../../src/domain';
import { day, itemsOf, type ItemRow } from '../support/itemsOf';

const asOf = day('2025-06-30');

/** Facts of 甲, or of another customer. */
function factsOf(rows: readonly ItemRow[], events: Events = {}, customer = '甲') {
  const items = itemsOf(rows);
  const found = customerFacts(items, rfa(items, asOf), events);
  return found.find((own) => own.customer === customer)!.facts;
}

/** An invoice of 100 from 30 days before its due date, paid so many days after it. */
const paid = (due: string, late: number, more: Partial<ItemRow> = {}): ItemRow => ({
  date: due.replace(/-\d\d$/, '-01'),
  due,
  amount: 100,
  received: 100,
  receiptDate: shifted(due, late),
  ...more,
});
const open = (due: string, more: Partial<ItemRow> = {}): ItemRow => ({
  date: '2024-01-01',
  due,
  amount: 100,
  ...more,
});
const shifted = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);

describe('facts of the ledger', () => {
  it.each<[string, ItemRow[], Partial<Record<FactName, number | null>>]>([
    [
      'share of sales: invoices less credit notes of the 12 months',
      [
        { date: '2024-07-01', amount: 500 },
        { date: '2024-06-30', amount: 9000 },
        { kind: 'creditNote', date: '2025-06-30', amount: -100 },
        { kind: 'creditNote', date: '2025-07-01', amount: -300 },
        { kind: 'receipt', date: '2025-03-01', amount: -50 },
        { customer: '乙', date: '2025-03-01', amount: 600 },
      ],
      { salesShare: 0.4, creditNoteShare: 0.2 },
    ],
    [
      'sales of the latest six months against the six before',
      [
        { date: '2024-07-01', amount: 100 },
        { date: '2024-12-30', amount: 100 },
        { date: '2024-12-31', amount: 250 },
      ],
      { salesGrowth: 0.25 },
    ],
    [
      'nothing sold before',
      [{ date: '2025-03-01', amount: 5 }],
      { salesGrowth: null, salesShare: 1 },
    ],
    [
      'nothing sold in the window',
      [{ date: '2023-03-01', amount: 5 }],
      { salesShare: null, salesGrowth: null, creditNoteShare: null },
    ],
    [
      'sales of the currency with the largest share, whatever order',
      [
        { currency: 'CNY', date: '2025-03-01', amount: 10 },
        { currency: 'CNY', customer: '乙', date: '2025-03-01', amount: 90 },
        { currency: 'USD', date: '2025-03-01', amount: 30 },
        { currency: 'USD', customer: '乙', date: '2025-03-01', amount: 70 },
        { currency: 'EUR', date: '2025-03-01', amount: 20 },
        { currency: 'EUR', customer: '乙', date: '2025-03-01', amount: 80 },
      ],
      { salesShare: 0.3 },
    ],
    [
      'days since the first document',
      [
        { date: '2025-06-20', amount: 5 },
        { date: '2025-06-01', amount: 5 },
        { date: '2025-06-10', amount: 5 },
      ],
      { relationshipDays: 29 },
    ],
    ['no document has a date', [{ due: '2025-08-01', amount: 5 }], { relationshipDays: null }],
    [
      'late ratio, lately none of it',
      [paid('2024-08-31', 5), paid('2024-09-30', 1), paid('2025-03-31', 0), paid('2025-05-31', 0)],
      { lateRatio: 0.5, recentLateRatio: 0, maxDelay: 5 },
    ],
    [
      'lately: paid late or open past due in the last three months',
      [
        paid('2025-03-30', 9),
        paid('2025-04-30', 2),
        paid('2025-05-31', 0),
        open('2025-06-10', { date: '2025-05-01' }),
        paid('2025-03-31', -3),
      ],
      { recentLateRatio: 0.5, maxDelay: 20 },
    ],
    [
      'too few and none lately',
      [paid('2024-08-31', 5)],
      { lateRatio: null, recentLateRatio: null, maxDelay: 5 },
    ],
    ['early is no delay', [paid('2025-01-31', -5)], { maxDelay: 0 }],
    [
      'paid nobody knows when',
      [{ date: '2025-01-01', due: '2025-05-31', amount: 5, received: 5 }],
      { maxDelay: null, recentLateRatio: null },
    ],
    [
      'delay of the last three receipts against those before',
      [
        paid('2024-08-31', 2),
        paid('2024-10-31', 4),
        paid('2025-01-31', 10),
        paid('2025-03-31', 20),
        paid('2025-05-31', 15),
      ],
      { delayTrend: 12 },
    ],
    [
      'three receipts have none before',
      [paid('2025-01-31', 1), paid('2025-02-28', 1), paid('2025-03-31', 1)],
      { delayTrend: null },
    ],
    [
      'overdue days, share, most, and their rise in three months',
      [open('2025-03-02'), open('2025-08-01', { amount: 300 })],
      { overdueDays: 120, overdueShare: 0.25, maxDaysOverdue: 120, overdueDaysRise: 92 },
    ],
    [
      'no customer three months ago',
      [open('2025-06-02', { date: '2025-05-01' })],
      { overdueDaysRise: null },
    ],
    [
      'disputed, very old disputed and paid in part, of what is overdue',
      [
        open('2024-12-01', { disputed: true, amount: 50 }),
        open('2025-01-01', { disputed: true, amount: 30 }),
        open('2025-05-01', { amount: 40, received: 20, receiptDate: '2025-05-02' }),
        open('2025-08-01', { disputed: true, amount: 1000 }),
      ],
      { disputedShare: 0.8, oldDisputedShare: 0.5, partPaidShare: 0.2 },
    ],
    [
      'on the line of 180 days it is not very old',
      [open('2025-01-01', { disputed: true })],
      { disputedShare: 1, oldDisputedShare: 0 },
    ],
    [
      'nothing overdue',
      [open('2025-08-01', { disputed: true })],
      {
        overdueDays: 0,
        overdueShare: 0,
        maxDaysOverdue: 0,
        disputedShare: null,
        oldDisputedShare: null,
        partPaidShare: null,
      },
    ],
    [
      'amounts are of the currency that decides',
      [
        open('2025-06-20', { currency: 'USD', disputed: true }),
        open('2024-12-01', { currency: 'CNY' }),
      ],
      { maxDaysOverdue: 211, disputedShare: 0 },
    ],
    [
      'what is issued later is not known',
      [open('2025-08-01'), { date: '2025-07-05', due: '2025-06-01', amount: 50, disputed: true }],
      { overdueShare: 0, maxDelay: null },
    ],
  ])('%s', (_, rows, expected) => {
    const facts = factsOf(rows);
    for (const [name, value] of Object.entries(expected)) {
      const found = facts[name as FactName];
      if (value === null) expect([name, found]).toEqual([name, null]);
      else expect(found).toBeCloseTo(value, 9);
    }
  });
});

describe('facts of what happened', () => {
  const rows: ItemRow[] = [
    { date: '2025-06-01', amount: 5 },
    { customer: '乙', date: '2025-06-01', amount: 5 },
  ];
  const on = (...dates: string[]) => dates.map((date) => ({ customer: '甲', date: day(date) }));

  it('nobody told: missing', () => {
    const facts = factsOf(rows);
    for (const name of FACT_NAMES) {
      if (FACTS[name].source !== 'ledger') expect([name, facts[name]]).toEqual([name, null]);
    }
  });

  it('told, and nothing was: 0; without orders before, their change stays missing', () => {
    const none = {
      brokenPromises: [],
      groundlessDisputes: [],
      upheldDisputes: [],
      bouncedBills: [],
      orders: [],
      signals: [],
    };
    expect(factsOf(rows, none)).toMatchObject({
      brokenPromises: 0,
      groundlessDisputes: 0,
      upheldDisputes: 0,
      bouncedBills: 0,
      orderChange: null,
      signalSeverity: 0,
    });
  });

  it('counts those of the window, by customer', () => {
    const events: Events = {
      brokenPromises: on('2024-06-30', '2024-07-01', '2025-06-30', '2025-07-01'),
      groundlessDisputes: on('2025-01-01'),
      upheldDisputes: on('2025-01-01', '2025-02-01', '2025-03-01'),
      bouncedBills: [{ customer: '乙', date: day('2025-01-01') }],
    };
    expect(factsOf(rows, events)).toMatchObject({
      brokenPromises: 2,
      groundlessDisputes: 1,
      upheldDisputes: 3,
      bouncedBills: 0,
    });
    expect(factsOf(rows, events, '乙')).toMatchObject({ brokenPromises: 0, bouncedBills: 1 });
  });

  it('orders of 90 days against the 90 before', () => {
    // The latest 90 days begin on 2025-04-02, those before on 2025-01-02.
    const orders = on('2025-01-01', '2025-01-02', '2025-04-01', '2025-04-02', '2025-07-01');
    expect(factsOf(rows, { orders }).orderChange).toBe(-0.5);
  });

  it('the gravest signal of 180 days', () => {
    const signals = (
      [
        ['2025-01-01', 2],
        ['2025-02-01', 1],
        ['2024-12-31', 3],
        ['2025-07-01', 3],
      ] as const
    ).map(([date, severity]) => ({ customer: '甲', date: day(date), severity, words: '' }));
    expect(factsOf(rows, { signals }).signalSeverity).toBe(2);
  });
});

it('windows are settings', () => {
  const items = itemsOf([paid('2025-04-30', 5), paid('2025-05-31', 0), paid('2025-06-15', 4)]);
  const settings = { ...DEFAULT_FACT_SETTINGS, recentMonths: 1, latestReceipts: 1 };
  const [own] = customerFacts(items, rfa(items, asOf), {}, settings);
  expect(own!.facts).toMatchObject({ recentLateRatio: 0.5, delayTrend: 1.5 });
});

it('no customer has a NaN', () => {
  const items = itemsOf([
    { date: '2025-01-01', due: '2025-02-01', amount: 0 },
    { kind: 'creditNote', customer: '乙', date: '2025-01-01', amount: -5 },
  ]);
  for (const { facts } of customerFacts(items, rfa(items, asOf))) {
    expect(Object.values(facts).filter((fact) => Number.isNaN(fact))).toEqual([]);
  }
});
