import type { Area } from './address';

/** A data validation rule; formulas carry no `=`, relative to the first range's top-left cell. */
export interface DataValidation {
  ranges: readonly Area[];
  /** As in the file: none, whole, decimal, list, date, time, textLength, custom. */
  type: string;
  operator: string;
  formula1: string | null;
  formula2: string | null;
  allowBlank: boolean;
  /** List only: whether the arrow in the cell is shown. */
  inCellDropDown: boolean;
  alert: {
    show: boolean;
    style: 'stop' | 'warning' | 'information';
    title: string;
    message: string;
  };
  prompt: { show: boolean; title: string; message: string };
}
