import { containsArea, intersect, type Area } from '../model/address';
import type { Sheet } from '../model/sheet';
import type { Table } from '../model/table';
import { ApiCollection } from '../protocol/apiObject';
import type { ApiContext } from './apiContext';
import { orNotFound } from './errors';
import { findTable } from './tableCollection';
import { TableObject } from './tableObject';

/** `Excel.TableScopedCollection`: the tables that overlap a range, from top-left on. */
export class TableScopedCollection extends ApiCollection<TableObject> {
  readonly apiType = 'TableScopedCollection';

  constructor(
    private readonly api: ApiContext,
    private readonly sheet: Sheet,
    private readonly area: Area,
    /** Only tables that lie wholly inside. */
    private readonly fullyContained: boolean,
  ) {
    super();
  }

  apiItems(): readonly TableObject[] {
    return this.tables.map((table) => new TableObject(this.api, table));
  }

  GetCount(): number {
    return this.tables.length;
  }

  GetFirst(): TableObject {
    return orNotFound(this.apiItems()[0] ?? null);
  }

  GetItem(key: string): TableObject {
    return orNotFound(this.GetItemOrNullObject(key));
  }

  GetItemOrNullObject(key: string): TableObject | null {
    const found = findTable(this.tables, key);
    return found ? new TableObject(this.api, found) : null;
  }

  private get tables(): Table[] {
    const inside = (area: Area) =>
      this.fullyContained ? containsArea(this.area, area) : intersect(this.area, area) !== null;
    return this.api.workbook.tables
      .filter((table) => table.sheet === this.sheet && inside(table.area))
      .sort((a, b) => a.area.top - b.area.top || a.area.left - b.area.left);
  }
}
