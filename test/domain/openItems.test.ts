import {
  analyse,
  defaultSettings,
  findLayout,
  formatFen,
  isoDate,
  LedgerParser,
  NO_DATE,
  serialOf,
  type ParserOptions,
} from '../../src/domain';

const [issued, due] = [serialOf(2025, 3, 1), serialOf(2025, 3, 31)];
const asOf = serialOf(2025, 6, 30);

/** Reads rows as the sheet's rows 2 and on, under a header. */
function read(header: string[], rows: unknown[][], options: ParserOptions = {}) {
  const layout = findLayout([header, ...rows], {})!;
  const parser = new LedgerParser(layout.mapping, { ...layout, ...options });
  parser.addBlock(rows, 2);
  const items = parser.finish();
  const { open } = analyse(items, defaultSettings(asOf));
  return {
    items,
    open: [...open].map(formatFen),
    issues: parser.issues.map(({ row, role, code, value }) => [row, code, role, value]),
    unclean: parser.unclean,
    parser,
  };
}

describe('what is open', () => {
  const full = ['客户', '单据号', '开票日期', '到期日', '应收金额', '已收金额', '未收余额'];
  it.each<[string, string[], unknown[], string, unknown[], number[]]>([
    ['amount less received', full, ['甲', 'A1', issued, due, 100, 40, 60], '60.00', [], []],
    [
      'amount less received also where the balance says otherwise',
      full,
      ['甲', 'A1', issued, due, 100, 40, 61],
      '60.00',
      [[2, 'balanceMismatch', 'open', '61']],
      [],
    ],
    [
      'amount less received where the balance cannot be read',
      full,
      ['甲', 'A1', issued, due, 100, 40, '见附表'],
      '60.00',
      [[2, 'amountUnreadable', 'open', '见附表']],
      [],
    ],
    ['a blank balance says nothing', full, ['甲', 'A1', issued, due, 100, 40, ''], '60.00', [], []],
    [
      'a dash for a balance is none',
      full,
      ['甲', 'A1', issued, due, 100, 100, '-'],
      '0.00',
      [],
      [],
    ],
    [
      'amount and balance only',
      ['客户', '到期日', '应收金额', '未收余额'],
      ['甲', due, 100, 60],
      '60.00',
      [],
      [2],
    ],
    ['a balance only', ['客户', '到期日', '未收余额'], ['甲', due, 60], '60.00', [], []],
    [
      'a balance only, whatever was received before',
      ['客户', '到期日', '未收余额', '收款日期'],
      ['甲', due, 60, issued],
      '60.00',
      [],
      [2],
    ],
    [
      'nothing where only the receipt date is kept and it has come',
      ['客户', '到期日', '应收金额', '收款日期'],
      ['甲', due, 60, asOf],
      '0.00',
      [],
      [],
    ],
    [
      'settled by status',
      ['客户', '到期日', '应收金额', '状态'],
      ['甲', due, 60, '已结清'],
      '0.00',
      [[2, 'statusContradiction', 'status', '已结清']],
      [2],
    ],
    [
      'settled by status and by amounts',
      ['客户', '到期日', '应收金额', '已收金额', '状态'],
      ['甲', due, 60, 60, 'Closed'],
      '0.00',
      [],
      [],
    ],
    [
      'void by status',
      ['客户', '到期日', '应收金额', '状态'],
      ['甲', due, 60, '已作废'],
      '0.00',
      [[2, 'statusContradiction', 'status', '已作废']],
      [2],
    ],
    [
      'open by status',
      ['客户', '到期日', '应收金额', '状态'],
      ['甲', due, 60, '未结清'],
      '60.00',
      [],
      [],
    ],
    [
      'text amounts',
      full,
      ['甲', 'A1', issued, due, '￥1,200.00', '(100.00)', ''],
      '1300.00',
      [],
      [2],
    ],
    [
      'amounts in ten thousands',
      ['客户', '到期日', '应收金额（万元）', '已收金额（万元）'],
      ['甲', due, 12.5, '-'],
      '125000.00',
      [],
      [2],
    ],
  ])('%s', (_, header, row, open, issues, unclean) => {
    const result = read(header, [row]);
    expect(result.open).toEqual([open]);
    expect(result.issues).toEqual(issues);
    expect(result.unclean).toEqual(unclean);
  });

  it.each([
    '结清',
    '已核销',
    '全额收款',
    '收訖',
    '已付款',
    'paid',
    'Paid in full',
    'CLOSED',
    '作废',
    '已红冲',
    '取消',
    'void',
    '作廢',
  ])('status %s leaves nothing open', (status) => {
    const result = read(['客户', '到期日', '应收金额', '状态'], [['甲', due, 60, status]]);
    expect(result.open).toEqual(['0.00']);
  });

  it.each(['未收款', '未结清', '部分收款', '部分核销', 'open', 'partial', '逾期', '未付', ''])(
    'status %p claims nothing',
    (status) => {
      const result = read(['客户', '到期日', '应收金额', '状态'], [['甲', due, 60, status]]);
      expect(result.open).toEqual(['60.00']);
    },
  );
});

