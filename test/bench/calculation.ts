import { createWorkbook } from '../../src/host/model/createWorkbook';
import type { CellValue } from '../../src/host/model/value';
import type { Workbook } from '../../src/host/model/workbook';

/** Milliseconds each step took. */
export type Timings = Readonly<Record<string, number>>;

const ROWS = 20_000;
const LIGHT: readonly [column: number, formula: (row: number) => string][] = [
  [4, (r) => `=C${r}-D${r}`],
  [5, (r) => `=IF(E${r}>0,AR_AsOf-B${r},"")`],
  [
    6,
    (r) =>
      `=IF(F${r}="","",IF(F${r}<=0,"未到期",IF(F${r}<=30,"1-30",IF(F${r}<=60,"31-60",">60"))))`,
  ],
  [7, (r) => `=IF(F${r}="","",IF(F${r}>90,"次级","正常"))`],
  [8, (r) => `=AND(ISNUMBER($B${r}),$B${r}<AR_AsOf,N($E${r})>0)`],
];

/**
 * Enters and calculates a ledger of 20 000 rows with 5 light formulas each, then heavier formulas
 * over it: a SUMIFS and an exact XLOOKUP in every row, and a running balance of 100 000 cells.
 * @returns how long each took [ms]
 */
export function benchCalculation(): Timings {
  const timings: Record<string, number> = {};
  const time = <T>(name: string, run: () => T): T => {
    const start = performance.now();
    const result = run();
    timings[name] = Math.round(performance.now() - start);
    return result;
  };
  const wb = ledger();
  const sheet = wb.sheets[0]!;
  const enter = (column: number, rows: number, formula: (row: number) => string) => {
    for (let r = 0; r < rows; r++) {
      const compiled = wb.calculator.compile(formula(r + 2), sheet, r + 1, column);
      sheet.cells.setFormula(r + 1, column, compiled);
    }
    wb.calculator.cellsChanged(sheet, { top: 1, left: column, bottom: rows, right: column });
  };
  time('enter 100,000 light formulas', () => {
    for (const [column, formula] of LIGHT) enter(column, ROWS, formula);
  });
  time('first calculation', () => wb.calculator.recalculate());
  time('recalculate all', () => wb.calculator.recalculateAll());
  time('one edit', () => {
    sheet.cells.setValue(10, 3, 5);
    wb.calculator.cellsChanged(sheet, { top: 10, left: 3, bottom: 10, right: 3 });
    wb.calculator.recalculate();
  });
  time('20,000 SUMIFS over 20,000 rows', () => {
    enter(9, ROWS, (r) => `=SUMIFS($E$2:$E$20001,$A$2:$A$20001,A${r},$F$2:$F$20001,">30")`);
    wb.calculator.recalculate();
  });
  time('20,000 XLOOKUPs over 20,000 rows', () => {
    enter(10, ROWS, (r) => `=XLOOKUP(A${r},$A$2:$A$20001,$C$2:$C$20001)`);
    wb.calculator.recalculate();
  });
  time('running balance of 100,000 cells', () => {
    enter(12, 100_000, (r) => `=N(M${r - 1})+N(C${r})-N(D${r})`);
    wb.calculator.recalculate();
  });
  time('edit at its head', () => {
    sheet.cells.setValue(1, 2, 1);
    wb.calculator.cellsChanged(sheet, { top: 1, left: 2, bottom: 1, right: 2 });
    wb.calculator.recalculate();
  });
  time('balance upwards', () => {
    enter(13, 100_000, (r) => `=N(N${r + 1})+N(C${r})`);
    wb.calculator.recalculate();
  });
  return timings;
}

/** 500 customers, 20 000 documents. */
function ledger(): Workbook {
  const wb = createWorkbook();
  const sheet = wb.sheets[0]!;
  wb.names.push({
    name: 'AR_AsOf',
    scope: null,
    formula: '=Sheet1!$AA$1',
    visible: true,
    comment: '',
  });
  wb.calculator.structureChanged();
  sheet.cells.setValue(0, 26, 43_830);
  for (let i = 0; i < ROWS; i++) {
    const row: CellValue[] = [`C${i % 500}`, 43_000 + (i % 900), (i % 97) * 10.5, 0];
    row.forEach((v, c) => sheet.cells.setValue(i + 1, c, v));
  }
  wb.calculator.cellsChanged(sheet, { top: 0, left: 0, bottom: ROWS, right: 26 });
  return wb;
}
