import type { Area } from '../address';
import type { ConditionalFormat, RuleKind } from '../conditionalFormat';
import type { Sheet } from '../sheet';
import type { Workbook } from '../workbook';
import { assertEditable } from './protectionCheck';

/** Adds a rule before all others of the sheet. */
export function addRule(
  wb: Workbook,
  sheet: Sheet,
  ranges: readonly Area[],
  kind: RuleKind,
): ConditionalFormat {
  assertRulesEditable(wb, sheet, ranges);
  const rule: ConditionalFormat = { id: wb.newRuleId(), ranges, kind, stopIfTrue: false };
  sheet.conditionalFormats.unshift(rule);
  wb.events.emit('appearance', { sheet });
  return rule;
}

/** Changes what a rule looks at, shows or ends. */
export function changeRule(
  wb: Workbook,
  sheet: Sheet,
  rule: ConditionalFormat,
  change: Partial<Pick<ConditionalFormat, 'kind' | 'stopIfTrue'>>,
): void {
  assertRulesEditable(wb, sheet, rule.ranges);
  Object.assign(rule, change);
  delete rule.source;
  wb.events.emit('appearance', { sheet });
}

/** @param priority - zero-based place among the sheet's rules; past the end is last */
export function moveRule(
  wb: Workbook,
  sheet: Sheet,
  rule: ConditionalFormat,
  priority: number,
): void {
  assertRulesEditable(wb, sheet, rule.ranges);
  sheet.conditionalFormats.splice(sheet.conditionalFormats.indexOf(rule), 1);
  sheet.conditionalFormats.splice(priority, 0, rule);
  wb.events.emit('appearance', { sheet });
}

export function deleteRule(wb: Workbook, sheet: Sheet, rule: ConditionalFormat): void {
  assertRulesEditable(wb, sheet, rule.ranges);
  sheet.conditionalFormats.splice(sheet.conditionalFormats.indexOf(rule), 1);
  wb.events.emit('appearance', { sheet });
}

function assertRulesEditable(wb: Workbook, sheet: Sheet, ranges: readonly Area[]): void {
  for (const range of ranges) assertEditable(wb, sheet, range, 'formatCells');
}
