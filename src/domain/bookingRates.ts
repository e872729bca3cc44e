import { toBase } from './base';
import { cellText, halfWidth } from './cell';
import { currencyKey } from './currency';
import type { Fen } from './money';
import type { SheetIssueCode } from './sheetIssue';

/** A rate as a row has it, and what is wrong with it. */
export interface BookingRate {
  /** Base currency per 1; 1 where the row says nothing. */
  readonly rate: number;
  readonly issue: Extract<SheetIssueCode, 'rateUnreadable' | 'noRate' | 'baseMismatch'> | null;
}

const BASE = 'CNY';

/**
 * The rate an item was booked at: the rate's own cell, else base amount ÷ amount.
 *
 * @param cell - of the rate; undefined for a blank one
 * @param base - amount in base currency; null where there is none
 */
export function bookingRate(
  cell: unknown,
  base: Fen | null,
  amount: Fen,
  currency: string,
): BookingRate {
  const rate = cell === undefined ? null : parseRate(cell);
  const byBase = base === null || amount === 0 || base / amount <= 0 ? null : base / amount;
  if (rate !== null) {
    const isSame = base === null || base === toBase(amount, rate);
    return { rate, issue: isSame ? null : 'baseMismatch' };
  }
  if (cell !== undefined) return { rate: byBase ?? 1, issue: 'rateUnreadable' };
  if (byBase !== null) return { rate: byBase, issue: null };
  const isForeign = currency !== '' && currencyKey(currency) !== BASE && amount !== 0;
  return { rate: 1, issue: isForeign ? 'noRate' : null };
}

/** @returns null when the cell is no number above 0. */
function parseRate(cell: unknown): number | null {
  const rate = typeof cell === 'number' ? cell : Number(halfWidth(cellText(cell)));
  return rate > 0 && Number.isFinite(rate) ? rate : null;
}
