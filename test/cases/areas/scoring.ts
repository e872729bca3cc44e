import {
  customerFacts,
  DEFAULT_RFA_SETTINGS,
  DEFAULT_TREATMENTS,
  discriminationOf,
  FACT_NAMES,
  midRanks,
  NO_DATE,
  paymentHistories,
  personaOf,
  pointsOf,
  psi,
  rfa,
  rfaPoints,
  rfaScore,
  scalingOf,
  scoreAt,
  tierOf,
  TIERS,
  woeTable,
  type CustomerRfa,
  type FactName,
  type Facts,
  type GoodBad,
  type KnockIn,
  type KnockInReason,
  type RfaMeasures,
  type RfaPart,
  type RfaSettings,
  type Thresholds,
} from '../../../src/domain';
import type { Case, Runners } from '../case';
import { isLedger, settledItems } from './ledger';
import { each, needed, numberOf, optional, pick, serial, yuan, type Fields } from './reading';

/** What customers did, and what that says of them. */
export const SCORING: Runners = {
  features,
  scorecard,
  discrimination,
  psi: stability,
  stability,
  rfa: risk,
  persona,
  personas: persona,
};

function features(c: Case): unknown {
  if (!isLedger(c.input)) throw new Error('features are of a ledger');
  const items = settledItems(c.input);
  const asOf = serial(c.as_of);
  const facts = customerFacts(items, rfa(items, asOf, [], settingsOf(c)));
  const answers = paymentHistories(items, asOf).map((h) => ({
    ...facts.find(({ customer }) => customer === h.customer)!.facts,
    customer: h.customer,
    currency: h.currency,
    paid_count: h.paidCount,
    paid_amount: yuan(h.paidAmount),
    paid_late_count: h.paidLateCount,
    paid_late_amount: yuan(h.paidLateAmount),
    outstanding_count: h.openCount,
    outstanding_amount: yuan(h.openAmount),
    outstanding_late_count: h.overdueCount,
    outstanding_late_amount: yuan(h.overdueAmount),
    avg_days_late: h.meanDaysLate,
    mean_delay: h.meanDelay,
    ratio_late_paid_count: ratio(h.paidLateCount, h.paidCount),
    ratio_late_paid_amount: ratio(h.paidLateAmount, h.paidAmount),
    ratio_late_open_count: ratio(h.overdueCount, h.openCount),
    ratio_late_open_amount: ratio(h.overdueAmount, h.openAmount),
  }));
  return byCustomer(c, answers);
}

const ratio = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

/** The one customer's answer; of several a list, or an object where the case expects their names. */
function byCustomer<T extends { readonly customer: string }>(c: Case, answers: readonly T[]) {
  if (Array.isArray(c.expected)) return answers;
  const named = Object.fromEntries(answers.map((answer) => [answer.customer, answer]));
  return { ...(answers.length === 1 ? answers[0] : {}), ...named, customers: named };
}

function scorecard(c: Case): unknown {
  const input = c.input as Fields;
  if (pick(input, 'expected_counts', 'expected', 'actual') !== undefined) return stability(c);
  if (pick(input, 'bins') !== undefined) {
    const { bins, iv } = woeTable(input.bins as GoodBad[]);
    return { woe: bins.map(({ woe }) => woe), iv, iv_by_bin: bins.map((bin) => bin.iv) };
  }
  const scaling = scalingOf({
    score: needed(input, 'base_score', 'score'),
    goodPerBad: optional(input, 'base_odds_good', 'odds') ?? 1 / needed(input, 'base_odds_bad'),
    pdo: needed(input, 'pdo'),
  });
  const asked = Object.keys((c.expected as { score_at?: Fields }).score_at ?? {});
  return {
    A: scaling.a,
    B: scaling.b,
    score_at: Object.fromEntries(asked.map((odds) => [odds, scoreAt(oddsOf(odds), scaling)])),
  };
}

/** 1/60 as the fraction it is. */
function oddsOf(text: string): number {
  const [part, whole] = text.split(/[/:]/).map(Number);
  return part! / (whole ?? 1);
}

