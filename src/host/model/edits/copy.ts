import {
  area as areaOf,
  columnCount,
  containsArea,
  containsCell,
  intersect,
  MAX_COLUMNS,
  MAX_ROWS,
  rowCount,
  type Area,
} from '../address';
import type { CellFormula } from '../cells';
import { EditError } from '../editError';
import type { ChangeOrigin } from '../events';
import type { Sheet } from '../sheet';
import type { CellValue } from '../value';
import type { Workbook } from '../workbook';
import { finishEdit, isCovered } from './finishEdit';
import { assertEditable } from './protectionCheck';
import { clearRules, clearValidations, setRuleRanges, setValidationRanges } from './ruleRanges';
import { syncHeaders } from './tableHeaders';

/** A range of one sheet. */
interface Place {
  readonly sheet: Sheet;
  readonly area: Area;
}

/** As `Range.copyFrom` takes it. */
type CopyWhat = 'All' | 'Values' | 'Formulas' | 'Formats';

/** How a copy is laid down. */
interface CopyOptions {
  /** Blank source cells leave their target as it is. */
  readonly skipBlanks?: boolean;
  readonly transpose?: boolean;
}

interface Clip {
  readonly value: CellValue;
  readonly formula: CellFormula | undefined;
  readonly row: number;
  readonly column: number;
  readonly style: number;
}

/**
 * Copies cells as `Range.copyFrom` does: a target that is a multiple of the source is tiled, any
 * other takes the source's size from its top-left cell on.
 * @returns the area written
 */
export function copyArea(
  wb: Workbook,
  from: Place,
  to: Place,
  what: CopyWhat,
  origin: ChangeOrigin,
  options: CopyOptions = {},
): Area {
  const source = clipToUsed(from);
  const clips = readClips(from.sheet, source, options.transpose ?? false);
  const height = options.transpose ? columnCount(from.area) : rowCount(from.area);
  const width = options.transpose ? rowCount(from.area) : columnCount(from.area);
  const target = targetArea(to.area, height, width);
  const contents = what !== 'Formats';
  const formats = what === 'All' || what === 'Formats';
  assertEditable(wb, to.sheet, target, contents ? 'contents' : 'formatCells');
  for (let top = target.top; top <= target.bottom; top += height) {
    for (let left = target.left; left <= target.right; left += width) {
      const tile = areaOf(top, left, top + height - 1, left + width - 1);
      const paste = { wb, from, to: { sheet: to.sheet, area: tile }, clips, options };
      if (contents) pasteContents(paste, what === 'Values');
      if (formats) pasteFormats(paste);
      if (what === 'All' && !options.transpose) pasteExtras(paste);
      else if (what === 'Formats' && !options.transpose) pasteRules(paste);
    }
  }
  if (formats) wb.events.emit('appearance', { sheet: to.sheet });
  if (contents) {
    syncHeaders(wb, to.sheet, target);
    finishEdit(wb, to.sheet, target, origin);
  }
  return target;
}

interface Paste {
  readonly wb: Workbook;
  readonly from: Place;
  readonly to: Place;
  readonly clips: readonly (readonly Clip[])[];
  readonly options: CopyOptions;
}

/** Whole columns and rows are read only as far as cells are used. */
function clipToUsed({ sheet, area }: Place): Area {
  const used = sheet.cells.usedArea(false) ?? areaOf(0, 0);
  const bottom = Math.min(area.bottom, Math.max(used.bottom, area.top));
  const right = Math.min(area.right, Math.max(used.right, area.left));
  return { ...area, bottom, right };
}

function readClips(sheet: Sheet, area: Area, transpose: boolean): Clip[][] {
  const rows: Clip[][] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      const i = transpose ? column - area.left : row - area.top;
      (rows[i] ??= []).push({
        value: sheet.cells.value(row, column),
        formula: sheet.cells.formula(row, column),
        row,
        column,
        style: sheet.style(row, column),
      });
    }
  }
  return rows;
}

function targetArea(to: Area, height: number, width: number): Area {
  const tiles = rowCount(to) % height === 0 && columnCount(to) % width === 0;
  const bottom = tiles ? to.bottom : to.top + height - 1;
  const right = tiles ? to.right : to.left + width - 1;
  if (bottom >= MAX_ROWS || right >= MAX_COLUMNS) throw new EditError('InvalidArgument');
  return { ...to, bottom, right };
}

