import { SSF } from '@e965/xlsx';
import { CellError, type CellValue } from '../model/value';

/** A value as a cell shows it. */
export interface FormattedValue {
  readonly text: string;
  /** Colour the number format asks for, `#RRGGBB`. */
  readonly color?: string;
}

/**
 * @param numberFormat - in en-US notation, as `Range.numberFormat` has it
 * @returns what `Range.text` shows, in a cell wide enough
 */
export function formatValue(
  value: CellValue,
  numberFormat: string,
  date1904 = false,
): FormattedValue {
  if (value === null) return { text: '' };
  if (value instanceof CellError) return { text: value.code };
  if (typeof value === 'boolean') return { text: value ? 'TRUE' : 'FALSE' };
  return { text: SSF.format(numberFormat, value, { date1904 }) as string };
}
