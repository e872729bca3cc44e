import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { read, type CellObject, type WorkBook } from '@e965/xlsx';
import { areaAddress, cellAddress, parseArea } from '../../../src/host/model/address';
import { saveWorkbook } from '../../../src/host/file/saveWorkbook';
import { createWorkbook } from '../../../src/host/model/createWorkbook';
import type { Sheet } from '../../../src/host/model/sheet';
import { CellError, type CellValue } from '../../../src/host/model/value';
import type { Workbook } from '../../../src/host/model/workbook';
import { JUDGED, JUDGED_ARRAYS, LEDGER, LISTS } from './judgedFormulas';

const NAMES = { Amounts: 'Ledger!$E$2:$E$31', AsOf: 'DATE(2019,4,30)', Rate: '1.13' };
const FORMULAS = Object.values(JUDGED).flat();
const TABLE = { name: 'T_Ledger', area: 'A1:H31' };

/** Our saved workbook without any calculated value, so that whoever opens it must calculate. */
function withoutValues(saved: Uint8Array): Uint8Array {
  const parts = unzipSync(saved);
  for (const name of Object.keys(parts).filter((part) => part.startsWith('xl/worksheets/'))) {
    const text = strFromU8(parts[name]!);
    parts[name] = strToU8(text.replace(/(<\/f>)<v>[^<]*<\/v>/g, '$1'));
  }
  return zipSync(parts);
}

/** Lets LibreOffice open the file, calculate and save it. */
function calculatedByLibreOffice(file: Uint8Array): WorkBook {
  const folder = mkdtempSync(join(tmpdir(), 'judge-'));
  try {
    const source = join(folder, 'book.xlsx');
    writeFileSync(source, file);
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
        '--headless',
        '--convert-to',
        'xlsx:Calc MS Excel 2007 XML',
        '--outdir',
        join(folder, 'out'),
        source,
      ],
      { stdio: 'pipe', timeout: 120_000 },
    );
    return read(readFileSync(join(folder, 'out', 'book.xlsx')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same workbook in our model, calculated by our engine. */
function calculatedHere(): Workbook {
  const wb = createWorkbook();
  const [ledger] = wb.sheets;
  ledger!.name = 'Ledger';
  const lists = wb.addSheet('Data 2', 'user');
  const check = wb.addSheet('Check', 'user');
  const arrays = wb.addSheet('Arrays', 'user');
  fill(ledger!, LEDGER);
  fill(lists, LISTS);
  for (const [name, formula] of Object.entries(NAMES)) {
    wb.names.push({ name, scope: null, formula: `=${formula}`, visible: true, comment: '' });
  }
  wb.tables.push({
    id: wb.newTableId(),
    name: TABLE.name,
    sheet: ledger!,
    area: parseArea(TABLE.area)!,
    columns: LEDGER[0]!.map((name, i) => ({
      id: i + 1,
      name: String(name),
      calculatedFormula: null,
    })),
    showHeaders: true,
    showTotals: false,
    style: '',
    showBandedRows: true,
    showBandedColumns: false,
    showFilterButton: true,
    highlightFirstColumn: false,
    highlightLastColumn: false,
    filters: new Map(),
    part: null,
  });
  wb.calculator.structureChanged();
  FORMULAS.forEach((f, i) => enter(wb, check, i, 0, f));
  for (const [area, f] of JUDGED_ARRAYS) {
    const at = parseArea(area)!;
    enter(wb, arrays, at.top, at.left, f);
  }
  wb.calculator.recalculate();
  return wb;
}

function fill(sheet: Sheet, rows: readonly (readonly CellValue[])[]): void {
  rows.forEach((row, r) => {
    row.forEach((v, c) => {
      sheet.cells.setValue(r, c, v);
    });
  });
}

function enter(wb: Workbook, sheet: Sheet, row: number, column: number, formula: string): void {
  sheet.cells.setFormula(row, column, wb.calculator.compile(formula, sheet, row, column));
  const area = { top: row, left: column, bottom: row, right: column };
  wb.calculator.cellsChanged(sheet, area);
}

/** Value of a cell of LibreOffice's file; a cell without one is an empty text. */
function judged(cell: CellObject | undefined): CellValue {
  if (cell?.v === undefined) return '';
  if (cell.t === 'e') return new CellError((cell.w ?? '#N/A') as CellError['code']);
  return cell.v as CellValue;
}

const shown = (v: CellValue): string =>
  v instanceof CellError ? v.code : v === null ? '""' : JSON.stringify(v);

function agree(ours: CellValue, theirs: CellValue): boolean {
  if (typeof ours === 'number' && typeof theirs === 'number') {
    return Math.abs(ours - theirs) <= 1e-12 * Math.max(Math.abs(ours), Math.abs(theirs));
  }
  return shown(ours ?? '') === shown(theirs);
}

describe('LibreOffice recalculates the same workbook', () => {
  let theirs: WorkBook;
  const ours = calculatedHere();

  beforeAll(() => {
    const probe = spawnSync('soffice', ['--version']);
    if (probe.error) {
      throw new Error(
        'LibreOffice (soffice) is needed to judge formulas: apt-get install libreoffice-calc',
      );
    }
    theirs = calculatedByLibreOffice(withoutValues(saveWorkbook(ours)));
  }, 150_000);

  test('the test workbook has more than 200 formulas', () => {
    expect(FORMULAS.length + JUDGED_ARRAYS.length).toBeGreaterThan(200);
    expect(new Set(FORMULAS).size).toBe(FORMULAS.length);
  });

  test('every formula gives the same', () => {
    const sheet = theirs.Sheets.Check!;
    const differences = FORMULAS.flatMap((f, i) => {
      const mine = ours.sheets[2]!.cells.value(i, 0);
      const other = judged(sheet[cellAddress(i, 0)] as CellObject | undefined);
      return agree(mine, other) ? [] : [`${f}: ${shown(mine)}, LibreOffice ${shown(other)}`];
    });
    expect(differences).toEqual([]);
  });

  test('every cell of an array formula gives the same', () => {
    const sheet = theirs.Sheets.Arrays!;
    const differences = JUDGED_ARRAYS.flatMap(([area, f]) => {
      const at = parseArea(area)!;
      const found: string[] = [];
      const spilled = ours.calculator.spillArea(ours.sheets[3]!, at.top, at.left);
      if (!spilled || areaAddress(spilled) !== area) found.push(`${f} does not spill to ${area}`);
      for (let r = at.top; r <= at.bottom; r++) {
        for (let c = at.left; c <= at.right; c++) {
          const mine = ours.sheets[3]!.cells.value(r, c);
          const other = judged(sheet[cellAddress(r, c)] as CellObject | undefined);
          if (!agree(mine, other)) found.push(`${f}: ${shown(mine)} ≠ ${shown(other)}`);
        }
      }
      return found;
    });
    expect(differences).toEqual([]);
  });
});
