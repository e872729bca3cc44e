import { accountCount, accountsOf } from './accounts';
import type { Facts } from './conditions';
import { countEvents, gravestSignals, type CustomerEvent, type Events } from './customerEvents';
import { addMonths, NO_DATE, type Serial } from './date';
import { OUTCOMES, outcomesOf } from './outcomes';
import { receiptDelays } from './payments';
import { KINDS, type Receivables } from './receivables';
import type { Rfa } from './rfa';
import { rfaColumns } from './rfaColumns';

/**
 * What rules may ask of a customer, with the unit and where it comes from. Amounts are of the
 * currency that decides the score, sales of the one in which the customer's share is largest.
 */
export const FACTS = {
  /** Net sales of the window ÷ those of all customers. */
  salesShare: { unit: 'share', source: 'ledger' },
  /** Net sales of the latest months against as many before: 0.2 for a fifth more. */
  salesGrowth: { unit: 'share', source: 'ledger' },
  /** Credit notes ÷ invoices of the window. */
  creditNoteShare: { unit: 'share', source: 'ledger' },
  /** Since the first document. */
  relationshipDays: { unit: 'days', source: 'ledger' },
  /** f of RFA; missing where too few fell due. */
  lateRatio: { unit: 'share', source: 'ledger' },
  /** The same over the recent months; missing where none fell due. */
  recentLateRatio: { unit: 'share', source: 'ledger' },
  /** Most days late of what fell due in the window, paid or open. */
  maxDelay: { unit: 'days', source: 'ledger' },
  /** Mean days late of the latest receipts less that of those before. */
  delayTrend: { unit: 'days', source: 'ledger' },
  /** r of RFA. */
  overdueDays: { unit: 'days', source: 'ledger' },
  /** r now less r the recent months ago. */
  overdueDaysRise: { unit: 'days', source: 'ledger' },
  /** a of RFA. */
  overdueShare: { unit: 'share', source: 'ledger' },
  maxDaysOverdue: { unit: 'days', source: 'ledger' },
  /** Disputed ÷ overdue. */
  disputedShare: { unit: 'share', source: 'ledger' },
  /** Disputed and very old ÷ overdue. */
  oldDisputedShare: { unit: 'share', source: 'ledger' },
  /** Overdue rest of items paid in part ÷ overdue. */
  partPaidShare: { unit: 'share', source: 'ledger' },
  /** In the window, as all that follow but orders and signals. */
  brokenPromises: { unit: 'count', source: 'brokenPromises' },
  groundlessDisputes: { unit: 'count', source: 'groundlessDisputes' },
  upheldDisputes: { unit: 'count', source: 'upheldDisputes' },
  bouncedBills: { unit: 'count', source: 'bouncedBills' },
  /** Orders of the latest days against as many before: −0.5 for half. */
  orderChange: { unit: 'share', source: 'orders' },
  /** The gravest of the latest days, 0 for none. */
  signalSeverity: { unit: 'level', source: 'signals' },
} as const satisfies Readonly<
  Record<string, { unit: 'share' | 'days' | 'count' | 'level'; source: 'ledger' | keyof Events }>
>;
export type FactName = keyof typeof FACTS;
export const FACT_NAMES = Object.keys(FACTS) as FactName[];

export interface FactSettings {
  /** For late and overdue days "lately" and their rise. */
  readonly recentMonths: number;
  /** Compared with as many before. */
  readonly growthMonths: number;
  readonly latestReceipts: number;
  /** Days overdue beyond which a disputed item is a legacy. */
  readonly veryOldDays: number;
  /** Compared with as many before. */
  readonly orderDays: number;
  readonly signalDays: number;
}

export const DEFAULT_FACT_SETTINGS: FactSettings = {
  recentMonths: 3,
  growthMonths: 6,
  latestReceipts: 3,
  veryOldDays: 180,
  orderDays: 90,
  signalDays: 180,
};

