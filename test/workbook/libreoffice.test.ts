import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { read, type CellObject, type WorkBook } from '@e965/xlsx';
import { saveWorkbook } from '../../src/host/file/saveWorkbook';
import { cellAddress } from '../../src/host/model/address';
import { serialOf } from '../../src/domain';
import { columnCells } from '../../src/workbook/columnCells';
import { ROW_COLUMNS, type Cell } from '../../src/workbook/rowColumns';
import type { LedgerReading } from '../../src/workbook/readLedger';
import { runWarnings, type RunResult } from '../../src/workbook/runWarnings';
import { TEXTS } from '../../src/workbook/texts';
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

/** Only what the domain says is asked for, so no cell of the ledger matters. */
const NOTHING_READ = { uncleanRows: [], cells: {} } as unknown as LedgerReading;

let addin: Addin;
let result: RunResult;
let judged: WorkBook;

beforeAll(async () => {
  addin = await addinOver([HEADER, ...ROWS, ...ODD_ROWS]);
  result = await runWarnings({ today: asOf, language: 'zh-CN' });
  judged = recalculated(saveWorkbook(addin.workbook));
}, 150_000);

afterAll(() => addin.office.dispose());

/** The file without any calculated value, so that whoever opens it must calculate. */
function withoutValues(file: Uint8Array): Uint8Array {
  const parts = unzipSync(file);
  for (const name of Object.keys(parts).filter((part) => part.startsWith('xl/worksheets/'))) {
    const text = strFromU8(parts[name]!);
    parts[name] = strToU8(text.replace(/(<\/f>|<f[^>]*\/>)<v>[^<]*<\/v>/g, '$1'));
  }
  return zipSync(parts);
}

/** @returns the file as LibreOffice calculates it. */
function recalculated(file: Uint8Array): WorkBook {
  const probe = spawnSync('soffice', ['--version']);
  if (probe.error) {
    throw new Error(
      'LibreOffice (soffice) is needed to judge formulas: apt-get install libreoffice-calc',
    );
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'judge-'));
  try {
    writeFileSync(path.join(folder, 'run.xlsx'), withoutValues(file));
    const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`;
    const out = path.join(folder, 'out');
    const args = [profile, '--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML'];
    execFileSync('soffice', [...args, '--outdir', out, path.join(folder, 'run.xlsx')], {
      stdio: 'pipe',
      timeout: 120_000,
    });
    return read(readFileSync(path.join(out, 'run.xlsx')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const theirs = (sheet: string, row: number, column: number): Cell => {
  const cell = judged.Sheets[sheet]![cellAddress(row, column)] as CellObject | undefined;
  return cell?.t === 'e' ? (cell.w ?? '#?') : ((cell?.v as Cell | undefined) ?? '');
};

const agree = (a: Cell, b: Cell): boolean =>
  typeof a === 'number' && typeof b === 'number' ? Math.abs(a - b) < 0.001 : a === b;

it('every cell of our columns is what the domain says', () => {
  const { place, columns, analysis } = result;
  const cells = columnCells(place, columns, analysis, NOTHING_READ, texts);
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
    analysis.customers.find((c) => c.customer === customer && c.currency === 'CNY')?.open;
  expect(['=客户', '>365', '0012'].map(open)).toEqual([1000, 1000, 1000]);
  expect(issues.filter(({ code }) => code === 'amountUnreadable')).toMatchObject([
    { row: 443, value: '#N/A' },
  ]);
});
