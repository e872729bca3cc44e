import { Workdays } from '../domain';
import { datesOf, eachCell, numbersOf, type Answer, type Cells } from './cells';
import { holidaysOf, knownDay } from './holidaysOf';

/**
 * The workday so many after a day, with China's days off and days worked instead (调休).
 *
 * @param days - whole, below 0 for earlier
 * @param holidays - as `holidaysOf`; null for the decrees
 * @returns serials in the shape of `start`; #N/A beyond the last decree
 */
export function cnWorkday(start: Cells, days: Cells, holidays: Cells | null): Answer[][] {
  const table = holidaysOf(holidays);
  const workdays = new Workdays(table);
  return eachCell(
    [datesOf(start, '起始日 start'), numbersOf(days, '工作日数 days')],
    (from, count) => knownDay(workdays.add(from, Math.trunc(count)), table),
  );
}
