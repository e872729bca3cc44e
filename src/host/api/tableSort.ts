import { columnCount } from '../model/address';
import { sortArea } from '../model/edits';
import { ApiObject, notImplemented } from '../protocol/apiObject';
import { ORIGIN } from './apiContext';
import type { Missing } from './arguments';
import { sortKeys, type SortField } from './rangeSort';
import { bodyArea, type TableObject } from './tableObject';

/** `Excel.TableSort`. */
export class TableSort extends ApiObject {
  readonly apiType = 'TableSort';

  constructor(private readonly owner: TableObject) {
    super();
  }

  Apply(fields: SortField[], matchCase: boolean | Missing): void {
    if (matchCase) throw notImplemented('TableSort.apply with matchCase');
    const { table, api } = this.owner;
    const area = bodyArea(table);
    const keys = sortKeys(fields, columnCount(area));
    sortArea(api.workbook, table.sheet, area, keys, false, ORIGIN);
  }
}