export interface CustomerFacts {
  readonly customer: string;
  readonly facts: Facts<FactName>;
}

/**
 * @param risk - of the same items; its day, window and settings hold here too
 * @returns facts of its customers, in its order
 */
export function customerFacts(
  items: Receivables,
  risk: Rfa,
  events: Events = {},
  settings: FactSettings = DEFAULT_FACT_SETTINGS,
): CustomerFacts[] {
  const { asOf, window } = risk;
  const sales = salesOf(items, risk, settings);
  const behaviour = behaviourOf(items, risk, settings);
  const before = rfaColumns(items, addMonths(asOf, -settings.recentMonths), risk.settings);
  const delays = receiptDelays(items, asOf);
  const countsOf = (list: readonly CustomerEvent[] | undefined) =>
    countEvents(list, window.from, window.to);
  const broken = countsOf(events.brokenPromises);
  const groundless = countsOf(events.groundlessDisputes);
  const upheld = countsOf(events.upheldDisputes);
  const bounced = countsOf(events.bouncedBills);
  const orders = countEvents(events.orders, asOf - settings.orderDays + 1, asOf);
  const ordersBefore = countEvents(
    events.orders,
    asOf - 2 * settings.orderDays + 1,
    asOf - settings.orderDays,
  );
  const severity = gravestSignals(events.signals, asOf - settings.signalDays, asOf);
  return risk.customers.map((own) => {
    const { customer, number: c, measures } = own;
    const [account] = own.accounts;
    const { salesShare, salesGrowth, creditNoteShare } = sales(c);
    const overdue = account!.overdue;
    const a = c * items.currencies.length + items.currencies.indexOf(account!.currency);
    const earlier = before.accounts.measures.r[before.customers.leading[c]!]; // none before its first item
    return {
      customer,
      facts: {
        salesShare,
        salesGrowth,
        creditNoteShare,
        relationshipDays: sinceFirst(behaviour.first[c]!, asOf),
        lateRatio: own.isInsufficient ? null : measures.f,
        recentLateRatio: ratio(behaviour.recentLate[c]!, behaviour.recentDue[c]!),
        maxDelay: own.fallenDue > own.undated ? behaviour.maxDelay[c]! : null,
        delayTrend: trend(delays.get(customer) ?? [], settings.latestReceipts),
        overdueDays: measures.r,
        overdueDaysRise: earlier === undefined ? null : measures.r - earlier,
        overdueShare: measures.a,
        maxDaysOverdue: account!.maxDaysOverdue,
        disputedShare: ratio(behaviour.disputed[a]!, overdue),
        oldDisputedShare: ratio(behaviour.oldDisputed[a]!, overdue),
        partPaidShare: ratio(behaviour.partPaid[a]!, overdue),
        brokenPromises: broken(customer),
        groundlessDisputes: groundless(customer),
        upheldDisputes: upheld(customer),
        bouncedBills: bounced(customer),
        orderChange: change(orders(customer), ordersBefore(customer)),
        signalSeverity: severity(customer),
      },
    };
  });
}

const ratio = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

/** @returns now ÷ before − 1; null where there was nothing before */
const change = (now: number | null, before: number | null): number | null =>
  now !== null && before !== null && before > 0 ? now / before - 1 : null;

const sinceFirst = (first: Serial, asOf: Serial): number | null =>
  first === NO_DATE ? null : asOf - first;

