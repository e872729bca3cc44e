import {
  formatFen,
  isoDate,
  KINDS,
  serialOf,
  sourceParser,
  type SourcesChoice,
} from '../../src/domain';
import { propose, readWorkbook, type Sheets } from '../support/readWorkbook';

const day = serialOf(2025, 3, 1);

/** Items as number, kind, document date, due date, amount and received; issues as row, code, role, value. */
function read(sheets: Sheets, chosen: SourcesChoice = {}) {
  const { items, issues } = readWorkbook(sheets, { settlement: 'links', ...chosen });
  return {
    items: Array.from(items.row, (_, i) => [
      items.documentNo[i],
      KINDS[items.kind[i]!],
      isoDate(items.documentDate[i]!),
      isoDate(items.dueDate[i]!),
      formatFen(items.amount[i]!),
      formatFen(items.received[i]!),
    ]),
    customers: Array.from(items.customer, (c) => items.customers[c]),
    rates: [...items.rate],
    stages:
      items.dimensions.stage &&
      [...items.dimensions.stage.index].map((k) => items.dimensions.stage!.words[k]),
    issues: issues.map(({ row, code, role, value }) => [row, code, role, value]),
  };
}

describe('a sheet of receipts', () => {
  const header = ['收款日期', '收款单号', '客户', '收款金额', '结算方式', '票据到期日'];
  const receipt = (...rows: unknown[][]) => read({ 收款: [header, ...rows] });

  it.each<[string, unknown[], string[]]>([
    ['money', [day, 'S1', '甲', 10, '电汇', ''], ['receipt', '2025-03-01', '2025-03-01', '-10.00']],
    [
      'an advance',
      [day, 'S1', '甲', 10, '预收款', ''],
      ['advance', '2025-03-01', '2025-03-01', '-10.00'],
    ],
    [
      'a bill, in hand until it is paid',
      [day, 'S1', '甲', 10, '银行承兑汇票', '2025-09-01'],
      ['bill', '2025-03-01', '2025-09-01', '-10.00'],
    ],
    [
      'a write-off, which is no money',
      [day, 'S1', '甲', 10, '坏账核销', ''],
      ['writeOff', '2025-03-01', '2025-03-01', '-10.00'],
    ],
    [
      'money given back',
      [day, 'S1', '甲', -10, '', ''],
      ['receipt', '2025-03-01', '2025-03-01', '10.00'],
    ],
    ['nothing', [day, 'S1', '甲', 0, '', ''], ['receipt', '2025-03-01', '2025-03-01', '0.00']],
  ])('brings %s', (_, row, [kind, date, due, amount]) => {
    expect(receipt(row)).toMatchObject({ items: [['S1', kind, date, due, amount, '0.00']] });
  });

  it.each<[string, unknown[], unknown[], unknown[]?]>([
    ['no day', ['', 'S1', '甲', 10, '', ''], [2, 'noDate', 'documentDate', '']],
    [
      'a day that is none',
      ['月初', 'S1', '甲', 10, '', ''],
      [2, 'dateUnreadable', 'documentDate', '月初'],
      [2, 'noDate', 'documentDate', ''],
    ],
    [
      'no amount that can be read',
      [day, 'S1', '甲', '若干', '', ''],
      [2, 'amountUnreadable', 'amount', '若干'],
    ],
    ['no customer', [day, 'S1', '', 10, '', ''], [2, 'noCustomer', 'customer', '']],
  ])('reports %s', (_, row, ...issues) => {
    expect(receipt(row, [day, 'S2', '甲', 5, '', '']).issues).toEqual(issues);
  });
});

