import fc from 'fast-check';
import { addMonths, ageBandLabels, ageBandOf } from '../../src/domain';
import { day } from '../support/itemsOf';

describe('账龄 by anniversary', () => {
  it.each([
    ['issued today', '2025-06-30', '2025-06-30', '1年以内(含1年)'],
    ['on the first anniversary', '2024-06-30', '2025-06-30', '1年以内(含1年)'],
    ['the day after it', '2024-06-29', '2025-06-30', '1-2年(含2年)'],
    ['29 February on 28 February', '2024-02-29', '2025-02-28', '1年以内(含1年)'],
    ['29 February on 1 March', '2024-02-29', '2025-03-01', '1-2年(含2年)'],
    ['29 February four years on', '2024-02-29', '2028-02-29', '3-4年(含4年)'],
    ['on the fifth anniversary', '2020-06-30', '2025-06-30', '4-5年(含5年)'],
    ['beyond it', '2020-06-29', '2025-06-30', '5年以上'],
  ])('%s', (_, issued, asOf, label) => {
    expect(ageBandLabels()[ageBandOf(day(issued), day(asOf))]).toBe(label);
  });

  it('other years make other bands', () => {
    expect(ageBandLabels([1, 3])).toEqual(['1年以内(含1年)', '1-3年(含3年)', '3年以上']);
    expect(ageBandOf(day('2022-06-30'), day('2025-06-30'), [1, 3])).toBe(1);
  });

  it('goes by the calendar in leap years and others', () => {
    const date = fc.integer({ min: day('2015-01-01'), max: day('2025-01-01') });
    fc.assert(
      fc.property(date, fc.nat(3000), (issued, age) => {
        const years = [1, 2, 3, 4, 5];
        const passed = years.filter((year) => issued + age > addMonths(issued, 12 * year));
        expect(ageBandOf(issued, issued + age)).toBe(passed.length);
      }),
    );
  });

  it('never gets younger from one day to the next', () => {
    const date = fc.integer({ min: day('2015-01-01'), max: day('2025-01-01') });
    fc.assert(
      fc.property(date, fc.nat(3000), (issued, age) => {
        const [now, next] = [issued + age, issued + age + 1].map((d) => ageBandOf(issued, d));
        expect([0, 1]).toContain(next! - now!);
      }),
    );
  });
});
