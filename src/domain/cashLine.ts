import { currencyKey } from './currency';
import type { Serial } from './date';
import type { Band, Forecast } from './forecast';
import type { Fen } from './money';

/** Cash of one currency beside the receivables. */
export interface CashPlan {
  readonly currency: string;
  /** Fen at the end of asOf; below 0 for an overdraft. */
  readonly opening: Fen;
  /** Fen, above 0; those up to asOf are still to be paid, in the first week. */
  readonly payments: readonly { readonly date: Serial; readonly amount: Fen }[];
  /** Fen the cash is not to fall below. */
  readonly minimum: Fen;
}

export interface CashWeek {
  readonly to: Serial;
  /** Fen planned to be paid in the week. */
  readonly payments: Fen;
  /** Cash at the week's end. */
  readonly closing: Band;
}

export interface CashLine {
  readonly plan: CashPlan;
  readonly weeks: readonly CashWeek[];
  /** The first week, 1 …, that ends below the minimum; null where none does. */
  readonly firstBelow: { readonly [scenario in keyof Band]: number | null };
}

/**
 * Cash week by week: opening + receipts so far − payments so far. A currency that the forecast does
 * not have brings no receipts.
 */
export function cashLine({ asOf, weeks: count, currencies }: Forecast, plan: CashPlan): CashLine {
  const key = currencyKey(plan.currency);
  const receipts = currencies.find(({ currency }) => currencyKey(currency) === key);
  const payments = new Array<Fen>(count).fill(0);
  for (const { date, amount } of plan.payments) {
    const week = Math.max(Math.ceil((date - asOf) / 7), 1);
    if (week <= count) payments[week - 1]! += amount;
  }
  let paid = 0;
  const weeks = payments.map((payment, w) => {
    paid += payment;
    const came = receipts?.weeks[w]!.cumulative;
    const closing = (scenario: keyof Band) => plan.opening + (came?.[scenario] ?? 0) - paid;
    return {
      to: asOf + 7 * (w + 1),
      payments: payment,
      closing: { low: closing('low'), expected: closing('expected'), high: closing('high') },
    };
  });
  const firstBelow = (scenario: keyof Band) => {
    const week = weeks.findIndex(({ closing }) => closing[scenario] < plan.minimum);
    return week < 0 ? null : week + 1;
  };
  return {
    plan,
    weeks,
    firstBelow: {
      low: firstBelow('low'),
      expected: firstBelow('expected'),
      high: firstBelow('high'),
    },
  };
}
