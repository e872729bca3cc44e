import type { Runners } from '../case';
import { ALLOWANCE } from './allowance';
import { BOUNDARY } from './boundary';
import { DUE_DATE } from './dueDate';
import { INTEREST } from './interest';
import { KPI } from './kpi';
import { LEDGER_RUNNERS } from './ledger';
import { PERIODS } from './periods';
import { SCORING } from './scoring';
import { WARNINGS } from './warnings';

/** Every area that is built; a case of another area counts as failed. */
export const RUNNERS: Runners = {
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
