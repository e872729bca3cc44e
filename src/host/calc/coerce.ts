import { CellError, type CellValue } from '../model/value';
import { parseDateTime } from './dates';
import { VALUE } from './values';

const NUMBER = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)?(?:\.\d*)?(?:E[+-]?\d+)?$/i;

/** @returns the number a text stands for in arithmetic ("1,234.5", "12%", "2025-1-5"), or null. */
export function parseNumber(text: string, date1904 = false): number | null {
  let t = text.trim();
  if (t === '') return null;
  const plain = Number(t);
  if (!Number.isNaN(plain) && !/[xob∞I]/i.test(t)) return plain;
  let sign = 1;
  if (t.startsWith('(') && t.endsWith(')')) {
    sign = -1;
    t = t.slice(1, -1).trim();
  }
  let scale = 1;
  if (t.endsWith('%')) {
    scale = 100;
    t = t.slice(0, -1).trim();
  }
  t = t.replace(/^([+-]?)\s*[$¥¥]\s*/, '$1');
  if (/\d/.test(t) && NUMBER.test(t)) return (sign * Number(t.replaceAll(',', ''))) / scale;
  return scale === 1 && sign === 1 ? parseDateTime(text, date1904) : null;
}

let dates1904 = false;

/** Text dates in arithmetic follow the workbook being calculated. */
export function useDateSystem(date1904: boolean): void {
  dates1904 = date1904;
}

/** @returns the value as a number: blank is 0, TRUE is 1, numeric text its number. */
export function toNumber(v: CellValue): number | CellError {
  if (typeof v === 'number') return v;
  if (v === null) return 0;
  if (typeof v === 'boolean') return v ? 1 : 0;
  if (v instanceof CellError) return v;
  return parseNumber(v, dates1904) ?? VALUE;
}

export function toText(v: CellValue): string | CellError {
  if (typeof v === 'string') return v;
  if (v === null) return '';
  if (typeof v === 'number') return numberText(v);
  if (typeof v === 'boolean') return v ? 'TRUE' : 'FALSE';
  return v;
}

export function toBoolean(v: CellValue): boolean | CellError {
  if (typeof v === 'boolean') return v;
  if (v === null) return false;
  if (typeof v === 'number') return v !== 0;
  if (v instanceof CellError) return v;
  const t = v.toUpperCase();
  return t === 'TRUE' ? true : t === 'FALSE' ? false : VALUE;
}

/** @returns a number as `&` writes it: at most 15 significant digits, `1E+20`, `1.2E-05`. */
export function numberText(n: number): string {
  if (Number.isInteger(n) && Math.abs(n) < 1e15) return String(n === 0 ? 0 : n);
  const [mantissa = '', exponent = '0'] = n.toExponential(14).split('e');
  const e = Number(exponent);
  if (e < -4 || e >= 15) {
    const digits = mantissa.replace(/\.?0+$/, '');
    return `${digits}E${e < 0 ? '-' : '+'}${String(Math.abs(e)).padStart(2, '0')}`;
  }
  const fixed = n.toFixed(Math.max(0, 14 - e));
  return fixed.includes('.') ? fixed.replace(/\.?0+$/, '') : fixed;
}