describe('a running account', () => {
  const header = ['日期', '凭证号', '摘要', '借方', '贷方', '方向', '余额'];
  const account = (...rows: unknown[][]) => read({ 宏达: [header, ...rows] });
  const withoutDues = ({ items, issues }: ReturnType<typeof read>) => ({
    items,
    issues: issues.filter(([, code]) => code !== 'noDueDates'),
  });

  it.each<[string, unknown[][], unknown[][], unknown[][]]>([
    [
      'debits and credits are items of their own, also on one row',
      [[day, '1', '', 10, 4, '借', 6]],
      [
        ['1', 'invoice', '2025-03-01', '2025-03-01', '10.00', '0.00'],
        ['1', 'receipt', '2025-03-01', '2025-03-01', '-4.00', '0.00'],
      ],
      [],
    ],
    [
      'a write-off is no receipt',
      [
        [day, '1', '销售', 10, '', '借', 10],
        [day, '2', '核销坏账', '', 4, '借', 6],
      ],
      [
        ['1', 'invoice', '2025-03-01', '2025-03-01', '10.00', '0.00'],
        ['2', 'writeOff', '2025-03-01', '2025-03-01', '-4.00', '0.00'],
      ],
      [],
    ],
    [
      'an opening balance in its debit, repeated as balance',
      [[day, '', '期初余额', 10, '', '借', 10]],
      [['', 'invoice', '2025-03-01', '2025-03-01', '10.00', '0.00']],
      [],
    ],
    [
      'an opening balance labelled in the place of the date takes the next day',
      [
        ['期初余额', '', '', '', '', '贷', 10],
        [day, '1', '', 4, '', '贷', 6],
      ],
      [
        ['', 'advance', '2025-03-01', '2025-03-01', '-10.00', '0.00'],
        ['1', 'invoice', '2025-03-01', '2025-03-01', '4.00', '0.00'],
      ],
      [[2, 'openingUndated', 'documentDate', '']],
    ],
    [
      'an opening balance that no day follows is no item',
      [
        ['', '', '期初余额', '', '', '借', 10],
        ['', '9', '未填日期', 5, '', '借', 15],
      ],
      [],
      [
        [2, 'noDate', 'documentDate', ''],
        [3, 'noDate', 'documentDate', ''],
      ],
    ],
    ['an opening balance of nothing is no item', [[day, '', '期初余额', '', '', '', '']], [], []],
    [
      'a balance brought forward further down repeats what is there',
      [
        [day, '1', '', 10, '', '借', 10],
        [day + 31, '', '上月结转', '', '', '借', 10],
        [day + 32, '2', '', '', 10, '平', 0],
      ],
      [
        ['1', 'invoice', '2025-03-01', '2025-03-01', '10.00', '0.00'],
        ['2', 'receipt', '2025-04-02', '2025-04-02', '-10.00', '0.00'],
      ],
      [],
    ],
    [
      'a balance that does not follow, once',
      [
        [day, '1', '', 10, '', '借', 10],
        [day, '2', '', 5, '', '借', 16],
        [day, '3', '', '', 1, '借', 15],
      ],
      [
        ['1', 'invoice', '2025-03-01', '2025-03-01', '10.00', '0.00'],
        ['2', 'invoice', '2025-03-01', '2025-03-01', '5.00', '0.00'],
        ['3', 'receipt', '2025-03-01', '2025-03-01', '-1.00', '0.00'],
      ],
      [[3, 'balanceBroken', 'open', '16']],
    ],
    [
      'a balance on the wrong side does not follow',
      [[day, '1', '', 10, '', '贷', 10]],
      [['1', 'invoice', '2025-03-01', '2025-03-01', '10.00', '0.00']],
      [[2, 'balanceBroken', 'open', '10']],
    ],
    [
      'balances that are left out, or carry their side with them',
      [
        [day, '1', '', 10, '', '', ''],
        [day, '2', '', '', 15, '', '5.00 Cr'],
        [day, '3', '', 9, '', '', '4借'],
      ],
      [
        ['1', 'invoice', '2025-03-01', '2025-03-01', '10.00', '0.00'],
        ['2', 'receipt', '2025-03-01', '2025-03-01', '-15.00', '0.00'],
        ['3', 'invoice', '2025-03-01', '2025-03-01', '9.00', '0.00'],
      ],
      [],
    ],
    [
      'totals and closing balances are left out',
      [
        [day, '1', '', 10, '', '借', 10],
        [day, '', '本月合计', 10, '', '借', 10],
        [day, '', '结转下年', '', 10, '平', 0],
      ],
      [['1', 'invoice', '2025-03-01', '2025-03-01', '10.00', '0.00']],
      [
        [3, 'subtotal', 'remark', '本月合计'],
        [4, 'subtotal', 'remark', '结转下年'],
      ],
    ],
    [
      'cells that cannot be read cost no more than themselves',
      [
        [day, '1', '', '若干', '', '借', ''],
        ['月底', '2', '', 5, '', '借', ''],
        [day, '3', '', 5, '若干', '借', '见附表'],
        ['', '', '', '', '', '', ''],
      ],
      [['3', 'invoice', '2025-03-01', '2025-03-01', '5.00', '0.00']],
      [
        [2, 'amountUnreadable', 'amount', '若干'],
        [3, 'dateUnreadable', 'documentDate', '月底'],
        [3, 'noDate', 'documentDate', ''],
        [4, 'amountUnreadable', 'received', '若干'],
        [4, 'amountUnreadable', 'open', '见附表'],
      ],
    ],
    [
      'a day that can be read two ways, where nothing settles it',
      [['3/1/2025', '1', '', 5, '', '借', 5]],
      [],
      [[2, 'dateAmbiguous', 'documentDate', '3/1/2025']],
    ],
    [
      'a day that can be read two ways, where another settles it',
      [
        ['3/1/2025', '1', '', 5, '', '借', 5],
        ['3/15/2025', '2', '', 5, '', '借', 10],
      ],
      [
        ['1', 'invoice', '2025-03-01', '2025-03-01', '5.00', '0.00'],
        ['2', 'invoice', '2025-03-15', '2025-03-15', '5.00', '0.00'],
      ],
      [],
    ],
  ])('%s', (_, rows, items, issues) => {
    expect(withoutDues(account(...rows))).toEqual({ items, issues });
  });

  it('due dates where the account keeps them', () => {
    const sheet = [
      [...header, '到期日'],
      [day, '1', '', 10, '', '借', 10, day + 30],
      [day, '2', '', 5, '', '借', 15, ''],
      [day, '3', '', 5, '', '借', 20, '月底'],
    ];
    expect(read({ 宏达: sheet })).toMatchObject({
      items: [
        ['1', 'invoice', '2025-03-01', '2025-03-31', '10.00', '0.00'],
        ['2', 'invoice', '2025-03-01', '2025-03-01', '5.00', '0.00'],
        ['3', 'invoice', '2025-03-01', '2025-03-01', '5.00', '0.00'],
      ],
      issues: [
        [3, 'noDueDate', 'dueDate', ''],
        [4, 'dateUnreadable', 'dueDate', '月底'],
        [4, 'noDueDate', 'dueDate', ''],
      ],
    });
  });

  it('a due date that may be two days waits for a person, the bill counts by its own date', () => {
    const sheet = [
      [...header, '到期日'],
      [day, '1', '', 10, '', '借', 10, '3/1/2025'],
    ];
    expect(read({ 宏达: sheet })).toMatchObject({
      items: [['1', 'invoice', '2025-03-01', '2025-03-01', '10.00', '0.00']],
      issues: [[2, 'dateAmbiguous', 'dueDate', '3/1/2025']],
    });
  });

  it('a title between the bookings names the next customer', () => {
    const { items, customers } = read({
      明细账: [
        ['客户：宏达'],
        header,
        [day, '1', '', 10, '', '借', 10],
        ['', '科目：1122 客户：C02 远景'],
        [day + 1, '2', '', 20, '', '借', 20],
      ],
    });
    expect(items.map(([no, , date, , amount]) => [no, date, amount])).toEqual([
      ['1', '2025-03-01', '10.00'],
      ['2', '2025-03-02', '20.00'],
    ]);
    expect(customers).toEqual(['宏达', 'C02']);
  });

  it('customers by column, code before name; a row without one is kept', () => {
    const sheet = [
      ['客户编码', '客户名称', ...header],
      ['C1', '宏达', day, '1', '', 10, '', '借', 10],
      ['', '远景', day, '2', '', 5, '', '借', 5],
      ['', '', day, '3', '', 1, '', '借', 1],
    ];
    expect(read({ 明细账: sheet })).toMatchObject({
      customers: ['C1', '远景', '（未填客户）'],
      issues: [
        [2, 'noDueDates', 'dueDate', ''],
        [4, 'noCustomer', 'customer', ''],
      ],
    });
  });

  it('an opening balance is in the currency that its customer has below', () => {
    const sheet = [
      ['客户', '币种', ...header],
      ['甲', '', day, '', '期初余额', '', '', '借', 10],
      ['甲', '人民币', day, '1', '', 5, '', '借', 15],
      ['乙', '', day, '', '期初余额', '', '', '借', 1],
      ['乙', 'USD', day, '2', '', 5, '', '借', 5],
      ['乙', 'EUR', day, '3', '', 6, '', '借', 6],
    ];
    const { items, issues } = readWorkbook({ 明细账: sheet });
    expect(Array.from(items.currency, (c) => items.currencies[c])).toEqual([
      '人民币',
      '人民币',
      '',
      'USD',
      'EUR',
    ]);
    expect(issues.map(({ code }) => code)).toEqual(['noDueDates']);
  });

  it('a balance may run on from customer to customer', () => {
    const sheet = [
      [...header, '客户'],
      [day, '', '年初余额', '', '', '借', 100, ''],
      [day, '1', '', 50, '', '借', 150, '甲'],
      [day, '2', '', '', 30, '借', 120, '乙'],
      [day, '3', '', 5, '', '借', 126, '甲'],
    ];
    const { issues } = readWorkbook({ 应收账款: sheet });
    expect(issues.map(({ row, code }) => [row, code])).toEqual([
      [2, 'noCustomer'],
      [2, 'noDueDates'],
      [5, 'balanceBroken'],
    ]);
  });

  describe('month and day apart', () => {
    const apart = (title: string, header2: unknown[], ...rows: unknown[][]) =>
      read({ 明细账: [[title], header2, ...rows] });
    const monthly = ['月', '日', '凭证号', '摘要', '借方', '贷方', '余额'];

    it('a new year begins where the months begin again', () => {
      const { items } = apart(
        '2024年应收账款 客户：宏达',
        monthly,
        [12, 30, '1', '', 10, '', 10],
        [1, 5, '2', '', 5, '', 15],
        ['', 6, '3', '', 5, '', 20],
      );
      expect(items.map(([, , date]) => date)).toEqual(['2024-12-30', '2025-01-05', '2025-01-06']);
    });

    it('a column of years says it', () => {
      const { items } = apart(
        '客户：宏达',
        ['年', ...monthly],
        [2024, 3, 1, '1', '', 10, '', 10],
        ['', 2, 1, '2', '', 5, '', 15],
      );
      expect(items.map(([, , date]) => date)).toEqual(['2024-03-01', '2025-02-01']);
    });

    it('without a year, and on days that never were, no day is made up', () => {
      const unknown = apart('客户：宏达', monthly, [3, 1, '1', '', 10, '', 10]);
      const never = apart('2025年 客户：宏达', monthly, [2, 30, '1', '', 10, '', 10]);
      expect([unknown.items, never.items]).toEqual([[], []]);
      expect([...unknown.issues, ...never.issues]).toEqual([
        [3, 'dateUnreadable', 'documentDate', '3-1'],
        [3, 'noDate', 'documentDate', ''],
        [3, 'dateUnreadable', 'documentDate', '2-30'],
        [3, 'noDate', 'documentDate', ''],
      ]);
    });
  });
});

