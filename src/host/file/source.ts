import type { Workbook } from '../model/workbook';
import type { Package } from './package';

/** The package each workbook was opened from; saving compares with it and patches it. */
const sources = new WeakMap<Workbook, Package>();

export const sourceOfWorkbook = (workbook: Workbook): Package | undefined => sources.get(workbook);

export function rememberSource(workbook: Workbook, source: Package): void {
  sources.set(workbook, source);
}
