import { findLayout, serialOf, type Layout, type MappingChoice } from '../../src/domain';

const day = serialOf(2025, 3, 1);

/** Roles by the header they were given to. */
const found = (layout: Layout | null) =>
  layout &&
  Object.fromEntries(
    Object.entries(layout.mapping).map(([role, column]) => [role, layout.headers[column]]),
  );

const look = (rows: unknown[][], chosen: MappingChoice = {}) => findLayout(rows, chosen);

describe('what the columns mean', () => {
  it.each<[string, string[], Record<string, string>]>([
    [
      'a hand-kept ledger',
      ['序号', '客户', '单据号', '开票日期', '到期日', '应收金额', '已收金额', '未收余额', '备注'],
      {
        customer: '客户',
        documentNo: '单据号',
        documentDate: '开票日期',
        dueDate: '到期日',
        amount: '应收金额',
        received: '已收金额',
        open: '未收余额',
        remark: '备注',
      },
    ],
    [
      '用友',
      [
        '客户编码',
        '客户名称',
        '单据类型',
        '单据编号',
        '单据日期',
        '到期日',
        '币种',
        '汇率',
        '原币金额',
        '本币金额',
        '原币余额',
        '本币余额',
        '部门',
        '业务员',
        '摘要',
      ],
      {
        customer: '客户编码',
        customerName: '客户名称',
        documentNo: '单据编号',
        documentDate: '单据日期',
        dueDate: '到期日',
        currency: '币种',
        rate: '汇率',
        amount: '原币金额',
        open: '原币余额',
        salesperson: '业务员',
        remark: '摘要',
      },
    ],
    [
      '金蝶',
      [
        '往来单位编码',
        '往来单位',
        '单据编号',
        '业务日期',
        '到期日',
        '币别',
        '价税合计',
        '税额',
        '已核销金额',
        '未核销金额',
        '销售员',
        '收款条件',
      ],
      {
        customer: '往来单位编码',
        customerName: '往来单位',
        documentNo: '单据编号',
        documentDate: '业务日期',
        dueDate: '到期日',
        currency: '币别',
        amount: '价税合计',
        received: '已核销金额',
        open: '未核销金额',
        salesperson: '销售员',
        term: '收款条件',
      },
    ],
    [
      'SAP in English',
      [
        'Customer',
        'Name 1',
        'Document Number',
        'Document Date',
        'Net due date',
        'Amount in doc. curr.',
        'Document currency',
        'Clearing date',
        'Text',
      ],
      {
        customer: 'Customer',
        documentNo: 'Document Number',
        documentDate: 'Document Date',
        dueDate: 'Net due date',
        amount: 'Amount in doc. curr.',
        currency: 'Document currency',
        receiptDate: 'Clearing date',
        remark: 'Text',
      },
    ],
    [
      'traditional characters',
      [
        '客戶編號',
        '客戶名稱',
        '發票號碼',
        '發票日期',
        '到期日',
        '幣別',
        '匯率',
        '應收帳款',
        '已收金額',
        '收款日期',
        '區域',
        '業務員',
        '備註',
      ],
      {
        customer: '客戶編號',
        customerName: '客戶名稱',
        documentNo: '發票號碼',
        documentDate: '發票日期',
        dueDate: '到期日',
        currency: '幣別',
        rate: '匯率',
        amount: '應收帳款',
        received: '已收金額',
        receiptDate: '收款日期',
        region: '區域',
        salesperson: '業務員',
        remark: '備註',
      },
    ],
    [
      'a car-parts maker',
      [
        '客户代码',
        '客户简称',
        '发票号',
        '开票日',
        '账期',
        '车型',
        '开票金额（元）',
        '回款金额（元）',
        '回款日期',
        '客户类型',
        '大区',
        '所属行业',
        '状态',
        '是否争议',
      ],
      {
        customer: '客户代码',
        customerName: '客户简称',
        documentNo: '发票号',
        documentDate: '开票日',
        term: '账期',
        productModel: '车型',
        amount: '开票金额（元）',
        received: '回款金额（元）',
        receiptDate: '回款日期',
        customerType: '客户类型',
        region: '大区',
        industry: '所属行业',
        status: '状态',
        disputed: '是否争议',
      },
    ],
    [
      'a code beside a column called 客户',
      ['客户编码', '客户', '日期', '金额', '税率'],
      { customer: '客户编码', customerName: '客户', documentDate: '日期', amount: '金额' },
    ],
    [
      'a due date beside an expected one',
      ['客户', '预计收款日', '到期日', '本币金额', '应收金额'],
      { customer: '客户', dueDate: '到期日', amount: '应收金额' },
    ],
    [
      'an expected day where there is no other',
      ['客户', '开票日期', '预计收款日', '应收金额'],
      { customer: '客户', documentDate: '开票日期', dueDate: '预计收款日', amount: '应收金额' },
    ],
    [
      'blanks, line breaks and stars in the headers',
      ['客 户 名 称*', '发票\n号码', '开票 日期', '到 期 日', '应收　金额'],
      {
        customer: '客 户 名 称*',
        documentNo: '发票\n号码',
        documentDate: '开票 日期',
        dueDate: '到 期 日',
        amount: '应收　金额',
      },
    ],
    [
      'slips of the pen',
      ['Custmer name', 'Invoice numbr', 'Invoice dat', 'Due date', 'Invoice amout'],
      {
        customer: 'Custmer name',
        documentNo: 'Invoice numbr',
        documentDate: 'Invoice dat',
        dueDate: 'Due date',
        amount: 'Invoice amout',
      },
    ],
    [
      'camel case, with columns that are none of ours',
      [
        'countryCode',
        'customerID',
        'PaperlessDate',
        'invoiceNumber',
        'InvoiceDate',
        'DueDate',
        'InvoiceAmount',
        'Disputed',
        'SettledDate',
        'PaperlessBill',
        'DaysToSettle',
        'DaysLate',
      ],
      {
        region: 'countryCode',
        customer: 'customerID',
        documentNo: 'invoiceNumber',
        documentDate: 'InvoiceDate',
        dueDate: 'DueDate',
        amount: 'InvoiceAmount',
        disputed: 'Disputed',
        receiptDate: 'SettledDate',
      },
    ],
    [
      'an account of debits and credits, whose balance runs on',
      ['凭证日期', '凭证字号', '客户', '摘要', '借方金额', '贷方金额', '余额'],
      {
        documentDate: '凭证日期',
        documentNo: '凭证字号',
        customer: '客户',
        remark: '摘要',
        amount: '借方金额',
        received: '贷方金额',
      },
    ],
    [
      'a class that people give, beside ours',
      ['客户', '到期日', '应收金额', '五级分类', '五级分类（人工）', '客户分类', '状态'],
      {
        customer: '客户',
        dueDate: '到期日',
        amount: '应收金额',
        classFact: '五级分类（人工）',
        customerType: '客户分类',
        status: '状态',
      },
    ],
    [
      'a lawsuit beside a status and a dispute',
      ['Customer', 'Due date', 'Amount', 'Risk class', 'Legal status', 'Status', 'Disputed'],
      {
        customer: 'Customer',
        dueDate: 'Due date',
        amount: 'Amount',
        classFact: 'Legal status',
        status: 'Status',
        disputed: 'Disputed',
      },
    ],
    [
      'only a balance',
      ['客户', '到期日', '未收余额'],
      { customer: '客户', dueDate: '到期日', open: '未收余额' },
    ],
  ])('%s', (_, header, roles) => {
    expect(found(look([header]))).toEqual(roles);
  });

  it.each<[string, unknown[][], Record<string, string>]>([
    [
      '回款 over dates is the receipt date, over amounts what was received',
      [
        ['客户', '日期', '金额', '回款', '收款'],
        ['甲', day, 100, day + 9, 30],
        ['乙', day, 200, day + 8, 40.5],
      ],
      {
        customer: '客户',
        documentDate: '日期',
        amount: '金额',
        receiptDate: '回款',
        received: '收款',
      },
    ],
    [
      'Due over amounts is the balance',
      [
        ['Customer', 'Invoice Number', 'Date', 'Due Date', 'Total', 'Paid', 'Due'],
        ['Acme', 'INV1', day, day + 30, 100, 40, 60],
      ],
      {
        customer: 'Customer',
        documentNo: 'Invoice Number',
        documentDate: 'Date',
        dueDate: 'Due Date',
        amount: 'Total',
        received: 'Paid',
        open: 'Due',
      },
    ],
    [
      '风险事项 over facts and denials says the class, not over other words',
      [
        ['客户', '到期日', '金额', '重大事项', '风险事项'],
        ['甲', day, 100, '老客户', '无'],
        ['乙', day, 200, '新客户', '诉讼中'],
      ],
      { customer: '客户', dueDate: '到期日', amount: '金额', classFact: '风险事项' },
    ],
    ...(
      [
        ['是否诉讼', '是', '否'],
        ['诉讼', 'Y', 'N'],
        ['是否破产', '√', '×'],
      ] as const
    ).map(([header, yes, no]): [string, unknown[][], Record<string, string>] => [
      `${header} over ${yes} and ${no} says the class`,
      [
        ['客户', '到期日', '金额', header],
        ['甲', day, 100, no],
        ['乙', day, 200, yes],
      ],
      { customer: '客户', dueDate: '到期日', amount: '金额', classFact: header },
    ]),
    [
      '日期 over other things is no date',
      [
        ['客户', '日期', '到期日', '金额'],
        ['甲', '上旬', day, 100],
        ['乙', '中旬', day, 200],
      ],
      { customer: '客户', dueDate: '到期日', amount: '金额' },
    ],
    [
      'dates and amounts under unknown headers are proposed',
      [
        ['客户', '发票号', '挂单', '货值合共'],
        ['甲', 'A1', '2025-3-1', 100.5],
        ['乙', 'A2', '2025-3-2', 200.25],
        ['丙', 'A3', '2025-3-3', 300],
      ],
      { customer: '客户', documentNo: '发票号', documentDate: '挂单', amount: '货值合共' },
    ],
  ])('the data say: %s', (_, rows, roles) => {
    expect(found(look(rows))).toEqual(roles);
  });

  it('is surer of an exact word with fitting data than of a guess', () => {
    const rows = [
      ['客户', '发票号', '挂单', '本次应收金额'],
      ['甲', 'A1', '2025-3-1', 100.5],
      ['乙', 'A2', '2025-3-2', 200.25],
      ['丙', 'A3', '2025-3-3', 300],
    ];
    const { confidence } = look(rows)!;
    expect(confidence.documentNo).toBe(1);
    expect(confidence.amount).toBeGreaterThan(0.6);
    expect(confidence.amount).toBeLessThan(0.9);
    expect(confidence.documentDate).toBeLessThanOrEqual(0.3);
  });

  it('is less sure where the data do not fit', () => {
    const rows = [
      ['客户', '到期日', '应收金额'],
      ['甲', '月底', 100],
      ['乙', day, 100],
    ];
    expect(look(rows)!.confidence.dueDate).toBeCloseTo(0.65);
  });

  it('a person may say that a column plays no role', () => {
    const header = ['客户', '开票日期', '到期日', '应收金额'];
    expect(found(look([header], { dueDate: '' }))).not.toHaveProperty('dueDate');
    expect(look([header], { customer: '到期日' })!.mapping.customer).toBe(2);
  });
});

