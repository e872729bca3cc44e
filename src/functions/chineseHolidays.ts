import decrees from 'chinese-days/dist/chinese-days.json';
import { decreedHolidays, type HolidayTable } from '../domain';

/** @returns China's days off and days worked instead, up to the last year they are decreed for */
export const chineseHolidays = (): HolidayTable => decreedHolidays(decrees);
