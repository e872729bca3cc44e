import { area as areaOf, boundingArea, containsCell, intersect, type Area } from '../address';
import type { Shift } from '../calculator';
import { EditError } from '../editError';
import { inBand, shiftArea, shiftAreas, shiftedGap, shiftedZone } from '../shiftArea';
import type { Sheet } from '../sheet';
import type { Workbook } from '../workbook';
import { rewriteRules } from './rewriteFormulas';
import { keepAnchors } from './ruleRanges';
import { rewriteCharts } from './charts';
import { shiftLayout } from './shiftLayout';
import { assertTablesShift, shiftTables } from './shiftTables';

/**
 * Moves cells and everything tied to them: formulas of the whole workbook, names, tables, rules,
 * validations, merges, links, filters, sizes. The caller has checked protection and finishes the edit.
 * @throws EditError InsertDeleteConflict when part of a table or merge would move
 */
export function shiftCells(wb: Workbook, shift: Shift): void {
  const { sheet } = shift;
  assertTablesShift(wb, shift);
  assertMergesShift(shift);
  const before = sheet.cells.usedArea(false);
  withdrawSpills(wb, shift);
  const changed = shiftFormulas(wb, shift);
  if (shift.count < 0) keepAnchors(wb, sheet, shiftedGap(shift));
  shiftNamesAndRules(wb, shift);
  moveCells(wb, shift);
  shiftRanges(sheet, shift);
  shiftLayout(shift);
  shiftTables(wb, shift);
  wb.calculator.structureChanged();
  for (const [each, area] of changed) wb.calculator.cellsChanged(each, area);
  const after = sheet.cells.usedArea(false);
  const used = before && after ? boundingArea(before, after) : (before ?? after);
  const moved = used && intersect(used, shiftedZone(shift));
  if (moved) wb.calculator.cellsChanged(sheet, moved);
  wb.events.emit('shifted', shift);
}

function assertMergesShift(shift: Shift): void {
  const zone = shiftedZone(shift);
  for (const merge of shift.sheet.merges) {
    if (intersect(merge, zone) && !inBand(merge, shift))
      throw new EditError('InsertDeleteConflict');
  }
}

/** Spilled values must not move as if someone had typed them. */
function withdrawSpills(wb: Workbook, shift: Shift): void {
  const zone = shiftedZone(shift);
  eachFormula(shift.sheet, (row, column) => {
    const spill = wb.calculator.spillArea(shift.sheet, row, column);
    if (spill && intersect(spill, zone)) {
      wb.calculator.cellsChanged(shift.sheet, areaOf(row, column));
    }
  });
}

/** @returns per sheet an area that holds all formulas that now read otherwise */
function shiftFormulas(wb: Workbook, shift: Shift): Map<Sheet, Area> {
  const changed = new Map<Sheet, Area>();
  const gap = shift.count < 0 ? shiftedGap(shift) : null;
  for (const sheet of wb.sheets) {
    const doomed = sheet === shift.sheet ? gap : null;
    eachFormula(sheet, (row, column) => {
      if (doomed && containsCell(doomed, row, column)) return;
      const formula = sheet.cells.formula(row, column)!;
      const shifted = wb.calculator.shiftFormula(formula, sheet, row, column, shift);
      if (shifted === formula) return;
      sheet.cells.setFormula(row, column, shifted);
      const cell = areaOf(row, column);
      const known = changed.get(sheet);
      changed.set(sheet, known ? boundingArea(known, cell) : cell);
    });
  }
  return changed;
}

function eachFormula(sheet: Sheet, visit: (row: number, column: number) => void): void {
  sheet.cells.columns.forEach((cells, column) => {
    const formulas = cells?.formulas ?? [];
    for (let row = 0; row < formulas.length; row++) if (formulas[row]) visit(row, column);
  });
}

function shiftNamesAndRules(wb: Workbook, shift: Shift): void {
  for (const name of wb.names) {
    const home = name.scope ?? shift.sheet;
    name.formula = wb.calculator.shiftReferences(name.formula, home, shift) ?? name.formula;
  }
  for (const sheet of wb.sheets) {
    rewriteRules(sheet, (text) => wb.calculator.shiftReferences(text, sheet, shift));
  }
  rewriteCharts(wb, (text, home) => wb.calculator.shiftReferences(text, home, shift));
}

function moveCells(wb: Workbook, shift: Shift): void {
  const { cells } = shift.sheet;
  const { axis, at, count, from, to } = shift;
  if (axis === 'rows' && count > 0) cells.insertRows(at, count, from, to);
  else if (axis === 'rows') cells.deleteRows(at, -count, from, to);
  else if (count > 0) cells.insertColumns(at, count, from, to);
  else cells.deleteColumns(at, -count, from, to);
  if (count > 0 && at > 0) formatNewCells(wb, shift);
}

/** New cells look like their neighbours above or to the left; below a table's header, as the row below. */
function formatNewCells(wb: Workbook, shift: Shift): void {
  const { cells } = shift.sheet;
  const { axis, at, count } = shift;
  const used = cells.usedArea(false);
  if (!used) return;
  const edge = axis === 'rows' ? { right: used.right } : { bottom: used.bottom };
  const gap = { ...shiftedGap(shift), ...edge };
  for (let column = gap.left; column <= gap.right; column++) {
    const model =
      axis === 'rows' && isHeader(wb, shift.sheet, at - 1, column) ? at + count : at - 1;
    for (let row = gap.top; row <= gap.bottom; row++) {
      const style = axis === 'rows' ? cells.style(model, column) : cells.style(row, at - 1);
      cells.setStyle(row, column, style);
    }
  }
}

const isHeader = (wb: Workbook, sheet: Sheet, row: number, column: number): boolean =>
  wb.tables.some(
    ({ sheet: home, showHeaders, area }) =>
      home === sheet &&
      showHeaders &&
      containsCell({ ...area, bottom: area.top }, row, column) &&
      area.bottom > row,
  );

function shiftRanges(sheet: Sheet, shift: Shift): void {
  sheet.merges = sheet.merges
    .flatMap((merge) => (inBand(merge, shift) ? (shiftArea(merge, shift) ?? []) : [merge]))
    .filter((m) => m.top < m.bottom || m.left < m.right);
  sheet.hyperlinks = sheet.hyperlinks.flatMap((link) =>
    shiftAreas([link.area], shift).map((area) => ({ ...link, area })),
  );
  for (const rule of sheet.conditionalFormats) {
    const ranges = shiftAreas(rule.ranges, shift);
    if (JSON.stringify(ranges) !== JSON.stringify(rule.ranges)) delete rule.source;
    rule.ranges = ranges;
  }
  for (const validation of sheet.dataValidations) {
    validation.ranges = shiftAreas(validation.ranges, shift);
  }
  sheet.conditionalFormats = sheet.conditionalFormats.filter((r) => r.ranges.length > 0);
  sheet.dataValidations = sheet.dataValidations.filter((v) => v.ranges.length > 0);
}
