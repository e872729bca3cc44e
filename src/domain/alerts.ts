import type { Serial } from './date';
import type { Fen } from './money';

/** Rules beyond the three warning levels of an item. */
export const ALERT_RULES = [
  'overdueShareUp',
  'concentration',
  'orderFrequency',
  'paymentSlowing',
  'overLimit',
  'badDebtRate',
  'externalSignal',
] as const;
export type AlertRule = (typeof ALERT_RULES)[number];

/** Something to look at, and why. */
export interface Alert {
  readonly rule: AlertRule;
  /** The customer; '' for the ledger as a whole. */
  readonly customer: string;
  /** What was found and the line it passed, in the rule's unit. */
  readonly value: number;
  readonly line: number;
  /** The figures behind the value, by name: shares 0…1, days, counts, fen, serial days. */
  readonly evidence: Readonly<Record<string, number>>;
  /** Words that came with a signal; '' for computed rules. */
  readonly note: string;
}

/** Every line is a setting; `isOn` is a rule's switch. */
export interface AlertSettings {
  readonly isOn: Readonly<Record<AlertRule, boolean>>;
  /** Rise of the overdue share since the last snapshot, 0…1: 0.05 for 5 points. */
  readonly overdueShareRise: number;
  /** Share of the top customers, 0…1. */
  readonly topShare: number;
  /** Orders of the latest days against as many days before on average: a factor. */
  readonly orderJump: number;
  /** Those latest days, and the days before them. */
  readonly orderDays: number;
  readonly orderDaysBefore: number;
  /** Orders in the latest days under which nothing is a jump. */
  readonly leastOrders: number;
  /** Days by which the mean delay of the latest receipts is over that of the earlier. */
  readonly slowerDays: number;
  /** Latest receipts that are looked at, and earlier ones there must be. */
  readonly latestReceipts: number;
  readonly leastEarlier: number;
  /** Severity of a signal from which it is an alert; days for which it is news. */
  readonly signalSeverity: number;
  readonly signalDays: number;
}

export const DEFAULT_ALERT_SETTINGS: AlertSettings = {
  isOn: {
    overdueShareUp: true,
    concentration: true,
    orderFrequency: true,
    paymentSlowing: true,
    overLimit: true,
    badDebtRate: true,
    externalSignal: true,
  },
  overdueShareRise: 0.05,
  topShare: 0.5,
  orderJump: 2,
  orderDays: 30,
  orderDaysBefore: 180,
  leastOrders: 3,
  slowerDays: 7,
  latestReceipts: 3,
  leastEarlier: 1,
  signalSeverity: 2,
  signalDays: 90,
};

/** News of a customer from outside: 失信, 行业利空, 法院公告 … */
export interface Signal {
  readonly customer: string;
  readonly date: Serial;
  /** 1 slight … 3 grave. */
  readonly severity: number;
  readonly words: string;
}

/** What the rules look at; a part that is not known raises nothing. */
export interface AlertFacts {
  readonly asOf: Serial;
  /** Overdue ÷ gross open now and at the last snapshot, 0…1; null where nothing was open. */
  readonly overdueShare?: { readonly now: number | null; readonly before: number | null };
  /** Share of the top customers, 0…1; null where nobody owes anything. */
  readonly topShare?: number | null;
  /** Days of orders per customer, in any order. */
  readonly orders?: ReadonlyMap<string, readonly Serial[]>;
  /** Days late of each receipt per customer, oldest receipt first; early ones below 0. */
  readonly delays?: ReadonlyMap<string, readonly number[]>;
  /** Credit exposure against the limit; a null limit is not controlled, 0 is cash only. */
  readonly exposures?: readonly {
    readonly customer: string;
    readonly exposure: Fen;
    readonly limit: Fen | null;
  }[];
  /** 坏账率 and the industry's, 0…1. */
  readonly badDebt?: { readonly rate: number | null; readonly benchmark: number };
  readonly signals?: readonly Signal[];
}

