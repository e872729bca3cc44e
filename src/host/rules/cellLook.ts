import type { RuleFormat } from '../model/conditionalFormat';
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
