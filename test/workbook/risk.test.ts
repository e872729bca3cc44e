import { readFileSync } from 'node:fs';
import path from 'node:path';
import { saveWorkbook } from '../../src/host/file/saveWorkbook';
import { serialOf } from '../../src/domain';
import { columnLetters } from '../../src/workbook/address';
import { clear } from '../../src/workbook/clear';
import { runWarnings, type RunOptions } from '../../src/workbook/runWarnings';
import { undo } from '../../src/workbook/undo';
import { addinOver, addinOverFile, contents, formulas, values, type Addin } from './addin';

const asOf = serialOf(2025, 6, 30);
const day = (month: number, d: number) => serialOf(2025, month, d);
const options: RunOptions = { today: asOf, asOf, language: 'zh-CN' };

/** The ledger of docs/spec-rfa.md, two more customers, one with a claim that ran out. */
const LEDGER = [
  ['客户', '单据号', '开票日期', '到期日', '币种', '应收金额', '已收金额', '收款日期'],
  ['甲', 'A', day(1, 1), day(1, 31), 'CNY', 100, 100, day(1, 31)],
  ['甲', 'B', day(2, 1), day(3, 3), 'CNY', 200, 200, day(3, 13)],
  ['甲', 'C', day(3, 1), day(3, 31), 'CNY', 300, 300, day(4, 20)],
  ['甲', 'D', day(5, 1), day(5, 31), 'CNY', 400, 0, ''],
  ['甲', 'E', day(6, 15), day(7, 15), 'CNY', 600, 0, ''],
  ['=1+1', 'F', day(6, 1), day(8, 1), 'CNY', 14_400, 0, ''],
  ['乙', 'G', serialOf(2021, 6, 1), serialOf(2021, 7, 1), 'USD', 50, 0, ''],
];

let addin: Addin;

const start = async (): Promise<Addin> =>
  (addin = await addinOver(
    LEDGER.map((row) =>
      row.map((cell) => (typeof cell === 'string' && cell.startsWith('=') ? `'${cell}` : cell)),
    ),
  ));

afterEach(async () => {
  await clear();
  addin.office.dispose();
});

const riskSheet = () => addin.workbook.sheet('AR客户风险')!;
const headerOf = () => values(riskSheet(), 'A4:AD4')[0]!;
const letterOf = (title: string) => columnLetters(headerOf().indexOf(title));
/** Cells below a title of the list. */
const under = (title: string) => {
  const letter = letterOf(title);
  return values(riskSheet(), `${letter}5:${letter}7`).flat();
};

