import { customerBalances, serialOf } from '../../src/domain';
import { parseArea } from '../../src/host/model/address';
import {
  addSheet,
  addTable,
  deleteCells,
  deleteSheet,
  mergeArea,
  moveSheet,
  protectSheet,
  renameSheet,
  setFilter,
  sortArea,
  activateSheet,
} from '../../src/host/model/edits';
import { clear } from '../../src/workbook/clear';
import { runWarnings, type RunOptions } from '../../src/workbook/runWarnings';
import { undo } from '../../src/workbook/undo';
import { addinOver, AMBER, contents, formulas, litRows, put, values, type Addin } from './addin';

const asOf = serialOf(2025, 6, 30);
const day = (month: number, d: number) => serialOf(2025, month, d);

const HEADER = ['客户', '单据号', '开票日期', '到期日', '应收金额', '已收金额'];
const LEDGER = [
  HEADER,
  ['宏达', 'A1', day(5, 1), day(5, 31), 1000, 0],
  ['江南', 'B1', day(6, 1), day(7, 5), 500, 200],
  ['华锐', 'C1', day(1, 1), day(3, 31), 90, 0],
];
const SHEETS = ['Sheet1', 'AR设置', 'AR账龄', 'AR预警', 'AR数据质量'];

const options: RunOptions = { today: asOf, asOf, edges: [30, 60, 90], language: 'zh-CN' };

let addin: Addin;

const start = async (rows: Parameters<typeof addinOver>[0] = LEDGER): Promise<Addin> =>
  (addin = await addinOver(rows));

afterEach(async () => {
  await clear();
  addin.office.dispose();
});

const area = (address: string) => parseArea(address)!;
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error as { code: string; where: string }).code,
  );
/** Names may come again in another order. */
const inOrder = (all: unknown) => {
  const { names, ...rest } = all as { names: string[][] };
  return { ...rest, names: names.map((name) => name.join(' ')).sort() };
};
const sizes = () => ({
  sheets: addin.workbook.sheets.length,
  names: addin.workbook.names.length,
  rules: addin.sheet.conditionalFormats.length,
  columns: addin.sheet.cells.usedArea(true)!.right,
});

describe('what people do between two runs', () => {
  it.each<[string, () => void]>([
    [
      'sort the ledger',
      () => {
        const keys = [{ index: 4, ascending: false }] as never;
        sortArea(addin.workbook, addin.sheet, area('A1:M4'), keys, true, 'user');
      },
    ],
    ['delete a row', () => deleteCells(addin.workbook, addin.sheet, area('3:3'), 'Up', 'user')],
    ['add a row below', () => put(addin.workbook, addin.sheet, 'A5', [LEDGER[1]!])],
    [
      'rename and move sheets',
      () => {
        renameSheet(addin.workbook, addin.sheet, "2025'应收");
        renameSheet(addin.workbook, addin.workbook.sheet('AR账龄')!, '账龄表');
        moveSheet(addin.workbook, addin.workbook.sheet('AR设置')!, 0);
      },
    ],
    ['spoil our cells', () => put(addin.workbook, addin.sheet, 'G1', [['x', 'y'], [1], [2]])],
  ])('after they %s, a second run has the same things and the right figures', async (_, edit) => {
    const { workbook, sheet } = await start();
    await runWarnings(options);
    const once = sizes();
    edit();
    const { analysis } = await runWarnings(options);
    expect(sizes()).toEqual(once);
    const lit = analysis.items.row.filter((__, i) => analysis.daysOverdue[i]! > 0);
    expect(litRows(workbook, sheet, 0, 12)).toEqual([...lit]);
    expect(values(sheet, 'G1:H1')).toEqual([['未收余额', '逾期天数']]);
    const last = `H${analysis.items.count + 1}`;
    expect(values(sheet, `H2:${last}`).flat()).toEqual([...analysis.daysOverdue]);
  });

  it('a sheet of ours that was deleted comes again, a column too', async () => {
    const { workbook, sheet } = await start();
    await runWarnings(options);
    const once = contents(workbook);
    deleteSheet(workbook, workbook.sheet('AR账龄')!, 'user');
    deleteCells(workbook, sheet, area('H:H'), 'Left', 'user');
    await runWarnings(options);
    expect(workbook.sheets.map(({ name }) => name).sort()).toEqual([...SHEETS].sort());
    const cellsOf = (all: unknown) => (all as { sheets: { cells: unknown }[] }).sheets[0]!.cells;
    expect(cellsOf(contents(workbook))).toEqual(cellsOf(once));
  });
});

