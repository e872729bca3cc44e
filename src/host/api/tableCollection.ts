import { addTable } from '../model/edits';
import type { Sheet } from '../model/sheet';
import type { Table } from '../model/table';
import { ApiCollection } from '../protocol/apiObject';
import { ORIGIN, type ApiContext } from './apiContext';
import { integer, text } from './arguments';
import { invalidArgument, orNotFound } from './errors';
import { RangeObject } from './rangeObject';
import { findPlace, type Place } from './rangeReference';
import { TableObject } from './tableObject';

/** `Excel.TableCollection`: the tables of a sheet, or of the whole workbook. */
export class TableCollection extends ApiCollection<TableObject> {
  readonly apiType = 'TableCollection';

  constructor(
    private readonly api: ApiContext,
    private readonly sheet: Sheet | null,
  ) {
    super();
  }

  override get eventTarget(): string {
    return this.sheet ? this.sheet.id : 'Workbook';
  }

  apiItems(): readonly TableObject[] {
    return this.tables.map((table) => new TableObject(this.api, table));
  }

  get Count(): number {
    return this.tables.length;
  }

  GetCount(): number {
    return this.tables.length;
  }

  Add(address: RangeObject | string, hasHeaders: boolean): TableObject {
    const { sheet, area } = this.placeOf(address);
    if (this.sheet && sheet !== this.sheet) throw invalidArgument();
    const table = addTable(this.api.workbook, sheet, area, hasHeaders, ORIGIN);
    return new TableObject(this.api, table);
  }

  GetItem(key: string): TableObject {
    return orNotFound(this.GetItemOrNullObject(key));
  }

  GetItemOrNullObject(key: string): TableObject | null {
    const found = findTable(this.tables, key);
    return found ? new TableObject(this.api, found) : null;
  }

  GetItemAt(index: number): TableObject {
    const found = this.tables[integer(index, 0)];
    if (!found) throw invalidArgument();
    return new TableObject(this.api, found);
  }

  private get tables(): Table[] {
    const { tables } = this.api.workbook;
    return this.sheet ? tables.filter((table) => table.sheet === this.sheet) : tables;
  }

  private placeOf(address: RangeObject | string): Place {
    if (address instanceof RangeObject) return address;
    const { workbook } = this.api;
    const place = findPlace(workbook, text(address), this.sheet ?? workbook.activeSheet);
    if (!place) throw invalidArgument();
    return place;
  }
}

/** @param key - name, in any case, or id */
export function findTable(tables: readonly Table[], key: unknown): Table | undefined {
  const wanted = String(key).toLowerCase();
  return tables.find(({ id, name }) => name.toLowerCase() === wanted || String(id) === wanted);
}
