import fc from 'fast-check';
import {
  analyse,
  defaultSettings,
  formatFen,
  isoDate,
  itemsOfStatements,
  linksOf,
  openAmounts,
  settle,
  settleFifo,
  statements,
  type Statement,
} from '../../src/domain';
import { columnsOf, ledgers, MIDDAY } from '../support/ledgers';
import { day, receivablesOf, type Told } from '../support/receivablesOf';

const asOf = day('2025-06-30');
const from = day('2025-04-01');

const told: Told[] = [
  { no: 'XS1', date: '2025-02-10', due: '2025-03-31', amount: 1000 },
  { no: 'XS2', date: '2025-04-08', due: '2025-07-07', amount: 500 },
  { no: 'SK1', kind: 'receipt', date: '2025-04-20', amount: -800 },
  { no: 'HC1', kind: 'creditNote', date: '2025-05-06', amount: -50 },
  { no: 'XS3', date: '2025-07-01', amount: 999 },
];

function statementsOf(items: readonly Told[], customers?: ReadonlySet<string>): Statement[] {
  return statements(analyse(receivablesOf(items), defaultSettings(asOf)), from, customers);
}

const line = ({ item, isReceipt, date, debit, credit, balance }: Statement['lines'][number]) =>
  `${item}${isReceipt ? 'r' : ''} ${isoDate(date)} ${[debit, credit, balance].map(formatFen).join(' ')}`;

