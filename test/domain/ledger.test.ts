import {
  analyse,
  customerBalances,
  defaultSettings,
  findLayout,
  isoDate,
  LedgerParser,
  NO_CUSTOMER,
  NO_DATE,
  overdueOf,
  serialOf,
  type ParserOptions,
} from '../../src/domain';

const HEADER = ['客户', '单据号', '开票日期', '到期日', '应收金额', '已收金额'];
const asOf = serialOf(2025, 6, 30);

/** Reads rows under the usual header, as the sheet's rows 2 and on. */
function read(rows: unknown[][], header: string[] = HEADER, options: ParserOptions = {}) {
  const layout = findLayout([header], {})!;
  const parser = new LedgerParser(layout.mapping, { ...layout, ...options });
  parser.addBlock(rows, 2);
  const items = parser.finish();
  return { items, issues: parser.issues, unclean: parser.unclean, parser };
}

describe('finding the ledger', () => {
  it('takes the row that names most roles, below titles', () => {
    const layout = findLayout(
      [['应收账款台账'], [], ['制表日期', '2025-06-30'], HEADER, ['甲', 'A1']],
      {},
    );
    expect(layout?.headerRow).toBe(3);
    expect(layout?.mapping).toEqual({
      customer: 0,
      documentNo: 1,
      documentDate: 2,
      dueDate: 3,
      amount: 4,
      received: 5,
    });
  });

  it.each([
    [['Customer ID', 'Invoice No.', 'Invoice Date', 'Due Date', 'Amount (CNY)']],
    [['cust_number', 'invoice_id', 'posting_date', 'due_date', 'amount']],
    [['客户编码', '发票号码', '单据日期', '付款到期日', '价税合计（元）']],
    [['往来单位', '单据编号', '业务日期', '应收日期', '金额']],
  ])('knows the headers %j', (header) => {
    expect(findLayout([header], {})?.mapping).toEqual({
      customer: 0,
      documentNo: 1,
      documentDate: 2,
      dueDate: 3,
      amount: 4,
    });
  });

  it('follows the user where the user says', () => {
    const header = ['客户', '到期日', '应收金额', '本币金额', '结算日'];
    const layout = findLayout([header], { amount: '本币金额', receiptDate: '结算日' });
    expect(layout?.mapping).toEqual({ customer: 0, dueDate: 1, amount: 3, receiptDate: 4 });
  });

  it('finds none without an amount or any date', () => {
    expect(
      findLayout(
        [
          ['客户', '到期日'],
          ['客户', '金额'],
        ],
        {},
      ),
    ).toBeNull();
  });
});

