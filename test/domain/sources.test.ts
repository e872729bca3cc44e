import { columnsOf, type SourcesChoice } from '../../src/domain';
import { propose, type Sheets } from '../support/readWorkbook';

const day = '2025-03-01';
const LEDGER = ['客户', '发票号', '开票日期', '到期日', '应收金额'];
const RECEIPTS = ['收款日期', '客户', '收款金额', '发票号'];
const ACCOUNT = ['日期', '凭证号', '摘要', '借方', '贷方', '方向', '余额'];
const rows = {
  ledger: [LEDGER, ['甲', 'A1', day, day, 10]],
  receipts: [RECEIPTS, [day, '甲', 10, 'A1']],
  account: [ACCOUNT, [day, '记-1', '销售', 10, '', '借', 10]],
};

/** Kind and reasons by sheet. */
const look = (sheets: Sheets, chosen?: SourcesChoice) =>
  Object.fromEntries(
    propose(sheets, chosen).sources.map(({ sheet, kind, isUsed, reasons }) => [
      sheet,
      [kind, isUsed, ...reasons],
    ]),
  );

describe('what a sheet is', () => {
  it.each<[string, string, unknown[][], unknown[]]>([
    ['a ledger of items', '台账', rows.ledger, ['items', true, 'itemColumns']],
    ['receipts by their headers', 'Sheet1', rows.receipts, ['receipts', true, 'receiptColumns']],
    [
      'receipts by the name of the sheet, where the headers are general',
      '收款',
      [
        ['日期', '客户', '金额'],
        [day, '甲', 10],
      ],
      ['receipts', true, 'receiptColumns', 'name'],
    ],
    [
      'receipts by their title',
      'Sheet1',
      [['回款登记表'], ['日期', '客户', '金额'], [day, '甲', 10]],
      ['receipts', true, 'receiptColumns', 'name'],
    ],
    [
      'general headers and no word of receipts are a ledger',
      'Sheet1',
      [
        ['日期', '客户', '金额'],
        [day, '甲', 10],
      ],
      ['items', true, 'itemColumns'],
    ],
    [
      'receipts that speak of the invoice too, without its date',
      '收款',
      [
        ['收款日期', '客户', '发票号', '发票金额', '收款金额'],
        [day, '甲', 'A1', 100, 10],
      ],
      ['receipts', true, 'receiptColumns', 'name'],
    ],
    [
      'a ledger with what was received is no list of receipts, whatever its name',
      '收款台账',
      [
        ['客户', '发票号', '开票日期', '应收金额', '收款日期', '收款金额'],
        ['甲', 'A1', day, 10, day, 10],
      ],
      ['items', true, 'itemColumns'],
    ],
    [
      'receipts in English',
      'Cash receipts',
      [
        ['Receipt No.', 'Receipt Date', 'Customer', 'Amount Received', 'Invoice No.'],
        ['R1', day, 'Acme', 10, 'INV1'],
      ],
      ['receipts', true, 'receiptColumns', 'name'],
    ],
    [
      'receipts by the day they came in, where only the data speak of a ledger',
      'Sheet1',
      [['到账日期', '客户', '金额'], ...[1, 2, 3].map((n) => [day, '甲', n])],
      ['receipts', true, 'receiptColumns'],
    ],
    [
      'stages of nobody are none',
      'Sheet1',
      [
        ['预付款', '发货款', '验收款'],
        [1, 2, 3],
      ],
      ['other', false, 'noColumns'],
    ],
    ['an account', '明细账', rows.account, ['account', true, 'debitAndCredit']],
    [
      'an account named after its customer',
      '宏达汽配',
      rows.account,
      ['account', true, 'debitAndCredit', 'customerOfSheet'],
    ],
    [
      'an account in English',
      'Ledger',
      [
        ['Customer: C01 Acme Ltd'],
        ['Date', 'Voucher No', 'Description', 'Debit', 'Credit', 'Balance'],
        [day, 'V1', 'Sale', 10, '', 10],
      ],
      ['account', true, 'debitAndCredit', 'customerOfSheet'],
    ],
    [
      'contracts with stages',
      '合同',
      [
        ['合同号', '客户', '预付款', '预付款到期日', '发货款', '发货款到期日'],
        ['H1', '甲', 10, day, 20, day],
      ],
      ['stages', true, 'stageColumns'],
    ],
    [
      'contracts in English',
      'Contracts',
      [
        ['Contract No', 'Customer', 'Down payment', 'Down payment due', 'On delivery', 'Retention'],
        ['H1', 'Acme', 10, day, 20, 5],
      ],
      ['stages', true, 'stageColumns'],
    ],
    [
      'a ledger that also keeps a deposit and a retention',
      '台账',
      [
        [...LEDGER, '已收金额', '定金', '质保金'],
        ['甲', 'A1', day, day, 10, 0, 1, 2],
      ],
      ['items', true, 'itemColumns'],
    ],
    [
      'a ledger of balances that also keeps them',
      '台账',
      [
        [...LEDGER, '未收余额', '定金', '质保金'],
        ['甲', 'A1', day, day, 10, 10, 1, 2],
      ],
      ['items', true, 'itemColumns'],
    ],
    [
      'receipts beside what is left to come',
      '收款记录',
      [
        ['日期', '客户', '收款金额', '余额'],
        [day, '甲', 10, 90],
      ],
      ['receipts', true, 'receiptColumns', 'name'],
    ],
    [
      'balances beside what came in, where nothing speaks of receipts',
      '台账',
      [
        ['日期', '客户', '收款金额', '余额'],
        [day, '甲', 10, 90],
      ],
      ['items', true, 'itemColumns'],
    ],
    [
      'booking rates',
      '外币',
      [
        ['客户', '发票号', '开票日期', '币种', '汇率', '金额'],
        ['甲', 'A1', day, 'USD', 7.1, 10],
      ],
      ['items', true, 'itemColumns', 'bookingRates'],
    ],
    ['headers without rows', '模板', [LEDGER], ['other', false, 'noRows']],
    ['no headers', '说明', [['请先填写台账']], ['other', false, 'noColumns']],
    ['what a name says is something else', '银行日记账', rows.account, ['other', false, 'name']],
    [
      'what its title says is something else',
      '明细',
      [['应付账款明细账'], ...rows.account],
      ['other', false, 'name'],
    ],
    [
      'what the bank received for us',
      '银行收款',
      rows.receipts,
      ['receipts', true, 'receiptColumns', 'name'],
    ],
    [
      'what is bought',
      '台账',
      [
        ['供应商', '单据号', '单据日期', '金额'],
        ['某厂', 'P1', day, 10],
      ],
      ['other', false, 'suppliers'],
    ],
    [
      'a pivot',
      '汇总',
      [
        ['行标签', '求和项:金额'],
        ['甲', 10],
      ],
      ['other', false, 'pivot'],
    ],
  ])('%s', (_, name, sheet, expected) => {
    expect(look({ [name]: sheet })[name]).toEqual(expected);
  });

  it('an empty workbook has nothing', () => {
    expect(propose({})).toEqual({ sources: [], link: null, receivedOn: 'items' });
  });
});

