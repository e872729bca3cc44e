import { cellText, halfWidth } from '../domain';
import { TEXTS } from './texts';

/** What our columns hold: native formulas, AR functions where there is one, or values. */
export const COLUMN_MODES = ['formulas', 'functions', 'values'] as const;

export type ColumnMode = (typeof COLUMN_MODES)[number];

const spelling = (cell: unknown): string =>
  halfWidth(cellText(cell)).replace(/\s/g, '').toLowerCase();

/** Words of every language: whoever opens the workbook next may read another one. */
const MODES = new Map(
  Object.values(TEXTS).flatMap(({ modes }) =>
    COLUMN_MODES.map((mode) => [spelling(modes[mode]), mode] as const),
  ),
);

/** @returns what a cell of the settings sheet says; formulas where it says nothing known */
export const modeOf = (cell: unknown): ColumnMode => MODES.get(spelling(cell)) ?? 'formulas';