describe('when it falls due', () => {
  const header = ['客户', '开票日期', '到期日', '账期', '应收金额'];
  it.each<[string, unknown[], string, unknown[]]>([
    ['by the ledger', ['甲', issued, due, '60天', 1], '2025-03-31', []],
    ['by the term', ['甲', issued, '', '60天', 1], '2025-04-30', []],
    ['by the month', ['甲', issued, '', '月结30天', 1], '2025-04-30', []],
    [
      'by nothing clear',
      ['甲', issued, '', '月结', 1],
      '2025-03-01',
      [[2, 'termAmbiguous', 'term', '月结']],
    ],
    ['by nothing', ['甲', issued, '', '', 1], '2025-03-01', [[2, 'noDueDate', 'dueDate', '']]],
  ])('%s', (_, row, date, issues) => {
    const result = read(header, [row]);
    expect(isoDate(result.items.dueDate[0]!)).toBe(date);
    expect(result.issues).toEqual(issues);
  });
});

describe('dates day first or month first', () => {
  const header = ['客户', '开票日期', '应收金额', '到期日'];

  it('a later row of the column settles the earlier ones, in their order', () => {
    const { items, issues, unclean } = read(header, [
      ['甲', '1/3/2025', 1, due],
      ['乙', '2/3/2025', 2, due],
      ['丙', '13/3/2025', 3, due],
    ]);
    expect([...items.documentDate].map(isoDate)).toEqual([
      '2025-03-01',
      '2025-03-02',
      '2025-03-13',
    ]);
    expect([...items.row]).toEqual([2, 3, 4]);
    expect(issues).toEqual([]);
    expect(unclean).toEqual([2, 3, 4]);
  });

  it('a column that leaves it open is asked about, row by row', () => {
    const { items, issues } = read(header, [
      ['甲', '1/3/2025', 1, due],
      ['乙', '3/3/2025', 2, due],
    ]);
    expect(items.count).toBe(1);
    expect(issues).toEqual([[2, 'dateAmbiguous', 'documentDate', '1/3/2025']]);
  });

  it('follows the answer', () => {
    const { items } = read(header, [['甲', '1/3/2025', 1, due]], {
      dateOrder: { documentDate: 'mdy' },
    });
    expect(isoDate(items.documentDate[0]!)).toBe('2025-01-03');
  });

  it('counts from 1904 where the workbook does', () => {
    const { items } = read(header, [['甲', issued - 1462, 1, due - 1462]], { date1904: true });
    expect([items.documentDate[0], items.dueDate[0]]).toEqual([issued, due]);
  });
});

describe('rows that are no items', () => {
  const header = ['客户', '单据号', '开票日期', '到期日', '应收金额', '备注'];
  const item = ['甲', 'A1', issued, due, 10, ''];
  it.each<[string, unknown[], string]>([
    ['小计', ['小计', '', '', '', 10, ''], 'subtotal'],
    ['合计 with blanks between', ['合　　计', '', '', '', 10, ''], 'subtotal'],
    ['合计：', ['', '合计：', '', '', 10, ''], 'subtotal'],
    ['本页小计', ['本页小计', '', '', '', 10, ''], 'subtotal'],
    ['本月合计', ['', '', '本月合计', '', 10, ''], 'subtotal'],
    ['本年累计', ['本年累计', '', '', '', 10, ''], 'subtotal'],
    ['a total of one currency', ['合计（美元）', '', '', '', 10, ''], 'subtotal'],
    ['3月份合计', ['3月份合计', '', '', '', 10, ''], 'subtotal'],
    ['总计 under a date', ['', '', '总 计', '', 10, ''], 'subtotal'],
    ['Grand Total', ['Grand Total', '', '', '', 10, ''], 'subtotal'],
    ['a customer’s subtotal', ['宏达汽配 小计', '', '', '', 10, ''], 'subtotal'],
    ['Acme Total', ['Acme Total', '', '', '', 10, ''], 'subtotal'],
    ['小計 in traditional characters', ['小計', '', '', '', 10, ''], 'subtotal'],
    ['a total without a word', ['', '', '', '', 10, ''], 'subtotal'],
    ['制表人', ['制表人：王昕', '', '审核：李蔚', '', '', ''], 'printedLine'],
    ['打印日期', ['打印日期：2025-06-30', '', '', '', '', ''], 'printedLine'],
    ['a page number', ['', '', '', '', '', '第 3 页 共 9 页'], 'printedLine'],
    ['Page 1 of 3', ['Page 1 of 3', '', '', '', '', ''], 'printedLine'],
    ['the header again', header, 'repeatedHeader'],
    ['the header again, in part', ['客户', '', '开票日期', '', '', ''], 'repeatedHeader'],
  ])('%s is left out and listed', (_, row, code) => {
    const { items, issues, unclean } = read(header, [item, row, ['乙', ...item.slice(1)]]);
    expect(items.count).toBe(2);
    expect(issues).toEqual([[3, code, expect.any(String), expect.any(String)]]);
    expect(unclean).toEqual([3]);
  });

  it.each([
    ['合计科技', 'A9', issued, due, 10, ''],
    ['Total', 'A9', issued, due, 10, ''],
    ['上海审核咨询', 'A9', issued, due, 10, ''],
    ['总计华南分公司', '', issued, due, 10, ''],
    ['甲', '', issued, due, 10, '合计'],
  ])('%s … is an item', (...row) => {
    expect(read(header, [row]).items.count).toBe(1);
  });

  it('the ledger ends where a long blank stretch begins', () => {
    const blank = Array.from({ length: 21 }, () => ['', '', '', '', '', '']);
    const { items, issues, parser } = read(header, [
      item,
      ...blank,
      ['丙', 'X', issued, due, 5, ''],
    ]);
    expect(items.count).toBe(1);
    expect(issues).toEqual([[24, 'afterEnd', 'customer', '丙']]);
    expect(parser.lastRow).toBe(2);
  });

  it('a few blank rows are no end', () => {
    const blank = Array.from({ length: 5 }, () => ['', '', '', '', '', '']);
    expect(read(header, [item, ...blank, item.with(1, 'A2')]).items.count).toBe(2);
  });

  it('exact repeats are reported on the later row and kept', () => {
    const { items, issues } = read(header, [
      item,
      item.with(4, 11),
      item,
      item.with(1, ''),
      item.with(1, ''),
    ]);
    expect(items.count).toBe(5);
    expect(issues).toEqual([[4, 'duplicate', 'documentNo', 'A1']]);
  });
});

