import { NO_DATE } from './date';
import { OUTCOMES, outcomesOf } from './outcomes';
import type { Receivables } from './receivables';

/** In place of the day something was paid while any of it is open. */
export const UNPAID = 0x7fffffff;

const [OPEN, OVERDUE, ON_TIME, LATE] = (['open', 'overdue', 'onTime', 'late'] as const).map((o) =>
  OUTCOMES.indexOf(o),
);

/**
 * The day each invoice was paid, by all that the ledger knows: see `outcomesOf`.
 *
 * @returns serials, not before the document's; UNPAID while anything is open; NO_DATE where it was
 *   settled by credit notes alone or on a day the ledger does not tell, and for credits
 */
export function paidDates(items: Receivables): Int32Array {
  const { outcome, daysLate } = outcomesOf(items, Infinity);
  const paid = new Int32Array(items.count);
  for (let i = 0; i < paid.length; i++) {
    const how = outcome[i];
    if (how === OPEN || how === OVERDUE) paid[i] = UNPAID;
    else paid[i] = how === ON_TIME || how === LATE ? items.dueDate[i]! + daysLate[i]! : NO_DATE;
  }
  return paid;
}
