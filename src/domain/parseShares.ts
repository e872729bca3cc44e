import { cellText, halfWidth, isBlank } from './cell';

/**
 * Reads the shares of one contract. A 1 is all of it, or 1 % where that is what the others leave, or
 * where they are per cents and 100 % do not add up either.
 *
 * @param cells - 0.3, 30 or `30%` each
 * @param taken - 0…1, of stages that have no such cell
 * @returns 0…1 each; null for a blank cell and for what is no share
 */
export function parseShares(cells: readonly unknown[], taken = 0): (number | null)[] {
  const texts = cells.map((cell) => halfWidth(cellText(cell)));
  const numbers = texts.map((text) => Number(text.replace(/\s*%$/, '')));
  const isOne = (i: number) => numbers[i] === 1 && !texts[i]!.endsWith('%');
  const shares = numbers.map((n, i) => {
    const share = texts[i]!.endsWith('%') || n > 1 ? n / 100 : n;
    return !isBlank(cells[i]) && share >= 0 && share <= 1 ? share : null;
  });
  const ones = shares.filter((_, i) => isOne(i)).length;
  const others = shares.reduce<number>((sum, n, i) => sum + (isOne(i) ? 0 : (n ?? 0)), taken);
  const isWhole = (ofOne: number) => Math.abs(others + ones * ofOne - 1) < SHARE_ERROR;
  const hasPerCents = numbers.some((n, i) => n > 1 && shares[i] !== null);
  const one = isWhole(0.01) || (hasPerCents && !isWhole(1)) ? 0.01 : 1;
  return shares.map((share, i) => (isOne(i) ? one : share));
}

/** Far below the smallest share anybody agrees on. */
const SHARE_ERROR = 1e-6;
