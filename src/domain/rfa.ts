import { compareText } from './compareText';
import { addMonths, type Serial } from './date';
import { KNOCK_INS, type KnockIn, type KnockInReason } from './knockIns';
import { largestFirst } from './largestFirst';
import type { Fen } from './money';
import { lastMoney, outcomeOf, OUTCOMES } from './outcomes';
import { KINDS, openAmounts, type Receivables } from './receivables';
import {
  DEFAULT_RFA_SETTINGS,
  MOST_POINTS,
  midRanks,
  pointsOf,
  rfaScore,
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
  /** Days in which items fell due for f, both included. */
  readonly window: { readonly from: Serial; readonly to: Serial };
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
  const window = { from: addMonths(asOf, -settings.windowMonths) + 1, to: asOf };
  const sums = sumsOf(items, asOf, window.from, open);
  const currencies = items.currencies.length;
  const accounts = measuredAccounts(sums, currencies, settings);
  const scoreOf = scoring(accounts, settings);
  const reasons = reasonsOf(knockIns, asOf);
  const customers: CustomerRfa[] = [];
  for (let k = 0; k < accounts.number.length;) {
    const c = Math.floor(accounts.number[k]! / currencies);
    const own = [accountRfa(items, sums, accounts, k, scoreOf(k))];
    while (Math.floor(accounts.number[++k]! / currencies) === c) {
      own.push(accountRfa(items, sums, accounts, k, scoreOf(k)));
    }
    if (own.length > 1) own.sort(compareAccounts);
    const { measures, points, score } = own[0]!;
    const { fallenDue, late, undated } = punctualityOf(sums, c, currencies);
    const customer = items.customers[c]!;
    const known = reasons.get(customer) ?? NO_REASONS;
    customers.push({
      customer,
      number: c,
      measures,
      points,
      score,
      tier: known.length > 0 ? 'veryHigh' : tierOf(score, settings),
      knockIns: known,
      fallenDue,
      late,
      undated,
      isInsufficient: fallenDue < settings.leastFallenDue,
      accounts: own,
    });
  }
  return { asOf, window, settings, customers: riskiestFirst(customers) };
}

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

const compareAccounts = (x: AccountRfa, y: AccountRfa): number =>
  y.score - x.score || y.measures.r - x.measures.r || compareText(x.currency, y.currency);

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

const REVALUATION = KINDS.indexOf('revaluation');
const [NONE, OVERDUE, LATE, UNDATED] = (['none', 'overdue', 'late', 'undated'] as const).map((o) =>
  OUTCOMES.indexOf(o),
) as [number, number, number, number];
/** Sums of accounts (customer × currency), a short line each: an item touches few places. */
interface Sums {
  /** Lines of FEN_DAYS, OVERDUE_FEN, NOT_DUE_FEN. */
  readonly fen: Float64Array;
  /** Lines of items by outcome, then OVERDUE_ITEMS, MAX_DAYS, OLDEST. What did not fall due in the window is NONE. */
  readonly counts: Int32Array;
}

const [FEN_DAYS, OVERDUE_FEN, NOT_DUE_FEN, FEN_WIDTH] = [0, 1, 2, 3];
const [OVERDUE_ITEMS, MAX_DAYS, OLDEST, WIDTH] = [0, 1, 2, 3].map((n) => OUTCOMES.length + n) as [
  number,
  number,
  number,
  number,
];

function sumsOf(items: Receivables, asOf: Serial, from: Serial, open: Float64Array): Sums {
  const { count, customer, currency, documentDate, dueDate, kind } = items;
  const currencies = items.currencies.length;
  const accounts = items.customers.length * currencies;
  const fen = new Float64Array(accounts * FEN_WIDTH);
  const counts = new Int32Array(accounts * WIDTH);
  const paid = lastMoney(items, asOf);
  for (let i = 0; i < count; i++) {
    if (documentDate[i]! > asOf || kind[i] === REVALUATION) continue;
    const account = customer[i]! * currencies + currency[i]!;
    const ofFen = account * FEN_WIDTH;
    const line = account * WIDTH;
    const due = dueDate[i]!;
    const left = open[i]!;
    const days = asOf - due;
    // What is open, past due or in the window is hard to guess, so no branch: what is not, is multiplied away.
    const owed = left * Number(left > 0);
    const overdue = owed * Number(days > 0);
    fen[ofFen + OVERDUE_FEN]! += overdue;
    fen[ofFen + FEN_DAYS]! += overdue * days;
    fen[ofFen + NOT_DUE_FEN]! += owed - overdue;
    counts[line + OVERDUE_ITEMS]! += Number(overdue > 0);
    if (days > counts[line + MAX_DAYS]! && left > 0) {
      counts[line + MAX_DAYS] = days;
      counts[line + OLDEST] = i;
    }
    const isInWindow = Number(due >= from) * Number(days >= 0);
    counts[line + outcomeOf(items, i, asOf, left, paid[i]!) * isInWindow]!++; // 0 is NONE
  }
  return { fen, counts };
}

