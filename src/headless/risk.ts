import { formatFen, isoDate, type RiskAssessment } from '../domain';

/** What is said of a customer beside its ageing; see docs/spec-rfa.md, spec-personas.md, spec-overdue.md. */
export interface CustomerReport {
  readonly rfa: object;
  readonly tier: string;
  readonly persona: string;
  readonly quadrant: string;
  readonly rootCause: string | null;
  /** Of the open items, by what is open of each, 0…1; null where none can be rated. */
  readonly probability: number | null;
  readonly expectedLoss: string;
  readonly reasons: object;
}

/** @returns the risk of each customer, by its code, and the model the probabilities come from */
export function riskOf({ customers, training }: RiskAssessment): {
  customers: ReadonlyMap<string, CustomerReport>;
  model: object;
} {
  const { model, card } = training;
  return {
    customers: new Map(
      customers.map((one) => [
        one.customer,
        {
          rfa: {
            ...one.measures,
            points: one.points,
            score: one.score,
            fallenDue: one.fallenDue,
            late: one.late,
            isInsufficient: one.isInsufficient,
            knockIns: one.knockIns,
          },
          tier: one.tier,
          persona: one.persona.persona,
          quadrant: one.quadrant,
          rootCause: one.rootCause.cause,
          probability: one.probability,
          expectedLoss: formatFen(one.expectedLoss),
          reasons: {
            persona: one.persona.matches,
            missing: one.persona.missing,
            probability: one.factors,
          },
        },
      ]),
    ),
    model: {
      kind: model.kind,
      ...card,
      from: isoDate(card.from),
      to: isoDate(card.to),
      cutOff: isoDate(card.cutOff),
      intercept: model.intercept,
      terms: model.terms,
      calibration: model.calibration,
    },
  };
}
