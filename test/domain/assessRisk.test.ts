import {
  analyse,
  assessRisk,
  DEFAULT_RISK_SETTINGS,
  defaultSettings,
  defaultTrainingSettings,
  isWeak,
  LedgerEngine,
  trainOverdue,
  withRates,
  serialOf,
  type RiskSettings,
  type Training,
} from '../../src/domain';
import { propose } from '../support/readWorkbook';
import { day, itemsOf, type ItemRow } from '../support/itemsOf';
import { overdueLedger, START } from '../support/overdueLedger';

const asOf = day('2025-06-30');
const analysed = (rows: readonly ItemRow[]) => analyse(itemsOf(rows), defaultSettings(asOf));
const settings: RiskSettings = DEFAULT_RISK_SETTINGS;

const cutOff = START + 700;
const long = overdueLedger({ rows: 600, days: 700 });
const history = analyse(long, defaultSettings(cutOff));
/** A ledger as short as this proves little: the same model as if it had, and as if it had not. */
const raw = trainOverdue(long, defaultTrainingSettings(cutOff))!;
const proved = (beatsBaselines: boolean): Training => ({
  ...raw,
  card: { ...raw.card, proof: { ...raw.card.proof!, beatsBaselines } },
});
const trained = proved(true);
const weak = proved(false);

describe('assessing risk', () => {
  it('tells where value and risk divide the customers', () => {
    const one = { date: '2025-05-01', due: '2025-07-31' };
    const { quadrants, customers } = assessRisk(
      analysed([
        { ...one, customer: '甲', amount: 100 },
        { ...one, customer: '乙', amount: 900 },
      ]),
    )!;
    expect(quadrants).toEqual({ valueFrom: 0.9, riskFrom: 50 });
    expect(customers.map(({ quadrant }) => quadrant).sort()).toEqual(['grow', 'keep']);
  });

  it('adds up in base currency what is rated, and explains the largest item there', () => {
    const risk = assessRisk(
      analysed([
        { customer: '甲', currency: 'CNY', date: '2025-05-01', due: '2025-05-31', amount: 100 },
        { customer: '甲', currency: 'CNY', date: '2025-06-01', due: '2025-07-31', amount: 300 },
        { customer: '乙', kind: 'receipt', date: '2025-06-01', amount: -50 },
      ]),
    )!;
    const told = risk.customers.map((c) => [
      c.customer,
      c.probability,
      c.expectedLoss,
      c.factors.length > 0,
    ]);
    const later = risk.probability[1]!;
    expect(told).toEqual([
      ['甲', (100 + 300 * later) / 400, Math.round(100_00 * 0.45 + 300_00 * later * 0.45), true],
      ['乙', null, 0, false],
    ]);
  });

  it('takes amounts of other currencies at the rate they were booked at', () => {
    const items = itemsOf([
      { currency: 'CNY', date: '2025-05-01', due: '2025-05-31', amount: 100 },
      { currency: 'USD', date: '2025-06-01', due: '2025-07-31', amount: 100 },
    ]);
    const analysis = analyse({ ...items, rate: Float64Array.of(1, 7) }, defaultSettings(asOf));
    const { customers, probability, expectedLoss } = assessRisk(analysis)!;
    expect(customers[0]!.expectedLoss).toBe(expectedLoss[0]! + 7 * expectedLoss[1]!);
    expect(customers[0]!.probability).toBeCloseTo((1 + 7 * probability[1]!) / 8, 12);
  });

  it('knocks in customers whose claims ran out where days off are known', () => {
    const analysis = analysed([{ date: '2021-01-01', due: '2021-01-31', amount: 100 }]);
    const holidays = { holidays: new Set<number>(), workdays: new Set<number>(), last: asOf };
    const knockIns = [{ customer: '甲', reason: 'blacklist', since: asOf }] as const;
    const of = (own: Partial<RiskSettings>) => {
      const { customers } = assessRisk(analysis, { ...settings, ...own })!;
      const { knockIns, limitationSince } = customers[0]!;
      return [knockIns, limitationSince];
    };
    const since = serialOf(2024, 2, 1); // 2021-01-31 + 3 years is the last day to act
    expect(of({})).toEqual([[], null]);
    expect(of({ holidays })).toEqual([['limitation'], since]);
    expect(of({ holidays, knockIns })).toEqual([['blacklist', 'limitation'], since]);
  });

  it('answers nothing when it is told to stop training', () => {
    expect(assessRisk(history, settings, () => false)).toBeNull();
  });

  it('predicts by the model it is given, or by the one it trains', () => {
    const given = assessRisk(history, { ...settings, training: trained })!;
    expect(given.training).toBe(trained);
    expect(assessRisk(history)).toEqual(assessRisk(history, { ...settings, training: raw }));
  });
});

describe('a model that does not beat its baselines', () => {
  it('is told by its proof alone', () => {
    const few = trainOverdue(itemsOf([]), defaultTrainingSettings(asOf))!;
    const rates = withRates(long, weak);
    expect([weak, trained, few, rates].map(isWeak)).toEqual([true, false, false, false]);
  });

  it('gives way to rates, unless it is asked for; its card stays to say why', () => {
    const { training } = assessRisk(history, { ...settings, training: weak })!;
    expect(training).toEqual(withRates(long, weak));
    expect(training.model).toMatchObject({ kind: 'rate', terms: [], delays: weak.model.delays });
    expect(training.card).toEqual({ ...weak.card, scores: null, scorecard: null });
    const insisted = assessRisk(history, { ...settings, training: weak, usesWeakModel: true })!;
    expect(insisted.training).toBe(weak);
  });

  it('gives way to the rates that too little history would have', () => {
    const least = { ...defaultTrainingSettings(cutOff), leastClosed: 1e9 };
    expect(withRates(long, weak).model).toEqual(trainOverdue(long, least)!.model);
  });
});

it('the engine ages and rates in one step', () => {
  const sheets = {
    台账: [
      ['客户', '发票号', '开票日期', '到期日', '应收金额'],
      ['甲', 'A1', day('2025-05-01'), day('2025-05-31'), 100],
    ],
  };
  const proposal = propose(sheets);
  const { sources, receivedOn } = proposal;
  const engine = new LedgerEngine(sources, { receivedOn, mergeCodes: true }, [1]);
  engine.addBlock(0, sheets.台账.slice(1), 2);
  engine.finish();
  const { analysis, risk } = engine.assess(defaultSettings(asOf), settings, null, () => true);
  expect(analysis).toEqual(engine.assess(defaultSettings(asOf), null, null, () => true).analysis);
  expect(risk).toEqual(assessRisk(analysis));
});
