import type { Area } from '../address';
import type { DataValidation } from '../dataValidation';
import type { Sheet } from '../sheet';
import type { Workbook } from '../workbook';
import { assertEditable } from './protectionCheck';
import { clearValidations } from './ruleRanges';

/**
 * Gives cells a data validation in place of those they have.
 * @param rule - null takes their validation away
 */
export function setValidation(
  wb: Workbook,
  sheet: Sheet,
  ranges: readonly Area[],
  rule: Omit<DataValidation, 'ranges'> | null,
): void {
  for (const range of ranges) assertEditable(wb, sheet, range, 'structure');
  for (const range of ranges) clearValidations(wb, sheet, range);
  if (rule) sheet.dataValidations.push({ ...rule, ranges });
  wb.events.emit('appearance', { sheet });
}
