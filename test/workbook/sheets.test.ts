import { serialOf } from '../../src/domain';
import { insertCells } from '../../src/host/model/edits';
import { parseArea } from '../../src/host/model/address';
import { clear } from '../../src/workbook/clear';
import { runWarnings, type RunOptions } from '../../src/workbook/runWarnings';
import { addinOver, formulas, put, values, type Addin } from './addin';

const asOf = serialOf(2025, 6, 30);
const day = (month: number, d: number) => serialOf(2025, month, d);

const LEDGER = [
  ['客户', '单据号', '开票日期', '到期日', '币种', '应收金额', '已收金额'],
  ['宏达', 'A1', day(4, 1), day(5, 31), 'CNY', 1000, 0],
  ['宏达', 'A2', day(6, 1), day(7, 2), 'CNY', 500, 200],
  ['江南', 'B1', day(1, 1), day(3, 31), 'CNY', 90, 0],
  ['江南', 'B2', day(6, 1), day(6, 29), 'USD', 70.5, 0],
  ['江南', 'B3', day(6, 1), day(6, 29), 'CNY', -40, 0],
  ['=华锐', 'C1', '', '不详', 'CNY', 10, 0],
  ['=1+1', 'C2', day(6, 1), day(6, 29), 'CNY', 10, 0],
];

const options: RunOptions = { today: asOf, asOf, edges: [30, 60, 90], language: 'zh-CN' };

let addin: Addin;

/** Texts that look like formulas are kept as texts, as an apostrophe before them says. */
const start = async (ledger: readonly (readonly (string | number)[])[] = LEDGER): Promise<Addin> =>
  (addin = await addinOver(
    ledger.map((row) =>
      row.map((cell) => (typeof cell === 'string' && cell.startsWith('=') ? `'${cell}` : cell)),
    ),
  ));

afterEach(async () => {
  await clear();
  addin.office.dispose();
});

const sheet = (name: string) => addin.workbook.sheet(name)!;

describe('AR账龄', () => {
  it('sets customers against buckets, by currency, with totals that tie to the ledger', async () => {
    await start();
    await runWarnings(options);
    expect(values(sheet('AR账龄'), 'A1:J13')).toEqual([
      ['客户账龄表', ...blanks(9)],
      ['台账 Sheet1 · 基准日 2025-06-30', ...blanks(9)],
      blanks(10),
      ['客户', '币种', '未收余额', '未到期', '1–30', '31–60', '61–90', '>90', '未核销', '逾期合计'],
      ['宏达', 'CNY', 1300, 300, 1000, 0, 0, 0, 0, 1000],
      ['江南', 'CNY', 50, 0, 0, 0, 0, 90, -40, 90],
      ['=1+1', 'CNY', 10, 0, 10, 0, 0, 0, 0, 10],
      ['合计', 'CNY', 1360, 300, 1010, 0, 0, 90, -40, 1100],
      ['与台账差额', 'CNY', 0, 0, 0, 0, 0, 0, 0, 0],
      ['江南', 'USD', 70.5, 0, 70.5, 0, 0, 0, 0, 70.5],
      ['合计', 'USD', 70.5, 0, 70.5, 0, 0, 0, 0, 70.5],
      ['与台账差额', 'USD', 0, 0, 0, 0, 0, 0, 0, 0],
      blanks(10),
    ]);
  });

  it('is live: money that comes in and other edges show at once', async () => {
    const { workbook, sheet: ledger } = await start();
    await runWarnings(options);
    put(workbook, ledger, 'G2', [[400]]);
    expect(values(sheet('AR账龄'), 'C5:E5')).toEqual([[900, 300, 600]]);
    put(workbook, sheet('AR设置'), 'B9', [[10]]);
    expect(values(sheet('AR账龄'), 'E4:F5')).toEqual([
      ['1–10', '11–60'],
      [0, 600],
    ]);
  });

  it('a new row that is not listed yet shows as a difference to the ledger', async () => {
    const { workbook, sheet: ledger } = await start();
    await runWarnings(options);
    insertCells(workbook, ledger, parseArea('4:4')!, 'Down', 'user');
    put(workbook, ledger, 'A4', [['新远', 'D1', day(6, 1), day(6, 29), 'CNY', 5, 0]]);
    put(workbook, ledger, 'H4', [[5]]);
    expect(values(sheet('AR账龄'), 'C9:C9')).toEqual([[-5]]);
  });

  it('a customer whose name SUMIFS would take for a condition has figures', async () => {
    await start();
    await runWarnings(options);
    expect(formulas(sheet('AR账龄'), 'C7:D7')).toEqual([[10, expect.anything()]]);
  });
});

