import { saveWorkbook } from '../../src/host/file/saveWorkbook';
import { cellAddress } from '../../src/host/model/address';
import { customerBalances, serialOf } from '../../src/domain';
import { columnCells } from '../../src/workbook/columnCells';
import { ROW_COLUMNS, type Cell } from '../../src/workbook/rowColumns';
import type { SheetRows } from '../../src/workbook/sheetRows';
import { runWarnings, type RunResult } from '../../src/workbook/runWarnings';
import { TEXTS } from '../../src/workbook/texts';
import { recalculated, type Judged } from '../support/libreoffice';
import { addinOver, type Addin } from './addin';

const asOf = serialOf(2025, 6, 30);
const texts = TEXTS['zh-CN'];

/** A ledger in which every age from 20 days before due to 420 after it occurs, and much else. */
const ROWS = Array.from({ length: 440 }, (_, i) => {
  const due = asOf + 20 - i;
  const amount = ((i * 7919) % 100_000) / 100 + 0.01;
  const received = [0, amount, Math.round(amount * 50) / 100, amount + 1][i % 4]!;
  return [
    `客户${i % 7}`,
    `XS${i}`,
    i % 11 === 0 ? '' : due - 60 + (i % 3) * 40,
    i % 13 === 0 && i % 11 !== 0 ? '' : due,
    i % 17 === 0 ? -amount : amount,
    i % 17 === 0 ? 0 : received,
    i % 5 === 0 ? asOf - 10 + (i % 20) : '',
    i % 3 === 0 ? 'CNY' : 'USD',
  ];
});
const HEADER = ['客户', '单据号', '开票日期', '到期日', '应收金额', '已收金额', '收款日期', '币种'];
const ODD_ROWS = [
  ['客户1', 'T1', "'2025-3-1", "'2025年4月1日", "'1,234.50", '', '', 'CNY'],
  ['客户1', 'T2', asOf - 40, asOf - 10, '#N/A', 0, '', 'CNY'],
  ['小计', '', '', '', 99, 0, '', ''],
  ['', '', '', '', '', '', '', ''],
  ['=客户', 'T3', asOf - 40, asOf - 10, 10, 0, '', 'CNY'],
  ['>365', 'T4', asOf - 400, asOf - 370, 10, 0, '', 'CNY'],
  ['0012', 'T5', asOf - 40, asOf - 10, 10, 0, '', 'CNY'],
].map((row) => row.map((cell) => (/^[=0]/.test(String(cell)) ? `'${cell}` : cell)));

let addin: Addin;
let result: RunResult;
let theirs: Judged;

beforeAll(async () => {
  addin = await addinOver([HEADER, ...ROWS, ...ODD_ROWS]);
  result = await runWarnings({ today: asOf, language: 'zh-CN' });
  theirs = recalculated(saveWorkbook(addin.workbook));
}, 150_000);

afterAll(() => addin.office.dispose());

/** Sums of doubles may be off in the last digits. */
const agree = (a: Cell, b: Cell): boolean =>
  typeof a === 'number' && typeof b === 'number' ? Math.abs(a - b) < 0.001 : a === b;

it('every cell of our columns is what the domain says', () => {
  const { place, columns, analysis } = result;
  const itemAt = new Int32Array(place.lastRow - place.firstRow + 1).fill(-1);
  analysis.items.row.forEach((row, item) => (itemAt[row - 1 - place.firstRow] = item));
  // Only what the domain says is asked for, so no cell of the ledger matters.
  const rows = {
    place,
    analysis,
    itemAt,
    risk: null,
    uncleanRows: [],
    cells: {},
  } as unknown as SheetRows;
  const cells = columnCells(rows, columns, texts);
  const differences: string[] = [];
  for (let row = 0; row <= place.lastRow - place.firstRow; row++) {
    for (const [key, column] of columns) {
      const ours = cells.value(row, key);
      const other = theirs('Sheet1', place.firstRow + row, column);
      if (!agree(ours, other)) {
        differences.push(`${ROW_COLUMNS[key].title(texts)} in row ${row + 2}: ${ours} ≠ ${other}`);
      }
    }
  }
  expect(differences).toEqual([]);
});

it('the ageing sheet calculates to the same figures, and ties to the ledger', () => {
  const sheet = addin.workbook.sheet('AR账龄')!;
  const used = sheet.cells.usedArea(true)!;
  const differences: string[] = [];
  for (let row = 3; row <= used.bottom; row++) {
    for (let column = 0; column <= used.right; column++) {
      const ours = (sheet.cells.value(row, column) ?? '') as Cell;
      const other = theirs('AR账龄', row, column);
      if (!agree(ours, other)) differences.push(`${cellAddress(row, column)}: ${ours} ≠ ${other}`);
      if (ours === texts.difference) {
        expect(theirs('AR账龄', row, 2)).toBe(0);
      }
    }
  }
  expect(differences).toEqual([]);
});

it('most figures are formulas: nothing was mended away', () => {
  const { place, columns } = result;
  const { sheet } = addin;
  const isFormula = (row: number, column: number) => sheet.cells.formula(row, column) !== undefined;
  const plain = [...columns.values()].filter((column) => !isFormula(place.firstRow + 1, column));
  expect(plain).toEqual([]);
});

it('a name SUMIFS would read as a condition, codes like numbers and errors cost no one else', () => {
  const { analysis, issues } = result;
  const open = (customer: string) =>
    customerBalances(analysis).find((c) => c.customer === customer && c.currency === 'CNY')?.open;
  expect(['=客户', '>365', '0012'].map(open)).toEqual([1000, 1000, 1000]);
  expect(issues.filter(({ code }) => code === 'amountUnreadable')).toMatchObject([
    { row: 443, value: '#N/A' },
  ]);
});
