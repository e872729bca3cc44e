import Decimal from 'decimal.js';
import { halfWidth, isBlank } from './date';

/** Money inside the domain: whole minor units (fen, cents), exact up to 2^53. */
export type Fen = number;

const AMOUNT = /^[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?$|^[-+]?\.\d+$/;
const CURRENCY_SIGNS = /^(?:¥|￥|\$|US\$|CA\$|€|£|CNY|RMB|USD)\s*|\s*元$/g;

/**
 * @param cell - a number, or text such as `1,234.50`, `¥1,200`, `1200元`, `(1,200.00)`, `1200-`,
 *   digits of full width too
 * @returns the amount, rounded half-up to the fen; 0 for a blank cell; null when it is no amount
 */
export function parseAmount(cell: unknown): Fen | null {
  if (isBlank(cell)) return 0;
  if (typeof cell === 'number') return fenOf(cell);
  if (typeof cell !== 'string') return null;
  let text = halfWidth(cell).trim().replace(CURRENCY_SIGNS, '');
  const negative = /^\(.*\)$/.test(text) || /^[^-]+-$/.test(text);
  if (negative) text = text.replace(/[()]|-$/g, '').trim();
  text = text.replace(CURRENCY_SIGNS, '');
  if (!AMOUNT.test(text)) return null;
  const amount = new Decimal(text.replaceAll(',', '')).times(100);
  return inRange(amount.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber() * (negative ? -1 : 1));
}

/**
 * Rounds a spreadsheet number to the fen. A cell's double may sit a hair below the decimal the
 * accountant sees (1.005 is 1.00499…), so a near-tie is settled on the 15 digits Excel shows.
 */
function fenOf(yuan: number): Fen | null {
  const scaled = yuan * 100;
  const fen = Math.round(scaled);
  if (Math.abs(scaled - fen) < 0.49) return inRange(fen === 0 ? 0 : fen);
  if (!Number.isFinite(yuan)) return null;
  const shown = new Decimal(yuan.toPrecision(15)).times(100);
  return inRange(shown.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber());
}

const inRange = (fen: number): Fen | null => (Number.isSafeInteger(fen) ? fen : null);

/** @returns the amount in major units with two decimals, `-1234.50`. */
export function formatFen(fen: Fen): string {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
