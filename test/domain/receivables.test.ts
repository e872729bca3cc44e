import {
  customerLabel,
  KINDS,
  linksOf,
  NO_DATE,
  openAmounts,
  ReceivablesBuilder,
  settle,
  type Receivable,
} from '../../src/domain';
import { Dictionary } from '../../src/domain/dictionary';
import { day, receivablesOf, type Told } from '../support/receivablesOf';

const plain: Receivable = {
  row: 2,
  customer: 'K1',
  currency: 'CNY',
  documentDate: day('2025-03-01'),
  dueDate: day('2025-03-31'),
  amount: 100,
  received: 0,
  receiptDate: NO_DATE,
};

const built = (items: readonly Receivable[], builder = new ReceivablesBuilder()) => {
  for (const item of items) builder.add(item);
  return builder.build();
};

describe('columns of items', () => {
  it('keep what a cell says of the class, and its words, where it says something', () => {
    const { classFact, classCells } = built([
      plain,
      { ...plain, row: 3, classFact: 4, classCell: '可疑类' },
      { ...plain, row: 4, classCell: '正常催收' },
    ]);
    expect([...classFact]).toEqual([0, 4, 0]);
    expect([...classCells]).toEqual([
      [1, '可疑类'],
      [2, '正常催收'],
    ]);
  });

  it('hold what the rows say', () => {
    const items = built([
      plain,
      {
        row: 7,
        kind: 'receipt',
        sheet: '收款',
        customer: 'K2',
        customerName: '宏达',
        currency: 'USD',
        rate: 7.1,
        documentNo: 'SK1',
        documentDate: day('2025-04-01'),
        dueDate: day('2025-04-02'),
        amount: -60,
        received: 5,
        receiptDate: day('2025-04-03'),
        disputed: true,
        dimensions: { region: '华东' },
      },
    ]);
    expect(items).toMatchObject({
      count: 2,
      sheets: ['', '收款'],
      customers: ['K1', 'K2'],
      customerNames: ['', '宏达'],
      currencies: ['CNY', 'USD'],
      documentNo: ['', 'SK1'],
    });
    const { region, salesperson } = items.dimensions;
    const columns = [
      [items.kind, [0, KINDS.indexOf('receipt')]],
      [items.sheet, [0, 1]],
      [items.row, [2, 7]],
      [items.customer, [0, 1]],
      [items.currency, [0, 1]],
      [items.documentDate, [day('2025-03-01'), day('2025-04-01')]],
      [items.dueDate, [day('2025-03-31'), day('2025-04-02')]],
      [items.amount, [100, -60]],
      [items.received, [0, 5]],
      [items.receiptDate, [NO_DATE, day('2025-04-03')]],
      [items.rate, [1, 7.1]],
      [items.disputed, [0, 1]],
      [region!.index, [0, 1]],
      [salesperson!.index, [0, 0]],
    ] as const;
    for (const [column, expected] of columns) expect([...column]).toEqual(expected);
    expect([region!.words, salesperson!.words]).toEqual([['', '华东'], ['']]);
    expect(items.applications.count).toBe(0);
  });

  it('know every kind by its number', () => {
    const kinds = ['invoice', 'creditNote', 'receipt', 'advance', 'revaluation', 'bill'] as const;
    const items = built(kinds.map((kind) => ({ ...plain, kind })));
    expect([...items.kind]).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('are those the ledger keeps', () => {
    expect(built([plain], new ReceivablesBuilder(['region'])).dimensions).toEqual({
      region: { index: Int32Array.of(0), words: [''] },
    });
  });

  it('are the same whatever room they had at first', () => {
    const many = Array.from({ length: 5000 }, (_, i) => ({
      ...plain,
      row: i + 2,
      documentNo: `XS${i}`,
      dimensions: { region: i % 2 === 0 ? '华东' : '华南' },
    }));
    const items = built(many, new ReceivablesBuilder(['region']));
    expect([items.documentNo[4095], items.documentNo[4096]]).toEqual(['XS4095', 'XS4096']);
    for (const room of [0, 1, 4999, 5000, 8000]) {
      const builder = new ReceivablesBuilder(['region'], new Dictionary(), room);
      expect(built(many, builder)).toEqual(items);
    }
  });

  it('know a currency however it is written, and a customer by the first name given', () => {
    const items = built([
      { ...plain, currency: '人民币' },
      { ...plain, currency: 'RMB', customerName: '宏达' },
      { ...plain, currency: 'CNY', customerName: '宏达汽配' },
    ]);
    expect([items.currencies, [...items.currency]]).toEqual([['人民币'], [0, 0, 0]]);
    expect(items.customerNames).toEqual(['宏达']);
  });

  it('grow with the ledger and lose nothing', () => {
    const count = 2500;
    const rows = Array.from({ length: count }, (_, i): Receivable => ({
      ...plain,
      row: i + 2,
      kind: KINDS[i % KINDS.length]!,
      sheet: `表${i % 3}`,
      customer: `K${i % 7}`,
      amount: i,
      rate: 1 + i,
      documentNo: `XS${i}`,
      disputed: i % 2 === 1,
      dimensions: { region: `区${i % 5}` },
    }));
    const items = built(rows);
    const read = Array.from({ length: count }, (_, i) => ({
      row: items.row[i],
      kind: KINDS[items.kind[i]!],
      sheet: items.sheets[items.sheet[i]!],
      customer: items.customers[items.customer[i]!],
      amount: items.amount[i],
      rate: items.rate[i],
      documentNo: items.documentNo[i],
      disputed: items.disputed[i] === 1,
      dimensions: { region: items.dimensions.region!.words[items.dimensions.region!.index[i]!] },
    }));
    const { kind, amount, dueDate, dimensions } = items;
    for (const column of [kind, amount, dueDate, dimensions.region!.index]) {
      expect(column).toHaveLength(count);
    }
    expect(rows).toMatchObject(read);
  });
});

describe('what of an item is open at the end of a day', () => {
  const invoice: Told = { no: 'XS1', date: '2025-03-10', due: '2025-04-09', amount: 100 };
  it.each<[string, Told, string, number]>([
    ['nothing before its document', invoice, '2025-03-09', 0],
    ['all of it from the day of its document', invoice, '2025-03-10', 10_000],
    [
      'all of it before the receipt',
      { ...invoice, received: 40, receiptDate: '2025-05-02' },
      '2025-05-01',
      10_000,
    ],
    [
      'the rest from the day of the receipt',
      { ...invoice, received: 40, receiptDate: '2025-05-02' },
      '2025-05-02',
      6_000,
    ],
    [
      'the rest at any day where the receipt has none',
      { ...invoice, received: 40 },
      '2025-03-10',
      6_000,
    ],
    ['all of it, once and for all, without a date', { ...invoice, date: '' }, '2000-01-01', 10_000],
    ['below 0 of what was paid too much', { ...invoice, received: 130 }, '2025-06-30', -3_000],
    ['below 0 of a credit', { ...invoice, kind: 'advance', amount: -20 }, '2025-06-30', -2_000],
    ['nothing of a revaluation', { ...invoice, kind: 'revaluation' }, '2025-06-30', 0],
  ])('is %s', (_, told, asOf, open) => {
    expect([...openAmounts(receivablesOf([told]), day(asOf))]).toEqual([open]);
  });

  it('is lowered by an application from its own date, on both sides', () => {
    const receipt: Told = { no: 'SK1', kind: 'receipt', date: '2025-04-01', amount: -70 };
    const link = { credit: 1, to: 'XS1', amount: 6_000, date: day('2025-04-20') };
    const { items } = settle(receivablesOf([invoice, receipt]), linksOf([link]));
    expect([...openAmounts(items, day('2025-04-19'))]).toEqual([10_000, -7_000]);
    expect([...openAmounts(items, day('2025-04-20'))]).toEqual([4_000, -1_000]);
  });
});

it('a customer is called by name, or by code where nobody gave a name', () => {
  const items = built([plain, { ...plain, customer: 'K2', customerName: '宏达' }]);
  expect([0, 1].map((i) => customerLabel(items, i))).toEqual(['K1', '宏达']);
});
