import { serialOf } from '../../src/domain';
import { addSheet, insertCells, sortArea } from '../../src/host/model/edits';
import { clear } from '../../src/workbook/clear';
import { runWarnings, type RunOptions } from '../../src/workbook/runWarnings';
import { undo } from '../../src/workbook/undo';
import { parseArea } from '../../src/host/model/address';
import { saveWorkbook } from '../../src/host/file/saveWorkbook';
import { addinOver, addinOverFile, contents, formulas, put, values, type Addin } from './addin';

const asOf = serialOf(2025, 6, 30);
const options: RunOptions = { today: asOf, asOf, language: 'zh-CN' };

let addin: Addin;

beforeEach(async () => {
  addin = await addinOver([
    ['客户', '发票号', '开票日期', '到期日', '价税合计'],
    ['宏达', 'FP01', '2025-01-10', '2025-02-09', 1000],
    ['宏达', 'FP02', '2025-03-01', '2025-03-31', 700],
    ['宏达', 'FP03', '2025-03-02', '2025-04-01', 250],
    ['宏达', 'FP04', '2025-06-01', '2025-07-15', 640],
  ]);
  addin.sheet.name = '开票';
  put(addin.workbook, addSheet(addin.workbook, '收款', 'user'), 'A1', [
    ['收款日期', '付款单位', '收款金额', '核销发票号', '摘要'],
    ['2025-04-05', '宏达', 700, '', ''],
    ['2025-05-05', '宏达', 890, '', ''],
    ['2025-06-05', '宏达', 100, '', '付FP01货款'],
    ['2025-06-06', '远景', 80, 'FP99', ''],
  ]);
});

afterEach(() => addin.office.dispose());

const sheet = (name: string) => addin.workbook.sheet(name)!;

/** The lines a person answers: accept, amount, numbers of both documents' rows, state. */
const lines = () =>
  values(sheet('AR核账'), 'A5:P12')
    .slice(0, values(sheet('AR核账'), 'A5:A12').findIndex(([cell]) => cell === '未匹配与超额') - 1)
    .map((row) => [row[0], row[1], row[9], row[14], row[15]]);
const buckets = () => values(sheet('AR账龄'), 'C5:K5')[0];
const answer = (cell: string, word: string) => put(addin.workbook, sheet('AR核账'), cell, [[word]]);

