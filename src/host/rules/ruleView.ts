import { containsCell } from '../model/address';
import type { ConditionalFormat, RuleFormat } from '../model/conditionalFormat';
import type { Sheet } from '../model/sheet';
import type { Workbook } from '../model/workbook';
import { compileRule } from './compileRule';
import type { DataBar } from './scales';

/** What the rules of a sheet make of one cell. */
export interface CellLook {
  /** All that rules change of its format; a colour scale sets `fillColor`. */
  readonly format: RuleFormat;
  readonly icon?: Icon;
  readonly bar?: DataBar;
  /** False when an icon or bar stands in place of the value. */
  readonly showValue: boolean;
}

export interface Icon {
  /** As in the file: `3TrafficLights1`. */
  readonly set: string;
  /** 0 is the icon of the lowest values, in the set's own order. */
  readonly index: number;
}

/** What one rule makes of a cell it applies to. */
export interface RuleEffect {
  readonly format?: RuleFormat;
  readonly icon?: Icon;
  readonly bar?: DataBar;
  readonly hidesValue?: boolean;
}

/** Gives the effect of a rule on a cell, null when the cell does not meet it. */
export type CompiledRule = (row: number, column: number) => RuleEffect | null;

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
