import { subtract, type Area } from '../address';
import type { ConditionalFormat } from '../conditionalFormat';
import type { DataValidation } from '../dataValidation';
import type { Sheet } from '../sheet';
import type { Workbook } from '../workbook';
import { mapRuleFormulas, mapValidationFormulas } from './rewriteFormulas';

/**
 * Gives a conditional format other ranges. Its formulas are relative to the top-left cell of the
 * first of them, so they are re-written to mean the same cells as before.
 */
export function setRuleRanges(
  wb: Workbook,
  sheet: Sheet,
  rule: ConditionalFormat,
  ranges: readonly Area[],
): void {
  rule.kind = mapRuleFormulas(rule.kind, anchored(wb, sheet, rule.ranges[0], ranges[0]));
  rule.ranges = ranges;
  delete rule.source;
}

/** Gives a data validation other ranges, as `setRuleRanges` does. */
export function setValidationRanges(
  wb: Workbook,
  sheet: Sheet,
  validation: DataValidation,
  ranges: readonly Area[],
): void {
  mapValidationFormulas(validation, anchored(wb, sheet, validation.ranges[0], ranges[0]));
  validation.ranges = ranges;
}

/** Takes an area out of all conditional formats; those left without cells go. */
export function clearRules(wb: Workbook, sheet: Sheet, area: Area): void {
  for (const rule of sheet.conditionalFormats) {
    const rest = without(rule.ranges, area);
    if (rest) setRuleRanges(wb, sheet, rule, rest);
  }
  sheet.conditionalFormats = sheet.conditionalFormats.filter((r) => r.ranges.length > 0);
}

/** Takes an area out of all data validations; those left without cells go. */
export function clearValidations(wb: Workbook, sheet: Sheet, area: Area): void {
  for (const validation of sheet.dataValidations) {
    const rest = without(validation.ranges, area);
    if (rest) setValidationRanges(wb, sheet, validation, rest);
  }
  sheet.dataValidations = sheet.dataValidations.filter((v) => v.ranges.length > 0);
}

/**
 * Before cells are deleted: rules whose first cell goes are re-written to mean the same as seen from
 * the first cell that stays.
 */
export function keepAnchors(wb: Workbook, sheet: Sheet, doomed: Area): void {
  const survivor = (ranges: readonly Area[]): Area | undefined => without(ranges, doomed)?.[0];
  for (const rule of sheet.conditionalFormats) {
    rule.kind = mapRuleFormulas(
      rule.kind,
      anchored(wb, sheet, rule.ranges[0], survivor(rule.ranges)),
    );
  }
  for (const validation of sheet.dataValidations) {
    const { ranges } = validation;
    mapValidationFormulas(validation, anchored(wb, sheet, ranges[0], survivor(ranges)));
  }
}

/** @returns what is left of the ranges, or null when the area takes nothing from them. */
function without(ranges: readonly Area[], area: Area): Area[] | null {
  const rest = ranges.flatMap((range) => subtract(range, area));
  return rest.length === ranges.length && rest.every((r, i) => r === ranges[i]) ? null : rest;
}

/** @returns a function that re-writes a formula without `=` from one anchor cell to another. */
function anchored(
  wb: Workbook,
  sheet: Sheet,
  from: Area | undefined,
  to: Area | undefined,
): (formula: string) => string {
  if (!from || !to || (from.top === to.top && from.left === to.left)) return (formula) => formula;
  return (formula) =>
    wb.calculator.compile(`=${formula}`, sheet, from.top, from.left).text(to.top, to.left).slice(1);
}
