import { formatValue } from '../format/formatValue';
import { containsCell, intersect, type Area } from '../model/address';
import type { FilterTarget } from '../model/edits';
import type { Sheet } from '../model/sheet';
import { dataArea, type ColumnFilter } from '../model/table';
import type { Workbook } from '../model/workbook';

/** A filtered range or table that a cell belongs to. */
export interface FilterRange {
  readonly target: FilterTarget;
  readonly area: Area;
  readonly data: Area | null;
  readonly filters: ReadonlyMap<number, ColumnFilter>;
}

/** @returns the table or filtered range around a cell, or null. */
export function filterRangeAt(
  workbook: Workbook,
  sheet: Sheet,
  row: number,
  column: number,
): FilterRange | null {
  for (const table of workbook.tables) {
    if (table.sheet !== sheet || !table.showHeaders || !table.showFilterButton) continue;
    if (!containsCell(table.area, row, column)) continue;
    return { target: table, area: table.area, data: dataArea(table), filters: table.filters };
  }
  const { autoFilter } = sheet;
  if (!autoFilter || !containsCell(autoFilter.area, row, column)) return null;
  const { area, filters } = autoFilter;
  const used = sheet.cells.usedArea(true);
  const data = used && intersect(used, { ...area, top: area.top + 1 });
  return { target: sheet, area, data, filters };
}

/** @returns the filter arrow a cell carries. */
export function filterArrow(
  workbook: Workbook,
  sheet: Sheet,
  row: number,
  column: number,
): 'none' | 'idle' | 'active' {
  const range = filterRangeAt(workbook, sheet, row, column);
  if (range?.area.top !== row) return 'none';
  return range.filters.has(column - range.area.left) ? 'active' : 'idle';
}

/** @returns the text by which a filter knows a cell; blank cells are ''. */
export function filterText(workbook: Workbook, sheet: Sheet, row: number, column: number): string {
  const { numberFormat } = workbook.styles.get(sheet.style(row, column));
  return formatValue(sheet.cells.value(row, column), numberFormat, workbook.date1904).text;
}

/** @returns the distinct texts of a column that other columns' filters let through, in order. */
export function filterChoices(
  workbook: Workbook,
  sheet: Sheet,
  range: FilterRange,
  column: number,
): string[] {
  const own = column - range.area.left;
  const others = [...range.filters].filter(([offset]) => offset !== own);
  const texts = new Map<string, number | string>();
  for (let row = range.data?.top ?? 0; row <= (range.data?.bottom ?? -1); row++) {
    const shown = others.every(([offset, filter]) => {
      const text = filterText(workbook, sheet, row, range.area.left + offset);
      return text === '' ? filter.blanks : filter.values.has(text);
    });
    if (!shown) continue;
    const text = filterText(workbook, sheet, row, column);
    const value = sheet.cells.value(row, column);
    if (!texts.has(text)) texts.set(text, typeof value === 'number' ? value : text);
  }
  const collator = new Intl.Collator('zh-CN', { numeric: true });
  return [...texts]
    .sort(([a, x], [b, y]) => {
      if (typeof x === 'number' && typeof y === 'number') return x - y;
      if (typeof x !== typeof y) return typeof x === 'number' ? -1 : 1;
      return a === '' ? 1 : b === '' ? -1 : collator.compare(a, b);
    })
    .map(([text]) => text);
}
