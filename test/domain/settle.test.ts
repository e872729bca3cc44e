import {
  formatFen,
  isoDate,
  linksOf,
  NO_DATE,
  openAmounts,
  settle,
  type Link,
  type Receivables,
} from '../../src/domain';
import { day, left, receivablesOf, type Told } from '../support/receivablesOf';

const invoice: Told = { no: 'XS1', date: '2025-03-01', due: '2025-03-31', amount: 1000 };
const receipt: Told = { no: 'SK1', kind: 'receipt', date: '2025-04-10', amount: -600 };
const stages: Told[] = [
  { no: 'HT7', date: '2025-03-01', due: '2025-05-30', amount: 300 },
  { no: 'HT7', date: '2025-03-01', due: '2025-03-31', amount: 500 },
  { no: 'HT7', date: '2025-03-01', due: '2025-04-30', amount: 200 },
];

/** Settles and says what is left at the end, what was set when, and what could not be. */
function settled(told: readonly Told[], links: readonly Link[]) {
  const { items, rejections } = settle(receivablesOf(told), linksOf(links));
  return {
    left: left(items, openAmounts(items, Infinity)),
    set: applications(items),
    rejected: rejections.map(({ link, amount, code }) => `${link} ${formatFen(amount)} ${code}`),
  };
}

const applications = ({ applications: a, documentNo, row }: Receivables): string[] =>
  Array.from(
    { length: a.count },
    (_, k) =>
      `${documentNo[a.credit[k]!]!} → ${documentNo[a.item[k]!]!}:${row[a.item[k]!]!} ` +
      `${formatFen(a.amount[k]!)} ${isoDate(a.date[k]!)}`,
  );

describe('an application', () => {
  it.each<[string, Told[], Link, string[]]>([
    ['counts from the receipt', [invoice, receipt], { credit: 1, to: 'XS1' }, ['2025-04-10']],
    [
      'counts from the invoice when the money was there before',
      [invoice, { ...receipt, date: '2025-02-01' }],
      { credit: 1, to: 0 },
      ['2025-03-01'],
    ],
    [
      'counts from the matching where that came last',
      [invoice, receipt],
      { credit: 1, to: 'XS1', amount: 600_00, date: day('2025-05-06') },
      ['2025-05-06'],
    ],
    [
      'counts from the documents where the matching is dated before them',
      [invoice, receipt],
      { credit: 1, to: 'XS1', date: day('2025-01-01') },
      ['2025-04-10'],
    ],
  ])('%s', (_, told, link, dates) => {
    expect(settled(told, [link]).set.map((text) => text.split(' ').at(-1))).toEqual(dates);
  });

  it('is not said to be derived, and comes after those there were', () => {
    const once = settle(
      receivablesOf([invoice, receipt]),
      linksOf([{ credit: 1, to: 0, amount: 100_00 }]),
    );
    const twice = settle(once.items, linksOf([{ credit: 1, to: 0, amount: 200_00 }]));
    expect([...twice.items.applications.amount]).toEqual([100_00, 200_00]);
    expect([...twice.items.applications.derived]).toEqual([0, 0]);
    expect(left(twice.items, openAmounts(twice.items, Infinity))).toEqual([
      'XS1 700.00',
      'SK1 -300.00',
    ]);
  });

  it('stands beside however many there were', () => {
    const count = 2501;
    const many = Array.from({ length: count }, (_, i): Told => ({
      ...invoice,
      no: `XS${1e4 + i}`,
    }));
    const items = receivablesOf([...many, { ...receipt, amount: -1_000 * count }]);
    const links = many.map((_, i): Link => ({ credit: count, to: i, amount: 600_00 }));
    const once = settle(items, linksOf(links)).items;
    const twice = settle(once, linksOf([{ credit: count, to: 7 }])).items;
    const { amount, item, credit, date, derived } = twice.applications;
    expect([...item]).toEqual([...many.keys(), 7]);
    expect([...amount]).toEqual([...many.map(() => 600_00), 400_00]);
    expect([new Set(credit), new Set(date), new Set(derived)]).toEqual([
      new Set([count]),
      new Set([day('2025-04-10')]),
      new Set([0]),
    ]);
  });

  it('holds more than its columns began with', () => {
    const many = Array.from({ length: 1500 }, (_, i): Told => ({ ...invoice, no: `XS${i}` }));
    const all = { ...receipt, amount: -1_500_000 };
    const links = many.map((_, i): Link => ({ credit: 1500, to: i }));
    expect(settled([...many, all], links)).toMatchObject({ left: [], rejected: [] });
  });
});