/** @returns the alerts of all rules that are on, rule by rule */
export function alertsOf(
  facts: AlertFacts,
  settings: AlertSettings = DEFAULT_ALERT_SETTINGS,
): Alert[] {
  return ALERT_RULES.flatMap((rule) =>
    settings.isOn[rule] ? FOUND_BY[rule](facts, settings) : [],
  );
}

/** Shares are told apart to this far: 25.3 % − 20.3 % is 5 points, not a hair less. */
const SHARE_DIGITS = 1e12;
const difference = (a: number, b: number): number =>
  Math.round((a - b) * SHARE_DIGITS) / SHARE_DIGITS;

const FOUND_BY: Readonly<Record<AlertRule, (f: AlertFacts, s: AlertSettings) => Alert[]>> = {
  overdueShareUp({ overdueShare }, { overdueShareRise: line }) {
    const { now = null, before = null } = overdueShare ?? {};
    if (now === null || before === null) return [];
    const value = difference(now, before);
    return value >= line ? [alert('overdueShareUp', '', value, line, { now, before })] : [];
  },
  concentration({ topShare }, { topShare: line }) {
    const value = topShare ?? 0;
    return value > line ? [alert('concentration', '', value, line, { topShare: value })] : [];
  },
  orderFrequency({ orders = new Map<string, Serial[]>(), asOf }, settings) {
    return [...orders].flatMap(([customer, days]) => jump(customer, days, asOf, settings));
  },
  paymentSlowing({ delays = new Map<string, number[]>() }, settings) {
    return [...delays].flatMap(([customer, days]) => slowing(customer, days, settings));
  },
  overLimit({ exposures = [] }) {
    return exposures.flatMap(({ customer, exposure, limit }) =>
      limit !== null && exposure > limit
        ? [alert('overLimit', customer, exposure - limit, 0, { exposure, limit })]
        : [],
    );
  },
  badDebtRate({ badDebt }) {
    const { rate = null, benchmark = 0 } = badDebt ?? {};
    return rate !== null && rate > benchmark
      ? [alert('badDebtRate', '', rate, benchmark, { rate, benchmark })]
      : [];
  },
  externalSignal({ signals = [], asOf }, { signalSeverity, signalDays }) {
    return signals
      .filter(({ date, severity }) => {
        return severity >= signalSeverity && date <= asOf && asOf - date <= signalDays;
      })
      .map(({ customer, date, severity, words }) =>
        alert('externalSignal', customer, severity, signalSeverity, { date }, words),
      );
  },
};

const alert = (
  rule: AlertRule,
  customer: string,
  value: number,
  line: number,
  evidence: Readonly<Record<string, number>>,
  note = '',
): Alert => ({ rule, customer, value, line, evidence, note });

/** More orders in the latest days than usual in as many days. */
function jump(
  customer: string,
  days: readonly Serial[],
  asOf: Serial,
  { orderJump, orderDays, orderDaysBefore, leastOrders }: AlertSettings,
): Alert[] {
  const start = asOf - orderDays;
  const latest = days.filter((day) => day > start && day <= asOf).length;
  const before = days.filter((day) => day > start - orderDaysBefore && day <= start).length;
  const usual = (before * orderDays) / orderDaysBefore;
  if (latest < leastOrders || before === 0 || latest < orderJump * usual) return [];
  return [alert('orderFrequency', customer, latest / usual, orderJump, { latest, before, usual })];
}

/** The latest receipts came later, on average, than those before them. */
function slowing(
  customer: string,
  delays: readonly number[],
  { slowerDays, latestReceipts, leastEarlier }: AlertSettings,
): Alert[] {
  const earlier = delays.slice(0, -latestReceipts);
  if (earlier.length < leastEarlier || earlier.length === 0) return [];
  const [latest, before] = [mean(delays.slice(-latestReceipts)), mean(earlier)];
  const value = difference(latest, before);
  return value >= slowerDays
    ? [
        alert('paymentSlowing', customer, value, slowerDays, {
          latest,
          before,
          count: delays.length,
        }),
      ]
    : [];
}

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, n) => sum + n, 0) / numbers.length;
