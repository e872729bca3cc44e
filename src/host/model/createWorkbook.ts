import { createCalculator } from '../calc/engine';
import { Workbook } from './workbook';

/** @returns a workbook as a new file has it: one sheet, `Sheet1`, and a calculator */
export function createWorkbook(): Workbook {
  const workbook = new Workbook();
  workbook.addSheet('Sheet1', 'user');
  workbook.calculator = createCalculator(workbook);
  return workbook;
}
