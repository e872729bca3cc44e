import fc from 'fast-check';
import {
  analyse,
  defaultSettings,
  findOutliers,
  NO_DATE,
  ReceivablesBuilder,
  serialOf,
  type Outlier,
  type Receivable,
} from '../../src/domain';

const asOf = serialOf(2025, 6, 30);
const due = serialOf(2025, 1, 31);

/** An invoice of 甲 over 100 yuan, paid some days after its due date. */
const paid = (delay: number, changes: Partial<Receivable> = {}): Receivable => ({
  row: 2,
  customer: '甲',
  currency: 'CNY',
  documentDate: serialOf(2025, 1, 1),
  dueDate: due,
  amount: 100_00,
  received: changes.amount ?? 100_00,
  receiptDate: due + delay,
  ...changes,
});
const open = (daysOverdue: number, changes: Partial<Receivable> = {}): Receivable =>
  paid(0, { dueDate: asOf - daysOverdue, received: 0, receiptDate: NO_DATE, ...changes });

function analysisOf(rows: readonly Receivable[]) {
  const builder = new ReceivablesBuilder(['customerType']);
  rows.forEach((row, i) => builder.add({ ...row, row: i + 2 }));
  return analyse(builder.build(), defaultSettings(asOf));
}

const outliers = (rows: readonly Receivable[]) => findOutliers(analysisOf(rows));

const steady = [1, 2, 3, 4, 5, 6, 7, 8].map((delay) => paid(delay));

describe('unusual delays', () => {
  it('are far from the median of the customer’s settled items, in MADs', () => {
    // Of 1 … 8 and 40 the median is 5; the distances 4 3 2 1 0 1 2 3 35 have the median 2.
    const [found, ...rest] = outliers([...steady, paid(40)]);
    const reach = (3.5 * 2) / 0.6745;
    expect(rest).toEqual([]);
    expect(found).toEqual({
      item: 8,
      measure: 'delay',
      value: 40,
      median: 5,
      mad: 2,
      z: (35 * 0.6745) / 2,
      usual: [5 - reach, 5 + reach],
      level: 'customer',
      group: '甲',
      count: 9,
    } satisfies Outlier);
  });

  it.each<[string, Receivable[], [item: number, level: string, group: string][]]>([
    ['a usual one', [...steady, paid(9)], []],
    ['one far too early', [...steady, paid(-25)], [[8, 'customer', '甲']]],
    ['one still open and late beyond the others', [...steady, open(60)], [[8, 'customer', '甲']]],
    [
      'one still open that has just fallen due: nothing yet',
      steady
        .map(() => paid(90))
        .concat(
          [88, 89, 91, 92].map((d) => paid(d)),
          [open(1)],
        ),
      [],
    ],
    ['one still open and not due', [...steady, open(0)], []],
    ['too few to compare with', [...steady.slice(1), open(60)], []],
    [
      'too few of the customer: compared with the segment',
      [
        ...steady.map((row) => ({ ...row, customer: '乙', dimensions: { customerType: '零售' } })),
        open(60, { dimensions: { customerType: '零售' } }),
      ],
      [[8, 'segment', '零售']],
    ],
    [
      'no word for the segment: compared with the ledger',
      [
        ...steady.map((row) => ({ ...row, customer: '乙', dimensions: { customerType: '零售' } })),
        open(60),
      ],
      [[8, 'ledger', '']],
    ],
    [
      'a customer that always pays on the day says nothing of how far is far',
      [...steady.map(() => paid(0)), open(60)],
      [],
    ],
    [
      'nearly always on the day: the mean distance stands in',
      [...steady.map(() => paid(0)), paid(0), paid(30)],
      [[9, 'customer', '甲']],
    ],
    ['a credit note', [...steady, paid(90, { amount: -5, received: -5 })], []],
    ['a receipt of an unknown day', [...steady, paid(0, { receiptDate: NO_DATE })], []],
  ])('%s', (_, rows, expected) => {
    const found = outliers(rows).filter(({ measure }) => measure === 'delay');
    expect(found.map(({ item, level, group }) => [item, level, group])).toEqual(expected);
  });

  it('go by the last receipt of an item, and not by credit notes', () => {
    const credit = (kind: 'receipt' | 'creditNote', delay: number): Receivable =>
      paid(0, {
        kind,
        amount: -50_00,
        received: 0,
        receiptDate: NO_DATE,
        documentDate: due + delay,
        dueDate: due + delay,
      });
    const whole = paid(0, { received: 0, receiptDate: NO_DATE });
    const rows = [
      ...steady,
      whole,
      credit('receipt', 70),
      credit('receipt', 30),
      whole,
      credit('receipt', 4),
      credit('creditNote', 80),
    ];
    const analysis = analysisOf(rows);
    const items = {
      ...analysis.items,
      applications: {
        count: 4,
        credit: Int32Array.of(9, 10, 12, 13),
        item: Int32Array.of(8, 8, 11, 11),
        amount: Float64Array.of(50_00, 50_00, 50_00, 50_00),
        date: Int32Array.of(due + 70, due + 70, due + 80, due + 80),
        derived: new Uint8Array(4),
      },
    };
    const found = findOutliers(analyse(items, defaultSettings(asOf)));
    expect(found.map(({ item, value }) => [item, value])).toEqual([[8, 70]]);
  });

  it('go by the day of matching where nobody knows when the money came', () => {
    const dateless = { documentDate: NO_DATE, receiptDate: NO_DATE, received: 0 };
    const analysis = analysisOf([
      ...steady,
      paid(0, dateless),
      paid(0, { ...dateless, kind: 'receipt', amount: -100_00 }),
    ]);
    const applications = {
      count: 1,
      credit: Int32Array.of(9),
      item: Int32Array.of(8),
      amount: Float64Array.of(100_00),
      date: Int32Array.of(asOf),
      derived: Uint8Array.of(0),
    };
    const items = { ...analysis.items, applications };
    const found = findOutliers(analyse(items, defaultSettings(asOf)));
    expect(found.map(({ item, value }) => [item, value])).toEqual([[8, asOf - due]]);
  });
});

