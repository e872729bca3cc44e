import type { Area } from './address';
import type { Sheet } from './sheet';

export interface TableColumn {
  /** Unique within the table, never reused. */
  readonly id: number;
  name: string;
  /** Formula every row of the column carries, with `=`; null when it has none. */
  calculatedFormula: string | null;
}

/** An Excel table; `area` takes in header and totals rows. */
export interface Table {
  /** Unique in the workbook. */
  readonly id: number;
  name: string;
  readonly sheet: Sheet;
  area: Area;
  columns: TableColumn[];
  showHeaders: boolean;
  showTotals: boolean;
  style: string;
  showBandedRows: boolean;
  showBandedColumns: boolean;
  showFilterButton: boolean;
  highlightFirstColumn: boolean;
  highlightLastColumn: boolean;
  /** Filter criteria by column offset; rows they hide are in `sheet.hiddenRows`. */
  filters: Map<number, ColumnFilter>;
  /** Part name in the opened file, null for a table made since. */
  part: string | null;
}

/** Which values of a column a filter lets through, by displayed text. */
export interface ColumnFilter {
  readonly values: ReadonlySet<string>;
  readonly blanks: boolean;
}

/** @returns the rows between header and totals; null when the table has none. */
export function dataArea(table: Table): Area | null {
  const top = table.area.top + (table.showHeaders ? 1 : 0);
  const bottom = table.area.bottom - (table.showTotals ? 1 : 0);
  return top <= bottom ? { ...table.area, top, bottom } : null;
}
