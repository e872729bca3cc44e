import { formatValue } from '../../format/formatValue';
import { isTrue, meets } from '../../rules/conditions';
import { area, cellAddress, containsCell } from '../address';
import type { DataValidation } from '../dataValidation';
import { EditError } from '../editError';
import type { Sheet } from '../sheet';
import type { CellValue } from '../value';
import type { Workbook } from '../workbook';

/**
 * Holds what a person typed against the cell's data validation; the API may write what it likes.
 * @throws EditError InvalidArgument with the alert's message when the value is not let in
 */
export function assertValidEntry(
  wb: Workbook,
  sheet: Sheet,
  row: number,
  column: number,
  value: CellValue,
): void {
  const rule = sheet.dataValidations.find((v) =>
    v.ranges.some((range) => containsCell(range, row, column)),
  );
  if (!rule || !rule.alert.show || rule.alert.style !== 'stop' || value === null) return;
  if (isValid(wb, sheet, row, column, value, rule)) return;
  throw new EditError(
    'InvalidArgument',
    rule.alert.message ||
      "This value doesn't match the data validation restrictions defined for this cell.",
  );
}

function isValid(
  wb: Workbook,
  sheet: Sheet,
  row: number,
  column: number,
  value: CellValue,
  rule: DataValidation,
): boolean {
  const anchor = rule.ranges[0]!;
  const ask = (formula: string): CellValue =>
    wb.calculator.probe(`=${formula}`, sheet, anchor.top, anchor.left)(row, column);
  const compared = (subject: CellValue): boolean => {
    const operand1 = rule.formula1 === null ? null : ask(rule.formula1);
    return meets(
      subject,
      rule.operator,
      operand1,
      rule.formula2 === null ? null : ask(rule.formula2),
    );
  };
  const withValue = <T>(question: () => T): T => entered(wb, sheet, row, column, value, question);
  switch (rule.type) {
    case 'whole':
      return Number.isInteger(value) && compared(value);
    case 'decimal':
    case 'date':
    case 'time':
      return typeof value === 'number' && compared(value);
    case 'textLength':
      return compared(formatValue(value, 'General').text.length);
    case 'list': {
      const source = rule.formula1 ?? '""';
      if (source.startsWith('"')) {
        const items = source
          .slice(1, -1)
          .split(',')
          .map((item) => item.trim());
        return items.includes(formatValue(value, 'General').text);
      }
      const cell = cellAddress(anchor.top, anchor.left);
      return withValue(() => isTrue(ask(`SUMPRODUCT(--((${source})=${cell}))>0`)));
    }
    case 'custom':
      return withValue(() => isTrue(ask(rule.formula1 ?? 'TRUE')));
    default:
      return true;
  }
}

/** Asks a question while the cell holds the value, for formulas that look at the cell itself. */
function entered<T>(
  wb: Workbook,
  sheet: Sheet,
  row: number,
  column: number,
  value: CellValue,
  question: () => T,
): T {
  const { cells } = sheet;
  const [before, formula] = [cells.value(row, column), cells.formula(row, column)];
  cells.setFormula(row, column, undefined);
  cells.setValue(row, column, value);
  wb.calculator.cellsChanged(sheet, area(row, column));
  try {
    return question();
  } finally {
    cells.setFormula(row, column, formula);
    cells.setValue(row, column, before);
    wb.calculator.cellsChanged(sheet, area(row, column));
  }
}
