import type { Analysis } from './analyse';
import { NO_DATE } from './date';
import type { HolidayTable } from './holidays';
import {
  DEFAULT_SME_RULES,
  smePaymentOf,
  type SmeBuyer,
  type SmePayment,
  type SmeRules,
} from './smeTerms';

/** Words of a customer type by which a buyer is bound, the first that occurs; users may change them. */
export const DEFAULT_BUYER_WORDS: readonly (readonly [word: string, buyer: SmeBuyer])[] = [
  ['机关', 'public'],
  ['事业单位', 'public'],
  ['政府', 'public'],
  ['公立', 'public'],
  ['public', 'public'],
  ['大型', 'large'],
  ['央企', 'large'],
  ['国企', 'large'],
  ['large', 'large'],
];

/** An open item of a buyer that is bound. */
export interface SmeItem extends SmePayment {
  /** Index among the items. */
  readonly item: number;
  readonly buyer: SmeBuyer;
}

export interface SmePayments {
  /** Those late, or with more days than may be agreed; the latest first, then in the ledger's order. */
  readonly flagged: readonly SmeItem[];
  /** Open items of buyers that are bound. */
  readonly bound: number;
  /** Open items of which nobody says who buys, or which have no document date. */
  readonly unknown: number;
}

/**
 * Who pays a small or medium enterprise too late (Order 802), as far as the ledger tells: the buyer
 * by its customer type, the document's date in place of the delivery's, the days to the due date as
 * the contract's.
 */
export function smePayments(
  { items, open, asOf }: Analysis,
  table: HolidayTable,
  rules: SmeRules = DEFAULT_SME_RULES,
  words: readonly (readonly [word: string, buyer: SmeBuyer])[] = DEFAULT_BUYER_WORDS,
): SmePayments {
  const { customerType } = items.dimensions;
  const buyers = (customerType?.words ?? []).map(
    (type) => words.find(([word]) => type.toLowerCase().includes(word))?.[1] ?? null,
  );
  const flagged: SmeItem[] = [];
  let [bound, unknown] = [0, 0];
  for (let item = 0; item < items.count; item++) {
    if (open[item]! <= 0) continue;
    const delivered = items.documentDate[item]!;
    const buyer = buyers[customerType?.index[item] ?? 0] ?? null;
    if (buyer === null || delivered === NO_DATE) {
      unknown++;
      continue;
    }
    bound++;
    const contractDays = items.dueDate[item]! - delivered;
    const claim = { buyer, delivered, contractDays, yearlyRate: null, open: open[item]! };
    const payment = smePaymentOf(claim, asOf, table, rules);
    if (payment.applies && (payment.daysLate > 0 || payment.isTooLong)) {
      flagged.push({ item, buyer, ...payment });
    }
  }
  return { flagged: flagged.sort((a, b) => b.daysLate - a.daysLate), bound, unknown };
}
