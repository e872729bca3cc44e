import { RFA_PARTS } from '../domain';
import type { Cell } from './rowColumns';

/** Rows of five thresholds. */
export const POLICY_LINES = [...RFA_PARTS, 'quantiles'] as const;
export type PolicyLine = (typeof POLICY_LINES)[number];

/** Cells by themselves. */
export const POLICY_FIGURES = [
  'rfaMode',
  'rfaWindow',
  'rfaLeast',
  'lossGivenDefault',
  'amberFrom',
] as const;
export type PolicyFigure = (typeof POLICY_FIGURES)[number];

/** Ranges of the policy sheet, each found by its name; those of the last three have a header. */
export const POLICY_PARTS = [
  'rfaThresholds',
  'rfaWeights',
  'rfaTiers',
  ...POLICY_FIGURES,
  'treatments',
  'personaRules',
  'knockIns',
] as const;
export type PolicyPart = (typeof POLICY_PARTS)[number];

/** Rows of cells; null for a part whose cells are gone. */
export type PolicyCells<Of = Cell> = Readonly<
  Record<PolicyPart, readonly (readonly Of[])[] | null>
>;

export type PolicyProblemCode =
  | 'number'
  | 'share'
  | 'change'
  | 'days'
  | 'score'
  | 'months'
  | 'whole'
  | 'ascending'
  | 'weights'
  | 'mode'
  | 'persona'
  | 'repeated'
  | 'fact'
  | 'comparison'
  | 'customer'
  | 'reason'
  | 'since'
  | 'missing';

/** A cell that says nothing that can be used. */
export interface CellProblem {
  readonly part: PolicyPart;
  /** From 0 within the part, as is `column`. */
  readonly row: number;
  readonly column: number;
  readonly code: PolicyProblemCode;
  /** What goes on in its place. */
  readonly instead: 'default' | 'leftOut' | 'blacklist' | 'ever';
}

/** Takes note of a cell. */
export type Tell = (
  row: number,
  column: number,
  code: PolicyProblemCode,
  instead?: CellProblem['instead'],
) => void;
