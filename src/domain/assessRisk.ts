import { NONE, type Analysis } from './analyse';
import { toBase } from './base';
import { customerFacts, type FactName } from './customerFacts';
import type { Facts } from './conditions';
import type { Serial } from './date';
import type { HolidayTable } from './holidays';
import { knockInsOn, type KnockIn } from './knockIns';
import { limitationKnockIns } from './limitationKnockIns';
import { modelDrift, type ModelDrift } from './modelDrift';
import type { Fen } from './money';
import {
  DEFAULT_LOSS_GIVEN_DEFAULT,
  OverdueScorer,
  predictOverdue,
  type Factor,
  type OverduePrediction,
} from './overdue';
import { DEFAULT_PERSONA_RULES, personaOf, type PersonaFound, type PersonaRule } from './personas';
import { quadrantsOf, type Quadrant, type Quadrants } from './quadrant';
import { rfa, type CustomerRfa, type Rfa } from './rfa';
import { DEFAULT_RFA_SETTINGS, type RfaSettings } from './rfaScore';
import { rootCauseOf, type RootCause } from './rootCause';
import {
  defaultTrainingSettings,
  isWeak,
  trainOverdue,
  withRates,
  type Training,
  type TrainingControl,
} from './trainOverdue';

export interface RiskSettings {
  readonly rfa: RfaSettings;
  readonly personaRules: readonly PersonaRule[];
  /** What is known of customers from elsewhere: by code, in any spelling, or by name. */
  readonly knockIns: readonly KnockIn[];
  /** Days off, for claims whose limitation has run out; null: limitation knocks nobody in. */
  readonly holidays: HolidayTable | null;
  /** Share of an unpaid claim that is lost [0…1]. */
  readonly lossGivenDefault: number;
  /** The model to predict by; null: one is trained on the ledger. */
  readonly training: Training | null;
  /** Whether a model is used that does not beat its baselines; if not, rates stand in. */
  readonly usesWeakModel: boolean;
}

/** What holds where nobody has set anything else. */
export const DEFAULT_RISK_SETTINGS: RiskSettings = {
  rfa: DEFAULT_RFA_SETTINGS,
  personaRules: DEFAULT_PERSONA_RULES,
  knockIns: [],
  holidays: null,
  lossGivenDefault: DEFAULT_LOSS_GIVEN_DEFAULT,
  training: null,
  usesWeakModel: false,
};

/** All that is said of a customer's risk, and what it rests on. */
export interface CustomerRisk extends CustomerRfa {
  readonly facts: Facts<FactName>;
  /** First day after the limitation of one of its claims ran out; null where none has. */
  readonly limitationSince: Serial | null;
  readonly persona: PersonaFound;
  readonly rootCause: RootCause;
  readonly quadrant: Quadrant;
  /** Of the open invoices, weighted by what is open in base currency; null where none can be rated. */
  readonly probability: number | null;
  /** In base currency. */
  readonly expectedLoss: Fen;
  /** Of the largest rated item: what moves its probability most; empty where there is none. */
  readonly factors: readonly Factor[];
}

/** The risk in a ledger on a day; plain data. */
export interface RiskAssessment extends Omit<OverduePrediction, 'scorer'> {
  readonly rfa: Omit<Rfa, 'customers'>;
  /** In the order of `rfa`: the riskiest first. */
  readonly customers: readonly CustomerRisk[];
  /** Where value and risk divide the customers. */
  readonly quadrants: Pick<Quadrants, 'valueFrom' | 'riskFrom'>;
  /** The model predicted by, and its card; of rates for a weak one, the card of what was tried. */
  readonly training: Training;
  /** What was trained, or handed over: differs where rates stand in for it. */
  readonly trained: Training;
  /** Of what was trained; null where it has no coefficients. */
  readonly drift: ModelDrift | null;
}

/**
 * Assesses an aged ledger's customers and open items.
 *
 * @returns null when `control` said to stop training
 */
export function assessRisk(
  { items, asOf, open }: Analysis,
  settings: RiskSettings = DEFAULT_RISK_SETTINGS,
  control?: TrainingControl,
): RiskAssessment | null {
  const { lossGivenDefault, holidays } = settings;
  const trained = settings.training ?? trainOverdue(items, defaultTrainingSettings(asOf), control);
  if (!trained) return null;
  const isUsed = settings.usesWeakModel || !isWeak(trained);
  const training = isUsed ? trained : withRates(items, trained);
  const expired = holidays ? limitationKnockIns(items, asOf, holidays) : [];
  const limitationSince = new Map(expired.map(({ customer, since }) => [customer, since]));
  const known = knockInsOn(items, settings.knockIns);
  const risk = rfa(items, asOf, [...known, ...expired], settings.rfa, open);
  const prediction = predictOverdue(items, training.model, { asOf, lossGivenDefault });
  const { scorer, ...columns } = prediction;
  const own = isUsed ? scorer : new OverdueScorer(items, trained.model);
  const sums = items.customers.map(() => ({
    open: 0,
    weighted: 0,
    loss: 0,
    largest: NONE,
    most: 0,
  }));
  for (let i = 0; i < items.count; i++) {
    const p = prediction.probability[i]!;
    if (p === NONE) continue;
    const sum = sums[items.customer[i]!]!;
    const rate = items.rate[i]!;
    const base = toBase(open[i]!, rate);
    sum.open += base;
    sum.weighted += p * base;
    sum.loss += toBase(prediction.expectedLoss[i]!, rate);
    if (sum.largest === NONE || base > sum.most) [sum.largest, sum.most] = [i, base];
  }
  const facts = customerFacts(items, risk);
  const { customers: placed, ...quadrants } = quadrantsOf(
    risk.customers.map(({ customer, score }, k) => {
      return { customer, score, value: facts[k]!.facts.salesShare };
    }),
  );
  const { customers, ...basis } = risk;
  return {
    ...columns,
    rfa: basis,
    customers: customers.map((one, k): CustomerRisk => {
      const known = facts[k]!.facts;
      const sum = sums[one.number]!;
      return {
        ...one,
        facts: known,
        limitationSince: limitationSince.get(one.customer) ?? null,
        persona: personaOf(known, settings.personaRules),
        rootCause: rootCauseOf(known),
        quadrant: placed[k]!.quadrant,
        probability: sum.open > 0 ? sum.weighted / sum.open : null,
        expectedLoss: sum.loss,
        factors: sum.largest === NONE ? [] : scorer.factors(sum.largest),
      };
    }),
    quadrants,
    training,
    trained,
    drift: modelDrift(items, trained.card, own, asOf),
  };
}
