import { calendarOf } from './date';
import { perDay } from './perDay';
import type { Receivables } from './receivables';
import { DIMENSION_ROLES, type DimensionRole } from './roles';

/** What makes two items of a customer alike, beside the customer. */
export type AlikeBy = 'weekday' | 'size' | 'monthPart' | 'currency' | DimensionRole;

/** Which items are alike: those with the same key. */
export interface AlikeKeys {
  readonly by: AlikeBy;
  /** Index into `labels`, one per item. */
  readonly key: Int32Array;
  readonly labels: readonly string[];
}

/** Saturday first, as serials count. */
const WEEKDAYS = ['6', '0', '1', '2', '3', '4', '5'];
const MONTH_PARTS = ['1–10', '11–20', '21–31'];
/** Powers of 4 of the amount in yuan; beyond the last all are of one size. */
const SIZES = Array.from({ length: 20 }, (_, k) => String(4 ** k));

/** @returns the ways in which a ledger's items can be told apart */
export function alikeWays({ dimensions, currencies }: Receivables): AlikeBy[] {
  const kept = DIMENSION_ROLES.filter((role) => (dimensions[role]?.words.length ?? 0) > 1);
  const currency = currencies.length > 1 ? (['currency'] as const) : [];
  return ['weekday', 'size', 'monthPart', ...currency, ...kept];
}

/**
 * Keys of items: the due date's weekday (0 Sunday … 6 Saturday) or part of the month; the power of 4
 * next below the amount in base currency; the currency; the word of a dimension.
 */
export function alikeKeys(items: Receivables, by: AlikeBy): AlikeKeys {
  const { count, dueDate, amount, rate, currency, currencies, dimensions } = items;
  const keyed = (labels: readonly string[], keyOf: (i: number) => number): AlikeKeys => {
    const key = new Int32Array(count);
    for (let i = 0; i < count; i++) key[i] = keyOf(i);
    return { by, key, labels };
  };
  switch (by) {
    case 'weekday':
      return keyed(WEEKDAYS, (i) => dueDate[i]! % 7);
    case 'monthPart': {
      const partOf = perDay((day) => Math.min(2, Math.floor((calendarOf(day)[2] - 1) / 10)));
      return keyed(MONTH_PARTS, (i) => partOf(dueDate[i]!));
    }
    case 'size':
      return keyed(SIZES, (i) => {
        const yuan = (amount[i]! * rate[i]!) / 100;
        return yuan < 1 ? 0 : Math.min(SIZES.length - 1, Math.floor(Math.log2(yuan) / 2));
      });
    case 'currency':
      return { by, key: currency, labels: currencies };
    default: {
      const dimension = dimensions[by];
      return dimension
        ? { by, key: dimension.index, labels: dimension.words }
        : { by, key: new Int32Array(count), labels: [''] };
    }
  }
}
