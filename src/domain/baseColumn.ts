import { halfWidth } from './cell';
import type { Layout } from './findLayout';
import { headerWords, LEDGER_WORDS, matchHeader } from './headerMatch';
import { simplified } from './simplified';

/** 本币金额, 折人民币, 应收金额（本位币）, Amount in local currency. */
const BASE = /本位?币|人民币|base|local|functional|\bcny\b|\brmb\b/;
/** What else may be kept in base currency. */
const NOT_AMOUNT =
  /余额|[已未][收回核付]|收款|回款|核销|汇率|税|balance|open|outstanding|received|paid|rate|tax/;

const isBase = (header: string): boolean => {
  const said = simplified(halfWidth(header)).toLowerCase();
  return BASE.test(said) && !NOT_AMOUNT.test(said);
};

/**
 * Tells the base amounts from those in the documents' currencies, where a ledger has several.
 *
 * @returns the layout with the role `baseAmount` where there is such a column beside the amount's
 */
export function baseColumn(layout: Layout): Layout {
  const { headers, mapping, confidence } = layout;
  const { amount, currency, rate } = mapping;
  if (amount === undefined || (currency ?? rate) === undefined) return layout;
  const taken = new Set(Object.values(mapping));
  if (!isBase(headers[amount]!)) {
    const base = headers.findIndex((header, c) => !taken.has(c) && isBase(header));
    return base < 0 ? layout : { ...layout, mapping: { ...mapping, baseAmount: base } };
  }
  // A general word such as 金额 beside 本币金额 is the amount in the document's currency.
  const own = headers.findIndex((header, c) => {
    const score = matchHeader(headerWords(header), LEDGER_WORDS).amount ?? 0;
    return !taken.has(c) && score > 0 && !isBase(header);
  });
  if (own < 0) return layout;
  const { amount: sure, ...sureness } = confidence;
  return {
    ...layout,
    mapping: { ...mapping, amount: own, baseAmount: amount },
    confidence: { ...sureness, amount: sure! },
  };
}