describe('reading rows', () => {
  it('keeps what is plain and says nothing', () => {
    const { items, issues, unclean } = read([['宏达', 'A1', 45_658, 45_688, 1000, 400]]);
    expect(items.count).toBe(1);
    expect([items.customers[0], items.amount[0], items.received[0]]).toEqual([
      '宏达',
      100_000,
      40_000,
    ]);
    expect([issues, unclean]).toEqual([[], []]);
  });

  it.each([
    [
      'an unreadable amount',
      ['甲', 'A1', 45_658, 45_688, '一千', 0],
      'amountUnreadable',
      'amount',
      0,
    ],
    ['no date at all', ['甲', 'A1', '', '', 10, 0], 'noDate', 'dueDate', 0],
    ['no due date', ['甲', 'A1', 45_658, '', 10, 0], 'noDueDate', 'dueDate', 1],
    ['no customer', ['', 'A1', 45_658, 45_688, 10, 0], 'noCustomer', 'customer', 1],
    ['a subtotal', ['小计', '', '', '', 10, 0], 'subtotal', 'customer', 0],
    ['a grand total', ['Grand total', '', '', '', 10, 0], 'subtotal', 'customer', 0],
  ])('%s costs at most its own row', (_, row, code, role, kept) => {
    const { items, issues } = read([row, ['乙', 'A2', 45_658, 45_688, 10, 0]]);
    expect(issues).toEqual([expect.objectContaining({ row: 2, code, role })]);
    expect(items.count).toBe(kept + 1);
  });

  it.each([
    ['2025-01-01', '待定', '30天', '2025-01-31', ['dateUnreadable dueDate 待定']],
    ['2025-01-01', '#N/A', '', '2025-01-01', ['dateUnreadable dueDate #N/A', 'noDueDate dueDate ']],
    ['2025-01-01', '2025-02-30', '30天', '2025-01-31', ['dateUnreadable dueDate 2025-02-30']],
    ['2025-01-01', '——', '30天', '2025-01-31', []],
    ['2025-01-01', '/', '30天', '2025-01-31', []],
    ['2025-01-01', '无', '', '2025-01-01', ['noDueDate dueDate ']],
    ['暂无', '2025-03-01', '', '2025-03-01', []],
    ['见合同', '2025-03-01', '', '2025-03-01', ['dateUnreadable documentDate 见合同']],
  ])(
    'the money stays where a date cannot be read: issued %s, due %s, term %s',
    (issued, due, term, expected, told) => {
      const headers = ['客户', '单据号', '开票日期', '到期日', '账期', '应收金额', '已收金额'];
      const { items, issues } = read([['甲', 'A1', issued, due, term, 10, 4]], headers);
      expect([items.amount[0], items.received[0]]).toEqual([1000, 400]);
      expect(isoDate(items.dueDate[0]!)).toBe(expected);
      expect(issues.map(({ code, role, value }) => `${code} ${role} ${value}`)).toEqual(told);
    },
  );

  it('leaves out a row whose dates can both not be read', () => {
    const { items, issues } = read([['甲', 'A1', '见合同', '待定', 10, 0]]);
    expect(items.count).toBe(0);
    expect(issues.map(({ code }) => code)).toEqual(['dateUnreadable', 'dateUnreadable', 'noDate']);
  });

  it.each(['无', '未付', '未收款', '未回款', '未到账', '/', '—', 'N/A'])(
    'nothing was received: %s',
    (word) => {
      const { items, issues } = read([['甲', 'A1', 45_658, 45_688, 10, word]]);
      expect([items.count, items.received[0], issues]).toEqual([1, 0, []]);
    },
  );

  it('未付 is no amount to be had', () => {
    const { items, issues } = read([['甲', 'A1', 45_658, 45_688, '未付', 0]]);
    expect(items.count).toBe(0);
    expect(issues.map(({ code }) => code)).toEqual(['amountUnreadable']);
  });

  it('a customer whose name begins like a total is a customer', () => {
    expect(read([['合计科技', 'A1', 45_658, 45_688, 10, 0]]).items.count).toBe(1);
  });

  it('falls back on document date and on a word for nobody', () => {
    const { items } = read([['', 'A1', 45_658, '', 10, 0]]);
    expect(isoDate(items.dueDate[0]!)).toBe('2025-01-01');
    expect(items.customers[items.customer[0]!]).toBe(NO_CUSTOMER);
  });

  it('an unreadable receipt date costs only itself', () => {
    const { items, issues } = read(
      [['甲', 45_688, 100, 40, '月底']],
      ['客户', '到期日', '应收金额', '已收金额', '收款日期'],
    );
    expect([items.received[0], items.receiptDate[0]]).toEqual([4000, NO_DATE]);
    expect(issues).toEqual([
      { row: 2, role: 'receiptDate', code: 'dateUnreadable', value: '月底' },
    ]);
  });

  it('a receipt date that may be two days waits for a person; what was received counts', () => {
    const { items, issues } = read(
      [['甲', 45_688, 100, 40, '3/1/2025']],
      ['客户', '到期日', '应收金额', '已收金额', '收款日期'],
    );
    expect([items.received[0], items.receiptDate[0]]).toEqual([4000, NO_DATE]);
    expect(issues).toEqual([
      { row: 2, role: 'receiptDate', code: 'dateAmbiguous', value: '3/1/2025' },
    ]);
  });

  it('reads a balance where that is all there is, and leaves out what is none', () => {
    const { items, issues } = read(
      [
        ['甲', 'A1', 45_688, 60],
        ['甲', 'A2', 45_688, '待定'],
      ],
      ['客户', '单据号', '到期日', '未收余额'],
    );
    expect([items.count, items.amount[0], items.received[0]]).toEqual([1, 6000, 0]);
    expect(issues).toEqual([{ row: 3, role: 'open', code: 'amountUnreadable', value: '待定' }]);
  });

  it('needs no more than to know which column is which', () => {
    const parser = new LedgerParser({ customer: 0, dueDate: 1, amount: 2 });
    parser.addBlock([['甲', 45_688, 10]], 2);
    expect([...parser.finish().amount]).toEqual([1000]);
    expect(parser.lastRow).toBe(2);
  });

  it('marks rows a native formula would misread', () => {
    const { unclean } = read([
      ['甲', 'A1', 45_658, 45_688, 10, ''],
      ['甲', 'A2', 45_658, '2025-1-31', 10, ''],
      ['甲', 'A3', 45_658, 45_688, '10元', ''],
      ['合计', '', '', '', 20, ''],
    ]);
    expect(unclean).toEqual([3, 4, 5]);
  });

  it('leaves blank rows alone', () => {
    expect(
      read([
        ['', '', '', '', '', ''],
        [null, ' ', '', '', '', ''],
      ]),
    ).toMatchObject({
      items: { count: 0 },
      issues: [],
    });
  });
});