describe('a number that later documents bear too', () => {
  const contract: Told[] = [
    { no: 'HT8', date: '2025-03-10', due: '2025-06-30', amount: 12_000 },
    { no: 'HT8', date: '2025-05-10', due: '2025-05-31', amount: 20_000 },
    { no: 'HT8', date: '2025-07-10', due: '2025-07-31', amount: 8_000 },
    { no: 'SK1', kind: 'receipt', date: '2025-03-20', amount: -15_000 },
  ];

  it.each([15_000_00, undefined])('pays what exists, then what comes: amount %p', (amount) => {
    const { set, left: remains } = settled(contract, [
      { credit: 3, to: 'HT8', ...(amount && { amount }) },
    ]);
    expect(set).toEqual(['SK1 → HT8:2 12000.00 2025-03-20', 'SK1 → HT8:3 3000.00 2025-05-10']);
    expect(remains).toEqual(['HT8 17000.00', 'HT8 8000.00']);
  });

  it('lets money that came before wait in its order', () => {
    const second: Told = { no: 'SK2', kind: 'receipt', date: '2025-03-21', amount: -30_000 };
    const links = [4, 3].map((credit): Link => ({ credit, to: 'HT8' }));
    expect(settled([...contract, second], links).set).toEqual([
      'SK1 → HT8:2 12000.00 2025-03-20',
      'SK1 → HT8:3 3000.00 2025-05-10',
      'SK2 → HT8:3 17000.00 2025-05-10',
      'SK2 → HT8:4 8000.00 2025-07-10',
    ]);
  });

  it('holds for a receipt that bears the number itself', () => {
    const told: Told[] = [
      { no: 'XS1', date: '2025-04-28', due: '2025-05-31', amount: 100 },
      { no: 'XS2', date: '2025-07-17', due: '2025-07-31', amount: 200 },
      { no: 'XS2', kind: 'receipt', date: '2025-01-14', amount: -150 },
    ];
    const links: Link[] = [
      { credit: 2, to: 'XS2' },
      { credit: 2, to: 'XS1' },
    ];
    expect(settled(told, links).set).toEqual([
      'XS2 → XS1:2 100.00 2025-04-28',
      'XS2 → XS2:3 50.00 2025-07-17',
    ]);
  });
});

