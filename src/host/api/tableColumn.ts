import type { Area } from '../model/address';
import { addTableColumns, deleteTableColumns, setValues } from '../model/edits';
import type { TableColumn } from '../model/table';
import type { CellValue } from '../model/value';
import { ApiCollection, ApiObject } from '../protocol/apiObject';
import { ORIGIN } from './apiContext';
import { integer, text, type Missing } from './arguments';
import { invalidArgument, itemNotFound, orNotFound } from './errors';
import { FilterObject } from './filterObject';
import type { RangeObject } from './rangeObject';
import { bodyArea, headerArea, totalsArea, type TableObject } from './tableObject';

/** `Excel.TableColumnCollection`. */
export class TableColumnCollection extends ApiCollection<TableColumnObject> {
  readonly apiType = 'TableColumnCollection';

  constructor(private readonly owner: TableObject) {
    super();
  }

  apiItems(): readonly TableColumnObject[] {
    return this.owner.table.columns.map((column) => new TableColumnObject(this.owner, column));
  }

  get Count(): number {
    return this.owner.table.columns.length;
  }

  GetCount(): number {
    return this.Count;
  }

  /**
   * @param index - zero-based place, at the end when missing or −1
   * @param values - header, data and totals row by row, or one value for the data cells
   */
  Add(index: number | Missing, values: unknown, name: string | Missing): TableColumnObject {
    const { api, table } = this.owner;
    const at = index === null || index === undefined || index === -1 ? null : integer(index, 0);
    const rows = Array.isArray(values) ? (values as CellValue[][]) : undefined;
    const added = addTableColumns(api.workbook, table, at, 1, rows, ORIGIN);
    const column = new TableColumnObject(this.owner, table.columns[added.left - table.area.left]!);
    if (rows === undefined && values !== null && values !== undefined) {
      column.GetDataBodyRange().Values = values;
    }
    if (typeof name === 'string' && name !== '') column.Name = name;
    return column;
  }

  GetItem(key: unknown): TableColumnObject {
    return orNotFound(this.GetItemOrNullObject(key));
  }

  /** @param key - name, in any case, or id */
  GetItemOrNullObject(key: unknown): TableColumnObject | null {
    const wanted = String(key).toLowerCase();
    const items = this.owner.table.columns;
    const found =
      typeof key === 'number'
        ? items.find(({ id }) => id === key)
        : items.find(({ id, name }) => name.toLowerCase() === wanted || String(id) === wanted);
    return found ? new TableColumnObject(this.owner, found) : null;
  }

  GetItemAt(index: number): TableColumnObject {
    const found = this.owner.table.columns[integer(index, 0)];
    if (!found) throw invalidArgument();
    return new TableColumnObject(this.owner, found);
  }
}

/** `Excel.TableColumn`. */
export class TableColumnObject extends ApiObject {
  readonly apiType = 'TableColumn';

  constructor(
    private readonly owner: TableObject,
    private readonly model: TableColumn,
  ) {
    super();
  }

  override get apiId(): number {
    return this.model.id;
  }

  get Id(): number {
    return this.model.id;
  }

  get Index(): number {
    const index = this.owner.table.columns.indexOf(this.model);
    if (index < 0) throw itemNotFound();
    return index;
  }

  get Name(): string {
    return this.model.name;
  }

  /** The name is what the header cell says. */
  set Name(value: unknown) {
    const { api, table } = this.owner;
    setValues(api.workbook, table.sheet, this.of(headerArea(table)), [[text(value)]], ORIGIN);
  }

  /** Header, data and totals. */
  get Values(): unknown[][] {
    return this.GetRange().Values ?? [];
  }

  set Values(values: unknown) {
    this.GetRange().Values = values;
  }

  get Filter(): FilterObject {
    return new FilterObject(this.owner, this.Index);
  }

  GetRange(): RangeObject {
    return this.owner.range(this.of(this.owner.table.area));
  }

  GetHeaderRowRange(): RangeObject {
    return this.owner.range(this.of(headerArea(this.owner.table)));
  }

  GetDataBodyRange(): RangeObject {
    return this.owner.range(this.of(bodyArea(this.owner.table)));
  }

  GetTotalRowRange(): RangeObject {
    return this.owner.range(this.of(totalsArea(this.owner.table)));
  }

  Delete(): void {
    deleteTableColumns(this.owner.api.workbook, this.owner.table, this.Index, 1, ORIGIN);
  }

  private of(area: Area): Area {
    const column = area.left + this.Index;
    return { ...area, left: column, right: column };
  }
}