describe('a sheet of contracts', () => {
  it('a header of one row, events, a term, and stages that are not yet owed', () => {
    const sheet = [
      [
        '合同号',
        '客户',
        '签订日期',
        '账期',
        '合同金额',
        '预付款',
        '发货款',
        '发货日期',
        '验收款',
        '验收日期',
        '质保金',
        '质保金到期日',
      ],
      ['H1', '甲', day, '30天', 100, 30, 40, day + 10, 20, '', 10, day + 400],
    ];
    expect(read({ 合同: sheet })).toMatchObject({
      items: [
        ['H1', 'invoice', '2025-03-01', '2025-03-31', '30.00', '0.00'],
        ['H1', 'invoice', '2025-03-11', '2025-04-10', '40.00', '0.00'],
        ['H1', 'invoice', '2025-03-01', '2026-04-05', '10.00', '0.00'],
      ],
      stages: ['预付款', '发货款', '质保金'],
      issues: [
        [2, 'noDate', 'dueDate', ''],
        [2, 'stageSum', 'amount', '100'],
      ],
    });
  });

  it('what was received of the whole contract pays the earliest due first', () => {
    const sheet = [
      [
        '合同号',
        '客户',
        '预付款',
        '预付款到期日',
        '发货款',
        '发货款到期日',
        '验收款',
        '验收款到期日',
        '已收金额',
      ],
      ['H1', '甲', 30, day + 60, 40, day, 20, day + 90, 50],
      ['H2', '甲', 30, day, 40, day + 1, '', '', 80],
      ['H3', '甲', 30, day, 40, day + 1, '', '', ''],
      ['H4', '甲', 30, day, 40, day, '', '', 40],
    ];
    expect(
      read({ 合同: sheet }).items.map(([no, , , , amount, received]) => [no, amount, received]),
    ).toEqual([
      ['H1', '30.00', '10.00'],
      ['H2', '30.00', '30.00'],
      ['H3', '30.00', '0.00'],
      ['H4', '30.00', '30.00'],
      ['H1', '40.00', '40.00'],
      ['H2', '40.00', '50.00'],
      ['H3', '40.00', '0.00'],
      ['H4', '40.00', '10.00'],
      ['H1', '20.00', '0.00'],
    ]);
  });

  it.each<[string, unknown, string[]]>([
    ['a balance of the whole contract says the same', 20, ['30.00', '20.00']],
    ['a balance that cannot be read says nothing', '见附表', ['0.00', '0.00']],
    ['and a blank one neither', '', ['0.00', '0.00']],
  ])('%s', (_, open, received) => {
    const sheet = [
      ['合同号', '客户', '预付款', '预付款到期日', '发货款', '发货款到期日', '未收余额'],
      ['H1', '甲', 30, day, 40, day + 1, open],
    ];
    expect(read({ 合同: sheet }).items.map((item) => item[5])).toEqual(received);
  });

  it('shares in the header, as a column, and amounts beside each other; in 万元', () => {
    const sheet = [
      ['单位：万元'],
      [
        '合同号',
        '客户',
        '合同金额',
        '预付款（30%）到期日',
        '发货款比例',
        '发货款到期日',
        '质保金',
        '质保金到期日',
      ],
      ['H1', '甲', 10, day, 0.6, day, 1, day],
      ['H2', '甲', 10, day, '看情况', day, 1, day],
      ['H3', '甲', 10, day, 70, day, ''],
      ['H4', '甲', '', day, 0.5, day, ''],
      ['H5', '甲', '待定', day, 0.5, day, ''],
      ['H6', '甲', 10, day, 0, day, ''],
    ];
    const { items, issues } = read({ 合同: sheet });
    expect(items.map(([no, , , , amount]) => [no, amount])).toEqual([
      ['H1', '30000.00'],
      ['H2', '30000.00'],
      ['H3', '30000.00'],
      ['H6', '30000.00'],
      ['H1', '60000.00'],
      ['H3', '70000.00'],
      ['H1', '10000.00'],
      ['H2', '10000.00'],
    ]);
    expect(issues.filter(([, code]) => code === 'stageSum').map(([row]) => row)).toEqual([4, 8]);
  });

  it('stages that cannot do without a contract’s amount are none', () => {
    const sheet = [
      ['合同号', '客户', '开票日期', '金额2', '预付款比例', '发货款比例'],
      ['H1', '甲', day, 10, 0.3, 0.7],
    ];
    expect(read({ 合同: sheet }, { kinds: { 合同: 'stages' } })).toMatchObject({
      items: [],
      stages: undefined,
    });
  });

  it('groups of the row go with each of its stages; amounts in 万元 by their header', () => {
    const sheet = [
      ['合同号', '客户', '区域', '到期日', '预付款（万元）', '发货款（万元）', '验收款'],
      ['H1', '甲', '华东', day, 1, '', 20],
      ['H2', '乙', '华南', day, '', 2, 30],
    ];
    const { items } = readWorkbook({ 合同: sheet });
    const { words, index } = items.dimensions.region!;
    expect(Array.from(items.amount, (fen, i) => [formatFen(fen), words[index[i]!]])).toEqual([
      ['10000.00', '华东'],
      ['20000.00', '华南'],
      ['20.00', '华东'],
      ['30.00', '华南'],
    ]);
  });

  it('subtotals and rows without a customer are said once', () => {
    const sheet = [
      ['合同号', '客户', '到期日', '预付款', '发货款', '验收款'],
      ['H1', '', day, 30, 40, 20],
      ['合计', '', '', 30, 40, 20],
    ];
    expect(read({ 合同: sheet }).issues).toEqual([
      [2, 'noCustomer', 'customer', ''],
      [3, 'subtotal', 'documentNo', '合计'],
    ]);
  });
});