function stability(c: Case): unknown {
  const input = c.input as Fields;
  const counts = (name: string) => {
    const list = pick(input, `${name}_counts`, name) as number[];
    const n = optional(input, `n_${name}`, `${name}_n`, 'n');
    const total = list.reduce((sum, value) => sum + value, 0);
    // Shares come to 1; with no number of rows said there are enough.
    return total > 1.5 ? list : list.map((share) => share * (n ?? 10_000));
  };
  const found = psi(counts('expected'), counts('actual'));
  return { ...found, verdict: found.stability, suppressed: found.psi === null };
}

/** Scores that rise with the risk, or where the case says so fall with it. */
function discrimination(c: Case): unknown {
  const input = c.input as Fields;
  const given = pick(input, 'scores_bad_first', 'scores', 'score', 'probabilities') as number[];
  const labels = pick(input, 'label', 'labels', 'bad') as number[];
  const isGoodFirst = pick(input, 'scores_good_first') !== undefined;
  const scores = isGoodFirst ? (input.scores_good_first as number[]).map((s) => -s) : given;
  return discriminationOf(Float64Array.from(scores), Uint8Array.from(labels));
}

const THRESHOLD_NAMES = { r: 'R', f: 'F', a: 'A' } as const;

function settingsOf({ policy }: Case): RfaSettings {
  const thresholds = (pick(policy, 'thresholds') ?? {}) as Fields;
  const weights = (pick(policy, 'weights') ?? {}) as Fields;
  const defaults = DEFAULT_RFA_SETTINGS;
  const parts = <T>(of: (part: RfaPart) => T) => ({ r: of('r'), f: of('f'), a: of('a') });
  return {
    ...defaults,
    mode: pick(policy, 'mode', 'points_mode') === undefined ? 'thresholds' : modeOf(policy),
    thresholds: parts(
      (part) =>
        (pick(thresholds, part, THRESHOLD_NAMES[part]) as Thresholds | undefined) ??
        defaults.thresholds[part],
    ),
    weights: parts(
      (part) => optional(weights, part, THRESHOLD_NAMES[part]) ?? defaults.weights[part],
    ),
    tierFrom:
      (pick(policy, 'tiers', 'tier_edges') as RfaSettings['tierFrom'] | undefined) ??
      defaults.tierFrom,
    windowMonths: optional(policy, 'window_months') ?? defaults.windowMonths,
    leastFallenDue: optional(policy, 'min_fallen_due', 'min_due') ?? defaults.leastFallenDue,
  };
}

const modeOf = (policy: Fields): RfaSettings['mode'] =>
  String(pick(policy, 'mode', 'points_mode')).startsWith('quantile') ? 'quantiles' : 'thresholds';

const TIER_WORDS = ['低', '中', '高', '极高'];

const REASONS: readonly (readonly [RegExp, KnockInReason])[] = [
  [/黑名单|black/i, 'blacklist'],
  [/破产|bankrupt/i, 'bankruptcy'],
  [/时效|limitation/i, 'limitation'],
];

const reasonOf = (word: unknown): KnockInReason | undefined =>
  REASONS.find(([pattern]) => pattern.test(String(word)))?.[1];

function risk(c: Case): unknown {
  const settings = settingsOf(c);
  if (isLedger(c.input)) return ofLedger(c, settings);
  const { mode } = settings;
  const rows = c.input as Fields | Fields[];
  if (mode === 'quantiles') return ofRanks(rows, settings);
  return each(rows, (row) => {
    const measures = measuresOf(row);
    const reasons = [pick(row, 'knock_ins', 'knock_in', 'flags')].flat().map(reasonOf);
    const points = pointsGiven(row) ?? rfaPoints(measures, settings);
    return answerOf(measures, points, settings, reasons.some(Boolean));
  });
}

function pointsGiven(row: Fields): RfaMeasures | null {
  const points = pick(row, 'points') as Fields | undefined;
  if (!points) return null;
  return measuresOf(points);
}

const measuresOf = (row: Fields): RfaMeasures => ({
  r: optional(row, 'R', 'r', 'R_amount_weighted_days_overdue') ?? 0,
  f: optional(row, 'F', 'f', 'F_late_over_due_count') ?? 0,
  a: optional(row, 'A', 'a', 'A_overdue_share') ?? 0,
});

