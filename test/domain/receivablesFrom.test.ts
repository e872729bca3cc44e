import {
  formatFen,
  openAmounts,
  receivablesFrom,
  serialOf,
  type SourcesChoice,
  type UnitingChoice,
} from '../../src/domain';
import { readWorkbook, type Sheets } from '../support/readWorkbook';

const day = serialOf(2025, 3, 1);
const asOf = serialOf(2025, 12, 31);
const LEDGER = ['客户', '发票号', '开票日期', '到期日', '金额'];
const RECEIPTS = ['收款日期', '客户', '收款金额', '发票号'];
const ACCOUNT = ['日期', '凭证号', '摘要', '借方', '贷方', '方向', '余额'];

/** What is open by row, and issues as place and code. */
function read(sheets: Sheets, chosen: SourcesChoice & UnitingChoice = {}) {
  const result = readWorkbook(sheets, chosen);
  const { items } = result;
  const open = openAmounts(items, asOf);
  const place = (i: number) => `${items.sheets[items.sheet[i]!]!}!${items.row[i]!}`;
  return {
    ...result,
    open: Object.fromEntries(Array.from(open, (fen, i) => [place(i), formatFen(fen)])),
    customers: Array.from(items.customer, (c) => items.customers[c]),
    issues: result.issues.flatMap(({ sheet, row, code, other }) =>
      code === 'noDueDates'
        ? []
        : [[`${sheet}!${row}`, code, ...(other ? [`${other.sheet}!${other.row}`] : [])]],
    ),
  };
}

describe('one dictionary of customers', () => {
  const codes = [
    ['客户编码', '客户名称', '发票号', '开票日期', '到期日', '金额'],
    ['001', '宏达汽配（集团）', 'A1', day, day, 10],
    ['002', '远景', 'A2', day, day, 20],
  ];
  const receipts = (...customers: unknown[]) => [
    RECEIPTS,
    ...customers.map((customer) => [day, customer, 5, '']),
  ];

  it.each<[string, unknown[], string[]]>([
    ['a code with other zeros', [1, '０02'], ['001', '002']],
    ['a name where other sheets have the code', ['宏达汽配(集团)', '远 景'], ['001', '002']],
    ['a customer of its own', ['东风'], ['东风']],
  ])('knows %s', (_, customers, known) => {
    const { customers: all, issues } = read({ 开票: codes, 收款: receipts(...customers) });
    expect([all.slice(2), issues]).toEqual([known, []]);
  });

  it('does not guess between two codes of one name', () => {
    const two = [...codes, ['003', '远景', 'A3', day, day, 30]];
    expect(read({ 开票: two, 收款: receipts('远景') }).customers.at(-1)).toBe('远景');
  });

  it('keeps spellings apart where a person wants it', () => {
    const sheets = { 开票: codes, 收款: receipts(1, '01') };
    expect(read(sheets).mergedCodes).toEqual([{ customer: '001', spellings: ['001', '1', '01'] }]);
    const apart = read(sheets, { mergeCodes: false });
    expect([apart.customers.slice(2), apart.mergedCodes]).toEqual([['1', '01'], []]);
  });
});

describe('currencies of sheets that name none', () => {
  const header = [...LEDGER, '币种'];
  const first = ['甲', 'A1', day, day, 10, 'USD'];
  const pay = (invoices: unknown[][], ...receipt: unknown[]) => {
    const sheets = { 台账: [header, ...invoices], 收款: [RECEIPTS, [day, ...receipt]] };
    const { items } = read(sheets);
    return items.currencies[items.currency[invoices.length]!];
  };

  it.each<[string, unknown[][], unknown[], string]>([
    ['are the customer’s', [first, ['乙', 'B1', day, day, 10, 'EUR']], ['甲', 5, ''], 'USD'],
    ['are the ledger’s where it has one', [first], ['丙', 5, ''], 'USD'],
    ['are the document’s', [first, ['甲', 'A2', day, day, 10, 'EUR']], ['甲', 5, 'A2'], 'EUR'],
    ['are left open between two', [first, ['甲', 'A2', day, day, 10, 'EUR']], ['甲', 5, ''], ''],
    [
      'are left open between two of others',
      [first, ['乙', 'B1', day, day, 10, '']],
      ['丙', 5, ''],
      '',
    ],
  ])('%s', (_, invoices, receipt, currency) => {
    expect(pay(invoices, ...receipt)).toBe(currency);
  });
});

