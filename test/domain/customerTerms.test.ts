import {
  formatFen,
  isoDate,
  LedgerEngine,
  membersOf,
  proposeSources,
  sourceParser,
  type Receivables,
  type SheetHead,
} from '../../src/domain';

const CUSTOMERS = [
  ['客户编码', '客户名称', '账期', '是否含当月', '信用额度'],
  ['001', '宏达汽配', '月结60天', '是', 500_000],
  ['002', '新远客车', '月结60天', '否', 300_000],
  ['003', '众合汽车', '30天', '', ''],
  ['004', '金桥机电', '验收后60天', '', ''],
  ['005', '瑞丰模具', '面议', '', ''],
];

const head = (name: string, rows: readonly (readonly unknown[])[]): SheetHead => ({
  name,
  rows,
  rowCount: rows.length,
});

/** Reads sheets as a run does, those of customers first. */
function read(sheets: Readonly<Record<string, readonly (readonly unknown[])[]>>, active: string) {
  const proposal = proposeSources(Object.entries(sheets).map(([name, rows]) => head(name, rows)));
  const sources = membersOf(proposal, active);
  const engine = new LedgerEngine(
    sources,
    {},
    sources.map(() => 0),
  );
  const isLater = (i: number) => Number(sources[i]!.kind !== 'customers');
  for (const i of [...sources.keys()].sort((a, b) => isLater(a) - isLater(b))) {
    const source = sources[i]!;
    const first = source.kind === 'other' ? 0 : source.layout.headerRow + 1;
    engine.addBlock(i, sheets[source.sheet]!.slice(first), first + 1);
  }
  const parsed = engine.finish();
  const settings = { asOf: 45_900, previous: 45_899, leadDays: 7, edges: [30], classBounds: [0, 90, 270, 360], knockIns: [] } as const; // prettier-ignore
  return {
    kinds: sources.map(({ kind }) => kind),
    parsed,
    items: engine.assess(settings, null, null, () => true).analysis.items,
  };
}

const dueDates = ({ count, dueDate, documentNo }: Receivables) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => [documentNo[i]!, isoDate(dueDate[i]!)]),
  );

describe('terms agreed with customers', () => {
  const LEDGER = [
    ['客户编码', '发票号', '开票日期', '付款条件', '应收金额', '验收日期'],
    ['1', 'A1', '2025-03-15', '', 100, ''],
    ['002', 'A2', '2025-03-15', '', 100, ''],
    ['003', 'A3', '2025-03-15', '', 100, ''],
    ['003', 'A4', '2025-03-15', '10天', 100, ''],
    ['001', 'A5', '2025-03-15', '月结30天', 100, ''],
    ['001', 'A6', '2025-03-15', '月结30天（不含当月）', 100, ''],
    ['004', 'A7', '2025-03-15', '', 100, '2025-04-10'],
    ['004', 'A8', '2025-03-15', '', 100, ''],
    ['005', 'A9', '2025-03-15', '', 100, ''],
    ['009', 'A10', '2025-03-15', '分期', 100, ''],
    ['009', 'A11', '2025-03-15', '', 100, ''],
  ];

  it('give a due date where the document has none of its own', () => {
    const { kinds, parsed, items } = read({ 应收: LEDGER, 客户档案: CUSTOMERS }, '应收');
    expect(kinds).toEqual(['items', 'customers']);
    expect(dueDates(items)).toEqual({
      A1: '2025-04-29', // end of February + 60 days: the month of invoice counts
      A2: '2025-05-30',
      A3: '2025-04-14',
      A4: '2025-03-25', // its own term goes first
      A5: '2025-03-30', // its own term by the customer's rule
      A6: '2025-04-30', // its own rule
      A7: '2025-06-09', // from the day of acceptance
      A8: '2025-03-15',
      A9: '2025-03-15',
      A10: '2025-03-15',
      A11: '2025-03-15',
    });
    expect(parsed.issues.map(({ sheet, row, code, value }) => [sheet, row, code, value])).toEqual([
      ['应收', 9, 'termAmbiguous', ''], // accepted nobody knows when
      ['应收', 10, 'noDueDate', ''],
      ['应收', 11, 'termAmbiguous', '分期'],
      ['应收', 12, 'noDueDate', ''],
      ['客户档案', 6, 'termAmbiguous', '面议'],
    ]);
  });

  it('are no ledger themselves', () => {
    const [source] = proposeSources([head('客户', CUSTOMERS)]).sources;
    const parser = sourceParser(source!)!;
    parser.addBlock([...CUSTOMERS.slice(1), ['合计']], 2);
    expect(parser.finish()).toMatchObject({ items: { count: 0 }, lastRow: 6 });
    expect(membersOf(proposeSources([head('客户档案', CUSTOMERS)]), '客户档案')).toEqual([]);
  });

  it('give an account the due dates it never has, by its customers’ names', () => {
    const { kinds, parsed, items } = read(
      {
        客户档案: [
          ['往来单位名称', '信用期'],
          ['宏达汽配', '30天'],
          ['新远客车', '验收后30天'], // an account keeps no day of acceptance
          ['', '60天'],
          ['合计', ''],
        ],
        明细账: [
          ['日期', '凭证号', '客户', '摘要', '借方', '贷方', '余额'],
          ['2025-01-10', 'J1', '宏达汽配', '销售', 100, '', 100],
          ['2025-02-10', 'J2', '宏达汽配', '收款', '', 40, 60],
          ['2025-02-20', 'J3', '新远客车', '销售', 70, '', 70],
        ],
      },
      '明细账',
    );
    expect(kinds).toEqual(['customers', 'account']);
    expect(dueDates(items)).toEqual({ J1: '2025-02-09', J2: '2025-02-10', J3: '2025-02-20' });
    expect(parsed.issues.map(({ row, code }) => [row, code])).toEqual([[2, 'noDueDates']]);
    expect(formatFen(items.amount[0]!)).toBe('100.00');
  });

  it('are told by a person where the headers do not say so', () => {
    const rows = [
      ['客户', '账期', '开票日期', '金额'],
      ['宏达', '30天', '2025-01-01', 5],
    ];
    const chosen = { kinds: { 表: 'customers' } } as const;
    expect(proposeSources([head('表', rows)], chosen).sources[0]).toMatchObject({
      kind: 'customers',
      confidence: 1,
    });
    const none = proposeSources([head('表', [['金额'], [1]])], chosen).sources[0];
    expect(none).toMatchObject({ kind: 'other', reasons: ['chosen', 'noColumns'] });
  });
});

describe('days a term counts from', () => {
  it.each([
    ['票到30天', '收票日期', '2025-04-11'],
    ['发货后30天', '发货日期', '2025-04-11'],
    ['货到30天', '客户签收日期', '2025-04-11'],
    ['验收后30天', '终验日期', '2025-03-01'],
  ])('%s with a column %s', (term, header, due) => {
    const { items } = read(
      {
        应收: [
          ['客户', '发票号', '开票日期', '账期', '金额', header],
          ['宏达', 'A1', '2025-03-01', term, 100, '2025/3/12'],
        ],
      },
      '应收',
    );
    expect(dueDates(items)).toEqual({ A1: due });
  });

  it('a day that cannot be read is asked for', () => {
    const { parsed } = read(
      {
        应收: [
          ['客户', '发票号', '开票日期', '账期', '金额', '验收日期'],
          ['宏达', 'A1', '2025-03-01', '验收后30天', 100, '待定'],
        ],
      },
      '应收',
    );
    expect(parsed.issues.map(({ code }) => code)).toEqual(['termAmbiguous']);
  });
});
