import { dateOf, datesOf, eachCell, type Answer, type Cells } from './cells';

/** @returns as of − due in the shape of `dueDate`: 0 is due today, below 0 not due yet */
export function overdueDays(dueDate: Cells, asOf: unknown): Answer[][] {
  const day = dateOf(asOf, '基准日 asOf');
  return eachCell([datesOf(dueDate, '到期日 dueDate')], (due) => day - due);
}
