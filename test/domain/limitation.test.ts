import fc from 'fast-check';
import { isoDate, limitationOf, type HolidayTable, type RestartKind } from '../../src/domain';
import { day } from '../support/itemsOf';

const table: HolidayTable = {
  holidays: new Set([1, 2, 3, 6, 7, 8].map((d) => day(`2025-10-${d}`))),
  workdays: new Set(),
  last: day('2025-12-31'),
};

const clock = (due: string, asOf: string, ...restarts: [RestartKind, string][]) => {
  const found = limitationOf(
    day(due),
    restarts.map(([kind, date]) => ({ kind, date: day(date) })),
    day(asOf),
    table,
  );
  return { ...found, end: isoDate(found.end), start: isoDate(found.start) };
};

describe('limitation', () => {
  it.each([
    ['three years from due', '2022-06-30', '2025-06-30', 0, true],
    ['29 February ends on the 28th', '2020-02-29', '2023-02-28', 0, true],
    ['a holiday puts the end off', '2022-10-01', '2025-10-09', 8, true],
    ['beyond the table only weekends do', '2023-10-01', '2026-10-01', 0, false],
    ['a Saturday puts it off to Monday', '2023-10-03', '2026-10-05', 2, false],
  ])('%s', (_, due, end, moved, isKnown) => {
    expect(clock(due, '2023-01-01')).toMatchObject({ end, moved, isKnown, start: due });
  });

  it.each([
    ['181 days before', '2024-12-31', 181, null, false],
    ['180 days before', '2025-01-01', 180, 180, false],
    ['90 days before', '2025-04-01', 90, 90, false],
    ['30 days before', '2025-05-31', 30, 30, false],
    ['on the last day', '2025-06-30', 0, 30, false],
    ['the day after', '2025-07-01', -1, null, true],
  ])('%s', (_, asOf, daysLeft, warning, isExpired) => {
    expect(clock('2022-06-30', asOf)).toMatchObject({ daysLeft, warning, isExpired });
  });

  it.each<[string, [RestartKind, string][], string]>([
    ['a demand starts it anew', [['demand', '2024-03-11']], '2027-03-11'],
    ['so does a part payment', [['partPayment', '2024-03-11']], '2027-03-11'],
    ['so does a suit', [['suit', '2024-03-11']], '2027-03-11'],
    [
      'the last one counts, in whatever order',
      [
        ['demand', '2025-03-11'],
        ['acknowledgement', '2023-03-11'],
      ],
      '2028-03-13',
    ],
    ['one before the due date does nothing', [['demand', '2022-06-29']], '2025-06-30'],
    ['one after the day asked about does not count yet', [['demand', '2025-08-02']], '2025-06-30'],
    ['a demand after the end is too late', [['demand', '2025-07-01']], '2025-06-30'],
    ['one on the last day is not', [['demand', '2025-06-30']], '2028-06-30'],
    [
      'the debtor’s acknowledgement is never too late',
      [['acknowledgement', '2025-07-01']],
      '2028-07-03',
    ],
  ])('%s', (_, restarts, end) => {
    expect(clock('2022-06-30', '2025-08-01', ...restarts).end).toBe(end);
  });

  it('says what it runs from', () => {
    const found = clock('2022-06-30', '2025-08-01', ['demand', '2024-03-11']);
    expect(found.start).toBe('2024-03-11');
    expect(found.restart).toEqual({ kind: 'demand', date: day('2024-03-11') });
    expect(clock('2022-06-30', '2025-08-01').restart).toBeNull();
  });

  it('years and warnings are settings', () => {
    const settings = { years: 2, warnings: [60] };
    const found = limitationOf(day('2023-06-30'), [], day('2025-05-01'), table, settings);
    expect(found).toMatchObject({ end: day('2025-06-30'), warning: 60 });
  });

  it('restarts never shorten it', () => {
    const date = fc.integer({ min: day('2022-01-01'), max: day('2028-01-01') });
    const kinds = fc.constantFrom<RestartKind>('demand', 'acknowledgement', 'partPayment', 'suit');
    fc.assert(
      fc.property(fc.array(fc.record({ kind: kinds, date })), (restarts) => {
        const [due, asOf] = [day('2022-06-30'), day('2028-01-01')];
        const without = limitationOf(due, [], asOf, table).end;
        expect(limitationOf(due, restarts, asOf, table).end).toBeGreaterThanOrEqual(without);
      }),
    );
  });
});
