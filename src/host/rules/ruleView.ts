import { containsCell } from '../model/address';
import type { ConditionalFormat } from '../model/conditionalFormat';
import type { Sheet } from '../model/sheet';
import type { Workbook } from '../model/workbook';
import type { CellLook, CompiledRule, RuleEffect } from './cellLook';
import { compileRule } from './compileRule';

/** The conditional formats of a sheet, evaluated for the cells that are asked for. */
export interface RuleView {
  /** @returns null where no rule changes anything */
  look(row: number, column: number): CellLook | null;
  /** Stops following the workbook. */
  dispose(): void;
}

/**
 * Follows a sheet: rules are compiled, and thresholds over their ranges found, once after each
 * change, and only for rules that a cell is asked about.
 */
export function createRuleView(wb: Workbook, sheet: Sheet): RuleView {
  let compiled = new Map<ConditionalFormat, CompiledRule>();
  const forget = (): void => {
    if (compiled.size > 0) compiled = new Map();
  };
  const subscriptions = [
    wb.events.on('changed', forget),
    wb.events.on('calculated', forget),
    wb.events.on('appearance', forget),
  ];
  const effectOf = (rule: ConditionalFormat, row: number, column: number): RuleEffect | null => {
    let evaluate = compiled.get(rule);
    if (!evaluate) compiled.set(rule, (evaluate = compileRule(wb, sheet, rule)));
    return evaluate(row, column);
  };
  return {
    look(row, column) {
      let look: CellLook | null = null;
      for (const rule of sheet.conditionalFormats) {
        if (!rule.ranges.some((range) => containsCell(range, row, column))) continue;
        const effect = effectOf(rule, row, column);
        if (!effect) continue;
        look = add(look, effect);
        if (rule.stopIfTrue) break;
      }
      return look;
    },
    dispose: () => subscriptions.forEach((end) => end()),
  };
}

/** The first rule to set something wins. */
function add(look: CellLook | null, effect: RuleEffect): CellLook {
  const icon = look?.icon ?? effect.icon;
  const bar = look?.bar ?? effect.bar;
  return {
    format: {
      ...effect.format,
      ...look?.format,
      ...((effect.format?.borders ?? look?.format.borders) && {
        borders: { ...effect.format?.borders, ...look?.format.borders },
      }),
    },
    ...(icon && { icon }),
    ...(bar && { bar }),
    showValue: (look?.showValue ?? true) && !effect.hidesValue,
  };
}
