import { compareText } from './compareText';
import { addMonths, type Serial } from './date';
import { lastMoney, outcomeOf, OUTCOMES } from './outcomes';
import { KINDS, openAmounts, type Receivables } from './receivables';
import {
  DEFAULT_RFA_SETTINGS,
  midRanks,
  MOST_POINTS,
  pointsOf,
  rfaScore,
  type RfaPart,
  type RfaSettings,
  type Thresholds,
} from './rfaScore';

/**
 * What the risk of accounts rests on, column by column. An account is a customer in one currency that had
 * an item by the day; they stand customer after customer.
 */
export interface RfaAccounts {
  /** Index into the ledger's customers. */
  readonly customer: Int32Array;
  /** Index into the ledger's currencies. */
  readonly currency: Int32Array;
  readonly measures: Readonly<Record<RfaPart, Float64Array>>;
  /** 0…5 each. */
  readonly points: Readonly<Record<RfaPart, Uint8Array>>;
  /** 0…100 */
  readonly score: Float64Array;
  /** Σ of what is open above 0 [fen]; unapplied credits do not lower it. */
  readonly open: Float64Array;
  /** The part of it past due. */
  readonly overdue: Float64Array;
  readonly overdueCount: Int32Array;
  /** 0 when nothing is overdue. */
  readonly maxDaysOverdue: Int32Array;
  /** The item that is longest overdue; −1 when nothing is. */
  readonly oldest: Int32Array;
}

/** How the items of all currencies say customers pay: an entry per customer of the ledger. */
export interface RfaCustomers {
  /** The account that scores highest: the riskiest currency decides; −1 where there is none. */
  readonly leading: Int32Array;
  /** Items that fell due in the window, those cancelled by credit notes left out. */
  readonly fallenDue: Int32Array;
  /** Of them paid after due, or open and past due. */
  readonly late: Int32Array;
  /** Of them paid nobody knows when: not counted as late. */
  readonly undated: Int32Array;
}

/** Days in which items fell due for f, both included. */
export interface RfaWindow {
  readonly from: Serial;
  readonly to: Serial;
}

/** What customers' risk rests on. */
export interface RfaColumns {
  readonly window: RfaWindow;
  readonly accounts: RfaAccounts;
  readonly customers: RfaCustomers;
}

/**
 * Measures customers on a day: 逾期时间, 逾期频率, 逾期金额占比.
 *
 * @param open - what of each item is open on the day
 */
export function rfaColumns(
  items: Receivables,
  asOf: Serial,
  settings: RfaSettings = DEFAULT_RFA_SETTINGS,
  open: Float64Array = openAmounts(items, asOf),
): RfaColumns {
  const from = addMonths(asOf, -settings.windowMonths) + 1;
  const { fen, counts } = sumsOf(items, asOf, from, open);
  const { fallenDue, late, undated } = punctualityOf(items, counts);
  const accounts = accountsOf(items, fen, counts, fallenDue, late, settings);
  const leading = leadingOf(items, accounts);
  return {
    window: { from, to: asOf },
    accounts,
    customers: { leading, fallenDue, late, undated },
  };
}

/** In place of an item or an account. */
const NONE_YET = -1;

function leadingOf(items: Receivables, accounts: RfaAccounts): Int32Array {
  const { customer } = accounts;
  const leading = new Int32Array(items.customers.length).fill(NONE_YET);
  for (let k = 0; k < customer.length; k++) {
    const before = leading[customer[k]!]!;
    if (before === NONE_YET || compareAccounts(items, accounts, k, before) < 0) {
      leading[customer[k]!] = k;
    }
  }
  return leading;
}

/** @returns below 0 where account `x` is riskier than `y` of the same customer */
export function compareAccounts(
  { currencies }: Receivables,
  { score, measures, currency }: RfaAccounts,
  x: number,
  y: number,
): number {
  return (
    score[y]! - score[x]! ||
    measures.r[y]! - measures.r[x]! ||
    compareText(currencies[currency[x]!]!, currencies[currency[y]!]!)
  );
}

const REVALUATION = KINDS.indexOf('revaluation');
const [NONE, OVERDUE, LATE, UNDATED] = (['none', 'overdue', 'late', 'undated'] as const).map((o) =>
  OUTCOMES.indexOf(o),
) as [number, number, number, number];

/** Sums, a short line per customer × currency: an item touches few places. */
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
  const lines = items.customers.length * currencies;
  const fen = new Float64Array(lines * FEN_WIDTH);
  const counts = new Int32Array(lines * WIDTH);
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

