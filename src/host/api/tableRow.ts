import { addTableRows, deleteTableRows } from '../model/edits';
import { dataArea } from '../model/table';
import type { CellValue } from '../model/value';
import { ApiCollection, ApiObject } from '../protocol/apiObject';
import { ORIGIN } from './apiContext';
import { integer, type Missing } from './arguments';
import { invalidArgument } from './errors';
import type { RangeObject } from './rangeObject';
import { bodyArea, type TableObject } from './tableObject';

/** `Excel.TableRowCollection`: the data rows of a table. */
export class TableRowCollection extends ApiCollection<TableRowObject> {
  readonly apiType = 'TableRowCollection';

  constructor(private readonly owner: TableObject) {
    super();
  }

  apiItems(): readonly TableRowObject[] {
    return Array.from({ length: this.Count }, (_, index) => new TableRowObject(this.owner, index));
  }

  get Count(): number {
    const area = dataArea(this.owner.table);
    return area ? area.bottom - area.top + 1 : 0;
  }

  GetCount(): number {
    return this.Count;
  }

  /**
   * @param index - zero-based place, at the end when missing or −1
   * @param values - one array per new row, or one value for all cells of one row
   * @returns the first new row
   */
  Add(index: number | Missing, values: unknown): TableRowObject {
    const { api, table } = this.owner;
    const at = index === null || index === undefined || index === -1 ? null : integer(index, 0);
    const width = table.columns.length;
    const rows: (CellValue | undefined)[][] = Array.isArray(values)
      ? (values as CellValue[][])
      : [new Array<CellValue | undefined>(width).fill((values as CellValue) ?? undefined)];
    const added = addTableRows(api.workbook, table, at, rows, ORIGIN);
    return new TableRowObject(this.owner, added.top - bodyArea(table).top);
  }

  GetItemAt(index: number): TableRowObject {
    if (integer(index, 0) >= this.Count) throw invalidArgument();
    return new TableRowObject(this.owner, index);
  }

  /** @param rows - rows of this table, or their zero-based indexes */
  DeleteRows(rows: readonly (TableRowObject | number)[]): void {
    if (!Array.isArray(rows)) throw invalidArgument();
    const given = rows as readonly (TableRowObject | number)[];
    const indexes = given.map((row) =>
      row instanceof TableRowObject ? row.Index : integer(row, 0),
    );
    // from the bottom up, so that the indexes still to come stay right
    for (const index of [...new Set(indexes)].sort((a, b) => b - a)) this.DeleteRowsAt(index, 1);
  }

  DeleteRowsAt(index: number, count: number | Missing): void {
    const { api, table } = this.owner;
    deleteTableRows(api.workbook, table, integer(index, 0), integer(count ?? 1, 1), ORIGIN);
  }
}

/** `Excel.TableRow`. */
export class TableRowObject extends ApiObject {
  readonly apiType = 'TableRow';

  constructor(
    private readonly owner: TableObject,
    private readonly index: number,
  ) {
    super();
  }

  override get apiId(): number {
    return this.index;
  }

  /** Place among the data rows, zero-based; it is not kept up when rows come and go. */
  get Index(): number {
    return this.index;
  }

  get Values(): unknown[][] {
    return this.GetRange().Values ?? [];
  }

  set Values(values: unknown) {
    this.GetRange().Values = values;
  }

  GetRange(): RangeObject {
    const area = bodyArea(this.owner.table);
    const row = area.top + this.index;
    return this.owner.range({ ...area, top: row, bottom: row });
  }

  Delete(): void {
    deleteTableRows(this.owner.api.workbook, this.owner.table, this.index, 1, ORIGIN);
  }
}