describe('what is set', () => {
  it.each<[string, Told[], Link[], string[], string[]]>([
    [
      'a part payment lowers its item',
      [invoice, receipt],
      [{ credit: 1, to: 'XS1', amount: 600_00 }],
      ['XS1 400.00'],
      [],
    ],
    [
      'what the ledger says was received is not open any more',
      [{ ...invoice, received: 700, receiptDate: '2025-09-01' }, receipt],
      [{ credit: 1, to: 'XS1', amount: 600_00 }],
      ['SK1 -300.00'],
      ['0 300.00 overApplied'],
    ],
    [
      'without an amount, as much as both hold',
      [invoice, receipt],
      [{ credit: 1, to: 'XS1' }],
      ['XS1 400.00'],
      [],
    ],
    [
      'instalments of a document are paid earliest due first',
      [...stages, { ...receipt, amount: -600 }],
      [{ credit: 3, to: 'HT7' }],
      ['HT7 300.00', 'HT7 100.00'],
      [],
    ],
    [
      'a stated amount goes over instalments as far as it says',
      [...stages, { ...receipt, amount: -900 }],
      [{ credit: 3, to: 'HT7', amount: 600_00 }],
      ['HT7 300.00', 'HT7 100.00', 'SK1 -300.00'],
      [],
    ],
    [
      'an instalment that is named is paid itself',
      [...stages, { ...receipt, amount: -600 }],
      [{ credit: 3, to: 0 }],
      ['HT7 500.00', 'HT7 200.00', 'SK1 -300.00'],
      [],
    ],
    [
      'too much of one item stays with the receipt',
      [{ ...invoice, amount: 500 }, receipt],
      [{ credit: 1, to: 'XS1', amount: 600_00 }],
      ['SK1 -100.00'],
      ['0 100.00 overApplied'],
    ],
    [
      'too much of one receipt stays with the item',
      [invoice, { ...invoice, no: 'XS2', due: '2025-04-30' }, receipt],
      [
        { credit: 2, to: 'XS2', amount: 500_00 },
        { credit: 2, to: 'XS1', amount: 500_00 },
      ],
      ['XS1 500.00', 'XS2 900.00'],
      ['0 400.00 creditUsedUp'],
    ],
    [
      'a receipt without a link stays unapplied',
      [invoice, receipt],
      [],
      ['XS1 1000.00', 'SK1 -600.00'],
      [],
    ],
    [
      'a credit note is set like a receipt',
      [invoice, { ...receipt, no: 'HC1', kind: 'creditNote', amount: -1000 }],
      [{ credit: 1, to: 'XS1' }],
      [],
      [],
    ],
    [
      'money comes before a credit note of the same day',
      [
        { ...invoice, amount: 900 },
        { ...receipt, no: 'HC1', kind: 'creditNote' },
        { ...receipt, no: 'SK9' },
      ],
      [
        { credit: 1, to: 'XS1', amount: 600_00 },
        { credit: 2, to: 'XS1', amount: 600_00 },
      ],
      ['HC1 -300.00'],
      ['0 300.00 overApplied'],
    ],
    [
      'a stated amount comes before as much as there is',
      [invoice, { ...invoice, no: 'XS2' }, receipt],
      [
        { credit: 2, to: 0 },
        { credit: 2, to: 'XS2', amount: 500_00 },
      ],
      ['XS1 900.00', 'XS2 500.00'],
      [],
    ],
    [
      'an item comes before a document of the same day',
      [...stages, { ...receipt, amount: -500 }, { ...receipt, no: 'SK2', amount: -500 }],
      [
        { credit: 3, to: 'HT7', amount: 500_00 },
        { credit: 4, to: 1, amount: 500_00 },
      ],
      [],
      [],
    ],
    [
      'the item due earlier comes first, wherever it stands',
      [receipt, { ...invoice, due: '2025-04-30' }, { ...invoice, no: 'XS2' }],
      [
        { credit: 0, to: 'XS1', amount: 500_00 },
        { credit: 0, to: 'XS2', amount: 500_00 },
      ],
      ['XS1 900.00', 'XS2 500.00'],
      ['0 400.00 creditUsedUp'],
    ],
    [
      'documents alike in all else take their turns by number',
      [{ ...invoice, no: 'XS2' }, invoice, receipt],
      [
        { credit: 2, to: 'XS2', amount: 500_00 },
        { credit: 2, to: 'XS1', amount: 500_00 },
      ],
      ['XS2 900.00', 'XS1 500.00'],
      ['0 400.00 creditUsedUp'],
    ],
    [
      'a number stands for the document of the same customer and currency',
      [
        { ...invoice, customer: '乙' },
        { ...invoice, currency: 'USD' },
        invoice,
        { ...receipt, amount: -1000 },
      ],
      [{ credit: 3, to: 'XS1' }],
      ['XS1 1000.00', 'XS1 1000.00'],
      [],
    ],
  ])('%s', (_, told, links, remains, rejected) => {
    const result = settled(told, links);
    expect(result.rejected).toEqual(rejected);
    expect(result.left).toEqual(remains);
  });

  it('tells instalments of one due date by their rows', () => {
    const twins: Told[] = [stages[0]!, stages[0]!, { ...receipt, amount: -400 }];
    expect(settled(twins, [{ credit: 2, to: 'HT7' }]).set).toEqual([
      'SK1 → HT7:2 300.00 2025-04-10',
      'SK1 → HT7:3 100.00 2025-04-10',
    ]);
    const upwards = { ...receivablesOf(twins), row: Int32Array.of(8, 5, 9) };
    expect(applications(settle(upwards, linksOf([{ credit: 2, to: 'HT7' }])).items)).toEqual([
      'SK1 → HT7:5 300.00 2025-04-10',
      'SK1 → HT7:8 100.00 2025-04-10',
    ]);
  });
});