describe('unusual amounts', () => {
  const amounts = (yuan: number[], changes: Partial<Receivable> = {}) =>
    yuan.map((y) => paid(0, { amount: Math.round(y * 100), ...changes }));
  const usual = [80, 90, 95, 100, 100, 105, 110, 125];

  it('are many times the median, or a small part of it: a decimal point gone wrong', () => {
    const found = outliers(amounts([...usual, 10_000, 1.1]));
    expect(
      found.map(({ item, value, median, group, count }) => [item, value, median, group, count]),
    ).toEqual([
      [8, 10_000_00, 100_00, '甲', 10],
      [9, 1_10, 100_00, '甲', 10],
    ]);
    // The logarithms lie 0, 0, 0.049, 0.051, 0.095, 0.105, 0.22, 0.22, 4.5, 4.6 from the median: MAD 0.1003;
    // 3.5 × 0.1003 ÷ 0.6745 = 0.5206; 100 yuan ÷ e^0.5206 and × e^0.5206.
    expect(found[0]!.usual).toEqual([59_41, 168_31]);
  });

  it('compare within their currency', () => {
    const yen = amounts([9000, 9500, 10_000, 10_000, 10_000, 10_500, 11_000, 12_000], {
      currency: 'JPY',
    });
    expect(outliers([...amounts(usual), ...yen])).toEqual([]);
    const found = outliers([...amounts(usual), ...yen, ...amounts([10_000])]);
    expect(found.map(({ item }) => item)).toEqual([16]);
  });

  it('of later days do not count', () => {
    expect(outliers([...amounts(usual), ...amounts([9999], { documentDate: asOf + 1 })])).toEqual(
      [],
    );
  });

  it('the farthest comes first, then the first row', () => {
    const found = outliers(amounts([...usual, 5000, 90_000, 5000]));
    expect(found.map(({ item }) => item)).toEqual([9, 8, 10]);
  });
});

describe('any ledger', () => {
  const row = fc
    .record({
      customer: fc.constantFrom('甲', '乙'),
      delay: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: -99, max: 99 })),
      amount: fc.oneof(fc.integer({ min: 90, max: 110 }), fc.integer({ min: -9, max: 99_999 })),
      isOpen: fc.boolean(),
    })
    .map(({ delay, isOpen, ...rest }) => (isOpen ? open(delay, rest) : paid(delay, rest)));
  const ledger = fc.array(row, { maxLength: 60 });

  it('lists only what is outside the usual, farther than the threshold', () => {
    fc.assert(
      fc.property(ledger, (rows) => {
        for (const { z, measure, value, usual } of outliers(rows)) {
          expect(Math.abs(z)).toBeGreaterThan(3.5);
          if (measure === 'delay') expect(value < usual[0] || value > usual[1]).toBe(true);
        }
      }),
    );
  });

  it('lists the same in any order of the rows', () => {
    fc.assert(
      fc.property(ledger, (rows) => {
        const facts = (of: readonly Receivable[], itemOf: (i: number) => number) =>
          outliers(of)
            .map(({ item, z, ...rest }) => JSON.stringify([itemOf(item), z.toFixed(9), rest.level]))
            .sort();
        const reversed = facts([...rows].reverse(), (i) => rows.length - 1 - i);
        expect(reversed).toEqual(facts(rows, (i) => i));
      }),
    );
  });
});
