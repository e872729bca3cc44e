import type { Sheet } from '../model/sheet';
import type { Workbook } from '../model/workbook';
import { FormulaLoader, type OpenedFormulas } from './formulaLoader';
import { SegmentReader, type SheetContext } from './readSegments';
import { scanSheet } from './scanSheet';
import { rememberRule } from './source';
import { sourceOf } from './xmlTree';

/** Reads a sheet part into `sheet`. */
export function readSheet(
  workbook: Workbook,
  sheet: Sheet,
  bytes: Uint8Array,
  context: SheetContext,
  opened: OpenedFormulas,
): void {
  const { cells } = sheet;
  const formulas = new FormulaLoader(workbook, sheet);
  const segments = new SegmentReader(sheet, context);
  scanSheet(bytes, context.strings, {
    segment: (node) => segments.segment(node),
    row({ row, height, hidden }) {
      if (height !== null) sheet.rowHeights.set(row, height);
      if (hidden) sheet.hiddenRows.add(row);
    },
    cell(cell) {
      const { row, column } = cell;
      if (cell.value !== null) cells.setValue(row, column, cell.value);
      if (cell.format !== 0) cells.setStyle(row, column, context.styleOf(cell.format));
      if (!cell.formula) return;
      const loaded = formulas.load(cell);
      if (!loaded) return;
      cells.setFormula(row, column, loaded.formula);
      if (!cell.hasValue) opened.stale.push({ sheet, row, column });
      if (loaded.area) opened.spills.push({ sheet, row, column, area: loaded.area });
    },
  });
  sheet.conditionalFormats = segments.rules().map(({ ranges, kind, stopIfTrue, node }) => {
    const source = sourceOf(bytes, node);
    return rememberRule({ id: workbook.newRuleId(), ranges, kind, stopIfTrue, source }, source);
  });
}