describe('booking rates', () => {
  const header = ['客户', '发票号', '开票日期', '到期日', '币种', '汇率', '金额', '本币金额'];
  const rates = (...rows: unknown[][]) => {
    const { rates, issues } = read({
      外币: [header, ...rows.map((r) => ['甲', 'A', day, day, ...r])],
    });
    return [...rates, ...issues.map(([, code, role, value]) => [code, role, value])];
  };

  it.each<[string, unknown[], unknown[]]>([
    ['by its column', ['USD', 7.1, 10, ''], [7.1]],
    ['as a text', ['USD', '７.1', 10, ''], [7.1]],
    ['by the base amount', ['USD', '', 10, 71.5], [7.15]],
    ['both agree', ['USD', 7.1, 10, 71], [7.1]],
    [
      'both differ: the rate counts',
      ['USD', 7.1, 10, 72],
      [7.1, ['baseMismatch', 'baseAmount', '72']],
    ],
    [
      'no rate: the base amount gives it',
      ['USD', '?', 10, 72],
      [7.2, ['rateUnreadable', 'rate', '?']],
    ],
    ['no rate at all', ['USD', -1, 10, ''], [1, ['rateUnreadable', 'rate', '-1']]],
    ['a blank one of another currency', ['USD', '', 10, ''], [1, ['noRate', 'rate', '']]],
    ['a blank one of the base currency', ['RMB', '', 10, ''], [1]],
    ['a blank one of no currency', ['', '', 10, ''], [1]],
    [
      'nothing to be had of a base amount of the other sign',
      ['USD', '', 10, -71],
      [1, ['noRate', 'rate', '']],
    ],
    ['nor where nothing is owed', ['USD', '', 0, 71], [1]],
    ['a base amount that cannot be read', ['USD', 7.1, 10, '见附表'], [7.1]],
  ])('%s', (_, row, expected) => {
    expect(rates(row)).toEqual(expected);
  });

  it.each<[string, string[], unknown[], number]>([
    [
      'a base amount headed before the general word',
      ['客户', '开票日期', '币种', '本币金额', '金额'],
      ['甲', day, 'USD', 71, 10],
      7.1,
    ],
    [
      'a base amount in 万元',
      ['客户', '开票日期', '币种', '原币金额', '本币金额（万元）'],
      ['甲', day, 'USD', 10_000, 7.1],
      7.1,
    ],
    [
      'both in 元',
      ['客户', '开票日期', '币种', '原币金额', '本币金额（元）'],
      ['甲', day, 'USD', 10, 71],
      7.1,
    ],
    [
      'no amount but the base one',
      ['客户', '开票日期', '币种', '本币金额'],
      ['甲', day, 'USD', 71],
      1,
    ],
    [
      'one currency needs no rate',
      ['客户', '开票日期', '原币金额', '本币金额'],
      ['甲', day, 10, 71],
      1,
    ],
  ])('%s', (_, titles, row, rate) => {
    expect(read({ 外币: [titles, row] }).rates).toEqual([rate]);
  });
});

describe('parsers by themselves', () => {
  it('need nothing but what the sheet was taken for', () => {
    const sheets: Sheets = {
      台账: [
        ['客户', '发票号', '开票日期', '到期日', '金额'],
        ['甲', 'A1', day, day, 10],
      ],
      收款: [
        ['收款日期', '客户', '收款金额'],
        [day, '甲', 10],
      ],
      明细账: [
        ['客户', '日期', '凭证号', '摘要', '借方', '贷方'],
        ['甲', day, '1', '', 10, ''],
      ],
      合同: [
        ['合同号', '客户', '到期日', '预付款', '发货款', '验收款'],
        ['H1', '甲', day, 1, 2, 3],
      ],
      说明: [['说明']],
    };
    const counts = propose(sheets).sources.map((source) => {
      const parser = sourceParser(source);
      parser?.addBlock(sheets[source.sheet]!.slice(1), 2);
      return parser?.finish().items.count ?? null;
    });
    expect(counts).toEqual([1, 1, 1, 3, null]);
  });
});
