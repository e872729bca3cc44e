import type { Threshold } from '../model/conditionalFormat';
import type { CellValue } from '../model/value';
import type { RangeStatistics } from './rangeStatistics';

/**
 * @param evaluate - gives the value of a formula without `=`
 * @returns the number a threshold stands for, NaN when it has none
 */
export function thresholdValue(
  { type, value }: Threshold,
  statistics: RangeStatistics,
  evaluate: (formula: string) => CellValue,
): number {
  switch (type) {
    case 'min':
      return statistics.min;
    case 'max':
      return statistics.max;
    case 'autoMin':
      return Math.min(0, statistics.min);
    case 'autoMax':
      return Math.max(0, statistics.max);
    case 'percent': {
      const share = numberOf(value, evaluate) / 100;
      return statistics.min + (statistics.max - statistics.min) * share;
    }
    case 'percentile':
      return statistics.percentile(numberOf(value, evaluate) / 100);
    case 'num':
    case 'formula':
      return numberOf(value, evaluate);
  }
}

function numberOf(text: string | null, evaluate: (formula: string) => CellValue): number {
  if (text === null) return NaN;
  const plain = text.trim() === '' ? NaN : Number(text);
  if (!Number.isNaN(plain)) return plain;
  const value = evaluate(text.replace(/^=/, ''));
  return typeof value === 'number' ? value : NaN;
}
