import { serialOf } from '../../src/domain';
import { saveWorkbook } from '../../src/host/file/saveWorkbook';
import { cellAddress } from '../../src/host/model/address';
import { addSheet } from '../../src/host/model/edits';
import { clear } from '../../src/workbook/clear';
import { runWarnings, type RunOptions } from '../../src/workbook/runWarnings';
import { writeStatements } from '../../src/workbook/statementSheet';
import { undo } from '../../src/workbook/undo';
import { recalculated } from '../support/libreoffice';
import { addinOverFile, contents, formulas, put, values, type Addin } from './addin';
import { createWorkbook } from '../../src/host/model/createWorkbook';

const asOf = serialOf(2025, 6, 30);
const options: RunOptions = { today: asOf, asOf, language: 'zh-CN' };
const request = {
  customer: null,
  from: serialOf(2025, 3, 1),
  to: asOf,
  language: 'zh-CN',
} as const;

let addin: Addin;
let file: Uint8Array;

beforeEach(async () => {
  const workbook = createWorkbook();
  workbook.activeSheet.name = '开票';
  put(workbook, workbook.activeSheet, 'A1', [
    ['客户', '发票号', '开票日期', '到期日', '价税合计'],
    ['宏达', 'FP01', '2025-01-10', '2025-02-09', 1000],
    ['宏达', 'FP02', '2025-03-01', '2025-03-31', 700],
    ['江南', "'=1+1", '2025-03-02', '2025-04-01', 250],
    ['远景', 'FP04', '2025-03-02', '2025-04-01', 50],
  ]);
  put(workbook, addSheet(workbook, '收款', 'user'), 'A1', [
    ['收款日期', '付款单位', '收款单号', '收款金额', '核销发票号', '摘要'],
    ['2025-04-05', '宏达', 'SK1', 600, 'FP01', '货款'],
    ['2025-05-05', '江南', 'SK2', 300, '', ''],
    ['2025-05-06', '远景', 'SK3', 50, 'FP04', ''],
  ]);
  file = saveWorkbook(workbook);
  addin = await addinOverFile(file);
});

afterEach(() => addin.office.dispose());

const sheet = () => addin.workbook.sheet('AR对账单')!;

it('a statement has opening, lines, sums, closing, ages and a place to sign', async () => {
  expect(await writeStatements(await runWarnings(options), request)).toEqual({
    sheet: 'AR对账单',
    written: 2,
    left: 0,
    isPaged: false,
  });
  expect(values(sheet(), 'A1:F22')).toEqual([
    ['往来对账单', ...blanks(5)],
    ['致：宏达', ...blanks(5)],
    ['期间：2025-03-01 至 2025-06-30　　单位：元', ...blanks(5)],
    ['下列数据出自本公司账簿记录，请与贵公司记录核对。', ...blanks(5)],
    ['日期', '单据号', '摘要', '借方（应收）', '贷方（收回）', '余额'],
    [null, null, '期初余额', null, null, 1000],
    [serialOf(2025, 3, 1), 'FP02', '应收', 700, null, 1700],
    [serialOf(2025, 4, 5), 'SK1', '收款 FP01 货款', null, 600, 1100],
    [null, null, '本期合计', 700, 600, null],
    [null, null, '期末余额', null, null, 1100],
    ['期末余额的逾期账龄（天）：', ...blanks(5)],
    ['91–180', 1100, ...blanks(4)],
    ['截至 2025-06-30，贵公司欠本公司 1,100.00 元。', ...blanks(5)],
    [expect.stringContaining('仅为复核账目之用'), ...blanks(5)],
    blanks(6),
    ['1. 信息证明无误', null, null, '2. 信息不符，请列明不符项目：', null, null],
    blanks(6),
    blanks(6),
    ['（公司盖章）', null, null, '（公司盖章）', null, null],
    ['经办人：', null, null, '经办人：', null, null],
    ['　　　　年　　月　　日', null, null, '　　　　年　　月　　日', null, null],
    [expect.stringContaining('本公司（盖章）'), ...blanks(5)],
  ]);
  expect(formulas(sheet(), 'D7:F10')).toEqual([
    [700, null, '=F6+D7-E7'],
    [null, 600, '=F7+D8-E8'],
    ['=SUM(D7:D8)', '=SUM(E7:E8)', null],
    [null, null, '=F6+D9-E9'],
  ]);
});

