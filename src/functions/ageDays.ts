import { dateOf, datesOf, eachCell, type Answer, type Cells } from './cells';

/** @returns as of − document date (账龄) in the shape of `documentDate` */
export function ageDays(documentDate: Cells, asOf: unknown): Answer[][] {
  const day = dateOf(asOf, '基准日 asOf');
  return eachCell([datesOf(documentDate, '单据日期 documentDate')], (date) => day - date);
}
