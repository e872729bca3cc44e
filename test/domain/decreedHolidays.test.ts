import { decreedHolidays } from '../../src/domain';
import { day } from '../support/itemsOf';

it('a decree is a table of days off and days worked, known to the end of its last year', () => {
  const table = decreedHolidays({
    holidays: { '2025-10-01': '国庆节', '2026-01-01': '元旦' },
    workdays: { '2025-09-28': '国庆节' },
  });
  expect(table).toEqual({
    holidays: new Set([day('2025-10-01'), day('2026-01-01')]),
    workdays: new Set([day('2025-09-28')]),
    last: day('2026-12-31'),
  });
});
