import type { Serial } from './date';
import { stableOrder } from './stableOrder';

/**
 * What is left of the lines of one account (明细账) when its credits pay its oldest debits first: all
 * of it is derived (推算). Lines of one day stand as they are.
 *
 * @param date - per line; NO_DATE for an opening balance, which is the oldest
 * @param debit - fen per line; below 0 counts as a credit
 * @param credit - fen per line; below 0 counts as a debit
 * @returns fen per line, adding up to the balance at the end of the day: above 0 of debits, below 0 of
 *   credits; 0 of later lines
 */
export function fifoOpen(
  date: Int32Array,
  debit: Float64Array,
  credit: Float64Array,
  asOf: Serial,
): Float64Array {
  const count = date.length;
  const owed = new Float64Array(count);
  const paid = new Float64Array(count);
  let [allOwed, allPaid] = [0, 0];
  for (let i = 0; i < count; i++) {
    if (date[i]! > asOf) continue;
    owed[i] = Math.max(0, debit[i]!) + Math.max(0, -credit[i]!);
    paid[i] = Math.max(0, credit[i]!) + Math.max(0, -debit[i]!);
    allOwed += owed[i]!;
    allPaid += paid[i]!;
  }
  const open = new Float64Array(count);
  let toPay = allPaid;
  let toUse = allOwed;
  for (const i of stableOrder(date)) {
    const settled = Math.min(owed[i]!, toPay);
    const used = Math.min(paid[i]!, toUse);
    toPay -= settled;
    toUse -= used;
    open[i] = owed[i]! - settled - (paid[i]! - used);
  }
  return open;
}