describe('a statement', () => {
  it('goes from opening to closing line by line', () => {
    const [statement, ...more] = statementsOf(told);
    expect(more).toEqual([]);
    expect(statement!.lines.map(line)).toEqual([
      '1 2025-04-08 500.00 0.00 1500.00',
      '2 2025-04-20 0.00 800.00 700.00',
      '3 2025-05-06 0.00 50.00 650.00',
    ]);
    expect(statement).toMatchObject({
      customer: '甲',
      customerName: '',
      currency: 'CNY',
      from,
      to: asOf,
      opening: 1000_00,
      debits: 500_00,
      credits: 850_00,
      closing: 650_00,
      byBucket: [500_00, 0, 0, 0, 1000_00, 0, 0],
      unapplied: -850_00,
      confirmation: { date: asOf, amount: 650_00, owedBy: 'customer', openItems: 2 },
    });
  });

  it('ages what is left once receipts are set against invoices', () => {
    const { items } = settle(receivablesOf(told), linksOf([{ credit: 2, to: 'XS1' }]));
    const [statement] = statements(analyse(items, defaultSettings(asOf)), from);
    expect(statement).toMatchObject({
      closing: 650_00,
      byBucket: [500_00, 0, 0, 0, 200_00, 0, 0],
      unapplied: -50_00,
    });
  });

  it.each<[string, Told[], string[], number]>([
    [
      'tells what a row says was received on its day',
      [{ ...told[0]!, received: 400, receiptDate: '2025-04-02' }],
      ['0r 2025-04-02 0.00 400.00 600.00'],
      1000_00,
    ],
    [
      'tells what was received before the document with it',
      [{ ...told[1]!, received: 100, receiptDate: '2025-01-02' }],
      ['0 2025-04-08 500.00 0.00 500.00', '0r 2025-04-08 0.00 100.00 400.00'],
      0,
    ],
    [
      'tells what was received on no day with the document',
      [{ ...told[1]!, received: 500 }],
      ['0 2025-04-08 500.00 0.00 500.00', '0r 2025-04-08 0.00 500.00 0.00'],
      0,
    ],
    [
      'counts what is paid back as a debit',
      [{ ...told[0]!, received: -10, receiptDate: '2025-05-02' }],
      ['0r 2025-05-02 10.00 0.00 1010.00'],
      1000_00,
    ],
    [
      'opens with documents of no date',
      [{ ...told[0]!, date: '', due: '2025-05-01' }],
      [],
      1000_00,
    ],
    [
      'does not tell of revaluations',
      [told[0]!, { no: 'TH', kind: 'revaluation', date: '2025-05-31', amount: 7 }],
      [],
      1000_00,
    ],
    [
      'goes by date, whatever the rows',
      [told[1]!, { ...told[1]!, date: '2025-04-07' }],
      ['1 2025-04-07 500.00 0.00 500.00', '0 2025-04-08 500.00 0.00 1000.00'],
      0,
    ],
    [
      'has its first and its last day in it',
      [
        { ...told[1]!, date: '2025-04-01' },
        { ...told[1]!, date: '2025-06-30' },
        { ...told[1]!, date: '2025-03-31' },
      ],
      ['0 2025-04-01 500.00 0.00 1000.00', '1 2025-06-30 500.00 0.00 1500.00'],
      500_00,
    ],
  ])('%s', (_, items, lines, opening) => {
    const [statement] = statementsOf(items);
    expect(statement!.lines.map(line)).toEqual(lines);
    expect(statement!.opening).toBe(opening);
    expect(statement!.closing).toBe(statement!.lines.at(-1)?.balance ?? opening);
  });

  it.each<[string, Told[], string, number]>([
    ['the customer owes', [told[0]!], 'customer', 1000_00],
    ['we owe', [told[2]!], 'us', 800_00],
    ['nobody owes', [told[2]!, { ...told[0]!, amount: 800 }], 'nobody', 0],
  ])('asks to confirm that %s', (_, items, owedBy, amount) => {
    expect(statementsOf(items)[0]!.confirmation).toMatchObject({ owedBy, amount });
  });

  it('is made per customer and currency that moved or is open, or for those asked for', () => {
    const many: Told[] = [
      { ...told[0]!, customer: '丙', currency: 'USD' },
      { ...told[0]!, customer: '乙', received: 1000 },
      { ...told[0]!, customer: '甲' },
      { ...told[2]!, customer: '甲', date: '2025-03-01', amount: -1000 },
      { ...told[1]!, customer: '丁', received: 500 },
      { ...told[0]!, customer: '丙', received: 1000, receiptDate: '2025-07-01' },
      { ...told[0]!, customer: '戊', received: 1000, receiptDate: '2025-04-01' },
    ];
    const names = (list: readonly Statement[]) => list.map((s) => s.customer + s.currency);
    expect(names(statementsOf(many))).toEqual(['丙USD', '丙CNY', '甲CNY', '丁CNY', '戊CNY']);
    expect(names(statementsOf(many, new Set(['甲', '乙'])))).toEqual(['甲CNY']);
  });

  it('has the items behind it named', () => {
    const analysis = analyse(
      receivablesOf([
        ...told,
        { ...told[1]!, customer: '乙' },
        { ...told[0]!, received: 400, receiptDate: '2025-04-02' },
        { ...told[0]!, received: 1000, receiptDate: '2025-04-01' },
        { ...told[1]!, received: 500, date: '2025-04-30' },
        { ...told[0]!, currency: 'USD' },
      ]),
      defaultSettings(asOf),
    );
    const itemsOf = itemsOfStatements(analysis, from);
    const named = statements(analysis, from).map((statement) => {
      const { opening, closing, movements } = itemsOf(statement);
      return [opening, closing, movements].map((of) => [...of]);
    });
    expect(named).toEqual([
      [
        [0, 6, 7],
        [0, 1, 2, 3, 6],
        [1, 2, 3, 6, 7, 8],
      ],
      [[9], [9], []],
      [[], [5], [5]],
    ]);
  });

  it('adds up, whatever the ledger', () => {
    fc.assert(
      fc.property(ledgers, fc.integer({ min: 1, max: 500 }), ({ items: naive }, days) => {
        const analysis = analyse(settleFifo(columnsOf(naive)), defaultSettings(MIDDAY));
        const all = statements(analysis, MIDDAY - days);
        const before = openAmounts(analysis.items, MIDDAY - days - 1);
        const itemsOf = itemsOfStatements(analysis, MIDDAY - days);
        for (const s of all) {
          const { opening, closing, movements } = itemsOf(s);
          expect(opening.reduce((sum, i) => sum + before[i]!, 0)).toBe(s.opening);
          expect(closing.reduce((sum, i) => sum + analysis.open[i]!, 0)).toBe(s.closing);
          const moved = s.lines.filter(({ item }) => movements.includes(item));
          expect(moved.reduce((sum, { debit, credit }) => sum + debit - credit, 0)).toBe(
            s.closing - s.opening,
          );
          expect(s.opening + s.debits - s.credits).toBe(s.closing);
          expect(s.lines.at(-1)?.balance ?? s.opening).toBe(s.closing);
          expect(s.byBucket.reduce((a, b) => a + b, 0) + s.unapplied).toBe(s.closing);
        }
        const closing = analysis.totals.reduce((sum, total) => sum + total.open, 0);
        expect(all.reduce((sum, s) => sum + s.closing, 0)).toBe(closing);
      }),
    );
  });
});
