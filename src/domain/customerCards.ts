import { membersOf } from './accounts';
import { NONE, type Analysis } from './analyse';
import type { CustomerRisk, RiskAssessment } from './assessRisk';
import { overdueOf, type CustomerBalance } from './balances';
import { cardClasses, type CardClass } from './cardClasses';
import type { Serial } from './date';
import { groupItems } from './groupItems';
import { isWatched, type Watch } from './lights';
import type { Fen } from './money';
import { OUTCOMES, outcomesOf } from './outcomes';
import { lightOf, type Light, type WarningLevel } from './warnings';

/** What a customer owes in one currency. */
export interface CardBalance extends CustomerBalance {
  readonly overdue: Fen;
  /** Overdue ÷ what is open above 0, 0…1; 0 where nothing is. */
  readonly overdueShare: number;
  /** Of the open invoices, weighted by what is open; null where none can be rated. */
  readonly probability: number | null;
  readonly expectedLoss: Fen;
}

/** An invoice that was paid on a known day. */
export interface CardPayment {
  readonly item: number;
  readonly paidOn: Serial;
  /** Paid − due [days]; below 0 is early. */
  readonly delay: number;
}

/** A customer at a glance; items are indices of the ledger's. */
export interface CustomerCard {
  readonly customer: string;
  /** '' where the ledger gives none. */
  readonly name: string;
  /** The gravest of its open items. */
  readonly light: Light;
  /** 五级分类 of its open items by what they rest on, the worst first. */
  readonly classes: readonly CardClass[];
  /** One per currency with an open item, most overdue money first. */
  readonly balances: readonly CardBalance[];
  /** With something open: debits by due date, credits after them. */
  readonly openItems: readonly number[];
  /** In the order they were paid. */
  readonly payments: readonly CardPayment[];
  /** Paid, nobody knows when. */
  readonly undatedCount: number;
  /** Of all payments [days]; null without one. */
  readonly meanDelay: number | null;
  /** The same of the last three. */
  readonly recentDelay: number | null;
  /** Null before an assessment, and for a customer without an item by the day. */
  readonly risk: CustomerRisk | null;
  /** The rated item with most open, the first of equal ones, whose factors `risk` tells; null where there is none. */
  readonly largest: number | null;
}

const [ON_TIME, LATE, UNDATED] = (['onTime', 'late', 'undated'] as const).map((outcome) =>
  OUTCOMES.indexOf(outcome),
);
const RECENT = 3;

/**
 * Sorts a ledger by customer once, so that each card is a matter of the customer's own items.
 *
 * @param risk - of the same analysis; null before there is one
 * @param watch - what gives items the yellow light; null: nothing
 * @returns the card of a customer; null for one the ledger does not know
 */
export function customerCards(
  analysis: Analysis,
  risk: RiskAssessment | null,
  watch: Watch | null = null,
): (customer: string) => CustomerCard | null {
  const { items, open, daysOverdue, warning } = analysis;
  const { outcome, daysLate } = outcomesOf(items, analysis.asOf);
  const groups = groupItems(items.customer, items.customers.length);
  const numbers = new Map(items.customers.map((customer, c) => [customer, c]));
  const assessed = new Map(risk?.customers.map((one) => [one.customer, one]));
  return (customer) => {
    const c = numbers.get(customer);
    if (c === undefined) return null;
    const own = [...membersOf(groups, c)];
    const openItems = own
      .filter((i) => open[i] !== 0)
      .sort(
        (a, b) =>
          Math.sign(open[b]!) - Math.sign(open[a]!) ||
          items.dueDate[a]! - items.dueDate[b]! ||
          a - b,
      );
    const debits = openItems.filter((i) => open[i]! > 0);
    const lights = new Set(
      debits.map((i) => lightOf(daysOverdue[i]!, warning[i] as WarningLevel, isWatched(watch, i))),
    );
    const payments = own
      .filter((i) => outcome[i] === ON_TIME || outcome[i] === LATE)
      .map((i) => ({ item: i, paidOn: items.dueDate[i]! + daysLate[i]!, delay: daysLate[i]! }))
      .sort((a, b) => a.paidOn - b.paidOn || a.item - b.item);
    const rated = risk ? debits.filter((i) => risk.probability[i] !== NONE) : [];
    return {
      customer,
      name: items.customerNames[c]!,
      light: (['red', 'amber', 'yellow'] as const).find((light) => lights.has(light)) ?? null,
      classes: cardClasses(analysis, debits),
      balances: analysis.customers
        .filter((balance) => balance.customer === customer)
        .map((balance) => {
          const gross = balance.open - balance.unapplied;
          const currency = items.currencies.indexOf(balance.currency);
          return {
            ...balance,
            overdue: overdueOf(balance),
            overdueShare: gross > 0 ? overdueOf(balance) / gross : 0,
            ...ratingOf(
              rated.filter((i) => items.currency[i] === currency),
              open,
              risk,
            ),
          };
        }),
      openItems,
      payments,
      undatedCount: own.filter((i) => outcome[i] === UNDATED).length,
      meanDelay: meanOf(payments),
      recentDelay: meanOf(payments.slice(-RECENT)),
      risk: assessed.get(customer) ?? null,
      largest: rated.reduce<number | null>(
        (best, i) => (best === null || open[i]! > open[best]! ? i : best),
        null,
      ),
    };
  };
}

/** @param rated - items that have a probability; none without a risk */
function ratingOf(
  rated: readonly number[],
  open: Float64Array,
  risk: RiskAssessment | null,
): Pick<CardBalance, 'probability' | 'expectedLoss'> {
  if (!risk || rated.length === 0) return { probability: null, expectedLoss: 0 };
  let [sum, weighted, expectedLoss] = [0, 0, 0];
  for (const i of rated) {
    sum += open[i]!;
    weighted += risk.probability[i]! * open[i]!;
    expectedLoss += risk.expectedLoss[i]!;
  }
  return { probability: weighted / sum, expectedLoss };
}

const meanOf = (payments: readonly CardPayment[]): number | null =>
  payments.length === 0
    ? null
    : payments.reduce((sum, { delay }) => sum + delay, 0) / payments.length;
