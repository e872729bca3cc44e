import { DEFAULT_POLICY, RFA_PARTS, type Policy } from '../domain';
import { cellsOfKnockIns, knockInsOf } from './knockInCells';
import { cellsOfRules, rulesOf } from './personaRuleCells';
import { figureOf, linesOf, modeOf, thresholdsOf, weightsOf } from './policyFigures';
import type { CellProblem, PolicyCells, PolicyPart, Tell } from './policyParts';
import type { PolicyTexts } from './policyTexts';
import { cellsOfTreatments, treatmentsOf } from './treatmentCells';

/** @param date1904 - whether the workbook counts its days from 1904 */
export function policyOf(
  cells: PolicyCells<unknown>,
  date1904: boolean,
): { policy: Policy; problems: CellProblem[] } {
  const problems: CellProblem[] = [];
  const read = <T>(
    part: PolicyPart,
    of: (rows: readonly (readonly unknown[])[], tell: Tell) => T,
    standard: T,
  ): T => {
    const tell: Tell = (row, column, code, instead = 'default') =>
      void problems.push({ part, row, column, code, instead });
    const rows = cells[part];
    if (rows) return of(rows, tell);
    tell(0, 0, 'missing');
    return standard;
  };
  const { rfa, ...standard } = DEFAULT_POLICY;
  const policy: Policy = {
    rfa: {
      ...read('rfaThresholds', thresholdsOf, rfa),
      weights: read('rfaWeights', weightsOf, rfa.weights),
      tierFrom: read(
        'rfaTiers',
        ([row = []], tell) => linesOf(row, 0, 'score', rfa.tierFrom, tell),
        rfa.tierFrom,
      ),
      mode: read('rfaMode', modeOf, rfa.mode),
      windowMonths: read('rfaWindow', figureOf('months', rfa.windowMonths), rfa.windowMonths),
      leastFallenDue: read('rfaLeast', figureOf('whole', rfa.leastFallenDue), rfa.leastFallenDue),
    },
    lossGivenDefault: read(
      'lossGivenDefault',
      figureOf('share', standard.lossGivenDefault),
      standard.lossGivenDefault,
    ),
    amberFrom: read('amberFrom', figureOf('share', standard.amberFrom), standard.amberFrom),
    treatments: read('treatments', treatmentsOf, standard.treatments),
    personaRules: read('personaRules', rulesOf, standard.personaRules),
    knockIns: read('knockIns', (rows, tell) => knockInsOf(rows, date1904, tell), standard.knockIns),
  };
  return { policy, problems };
}

/** @returns the cells policyOf reads, spare lines included */
export function cellsOfPolicy(policy: Policy, texts: PolicyTexts) {
  const { rfa } = policy;
  return {
    rfaThresholds: [...RFA_PARTS.map((part) => rfa.thresholds[part]), rfa.quantiles],
    rfaWeights: RFA_PARTS.map((part) => [rfa.weights[part]]),
    rfaTiers: [rfa.tierFrom],
    rfaMode: [[texts.modes[rfa.mode]]],
    rfaWindow: [[rfa.windowMonths]],
    rfaLeast: [[rfa.leastFallenDue]],
    lossGivenDefault: [[policy.lossGivenDefault]],
    amberFrom: [[policy.amberFrom]],
    treatments: cellsOfTreatments(policy.treatments, texts),
    personaRules: cellsOfRules(policy.personaRules, texts),
    knockIns: cellsOfKnockIns(policy.knockIns, texts),
  };
}
