import { columnCount, type Area } from '../model/address';
import { sortArea } from '../model/edits';
import type { Sheet } from '../model/sheet';
import { ApiObject, notImplemented } from '../protocol/apiObject';
import { ORIGIN, type ApiContext } from './apiContext';
import { integer, oneOf, type Missing } from './arguments';
import { invalidArgument } from './errors';

/** `Excel.SortField`: a column offset and its order. */
export interface SortField {
  readonly key: number;
  readonly ascending?: boolean | null;
  readonly sortOn?: string | null;
}

/** `Excel.RangeSort`. */
export class RangeSort extends ApiObject {
  readonly apiType = 'RangeSort';

  constructor(
    private readonly api: ApiContext,
    private readonly sheet: Sheet,
    private readonly area: Area,
  ) {
    super();
  }

  Apply(
    fields: SortField[],
    matchCase: boolean | Missing,
    hasHeaders: boolean | Missing,
    orientation: string | Missing,
  ): void {
    if (matchCase) throw notImplemented('RangeSort.apply with matchCase');
    if (oneOf(orientation ?? 'Rows', ['Rows', 'Columns'] as const) === 'Columns') {
      throw notImplemented('RangeSort.apply by columns');
    }
    const { workbook } = this.api;
    const keys = sortKeys(fields, columnCount(this.area));
    sortArea(workbook, this.sheet, this.area, keys, hasHeaders === true, ORIGIN);
  }
}

/** @throws InvalidArgument when there is no field or a key lies outside the columns */
export function sortKeys(
  fields: unknown,
  columns: number,
): { column: number; ascending: boolean }[] {
  if (!Array.isArray(fields) || fields.length === 0) throw invalidArgument();
  return (fields as SortField[]).map(({ key, ascending, sortOn }) => {
    if ((sortOn ?? 'Value') !== 'Value') throw notImplemented(`sorting on ${String(sortOn)}`);
    return { column: integer(key, 0, columns - 1), ascending: ascending !== false };
  });
}