function punctualityOf(
  { customers, currencies }: Receivables,
  counts: Int32Array,
): Omit<RfaCustomers, 'leading'> {
  const fallenDue = new Int32Array(customers.length);
  const late = new Int32Array(customers.length);
  const undated = new Int32Array(customers.length);
  for (let c = 0, line = 0; c < customers.length; c++) {
    for (let currency = 0; currency < currencies.length; currency++, line += WIDTH) {
      fallenDue[c]! += itemsFrom(counts, line, NONE + 1);
      late[c]! += counts[line + OVERDUE]! + counts[line + LATE]!;
      undated[c]! += counts[line + UNDATED]!;
    }
  }
  return { fallenDue, late, undated };
}

/** @returns items of a line that have this outcome or a later one */
function itemsFrom(counts: Int32Array, line: number, outcome: number): number {
  let items = 0;
  for (let how = outcome; how < OUTCOMES.length; how++) items += counts[line + how]!;
  return items;
}

function accountsOf(
  { currencies }: Receivables,
  fen: Float64Array,
  counts: Int32Array,
  fallenDue: Int32Array,
  late: Int32Array,
  settings: RfaSettings,
): RfaAccounts {
  const lines = linesWithItems(counts);
  const ints = () => new Int32Array(lines.length);
  const doubles = () => new Float64Array(lines.length);
  const [customer, currency, overdueCount, maxDaysOverdue] = [ints(), ints(), ints(), ints()];
  const oldest = ints();
  const [open, overdue] = [doubles(), doubles()];
  const measures = { r: doubles(), f: doubles(), a: doubles() };
  for (let k = 0; k < lines.length; k++) {
    const ofFen = lines[k]! * FEN_WIDTH;
    const line = lines[k]! * WIDTH;
    const c = Math.floor(lines[k]! / currencies.length);
    const pastDue = fen[ofFen + OVERDUE_FEN]!;
    const owed = pastDue + fen[ofFen + NOT_DUE_FEN]!;
    customer[k] = c;
    currency[k] = lines[k]! % currencies.length;
    open[k] = owed;
    overdue[k] = pastDue;
    overdueCount[k] = counts[line + OVERDUE_ITEMS]!;
    maxDaysOverdue[k] = counts[line + MAX_DAYS]!;
    oldest[k] = overdueCount[k]! > 0 ? counts[line + OLDEST]! : NONE_YET;
    measures.r[k] = ratio(fen[ofFen + FEN_DAYS]!, pastDue);
    measures.f[k] = fallenDue[c]! < settings.leastFallenDue ? 0 : ratio(late[c]!, fallenDue[c]!);
    measures.a[k] = ratio(pastDue, owed);
  }
  const points = pointsBy(measures, settings);
  return {
    customer,
    currency,
    measures,
    points,
    score: scoresOf(points, settings),
    open,
    overdue,
    overdueCount,
    maxDaysOverdue,
    oldest,
  };
}

function linesWithItems(counts: Int32Array): Int32Array {
  const lines = new Int32Array(counts.length / WIDTH);
  let found = 0;
  for (let line = 0; line < lines.length; line++) {
    if (itemsFrom(counts, line * WIDTH, NONE) > 0) lines[found++] = line;
  }
  return lines.subarray(0, found);
}

const ratio = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);

/** Points by fixed lines, or by the rank among all accounts, measure by measure. */
function pointsBy(
  measures: RfaAccounts['measures'],
  { mode, quantiles, thresholds }: RfaSettings,
): RfaAccounts['points'] {
  const of = (part: RfaPart) =>
    mode === 'quantiles'
      ? pointsAbove(midRanks(measures[part]), quantiles)
      : pointsAbove(measures[part], thresholds[part]);
  return { r: of('r'), f: of('f'), a: of('a') };
}

function pointsAbove(values: Float64Array, lines: Thresholds): Uint8Array {
  const points = new Uint8Array(values.length);
  for (let k = 0; k < points.length; k++) points[k] = pointsOf(values[k]!, lines);
  return points;
}

function scoresOf({ r, f, a }: RfaAccounts['points'], settings: RfaSettings): Float64Array {
  const scores = new Float64Array(r.length);
  const known: number[] = []; // there are few ways to have points
  for (let k = 0; k < scores.length; k++) {
    const way = (r[k]! * DIGIT + f[k]!) * DIGIT + a[k]!;
    scores[k] = known[way] ??= rfaScore({ r: r[k]!, f: f[k]!, a: a[k]! }, settings);
  }
  return scores;
}

const DIGIT = MOST_POINTS + 1;
