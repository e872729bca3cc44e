import type { Area } from './address';
import type { Border, BorderSide } from './style';

/** What a rule changes of a cell's look; absent means "leave as it is". */
export interface RuleFormat {
  readonly fillColor?: string;
  readonly fontColor?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: string;
  readonly strikethrough?: boolean;
  readonly numberFormat?: string;
  readonly borders?: Readonly<Partial<Record<BorderSide, Border>>>;
}

/** A threshold of a colour scale, data bar or icon set. */
export interface Threshold {
  readonly type:
    'min' | 'max' | 'num' | 'percent' | 'percentile' | 'formula' | 'autoMin' | 'autoMax';
  /** Number or formula text, without `=`; null for min and max. */
  readonly value: string | null;
  /** For icons: `>=` (true) or `>` (false). */
  readonly inclusive?: boolean;
}

/** What a rule looks at. Formulas carry no `=` and are relative to the top-left cell of the ranges. */
export type RuleKind =
  | { readonly type: 'custom'; readonly formula: string; readonly format: RuleFormat }
  | {
      readonly type: 'cellValue';
      /** As in the file: between, notBetween, equal, notEqual, greaterThan, … */
      readonly operator: string;
      readonly formula1: string;
      readonly formula2: string | null;
      readonly format: RuleFormat;
    }
  | {
      readonly type: 'containsText';
      readonly operator: 'contains' | 'notContains' | 'beginsWith' | 'endsWith';
      readonly text: string;
      readonly format: RuleFormat;
    }
  | {
      readonly type: 'iconSet';
      /** As in the file: 3TrafficLights1, 3Arrows, … */
      readonly iconSet: string;
      readonly thresholds: readonly Threshold[];
      readonly reverse: boolean;
      readonly showValue: boolean;
    }
  | {
      readonly type: 'dataBar';
      readonly color: string;
      readonly min: Threshold;
      readonly max: Threshold;
      readonly showValue: boolean;
    }
  | {
      readonly type: 'colorScale';
      /** Two or three. */
      readonly points: readonly { readonly threshold: Threshold; readonly color: string }[];
    }
  /** A kind this host does not evaluate (top 10, duplicates, dates …), kept for the file. */
  | { readonly type: 'other'; readonly name: string };

/** A conditional format of a sheet. A sheet holds its rules in order of priority, first wins. */
export interface ConditionalFormat {
  /** Unique in the workbook while it is open; not stored in files. */
  readonly id: string;
  ranges: readonly Area[];
  kind: RuleKind;
  stopIfTrue: boolean;
  /** The rule's XML in the opened file, kept so that an unchanged rule is saved as it was. */
  source?: string;
}