describe('things of the user in the way', () => {
  it('a column called 逾期天数 is kept; ours stands elsewhere under the same title', async () => {
    const own = LEDGER.map((row, i) => [...row, i === 0 ? '逾期天数' : 7]);
    const { sheet } = await start(own);
    await runWarnings(options);
    await runWarnings(options);
    expect(values(sheet, 'G1:I2')).toEqual([
      ['逾期天数', '未收余额', '逾期天数'],
      [7, 1000, 30],
    ]);
  });

  it('a note to the right of the ledger is kept; ours stand right of it', async () => {
    const { sheet, workbook } = await start();
    put(workbook, sheet, 'H3', [['待核对']]);
    await runWarnings(options);
    expect(values(sheet, 'H3:J3')).toEqual([['待核对', 300, -5]]);
  });

  it('a sheet called AR账龄 is kept; ours gets a number', async () => {
    const { workbook } = await start();
    put(workbook, addSheet(workbook, 'AR账龄', 'user'), 'A1', [['我的']]);
    const before = contents(workbook);
    await runWarnings(options);
    expect(workbook.sheet('AR账龄')!.cells.value(0, 0)).toBe('我的');
    expect(workbook.sheet('AR账龄 (2)')!.cells.value(0, 0)).toBe('客户账龄表');
    await clear();
    expect(contents(workbook)).toEqual(before);
  });

  it('a table has one column between it and ours, else it would grow over them', async () => {
    const { workbook, sheet } = await start();
    addTable(workbook, sheet, area('A1:F4'), true, 'user', '台账');
    await runWarnings(options);
    await runWarnings(options);
    expect(values(sheet, 'G1:I2')).toEqual([
      [null, '未收余额', '逾期天数'],
      [null, 1000, 30],
    ]);
  });

  it('a merged customer holds for all its rows; merged cells are told of, and our columns keep clear of them', async () => {
    const { workbook, sheet } = await start([...LEDGER, ['', 'C2', day(1, 1), day(3, 31), 90, 0]]);
    mergeArea(workbook, sheet, area('A4:A5'), false, 'user');
    mergeArea(workbook, sheet, area('F3:H3'), false, 'user');
    const { analysis } = await runWarnings(options);
    const { customers, customer } = analysis.items;
    expect(Array.from(customer, (i) => customers[i])).toEqual(['宏达', '江南', '华锐', '华锐']);
    expect(values(sheet, 'I1:I3')).toEqual([['未收余额'], [1000], [300]]);
    expect(values(workbook.sheet('AR数据质量')!, 'A5:D6')).toEqual([
      ['Sheet1', 'A4:A5', null, expect.stringContaining('左上角')],
      ['Sheet1', 'F3:H3', null, expect.stringContaining('左上角')],
    ]);
  });

  it('merged dates hold for the lines of one invoice, which stay right when the day moves', async () => {
    const { workbook, sheet } = await start([...LEDGER, ['华锐', 'C1', '', '', 60, 0]]);
    mergeArea(workbook, sheet, area('C4:C5'), false, 'user');
    mergeArea(workbook, sheet, area('D4:D5'), false, 'user');
    const { issues } = await runWarnings(options);
    expect(issues).toEqual([]);
    expect(values(sheet, 'G5:J5')).toEqual([[60, day(3, 31), 91, 180]]);
    put(workbook, workbook.sheet('AR设置')!, 'B3', [[asOf + 1]]);
    expect(values(sheet, 'I4:I5')).toEqual([[92], [92]]);
  });

  it('more merged cells than Excel tells of at once are read in parts', async () => {
    const many = Array.from({ length: 1100 }, (_, i) => [
      i % 2 === 0 ? `客户${i}` : '',
      `N${i}`,
      day(5, 1),
      day(5, 31),
      10,
      0,
    ]);
    const { workbook, sheet } = await start([HEADER, ...many]);
    for (let row = 1; row < 1100; row += 2) {
      mergeArea(workbook, sheet, { top: row, left: 0, bottom: row + 1, right: 0 }, false, 'user');
    }
    const { analysis } = await runWarnings(options);
    expect(customerBalances(analysis)).toHaveLength(550);
  });

  it('a filtered table is refused, and nothing is written', async () => {
    const { workbook, sheet } = await start();
    const table = addTable(workbook, sheet, area('A1:F4'), true, 'user', '台账');
    setFilter(workbook, table, 0, { values: new Set(['宏达']), blanks: false });
    const before = contents(workbook);
    expect(await codeOf(runWarnings(options))).toBe('filteredSheet');
    expect(contents(workbook)).toEqual(before);
  });

  it('a protected sheet of ours is refused, and nothing is written', async () => {
    const { workbook } = await start();
    await runWarnings(options);
    protectSheet(workbook, workbook.sheet('AR预警')!, {}, null);
    const before = contents(workbook);
    expect(await codeOf(runWarnings({ ...options, asOf: asOf + 1 }))).toBe('protectedSheet');
    expect(contents(workbook)).toEqual(before);
    workbook.sheet('AR预警')!.protection = null;
  });

  it('an error among the amounts costs its row alone', async () => {
    const { sheet, workbook } = await start([
      ...LEDGER,
      ['华锐', 'C2', day(1, 1), day(3, 31), '#N/A', 0],
    ]);
    await runWarnings(options);
    expect(values(sheet, 'G4:N5')).toEqual([
      [90, 91, 180, '>90', '次级', '监控', '● 红 逾期', null],
      [null, null, null, '', '', '', '', null],
    ]);
    expect(values(workbook.sheet('AR数据质量')!, 'B5:E5')).toEqual([
      ['E5', '应收金额', '不是金额，此行未计入', '#N/A'],
    ]);
  });
});