/** @param delays - days late, oldest receipt first */
function trend(delays: readonly number[], latest: number): number | null {
  const before = delays.slice(0, -latest);
  if (before.length === 0) return null;
  return mean(delays.slice(-latest)) - mean(before);
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const INVOICE = KINDS.indexOf('invoice');
const CREDIT_NOTE = KINDS.indexOf('creditNote');

type SalesFacts = Pick<Facts<FactName>, 'salesShare' | 'salesGrowth' | 'creditNoteShare'>;

/** Sales of each customer in the currency in which its share is largest. */
function salesOf(items: Receivables, { asOf, window }: Rfa, { growthMonths }: FactSettings) {
  const { count, documentDate, amount, kind, currency } = items;
  const accounts = accountsOf(items);
  const currencies = items.currencies.length;
  const sums = () => new Float64Array(accountCount(items));
  const [invoiced, credited, latest, before] = [sums(), sums(), sums(), sums()];
  const totals = new Float64Array(currencies);
  const latestFrom = addMonths(asOf, -growthMonths) + 1;
  const beforeFrom = addMonths(asOf, -2 * growthMonths) + 1;
  for (let i = 0; i < count; i++) {
    const date = documentDate[i]!;
    if (date > asOf || (kind[i] !== INVOICE && kind[i] !== CREDIT_NOTE)) continue;
    const account = accounts[i]!;
    const fen = amount[i]!;
    if (date >= window.from) {
      if (fen > 0) invoiced[account]! += fen;
      else credited[account]! -= fen;
      totals[currency[i]!]! += fen;
    }
    if (date >= latestFrom) latest[account]! += fen;
    else if (date >= beforeFrom) before[account]! += fen;
  }
  return (customer: number): SalesFacts => {
    let best: SalesFacts = { salesShare: null, salesGrowth: null, creditNoteShare: null };
    for (let c = 0; c < currencies; c++) {
      const account = customer * currencies + c;
      const share = ratio(invoiced[account]! - credited[account]!, totals[c]!);
      if (share === null || (best.salesShare !== null && share <= best.salesShare)) continue;
      best = {
        salesShare: share,
        salesGrowth: change(latest[account]!, before[account]!),
        creditNoteShare: ratio(credited[account]!, invoiced[account]!),
      };
    }
    return best;
  };
}

const [NONE, OVERDUE, LATE, UNDATED] = (['none', 'overdue', 'late', 'undated'] as const).map((o) =>
  OUTCOMES.indexOf(o),
);

/** How customers pay, and per account what of the overdue is disputed or paid in part. */
function behaviourOf(items: Receivables, { asOf, window }: Rfa, settings: FactSettings) {
  const { count, customer, documentDate, dueDate, amount, disputed: isDisputed } = items;
  const accounts = accountsOf(items);
  const { outcome, daysLate, open } = outcomesOf(items, asOf);
  const customers = items.customers.length;
  const first = new Int32Array(customers).fill(NO_DATE);
  const recentDue = new Int32Array(customers);
  const recentLate = new Int32Array(customers);
  const maxDelay = new Int32Array(customers);
  const sums = () => new Float64Array(accountCount(items));
  const [disputed, oldDisputed, partPaid] = [sums(), sums(), sums()];
  const recentFrom = addMonths(asOf, -settings.recentMonths) + 1;
  for (let i = 0; i < count; i++) {
    const date = documentDate[i]!;
    const c = customer[i]!;
    if (date > asOf) continue;
    if (date !== NO_DATE && (first[c] === NO_DATE || date < first[c]!)) first[c] = date;
    const days = daysLate[i]!;
    if (outcome[i] === OVERDUE) {
      const account = accounts[i]!;
      if (isDisputed[i] === 1) disputed[account]! += open[i]!;
      if (isDisputed[i] === 1 && days > settings.veryOldDays) oldDisputed[account]! += open[i]!;
      if (open[i]! < amount[i]!) partPaid[account]! += open[i]!;
    }
    const due = dueDate[i]!;
    if (outcome[i] === NONE || outcome[i] === UNDATED || due < window.from || due > asOf) continue;
    maxDelay[c] = Math.max(maxDelay[c]!, days);
    if (due < recentFrom) continue;
    recentDue[c]!++;
    if (outcome[i] === OVERDUE || outcome[i] === LATE) recentLate[c]!++;
  }
  return { first, recentDue, recentLate, maxDelay, disputed, oldDisputed, partPaid };
}