describe('customers', () => {
  const header = ['客户编码', '客户名称', '到期日', '应收金额'];
  const rows = [
    ['000123', '', due, 1],
    ['０００１２３', '宏达', due, 2],
    [123, '宏达汽配', due, 4],
    ['0A1', '江南', due, 8],
    ['A1', '江南', due, 16],
    ['1230', '华锐', due, 32],
  ];

  it('codes that differ by leading zeros or width are one', () => {
    const { items, parser } = read(header, rows);
    expect(items.customers).toEqual(['000123', '0A1', '1230']);
    expect(items.customerNames).toEqual(['宏达', '江南', '华锐']);
    expect(parser.mergedCodes()).toEqual([
      { customer: '000123', spellings: ['000123', '０００１２３', '123'] },
      { customer: '0A1', spellings: ['0A1', 'A1'] },
    ]);
  });

  it('unless the user wants them apart', () => {
    const { items, parser } = read(header, rows, { mergeCodes: false });
    expect(items.customers).toHaveLength(6);
    expect(parser.mergedCodes()).toEqual([]);
  });

  it('zeros that lead a name are part of it', () => {
    const { items } = read(
      ['客户', '到期日', '应收金额'],
      [
        ['0元购商贸', due, 1],
        ['元购商贸', due, 1],
        ['宏达（上海）', due, 1],
        ['宏达(上海)', due, 1],
      ],
    );
    expect(items.customers).toEqual(['0元购商贸', '元购商贸', '宏达（上海）']);
  });
});

describe('what else items carry', () => {
  it('number, dispute and what they are grouped by, where the ledger keeps it', () => {
    const { items } = read(
      ['客户', '单据号', '到期日', '应收金额', '区域', '业务员', '是否争议', '币种'],
      [
        ['甲', 'A1', due, 1, '华东', '王昕', '是', '人民币'],
        ['乙', 17, due, 1, '华南', '', '否', 'RMB'],
        ['丙', '', due, 1, '华东', '王昕', '', 'USD'],
      ],
    );
    expect(items.documentNo).toEqual(['A1', '17', '']);
    expect([...items.disputed]).toEqual([1, 0, 0]);
    expect(items.dimensions.region).toEqual({
      index: Int32Array.of(0, 1, 0),
      words: ['华东', '华南'],
    });
    expect(items.dimensions.salesperson!.words).toEqual(['王昕', '']);
    expect(items.dimensions.industry).toBeUndefined();
    expect(items.currencies).toEqual(['人民币', 'USD']);
  });

  it('the currency an amount names, where the ledger has no column for it', () => {
    const { items } = read(
      ['客户', '到期日', '应收金额'],
      [
        ['甲', due, 'US$ 5'],
        ['甲', due, '￥5'],
        ['甲', due, 5],
      ],
    );
    expect(items.currencies).toEqual(['USD', '']);
    expect([...items.currency]).toEqual([0, 1, 1]);
  });

  it('no receipt date where none is kept', () => {
    expect(read(['客户', '到期日', '应收金额'], [['甲', due, 1]]).items.receiptDate[0]).toBe(
      NO_DATE,
    );
  });
});