function eachTarget(
  { to, clips, options }: Paste,
  visit: (clip: Clip, row: number, column: number) => void,
): void {
  clips.forEach((line, i) => {
    line.forEach((clip, j) => {
      if (options.skipBlanks && clip.value === null && !clip.formula) return;
      visit(clip, to.area.top + i, to.area.left + j);
    });
  });
}

function pasteContents(paste: Paste, valuesOnly: boolean): void {
  const { wb, from, to } = paste;
  const { cells, merges } = to.sheet;
  if (!paste.options.skipBlanks) blankBeyondClips(paste);
  eachTarget(paste, (clip, row, column) => {
    if (merges.length > 0 && isCovered(merges, row, column)) return;
    const formula =
      valuesOnly || !clip.formula
        ? undefined
        : from.sheet === to.sheet && !paste.options.transpose
          ? clip.formula
          : wb.calculator.compile(clip.formula.text(row, column), to.sheet, row, column);
    cells.setFormula(row, column, formula);
    const spills = !valuesOnly && (formula !== undefined || isSpilledWithin(paste, clip));
    cells.setValue(row, column, spills ? null : clip.value);
  });
}

/** A copy of a spill spills by itself; part of one is copied as values. */
function isSpilledWithin({ wb, from }: Paste, { row, column }: Clip): boolean {
  const parent = wb.calculator.spillParent(from.sheet, row, column);
  return parent !== null && containsCell(from.area, parent.row, parent.column);
}

/** Cells of the target whose source lies past the used cells become blank. */
function blankBeyondClips({ to, clips }: Paste): void {
  const { cells } = to.sheet;
  const used = cells.usedArea(false);
  const all = used && intersect(used, to.area);
  if (!all) return;
  for (let row = all.top; row <= all.bottom; row++) {
    for (let column = all.left; column <= all.right; column++) {
      if (clips[row - to.area.top]?.[column - to.area.left]) continue;
      cells.setValue(row, column, null);
      cells.setFormula(row, column, undefined);
    }
  }
}

function pasteFormats(paste: Paste): void {
  eachTarget(paste, (clip, row, column) => paste.to.sheet.cells.setStyle(row, column, clip.style));
}

/** Merges, rules, validations and links go with a copy of everything. */
function pasteExtras(paste: Paste): void {
  const { from, to } = paste;
  const moved = (a: Area): Area => moveArea(a, from.area, to.area);
  to.sheet.merges.push(...from.sheet.merges.filter((m) => containsArea(from.area, m)).map(moved));
  const links = from.sheet.hyperlinks.flatMap((link) => {
    const part = intersect(link.area, from.area);
    return part ? [{ ...link, area: moved(part) }] : [];
  });
  to.sheet.hyperlinks.push(...links);
  pasteRules(paste);
  pasteValidations(paste);
}

const moveArea = (a: Area, from: Area, to: Area): Area =>
  areaOf(
    a.top + to.top - from.top,
    a.left + to.left - from.left,
    a.bottom + to.top - from.top,
    a.right + to.left - from.left,
  );

/** On the same sheet a rule grows over the copy; on another sheet the copy gets its own. */
function pasteRules({ wb, from, to }: Paste): void {
  const rules = from.sheet.conditionalFormats.flatMap((rule) => {
    const parts = partsIn(rule.ranges, from.area).map((a) => moveArea(a, from.area, to.area));
    return parts.length > 0 ? [{ rule, parts }] : [];
  });
  clearRules(wb, to.sheet, to.area);
  for (const { rule, parts } of rules) {
    if (from.sheet === to.sheet && rule.ranges.length > 0) {
      setRuleRanges(wb, to.sheet, rule, [...rule.ranges, ...parts]);
    } else {
      const copy = { ...rule, id: wb.newRuleId() };
      setRuleRanges(wb, to.sheet, copy, parts);
      to.sheet.conditionalFormats.push(copy);
    }
  }
}

function pasteValidations({ wb, from, to }: Paste): void {
  const validations = from.sheet.dataValidations.flatMap((validation) => {
    const parts = partsIn(validation.ranges, from.area).map((a) => moveArea(a, from.area, to.area));
    return parts.length > 0 ? [{ validation, parts }] : [];
  });
  clearValidations(wb, to.sheet, to.area);
  for (const { validation, parts } of validations) {
    const copy = { ...validation };
    setValidationRanges(wb, to.sheet, copy, parts);
    to.sheet.dataValidations.push(copy);
  }
}

const partsIn = (ranges: readonly Area[], area: Area): Area[] =>
  ranges.flatMap((range) => intersect(range, area) ?? []);
