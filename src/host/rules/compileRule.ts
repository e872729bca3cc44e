import { formatValue } from '../format/formatValue';
import { FormulaSyntaxError } from '../model/calculator';
import type { ConditionalFormat, RuleFormat, RuleKind } from '../model/conditionalFormat';
import type { Sheet } from '../model/sheet';
import type { CellValue } from '../model/value';
import type { Workbook } from '../model/workbook';
import type { CompiledRule, RuleEffect } from './cellLook';
import { isTrue, meets, textMeets } from './conditions';
import { RangeStatistics } from './rangeStatistics';
import { dataBar, iconIndex, scaleColor } from './scales';
import { thresholdValue } from './threshold';

type Kind<T extends RuleKind['type']> = Extract<RuleKind, { type: T }>;
type Probe = (row: number, column: number) => CellValue;

/**
 * Makes a function that evaluates the rule for a cell; thresholds are found here, once. A rule of
 * which a formula does not parse changes nothing.
 */
export function compileRule(wb: Workbook, sheet: Sheet, rule: ConditionalFormat): CompiledRule {
  try {
    return compile(wb, sheet, rule);
  } catch (error) {
    if (error instanceof FormulaSyntaxError) return () => null;
    throw error;
  }
}

function compile(wb: Workbook, sheet: Sheet, rule: ConditionalFormat): CompiledRule {
  const first = rule.ranges[0];
  if (!first) return () => null;
  const probe = (formula: string): Probe => {
    const text = formula.startsWith('=') ? formula : `=${formula}`;
    return wb.calculator.probe(text, sheet, first.top, first.left);
  };
  const valueAt: Probe = (row, column) => sheet.cells.value(row, column);
  const numberAt = (effect: (value: number) => RuleEffect | null): CompiledRule => {
    return (row, column) => {
      const value = valueAt(row, column);
      return typeof value === 'number' ? effect(value) : null;
    };
  };
  const statistics = new RangeStatistics(sheet, rule.ranges);
  const evaluate = (formula: string): CellValue => probe(formula)(first.top, first.left);
  const threshold = (t: Parameters<typeof thresholdValue>[0]): number =>
    thresholdValue(t, statistics, evaluate);
  const { kind } = rule;
  switch (kind.type) {
    case 'custom': {
      const condition = probe(kind.formula);
      return when(kind.format, (row, column) => isTrue(condition(row, column)));
    }
    case 'cellValue': {
      const operand1 = probe(kind.formula1);
      const operand2: Probe = kind.formula2 === null ? () => null : probe(kind.formula2);
      return when(kind.format, (r, c) =>
        meets(valueAt(r, c), kind.operator, operand1(r, c), operand2(r, c)),
      );
    }
    case 'containsText':
      return when(kind.format, (row, column) => {
        const { text } = formatValue(valueAt(row, column), 'General');
        return textMeets(text, kind.operator, kind.text);
      });
    case 'iconSet':
      return numberAt(iconEffect(kind, threshold));
    case 'dataBar': {
      const min = threshold(kind.min);
      const max = threshold(kind.max);
      return numberAt((value) => {
        const bar = dataBar(value, min, max, kind.color);
        return bar && { bar, hidesValue: !kind.showValue };
      });
    }
    case 'colorScale': {
      const stops = kind.points.map((p) => ({ at: threshold(p.threshold), color: p.color }));
      return numberAt((value) => ({ format: { fillColor: scaleColor(value, stops) } }));
    }
    case 'other':
      return () => null;
  }
}

const when = (
  format: RuleFormat,
  condition: (row: number, column: number) => boolean,
): CompiledRule => {
  const effect: RuleEffect = { format };
  return (row, column) => (condition(row, column) ? effect : null);
};

function iconEffect(
  kind: Kind<'iconSet'>,
  threshold: (t: Kind<'iconSet'>['thresholds'][number]) => number,
): (value: number) => RuleEffect {
  const limits = kind.thresholds
    .slice(1)
    .map((t) => ({ at: threshold(t), inclusive: t.inclusive ?? true }));
  return (value) => {
    const index = iconIndex(value, limits);
    const shown = kind.reverse ? limits.length - index : index;
    return { icon: { set: kind.iconSet, index: shown }, hidesValue: !kind.showValue };
  };
}