describe('which sheets make up the receivables', () => {
  it('sheets of the same headers and of periods', () => {
    expect(look({ '1月': rows.ledger, '2月': rows.ledger, 其他客户: rows.ledger })).toEqual({
      '1月': ['items', true, 'itemColumns', 'period', 'sameHeaders'],
      '2月': ['items', true, 'itemColumns', 'period', 'sameHeaders'],
      其他客户: ['items', true, 'itemColumns', 'sameHeaders'],
    });
  });

  it('a copy is left aside, as long as there is what it copies', () => {
    expect(look({ 台账: rows.ledger, '台账 (2)': rows.ledger })['台账 (2)']).toEqual([
      'items',
      false,
      'itemColumns',
      'copy',
    ]);
    expect(look({ 台账备份: rows.ledger })['台账备份']).toEqual(['items', true, 'itemColumns']);
  });

  it('doubtful columns count only where nothing is surer', () => {
    const doubtful = [
      ['区域', '型号', '生效', '价值'],
      ['华东', 'X', day, 10],
      ['华东', 'Y', day, 10],
      ['华东', 'Z', day, 10],
    ];
    expect(look({ 附表: doubtful })['附表']).toEqual(['items', true, 'itemColumns']);
    expect(look({ 附表: doubtful }, { columns: { 附表: { amount: '' } } })['附表']).toEqual([
      'other',
      false,
      'noColumns',
    ]);
    expect(look({ 台账: rows.ledger, 附表: doubtful })['附表']).toEqual([
      'items',
      false,
      'itemColumns',
      'doubtful',
    ]);
  });

  it('the same business counts once: items before contracts, contracts before accounts', () => {
    const contracts = [
      ['合同号', '客户', '预付款', '发货款', '验收款'],
      ['H1', '甲', 1, 2, 3],
    ];
    const kinds = look({ 明细账: rows.account, 合同: contracts, 台账: rows.ledger });
    expect(kinds['明细账']).toEqual(['account', false, 'debitAndCredit', 'toldElsewhere']);
    expect(kinds['合同']).toEqual(['stages', false, 'stageColumns', 'toldElsewhere']);
    expect(look({ 明细账: rows.account, 合同: contracts })['合同']![1]).toBe(true);
  });

  it('an account has the receipts already', () => {
    expect(look({ 明细账: rows.account, 收款: rows.receipts })['收款']).toEqual([
      'receipts',
      false,
      'receiptColumns',
      'name',
      'toldElsewhere',
    ]);
  });

  it.each<[string, SourcesChoice, string, unknown[]]>([
    ['a kind', { kinds: { 台账: 'other' } }, '台账', ['other', false, 'chosen']],
    [
      'a kind it cannot have',
      { kinds: { 台账: 'account' } },
      '台账',
      ['other', false, 'chosen', 'noColumns'],
    ],
    [
      'stages where there are none',
      { kinds: { 台账: 'stages' } },
      '台账',
      ['other', false, 'chosen', 'noColumns'],
    ],
    [
      'items where there are none',
      { kinds: { 说明: 'items' } },
      '说明',
      ['other', false, 'chosen', 'noColumns'],
    ],
    [
      'receipts where there are none',
      { kinds: { 说明: 'receipts' } },
      '说明',
      ['other', false, 'chosen', 'noColumns'],
    ],
    [
      'an account beside items',
      { kinds: { 明细账: 'account' } },
      '明细账',
      ['account', true, 'chosen', 'debitAndCredit'],
    ],
  ])('a person may choose %s', (_, chosen, sheet, expected) => {
    const sheets = { 台账: rows.ledger, 明细账: rows.account, 说明: [['说明']] };
    expect(look(sheets, chosen)[sheet]).toEqual(expected);
  });

  it('a person may name columns', () => {
    const sheet = [
      ['客户', '发票号', '开票日期', '应收金额', '调整后'],
      ['甲', 'A1', day, 10, 11],
    ];
    const [source] = propose({ 台账: sheet }, { columns: { 台账: { amount: '调整后' } } }).sources;
    expect(source).toMatchObject({ layout: { mapping: { amount: 4 } } });
    const named = (amount: string) =>
      propose({ 台账: sheet }, { columns: { 台账: { amount } } }).sources[0];
    expect(named('调整 后（元）')).toMatchObject({ layout: { mapping: { amount: 4 } } });
    expect(named('（？）')).toMatchObject({ layout: { mapping: { amount: 3 } } });
  });
});

