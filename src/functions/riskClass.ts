import { areClassBounds, CLASS_PRESETS, CLASS_WORDS, classOf, type ClassBounds } from '../domain';
import { eachCell, filled, invalid, numbersOf, settingOf, type Answer, type Cells } from './cells';
import { labelsOf } from './labelsOf';

/**
 * 五级分类 by days overdue.
 *
 * @param preset - bank2023, card, or four upper bounds in days; null for bank2023
 * @param labels - a word per class; null for 正常 … 损失
 * @returns labels in the shape of `days`
 */
export function riskClass(days: Cells, preset: Cells | null, labels: Cells | null): Answer[][] {
  const bounds = boundsOf(preset ? filled(preset) : []);
  const words = labelsOf(labels, CLASS_WORDS);
  return eachCell(
    [numbersOf(days, '逾期天数 days')],
    (overdue) => words[classOf(overdue, bounds)]!,
  );
}

function boundsOf(cells: readonly unknown[]): ClassBounds {
  // Blank cells may come as 0.
  if (cells.every((cell) => cell === 0)) return CLASS_PRESETS.bank2023;
  const name = String(cells[0]).trim();
  if (name === 'bank2023' || name === 'card') return CLASS_PRESETS[name];
  const bounds = cells.map(settingOf);
  if (areClassBounds(bounds)) return bounds;
  throw invalid(
    '分类口径是 bank2023、card 或四个递增的天数 / preset is bank2023, card or four ascending days',
  );
}
