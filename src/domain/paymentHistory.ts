import { accountsOf } from './accounts';
import type { Serial } from './date';
import type { Fen } from './money';
import { OUTCOMES, outcomesOf } from './outcomes';
import type { Receivables } from './receivables';

/** How a customer has paid in one currency. Amounts of paid invoices are as billed. */
export interface PaymentHistory {
  readonly customer: string;
  readonly currency: string;
  readonly paidCount: number;
  readonly paidAmount: Fen;
  /** Paid after due; those paid nobody knows when are not counted as late. */
  readonly paidLateCount: number;
  readonly paidLateAmount: Fen;
  /** Of the paid ones, those paid nobody knows when. */
  readonly undatedCount: number;
  readonly openCount: number;
  readonly openAmount: Fen;
  readonly overdueCount: number;
  readonly overdueAmount: Fen;
  /** Mean days late of the invoices paid late; null where none was. */
  readonly meanDaysLate: number | null;
  /** Mean of day paid − due date over all with a known day, early ones below 0; null without any. */
  readonly meanDelay: number | null;
}

const [OPEN, OVERDUE, LATE, UNDATED] = (['open', 'overdue', 'late', 'undated'] as const).map((o) =>
  OUTCOMES.indexOf(o),
);

/**
 * How customers have paid up to a day, those with no invoice by then left out.
 *
 * @returns one per customer and currency, in the ledger's order
 * Source: the inputs of Dynamics 365 Business Central's late payment prediction.
 */
export function paymentHistories(items: Receivables, asOf: Serial): PaymentHistory[] {
  const { outcome, daysLate, open } = outcomesOf(items, asOf);
  const accounts = accountsOf(items);
  const sums = new Map<number, Sums>();
  for (let i = 0; i < items.count; i++) {
    if (outcome[i] === 0) continue;
    let s = sums.get(accounts[i]!);
    if (!s) sums.set(accounts[i]!, (s = { ...NOTHING }));
    if (outcome[i] === OPEN || outcome[i] === OVERDUE) {
      s.openCount++;
      s.openAmount += open[i]!;
    }
    if (outcome[i] === OPEN) continue;
    if (outcome[i] === OVERDUE) {
      s.overdueCount++;
      s.overdueAmount += open[i]!;
      continue;
    }
    s.paidCount++;
    s.paidAmount += items.amount[i]!;
    if (outcome[i] === UNDATED) s.undatedCount++;
    s.delay += daysLate[i]!;
    if (outcome[i] !== LATE) continue;
    s.paidLateCount++;
    s.paidLateAmount += items.amount[i]!;
    s.daysLate += daysLate[i]!;
  }
  const currencies = items.currencies.length;
  return [...sums]
    .sort(([a], [b]) => a - b)
    .map(([account, sum]) => {
      const { delay, daysLate: late, ...counts } = sum;
      const dated = sum.paidCount - sum.undatedCount;
      return {
        customer: items.customers[Math.floor(account / currencies)]!,
        currency: items.currencies[account % currencies]!,
        ...counts,
        meanDaysLate: sum.paidLateCount > 0 ? late / sum.paidLateCount : null,
        meanDelay: dated > 0 ? delay / dated : null,
      };
    });
}

const NOTHING = {
  paidCount: 0,
  paidAmount: 0,
  paidLateCount: 0,
  paidLateAmount: 0,
  undatedCount: 0,
  openCount: 0,
  openAmount: 0,
  overdueCount: 0,
  overdueAmount: 0,
  daysLate: 0,
  delay: 0,
};
type Sums = typeof NOTHING;