/** What a customer's items of all currencies say of how it pays. */
interface Punctuality {
  readonly fallenDue: number;
  readonly late: number;
  readonly undated: number;
}

function punctualityOf({ counts }: Sums, customer: number, currencies: number): Punctuality {
  let fallenDue = 0;
  let late = 0;
  let undated = 0;
  for (let currency = 0; currency < currencies; currency++) {
    const line = (customer * currencies + currency) * WIDTH;
    fallenDue += itemsFrom(counts, line, NONE + 1);
    late += counts[line + OVERDUE]! + counts[line + LATE]!;
    undated += counts[line + UNDATED]!;
  }
  return { fallenDue, late, undated };
}

/** @returns items of a line that have this outcome or a later one */
function itemsFrom(counts: Int32Array, line: number, outcome: number): number {
  let items = 0;
  for (let how = outcome; how < OUTCOMES.length; how++) items += counts[line + how]!;
  return items;
}

/** Accounts with items, customer after customer; columns have an entry for each. */
interface Accounts extends Readonly<Record<RfaPart, Float64Array>> {
  /** Customer × currencies + currency. */
  readonly number: Int32Array;
}

function measuredAccounts(
  sums: Sums,
  currencies: number,
  { leastFallenDue }: RfaSettings,
): Accounts {
  const { fen, counts } = sums;
  const most = counts.length / WIDTH;
  const number = new Int32Array(most);
  const r = new Float64Array(most);
  const f = new Float64Array(most);
  const a = new Float64Array(most);
  let count = 0;
  for (let account = 0; account < most; account++) {
    if (itemsFrom(counts, account * WIDTH, NONE) === 0) continue;
    const line = account * FEN_WIDTH;
    const { fallenDue, late } = punctualityOf(sums, Math.floor(account / currencies), currencies);
    const overdue = fen[line + OVERDUE_FEN]!;
    number[count] = account;
    r[count] = ratio(fen[line + FEN_DAYS]!, overdue);
    f[count] = fallenDue < leastFallenDue ? 0 : ratio(late, fallenDue);
    a[count] = ratio(overdue, overdue + fen[line + NOT_DUE_FEN]!);
    count++;
  }
  return {
    number: number.subarray(0, count),
    r: r.subarray(0, count),
    f: f.subarray(0, count),
    a: a.subarray(0, count),
  };
}

const ratio = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);

type Scored = Pick<AccountRfa, 'points' | 'score'>;

/**
 * Points by fixed lines, or by the rank among all accounts, measure by measure.
 *
 * @returns tells the points and score of an account: one object for all with the same points
 */
function scoring({ r, f, a }: Accounts, settings: RfaSettings): (k: number) => Scored {
  const { mode, quantiles } = settings;
  const isByRank = mode === 'quantiles';
  const [byR, byF, byA] = isByRank ? [midRanks(r), midRanks(f), midRanks(a)] : [r, f, a];
  const lines = isByRank ? { r: quantiles, f: quantiles, a: quantiles } : settings.thresholds;
  const known: Scored[] = [];
  return (k) => {
    const pointsR = pointsOf(byR[k]!, lines.r);
    const pointsF = pointsOf(byF[k]!, lines.f);
    const pointsA = pointsOf(byA[k]!, lines.a);
    const number = (pointsR * DIGIT + pointsF) * DIGIT + pointsA;
    return (known[number] ??= scoredBy({ r: pointsR, f: pointsF, a: pointsA }, settings));
  };
}

const scoredBy = (points: RfaMeasures, settings: RfaSettings): Scored => ({
  points,
  score: rfaScore(points, settings),
});

const DIGIT = MOST_POINTS + 1;

function accountRfa(
  { currencies }: Receivables,
  { fen, counts }: Sums,
  { number, r, f, a }: Accounts,
  k: number,
  { points, score }: Scored,
): AccountRfa {
  const line = number[k]! * WIDTH;
  const overdue = fen[number[k]! * FEN_WIDTH + OVERDUE_FEN]!;
  const overdueCount = counts[line + OVERDUE_ITEMS]!;
  return {
    currency: currencies[number[k]! % currencies.length]!,
    measures: { r: r[k]!, f: f[k]!, a: a[k]! },
    points,
    score,
    open: overdue + fen[number[k]! * FEN_WIDTH + NOT_DUE_FEN]!,
    overdue,
    overdueCount,
    maxDaysOverdue: counts[line + MAX_DAYS]!,
    oldest: overdueCount > 0 ? counts[line + OLDEST]! : NO_ITEM,
  };
}

/** In place of an item. */
const NO_ITEM = -1;
