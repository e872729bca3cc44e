import {
  analyse,
  defaultSettings,
  formatFen,
  linksOf,
  settle,
  tieOut,
  type SheetIssue,
  type TieOut,
  type TieOutQuestion,
} from '../../src/domain';
import { day, receivablesOf, type Told } from '../support/receivablesOf';

const asOf = day('2025-06-30');
const [xs1, xs2, xs3]: Told[] = [
  { no: 'XS1', date: '2025-03-01', amount: 1000 },
  { no: 'XS2', date: '2025-04-01', amount: 250 },
  { no: 'XS3', date: '2025-05-01', amount: 630 },
];
const sk1: Told = { no: 'SK1', kind: 'receipt', date: '2025-06-05', amount: -800 };
const us1: Told = { no: 'US1', currency: 'USD', rate: 7.2, date: '2025-06-01', amount: 100 };

const asked = (told: Told[], figure: number, more: Partial<TieOutQuestion> = {}): TieOut =>
  tieOut(analyse(receivablesOf(told), defaultSettings(asOf)), {
    figure: Math.round(figure * 100),
    issues: [],
    ...more,
  });

const said = ({ reasons }: TieOut): string[] =>
  reasons.map(
    ({ code, amount, isExact, items, rows }) =>
      `${isExact ? '= ' : ''}${code} ${amount === null ? '?' : formatFen(amount)}: ` +
      [...items, ...rows.map(({ sheet, row }) => `${sheet}!${row}`)].join(' '),
  );

