import Decimal from 'decimal.js';

/** Money inside the domain: whole minor units (fen, cents), exact up to 2^53. */
export type Fen = number;

/** Yuan from which the 15 digits Excel shows do not reach the fen, and doubles hardly do. */
const SHOWN = 1e13;

/**
 * Rounds a spreadsheet number to the fen, half-up. A cell's double may sit a hair below the decimal
 * the accountant sees (1.005 is 1.00499…), so a near-tie is settled on the 15 digits Excel shows.
 *
 * @returns null beyond what fen can hold exactly
 */
export function fenOf(yuan: number): Fen | null {
  const scaled = yuan * 100;
  const fen = Math.round(scaled);
  if (Math.abs(scaled - fen) < 0.49 && Math.abs(yuan) < SHOWN) return inRange(fen);
  if (!Number.isFinite(yuan)) return null;
  return roundToFen(new Decimal(yuan.toPrecision(15)));
}

/** @returns an exact decimal amount in fen, half-up; null beyond what fen can hold exactly. */
export const roundToFen = (yuan: Decimal): Fen | null =>
  inRange(yuan.times(100).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber());

/** Fen below which a few roundings of doubles stay far under a hundredth. */
const SURE = 1e12;

/**
 * Rounds fen times rates, half-up. Doubles are right where no tie is near; decimals cost a hundred
 * times as much.
 *
 * @param rough - the product in doubles
 * @param exact - the same in decimals
 */
export const roundProduct = (rough: number, exact: () => Decimal): Fen =>
  Math.abs(rough) < SURE && Math.abs(rough - Math.round(rough)) < 0.49
    ? Math.round(rough)
    : exact().toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber();

const inRange = (fen: number): Fen | null => (Number.isSafeInteger(fen) ? fen + 0 : null);

/** @returns the amount in major units with two decimals, `-1234.50`. */
export function formatFen(fen: Fen): string {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