describe('ageing', () => {
  const rows = [
    ['甲', 'A1', serialOf(2025, 5, 1), serialOf(2025, 5, 31), 1000, 0],
    ['甲', 'A2', serialOf(2025, 6, 1), serialOf(2025, 6, 30), 500, 200],
    ['甲', 'A3', serialOf(2025, 6, 1), serialOf(2025, 7, 30), 70, 70],
    ['乙', 'B1', serialOf(2025, 1, 1), serialOf(2025, 3, 31), 90, 0],
    ['乙', 'B2', serialOf(2025, 6, 1), serialOf(2025, 6, 1), -40, 0],
    ['丙', 'C1', serialOf(2025, 7, 1), serialOf(2025, 7, 1), 999, 0],
  ];
  const analysis = analyse(read(rows).items, { ...defaultSettings(asOf), edges: [30, 60, 90] });

  it('puts each open amount into its bucket, credits apart', () => {
    expect(analysis.totals).toMatchObject([
      {
        open: 135_000,
        unapplied: -4000,
        byBucket: [30_000, 100_000, 0, 0, 9000],
        countByBucket: [1, 1, 0, 0, 1],
      },
    ]);
  });

  it('ranks customers by overdue money and leaves out who owes nothing', () => {
    expect(
      customerBalances(analysis).map((c) => [c.customer, c.open, overdueOf(c), c.maxDaysOverdue]),
    ).toEqual([
      ['甲', 130_000, 100_000, 30],
      ['乙', 5000, 9000, 91],
    ]);
  });

  it('lights what is open and past due; due today is not', () => {
    expect(analysis.overdueCount).toBe(2);
  });

  it('takes a receipt at its date, the whole amount where only the date is kept', () => {
    const header = ['客户', '到期日', '金额', '回款日期'];
    const { items } = read(
      [
        ['甲', asOf - 10, 100, asOf],
        ['甲', asOf - 10, 100, asOf + 1],
      ],
      header,
    );
    expect([...analyse(items, { ...defaultSettings(asOf), edges: [30] }).open]).toEqual([
      0, 10_000,
    ]);
  });

  it('keeps currencies apart', () => {
    const header = ['客户', '到期日', '金额', '币种'];
    const { items } = read(
      [
        ['甲', asOf - 1, 1, 'USD'],
        ['甲', asOf - 1, 2, 'CAD'],
      ],
      header,
    );
    const found = analyse(items, { ...defaultSettings(asOf), edges: [30] });
    expect(found.totals.map((t) => [t.currency, t.open])).toEqual([
      ['USD', 100],
      ['CAD', 200],
    ]);
    expect(customerBalances(found)).toHaveLength(2);
  });
});

it.each([
  [
    '定性分类',
    ['破产', '訴訟中', '可疑', '可疑类', '', '无诉讼', '(no litigation)'],
    [3, 5, 8],
    [6, 8, 4, 4, 0, 0, 0],
  ],
  ['是否诉讼', ['是', '否', '√', ' Ｙ', '未诉讼', '破产'], [5], [8, 0, 8, 8, 0, 6]],
])(
  'marks the rows whose word of the class a formula would not read as it is meant: %s',
  (header, words, marked, facts) => {
    const rows = words.map((word, i) => ['甲', `A${i}`, 45_658, 45_688, 100, 0, word]);
    const { items, unclean } = read(rows, [...HEADER, header]);
    expect(unclean).toEqual(marked);
    expect([...items.classFact]).toEqual(facts);
    // A word stands where it says something, be it to a formula alone.
    const isSaid = (i: number) => facts[i]! > 0 || marked.includes(i + 2);
    expect([...items.classCells]).toEqual([...words.entries()].filter(([i]) => isSaid(i)));
  },
);