describe('a credit note a receipt takes over', () => {
  const creditNote: Told = { no: 'HC1', kind: 'creditNote', date: '2025-04-01', amount: -100 };
  it.each<[string, Told[], Link[], string[], string[]]>([
    [
      'pays with the receipt, whatever is said first',
      [invoice, creditNote, receipt],
      [
        { credit: 2, to: 'XS1', amount: 700_00 },
        { credit: 2, to: 'HC1', amount: -100_00 },
      ],
      ['XS1 300.00'],
      [],
    ],
    [
      'gives no more than it holds',
      [invoice, creditNote, receipt],
      [{ credit: 2, to: 'HC1', amount: -150_00 }],
      ['XS1 1000.00', 'SK1 -700.00'],
      ['0 50.00 overApplied'],
    ],
    [
      'is refunded by money going out, no more of it than that',
      [creditNote, { ...receipt, amount: 80 }],
      [{ credit: 1, to: 0, amount: -100_00 }],
      ['HC1 -20.00'],
      ['0 20.00 creditUsedUp'],
    ],
    [
      'is refunded once: what went out is used up',
      [creditNote, { ...creditNote, no: 'HC2' }, { ...receipt, amount: 80 }],
      [
        { credit: 2, to: 'HC1', amount: -80_00 },
        { credit: 2, to: 'HC2', amount: -50_00 },
      ],
      ['HC1 -20.00', 'HC2 -100.00'],
      ['1 50.00 creditUsedUp'],
    ],
    [
      'is held by a receipt of nothing',
      [creditNote, { ...receipt, amount: 0 }],
      [{ credit: 1, to: 'HC1', amount: -100_00 }],
      ['SK1 -100.00'],
      [],
    ],
    [
      'is taken over again when it has grown by another',
      [creditNote, { ...creditNote, no: 'HC2' }, receipt],
      [
        { credit: 2, to: 'HC1', amount: -100_00, date: day('2025-04-11') },
        { credit: 0, to: 'HC2', amount: -50_00, date: day('2025-04-12') },
        { credit: 2, to: 'HC1', amount: -50_00, date: day('2025-04-13') },
      ],
      ['HC2 -50.00', 'SK1 -750.00'],
      [],
    ],
    [
      'is not the credit itself, where it bears the number too',
      [creditNote, { ...receipt, no: 'HC1', due: '2025-03-01' }],
      [{ credit: 1, to: 'HC1', amount: -150_00 }],
      ['HC1 -700.00'],
      ['0 50.00 overApplied'],
    ],
    [
      'is no invoice',
      [invoice, receipt],
      [{ credit: 1, to: 'XS1', amount: -100_00 }],
      ['XS1 1000.00', 'SK1 -600.00'],
      ['0 100.00 overApplied'],
    ],
    [
      'is not paid',
      [creditNote, receipt],
      [{ credit: 1, to: 'HC1', amount: 100_00 }],
      ['HC1 -100.00', 'SK1 -600.00'],
      ['0 100.00 overApplied'],
    ],
  ])('%s', (_, told, links, remains, rejected) => {
    const result = settled(told, links);
    expect(result.rejected).toEqual(rejected);
    expect(result.left).toEqual(remains);
  });
});