describe('rows whose due date or balance is worked out stay live', () => {
  it('due by a term: money that comes in puts the light out', async () => {
    const { workbook, sheet } = await start([
      ['客户', '开票日期', '账期', '应收金额', '已收金额'],
      ['宏达', day(4, 1), '月结30天', 1000, 0],
      ['江南', day(5, 1), '30天', 500, 200],
    ]);
    await runWarnings(options);
    expect(values(sheet, 'F1:H3')).toEqual([
      ['未收余额', '到期日', '逾期天数'],
      [1000, day(5, 30), 31],
      [300, day(5, 31), 30],
    ]);
    put(workbook, sheet, 'E2', [[1000]]);
    put(workbook, workbook.sheet('AR设置')!, 'B3', [[asOf + 1]]);
    expect(values(sheet, 'F2:H3')).toEqual([
      [0, day(5, 30), ''],
      [300, day(5, 31), 31],
    ]);
    expect(litRows(workbook, sheet, 0, 5)).toEqual([3]);
  });

  it('a balance beside the amount, no column of receipts: the balance is what is open', async () => {
    const { workbook, sheet } = await start([
      ['客户', '开票日期', '到期日', '应收金额', '余额'],
      ['宏达', day(4, 1), day(5, 31), 1000, 400],
      ['江南', day(5, 1), day(5, 31), 500, 0],
      ['合计', '', '', 1500, 400],
    ]);
    await runWarnings(options);
    expect(values(sheet, 'F1:G3')).toEqual([
      ['未收余额', '逾期天数'],
      [400, 30],
      [0, ''],
    ]);
    put(workbook, sheet, 'E2', [[0]]);
    expect(values(sheet, 'F2:G2')).toEqual([[0, '']]);
  });

  it('a balance alone is used as it is', async () => {
    const { workbook, sheet } = await start([
      ['客户', '开票日期', '到期日', '未收余额'],
      ['宏达', day(4, 1), day(5, 31), 400],
      ['江南', day(5, 1), day(5, 31), 0],
    ]);
    await runWarnings(options);
    expect(values(sheet, 'E1:F3')).toEqual([
      ['逾期天数', '账龄(天)'],
      [30, 90],
      ['', ''],
    ]);
    expect(values(workbook.sheet('AR账龄')!, 'A5:C5')).toEqual([['宏达', null, 400]]);
  });

  it('settled by its status: nothing is open, whatever the amounts say', async () => {
    const { sheet } = await start([
      ['客户', '开票日期', '到期日', '应收金额', '已收金额', '状态'],
      ['宏达', day(4, 1), day(5, 31), 1000, 400, '已结清'],
      ['江南', day(5, 1), day(5, 31), 500, 0, ''],
    ]);
    await runWarnings(options);
    expect(values(sheet, 'G2:H3')).toEqual([
      [0, ''],
      [500, 30],
    ]);
  });
});

