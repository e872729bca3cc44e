import type { CellValue } from '../../model/value';
import { parseNumber } from '../coerce';
import type { Grid, GridColumn } from '../grid';

/** Where each value of a stretch of one column is; rows ascend. */
export interface ColumnIndex {
  readonly version: number;
  readonly rows: ReadonlyMap<number | string | boolean, readonly number[]>;
  /** Texts that read as numbers, by number: criteria take them for numbers. */
  readonly numericTexts: ReadonlyMap<number, readonly number[]>;
}

const cache = new WeakMap<GridColumn, Map<number, ColumnIndex>>();

/** @returns what a value is filed under; texts without regard to case */
export const keyOf = (v: number | string | boolean): number | string | boolean =>
  typeof v === 'string' ? v.toLowerCase() : v;

/**
 * The index of rows `top`…`bottom`, made when first asked and again after a value changed. The rows
 * must have been settled. Bottom may lie beyond the used rows.
 */
export function columnIndex(grid: Grid, column: number, top: number, bottom: number): ColumnIndex {
  const state = grid.column(column);
  const values = grid.cells.columns[column]?.values ?? [];
  const end = Math.min(bottom, values.length - 1);
  let stretches = cache.get(state);
  if (!stretches) cache.set(state, (stretches = new Map<number, ColumnIndex>()));
  const key = top * 2_097_152 + end + 1;
  const known = stretches.get(key);
  if (known?.version === state.version) return known;
  if (stretches.size > 64) stretches.clear();
  const index = build(values, top, end, state.version);
  stretches.set(key, index);
  return index;
}

function build(values: readonly CellValue[], top: number, end: number, version: number) {
  const rows = new Map<number | string | boolean, number[]>();
  const numericTexts = new Map<number, number[]>();
  const file = <K>(map: Map<K, number[]>, key: K, row: number) => {
    const list = map.get(key);
    if (list) list.push(row);
    else map.set(key, [row]);
  };
  for (let r = top; r <= end; r++) {
    const v = values[r];
    if (v === null || v === undefined || typeof v === 'object') continue;
    file(rows, keyOf(v), r);
    if (typeof v === 'string') {
      const n = parseNumber(v);
      if (n !== null) file(numericTexts, n, r);
    }
  }
  return { version, rows, numericTexts };
}
