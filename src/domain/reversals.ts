import { KINDS, type Receivables } from './receivables';

/** A credit and the debit it is to be set against: an entry and its reversal, or the other way round. */
export interface Reversal {
  readonly credit: number;
  readonly item: number;
}

const CREDIT_NOTE = KINDS.indexOf('creditNote');
const INVOICE = KINDS.indexOf('invoice');
const RECEIPT = KINDS.indexOf('receipt');

/**
 * Finds what red entries (红字) reverse: the latest entry before of the same customer, currency and
 * amount on the same side. A receipt above 0 takes a receipt back; in accounts, a debit below 0 takes
 * a debit back.
 *
 * @param items - in the order of the books
 * @param isBooking - by index: whether the item is an account's
 * @returns reversals, and reversed receipts that nothing was found for
 */
export function reversals(
  items: Receivables,
  isBooking: (item: number) => boolean,
): { pairs: Reversal[]; alone: number[] } {
  const { kind, amount, customer, currency } = items;
  const pairs: Reversal[] = [];
  const alone: number[] = [];
  const entries = new Map<string, number[]>();
  for (let i = 0; i < items.count; i++) {
    const isMoney = kind[i] === RECEIPT;
    const isDebit = (kind[i] === INVOICE || kind[i] === CREDIT_NOTE) && isBooking(i);
    if (!isMoney && !isDebit) continue;
    const key = `${customer[i]!} ${currency[i]!} ${isMoney} ${Math.abs(amount[i]!)}`;
    const isRed = isMoney ? amount[i]! > 0 : amount[i]! < 0;
    if (isRed) {
      const reversed = entries.get(key)?.pop();
      if (reversed !== undefined) {
        pairs.push(isMoney ? { credit: reversed, item: i } : { credit: i, item: reversed });
      } else if (isMoney) alone.push(i);
      continue;
    }
    const same = entries.get(key);
    if (same) same.push(i);
    else entries.set(key, [i]);
  }
  return { pairs, alone };
}
