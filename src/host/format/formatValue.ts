import { SSF } from '@e965/xlsx';
import { CellError, type CellValue } from '../model/value';
import { prepareFormat, sectionColor, type PreparedFormat } from './numberFormat';

/** A value as a cell shows it. */
interface FormattedValue {
  readonly text: string;
  /** Colour the number format asks for, `#RRGGBB`. */
  readonly color?: string;
}

/**
 * @param numberFormat - in en-US notation, as `Range.numberFormat` has it
 * @returns what `Range.text` shows in a cell wide enough
 */
export function formatValue(
  value: CellValue,
  numberFormat: string,
  date1904 = false,
): FormattedValue {
  if (value === null) return { text: '' };
  if (value instanceof CellError) return { text: value.code };
  if (typeof value === 'boolean') return { text: value ? 'TRUE' : 'FALSE' };
  if (numberFormat === 'General' || numberFormat === '@') {
    if (typeof value === 'string') return { text: value };
    const plain = Number.isInteger(value) && Math.abs(value) < 1e11;
    return { text: plain ? String(value) : general(value) };
  }
  const format = prepareFormat(numberFormat);
  const color =
    typeof value === 'number' ? sectionColor(format, value) : (format.sections[3]?.color ?? null);
  const text =
    typeof value === 'number' ? number(value, format, date1904) : ssf(format.code, value);
  return color === null ? { text } : { text, color };
}

function number(value: number, format: PreparedFormat, date1904: boolean): string {
  if (format.decorated) return ssf(format.code.replace(/General/i, '@'), general(value));
  if (!format.isDate) return ssf(format.code, value);
  const last = date1904 ? 2_957_004 : 2_958_466;
  if (value < 0 || value >= last) return '########';
  const code = format.weekday ? withWeekday(format.code, value, date1904) : format.code;
  return ssf(code, value, date1904);
}

const general = (value: number): string => ssf('General', value);

/** A format SSF cannot read shows the value as General does. */
function ssf(code: string, value: number | string, date1904 = false): string {
  const { format } = SSF as { format: (code: string, value: unknown, options: object) => string };
  try {
    return format(code, value, { date1904 });
  } catch {
    return format('General', value, { date1904 });
  }
}

const WEEKDAYS = '六日一二三四五';

function withWeekday(code: string, value: number, date1904: boolean): string {
  const day = WEEKDAYS.charAt((Math.floor(value) + (date1904 ? 1462 : 0)) % 7);
  return code.replace(/a{3,4}/gi, (token) => `"${token.length === 4 ? '星期' : ''}${day}"`);
}
