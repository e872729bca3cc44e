import { isWorkday } from '../domain';
import { datesOf, eachCell, type Answer, type Cells } from './cells';
import { beyondTable, holidaysOf } from './holidaysOf';

/**
 * @param holidays - as `holidaysOf`; null for China's decrees
 * @returns whether days are worked, in the shape of `date`; #N/A beyond the last decree
 */
export function cnIsWorkday(date: Cells, holidays: Cells | null): Answer[][] {
  const table = holidaysOf(holidays);
  return eachCell([datesOf(date, '日期 date')], (day) =>
    day > table.last ? beyondTable() : isWorkday(day, table),
  );
}
