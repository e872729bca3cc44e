import { Workdays } from '../domain';
import { datesOf, eachCell, type Answer, type Cells } from './cells';
import { beyondTable, holidaysOf } from './holidaysOf';

/**
 * Workdays from one day to another, both counted, by China's days off and days worked instead (调休).
 *
 * @param holidays - as `holidaysOf`; null for the decrees
 * @returns counts in the shape of `start`, below 0 where `end` is earlier; #N/A beyond the last decree
 */
export function cnNetworkdays(start: Cells, end: Cells, holidays: Cells | null): Answer[][] {
  const table = holidaysOf(holidays);
  const workdays = new Workdays(table);
  return eachCell([datesOf(start, '起始日 start'), datesOf(end, '结束日 end')], (from, to) =>
    Math.max(from, to) > table.last ? beyondTable() : workdays.between(from, to),
  );
}