describe('a ledger and its account', () => {
  it('agree', () => {
    expect(asked([xs1!, xs2!], 1250)).toEqual({
      figure: 1250_00,
      balance: 1250_00,
      difference: 0,
      reasons: [],
    });
  });

  it.each<[string, Told[], number, string[]]>([
    ['by a document the account lacks', [xs1!, xs2!], 1000, ['= document 250.00: 1']],
    [
      'by a receipt the account lacks',
      [xs1!, sk1],
      1000,
      ['= document -800.00: 1', '= unapplied -800.00: 1'],
    ],
    [
      'by what a row says was received',
      [{ ...xs1!, received: 400, receiptDate: '2025-05-05' }],
      1000,
      ['= document -400.00: 0'],
    ],
    [
      'by what is left of a document',
      [xs1!, { ...xs2!, received: 100, receiptDate: '2025-05-05' }],
      1000,
      ['= document 150.00: 1'],
    ],
    [
      'by a document the account lacks rather than by one on the wrong side',
      [{ ...xs2!, no: 'XS0', amount: 125 }, xs2!],
      125,
      ['= document 250.00: 1', '= wrongSide 250.00: 0'],
    ],
    ['by a document on the wrong side', [xs1!, xs2!], 750, ['= wrongSide 500.00: 1']],
    ['by two documents', [xs1!, xs2!, xs3!], 1000, ['= pair 880.00: 1 2']],
    [
      'by a document of a later day',
      [xs1!, { ...xs2!, date: '2025-07-01' }, { ...xs3!, date: '2025-07-02' }],
      1250,
      ['= afterDate -250.00: 1', 'afterDate -880.00: 1 2'],
    ],
    [
      'by a receipt of a later day',
      [{ ...xs1!, received: 1000, receiptDate: '2025-07-03' }],
      0,
      ['= document 1000.00: 0', '= afterDate 1000.00: 0'],
    ],
    [
      'by documents and receipts of later days together',
      [
        { ...xs1!, received: 100, receiptDate: '2025-07-03' },
        { ...xs2!, date: '2025-07-01', received: 10, receiptDate: '2025-05-01' },
      ],
      1140,
      ['= afterDate -140.00: 0 1'],
    ],
    [
      'by credits kept elsewhere',
      [
        xs1!,
        { ...sk1, amount: -300 },
        { ...sk1, no: 'SK2', amount: -40 },
        { ...sk1, no: 'SK3', amount: -7 },
      ],
      1000,
      ['= unapplied -347.00: 1 2 3'],
    ],
    [
      'by repeats of rows',
      [xs1!, xs1!, xs2!, xs2!, xs3!, xs3!],
      1880,
      ['= duplicates 1880.00: 1 3 5'],
    ],
    ['by nothing that is known', [xs1!], 990, []],
  ])('differ %s', (_, told, figure, reasons) => {
    expect(said(asked(told, figure))).toEqual(reasons);
  });

  it('differ by rows that could not be read', () => {
    const issue = (sheet: string, row: number, code: SheetIssue['code']) => ({ sheet, row, code });
    const issues = [
      issue('一月', 5, 'amountUnreadable'),
      issue('一月', 6, 'noDueDate'),
      issue('一月', 9, 'noDate'),
      issue('一月', 9, 'dateUnreadable'),
      issue('二月', 9, 'noDate'),
    ];
    expect(said(asked([xs1!], 990, { issues }))).toEqual(['leftOut ?: 一月!5 一月!9 二月!9']);
    expect(said(asked([xs1!], 990, { issues: [issues[1]!] }))).toEqual([]);
  });

  it('are compared for one customer', () => {
    const told = [
      xs1!,
      { ...xs2!, customer: '乙' },
      { ...us1, customer: '乙' },
      { ...xs3!, customer: '丙' },
    ];
    const ofB = asked(told, 720, { customer: 1 });
    expect(ofB).toMatchObject({ balance: 970_00, difference: 250_00 });
    expect(said(ofB)).toEqual([
      '= document 250.00: 1',
      '= otherCurrency 250.00: 1',
      'otherCurrency 720.00: 2',
    ]);
    const inYuan = asked(told, 970, { customer: 1, currency: 0 });
    expect(said(inYuan)).toEqual(['= otherCurrency -720.00: 2']);
    expect(asked(told, 1000, { customer: 0 }).reasons).toEqual([]);
  });

  it('are compared in base currency', () => {
    const told = [xs1!, { ...us1, amount: 30 }, { ...us1, no: 'US2', amount: 70 }];
    const result = asked(told, 1000);
    expect(result).toMatchObject({ balance: 1720_00, difference: 720_00 });
    expect(said(result)).toEqual([
      '= pair 720.00: 1 2',
      '= otherCurrency 720.00: 1 2',
      'otherCurrency 1000.00: 0',
    ]);
  });

  it('are compared in one currency', () => {
    const told = [xs1!, us1, { ...us1, no: 'TH', kind: 'revaluation', amount: 5 } as Told];
    const result = asked(told, 1725, { currency: 0 });
    expect(result).toMatchObject({ balance: 1000_00, difference: -725_00 });
    expect(said(result)).toEqual(['= otherCurrency -725.00: 1 2']);
    expect(said(asked(told, 95, { currency: 1 }))).toEqual(['otherCurrency -1000.00: 0']);
  });

  it('differ by revaluations and what rates left', () => {
    const told: Told[] = [
      { ...us1, rate: 7 },
      { ...us1, no: 'SK1', kind: 'receipt', rate: 7.1, amount: -100 },
      { ...us1, no: 'TH', kind: 'revaluation', amount: 3 },
      { ...us1, no: 'US2', amount: 200, rate: 7 },
    ];
    const { items } = settle(receivablesOf(told), linksOf([{ credit: 1, to: 'US1' }]));
    const analysis = analyse(items, defaultSettings(asOf));
    const result = tieOut(analysis, { figure: 1400_00, issues: [] });
    expect(result.difference).toBe(-7_00);
    expect(said(result)).toEqual(['= exchange -7.00: 0 2']);
  });

  it('name so many documents or pairs and no more', () => {
    const alike = Array.from({ length: 12 }, (_, i): Told => ({ ...xs2!, no: `XS${i}` }));
    const differing = (figure: number, maxFound?: number) =>
      asked(alike, figure, maxFound === undefined ? {} : { maxFound }).reasons.length;
    expect(differing(2750)).toBe(10);
    expect(differing(2750, 3)).toBe(3);
    expect(differing(2500)).toBe(10);
    expect(differing(2500, 3)).toBe(3);
  });
});