it('credits left are shown beside the ages, and who owes whom; texts stay texts', async () => {
  await writeStatements(await runWarnings(options), { ...request, customer: '江南' });
  expect(values(sheet(), 'A2:A2')).toEqual([['致：江南']]);
  expect(formulas(sheet(), 'B7:B7')).toEqual([['=1+1']]);
  expect(values(sheet(), 'A12:F13')).toEqual([
    ['61–90', 250, '未核销', -300, null, null],
    ['截至 2025-06-30，本公司欠贵公司 50.00 元。', ...blanks(5)],
  ]);
});

it('a statement to another day is of that day', async () => {
  const to = serialOf(2025, 4, 1);
  await writeStatements(await runWarnings(options), { ...request, customer: '宏达', to });
  expect(values(sheet(), 'F9:F9')).toEqual([[1700]]);
});

it('LibreOffice calculates the same', async () => {
  await writeStatements(await runWarnings(options), request);
  const theirs = recalculated(saveWorkbook(addin.workbook));
  const used = sheet().cells.usedArea(true)!;
  for (let row = 0; row <= used.bottom; row++) {
    for (let column = 0; column < 6; column++) {
      expect([cellAddress(row, column), theirs('AR对账单', row, column)]).toEqual([
        cellAddress(row, column),
        sheet().cells.value(row, column) ?? '',
      ]);
    }
  }
}, 150_000);

/** A4 between Excel's usual margins of 0.7 inches, in points. */
const PAPER_WIDTH = 595.3 - 2 * 0.7 * 72;

it('asks for a page each, on A4, at a scale at which the columns fit', async () => {
  const asked: unknown[] = [];
  const layout = {
    set paperSize(size: string) {
      asked.push(['paperSize', size]);
    },
    set zoom(zoom: object) {
      asked.push(['zoom', zoom]);
    },
  };
  const breaks = {
    removePageBreaks: () => asked.push(['removePageBreaks']),
    add: (cell: string) => asked.push(['add', cell]),
  };
  Object.defineProperties(Excel.Worksheet.prototype, {
    pageLayout: { get: () => layout },
    horizontalPageBreaks: { get: () => breaks },
  });
  expect(await writeStatements(await runWarnings(options), request)).toMatchObject({
    isPaged: true,
  });
  const second = values(sheet(), 'A2:A60').findIndex(([cell]) => cell === '往来对账单') + 2;
  expect(asked).toEqual([
    ['paperSize', 'A4'],
    ['zoom', { scale: 90 }],
    ['removePageBreaks'],
    ['add', `A${second}`],
  ]);
  const width = await Excel.run(async (context) => {
    const columns = Array.from('ABCDEF', (letter) =>
      context.workbook.worksheets
        .getItem('AR对账单')
        .getRange(`${letter}:${letter}`)
        .format.load('columnWidth'),
    );
    await context.sync();
    return columns.reduce((sum, { columnWidth }) => sum + columnWidth, 0);
  });
  expect(width * 0.9).toBeLessThan(PAPER_WIDTH);
});

it('is written anew, undone and cleared', async () => {
  const result = await runWarnings(options);
  const before = contents(addin.workbook);
  await writeStatements(result, request);
  await writeStatements(result, { ...request, customer: '江南' });
  expect(sheet().cells.usedArea(true)!.bottom).toBeLessThan(24);
  await undo(options);
  expect(contents(addin.workbook)).toEqual(before);
  await writeStatements(result, request);
  await clear();
  expect(Buffer.compare(file, saveWorkbook(addin.workbook))).toBe(0);
});

