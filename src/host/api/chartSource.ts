import { area, columnCount, rowCount, type Area } from '../model/address';
import type { ChartSeries } from '../model/chart';
import { referenceTo } from './absoluteReference';
import type { Place } from './rangeReference';

/** Colours are the theme's. */
export const UNCOLORED = { color: null, markerFill: null, markerLine: null } as const;

/**
 * Texts before the numbers name the series and the categories.
 *
 * @param byRows - whether each row is a series, not each column
 */
export function seriesOf({ sheet, area: source }: Place, byRows: boolean): ChartSeries[] {
  const { top, left, bottom, right } = source;
  const isText = (cells: Area): boolean => {
    for (let r = cells.top; r <= cells.bottom; r++) {
      for (let c = cells.left; c <= cells.right; c++) {
        if (typeof sheet.cells.value(r, c) === 'number') return false;
      }
    }
    return true;
  };
  const [isWide, isHigh] = [columnCount(source) > 1, rowCount(source) > 1];
  const hasHeader = isHigh && isText(area(top, left + (isWide ? 1 : 0), top, right));
  const hasLabels = isWide && isText(area(top + (isHigh ? 1 : 0), left, bottom, left));
  const first = { row: top + (hasHeader ? 1 : 0), column: left + (hasLabels ? 1 : 0) };
  const reference = (cells: Area): string => referenceTo({ sheet, area: cells });
  const count = byRows ? bottom - first.row + 1 : right - first.column + 1;
  return Array.from({ length: count }, (_, i): ChartSeries => {
    const [row, column] = [first.row + i, first.column + i];
    return byRows
      ? {
          name: hasLabels ? reference(area(row, left)) : `Series${i + 1}`,
          values: reference(area(row, first.column, row, right)),
          categories: hasHeader ? reference(area(top, first.column, top, right)) : '',
          ...UNCOLORED,
        }
      : {
          name: hasHeader ? reference(area(top, column)) : `Series${i + 1}`,
          values: reference(area(first.row, column, bottom, column)),
          categories: hasLabels ? reference(area(first.row, left, bottom, left)) : '',
          ...UNCOLORED,
        };
  });
}
