import { tierOf, type Tier } from '../domain';
import { eachCell, numbersOf, type Answer, type Cells } from './cells';
import { rfaSettingsOf } from './rfaSettingsOf';

/** The same for every reader, as `NOT_DUE`. */
export const TIER_WORDS: Readonly<Record<Tier, string>> = {
  low: '低',
  medium: '中',
  high: '高',
  veryHigh: '极高',
};

/** @returns 低, 中, 高, 极高 in the shape of `score` */
export function rfaTier(score: Cells, settings: Cells | null): Answer[][] {
  const own = rfaSettingsOf(settings);
  return eachCell(
    [numbersOf(score, 'RFA 得分 score')],
    (points) => TIER_WORDS[tierOf(points, own)],
  );
}