describe('AR账龄 of a ledger that', () => {
  const [header] = LEDGER;
  const row = (customer: string, currency: string, amount: number) => [
    ...[customer, 'X', day(6, 1), day(6, 29), currency],
    ...[amount, 0],
  ];

  it('names foreign currencies alone stays live in its own', async () => {
    const { workbook, sheet: ledger } = await start([
      header!,
      row('宏达', '', 100),
      row('江南', 'USD', 20),
      row('江南', '', 7),
    ]);
    await runWarnings(options);
    const sums = () => values(sheet('AR账龄'), 'A5:C8').map(([who, , open]) => [who, open]);
    expect(sums()).toEqual([
      ['宏达', 100],
      ['江南', 7],
      ['合计', 107],
      ['与台账差额', 0],
    ]);
    put(workbook, ledger, 'G2', [[60]]);
    expect(sums()).toEqual([
      ['宏达', 40],
      ['江南', 7],
      ['合计', 47],
      ['与台账差额', 0],
    ]);
  });

  it('spells a currency in several ways has it in one block, and nothing is missing', async () => {
    await start([
      header!,
      row('宏达', '人民币', 100),
      row('宏达', 'RMB', 20),
      row('江南', 'CNY', 7),
    ]);
    await runWarnings(options);
    expect(values(sheet('AR账龄'), 'A5:E8')).toEqual([
      ['宏达', '人民币', 120, 0, 120],
      ['江南', '人民币', 7, 0, 7],
      ['合计', '人民币', 127, 0, 127],
      ['与台账差额', '人民币', 0, 0, 0],
    ]);
  });
});

describe('AR账龄 of a ledger with codes', () => {
  it('names the customers beside their codes', async () => {
    addin = await addinOver([
      ['客户编码', '客户名称', '开票日期', '到期日', '应收金额', '已收金额', '币种'],
      ["'0012", '宏达', day(4, 1), day(5, 31), 1000, 0, 'CNY'],
      [12, '', day(4, 1), day(5, 31), 10, 0, 'CNY'],
    ]);
    await runWarnings(options);
    expect(values(sheet('AR账龄'), 'A4:D7')).toEqual([
      ['客户', '客户名称', '币种', '未收余额'],
      ['0012', '宏达', 'CNY', 1010],
      ['合计', null, 'CNY', 1010],
      ['与台账差额', null, 'CNY', 0],
    ]);
  });
});

describe('AR预警', () => {
  it('lists the three levels, gravest first, each with a link to its row', async () => {
    await start();
    await runWarnings(options);
    expect(values(sheet('AR预警'), 'A4:I7')).toEqual([
      ['预警', '客户', '单据号', '到期日', '未收余额', '币种', '逾期天数', '账龄区间', '台账行号'],
      ['监控', '江南', 'B1', day(3, 31), 90, 'CNY', 91, '>90', 4],
      ['响应', '江南', 'B2', day(6, 29), 70.5, 'USD', 1, '1–30', 5],
      ['响应', '=1+1', 'C2', day(6, 29), 10, 'CNY', 1, '1–30', 8],
    ]);
    expect(values(sheet('AR预警'), 'A8:I9')).toEqual([
      ['预防', '宏达', 'A2', day(7, 2), 300, 'CNY', -2, '未到期', 3],
      blanks(9),
    ]);
    expect(formulas(sheet('AR预警'), 'J5:J6')).toEqual([
      ['=HYPERLINK("#\'Sheet1\'!"&"A"&$I5,"转到")'],
      ['=HYPERLINK("#\'Sheet1\'!"&"A"&$I6,"转到")'],
    ]);
  });

  it('says so when there is nothing to warn of', async () => {
    await start();
    await runWarnings({ ...options, asOf: asOf + 1000 });
    await runWarnings({ ...options, asOf: asOf + 1001 });
    expect(values(sheet('AR预警'), 'A5:B5')).toEqual([['没有。', null]]);
  });
});

describe('AR数据质量', () => {
  it('lists cells, problems in words and contents, which never become formulas', async () => {
    const { workbook, sheet: ledger } = await start();
    put(workbook, ledger, 'F7', [["'=2+2"]]);
    await runWarnings(options);
    expect(values(sheet('AR数据质量'), 'A4:F6')).toEqual([
      ['工作表', '单元格', '列', '问题', '内容', '链接'],
      ['Sheet1', 'D7', '到期日', '不是日期，当作空白', '不详', '转到'],
      ['Sheet1', 'F7', '应收金额', '不是金额，此行未计入', '=2+2', '转到'],
    ]);
    expect(formulas(sheet('AR数据质量'), 'E6:F6')).toEqual([
      ['=2+2', '=HYPERLINK("#\'Sheet1\'!"&$B6,"转到")'],
    ]);
  });
});

const blanks = (n: number): null[] => new Array<null>(n).fill(null);
