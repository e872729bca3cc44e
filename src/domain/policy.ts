import { DEFAULT_RISK_SETTINGS, type RiskSettings } from './assessRisk';
import type { KnockIn, KnockInReason } from './knockIns';
import type { Persona } from './personas';
import { DEFAULT_TREATMENTS } from './treatments';

/** A treatment a user may have put in other words: codes of ours, or words of theirs. */
export interface PolicyTreatment {
  readonly steps: readonly string[];
  readonly channel: string;
  readonly tone: string;
}

/** One that somebody said; the ledger itself tells whose limitation has run out. */
export interface SaidKnockIn extends KnockIn {
  readonly reason: Exclude<KnockInReason, 'limitation'>;
}

/** How a firm rates customers and deals with them: all of it is theirs to change. */
export interface Policy extends Pick<RiskSettings, 'rfa' | 'personaRules' | 'lossGivenDefault'> {
  readonly treatments: Readonly<Record<Persona, PolicyTreatment>>;
  /** Customers by code, in any spelling, or by name. */
  readonly knockIns: readonly SaidKnockIn[];
  /** Probability from which an item has the amber light, inclusive [0…1]. */
  readonly amberFrom: number;
}

export const DEFAULT_POLICY: Policy = {
  rfa: DEFAULT_RISK_SETTINGS.rfa,
  personaRules: DEFAULT_RISK_SETTINGS.personaRules,
  treatments: DEFAULT_TREATMENTS,
  knockIns: [],
  lossGivenDefault: DEFAULT_RISK_SETTINGS.lossGivenDefault,
  amberFrom: 0.5,
};

/** @returns what customers are rated by; the rest as usual */
export const riskSettingsOf = ({
  rfa,
  personaRules,
  knockIns,
  lossGivenDefault,
}: Policy): RiskSettings => ({
  ...DEFAULT_RISK_SETTINGS,
  rfa,
  personaRules,
  knockIns,
  lossGivenDefault,
});
