import { NONE, type Analysis } from './analyse';
import type { CustomerRisk, RiskAssessment } from './assessRisk';
import { overdueOf } from './balances';
import { cardClasses, type CardClass } from './cardClasses';
import { customerBalances, type CustomerBalance } from './customerBalances';
import type { Serial } from './date';
import { isWatched, type Watch } from './lights';
import type { Fen } from './money';
import { OUTCOMES, outcomesOf } from './outcomes';
import { pickItems } from './pickItems';
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
 * Looks at the customer's own items only: in a ledger of a million a card takes no longer than one look
 * at the column of customers.
 *
 * @param risk - of the same analysis; null before there is one
 * @param watch - what gives items the yellow light; null: nothing
 * @returns null for a customer the ledger does not know
 */
export function customerCard(
  analysis: Analysis,
  risk: RiskAssessment | null,
  customer: string,
  watch: Watch | null = null,
): CustomerCard | null {
  const { items, open, daysOverdue, warning } = analysis;
  const c = items.customers.indexOf(customer);
  if (c < 0) return null;
  const own: number[] = [];
  for (let i = 0; i < items.count; i++) if (items.customer[i] === c) own.push(i);
  const { outcome, daysLate } = outcomesOf(
    pickItems(items, (i) => items.customer[i] === c),
    analysis.asOf,
  );
  const openItems = own
    .filter((i) => open[i] !== 0)
    .sort(
      (a, b) =>
        Math.sign(open[b]!) - Math.sign(open[a]!) || items.dueDate[a]! - items.dueDate[b]! || a - b,
    );
  const debits = openItems.filter((i) => open[i]! > 0);
  const lights = new Set(
    debits.map((i) => lightOf(daysOverdue[i]!, warning[i] as WarningLevel, isWatched(watch, i))),
  );
  const payments = own
    .map((item, k) => ({ item, delay: daysLate[k]!, paidOn: items.dueDate[item]! + daysLate[k]! }))
    .filter((_, k) => outcome[k] === ON_TIME || outcome[k] === LATE)
    .sort((a, b) => a.paidOn - b.paidOn || a.item - b.item);
  const rated = risk ? debits.filter((i) => risk.probability[i] !== NONE) : [];
  return {
    customer,
    name: items.customerNames[c]!,
    light: (['red', 'amber', 'yellow'] as const).find((light) => lights.has(light)) ?? null,
    classes: cardClasses(analysis, debits),
    balances: customerBalances(analysis, c).map((balance) => {
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
    undatedCount: outcome.filter((how) => how === UNDATED).length,
    meanDelay: meanOf(payments),
    recentDelay: meanOf(payments.slice(-RECENT)),
    risk: risk?.customers.find((one) => one.customer === customer) ?? null,
    largest: rated.reduce<number | null>(
      (best, i) => (best === null || open[i]! > open[best]! ? i : best),
      null,
    ),
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
