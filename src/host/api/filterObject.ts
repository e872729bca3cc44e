import { clearFilter, setFilter } from '../model/edits';
import { ApiObject } from '../protocol/apiObject';
import { toCriteria, toFilter, valuesFilter, type FilterCriteria } from './filterCriteria';
import type { TableObject } from './tableObject';

/** `Excel.Filter`: the filter of a table column. */
export class FilterObject extends ApiObject {
  readonly apiType = 'Filter';

  constructor(
    private readonly owner: TableObject,
    private readonly column: number,
  ) {
    super();
  }

  get Criteria(): FilterCriteria | null {
    const filter = this.owner.table.filters.get(this.column);
    return filter ? toCriteria(filter) : null;
  }

  Apply(criteria: FilterCriteria): void {
    setFilter(this.owner.api.workbook, this.owner.table, this.column, toFilter(criteria));
  }

  ApplyValuesFilter(values: unknown): void {
    setFilter(this.owner.api.workbook, this.owner.table, this.column, valuesFilter(values));
  }

  Clear(): void {
    clearFilter(this.owner.api.workbook, this.owner.table, this.column);
  }
}
