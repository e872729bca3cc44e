import fc from 'fast-check';
import {
  analyse,
  defaultSettings,
  itemsOfOutside,
  KINDS,
  linksOf,
  outside,
  settle,
  type Link,
} from '../../src/domain';
import { columnsOf, ledgers, linkColumns, MIDDAY } from '../support/ledgers';
import { day, receivablesOf, type Told } from '../support/receivablesOf';

const asOf = day('2025-06-30');
const invoice: Told = { no: 'XS1', date: '2025-05-01', due: '2025-05-31', amount: 1000 };
const later: Told = { no: 'SK1', kind: 'receipt', date: '2025-07-04', amount: -600 };
const bill: Told = { no: 'PJ1', kind: 'bill', date: '2025-06-10', due: '2025-12-10', amount: -300 };

const analysisOf = (told: Told[], links: Link[] = []) =>
  analyse(settle(receivablesOf(told), linksOf(links)).items, defaultSettings(asOf));
const beside = (told: Told[], links: Link[] = []) => outside(analysisOf(told, links));

const none = { customer: '甲', currency: 'CNY', future: 0, remaining: 0, bills: 0, disputed: 0 };

describe('receipts after the day', () => {
  it.each<[string, Told[], Link[], number[], number[], Partial<typeof none>]>([
    [
      'stand beside the open item they will pay',
      [invoice, later],
      [{ credit: 1, to: 'XS1' }],
      [600_00, 0],
      [400_00, 0],
      { future: 600_00, remaining: 400_00 },
    ],
    [
      'stand beside the balance where they pay nothing yet',
      [invoice, later],
      [],
      [0, 0],
      [1000_00, 0],
      { future: 600_00, remaining: 400_00 },
    ],
    [
      'are told by the row of the invoice too',
      [{ ...invoice, received: 250, receiptDate: '2025-07-02' }],
      [],
      [250_00],
      [750_00],
      { future: 250_00, remaining: 750_00 },
    ],
    [
      'are none where the money is in already and only matched later',
      [invoice, { ...later, date: '2025-06-20' }],
      [{ credit: 1, to: 'XS1', date: day('2025-07-04') }],
      [0, 0],
      [1000_00, -600_00],
      { future: 0, remaining: 400_00 },
    ],
    [
      'are none where no money came, but a credit note',
      [invoice, { ...later, kind: 'creditNote' }],
      [{ credit: 1, to: 'XS1' }],
      [0, 0],
      [1000_00, 0],
      { future: 0, remaining: 1000_00 },
    ],
    [
      'take a credit note over',
      [invoice, { no: 'HC1', kind: 'creditNote', date: '2025-06-01', amount: -50 }, later],
      [
        { credit: 2, to: 'XS1', amount: 650_00 },
        { credit: 2, to: 'HC1', amount: -50_00 },
      ],
      [650_00, -50_00, 0],
      [350_00, 0, 0],
      { future: 600_00, remaining: 350_00 },
    ],
    [
      'pay no invoice that is later still',
      [
        { ...invoice, date: '2025-07-01', received: 100, receiptDate: '2025-07-03' },
        { ...invoice, no: 'XS0' },
        { ...later, date: '2025-07-01', amount: -10 },
      ],
      [{ credit: 2, to: 'XS1' }],
      [0, 0, 0],
      [0, 1000_00, 0],
      { future: 10_00, remaining: 990_00 },
    ],
  ])('%s', (_, told, links, future, remaining, account) => {
    const result = beside(told, links);
    expect([...result.future]).toEqual(future);
    expect([...result.remaining]).toEqual(remaining);
    expect(result.accounts).toEqual([{ ...none, ...account }]);
  });

  it('are worth their own rate in base currency', () => {
    const usd = { currency: 'USD' };
    const told: Told[] = [
      { ...invoice, ...usd, rate: 8 },
      { ...later, ...usd, rate: 7.5, amount: -1000 },
      { ...invoice, ...usd, no: 'XS2', rate: 8, received: 100, receiptDate: '2025-07-02' },
    ];
    const result = beside(told, [{ credit: 1, to: 'XS1' }]);
    expect([...result.remaining]).toEqual([0, 0, 900_00]);
    expect([...result.futureBase]).toEqual([7500_00, 0, 800_00]);
    expect([...result.remainingBase]).toEqual([500_00, 0, 7200_00]);
  });
});