describe('AR核账', () => {
  it('lists what each receipt may pay with its reason, the surest first, then what nothing matches', async () => {
    await runWarnings(options);
    expect(values(sheet('AR核账'), 'A4:P8')).toEqual([
      [
        ...['接受', '核销金额', '理由', '可信度', '客户', '币种'],
        ...['收款日期', '收款单号', '收款金额', '收款位置'],
        ...['单据号', '单据日期', '单据金额', '核销前未收', '单据位置', '状态'],
      ],
      [
        ...[null, 100, '收款写明 FP01', 0.95, '宏达', null],
        ...[serialOf(2025, 6, 5), null, 100, '收款!4'],
        ...['FP01', serialOf(2025, 1, 10), 1000, 1000, '开票!2', null],
      ],
      [
        ...[null, 700, '与未收余额相等', 0.85, '宏达', null],
        ...[serialOf(2025, 4, 5), null, 700, '收款!2'],
        ...['FP02', serialOf(2025, 3, 1), 700, 700, '开票!3', null],
      ],
      [
        ...[null, 250, '2 张未收之和相等；从 2 张中试了 2 种，别无组合', 0.6, '宏达', null],
        ...[serialOf(2025, 5, 5), null, 890, '收款!3'],
        ...['FP03', serialOf(2025, 3, 2), 250, 250, '开票!4', null],
      ],
      [
        ...[null, 640, '2 张未收之和相等；从 2 张中试了 2 种，别无组合', 0.6, '宏达', null],
        ...[serialOf(2025, 5, 5), null, 890, '收款!3'],
        ...['FP04', serialOf(2025, 6, 1), 640, 640, '开票!5', null],
      ],
    ]);
    expect(
      values(sheet('AR核账'), 'A10:J12').map((row) => [row[0], row[1], row[2], row[9]]),
    ).toEqual([
      ['未匹配与超额', null, null, null],
      ['接受', '核销金额', '理由', '收款位置'],
      [null, 80, '写明的单据在台账里找不到', '收款!5'],
    ]);
    expect(formulas(sheet('AR核账'), 'J5:J5')).toEqual([[`=HYPERLINK("#'收款'!"&"A4","收款!4")`]]);
  });

  it('offers yes and no, and takes nothing else', async () => {
    await runWarnings(options);
    expect(sheet('AR核账').dataValidations).toMatchObject([
      { type: 'list', ranges: [parseArea('A5:A8')] },
    ]);
    await runWarnings(options);
    expect(sheet('AR核账').dataValidations).toHaveLength(1);
  });

  it('a line accepted is set by the next run: items follow, the balance does not move', async () => {
    await runWarnings(options);
    expect(buckets()).toEqual([900, 640, 0, 0, 250, 1700, 0, 0, -1690]);
    answer('A6', '是');
    const { matching, analysis } = await runWarnings(options);
    expect(matching.outcomes).toHaveLength(1);
    expect(analysis.totals.map(({ open }) => open)).toEqual([820_00]);
    expect(buckets()).toEqual([900, 640, 0, 0, 250, 1000, 0, 0, -990]);
    expect(lines()).toEqual([
      ['是', 700, '收款!2', '开票!3', '已核销'],
      [null, 100, '收款!4', '开票!2', null],
      [null, 250, '收款!3', '开票!4', null],
      [null, 640, '收款!3', '开票!5', null],
    ]);
    const applications = values(sheet('AR核销'), 'B5:K5')[0]!;
    expect([applications[0], applications[6], applications[9]]).toEqual(['FP02', 700, '人工核账']);
  });

  it('what is accepted outlives sorting, new rows and more runs', async () => {
    await runWarnings(options);
    answer('A6', '是');
    await runWarnings(options);
    sortArea(
      addin.workbook,
      sheet('开票'),
      parseArea('A2:E5')!,
      [{ column: 4, ascending: true }],
      false,
      'user',
    );
    insertCells(addin.workbook, sheet('收款'), parseArea('2:3')!, 'Down', 'user');
    for (let run = 0; run < 2; run++) {
      await runWarnings(options);
      expect(lines()[0]).toEqual(['是', 700, '收款!4', '开票!4', '已核销']);
      expect(buckets()).toEqual([900, 640, 0, 0, 250, 1000, 0, 0, -990]);
    }
  });

  it('a line withdrawn is open again, one refused keeps its mark', async () => {
    await runWarnings(options);
    answer('A6', '是');
    answer('A7', '否');
    await runWarnings(options);
    expect(lines().map(([word]) => word)).toEqual(['是', null, '否', null]);
    answer('A5', '');
    await runWarnings(options);
    expect(lines().map(([word, amount]) => [word, amount])).toEqual([
      [null, 100],
      [null, 700],
      ['否', 250],
      [null, 640],
    ]);
    expect(buckets()).toEqual([900, 640, 0, 0, 250, 1700, 0, 0, -1690]);
  });

  it('what fits no more is told at its line and costs only itself', async () => {
    await runWarnings(options);
    answer('A5', '是');
    answer('A6', '是');
    await runWarnings(options);
    put(addin.workbook, sheet('收款'), 'C2', [[650]]);
    const { issues } = await runWarnings(options);
    expect(issues.filter(({ sheet: of }) => of === 'AR核账')).toEqual([
      {
        sheet: 'AR核账',
        row: 6,
        role: 'appliesTo',
        code: 'matchCreditGone',
        value: ' → FP02 700.00',
      },
    ]);
    expect(lines().slice(0, 2)).toEqual([
      ['是', 100, '收款!4', '开票!2', '已核销'],
      ['是', 700, '收款', '开票', '已接受的核账：这笔收款不在台账里了，未核销'],
    ]);
    const problems = values(sheet('AR数据质量'), 'A5:D20').filter(([of]) => of === 'AR核账');
    expect(problems).toEqual([
      ['AR核账', 'A6', null, '已接受的核账：这笔收款不在台账里了，未核销'],
    ]);
  });

  it('what was accepted for another ledger of the workbook is left as it is, and not told', async () => {
    await runWarnings(options);
    answer('A5', '是');
    answer('A6', '是');
    await runWarnings(options);
    put(addin.workbook, sheet('收款'), 'C2', [[650]]);
    const other = addSheet(addin.workbook, '其他应收', 'user');
    put(addin.workbook, other, 'A1', [
      ['合同号', '客户', '日期', '到期', '金额', '已收', '备注'],
      ['H1', '远景', '2025-01-10', '2025-02-09', 500, 0, ''],
    ]);
    addin.workbook.activeSheet = other;
    for (let run = 0; run < 2; run++) {
      const { issues, matching } = await runWarnings(options);
      expect(issues.filter(({ sheet: of }) => of === 'AR核账')).toEqual([]);
      expect(matching.elsewhere).toHaveLength(2);
      expect(lines().filter(([word]) => word === '是')).toEqual([
        ['是', 100, '收款', '开票', '另一份台账的核账，原样保留'],
        ['是', 700, '收款', '开票', '另一份台账的核账，原样保留'],
      ]);
    }
    addin.workbook.activeSheet = sheet('开票');
    const { issues } = await runWarnings(options);
    expect(issues.filter(({ sheet: of }) => of === 'AR核账').map(({ code }) => code)).toEqual([
      'matchCreditGone',
    ]);
    expect(lines().slice(0, 2)).toEqual([
      ['是', 100, '收款!4', '开票!2', '已核销'],
      ['是', 700, '收款', '开票', '已接受的核账：这笔收款不在台账里了，未核销'],
    ]);
    addin.workbook.activeSheet = other;
    const again = await runWarnings(options);
    expect(again.issues.filter(({ sheet: of }) => of === 'AR核账')).toEqual([]);
  });

  it('is undone run by run', async () => {
    await runWarnings(options);
    answer('A6', '是');
    await runWarnings(options);
    const second = contents(addin.workbook);
    answer('A6', '是');
    await runWarnings(options);
    expect(lines().map(([word]) => word)).toEqual(['是', '是', null, null]);
    await undo(options);
    expect(contents(addin.workbook)).toEqual(second);
    await undo(options);
    expect(buckets()).toEqual([900, 640, 0, 0, 250, 1700, 0, 0, -1690]);
    expect(lines().map(([word]) => word)).toEqual([null, null, null, null]);
  });

  it('clears to the byte', async () => {
    const file = saveWorkbook(addin.workbook);
    addin.office.dispose();
    addin = await addinOverFile(file);
    await runWarnings(options);
    answer('A6', '是');
    await runWarnings(options);
    expect(Buffer.compare(file, saveWorkbook(addin.workbook))).not.toBe(0);
    await clear();
    expect(Buffer.compare(file, saveWorkbook(addin.workbook))).toBe(0);
  });
});

