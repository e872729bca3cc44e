import Decimal from 'decimal.js';
import { isBlank } from './cell';
import { fenOf, roundToFen, type Fen } from './money';

/** Fen of an 8-digit yuan text fit a double with room; longer ones go through decimals. */
const MAX_PLAIN_DIGITS = 13;

/** Words around an amount that change nothing; the longer ones first. */
const CURRENCY =
  /^(?:人民币|美元|美金|港币|港元|欧元|日元|英镑|rmb|cny|cnh|usd|hkd|eur|gbp|cad|jpy|us\$|hk\$|ca\$|[¥$€£])\s*/i;
const AFTER =
  /\s*(?:元整|元正|元|圆|块|人民币|美元|美金|港币|港元|欧元|日元|英镑|rmb|cny|cnh|usd|hkd|eur|gbp|cad|jpy|[¥$€£])$/i;
const PLAIN = /^(?:\d{1,3}(?:[,\s]\d{3})+|\d+)?(?:\.\d*)?$/;

/** Chinese units an amount may carry. */
const UNITS: Readonly<Record<string, number>> = { 千: 1e3, 万: 1e4, 百万: 1e6, 千万: 1e7, 亿: 1e8 };

/**
 * Reads an amount out of a cell.
 *
 * @param cell - a number, or text such as `1,234.50`, `¥1,200`, `1200元`, `12.5万`, `(1,200.00)`,
 *   `1200-`, digits of full width too; a dash alone is zero, as accountants write it
 * @param unit - yuan per 1 of the column (10000 under 金额（万元）); a unit in the cell itself wins
 * @returns the amount, rounded half-up to the fen; 0 for a blank cell; null when it is no amount
 */
export function parseAmount(cell: unknown, unit = 1): Fen | null {
  if (typeof cell === 'number') return fenOf(unit === 1 ? cell : scale(cell, unit));
  if (typeof cell !== 'string') return isBlank(cell) ? 0 : null;
  const fen = unit === 1 ? scanPlain(cell) : OTHER_SHAPE;
  return fen === OTHER_SHAPE ? parseText(cell, unit) : fen;
}

const scale = (yuan: number, unit: number): number => Number((yuan * unit).toPrecision(15));

const OTHER_SHAPE = -0.5;

/**
 * Reads 1234, -1,234.5, ￥1,234.50 and 1234.50元 without a regular expression; OTHER_SHAPE for other
 * texts.
 */
function scanPlain(text: string): Fen {
  const end = text.charCodeAt(text.length - 1) === 0x5143 ? text.length - 1 : text.length; // 元
  const first = text.charCodeAt(0);
  const negative = first === 45;
  const isYen = first === 0xa5 || first === 0xffe5; // ¥, ￥
  let fen = 0;
  let count = 0;
  let sinceComma = -1; // −1: no comma yet
  let decimals = -1; // −1: no point yet
  for (let i = negative || isYen ? 1 : 0; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) {
      fen = fen * 10 + code - 48;
      count++;
      if (decimals >= 0) decimals++;
      else if (sinceComma >= 0) sinceComma++;
    } else if (code === 44) {
      if (decimals >= 0 || (sinceComma === -1 ? count === 0 || count > 3 : sinceComma !== 3)) {
        return OTHER_SHAPE;
      }
      sinceComma = 0;
    } else if (code === 46) {
      if (decimals >= 0) return OTHER_SHAPE;
      decimals = 0;
    } else return OTHER_SHAPE;
  }
  if (count === 0 || count > MAX_PLAIN_DIGITS || decimals > 2) return OTHER_SHAPE;
  if (sinceComma >= 0 && sinceComma !== 3) return OTHER_SHAPE;
  const scaled = decimals === 2 ? fen : decimals === 1 ? fen * 10 : fen * 100;
  return negative && scaled !== 0 ? -scaled : scaled;
}

function parseText(cell: string, unit: number): Fen | null {
  let text = plainSigns(cell);
  if (text === '') return 0;
  let negative = false;
  const bracketed = /^\((.*)\)$/.exec(text);
  if (bracketed) [negative, text] = [true, bracketed[1]!.trim()];
  text = text.replace(AFTER, '');
  let sign = /^[-+]/.exec(text)?.[0];
  if (sign) text = text.slice(1).trim();
  text = text.replace(CURRENCY, '');
  if (!sign && (sign = /^[-+]/.exec(text)?.[0])) text = text.slice(1).trim();
  if (!sign && text.endsWith('-'))
    [sign, text] = ['-', text.slice(0, -1).trim().replace(AFTER, '')];
  const own = /(千万|百万|千|万|亿)$/.exec(text)?.[1];
  if (own) text = text.slice(0, -own.length).trim();
  if (text === '') return sign === '-' && !own ? 0 : null;
  if (/^-+$/.test(text)) return 0;
  if (!PLAIN.test(text) || !/\d/.test(text) || (negative && sign)) return null;
  const yuan = new Decimal(text.replace(/[,\s]/g, '')).times(own ? UNITS[own]! : unit);
  return roundToFen(negative || sign === '-' ? yuan.neg() : yuan);
}

/** Half-width, with the many dashes and yen signs made one. */
const plainSigns = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/￥/g, '¥')
    .replace(/[\u3000\u00a0\u202f\u2009]/g, ' ')
    .trim();
