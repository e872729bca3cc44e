import { containsArea, intersect, isFullColumns, subtract, type Area } from '../address';
import type { ChangeOrigin } from '../events';
import type { Sheet } from '../sheet';
import type { Workbook } from '../workbook';
import { finishEdit, singleValue } from './finishEdit';
import { assertEditable } from './protectionCheck';
import { clearRules, clearValidations } from './ruleRanges';
import { syncHeaders } from './tableHeaders';

/** As `Range.clear` takes it. */
type ClearWhat =
  'All' | 'Formats' | 'Contents' | 'Hyperlinks' | 'RemoveHyperlinks' | 'ResetContents';

/** Clears cells; `All` also takes rules, validations and links off them, and unmerges. */
export function clearArea(
  wb: Workbook,
  sheet: Sheet,
  area: Area,
  what: ClearWhat,
  origin: ChangeOrigin,
): void {
  const contents = what === 'All' || what === 'Contents' || what === 'ResetContents';
  const formats = what === 'All' || what === 'Formats';
  if (contents) assertEditable(wb, sheet, area, 'contents');
  if (formats) assertEditable(wb, sheet, area, 'formatCells');
  const valueBefore = singleValue(sheet, area);
  if (contents) clearContents(sheet, area);
  if (formats) clearFormats(wb, sheet, area);
  if (what !== 'Formats' && what !== 'Contents') clearHyperlinks(sheet, area);
  if (what === 'All') clearValidations(wb, sheet, area);
  if (formats || !contents) wb.events.emit('appearance', { sheet });
  if (!contents) return;
  syncHeaders(wb, sheet, area);
  finishEdit(wb, sheet, area, origin, 'RangeEdited', valueBefore);
}

function clearContents(sheet: Sheet, area: Area): void {
  for (let c = area.left; c <= Math.min(area.right, sheet.cells.columns.length - 1); c++) {
    const column = sheet.cells.columns[c];
    if (!column) continue;
    blank(column.values, area, null);
    blank(column.formulas, area, undefined);
  }
}

function clearFormats(wb: Workbook, sheet: Sheet, area: Area): void {
  for (let c = area.left; c <= area.right; c++) {
    const column = sheet.cells.columns[c];
    if (column) blank(column.styles, area, 0);
    if (isFullColumns(area)) sheet.columnStyles[c] = undefined;
  }
  clearRules(wb, sheet, area);
  sheet.merges = sheet.merges.filter((m) => !containsArea(area, m));
}

function clearHyperlinks(sheet: Sheet, area: Area): void {
  sheet.hyperlinks = sheet.hyperlinks.flatMap((link) =>
    intersect(link.area, area)
      ? subtract(link.area, area).map((rest) => ({ ...link, area: rest }))
      : [link],
  );
}

function blank<T>(list: T[], area: Area, value: T): void {
  if (area.top === 0 && area.bottom >= list.length) list.length = 0;
  else if (area.top < list.length) list.fill(value, area.top, area.bottom + 1);
}
