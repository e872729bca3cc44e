import fc from 'fast-check';
import { lightOf, serialOf, warningOf, type WarningLevel } from '../../src/domain';

const asOf = serialOf(2025, 6, 30);
const settings = { asOf, previous: asOf - 1, leadDays: 7, edges: [30, 60, 90] };

describe('warnings against the day before', () => {
  it.each([
    ['due in eight days', 8, 0, null],
    ['due in seven days', 7, 1, 'amber'],
    ['due today', 0, 1, 'amber'],
    ['due yesterday', -1, 2, 'red'],
    ['two days overdue', -2, 0, 'red'],
    ['30 days overdue', -30, 0, 'red'],
    ['31 days overdue, in the next bucket since today', -31, 3, 'red'],
    ['32 days overdue', -32, 0, 'red'],
    ['91 days overdue, beyond the last edge since today', -91, 3, 'red'],
    ['long beyond the last edge', -400, 0, 'red'],
  ] as const)('%s', (_, daysToDue, level, light) => {
    expect(warningOf(asOf + daysToDue, settings)).toBe(level);
    expect(lightOf(-daysToDue, level)).toBe(light);
  });
});

describe('warnings against an earlier run', () => {
  const afterWeekend = { ...settings, previous: asOf - 3 };

  it.each([
    ['due on the day of the run before: newly overdue', -3, 2],
    ['due the day before it: overdue at both', -4, 0],
    ['slid into another bucket over the weekend', -33, 3],
    ['in its bucket before the weekend already', -34, 0],
  ] as const)('%s', (_, daysToDue, level) => {
    expect(warningOf(asOf + daysToDue, afterWeekend)).toBe(level);
  });

  it.each([
    ['issued since, due before the run before: new', -4, -2, 2],
    ['issued since, in a later bucket by now: new', -33, -1, 2],
    ['issued on the day of the run before: known then', -4, -3, 0],
    ['issued since, not yet due', 3, -1, 1],
  ] as const)('%s', (_, daysToDue, issued, level) => {
    expect(warningOf(asOf + daysToDue, afterWeekend, asOf + issued)).toBe(level);
  });

  it('lead days of 0 warn on the due date alone', () => {
    expect([0, 1].map((days) => warningOf(asOf + days, { ...settings, leadDays: 0 }))).toEqual([
      1, 0,
    ]);
  });

  it('skipping days loses no one who fell due or slid between', () => {
    const dueDate = fc.integer({ min: asOf - 500, max: asOf + 30 });
    fc.assert(
      fc.property(dueDate, fc.integer({ min: 1, max: 40 }), (due, skipped) => {
        const daily: WarningLevel[] = [];
        for (let day = asOf - skipped + 1; day <= asOf; day++) {
          daily.push(warningOf(due, { ...settings, asOf: day, previous: day - 1 }));
        }
        const once = warningOf(due, { ...settings, previous: asOf - skipped });
        expect(once >= 2).toBe(daily.some((level) => level >= 2));
      }),
    );
  });
});
