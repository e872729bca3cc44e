import type { Case, Runner, Runners } from '../case';
import { ALLOWANCE } from './allowance';
import { BOUNDARY } from './boundary';
import { DUE_DATE } from './dueDate';
import { INTEREST } from './interest';
import { KPI } from './kpi';
import { isLedger, LEDGER_RUNNERS, ledgerRunner, NET_POLICIES } from './ledger';
import { PERIODS } from './periods';
import { SCORING } from './scoring';
import { WARNINGS } from './warnings';

/** Every area that is built, as we spell it. */
const RUNNERS: Runners = {
  ...ALLOWANCE,
  ...BOUNDARY,
  ...DUE_DATE,
  ...INTEREST,
  ...KPI,
  ...LEDGER_RUNNERS,
  ...PERIODS,
  ...SCORING,
  ...WARNINGS,
};

/** Areas as others spell them. */
const SPELT: readonly (readonly [RegExp, string])[] = [
  [/^(?:aging|ageing)_?bands?|^bands?$|^age_bands?$|^cas_(?:bands|years)$/, 'bands'],
  [/^(?:buckets?|boundar(?:y|ies)|signed(?:_groups?)?)$/, 'boundary'],
  [
    /^(?:five_?(?:class|tier|level)(?:es|s)?|class(?:es|_5)?|risk_class(?:es)?|五级分类)$/,
    'classification',
  ],
  [/^(?:provision(?:s|ing)?|allowance|loss_rates?|expected_credit_loss)$/, 'provision_matrix'],
  [/^(?:roll_?rates?|migration(?:_rates?)?)$/, 'roll_rate'],
  [/^(?:kpis|metrics?)$/, 'kpi'],
  [/^(?:bp_?dso|best_possible_dso|count_?back(?:_dso)?|delinquent_dso|dso_.+)$/, 'dso'],
  [/^(?:adl|avg_days_late|average_delay)$/, 'average_days_late'],
  [/^(?:ar_turnover|turnover_days)$/, 'turnover'],
  [/^(?:overdue_(?:pct|percent|ratio|rate))$/, 'overdue_share'],
  [/^(?:top_?n|herfindahl)$/, 'concentration'],
  [/^(?:ksp?|ks_statistic|auc|gini|brier|log_?loss|roc)$/, 'discrimination'],
  [/^(?:woe|iv|woe_iv|information_value)$/, 'scorecard'],
  [/^(?:csi|population_stability(?:_index)?)$/, 'psi'],
  [/^(?:due_?dates?|(?:payment_|credit_)?terms?)$/, 'due_date'],
  [/^holidays?(?:_roll)?$/, 'holiday'],
  [/^(?:limitation_period|statute_of_limitations?|诉讼时效)$/, 'limitation'],
  [/^sme_.+$/, 'sme'],
  [/^late_(?:interest|fees?)$/, 'interest'],
  [/^rfa_.+$/, 'rfa'],
  [/^warnings?(?:_levels?)?$/, 'warnings'],
];

/** What policies say where there is one way only; another is a feature we do not have. */
const OURS: Readonly<Record<string, readonly unknown[]>> = {
  age_zero: ['not_due'],
  upper_inclusive: [true],
  instalment_allocation: ['fifo_by_due'],
  show_future: [true],
  ties: ['rank_order_then_name', 'name'],
};

/**
 * @returns what works a case out; undefined for an area nobody knows, which is a question about a
 *   ledger where a ledger is given
 * @throws where the policy asks for what is not built
 */
export function runnerOf({ area, input, policy }: Case): Runner | undefined {
  const name = area.toLowerCase().replace(/[\s-]+/g, '_');
  const known = name in RUNNERS ? name : SPELT.find(([spelt]) => spelt.test(name))?.[1];
  const runner =
    known === undefined ? (isLedger(input) ? ledgerRunner : undefined) : RUNNERS[known];
  const unapplied_credit = ['separate_column', ...(runner === ledgerRunner ? NET_POLICIES : [])];
  for (const [key, values] of Object.entries({ ...OURS, unapplied_credit })) {
    const asked = policy[key] ?? values[0];
    if (!values.includes(asked)) throw new Error(`not built: ${key} ${JSON.stringify(asked)}`);
  }
  return runner;
}
