import type { CellValue } from '../model/value';
import { formatValue, type FormattedValue } from './formatValue';

/**
 * What a cell of limited width shows: a General number loses decimals, any other number or date that
 * does not fit becomes `####`; text is left to run over or be cut.
 * @param width - in characters of the default font, as column widths are kept
 */
export function fitToWidth(
  value: CellValue,
  numberFormat: string,
  width: number,
  date1904 = false,
): FormattedValue {
  const formatted = formatValue(value, numberFormat, date1904);
  if (typeof value !== 'number' || textWidth(formatted.text) <= width) return formatted;
  const text = numberFormat === 'General' ? shortGeneral(value, width) : null;
  return { ...formatted, text: text ?? '#'.repeat(Math.max(1, Math.floor(width))) };
}

/** @returns its width in digits of the default font: wide characters count two, points half */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    const wide =
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;
    width += wide.test(character) ? 2 : character === '.' || character === ',' ? 0.5 : 1;
  }
  return width;
}

function shortGeneral(value: number, width: number): string | null {
  const whole = textWidth(String(Math.trunc(value)));
  for (let decimals = Math.floor(width - whole - 0.5); decimals >= 0; decimals--) {
    const text = String(Number(value.toFixed(Math.min(decimals, 20))));
    if (textWidth(text) <= width && !text.includes('e')) return text;
  }
  for (let digits = Math.floor(width) - 5; digits >= 0; digits--) {
    const text = value.toExponential(Math.min(digits, 10)).toUpperCase();
    const padded = text.replace(/(?<=E[+-])(?=\d$)/, '0');
    if (textWidth(padded) <= width) return padded;
  }
  return null;
}
