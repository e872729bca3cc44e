import fc from 'fast-check';
import {
  analyse,
  defaultSettings,
  itemsOfSalespersons,
  openAmounts,
  ReceivablesBuilder,
  salespersonAccounts,
} from '../../src/domain';
import { linksOf, NO_DATE, settle, type Kind } from '../../src/domain';
import { day } from '../support/itemsOf';

const asOf = day('2025-06-30');

interface Row {
  readonly who: string;
  readonly customer: string;
  readonly date: string;
  readonly due: string;
  readonly yuan: number;
  readonly kind?: Kind;
  readonly currency?: string;
}

function itemsOf(rows: readonly Row[], keepsNames = true) {
  const builder = new ReceivablesBuilder(keepsNames ? ['salesperson'] : []);
  rows.forEach(({ who, customer, date, due, yuan, kind = 'invoice', currency = '' }, i) =>
    builder.add({
      row: i + 2,
      kind,
      customer,
      currency,
      documentDate: day(date),
      dueDate: day(due),
      amount: yuan * 100,
      received: 0,
      receiptDate: NO_DATE,
      dimensions: { salesperson: who },
    }),
  );
  return builder.build();
}

/** A week, 2025-06-24 to 06-30: see docs/spec-reconciliation.md. */
const ROWS: readonly Row[] = [
  { who: '王昕', customer: '甲', date: '2025-05-01', due: '2025-05-31', yuan: 1000 },
  { who: '王昕', customer: '乙', date: '2025-05-27', due: '2025-06-26', yuan: 300 },
  { who: '王昕', customer: '甲', date: '2025-06-25', due: '2025-07-25', yuan: 200 },
  { who: '李蔚', customer: '丙', date: '2025-06-01', due: '2025-06-30', yuan: 500 },
  { who: '', customer: '甲', date: '2025-06-27', due: '2025-06-27', yuan: -400, kind: 'receipt' },
  { who: '', customer: '乙', date: '2025-06-28', due: '2025-06-28', yuan: -70, kind: 'receipt' },
  { who: '李蔚', customer: '丙', date: '2025-07-02', due: '2025-08-01', yuan: 60 },
  { who: '李蔚', customer: '丁', date: '2025-06-01', due: '2025-06-20', yuan: 9, currency: 'USD' },
];
const ledger = settle(itemsOf(ROWS), linksOf([{ credit: 4, to: 0 }])).items;
const found = salespersonAccounts(analyse(ledger, defaultSettings(asOf)), asOf - 6);

it('sets each salesperson’s opening, documents and settlements against the closing', () => {
  expect(
    found.map(({ salesperson, currency, opening, invoiced, settled, closing }) => {
      const yuan = [opening, invoiced, settled, closing].map((fen) => fen / 100);
      return [salesperson, currency, ...yuan];
    }),
  ).toEqual([
    ['王昕', '', 1300, 200, 400, 1100],
    ['', '', 0, -470, -400, -70],
    ['李蔚', '', 500, 0, 0, 500],
    ['李蔚', 'USD', 9, 0, 0, 9],
  ]);
});

it('lists what of it is overdue, the longest first, and what fell overdue in the period', () => {
  expect(
    found.map(({ overdue, newlyOverdue, overdueCustomers, overdueItems }) => {
      return [overdue / 100, newlyOverdue / 100, overdueCustomers, overdueItems];
    }),
  ).toEqual([
    [900, 300, 2, [0, 1]],
    [0, 0, 0, []],
    [0, 0, 0, []],
    [9, 0, 1, [7]],
  ]);
});

it('names the items each account is made of', () => {
  const behind = itemsOfSalespersons(analyse(ledger, defaultSettings(asOf)), asOf - 6);
  expect(found.map((account) => [...behind(account)])).toEqual([[0, 1, 2], [4, 5], [3], [7]]);
});

it('names what the period settled, open no more', () => {
  const paid: Row[] = [
    { who: '李蔚', customer: '甲', date: '2025-05-01', due: '2025-05-31', yuan: 300 },
    { who: '', customer: '甲', date: '2025-06-25', due: '2025-06-25', yuan: -300, kind: 'receipt' },
  ];
  const { items } = settle(itemsOf(paid), linksOf([{ credit: 1, to: 0 }]));
  const analysis = analyse(items, defaultSettings(asOf));
  const behind = itemsOfSalespersons(analysis, asOf - 6);
  expect(
    salespersonAccounts(analysis, asOf - 6).map((account) => [
      account.salesperson,
      account.opening,
      account.closing,
      ...behind(account),
    ]),
  ).toEqual([
    ['', 0, 0, 1],
    ['李蔚', 300_00, 0, 0],
  ]);
});

it('is one account of nobody where the ledger keeps no salespersons', () => {
  const items = itemsOf(ROWS, false);
  const accounts = salespersonAccounts(analyse(items, defaultSettings(asOf)), asOf - 6);
  expect(accounts.map(({ salesperson, currency }) => [salesperson, currency])).toEqual([
    ['', ''],
    ['', 'USD'],
  ]);
  const behind = itemsOfSalespersons(analyse(items, defaultSettings(asOf)), asOf - 6);
  expect(accounts.map((account) => [...behind(account)])).toEqual([[0, 1, 2, 3, 4, 5], [7]]);
});

it('adds up to the ledger’s totals, whatever the rows', () => {
  const date = fc.constantFrom(
    '2025-01-05',
    '2025-05-31',
    '2025-06-24',
    '2025-06-30',
    '2025-07-01',
  );
  const row = fc.record({
    who: fc.constantFrom('王昕', '李蔚', ''),
    customer: fc.constantFrom('甲', '乙'),
    date,
    due: date,
    yuan: fc.integer({ min: -500, max: 500 }),
    currency: fc.constantFrom('', 'USD'),
  });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
      const analysis = analyse(itemsOf(rows), defaultSettings(asOf));
      const accounts = salespersonAccounts(analysis, asOf - 6);
      const behind = itemsOfSalespersons(analysis, asOf - 6);
      const before = openAmounts(analysis.items, asOf - 7);
      for (const account of accounts) {
        const own = [...behind(account)];
        const sum = (fen: Float64Array) => own.reduce((s, i) => s + fen[i]!, 0);
        expect([sum(before), sum(analysis.open)]).toEqual([account.opening, account.closing]);
        expect(own).toEqual(expect.arrayContaining([...account.overdueItems]));
      }
      for (const { currency, open } of analysis.totals) {
        const own = accounts.filter((account) => account.currency === currency);
        expect(own.reduce((sum, { closing }) => sum + closing, 0)).toBe(open);
        for (const { opening, invoiced, settled, closing } of own) {
          expect(opening + invoiced - settled).toBe(closing);
        }
      }
    }),
  );
});