describe('how receipts find what they pay', () => {
  const paid = [
    [...LEDGER, '已收金额'],
    ['甲', 'A1', day, day, 10, 4],
  ];

  it.each<[string, Sheets, SourcesChoice, string | null, string]>([
    ['by number', { 台账: rows.ledger, 收款: rows.receipts }, {}, 'documentNo', 'receipts'],
    [
      'by a number of their own that the items know',
      {
        台账: rows.ledger,
        收款: [
          ['收款日期', '客户', '收款金额', '单据号'],
          [day, '甲', 10, 'Ａ1'],
          [day, '甲', 10, 'X1'],
        ],
      },
      {},
      'documentNo',
      'receipts',
    ],
    [
      'by customer where the number is only the receipt’s',
      {
        台账: rows.ledger,
        收款: [
          ['收款日期', '客户', '收款金额', '单据号'],
          [day, '甲', 10, 'S1'],
        ],
      },
      {},
      'customer',
      'receipts',
    ],
    [
      'not at all',
      {
        台账: rows.ledger,
        收款: [
          ['收款日期', '收款金额'],
          [day, 10],
        ],
        回款: [
          ['收款日期', '收款金额', '流水号'],
          [day, 10, ''],
        ],
      },
      {},
      'none',
      'receipts',
    ],
    [
      'not where the items say what was received',
      { 台账: paid, 收款: rows.receipts },
      {},
      'documentNo',
      'items',
    ],
    [
      'all the same where a person says so',
      { 台账: paid, 收款: rows.receipts },
      { receivedOn: 'receipts' },
      'documentNo',
      'receipts',
    ],
    [
      'an empty column says nothing of what was received',
      {
        台账: [
          [...LEDGER, '已收金额', '状态'],
          ['甲', 'A1', day, day, 10, 0, '未收'],
          ['甲', 'A2', day, day, 10, '', ''],
        ],
        收款: rows.receipts,
      },
      {},
      'documentNo',
      'receipts',
    ],
    [
      'a word that says settled does',
      {
        台账: [
          [...LEDGER, '状态'],
          ['甲', 'A1', day, day, 10, '已结清'],
        ],
        收款: rows.receipts,
      },
      {},
      'documentNo',
      'items',
    ],
    [
      'a balance that stands for the amount does',
      {
        台账: [
          ['客户', '发票号', '开票日期', '未收余额'],
          ['甲', 'A1', day, 10],
        ],
        收款: rows.receipts,
      },
      {},
      'documentNo',
      'items',
    ],
    [
      'stages that say what was received do',
      {
        合同: [
          ['合同号', '客户', '预付款', '预付款已收', '发货款', '验收款'],
          ['A1', '甲', 10, 5, 20, 20],
        ],
        收款: rows.receipts,
      },
      {},
      'documentNo',
      'items',
    ],
    [
      'stages without do not',
      {
        合同: [
          ['合同号', '客户', '预付款', '发货款', '验收款'],
          ['A1', '甲', 10, 20, 20],
        ],
        收款: rows.receipts,
      },
      {},
      'documentNo',
      'receipts',
    ],
    ['where there are none', { 台账: rows.ledger }, {}, null, 'items'],
  ])('%s', (_, sheets, chosen, link, receivedOn) => {
    expect(propose(sheets, chosen)).toMatchObject({ link, receivedOn });
  });

  it('receipts that do not count are left aside, but for a person’s word', () => {
    const sheets = { 台账: paid, 收款: rows.receipts };
    expect(look(sheets)['收款']).toEqual([
      'receipts',
      false,
      'receiptColumns',
      'name',
      'receivedOnItems',
    ]);
    expect(look(sheets, { kinds: { 收款: 'receipts' } })['收款']![1]).toBe(true);
  });
});

describe('the columns a source is read from', () => {
  it.each<[string, Sheets, number[]]>([
    [
      'of a ledger, those with a role',
      {
        台账: [
          [...LEDGER, '规格'],
          ['甲', 'A1', day, day, 10, ''],
        ],
      },
      [0, 1, 2, 3, 4],
    ],
    [
      'of an account, all: a title may stand in any',
      { 明细账: rows.account },
      [0, 1, 2, 3, 4, 5, 6],
    ],
    [
      'of contracts, those of the stages too',
      {
        合同: [
          ['合同号', '备忘', '客户', '预付款', '预付款到期日', '发货款', '发货日期'],
          ['H1', '', '甲', 1, day, 2, day],
        ],
      },
      [0, 2, 3, 4, 5, 6],
    ],
    ['of other sheets, none', { 说明: [['说明']] }, []],
  ])('%s', (_, sheets, columns) => {
    expect(columnsOf(propose(sheets).sources[0]!)).toEqual(columns);
  });
});
