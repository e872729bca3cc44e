import type { RuleKind, Threshold } from '../model/conditionalFormat';

const bound = (type: Threshold['type'], value: string | null = null): Threshold => ({
  type,
  value,
});

/** @returns a rule of that API type as Excel adds it, before it is told anything; null for unknown. */
export function newRuleKind(type: string): RuleKind | null {
  switch (type) {
    case 'Custom':
      return { type: 'custom', formula: 'FALSE', format: {} };
    case 'CellValue':
      return { type: 'cellValue', operator: 'equal', formula1: '""', formula2: null, format: {} };
    case 'ContainsText':
      return { type: 'containsText', operator: 'contains', text: '', format: {} };
    case 'IconSet':
      return {
        type: 'iconSet',
        iconSet: '3TrafficLights1',
        thresholds: evenThresholds(3),
        reverse: false,
        showValue: true,
      };
    case 'DataBar':
      return {
        type: 'dataBar',
        color: '#638EC6',
        min: bound('autoMin'),
        max: bound('autoMax'),
        showValue: true,
      };
    case 'ColorScale':
      return {
        type: 'colorScale',
        points: [
          { threshold: bound('min'), color: '#F8696B' },
          { threshold: bound('percentile', '50'), color: '#FFEB84' },
          { threshold: bound('max'), color: '#63BE7B' },
        ],
      };
    default:
      return null;
  }
}

/** @returns the thresholds an icon set of `count` icons starts with: equal parts in per cent. */
export const evenThresholds = (count: number): Threshold[] =>
  Array.from({ length: count }, (_, i) => ({
    ...bound('percent', String(Math.round((100 * i) / count))),
    inclusive: true,
  }));
