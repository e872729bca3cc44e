import { addTable, addSheet, setValues } from '../../src/host/model/edits';
import { parseArea } from '../../src/host/model/address';
import { FunctionsHost, settled, told } from './functionsHost';

const host = new FunctionsHost();
beforeAll(() => host.boot());
afterAll(() => host.dispose());

const column = async (formula: string, rows: number) =>
  (await host.typed(formula, rows)).map(([value]) => told(value));

describe('typed into a cell', () => {
  it('a column spills, and a bad date costs only its own cell', async () => {
    host.set('A1:A4', [[45_808], ['2025.6.29'], [''], ['月底']]);
    const [first, second, blank, bad] = await column('=AR.AGING_BUCKET(A1:A4,45838)', 4);
    expect([first, second, blank]).toEqual(['1–30', '1–30', '']);
    expect(bad).toEqual(['#VALUE!', '到期日 dueDate 看不懂 / cannot be read: 月底']);
  });

  it('blank cells of a range are blank dates', async () => {
    host.set('A1:A2', [[45_808], ['']]);
    expect(await column('=AR.OVERDUE_DAYS(A1:A2,45838)', 2)).toEqual([30, '']);
    expect(await column('=AR.OVERDUE_DAYS(Y99,45838)', 1)).toEqual(['']);
  });

  it('a setting in a blank cell is as usual', async () => {
    expect(await column('=AR.AGING_BUCKET(45808,45838,Y99)&AR.RISK_CLASS(30,Y99)', 1)).toEqual([
      '1–30关注',
    ]);
  });

  it('an error stays in its own place, as the error it is', async () => {
    host.set('A1:A6', [
      ['=NA()'],
      ['=1/0'],
      ['=SQRT(-1)'],
      ['=不存在'],
      ['=INDIRECT("A0")'],
      [45_808],
    ]);
    const told = await column('=AR.OVERDUE_DAYS(A1:A6,45838)', 6);
    expect(told).toEqual([
      ['#N/A', '引用的单元格是 #N/A / a cell it refers to is #N/A'],
      ['#DIV/0!', undefined],
      ['#NUM!', undefined],
      ['#VALUE!', '引用的单元格是 #NAME? / a cell it refers to is #NAME?'],
      ['#VALUE!', '引用的单元格是 #REF! / a cell it refers to is #REF!'],
      30,
    ]);
  });

  it('an error goes before a blank, of whichever column', async () => {
    host.set('A1:B2', [
      ['', '=NA()'],
      ['=NA()', ''],
    ]);
    const answers = await column('=AR.ROLL_RATE(A1:A2,B1:B2)', 2);
    expect(answers.map((answer) => (answer as string[])[0])).toEqual(['#N/A', '#N/A']);
  });

  it.each([
    ['=AR.AGING_BUCKET(45808,"月底")', '#VALUE!', '基准日 asOf 看不懂'],
    ['=AR.AGING_BUCKET(45808,"")', '#VALUE!', '缺少 基准日 asOf'],
    ['=AR.AGING_BUCKET(45808,NA())', '#N/A', '#N/A'],
    ['=AR.AGING_BUCKET(45808,45838,{30,10})', '#VALUE!', '递增'],
    ['=AR.AGING_BUCKET(45808,45838,{"x"})', '#VALUE!', '递增'],
    ['=AR.ROLL_RATE({1;2;3},{1;2})', '#VALUE!', '是 2 行 1 列'],
    ['=AR.OVERDUE_PROB({1},{"截距",0;"x",""})', '#VALUE!', '要有截距和系数'],
    ['=AR.OVERDUE_PROB({1},{"截距",0;"x",1;"校准",0})', '#VALUE!', '要有截距和系数'],
  ])('%s is %s and says why', async (formula, code, reason) => {
    const [[answer]] = (await host.typed(formula)) as [[never]];
    expect(told(answer)).toEqual([code, expect.stringContaining(reason)]);
  });

  it('features of a model without bounds are not held by its other coefficients', async () => {
    const model = '{"截距",0;"x",-2;"y",1;"z",1.5}';
    expect(await column(`=AR.OVERDUE_PROB({0,0,0},${model})`, 1)).toEqual([0.5]);
  });

  it('calculates anew when a cell changes', async () => {
    host.set('A1:B1', [[45_808, 45_838]]);
    expect(await column('=AR.AGING_BUCKET(A1,B1)', 1)).toEqual(['1–30']);
    host.set('B1', [[45_839]]);
    await settled(() => host.at(0, 25)[0]![0] === '31–60');
  });

  it('looks at other sheets, and at tables from within', async () => {
    const { workbook } = host;
    const ledger = addSheet(workbook, '台账', 'user');
    const area = (address: string) => parseArea(address)!;
    setValues(
      workbook,
      ledger,
      area('A1:C3'),
      [
        ['到期日', '金额', '逾期天数'],
        ['2025-5-31', 100, ''],
        ['2025-7-31', 200, ''],
      ],
      'user',
    );
    addTable(workbook, ledger, area('A1:C3'), true, 'user', '应收');
    const formula = '=AR.OVERDUE_DAYS(应收[@到期日],DATE(2025,6,30))';
    setValues(workbook, ledger, area('C2:C3'), [[formula], [formula]], 'user');
    await settled(() => ledger.cells.value(2, 2) === -31);
    expect(ledger.cells.value(1, 2)).toBe(30);
    expect(await column('=SUM(AR.OVERDUE_DAYS(台账!A2:A3,"2025-6-30"))', 1)).toEqual([-1]);
  });

  it('does not spill over what stands there', async () => {
    host.set('Z2', [['占用']]);
    const [[answer]] = (await host.typed('=AR.OVERDUE_DAYS({45808;45809},45838)')) as [[never]];
    expect(told(answer)).toEqual(['#SPILL!', undefined]);
    host.set('Z2', [['']]);
  });

  it('reads a ledger with blanks, subtotals and errors', async () => {
    host.set('A1:E7', [
      ['客户编码', '客户名称', '到期日', '应收金额', '余额'],
      ['000123', '宏达汽配', '2025-5-31', 1000, 400],
      [123, '宏达汽配', '2025-7-31', 600, 600],
      ['', '小计', '', 1600, 1000],
      ['A-9', '远景客车', '2025-4-1', 500, 0],
      ['A-9', '远景客车', '2025-8-1', 300, '=NA()'],
      ['A-9', '远景客车', '', 300, 300],
    ]);
    const [byCode, byName, blank, none] = await host.typed(
      '=AR.RFA({"123";"远景客车";"";"没有"},A1:E7,"2025-6-30")',
      4,
      5,
    );
    expect(byCode).toEqual([30, 0, 0.4, 34, '中']);
    expect(byName!.slice(0, 3)).toEqual([0, 0, 0]);
    expect(blank).toEqual(['', '', '', '', '']);
    expect(told(none![4])).toEqual(['#N/A', expect.stringContaining('没有')]);
  });
});