/** The ledger of docs/spec-reconciliation.md. */
async function openSalespersons(): Promise<void> {
  addin.office.dispose();
  const workbook = createWorkbook();
  workbook.activeSheet.name = '开票';
  put(workbook, workbook.activeSheet, 'A1', [
    ['客户', '发票号', '开票日期', '到期日', '价税合计', '业务员'],
    ['甲', 'A', '2025-05-01', '2025-05-31', 1000, '王昕'],
    ['乙', 'B', '2025-05-27', '2025-06-26', 300, '王昕'],
    ['甲', 'C', '2025-06-25', '2025-07-25', 200, '王昕'],
    ['丙', 'D', '2025-06-01', '2025-06-30', 500, "'=李蔚"],
  ]);
  put(workbook, addSheet(workbook, '收款', 'user'), 'A1', [
    ['收款日期', '付款单位', '收款单号', '收款金额', '核销发票号', '摘要'],
    ['2025-06-27', '甲', 'S1', 400, 'A', ''],
    ['2025-06-28', '乙', 'S2', 70, '', ''],
  ]);
  file = saveWorkbook(workbook);
  addin = await addinOverFile(file);
}

const week = { ...request, bySalesperson: true, from: asOf - 6 };

it('a page a salesperson: what is overdue, how the balance came about, and both sign', async () => {
  await openSalespersons();
  const written = await writeStatements(await runWarnings(options), week);
  expect(written).toMatchObject({ sheet: 'AR对账单', written: 3, left: 0 });
  expect(values(sheet(), 'A1:F19').map((row) => row.map((cell) => cell ?? ''))).toEqual([
    ['业务员对账表', '', '', '', '', ''],
    ['业务员：王昕', '', '', '', '', ''],
    ['期间：2025-06-24 至 2025-06-30　　单位：元', '', '', '', '', ''],
    ['下列为财务账上名下的逾期应收，请与销售台账逐笔核对。', '', '', '', '', ''],
    ['到期日', '单据号', '客户', '逾期未收', '其中本期新逾期', '逾期累计'],
    [serialOf(2025, 5, 31), 'A', '甲 · 逾期 30 天', 600, '', 600],
    [serialOf(2025, 6, 26), 'B', '乙 · 逾期 4 天', 300, 300, 900],
    ['', '', '合计', 900, 300, ''],
    ['', '', '逾期未收', '', '', 900],
    ['名下应收的本期变动：', '', '', '', '', ''],
    ['期初余额', 1300, '本期新增', 200, '本期核销', 400],
    ['期末余额', 1100, '逾期未收', 900, '其中本期新逾期', 300],
    ['截至 2025-06-30，名下应收余额 1,100.00 元。', '', '', '', '', ''],
    [expect.stringContaining('逐笔写明未收原因'), '', '', '', '', ''],
    ['', '', '', '', '', ''],
    ['财务', '', '', '销售', '', ''],
    ['', '', '', '', '', ''],
    ['', '', '', '', '', ''],
    ['', '', '', '', '', ''],
  ]);
  const names = values(sheet(), 'A1:A80').filter(([cell]) => String(cell).startsWith('业务员：'));
  expect(names).toEqual([['业务员：王昕'], ['业务员：（未填）'], ['业务员：=李蔚']]);
  expect(values(sheet(), 'C25:C40')).toContainEqual(['没有逾期']);
});

it('rows that were tall for statements written before are so no more', async () => {
  await openSalespersons();
  const result = await runWarnings(options);
  const tall = () => [...sheet().rowHeights.keys()];
  await writeStatements(result, request);
  const before = tall();
  await writeStatements(result, week);
  expect(before.some((row) => row !== 13)).toBe(true);
  expect(tall().filter((row) => row < 22)).toEqual([13]);
});

it('pages of salespersons are calculated alike in LibreOffice, in English too, and cleared', async () => {
  await openSalespersons();
  await writeStatements(await runWarnings(options), { ...week, language: 'en-US' });
  const ours = addin.workbook.sheet('AR Statements')!;
  const theirs = recalculated(saveWorkbook(addin.workbook));
  for (let row = 0; row < 60; row++) {
    for (let column = 0; column < 6; column++) {
      expect([row, column, theirs('AR Statements', row, column)]).toEqual([
        row,
        column,
        ours.cells.value(row, column) ?? '',
      ]);
    }
  }
  await clear();
  expect(Buffer.compare(file, saveWorkbook(addin.workbook))).toBe(0);
}, 150_000);

const blanks = (n: number): null[] => new Array<null>(n).fill(null);
