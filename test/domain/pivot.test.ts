import fc from 'fast-check';
import {
  analyse,
  defaultSettings,
  itemsOfCells,
  NO_DATE,
  pivot,
  ReceivablesBuilder,
  serialOf,
  type PivotBy,
  type Receivable,
} from '../../src/domain';

const asOf = serialOf(2025, 6, 30);

/** An open item of 华东 / 王昕, due today; rows count from 2. */
const item = (changes: Partial<Receivable>): Receivable => ({
  row: 2,
  customer: '甲',
  currency: '人民币',
  documentDate: serialOf(2025, 1, 1),
  dueDate: asOf,
  amount: 100_00,
  received: 0,
  receiptDate: NO_DATE,
  dimensions: { region: '华东', salesperson: '王昕' },
  ...changes,
});

function analysisOf(rows: readonly Receivable[]) {
  const builder = new ReceivablesBuilder(['region', 'salesperson']);
  rows.forEach((row, i) => builder.add({ ...row, row: i + 2 }));
  return analyse(builder.build(), defaultSettings(asOf));
}

/** The ledger of docs/spec-pivot.md, and a settled item. */
const ledger = [
  item({ amount: 1000_00 }),
  item({ amount: 500_00, dueDate: asOf - 10 }),
  item({ amount: 300_00, dueDate: asOf - 45, dimensions: { region: '华南', salesperson: '王昕' } }),
  item({ amount: 400_00, dueDate: asOf - 45, dimensions: { region: '华南', salesperson: '李蔚' } }),
  item({ amount: -50_00, dimensions: { region: '华南', salesperson: '李蔚' } }),
  item({ amount: 70_00, dimensions: {} }),
  item({ amount: 900_00, currency: 'USD', dueDate: asOf - 1 }),
  item({ amount: 200_00, received: 200_00 }),
];

/** Words, open, not due, 1–30, 31–60, unapplied, overdue, count. */
const lines = (by: PivotBy) =>
  pivot(analysisOf(ledger), by).map((c) => [
    c.currency,
    c.words.join(' × '),
    ...[c.open, c.byBucket[0], c.byBucket[1], c.byBucket[2], c.unapplied, c.overdue].map(
      (fen) => fen! / 100,
    ),
    c.count,
  ]);

describe('open items by what they are grouped by', () => {
  it('by region: the most overdue first, blanks under one word, currencies apart', () => {
    expect(lines(['region'])).toEqual([
      ['人民币', '华南', 650, 0, 0, 700, -50, 700, 3],
      ['人民币', '华东', 1500, 1000, 500, 0, 0, 500, 2],
      ['人民币', '', 70, 70, 0, 0, 0, 0, 1],
      ['USD', '华东', 900, 0, 900, 0, 0, 900, 1],
    ]);
  });

  it('by region and salesperson crossed', () => {
    expect(lines(['region', 'salesperson'])).toEqual([
      ['人民币', '华东 × 王昕', 1500, 1000, 500, 0, 0, 500, 2],
      ['人民币', '华南 × 李蔚', 350, 0, 0, 400, -50, 400, 2],
      ['人民币', '华南 × 王昕', 300, 0, 0, 300, 0, 300, 1],
      ['人民币', ' × ', 70, 70, 0, 0, 0, 0, 1],
      ['USD', '华东 × 王昕', 900, 0, 900, 0, 0, 900, 1],
    ]);
  });

  it('by what the ledger does not keep: all under one blank word', () => {
    expect(lines(['industry'])).toEqual([
      ['人民币', '', 2220, 1070, 500, 700, -50, 1200, 6],
      ['USD', '', 900, 0, 900, 0, 0, 900, 1],
    ]);
    expect(lines(['region', 'industry'])[0]![1]).toBe('华南 × ');
    expect(lines(['industry', 'region']).map((line) => line[1])).toEqual([
      ' × 华南',
      ' × 华东',
      ' × ',
      ' × 华东',
    ]);
  });

  it('equal money goes by name, of the first dimension, then of the second', () => {
    const equal = ['c a', 'b b', 'b a', 'a b'].map((words) => {
      const [region = '', salesperson = ''] = words.split(' ');
      return item({ dimensions: { region, salesperson } });
    });
    const cells = pivot(analysisOf(equal), ['region', 'salesperson']);
    expect(cells.map((c) => c.words.join(' '))).toEqual(['a b', 'b a', 'b b', 'c a']);
  });

  it('counts the items of each bucket', () => {
    const [south] = pivot(analysisOf(ledger), ['region']);
    expect(south!.countByBucket).toEqual([0, 0, 2, 0, 0, 0, 0]);
  });

  it.each<[PivotBy, number, number[]]>([
    [['region'], 0, [4, 5, 6]],
    [['region'], 3, [8]],
    [['region', 'salesperson'], 1, [5, 6]],
    [['region', 'salesperson'], 3, [7]],
    [['industry'], 0, [2, 3, 4, 5, 6, 7]],
  ])('by %j cell %i gives its rows %j', (by, cell, rows) => {
    const analysis = analysisOf(ledger);
    const found = itemsOfCells(analysis, by)(pivot(analysis, by)[cell]!);
    expect([...found].map((i) => analysis.items.row[i])).toEqual(rows);
  });
});

const anyItem = fc
  .record({
    currency: fc.constantFrom('人民币', 'USD'),
    region: fc.constantFrom('华东', '华南', ''),
    salesperson: fc.constantFrom('王昕', '李蔚', ''),
    daysOverdue: fc.integer({ min: -40, max: 400 }),
    amount: fc.integer({ min: -1e6, max: 1e8 }),
  })
  .map(({ region, salesperson, daysOverdue, ...rest }) =>
    item({ ...rest, dueDate: asOf - daysOverdue, dimensions: { region, salesperson } }),
  );

describe('any ledger', () => {
  const by = fc.constantFrom<PivotBy>(
    ['region'],
    ['salesperson'],
    ['salesperson', 'region'],
    ['industry'],
  );

  it('the cells of a currency add up to its total, and to their own items', () => {
    fc.assert(
      fc.property(fc.array(anyItem, { maxLength: 40 }), by, (rows, dimensions) => {
        const analysis = analysisOf(rows);
        const cells = pivot(analysis, dimensions);
        for (const total of analysis.totals) {
          const own = cells.filter((c) => c.currency === total.currency);
          const sum = (of: (c: (typeof own)[number]) => number) =>
            own.reduce((s, c) => s + of(c), 0);
          expect(sum((c) => c.open)).toBe(total.open);
          expect(sum((c) => c.unapplied)).toBe(total.unapplied);
          total.byBucket.forEach((fen, b) => expect(sum((c) => c.byBucket[b]!)).toBe(fen));
          total.countByBucket.forEach((n, b) => expect(sum((c) => c.countByBucket[b]!)).toBe(n));
        }
        const itemsOf = itemsOfCells(analysis, dimensions);
        for (const cell of cells) {
          const found = itemsOf(cell);
          expect(found).toHaveLength(cell.count);
          expect(found.reduce((s, i) => s + analysis.open[i]!, 0)).toBe(cell.open);
        }
      }),
    );
  });

  it('gives the same cells in any order of its rows, up to the order of currencies', () => {
    fc.assert(
      fc.property(fc.array(anyItem, { maxLength: 30 }), by, (rows, dimensions) => {
        const cells = (of: readonly Receivable[], currency: string) =>
          pivot(analysisOf(of), dimensions).filter((c) => c.currency === currency);
        for (const currency of ['人民币', 'USD']) {
          expect(cells([...rows].reverse(), currency)).toEqual(cells(rows, currency));
        }
      }),
    );
  });
});