describe('two ledgers in a workbook', () => {
  it('have columns each; our sheets show the last run, and undo brings the other back', async () => {
    const { workbook, sheet } = await start();
    await runWarnings(options);
    const first = inOrder(contents(workbook));
    const second = addSheet(workbook, '二厂', 'user');
    put(workbook, second, 'A1', [HEADER, ['北辰', 'D1', day(6, 1), day(6, 20), 7, 0]]);
    activateSheet(workbook, second);
    await runWarnings(options);
    const ageing = workbook.sheet('AR账龄')!;
    expect(values(ageing, 'A2:A5')).toEqual([
      ['台账 二厂 · 基准日 2025-06-30'],
      [null],
      ['客户'],
      ['北辰'],
    ]);
    expect(values(sheet, 'H2:H2')).toEqual([[30]]);
    activateSheet(workbook, sheet);
    await undo(options);
    deleteSheet(workbook, second, 'user');
    expect(inOrder(contents(workbook))).toEqual(first);
  });
});

it('more rows than formulas are good for get the same figures as values', async () => {
  const rows = Array.from({ length: 20_001 }, (_, i) => [
    `客户${i % 300}`,
    `XS${i}`,
    asOf - 100 - (i % 400),
    asOf + 20 - (i % 420),
    (i % 997) + 0.25,
    i % 4 === 0 ? (i % 997) + 0.25 : 0,
  ]);
  const { workbook, sheet } = await start([HEADER, ...rows]);
  const { analysis } = await runWarnings(options);
  expect(
    formulas(sheet, 'G2:I2')
      .flat()
      .some((cell) => String(cell).startsWith('=')),
  ).toBe(false);
  expect(values(sheet, 'G2:G20002').flat()).toEqual(Array.from(analysis.open, (fen) => fen / 100));
  expect(values(sheet, 'H123:M123')).toEqual([[101, 221, '>90', '次级', null, '● 红 逾期']]);
  expect(litRows(workbook, sheet, 0, 130).slice(-1)).toEqual([129]);
  expect(litRows(workbook, sheet, 0, 30, AMBER)).not.toEqual([]);
  const total = workbook.sheet('AR账龄')!.cells;
  expect(total.value(4 + 225, 0)).toBe('合计');
  expect(total.value(4 + 225, 2)).toBe(analysis.totals[0]!.open / 100);
}, 60_000);