describe('receipts that name what they pay', () => {
  const ledger = [
    LEDGER,
    ['甲', 'A1', day, day, 10],
    ['甲', '0012', day, day, 20],
    ['甲', 'A1', day, day + 30, 5],
    ['乙', 'B1', day, day, 30],
    ['乙', '', day, day, 7],
    ['丙', 'A9', day, day, -4],
  ];
  const pay = (...receipts: unknown[][]) =>
    read({ 台账: ledger, 收款: [RECEIPTS, ...receipts.map((r) => [day + 1, ...r])] });

  it.each<[string, unknown[][], Record<string, string>, unknown[][]]>([
    [
      'a document of two due dates, the earlier first',
      [['甲', 12, 'A1']],
      { '台账!2': '0.00', '台账!4': '3.00', '收款!2': '0.00' },
      [],
    ],
    ['a number whatever its zeros and width', [['甲', 20, '１２']], { '台账!3': '0.00' }, []],
    ['a number whatever its case', [['甲', 10, 'a 1']], { '台账!2': '0.00' }, []],
    [
      'several documents, of one due date by number',
      [['甲', 25, 'A1，12']],
      { '台账!2': '5.00', '台账!3': '0.00', '台账!4': '5.00', '收款!2': '0.00' },
      [],
    ],
    [
      'more documents than they can',
      [['甲', 15, 'A1 12']],
      { '台账!2': '10.00', '台账!3': '5.00' },
      [['收款!2', 'creditUsedUp']],
    ],
    ['nothing', [['甲', 15, '']], { '收款!2': '-15.00' }, []],
    [
      'another customer’s',
      [['乙', 15, 'A1']],
      { '收款!2': '-15.00' },
      [['收款!2', 'otherCustomer']],
    ],
    [
      'a document that is none to be paid',
      [['丙', 4, 'A9']],
      { '收款!2': '-4.00' },
      [['收款!2', 'overApplied']],
    ],
    [
      'a document, and are taken back',
      [
        ['甲', 10, 'A1'],
        ['甲', -10, 'A1'],
      ],
      { '台账!2': '10.00', '收款!2': '0.00', '收款!3': '0.00' },
      [],
    ],
    [
      'a document, and nothing is there that is taken back',
      [['甲', -10, 'A1']],
      { '台账!2': '10.00', '收款!2': '10.00' },
      [['收款!2', 'reversalAlone']],
    ],
  ])('pay %s', (_, receipts, open, issues) => {
    const result = pay(...receipts);
    expect(result.open).toMatchObject(open);
    expect(result.issues).toEqual(issues);
  });

  it('without a customer have the document’s', () => {
    const { customers, issues } = pay(['', 10, 'A1'], ['', 30, 'B1'], ['', 1, '']);
    expect(customers.slice(6)).toEqual(['甲', '乙', '（未填客户）']);
    expect(issues).toEqual([['收款!4', 'noCustomer']]);
  });

  it('in another currency pay nothing', () => {
    const euros = [
      [...RECEIPTS, '币种'],
      [day, '甲', 10, 'A1', 'EUR'],
    ];
    const yuan = ledger.map((row, k) => [...row, k === 0 ? '币种' : 'CNY']);
    expect(read({ 台账: yuan, 收款: euros }).issues).toEqual([['收款!2', 'otherCurrency']]);
  });

  it('pay the oldest where a person wants it so', () => {
    const receipts = [RECEIPTS, [day + 1, '甲', 12, '']];
    const { open, items } = read({ 台账: ledger, 收款: receipts }, { settlement: 'fifo' });
    expect(open).toMatchObject({ '台账!2': '0.00', '台账!3': '18.00', '收款!2': '0.00' });
    expect([...items.applications.derived]).toEqual([1, 1]);
  });

  it('count instead of what the items say was received', () => {
    const paid = [
      [...LEDGER, '已收金额', '未收余额', '收款日期', '状态'],
      ['甲', 'A1', day, day, 10, 4, 5, day, ''],
      ['甲', 'A2', day, day, 20, 4, 16, day, '已结清'],
    ];
    const sheets = { 台账: paid, 收款: [RECEIPTS, [day, '甲', 3, 'A1']] };
    expect(read(sheets)).toMatchObject({
      open: { '台账!2': '6.00', '台账!3': '0.00' },
      issues: [
        ['台账!2', 'balanceMismatch'],
        ['台账!3', 'statusContradiction'],
      ],
    });
    expect(read(sheets, { receivedOn: 'receipts' })).toMatchObject({
      open: { '台账!2': '7.00', '台账!3': '20.00' },
      issues: [],
    });
  });
});

