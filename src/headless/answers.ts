import { findOutliers, writeOffsOf } from '../domain';
import type { Findings } from '../workbook/runWarnings';
import { TEXTS, type Language } from '../workbook/texts';
import {
  agesOf,
  baseOf,
  classesOf,
  labelsOf,
  outsideOf,
  pivotsOf,
  warningsOf,
} from './ageingAnswers';
import { allowanceOf } from './allowanceAnswer';
import {
  applicationsOf,
  comparisonOf,
  reconciliationOf,
  statementsOf,
  tieOutsOf,
} from './bookAnswers';
import { forecastOf } from './cashAnswer';
import { lateInterestOf, limitationsOf, smeOf } from './claimAnswers';
import type { Given } from './given';
import { kpiAnswers, salespersonsOf } from './kpiAnswers';
import type { AnswerName } from './rules';
import { list, where } from './say';
import { unavailableOf, whyOf } from './why';

/**
 * What the engine answers beyond ageing, as plain JSON: money as decimal strings in major units,
 * days as ISO dates, shares 0…1, items by sheet row; each with the rows it rests on, its rule, day
 * and settings under `why`. What the ledger cannot give is told, with the reason.
 */
export function answersOf(
  { analysis, matching, issues }: Pick<Findings, 'analysis' | 'matching' | 'issues'>,
  language: Language,
  given: Given,
): Readonly<Record<AnswerName | 'why' | 'unavailable', object>> {
  const texts = TEXTS[language];
  const labels = labelsOf(analysis, texts);
  const writeOffs = writeOffsOf(analysis.items, analysis.asOf);
  return {
    ages: agesOf(analysis),
    base: baseOf(analysis, labels),
    outside: outsideOf(analysis),
    classes: classesOf(analysis, texts),
    warnings: warningsOf(analysis, labels),
    ...kpiAnswers(analysis, writeOffs, given, language),
    pivots: pivotsOf(analysis, labels),
    salespersons: salespersonsOf(analysis),
    allowance: allowanceOf(analysis, writeOffs, given.forwardLooking ?? 0, texts),
    comparison: comparisonOf(analysis),
    forecast: forecastOf(analysis, given),
    limitation: limitationsOf(analysis),
    lateInterest: lateInterestOf(analysis, given),
    sme: smeOf(analysis),
    outliers: list(findOutliers(analysis), ({ item, ...rest }) => ({
      ...where(analysis, item),
      ...rest,
    })),
    reconciliation: reconciliationOf(analysis, matching),
    tieOut: tieOutsOf(analysis, issues, given),
    statements: statementsOf(analysis),
    applications: applicationsOf(analysis),
    why: whyOf(analysis, given, language),
    unavailable: unavailableOf(analysis, language),
  };
}
