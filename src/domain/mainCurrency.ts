import { currencyKey } from './currency';

const BASE = new Set(['CNY', '']);

/**
 * The currency that a figure is in where nobody names one: the base currency where the ledger has
 * items in it, else the first it names.
 *
 * @param currencies - the ledger's own words
 * @returns index into them
 */
export const mainCurrency = (currencies: readonly string[]): number =>
  Math.max(
    0,
    currencies.findIndex((word) => BASE.has(currencyKey(word))),
  );