describe('lists of several periods', () => {
  const list = (...rows: unknown[][]) => [LEDGER, ...rows];
  const a = ['甲', 'A1', day, day, 10];
  const b = ['乙', 'B1', day, day, 20];
  const c = ['丙', 'C1', day, day, 30];
  const unnumbered = ['丙', '', day + 3, day + 3, 5];

  it('one document on two lists may be a slip: both count, and it is said', () => {
    const { lists, open, issues } = read({ '1月': list(a, b), '2月': list(a, c) });
    expect([lists, Object.keys(open), issues]).toEqual([
      'appended',
      ['1月!2', '1月!3', '2月!2', '2月!3'],
      [['2月!2', 'duplicateOnSheets', '1月!2']],
    ]);
  });

  it('a repeat on one sheet is that sheet’s issue', () => {
    expect(read({ 台账: list(a, a), 其他: list(b) }).issues).toEqual([['台账!3', 'duplicate']]);
  });

  it('open items carried forward count on the latest list, in whatever order the sheets stand', () => {
    const { lists, open, issues } = read({
      '2月': list(b, unnumbered, c),
      '1月': list(a, b, unnumbered),
      '2月分公司': list(['丁', 'D1', day, day, 1]),
    });
    expect([lists, open]).toEqual([
      'carriedForward',
      { '2月!2': '20.00', '2月!3': '5.00', '2月!4': '30.00', '2月分公司!2': '1.00' },
    ]);
    expect(issues).toEqual([
      ['1月!2', 'goneSince'],
      ['1月!3', 'carriedForward', '2月!2'],
      ['1月!4', 'carriedForward', '2月!3'],
    ]);
  });

  it('a person may say otherwise', () => {
    const sheets = { '1月': list(a, b), '2月': list(a, b) };
    expect(read(sheets).lists).toBe('carriedForward');
    expect(Object.keys(read(sheets, { lists: 'appended' }).open)).toHaveLength(4);
    const own = { '1月': list(a), '2月': list(b) };
    expect(Object.keys(read(own, { lists: 'carriedForward' }).open)).toEqual(['2月!2']);
  });

  it('sheets that name no period are no lists of one', () => {
    expect(read({ 华东: list(a, b), 华南: list(a, b) }).lists).toBe('appended');
  });
});

describe('an account of several sheets', () => {
  const first = [
    ACCOUNT,
    [day, '', '期初余额', '', '', '借', 10],
    [day + 5, '1', '', 5, '', '借', 15],
  ];
  const second = (opening: number) => [
    ACCOUNT,
    [day + 31, '', '期初余额', '', '', '借', opening],
    [day + 32, '2', '', '', 12, '借', opening - 12],
  ];
  const titled = (rows: unknown[][]) => [['客户：宏达'], ...rows];

  it('opens once', () => {
    const sheets = { '2025年4月': titled(second(15)), '2025年3月': titled(first) };
    const { open, issues } = read(sheets);
    expect(open).toEqual({ '2025年3月!3': '0.00', '2025年3月!4': '3.00', '2025年4月!4': '0.00' });
    expect(issues).toEqual([['2025年4月!3', 'openingRepeated']]);
  });

  it('tells where it does not open as it closed before', () => {
    const { issues } = read({ '3月': titled(first), '4月': titled(second(16)) });
    expect(issues).toEqual([
      ['4月!3', 'openingRepeated'],
      ['4月!3', 'balanceBroken'],
    ]);
  });

  it('opens for each customer of its own', () => {
    expect(read({ 宏达: first, 远景: second(16) }).issues).toEqual([]);
  });

  it('red entries take back what they reverse, also of the sheet before', () => {
    const before = titled([
      ACCOUNT,
      [day, '1', '', 8, '', '借', 8],
      [day + 1, '2', '', 8, '', '借', 16],
      [day + 2, '3', '', '', 8, '借', 8],
    ]);
    const after = titled([
      ACCOUNT,
      [day + 31, '4', '红字', -8, '', '平', 0],
      [day + 32, '5', '退回', '', -8, '借', 8],
      [day + 33, '6', '', '', -2, '借', 10],
    ]);
    const { open, issues } = read({ '3月': before, '4月': after });
    expect(open).toEqual({
      '3月!3': '8.00',
      '3月!4': '0.00',
      '3月!5': '0.00',
      '4月!3': '0.00',
      '4月!4': '0.00',
      '4月!5': '2.00',
    });
    expect(issues.map(([place, code]) => `${place} ${code}`)).toContain('4月!5 reversalAlone');
  });

  it('can be left without FIFO', () => {
    const { open, settlement } = read({ 宏达: first }, { settlement: 'links' });
    expect([open, settlement]).toEqual([{ '宏达!2': '10.00', '宏达!3': '5.00' }, 'links']);
  });
});

describe('whatever the sheets hold', () => {
  it('groups of one sheet are blank on another', () => {
    const { items } = read({
      东: [
        [...LEDGER, '区域'],
        ['甲', 'A1', day, day, 10, '华东'],
      ],
      西: [LEDGER, ['乙', 'B1', day, day, 20]],
      合计表: [
        [...LEDGER, '区域'],
        ['丙', 'C1', day, day, 5, '华南'],
        ['合计', '', '', '', 5, ''],
      ],
    });
    const { words, index } = items.dimensions.region!;
    expect(Array.from(index, (k) => words[k])).toEqual(['华东', '', '华南']);
  });

  it('nothing is an empty ledger', () => {
    expect(receivablesFrom([])).toMatchObject({ items: { count: 0 }, receivedOn: 'items' });
    expect(read({ 说明: [['说明']] })).toMatchObject({
      items: { count: 0, customers: [] },
      issues: [],
    });
  });
});
