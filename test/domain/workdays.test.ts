import fc from 'fast-check';
import {
  isoDate,
  isWorkday,
  LAST_SERIAL,
  NO_DATE,
  Workdays,
  type HolidayTable,
} from '../../src/domain';
import { day } from '../support/itemsOf';

/** National Day 2025; two entries that say nothing: a Sunday off, a Monday worked. */
const table: HolidayTable = {
  holidays: new Set([1, 2, 3, 5, 6, 7, 8].map((d) => day(`2025-10-${d}`))),
  workdays: new Set([day('2025-09-28'), day('2025-10-11'), day('2025-10-13')]),
  last: day('2025-12-31'),
};
const workdays = new Workdays(table);

describe('the workday so many after a day', () => {
  it.each([
    ['0 is the day itself, worked or not', '2025-10-01', 0, '2025-10-01'],
    ['over the holiday', '2025-09-30', 1, '2025-10-09'],
    ['from within the holiday', '2025-10-04', 1, '2025-10-09'],
    ['a Saturday worked counts', '2025-10-09', 2, '2025-10-11'],
    ['backwards over the holiday', '2025-10-09', -1, '2025-09-30'],
    ['backwards to a Sunday worked', '2025-09-30', -2, '2025-09-28'],
    [
      'a year on: 261 weekdays, the first not counted, 6 off, 2 worked',
      '2025-01-01',
      256,
      '2025-12-31',
    ],
  ])('%s', (_, from, count, to) => {
    expect(isoDate(workdays.add(day(from), count))).toBe(to);
  });

  it.each([
    ['the first day of all', 100, -1000],
    ['the last', LAST_SERIAL, 1],
  ])('is none beyond %s', (_, from, count) => {
    expect(workdays.add(from, count)).toBe(NO_DATE);
  });

  it('is found where years on end are off', () => {
    const holidays = new Set(Array.from({ length: 2000 }, (_, i) => day('2025-01-01') + i));
    const rare = new Workdays({ ...table, holidays, workdays: new Set() });
    expect(isoDate(rare.add(day('2024-12-31'), 1))).toBe('2030-06-24');
    expect(isoDate(rare.add(day('2030-06-24'), -1))).toBe('2024-12-31');
  });
});

describe('workdays between', () => {
  it.each([
    ['both counted', '2025-09-29', '2025-09-30', 2],
    ['a day off alone', '2025-10-01', '2025-10-01', 0],
    [
      'over the holiday, with the Sunday before and the Saturday after',
      '2025-09-28',
      '2025-10-11',
      6,
    ],
    ['backwards', '2025-10-11', '2025-09-28', -6],
  ])('%s', (_, from, to, count) => {
    expect(workdays.between(day(from), day(to))).toBe(count);
  });
});

describe('counting and walking agree', () => {
  const date = fc.integer({ min: day('2025-08-01'), max: day('2025-12-01') });
  const walked = (from: number, to: number) => {
    let count = 0;
    for (let d = from; d <= to; d++) if (isWorkday(d, table)) count++;
    return count;
  };

  it('between any two days', () => {
    fc.assert(
      fc.property(date, date, (a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        expect(workdays.between(from, to)).toBe(walked(from, to));
        if (a !== b) expect(workdays.between(to, from)).toBe(0 - walked(from, to));
      }),
    );
  });

  it('for any number of workdays', () => {
    fc.assert(
      fc.property(
        date,
        fc.integer({ min: -300, max: 300 }).filter((n) => n !== 0),
        (from, n) => {
          const to = workdays.add(from, n);
          expect(isWorkday(to, table)).toBe(true);
          expect(n > 0 ? walked(from + 1, to) : walked(to, from - 1)).toBe(Math.abs(n));
        },
      ),
    );
  });
});
