import type { Sheet } from './sheet';

/** A defined name. `formula` has its `=`: a range, a constant or any formula. */
export interface DefinedName {
  readonly name: string;
  /** Null for a name of the whole workbook. */
  readonly scope: Sheet | null;
  formula: string;
  visible: boolean;
  comment: string;
}