it('answers far down a long list are read too', async () => {
  addin.office.dispose();
  const numbers = Array.from({ length: 600 }, (_, i) => String(1001 + i));
  addin = await addinOver([
    ['客户', '发票号', '开票日期', '到期日', '价税合计'],
    ...numbers.map((n) => [`客户${n}`, `FP${n}`, '2025-01-10', '2025-02-09', 100]),
  ]);
  addin.sheet.name = '开票';
  put(addin.workbook, addSheet(addin.workbook, '收款', 'user'), 'A1', [
    ['收款日期', '付款单位', '收款金额', '核销发票号', '摘要'],
    ...numbers.map((n) => ['2025-04-05', `客户${n}`, 100, '', '']),
  ]);
  await runWarnings(options);
  for (const line of [5, 504, 505, 604]) answer(`A${line}`, '是');
  const { matching } = await runWarnings(options);
  expect(matching.outcomes.map((outcome) => 'code' in outcome)).toEqual(Array(4).fill(false));
}, 30_000);

const openOfRows = () => values(sheet('明细账'), 'H2:L3').map((row) => row[0]);

it('an account is matched in place of what is only worked out', async () => {
  addin.office.dispose();
  addin = await addinOver([
    ['客户名称', '日期', '凭证号', '摘要', '借方', '贷方', '余额'],
    ['宏达', '2025-01-20', '记1', '销售', 5000, '', 5000],
    ['宏达', '2025-02-20', '记2', '销售', 3000, '', 8000],
    ['宏达', '2025-03-20', '记3', '收款 记2', '', 3000, 5000],
  ]);
  addin.sheet.name = '明细账';
  await runWarnings(options);
  expect(values(sheet('AR核账'), 'B5:C5')).toEqual([[3000, '与未收余额相等']]);
  expect(openOfRows()).toEqual([2000, 3000]);
  answer('A5', '是');
  const { analysis } = await runWarnings(options);
  expect(openOfRows()).toEqual([5000, 0]);
  expect(analysis.totals.map(({ open }) => open)).toEqual([5000_00]);
});

it('a ledger without receipts has no such sheet', async () => {
  addin.office.dispose();
  addin = await addinOver([
    ['客户', '发票号', '开票日期', '到期日', '价税合计'],
    ['宏达', 'FP01', '2025-01-10', '2025-02-09', 1000],
  ]);
  await runWarnings(options);
  expect(addin.workbook.sheet('AR核账')).toBeUndefined();
});
