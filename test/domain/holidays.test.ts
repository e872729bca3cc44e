import fc from 'fast-check';
import { isoDate, isWorkday, nextWorkday, type HolidayTable } from '../../src/domain';
import { day } from '../support/itemsOf';

/** National Day 2025 with the days moved beside it. */
const table: HolidayTable = {
  holidays: new Set([1, 2, 3, 6, 7, 8].map((d) => day(`2025-10-${d}`))),
  workdays: new Set([day('2025-09-28'), day('2025-10-11')]),
  last: day('2025-12-31'),
};

describe('workdays', () => {
  it.each([
    ['a Tuesday', '2025-09-30', true],
    ['a Saturday', '2025-09-27', false],
    ['a Sunday worked by decree', '2025-09-28', true],
    ['a Wednesday off by decree', '2025-10-01', false],
    ['a Sunday within the holiday', '2025-10-05', false],
    ['a Saturday worked by decree', '2025-10-11', true],
    ['the Sunday after it', '2025-10-12', false],
  ])('%s', (_, date, works) => {
    expect(isWorkday(day(date), table)).toBe(works);
  });

  it.each([
    ['a workday stays', '2025-09-30', '2025-09-30', 0, true],
    ['over the holiday and its weekend', '2025-10-01', '2025-10-09', 8, true],
    ['to a Sunday that is worked', '2025-09-27', '2025-09-28', 1, true],
    ['beyond the table only weekends are known', '2026-01-03', '2026-01-05', 2, false],
    ['beyond the table New Year is a Thursday like any', '2026-01-01', '2026-01-01', 0, false],
  ])('%s', (_, date, next, moved, isKnown) => {
    const rolled = nextWorkday(day(date), table);
    expect({ ...rolled, day: isoDate(rolled.day) }).toEqual({ day: next, moved, isKnown });
  });

  it('a rolled day is worked and none before it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: day('2025-09-01'), max: day('2025-11-01') }), (date) => {
        const rolled = nextWorkday(date, table);
        expect(isWorkday(rolled.day, table)).toBe(true);
        for (let d = date; d < rolled.day; d++) expect(isWorkday(d, table)).toBe(false);
      }),
    );
  });
});