describe('a credit note later than the receipt that takes it over', () => {
  const creditNote: Told = { no: 'HC1', kind: 'creditNote', date: '2025-04-20', amount: -100 };
  const full: Told = { ...invoice, amount: 700 };

  it('pays from its own day on what waits for it', () => {
    const links: Link[] = [
      { credit: 2, to: 'XS1', amount: 700_00 },
      { credit: 2, to: 'HC1', amount: -100_00 },
    ];
    expect(settled([full, creditNote, receipt], links)).toEqual({
      left: [],
      set: [
        'SK1 → XS1:2 600.00 2025-04-10',
        'SK1 → HC1:3 -100.00 2025-04-20',
        'SK1 → XS1:2 100.00 2025-04-20',
      ],
      rejected: [],
    });
  });

  it('gives what waits its usual turns', () => {
    const other: Told = { ...invoice, no: 'XS2', due: '2025-03-15' };
    const links: Link[] = [
      { credit: 3, to: 0, amount: 700_00 },
      { credit: 3, to: 'XS2' },
      { credit: 3, to: 1, amount: 60_00 },
      { credit: 3, to: 'HC1', amount: -100_00 },
    ];
    expect(settled([full, other, creditNote, receipt], links)).toMatchObject({
      set: [
        'SK1 → XS2:3 60.00 2025-04-10',
        'SK1 → XS1:2 540.00 2025-04-10',
        'SK1 → HC1:4 -100.00 2025-04-20',
        'SK1 → XS1:2 100.00 2025-04-20',
      ],
      rejected: ['0 60.00 creditUsedUp', '1 0.00 creditUsedUp'],
    });
  });
});

it('links of rows are columns, blank where a row says nothing', () => {
  const { item, documentNo, amount, date } = linksOf([
    { credit: 3, to: 0, amount: 5, date: day('2025-05-06') },
    { credit: 3, to: 'XS1' },
  ]);
  expect([[...item], documentNo]).toEqual([
    [0, -1],
    ['', 'XS1'],
  ]);
  expect([[...amount], [...date]]).toEqual([
    [5, NaN],
    [day('2025-05-06'), NO_DATE],
  ]);
});

describe('a link that cannot be set', () => {
  it.each<[string, Told[], Link, string]>([
    ['names no document', [invoice, receipt], { credit: 1, to: 'XS9' }, '600.00 unknownDocument'],
    [
      "names another customer's document",
      [{ ...invoice, customer: '乙' }, receipt],
      { credit: 1, to: 'XS1', amount: 200_00 },
      '200.00 otherCustomer',
    ],
    [
      "points at another customer's item",
      [{ ...invoice, customer: '乙' }, receipt],
      { credit: 1, to: 0 },
      '600.00 otherCustomer',
    ],
    [
      'names a document in another currency',
      [{ ...invoice, currency: 'USD' }, receipt],
      { credit: 1, to: 'XS1' },
      '600.00 otherCurrency',
    ],
    [
      'points at an item in another currency',
      [{ ...invoice, currency: 'USD' }, receipt],
      { credit: 1, to: 0 },
      '600.00 otherCurrency',
    ],
    [
      'has a credit that holds nothing',
      [invoice, { ...receipt, amount: 0 }],
      { credit: 1, to: 'XS1' },
      '0.00 creditUsedUp',
    ],
    [
      'has no credit but an invoice',
      [invoice, { ...invoice, no: 'XS2' }],
      { credit: 1, to: 'XS1', amount: 10_00 },
      '10.00 creditUsedUp',
    ],
  ])('%s', (_, told, link, rejected) => {
    const result = settled(told, [link]);
    expect(result.rejected).toEqual([`0 ${rejected}`]);
    expect(result.set).toEqual([]);
  });

  it('is told from others that cannot', () => {
    const links: Link[] = [
      { credit: 2, to: 'XS9' },
      { credit: 1, to: 'XS8' },
    ];
    const told = [invoice, receipt, { ...receipt, no: 'SK2', customer: '乙', amount: -5 }];
    expect(settled(told, links).rejected).toEqual([
      '0 5.00 unknownDocument',
      '1 600.00 unknownDocument',
    ]);
  });

  it.each<[string, Link, string]>([
    ['a credit below the items', { credit: -1, to: 'XS1' }, 'points outside the items'],
    ['a credit beyond the items', { credit: 2, to: 'XS1' }, 'points outside the items'],
    ['an item beyond the items', { credit: 1, to: 2 }, 'points outside the items'],
    ['half a fen', { credit: 1, to: 0, amount: 0.5 }, 'has the amount 0.5'],
  ])('throws for %s', (_, link, said) => {
    const links = linksOf([{ credit: 1, to: 0 }, link]);
    expect(() => settle(receivablesOf([invoice, receipt]), links)).toThrow(
      new RangeError(`Link 1 ${said}`),
    );
  });
});
