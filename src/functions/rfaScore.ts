import { rfaPoints, rfaScore as scoreOf } from '../domain';
import { eachCell, numbersOf, type Answer, type Cells } from './cells';
import { rfaSettingsOf } from './rfaSettingsOf';

/**
 * @param r - 逾期时间, days
 * @param f - 逾期频率, share 0…1
 * @param a - 逾期金额占比, share 0…1
 * @param settings - as `rfaSettingsOf`; null for the usual
 * @returns scores 0…100 in the shape of `r`
 */
export function rfaScore(r: Cells, f: Cells, a: Cells, settings: Cells | null): Answer[][] {
  const own = rfaSettingsOf(settings);
  return eachCell(
    [numbersOf(r, '逾期时间 R'), numbersOf(f, '逾期频率 F'), numbersOf(a, '逾期金额占比 A')],
    (days, late, overdue) => scoreOf(rfaPoints({ r: days, f: late, a: overdue }, own), own),
  );
}
