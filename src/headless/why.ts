import {
  DEFAULT_ALERT_SETTINGS,
  DEFAULT_BENCHMARKS,
  DEFAULT_FORECAST,
  DEFAULT_KPI_MONTHS,
  DEFAULT_KPI_SETTINGS,
  DEFAULT_LIMITATION,
  DEFAULT_OUTLIERS,
  DEFAULT_SME_RULES,
  DEFAULT_TERMINAL_LOSS,
  DIMENSION_ROLES,
  isoDate,
  type Analysis,
} from '../domain';
import type { Language } from '../workbook/texts';
import { STATEMENT_MONTHS } from './bookAnswers';
import type { Given } from './given';
import { EFFECT_MONTHS, WEEK } from './kpiAnswers';
import { NOT_IN_LEDGER, RULES, type AnswerName } from './rules';
import { ROLL_BASES } from './allowanceAnswer';

/** What an answer rests on beside its rows. */
export interface Why {
  /** In words. */
  readonly rule: string;
  /** docs/spec-*.md with the whole of it. */
  readonly spec: string;
  readonly asOf: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** @returns the rule, the day and the settings of each answer */
export function whyOf(
  { asOf, previous, leadDays, edges, classBounds }: Analysis,
  given: Given,
  language: Language,
): Readonly<Record<AnswerName, Why>> {
  const why = (name: AnswerName, spec: string, settings: Why['settings'] = {}): Why => ({
    rule: RULES[language].answers[name],
    spec: `spec-${spec}`,
    asOf: isoDate(asOf),
    settings,
  });
  const before = isoDate(previous);
  return {
    ages: why('ages', 'allowance'),
    base: why('base', 'settlement', { edges }),
    outside: why('outside', 'settlement'),
    classes: why('classes', 'warnings', { bounds: classBounds }),
    warnings: why('warnings', 'warnings', { previous: before, leadDays, edges }),
    kpis: why('kpis', 'kpi', { months: DEFAULT_KPI_MONTHS, top: DEFAULT_KPI_SETTINGS.top }),
    benchmarks: why('benchmarks', 'kpi', { table: DEFAULT_BENCHMARKS }),
    alerts: why('alerts', 'warnings', { previous: before, ...DEFAULT_ALERT_SETTINGS }),
    effect: why('effect', 'kpi', { months: EFFECT_MONTHS }),
    pivots: why('pivots', 'pivot', { edges }),
    salespersons: why('salespersons', 'reconciliation', { days: WEEK }),
    allowance: why('allowance', 'allowance', {
      terminalLoss: DEFAULT_TERMINAL_LOSS,
      forwardLooking: given.forwardLooking ?? 0,
      isGiven: given.forwardLooking !== undefined,
      ...ROLL_BASES,
    }),
    comparison: why('comparison', 'snapshots', { previous: before, edges }),
    forecast: why('forecast', 'forecast', { ...DEFAULT_FORECAST }),
    limitation: why('limitation', 'terms', { ...DEFAULT_LIMITATION }),
    lateInterest: why('lateInterest', 'terms', { isAgreed: given.lateRate !== undefined }),
    sme: why('sme', 'terms', {
      ...DEFAULT_SME_RULES,
      inForce: isoDate(DEFAULT_SME_RULES.inForce),
    }),
    outliers: why('outliers', 'outliers', { ...DEFAULT_OUTLIERS }),
    reconciliation: why('reconciliation', 'reconciliation'),
    tieOut: why('tieOut', 'reconciliation'),
    statements: why('statements', 'settlement', { months: STATEMENT_MONTHS }),
    applications: why('applications', 'settlement'),
  };
}

/** Figures that are asked for and that this ledger cannot give, and why. */
export function unavailableOf({ items }: Analysis, language: Language): object[] {
  const { unavailable, noColumn } = RULES[language];
  return [
    ...NOT_IN_LEDGER.map((figure) => ({ figure, reason: unavailable[figure] })),
    ...DIMENSION_ROLES.filter((role) => items.dimensions[role] === undefined).map((role) => ({
      figure: `pivots by ${role}`,
      reason: noColumn,
    })),
  ];
}
