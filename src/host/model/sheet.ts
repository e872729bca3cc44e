import type { Area } from './address';
import { Cells } from './cells';
import type { Chart } from './chart';
import type { ConditionalFormat } from './conditionalFormat';
import type { DataValidation } from './dataValidation';
import type { ColumnFilter } from './table';

export type Visibility = 'Visible' | 'Hidden' | 'VeryHidden';

/** A filter over a plain range, header row included. */
export interface AutoFilter {
  area: Area;
  filters: Map<number, ColumnFilter>;
}

/** What a protected sheet still allows; absent options are refused. As Excel's protect() takes them. */
export type ProtectionOptions = Readonly<Record<string, boolean | string>>;

export interface Hyperlink {
  area: Area;
  address: string | null;
  documentReference: string | null;
  screenTip: string | null;
}

/** A worksheet: data and looks. Everything that changes cells goes through the workbook's edits. */
export class Sheet {
  readonly cells = new Cells();
  visibility: Visibility = 'Visible';
  tabColor: string | null = null;
  showGridlines = true;
  /** In characters of the default font, as files keep them; undefined is the default width. */
  readonly columnWidths: (number | undefined)[] = [];
  /** As the file sets it for columns without a width of their own; null leaves it to the host. */
  defaultColumnWidth: number | null = null;
  /** In points, for rows without a height of their own; null leaves it to the host. */
  defaultRowHeight: number | null = null;
  readonly hiddenColumns = new Set<number>();
  /** In points. */
  readonly rowHeights = new Map<number, number>();
  /** Rows hidden by hand or by a filter. */
  readonly hiddenRows = new Set<number>();
  /** Style of a column as a whole, for cells that have none of their own. */
  readonly columnStyles: (number | undefined)[] = [];
  merges: Area[] = [];
  frozen: { rows: number; columns: number } = { rows: 0, columns: 0 };
  protection: { options: ProtectionOptions; password: string | null } | null = null;
  autoFilter: AutoFilter | null = null;
  /** In order of priority, first wins. */
  conditionalFormats: ConditionalFormat[] = [];
  dataValidations: DataValidation[] = [];
  hyperlinks: Hyperlink[] = [];
  /** Those the host can show; a file's others stay in the file. */
  charts: Chart[] = [];
  selection: Area = { top: 0, left: 0, bottom: 0, right: 0 };
  /** Part name in the opened file, null for a sheet made since. */
  part: string | null = null;

  constructor(
    /** As Office.js shows it: `{00000000-0001-0000-0000-000000000000}`. */
    readonly id: string,
    public name: string,
  ) {}

  /** @returns number of the style a cell shows: its own, else its column's. */
  style(row: number, column: number): number {
    return this.cells.style(row, column) || (this.columnStyles[column] ?? 0);
  }
}
