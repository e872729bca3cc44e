import { cellText, LAST_SERIAL, NO_DATE, type HolidayTable, type Serial } from '../domain';
import {
  datesOf,
  invalid,
  isError,
  notAvailable,
  passedOn,
  wholeColumn,
  type Answer,
  type Cells,
} from './cells';
import { chineseHolidays } from './chineseHolidays';

const BUILT_IN = /^(?:CN|中国)$/i;
/** What a second column says of a weekend day that is worked: 调休. */
const WORKED = /班|调休|work/i;

let decreed: HolidayTable | undefined;

/** @returns what `givenHolidays` returns, China's days as decreed for none */
export const holidaysOf = (cells: Cells | null): HolidayTable => givenHolidays(cells) ?? decrees();

const decrees = (): HolidayTable => (decreed ??= chineseHolidays());

/**
 * @param cells - "CN" for China's days as decreed; else dates of days off, and beside each 班 where it
 *   is worked instead
 * @returns null where all is blank
 */
export function givenHolidays(cells: Cells | null): HolidayTable | null {
  if (cells === null) return null;
  if (BUILT_IN.test(cellText(cells[0]![0]))) return decrees();
  const dates = wholeColumn(
    datesOf(
      cells.map(([date]) => [date]),
      '节假日 holidays',
    ),
  );
  const holidays = new Set<Serial>();
  const workdays = new Set<Serial>();
  cells.forEach(([, note], row) => {
    if (isError(note)) throw passedOn(note);
    const day = dates[row]!;
    if (!Number.isNaN(day)) (WORKED.test(cellText(note)) ? workdays : holidays).add(day);
  });
  return holidays.size + workdays.size === 0 ? null : { holidays, workdays, last: LAST_SERIAL };
}

/** @returns the day; #N/A beyond what the table knows */
export function knownDay(day: Serial, { last }: HolidayTable): Answer {
  if (day === NO_DATE) return invalid('超出日历 / beyond the calendar');
  return day <= last ? day : beyondTable();
}

export const beyondTable = (): CustomFunctions.Error =>
  notAvailable(
    '这一年的节假日安排尚未公布，请给出节假日表 / no decree is known yet: give holidays',
  );