describe('bills in hand', () => {
  it.each<[string, Told, number, number]>([
    ['lower the balance and stand beside it', bill, 700_00, 300_00],
    [
      'are in hand until the day before they are due',
      { ...bill, due: '2025-07-01' },
      700_00,
      300_00,
    ],
    ['are no more in hand when they are due', { ...bill, due: '2025-06-30' }, 700_00, 0],
    ['are not in hand before they come', { ...bill, date: '2025-07-01' }, 1000_00, 0],
  ])('%s', (_, told, open, bills) => {
    const links: Link[] = [{ credit: 1, to: 'XS1' }];
    const { items } = settle(receivablesOf([invoice, told]), linksOf(links));
    const analysis = analyse(items, defaultSettings(asOf));
    const result = outside(analysis);
    expect(analysis.totals[0]!.open).toBe(open);
    expect([...result.bills]).toEqual([bills, 0]);
    expect(result.accounts[0]).toMatchObject({ bills });
  });

  it('are beside no item before they are set against one', () => {
    const result = beside([invoice, bill], [{ credit: 1, to: 'XS1', date: day('2025-07-01') }]);
    expect([...result.bills]).toEqual([0, 0]);
    expect(result.accounts).toEqual([{ ...none, remaining: 700_00, bills: 300_00 }]);
  });
});

describe('accounts', () => {
  const told: Told[] = [
    { ...invoice, customer: '乙', disputed: true },
    { ...invoice, customer: '甲', received: 1000 },
    { ...later, customer: '丙' },
    { ...invoice, customer: '乙', currency: 'USD' },
    { ...invoice, no: 'XS9', customer: '乙', amount: 5 },
    { ...bill, no: 'SK9', kind: 'receipt', customer: '丁', amount: -1000 },
    { ...invoice, customer: '丁' },
    { ...bill, no: 'PJ7', customer: '戊' },
    { ...invoice, no: 'XS8', customer: '戊', amount: 300 },
  ];

  it('are listed while anything is open or beside it, by customer and currency', () => {
    expect(beside(told, [{ credit: 7, to: 8 }]).accounts).toEqual([
      { ...none, customer: '乙', remaining: 1005_00, disputed: 1000_00 },
      { ...none, customer: '乙', currency: 'USD', remaining: 1000_00 },
      { ...none, customer: '丙', future: 600_00, remaining: -600_00 },
      { ...none, customer: '丁' },
      { ...none, customer: '戊', bills: 300_00 },
    ]);
  });

  it('have the items behind them named, whatever they add', () => {
    const analysis = analysisOf(told, [{ credit: 7, to: 8 }]);
    const itemsOf = itemsOfOutside(analysis);
    expect(outside(analysis).accounts.map((account) => [...itemsOf(account)])).toEqual([
      [0, 4],
      [3],
      [2],
      [5, 6],
      [7],
    ]);
    expect([...itemsOf({ customer: '甲', currency: 'CNY' })]).toEqual([]);
  });

  it('are the sums of the items behind them, whatever the ledger', () => {
    const money = ['receipt', 'advance', 'bill'];
    fc.assert(
      fc.property(ledgers, (ledger) => {
        const columns = columnsOf(ledger.items);
        const { items } = settle(columns, linkColumns(ledger.items, ledger.links));
        const analysis = analyse(items, defaultSettings(MIDDAY));
        const itemsOf = itemsOfOutside(analysis);
        const named = outside(analysis).accounts.flatMap((account) => {
          const own = [...itemsOf(account)];
          const sum = (fen: (i: number) => number) => own.reduce((s, i) => s + fen(i), 0);
          const isLater = (i: number) => items.documentDate[i]! > MIDDAY;
          const kind = (i: number) => KINDS[items.kind[i]!]!;
          const future = sum((i) => {
            if (isLater(i)) return money.includes(kind(i)) ? -items.amount[i]! : 0;
            return items.receiptDate[i]! > MIDDAY ? items.received[i]! : 0;
          });
          const isBill = (i: number) => kind(i) === 'bill' && !isLater(i);
          expect(account).toMatchObject({
            future,
            remaining: sum((i) => analysis.open[i]!) - future,
            bills: sum((i) => (isBill(i) && items.dueDate[i]! > MIDDAY ? -items.amount[i]! : 0)),
          });
          expect(own).not.toHaveLength(0);
          return own;
        });
        expect(new Set(named).size).toBe(named.length);
        const open = [...items.row.keys()].filter((i) => analysis.open[i] !== 0);
        expect(named).toEqual(expect.arrayContaining(open));
      }),
    );
  });
});