describe('where the header stands', () => {
  it('two rows: groups over titles, single titles beside them', () => {
    const layout = look([
      ['应收账款明细表', '', '', '', '', '', ''],
      ['', '', '', '', '', '', ''],
      ['客户', '单据号', '开票日期', '应收款', '', '收款', ''],
      ['', '', '', '金额', '余额', '日期', '金额'],
      ['甲', 'A1', day, 100, 60, day, 40],
    ]);
    expect(layout).toMatchObject({ headerRow: 3, headerRows: 2 });
    expect(found(layout)).toEqual({
      customer: '客户',
      documentNo: '单据号',
      documentDate: '开票日期',
      amount: '应收款/金额',
      open: '应收款/余额',
      receiptDate: '收款/日期',
      received: '收款/金额',
    });
  });

  it('two rows: groups over every title', () => {
    const layout = look([
      ['客户信息', '', '单据', '', '应收', ''],
      ['编码', '名称', '编号', '日期', '到期日', '金额'],
    ]);
    expect(layout).toMatchObject({ headerRow: 1, headerRows: 2 });
    expect(found(layout)).toEqual({
      customer: '客户信息/编码',
      customerName: '客户信息/名称',
      documentNo: '单据/编号',
      documentDate: '单据/日期',
      dueDate: '应收/到期日',
      amount: '应收/金额',
    });
  });

  it('two rows: a blank column ends a group', () => {
    const layout = look([
      ['客户', '单据号', '开票日期', '应收款', '', '', ''],
      ['', '', '', '金额', '余额', '', '到期日'],
    ]);
    expect(layout!.headers.slice(3)).toEqual(['应收款/金额', '应收款/余额', '', '到期日']);
  });

  it('titles and the sheet’s own notes above are no groups', () => {
    const layout = look([
      ['宏达汽配应收账款台账', '', '', '', ''],
      ['制表单位：财务部', '', '', '2025年6月', '单位：元'],
      ['客户', '发票号', '开票日期', '到期日', '金额'],
      ['甲', 'A1', day, day, 100],
    ]);
    expect(layout).toMatchObject({ headerRow: 2, headerRows: 1 });
    expect(Object.keys(layout!.mapping)).toHaveLength(5);
  });

  it('the same header on the next printed page is no better, however well its page is kept', () => {
    const header = ['客户', '发票号', '开票日期', '到期日', '金额'];
    const layout = look([
      header,
      ['甲', 'A1', '三月初', day, '待定'],
      ['本页小计', '', '', '', 0],
      header,
      ['乙', 'B1', day, day, 100],
    ]);
    expect(layout).toMatchObject({ headerRow: 0, headerRows: 1 });
  });

  it.each([
    [['客户', '到期日', '金额（万元）'], [], 1e4],
    [['客户', '到期日', '金额(千元)'], [], 1e3],
    [['客户', '到期日', '应收金额/万元'], [], 1e4],
    [['客户', '到期日', '应收金额万元'], [], 1e4],
    [['客户', '到期日', "Amount ('000)"], [], 1e3],
    [['客户', '到期日', '金额'], ['单位：万元'], 1e4],
    [['客户', '到期日', '金额（元）'], ['单位：万元'], 1],
    [['客户', '到期日', '金额'], ['金额单位：人民币元'], 1],
    [['客户', '到期日', '金额'], [], 1],
  ])('%j under %j counts in %i', (header, title, unit) => {
    expect(look([title, header])!.unit).toEqual({ amount: unit });
  });

  it('tells how each date column is written', () => {
    const { dateOrder } = look([
      ['客户', '开票日期', '到期日', '收款日期', '金额'],
      ['甲', '1/3/2025', '3/13/2025', '2025-3-1', 1],
      ['甲', '2/3/2025', '3/1/2025', day, 1],
    ])!;
    expect(dateOrder).toEqual({ documentDate: 'ambiguous', dueDate: 'mdy', receiptDate: 'ymd' });
  });
});
