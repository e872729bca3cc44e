import { intersect, type Area } from '../address';
import { EditError } from '../editError';
import { formatValue } from '../../format/formatValue';
import { Sheet, type AutoFilter } from '../sheet';
import { dataArea, type ColumnFilter, type Table } from '../table';
import type { Workbook } from '../workbook';
import { recalculateSubtotals } from './hiddenRows';
import { assertEditable } from './protectionCheck';

/** What is filtered: a table, or the range filter of a sheet. */
export type FilterTarget = Table | Sheet;

/**
 * Puts a range filter, header row included, on a sheet in place of the one it has.
 * @throws EditError InvalidOperation when the area meets a table
 */
export function addAutoFilter(wb: Workbook, sheet: Sheet, area: Area): AutoFilter {
  assertEditable(wb, sheet, area, 'structure');
  if (wb.tables.some((t) => t.sheet === sheet && intersect(t.area, area))) {
    throw new EditError('InvalidOperation');
  }
  if (sheet.autoFilter) removeAutoFilter(wb, sheet);
  sheet.autoFilter = { area, filters: new Map() };
  wb.events.emit('appearance', { sheet });
  return sheet.autoFilter;
}

/** Takes the range filter off a sheet and shows the rows it hid. */
export function removeAutoFilter(wb: Workbook, sheet: Sheet): void {
  if (!sheet.autoFilter) return;
  assertEditable(wb, sheet, sheet.autoFilter.area, 'structure');
  clearFilter(wb, sheet);
  sheet.autoFilter = null;
  wb.events.emit('appearance', { sheet });
}

/**
 * Filters a column and hides the rows it does not let through.
 * @param column - offset within the filtered area, zero-based
 */
export function setFilter(
  wb: Workbook,
  target: FilterTarget,
  column: number,
  filter: ColumnFilter,
): void {
  const { sheet, area, filters } = filtered(target);
  assertEditable(wb, sheet, area, 'autoFilter');
  if (column < 0 || column > area.right - area.left) throw new EditError('InvalidArgument');
  filters.set(column, filter);
  applyFilter(wb, target);
}

/** Takes the criteria off one column, or off all when none is given, and shows their rows. */
export function clearFilter(wb: Workbook, target: FilterTarget, column?: number): void {
  const { sheet, area, filters } = filtered(target);
  if (filters.size === 0) return;
  assertEditable(wb, sheet, area, 'autoFilter');
  if (column === undefined) filters.clear();
  else filters.delete(column);
  applyFilter(wb, target);
}

/** Looks at every row anew, as Excel does only when asked to. */
export function applyFilter(wb: Workbook, target: FilterTarget): void {
  const { sheet, data, filters } = filtered(target);
  if (data) {
    const columns = [...filters].map(([offset, filter]) => ({
      column: data.left + offset,
      filter,
    }));
    for (let row = data.top; row <= data.bottom; row++) {
      const shown = columns.every(({ column, filter }) => passes(wb, sheet, row, column, filter));
      if (shown) sheet.hiddenRows.delete(row);
      else sheet.hiddenRows.add(row);
    }
    recalculateSubtotals(wb);
  }
  wb.events.emit('appearance', { sheet });
}

function passes(
  wb: Workbook,
  sheet: Sheet,
  row: number,
  column: number,
  filter: ColumnFilter,
): boolean {
  const value = sheet.cells.value(row, column);
  if (value === null || value === '') return filter.blanks;
  const { numberFormat } = wb.styles.get(sheet.style(row, column));
  return filter.values.has(formatValue(value, numberFormat, wb.date1904).text);
}

interface Filtered {
  readonly sheet: Sheet;
  readonly area: Area;
  /** The rows below the header that a filter may hide. */
  readonly data: Area | null;
  readonly filters: Map<number, ColumnFilter>;
}

function filtered(target: FilterTarget): Filtered {
  if (!(target instanceof Sheet)) {
    const { sheet, area, filters } = target;
    return { sheet, area, data: dataArea(target), filters };
  }
  if (!target.autoFilter) throw new EditError('InvalidOperation', 'The sheet has no filter.');
  const { area, filters } = target.autoFilter;
  const used = target.cells.usedArea(true);
  const data = used && intersect(used, { ...area, top: area.top + 1 });
  return { sheet: target, area, data, filters };
}
