import type { Serial } from './date';
import { KNOCK_INS, type KnockIn, type KnockInReason } from './knockIns';
import { largestFirst } from './largestFirst';
import type { Fen } from './money';
import { openAmounts, type Receivables } from './receivables';
import { compareAccounts, rfaColumns, type RfaAccounts, type RfaWindow } from './rfaColumns';
import {
  DEFAULT_RFA_SETTINGS,
  tierOf,
  TIERS,
  type RfaMeasures,
  type RfaPart,
  type RfaSettings,
  type Tier,
} from './rfaScore';

/** A customer in one currency: what r and a rest on, for amounts of two are never added. */
export interface AccountRfa {
  readonly currency: string;
  readonly measures: RfaMeasures;
  /** 0…5 each. */
  readonly points: RfaMeasures;
  /** 0…100 */
  readonly score: number;
  /** Σ of what is open above 0; unapplied credits do not lower it. */
  readonly open: Fen;
  /** The part of it past due. */
  readonly overdue: Fen;
  readonly overdueCount: number;
  /** 0 when nothing is overdue. */
  readonly maxDaysOverdue: number;
  /** The item that is longest overdue: its index; −1 when nothing is. */
  readonly oldest: number;
}

export interface CustomerRfa {
  readonly customer: string;
  /** Index into the ledger's customers. */
  readonly number: number;
  /** Of the account that scores highest: the riskiest currency decides. */
  readonly measures: RfaMeasures;
  readonly points: RfaMeasures;
  readonly score: number;
  /** By the score, 极高 where something knocks it in. */
  readonly tier: Tier;
  /** Empty where the score decides. */
  readonly knockIns: readonly KnockInReason[];
  /** Items of all currencies that fell due in the window, those cancelled by credit notes left out. */
  readonly fallenDue: number;
  /** Of them paid after due, or open and past due. */
  readonly late: number;
  /** Of them paid nobody knows when: not counted as late. */
  readonly undated: number;
  /** 数据不足: too few fell due, so f is 0. */
  readonly isInsufficient: boolean;
  /** One per currency, the riskiest first. */
  readonly accounts: readonly AccountRfa[];
}

export interface Rfa {
  readonly asOf: Serial;
  readonly window: RfaWindow;
  readonly settings: RfaSettings;
  /** All that had an item by the day: riskiest tier, highest score, most days overdue first. */
  readonly customers: readonly CustomerRfa[];
}

/**
 * The risk of each customer on a day: 逾期时间, 逾期频率, 逾期金额占比.
 *
 * @param knockIns - what makes a customer 极高 whatever the score
 * @param open - what of each item is open on the day
 */
export function rfa(
  items: Receivables,
  asOf: Serial,
  knockIns: readonly KnockIn[] = [],
  settings: RfaSettings = DEFAULT_RFA_SETTINGS,
  open: Float64Array = openAmounts(items, asOf),
): Rfa {
  const { window, accounts, customers: punctuality } = rfaColumns(items, asOf, settings, open);
  const reasons = reasonsOf(knockIns, asOf);
  const customers: CustomerRfa[] = [];
  for (let k = 0; k < accounts.customer.length;) {
    const c = accounts.customer[k]!;
    const own = [k];
    while (accounts.customer[++k] === c) own.push(k);
    own.sort((x, y) => compareAccounts(items, accounts, x, y));
    const of = own.map((account) => accountRfa(items, accounts, account));
    const { measures, points, score } = of[0]!;
    const customer = items.customers[c]!;
    const known = reasons.get(customer) ?? NO_REASONS;
    const fallenDue = punctuality.fallenDue[c]!;
    customers.push({
      customer,
      number: c,
      measures,
      points,
      score,
      tier: known.length > 0 ? 'veryHigh' : tierOf(score, settings),
      knockIns: known,
      fallenDue,
      late: punctuality.late[c]!,
      undated: punctuality.undated[c]!,
      isInsufficient: fallenDue < settings.leastFallenDue,
      accounts: of,
    });
  }
  return { asOf, window, settings, customers: riskiestFirst(customers) };
}

const accountRfa = ({ currencies }: Receivables, accounts: RfaAccounts, k: number): AccountRfa => ({
  currency: currencies[accounts.currency[k]!]!,
  measures: rowOf(accounts.measures, k),
  points: rowOf(accounts.points, k),
  score: accounts.score[k]!,
  open: accounts.open[k]!,
  overdue: accounts.overdue[k]!,
  overdueCount: accounts.overdueCount[k]!,
  maxDaysOverdue: accounts.maxDaysOverdue[k]!,
  oldest: accounts.oldest[k]!,
});

const rowOf = (
  { r, f, a }: Readonly<Record<RfaPart, Float64Array | Uint8Array>>,
  k: number,
): RfaMeasures => ({ r: r[k]!, f: f[k]!, a: a[k]! });

function riskiestFirst(customers: readonly CustomerRfa[]): CustomerRfa[] {
  const column = () => new Float64Array(customers.length);
  const [tier, score, r] = [column(), column(), column()];
  const names: string[] = [];
  for (let c = 0; c < customers.length; c++) {
    const one = customers[c]!;
    tier[c] = TIERS.indexOf(one.tier);
    score[c] = one.score;
    r[c] = one.measures.r;
    names.push(one.customer);
  }
  return Array.from(largestFirst([tier, score, r], names), (c) => customers[c]!);
}

const NO_REASONS: readonly KnockInReason[] = [];

/** @returns the reasons that hold on a day by customer, each once, in their own order */
function reasonsOf(knockIns: readonly KnockIn[], asOf: Serial): Map<string, KnockInReason[]> {
  const reasons = new Map<string, KnockInReason[]>();
  for (const reason of KNOCK_INS) {
    const customers = knockIns.filter((k) => k.reason === reason && k.since <= asOf);
    for (const customer of new Set(customers.map((k) => k.customer))) {
      reasons.set(customer, [...(reasons.get(customer) ?? []), reason]);
    }
  }
  return reasons;
}
