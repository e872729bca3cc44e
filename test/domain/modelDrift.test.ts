import {
  analyse,
  assessRisk,
  defaultSettings,
  DEFAULT_RISK_SETTINGS,
  isPayable,
  modelDrift,
  OverdueScorer,
  psi,
} from '../../src/domain';
import { overdueLedger, START } from '../support/overdueLedger';

const LEDGER = overdueLedger({ rows: 900, days: 500 });
const asOf = START + 430;
const RISK = assessRisk(analyse(LEDGER, defaultSettings(asOf)))!;

describe('drift of a model', () => {
  it('is the PSI of the items issued since against those trained on, up to the day', () => {
    const { card } = RISK.trained;
    const since = [...LEDGER.documentDate].filter(
      (day, i) => day > card.to && day <= asOf && isPayable(LEDGER, i),
    );
    const { counts, ...index } = RISK.drift!;
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(since.length);
    expect(index).toEqual(psi(card.scores!.counts, counts));
  });

  it('is not shown of under 100 items', () => {
    const { card, model } = RISK.trained;
    const drift = modelDrift(LEDGER, card, new OverdueScorer(LEDGER, model), card.to + 3)!;
    expect([drift.psi, drift.stability]).toEqual([null, 'tooFew']);
  });

  it('there is none where late shares stand in for too little history', () => {
    const few = overdueLedger({ rows: 60, days: 100 });
    expect(assessRisk(analyse(few, defaultSettings(asOf)))!.drift).toBeNull();
  });

  it('is of what was trained, also where rates stand in for a model that is not proved', () => {
    const { model, card } = RISK.trained;
    const proof = { ...card.proof!, beatsBaselines: false };
    const training = { model, card: { ...card, proof } };
    const settings = { ...DEFAULT_RISK_SETTINGS, training };
    const weak = assessRisk(analyse(LEDGER, defaultSettings(asOf)), settings)!;
    expect(weak.training.model.kind).toBe('rate');
    expect(weak.trained).toBe(training);
    expect(weak.drift).toEqual(RISK.drift);
  });
});
