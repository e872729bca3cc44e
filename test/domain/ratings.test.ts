import fc from 'fast-check';
import { keepRatings, ratingTrends, TIERS, type Rating } from '../../src/domain';
import { day } from '../support/itemsOf';

const rating = (
  date: string,
  customer: string,
  tier: Rating['tier'],
  score: number,
  ledger = '台账',
): Rating => ({ date: day(date), ledger, customer, tier, score });

const MAY = [rating('2025-05-31', '甲', 'medium', 42), rating('2025-05-31', '乙', 'low', 0)];
const JUNE = [rating('2025-06-30', '甲', 'high', 58), rating('2025-06-30', '丙', 'low', 10)];

describe('ratings are kept', () => {
  it('a day after the other, whatever the order of the runs', () => {
    expect(keepRatings(MAY, JUNE)).toEqual([...MAY, ...JUNE]);
    expect(keepRatings(JUNE, MAY)).toEqual([...MAY, ...JUNE]);
    expect(keepRatings([], [])).toEqual([]);
    expect(keepRatings(MAY, [])).toBe(MAY);
  });

  it('once for a ledger and day: the same day again replaces, another ledger does not', () => {
    const again = [rating('2025-05-31', '甲', 'high', 50)];
    expect(keepRatings([...MAY, ...JUNE], again)).toEqual([...again, ...JUNE]);
    const other = [rating('2025-05-31', '甲', 'low', 1, '二号')];
    expect(keepRatings(MAY, other)).toEqual([...MAY, ...other]);
  });

  it('as many as there is room for: the earliest days go first, as wholes', () => {
    const kept = [rating('2025-04-30', '甲', 'low', 1), ...MAY];
    expect(keepRatings(kept, JUNE, 4)).toEqual([...MAY, ...JUNE]);
    expect(keepRatings(kept, JUNE, 3)).toEqual(JUNE);
    expect(keepRatings(kept, JUNE, 1)).toEqual(JUNE.slice(0, 1));
  });

  it('never more than that, ascending, and what was said last always', () => {
    const arbitrary = fc.record({
      date: fc.integer({ min: 1, max: 6 }),
      ledger: fc.constantFrom('甲', '乙'),
      customers: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(fc.array(arbitrary), fc.integer({ min: 1, max: 9 }), (runs, most) => {
        let kept: readonly Rating[] = [];
        for (const { date, ledger, customers } of runs) {
          const now = Array.from({ length: customers }, (_, c): Rating => {
            return { date, ledger, customer: String(c), tier: 'low', score: c };
          });
          kept = keepRatings(kept, now, most);
          expect(kept.length).toBeLessThanOrEqual(most);
          expect(kept.map((one) => one.date)).toEqual(kept.map((one) => one.date).sort());
          const own = kept.filter((one) => one.date === date && one.ledger === ledger);
          expect(own).toEqual(now.slice(0, most));
        }
      }),
    );
  });
});

describe('a trend', () => {
  const kept = [...MAY, rating('2025-06-15', '甲', 'high', 50, '二号'), ...JUNE];
  const trend = ratingTrends(kept, '台账', day('2025-06-30'));

  it('is from the day the ledger was rated on before', () => {
    expect(trend('甲')).toEqual({ ratings: [MAY[0], JUNE[0]], previous: MAY[0], change: 'worse' });
    expect(trend('丙')).toEqual({ ratings: [JUNE[1]], previous: null, change: 'new' });
  });

  it('is none for whom the day does not know, nor on the first day', () => {
    expect([trend('乙'), trend('丁')]).toEqual([null, null]);
    expect(ratingTrends(kept, '台账', day('2025-05-31'))('甲')).toBeNull();
  });

  it('a customer that was away on the day before is new again', () => {
    const back = rating('2025-07-31', '乙', 'low', 0);
    const { previous, change, ratings } = ratingTrends(
      [...kept, back],
      '台账',
      day('2025-07-31'),
    )('乙')!;
    expect([previous, change]).toEqual([null, 'new']);
    expect(ratings).toEqual([MAY[1], back]);
  });

  it.each(TIERS.flatMap((before, b) => TIERS.map((now, n) => [before, now, b, n] as const)))(
    'from %s to %s',
    (before, now, b, n) => {
      const both = [rating('2025-05-31', '甲', before, 0), rating('2025-06-30', '甲', now, 0)];
      const { change } = ratingTrends(both, '台账', day('2025-06-30'))('甲')!;
      expect(change).toBe(n > b ? 'worse' : n < b ? 'better' : 'same');
    },
  );
});