describe('AR客户风险', () => {
  it('lists the customers, the riskiest first, with what they are rated by and why', async () => {
    await start();
    await runWarnings({ ...options, assess: true });
    expect(under('客户')).toEqual(['乙', '甲', '=1+1']);
    expect(under('风险等级')).toEqual(['极高', '高', '低']);
    expect(under('得分')).toEqual([70, 58, 0]);
    expect(under('一票否决')).toEqual(['超诉讼时效', null, null]);
    expect(under('数据不足')).toEqual(['数据不足', null, '数据不足']);
    expect(under('R/F/A 分')).toEqual(['5 / 0 / 5', '2 / 4 / 3', '0 / 0 / 0']);
    expect(under('画像')[1]).toBe('精明强势的战略客户');
    expect(under('依据')[1]).toContain('到期后晚付的比例 75% (≥ 25%)');
    expect(under('原因')[1]).toBe('意愿 · 到期后晚付的比例 75% (≥ 75%)');
    expect(under('处置')[1]).toMatch(/^上门 · 坚定 · 到期前提醒 → 对账确认/);
    expect(under('未收余额 CNY')).toEqual([null, 1000, 14_400]);
    expect(under('逾期余额 CNY')).toEqual([null, 400, 0]);
    expect(under('未收余额 USD')).toEqual([50, null, null]);
    expect(under('台账行号')).toEqual([8, 5, 7]);
    expect(formulas(riskSheet(), `${letterOf('链接')}6`)[0]![0]).toMatch(/^=HYPERLINK\(/);
  });

  it('says a tier by word and colour, and bars beside score and loss, all by native rules', async () => {
    await start();
    await runWarnings({ ...options, assess: true });
    const kinds = () => riskSheet().conditionalFormats.map(({ kind }) => kind.type);
    const once = [...kinds()].sort();
    expect(once).toEqual(['custom', 'custom', 'custom', 'custom', 'custom', 'dataBar', 'dataBar']);
    await runWarnings(options);
    expect([...kinds()].sort()).toEqual(once);
  });

  it('has columns as wide as their titles', async () => {
    await start();
    await runWarnings({ ...options, assess: true, language: 'en-US' });
    const widths = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('AR Customer risk');
      const title = sheet.getRange('F4').load('values');
      const [short, long] = ['C4', 'F4'].map((cell) => sheet.getRange(cell).format);
      short!.load('columnWidth');
      long!.load('columnWidth');
      await context.sync();
      expect(title.values).toEqual([['R days overdue']]);
      return [short!.columnWidth, long!.columnWidth];
    });
    expect(widths[0]).toBeCloseTo(60, 0);
    expect(widths[1]).toBeCloseTo(8 + 14 * 6.5, 0);
  });

  it('draws value by risk, in points whose axes cross where the quadrants meet', async () => {
    await start();
    const { risk } = await runWarnings({ ...options, assess: true });
    const shares = risk!.customers.map(({ facts }) => facts.salesShare);
    expect(under('占销售额')).toEqual(shares);
    const { valueFrom, riskFrom } = risk!.quadrants;
    const at = (title: string) => `=AR客户风险!$${letterOf(title)}$5:$${letterOf(title)}$7`;
    const [chart, ...others] = riskSheet().charts;
    expect(others).toEqual([]);
    expect(chart).toMatchObject({
      name: 'ARW_Quadrants',
      type: 'XYScatter',
      title: '↗ 管控 ↖ 收紧 ↘ 维护 ↙ 培育',
      legend: null,
      axes: {
        category: {
          title: '占销售额',
          minimum: 0,
          crossedAt: valueFrom,
          labels: 'Low',
          format: '0%',
        },
        value: { title: '得分', minimum: 0, maximum: 100, crossedAt: riskFrom, labels: 'Low' },
      },
      series: [{ name: '得分', categories: at('占销售额'), values: at('得分') }],
    });
    const { maximum } = chart!.axes.category;
    expect(maximum).toBeGreaterThanOrEqual(Math.max(...shares.map((share) => share!)));
    expect(maximum).toBeLessThanOrEqual(1);
    expect(chart!.from.column).toBe(headerOf().indexOf('链接') + 2);
    expect(chart!.to.column).toBe(chart!.from.column); // or a page break could go through it
    expect(String(values(riskSheet(), 'A2')[0]![0])).toContain('价值×风险图在表的右边');
  });

  it('is written anew by each run that finds it, under the same names', async () => {
    await start();
    const first = await runWarnings({ ...options, assess: true, predict: true });
    const before = contents(addin.workbook);
    const second = await runWarnings(options);
    expect(second.outputs).toEqual(first.outputs);
    expect(contents(addin.workbook)).toEqual(before);
  });

  it('is not there where nobody asked for it', async () => {
    await start();
    const { risk, outputs } = await runWarnings(options);
    expect(risk).toBeNull();
    expect(outputs.sheets).not.toContain('AR客户风险');
    expect(outputs.names).not.toContain('ARW_Probability');
  });
});

describe('逾期概率 and 预期损失', () => {
  const titles = () => values(addin.sheet, 'I1:Z1')[0]!;
  const column = (title: string) => {
    const letter = String.fromCharCode(73 + titles().indexOf(title));
    return values(addin.sheet, `${letter}2:${letter}8`).flat();
  };

  it('stand beside open invoices on request, and stay until they are no more wanted', async () => {
    await start();
    await runWarnings({ ...options, assess: true });
    expect(titles()).not.toContain('逾期概率');
    const bare = contents(addin.workbook);
    const { risk } = await runWarnings({ ...options, predict: true });
    await runWarnings(options);
    const { probability, expectedLoss } = risk!;
    expect(column('逾期概率')).toEqual([...probability].map((p) => (p < 0 ? null : p)));
    expect(column('预期损失')).toEqual(
      [...expectedLoss].map((fen, i) => (probability[i]! < 0 ? null : fen / 100)),
    );
    expect(column('逾期概率')[3]).toBe(1);
    await runWarnings({ ...options, predict: false });
    expect(contents(addin.workbook)).toEqual(bare);
  });

  it('are undone as they came: sheet and columns of a rating, one by one', async () => {
    await start();
    await runWarnings(options);
    const plain = contents(addin.workbook);
    await runWarnings({ ...options, assess: true });
    const rated = contents(addin.workbook);
    await runWarnings({ ...options, predict: true });
    await undo(options);
    expect(contents(addin.workbook)).toEqual(rated);
    await undo(options);
    expect(contents(addin.workbook)).toEqual(plain);
  });
});

it('a rating that is cleared leaves the file as it was, byte for byte', async () => {
  const sample = readFileSync(path.join(__dirname, '../../assets/samples/ledger-zh.xlsx'));
  addin = await addinOverFile(sample);
  const sampleOptions = { today: serialOf(2026, 11, 22), language: 'zh-CN' } as const;
  await runWarnings({ ...sampleOptions, assess: true, predict: true });
  await runWarnings(sampleOptions);
  expect(sample.equals(saveWorkbook(addin.workbook))).toBe(false);
  await clear();
  expect(sample.equals(saveWorkbook(addin.workbook))).toBe(true);
});