function answerOf(
  measures: RfaMeasures,
  points: RfaMeasures,
  settings: RfaSettings,
  isKnockedIn: boolean,
) {
  const score = rfaScore(points, settings);
  return {
    R: measures.r,
    F: measures.f,
    A: measures.a,
    points: { R: points.r, F: points.f, A: points.a, ...points },
    R_points: points.r,
    F_points: points.f,
    A_points: points.a,
    score,
    ...tierWords(isKnockedIn ? 'veryHigh' : tierOf(score, settings)),
  };
}

/** The tier in the words a case may use. */
const tierWords = (tier: CustomerRfa['tier']) => ({
  tier: TIER_WORDS[TIERS.indexOf(tier)],
  tier_code: tier,
});

/** Values of one measure, or rows of three, against each other. */
function ofRanks(input: Fields | Fields[], settings: RfaSettings): unknown {
  const values = Array.isArray(input) ? null : (pick(input, 'values') as number[] | undefined);
  if (values) {
    const ranks = midRanks(Float64Array.from(values));
    return {
      rank: [...ranks].map((share) => share * values.length + 0.5),
      share: [...ranks],
      points: [...ranks].map((share) => pointsOf(share, settings.quantiles)),
    };
  }
  const rows = (input as Fields[]).map(measuresOf);
  const ranked = (part: RfaPart) => midRanks(Float64Array.from(rows, (row) => row[part]));
  const shares = { r: ranked('r'), f: ranked('f'), a: ranked('a') };
  return rows.map((row, i) => {
    const at = (part: RfaPart) => pointsOf(shares[part][i]!, settings.quantiles);
    return answerOf(row, { r: at('r'), f: at('f'), a: at('a') }, settings, false);
  });
}

function ofLedger(c: Case, settings: RfaSettings): unknown {
  const items = settledItems(c.input as Parameters<typeof settledItems>[0]);
  const { customers } = rfa(items, serial(c.as_of), knockInsOf(c), settings);
  return byCustomer(
    c,
    customers.map((own) => ({
      ...answerOf(own.measures, own.points, settings, false),
      ...tierWords(own.tier),
      customer: own.customer,
      R_max_days_overdue: Math.max(...own.accounts.map((a) => a.maxDaysOverdue)),
      R_amount_weighted_days_overdue: own.measures.r,
      F_late_over_due_count: own.measures.f,
      F_late_count: own.late,
      F_due_count: own.fallenDue,
      A_overdue_share: own.measures.a,
      data_insufficient: own.isInsufficient,
      insufficient: own.isInsufficient,
      knock_ins: own.knockIns,
    })),
  );
}

/** `policy.knock_ins`: reasons by customer, or rows of customer and reason. */
function knockInsOf({ policy }: Case): KnockIn[] {
  const given = pick(policy, 'knock_ins', 'knock_in') ?? {};
  const rows = Array.isArray(given)
    ? (given as Fields[]).map((row) => [String(row.customer), row.reason] as const)
    : Object.entries(given as Fields);
  return rows.flatMap(([customer, words]) =>
    [words].flat().flatMap((word) => {
      const reason = reasonOf(word);
      return reason ? [{ customer, reason, since: NO_DATE }] : [];
    }),
  );
}

function persona(c: Case): unknown {
  if (isLedger(c.input)) {
    const items = settledItems(c.input);
    const found = customerFacts(items, rfa(items, serial(c.as_of), knockInsOf(c), settingsOf(c)));
    return byCustomer(
      c,
      found.map(({ customer, facts }) => ({ customer, ...personaAnswer(facts) })),
    );
  }
  return each(c.input, (row) => {
    const known = FACT_NAMES.map((name) => [name, numberOf(row[name]) ?? null] as const);
    return personaAnswer(Object.fromEntries(known) as Facts<FactName>);
  });
}

function personaAnswer(facts: Facts<FactName>) {
  const found = personaOf(facts);
  return { ...found, treatment: DEFAULT_TREATMENTS[found.persona], facts };
}
