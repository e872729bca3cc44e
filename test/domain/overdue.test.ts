import fc from 'fast-check';
import {
  DEFAULT_LOSS_GIVEN_DEFAULT,
  defaultTrainingSettings,
  isPayable,
  logistic,
  NO_DATE,
  OverdueScorer,
  predictOverdue,
  trainOverdue,
  trainPlainLogit,
  type OverdueModel,
  type Receivables,
  type TrainingSettings,
} from '../../src/domain';
import { calibrated, calibrationOf } from '../../src/domain/calibration';
import { delayBand, percentilesOf } from '../../src/domain/delayBand';
import { OverdueFitter } from '../../src/domain/overdueFit';
import { choose, foldsOf, foretell } from '../../src/domain/overdueFolds';
import { sampleOf } from '../../src/domain/overdueSample';
import { day, itemsOf, type ItemRow } from '../support/itemsOf';
import { overdueLedger, START } from '../support/overdueLedger';

const settings = (cutOff: number) => ({ ...defaultTrainingSettings(cutOff), leastDays: 200 });

/** Thirty days a customer, 甲 always on time and 乙 always ten days late, from 2025-01-01 on. */
const few: ItemRow[] = ['2025-01-01', '2025-01-11', '2025-01-21'].flatMap((date) => [
  { customer: '甲', date, due: '2025-02-01', amount: 1, received: 1, receiptDate: '2025-02-01' },
  { customer: '乙', date, due: '2025-02-01', amount: 1, received: 1, receiptDate: '2025-02-11' },
]);

describe('too little history', () => {
  it.each([
    ['few closed', { leastClosed: 7 }, 'fewClosed'],
    ['few late', { leastClosed: 6, leastLate: 4 }, 'fewLate'],
  ] as const)('%s: late shares drawn to the ledger stand in', (_, least, tooLittle) => {
    const items = itemsOf([
      ...few,
      { customer: '甲', date: '2025-04-01', due: '2025-05-01', amount: 1 },
      { customer: '乙', date: '2025-04-01', due: '2025-05-01', amount: 1 },
      { customer: '丙', date: '2025-04-01', due: '2025-05-01', amount: 1 },
    ]);
    const { model, card } = trainOverdue(items, {
      ...defaultTrainingSettings(day('2025-04-01')),
      ...least,
    })!;
    expect([model.kind, card.tooLittle, card.proof, card.scores]).toEqual([
      'rate',
      tooLittle,
      null,
      null,
    ]);
    expect([card.rows, card.closed, card.late]).toEqual([6, 6, 3]);
    expect([card.from, card.to]).toEqual([day('2025-01-01'), day('2025-01-21')]);
    const scorer = new OverdueScorer(items, model);
    expect(scorer.probabilities([6])[0]!).toBeCloseTo((0 + 4 * 0.5) / (3 + 4), 12);
    expect(scorer.probabilities([7])[0]!).toBeCloseTo((3 + 4 * 0.5) / (3 + 4), 12);
    expect(scorer.probabilities([8])[0]!).toBeCloseTo(0.5, 12);
    expect(scorer.factors(8)).toEqual([]);
    expect(scorer.factors(7)).toEqual([
      { code: 'lateShare', contribution: expect.closeTo(Math.log(5 / 2), 12), value: 5 / 7 },
    ]);
  });

  it('few on time is too little as well', () => {
    const late = few.filter(({ customer }) => customer === '乙');
    const least = { leastClosed: 3, leastLate: 1 };
    const { card } = trainOverdue(itemsOf(late), {
      ...defaultTrainingSettings(day('2025-04-01')),
      ...least,
    })!;
    expect(card.tooLittle).toBe('fewOnTime');
  });

  it('no history at all says half', () => {
    const items = itemsOf([{ date: '2025-04-01', due: '2025-05-01', amount: 1 }]);
    const training = trainOverdue(items, defaultTrainingSettings(day('2025-04-01')))!;
    expect([training.card.from, training.card.to]).toEqual([NO_DATE, NO_DATE]);
    expect(new OverdueScorer(items, training.model).probabilities([0])[0]!).toBe(0.5);
    const plain = trainPlainLogit(items, defaultTrainingSettings(day('2025-04-01')));
    expect(new OverdueScorer(items, plain).probabilities([0])[0]!).toBe(0.5);
  });

  it('a kept segment is drawn to instead of the ledger, and is a factor', () => {
    const items = overdueLedger({ rows: 90, days: 300, types: true });
    const { model, card } = trainOverdue(items, settings(START + 300))!;
    expect(card.tooLittle).toBe('fewClosed');
    const [segment] = model.rates.alike;
    expect(segment!.by).toBe('customerType');
    expect(segment!.late['渠道']).toBeGreaterThan(model.rates.all + 0.1);
    expect(segment!.late['直营']).toBeLessThan(model.rates.all - 0.1);
    const scorer = new OverdueScorer(items, model);
    const codes = scorer.factors(0).map(({ code }) => code);
    expect(codes).toEqual(['segment']);
    const other = overdueLedger({ rows: 30, days: 30 });
    const strange = new OverdueScorer(other, model);
    expect(strange.probabilities([0])[0]!).toBeCloseTo(model.rates.all, 12);
  });
});

/** What is foretold, in time: by models of the rows before each part; the last part is the proof. */
function foretold(items: Receivables, own: TrainingSettings) {
  const sample = sampleOf(items, own);
  const fitter = new OverdueFitter(items, sample, () => true);
  const folds = foldsOf(items, fitter.some);
  const proving = folds.pop()!;
  const forms = [true, false];
  const chosen = choose(fitter, folds, own.penalties, sample.ways.length, forms);
  const lesson = fitter.lesson(fitter.some, proving.from, proving.to, chosen);
  return [chosen, foretell(fitter, [lesson], chosen.penalty)] as const;
}

const LEDGER = overdueLedger({ rows: 900, days: 400, weekends: true });
const CUT_OFF = START + 300;
const TRAINING = trainOverdue(LEDGER, settings(CUT_OFF))!;

describe('training', () => {
  it('takes items due 45 days before the cut-off or more, and proves itself on the latest', () => {
    const { model, card } = TRAINING;
    expect(model.kind).toBe('logistic');
    expect([card.maturity, card.tooLittle, card.undated]).toEqual([45, null, 0]);
    const mature = [...LEDGER.dueDate].filter((due) => due <= CUT_OFF - 45).length;
    expect(card.rows).toBe(mature);
    expect(card.from).toBe(START);
    expect(card.proof!.from).toBeGreaterThan(card.from);
    expect(card.proof!.model.n).toBeGreaterThan(0.1 * card.rows);
    expect(card.scores!.counts.reduce((sum, n) => sum + n, 0)).toBe(card.rows);
  });

  it('finds that weekends matter and beats both baselines', () => {
    const { model, card } = TRAINING;
    expect(model.terms.slice(12).map(({ input }) => input)).toContain('weekday');
    expect(card.proof!.beatsBaselines).toBe(true);
    expect(card.proof!.model.brier!).toBeLessThan(card.proof!.logit.brier!);
    expect(card.proof!.constant.auc).toBe(0.5);
  });

  it('of a short ledger takes all whose outcome is certain, unpaid ones as late', () => {
    const { card } = trainOverdue(LEDGER, { ...settings(CUT_OFF), leastDays: 365 })!;
    expect(card.maturity).toBe(1);
    const certain = [...LEDGER.dueDate.keys()].filter(
      (i) => LEDGER.dueDate[i]! < CUT_OFF && LEDGER.documentDate[i]! < CUT_OFF,
    );
    const late = certain.filter((i) => LEDGER.receiptDate[i]! > LEDGER.dueDate[i]!);
    expect([card.rows, card.late]).toEqual([certain.length, late.length]);
    expect(card.closed).toBeLessThan(card.rows);
  });

  it('of a short ledger counts the late share as log-odds, whatever its few rows would choose', () => {
    const items = overdueLedger({ rows: 400, days: 400, customers: 5, weekends: true });
    const long = settings(START + 300);
    const short = { ...long, leastDays: 365 };
    expect([foretold(items, long)[0].asOdds, foretold(items, short)[0].asOdds]).toEqual([
      false,
      false,
    ]);
    expect(trainOverdue(items, long)!.model.rates.asOdds).toBe(false);
    expect(trainOverdue(items, short)!.model.rates.asOdds).toBe(true);
  });

  it('waits for the grace where it is longer than the maturity', () => {
    const { card } = trainOverdue(LEDGER, { ...settings(CUT_OFF), grace: 3, maturityDays: 2 })!;
    expect(card.maturity).toBe(4);
    expect(card.late).toBeLessThan(TRAINING.card.late);
  });

  it('knows nothing of the cut-off and later', () => {
    const then = overdueLedger({ rows: 900, days: 400, weekends: true, knownUntil: CUT_OFF });
    expect(trainOverdue(then, settings(CUT_OFF))).toEqual(TRAINING);
  });

  it('does not learn of kinds of items that come later only', () => {
    const isLater = (i: number) => LEDGER.documentDate[i]! >= CUT_OFF;
    const foreign: Receivables = {
      ...LEDGER,
      currencies: [...LEDGER.currencies, 'USD'],
      currency: LEDGER.currency.map((own, i) => (isLater(i) ? 1 : own)),
    };
    expect(sampleOf(foreign, settings(CUT_OFF)).ways.map(({ by }) => by)).toEqual([
      'weekday',
      'size',
      'monthPart',
    ]);
    expect(trainOverdue(foreign, settings(CUT_OFF))).toEqual(TRAINING);
  });

  it('counts what it left out: settled on a day nobody knows', () => {
    const rows = [...few, { date: '2025-01-01', due: '2025-02-01', amount: 1, received: 1 }];
    const { card } = trainOverdue(itemsOf(rows), defaultTrainingSettings(day('2025-04-01')))!;
    expect([card.rows, card.undated]).toEqual([6, 1]);
  });

  it('drawn very strongly leaves the late share as it is', () => {
    const { model, card } = trainOverdue(LEDGER, { ...settings(CUT_OFF), penalties: [1e6] })!;
    expect([card.penalty, model.rates.asOdds]).toEqual([1e6, true]);
    const share = model.terms.find(({ input }) => input === 'lateShare')!;
    expect(share.coefficient).toBeCloseTo(1, 2);
    expect(card.proof!.model.logLoss!).toBeLessThan(card.proof!.constant.logLoss!);
  });

  it('tells how far it is and stops when told to', () => {
    const seen: number[] = [];
    let total = 0;
    trainOverdue(LEDGER, settings(CUT_OFF), (begun, of) => {
      seen.push(begun);
      total = of;
      return true;
    });
    expect(seen[0]).toBe(1);
    expect(seen.every((n, k) => k === 0 || n >= seen[k - 1]!)).toBe(true);
    expect(seen.at(-1)).toBe(total);
    let calls = 0;
    expect(trainOverdue(LEDGER, settings(CUT_OFF), () => ++calls < 3)).toBeNull();
    expect(calls).toBe(3);
  });

  it('keeps every k-th row for choosing where there are very many', () => {
    const many = overdueLedger({ rows: 60_000, days: 400 });
    const { card } = trainOverdue(many, settings(START + 400))!;
    expect(card.rows).toBeGreaterThan(50_000);
    expect(card.proof!.model.n).toBeLessThan(0.1 * card.rows);
  });

  it('proves nothing by rows of one day', () => {
    const oneDay = overdueLedger({ rows: 400, days: 1 });
    const late = { ...oneDay, receiptDate: oneDay.dueDate.map((due, i) => due + (i % 2)) };
    const paid = { ...late, received: late.amount };
    const { model, card } = trainOverdue(paid, settings(START + 100))!;
    expect(model.kind).toBe('logistic');
    expect([card.proof!.model.n, card.proof!.beatsBaselines]).toEqual([0, false]);
  });
});

describe('a plain logit', () => {
  it('leaves out inputs that say nothing, and is beaten', () => {
    const plain = trainPlainLogit(LEDGER, settings(CUT_OFF));
    expect(plain.terms).toHaveLength(12);
    expect(plain.calibration).toBeNull();
    const flat: Receivables = { ...LEDGER, dueDate: LEDGER.documentDate.map((d) => d + 30) };
    const term = trainPlainLogit(flat, settings(CUT_OFF)).terms.find((t) => t.input === 'term')!;
    expect([term.coefficient, term.low, term.high]).toEqual([0, 30, 30]);
  });

  it('has finite coefficients also where an input tells all', () => {
    const rows = Array.from({ length: 40 }, (_, i): ItemRow => {
      const isLate = i % 2 === 1;
      const paid = isLate ? '2025-02-11' : '2025-01-31';
      const amount = (isLate ? 1000 : 1) + i / 100;
      return { date: '2025-01-01', due: '2025-02-01', amount, received: amount, receiptDate: paid };
    });
    const { terms } = trainPlainLogit(itemsOf(rows), defaultTrainingSettings(day('2025-04-01')));
    expect(terms[0]!.coefficient).toBeGreaterThan(0);
    expect(terms.every(({ coefficient }) => Number.isFinite(coefficient))).toBe(true);
  });
});

describe('a prediction', () => {
  const { model } = TRAINING;
  const scorer = new OverdueScorer(LEDGER, model);

  it('lies between 0 and 1 and does not depend on what came later', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: LEDGER.count - 1 }), (item) => {
        const p = scorer.probabilities([item])[0]!;
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThan(1);
        const issued = LEDGER.documentDate[item]!;
        const then: Receivables = {
          ...LEDGER,
          received: LEDGER.received.map((fen, i) => (LEDGER.receiptDate[i]! < issued ? fen : 0)),
        };
        expect(new OverdueScorer(then, model).probabilities([item])[0]!).toBe(p);
      }),
      { numRuns: 20 },
    );
  });

  it('is the sum of its factors: the largest three are shown', () => {
    const all = scorer.factors(500, 99);
    expect(scorer.factors(500)).toEqual(all.slice(0, 3));
    const sizes = all.map(({ contribution }) => Math.abs(contribution));
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    const mean = model.terms.reduce((sum, t) => sum + t.coefficient * t.mean, model.intercept);
    const odds = all.reduce((sum, { contribution }) => sum + contribution, mean);
    expect(logistic(odds)).toBeCloseTo(scorer.probabilities([500])[0]!, 12);
    expect(all.filter(({ code }) => code === 'open')).toHaveLength(1);
  });

  it('of a calibrated model follows its slope', () => {
    const steep: OverdueModel = { ...model, calibration: { intercept: 1, slope: 2 } };
    const [one] = scorer.factors(500, 1);
    const [two] = new OverdueScorer(LEDGER, steep).factors(500, 1);
    expect(two!.contribution).toBeCloseTo(2 * one!.contribution, 12);
  });

  it('holds inputs at what training rows lie between', () => {
    const amount = model.terms[0]!;
    const dear = (fen: number): Receivables => ({
      ...LEDGER,
      amount: LEDGER.amount.map((own, i) => (i === 500 ? fen : own)),
    });
    const atHigh = new OverdueScorer(dear(Math.round(100 * Math.expm1(amount.high))), model);
    const beyond = new OverdueScorer(dear(1e13), model);
    const part = (of: OverdueScorer) => of.factors(500, 99).find((f) => f.code === 'amount')!;
    expect(part(beyond).contribution).toBeCloseTo(part(atHigh).contribution, 6);
    const penny = part(new OverdueScorer(dear(1), model)).contribution;
    expect(penny).toBeCloseTo(amount.coefficient * (amount.low - amount.mean), 12);
  });
});

describe('the open invoices of a day', () => {
  const model: OverdueModel = {
    kind: 'rate',
    grace: 0,
    rates: { all: 0.25, weight: 4, asOdds: false, alike: [] },
    intercept: 0,
    terms: [],
    calibration: null,
    delays: { onTime: [-9, -4, -1, 0], late: [2, 10] },
  };
  const items = itemsOf([
    { customer: '甲', date: '2025-06-01', due: '2025-06-30', amount: 100.02 },
    { customer: '乙', date: '2025-05-01', due: '2025-06-20', amount: 200 },
    { customer: '丙', date: '2025-05-01', due: '2025-06-29', amount: 50 },
    { customer: '丁', date: '2025-05-01', due: '2025-07-30', amount: 9, received: 9 },
    { customer: '丁', kind: 'receipt', date: '2025-05-01', amount: -9 },
    { customer: '戊', due: '2025-07-30', amount: 9 },
  ]);
  const asOf = day('2025-06-30');
  const prediction = predictOverdue(items, model, { asOf, lossGivenDefault: 0.5 });

  it('have a probability, what is past due is late already, the rest has none', () => {
    expect([...prediction.probability]).toEqual([0.25, 1, 1, -1, -1, -1]);
    expect(prediction.asOf).toBe(asOf);
  });

  it('have an expected loss: p × open × LGD, to the fen, half up', () => {
    expect([...prediction.expectedLoss]).toEqual([1250, 10000, 2500, 0, 0, 0]);
    const dearer = predictOverdue(items, model, { asOf, lossGivenDefault: 0.4 });
    expect(dearer.expectedLoss[0]).toBe(1000); // 0.25 × 0.4 × 10002 = 1000.2
    const half = itemsOf([{ date: '2025-06-01', due: '2025-06-30', amount: 0.04 }]);
    expect(predictOverdue(half, model, { asOf, lossGivenDefault: 0.5 }).expectedLoss[0]).toBe(1);
  });

  it('have a band for the receipt where such items were ever paid', () => {
    const dates = (column: Int32Array) => [...column];
    expect(dates(prediction.receiptFrom)).toEqual([asOf + 2, NO_DATE, asOf + 1, -1, -1, -1]);
    expect(dates(prediction.receiptTo)).toEqual([asOf + 10, NO_DATE, asOf + 9, -1, -1, -1]);
    expect(prediction.scorer.probabilities([0])[0]!).toBe(0.25);
  });

  it('never rate what is no open invoice', () => {
    items.documentDate.forEach((_, i) => {
      if (prediction.probability[i]! >= 0) expect(isPayable(items, i)).toBe(true);
    });
  });
});

it('is what the worked example of docs/spec-overdue.md says', () => {
  const items = itemsOf([
    {
      date: '2025-01-05',
      due: '2025-02-04',
      amount: 1000,
      received: 1000,
      receiptDate: '2025-02-10',
    },
    {
      date: '2025-01-20',
      due: '2025-02-19',
      amount: 2000,
      received: 2000,
      receiptDate: '2025-02-15',
    },
    { date: '2025-02-12', due: '2025-03-14', amount: 500 },
    { date: '2025-03-20', due: '2025-04-19', amount: 4000 },
  ]);
  const model: OverdueModel = {
    kind: 'rate',
    grace: 0,
    rates: { all: 0.4, weight: 4, asOdds: false, alike: [] },
    intercept: 0,
    terms: [],
    calibration: null,
    delays: { onTime: [-4], late: [6] },
  };
  const asOf = day('2025-03-31');
  const lossGivenDefault = DEFAULT_LOSS_GIVEN_DEFAULT;
  const said = predictOverdue(items, model, { asOf, lossGivenDefault });
  expect(said.probability[3]).toBeCloseTo((2 + 4 * 0.4) / (3 + 4), 12);
  expect(said.probability[2]).toBe(1);
  expect([...said.expectedLoss]).toEqual([0, 0, 22500, 92571]);
});

describe('when money comes', () => {
  const tables = { onTime: [-8, -6, -4, -2], late: [1, 3, 5, 7] };
  it.each<[string, number, number, readonly [number, number] | null]>([
    ['surely on time: the middle half of those', 0, -30, [-6, -2]],
    ['surely late', 1, -30, [3, 7]],
    ['as likely as not: from one to the other', 0.5, -30, [-4, 5]],
    ['three quarters on time', 0.25, -30, [-6, 1]],
    ['unpaid five days before due: not before', 0, -5, [-4, -2]],
    ['unpaid when due: late, whatever was expected', 0.1, 0, [3, 7]],
    ['unpaid beyond all there was', 0.5, 7, null],
  ])('%s', (_, p, unpaid, expected) => {
    expect(delayBand(tables, p, unpaid)).toEqual(expected);
  });

  it('is open where nothing was ever paid late, or at all', () => {
    expect(delayBand({ onTime: [0], late: [] }, 1, -5)).toBeNull();
    expect(delayBand({ onTime: [], late: [] }, 0.5, -5)).toBeNull();
    expect(delayBand({ onTime: [0], late: [] }, 0.2, -5)).toEqual([0, 0]);
  });

  it('is told by percentiles', () => {
    expect(percentilesOf(new Int32Array(0))).toEqual([]);
    const table = percentilesOf(Int32Array.from({ length: 201 }, (_, k) => 200 - k));
    expect([table.length, table[0], table[50], table[100]]).toEqual([101, 0, 100, 200]);
  });
});

describe('calibration', () => {
  it('makes shares of like rows: odds of 1 : 3 and 3 : 1 where ±3 was said', () => {
    const said = [-3, -3, -3, -3, 3, 3, 3, 3];
    const fitted = calibrationOf(said, [1, 0, 0, 0, 1, 1, 1, 0])!;
    expect(fitted.intercept).toBeCloseTo(0, 12);
    expect(fitted.slope).toBeCloseTo(Math.log(3) / 3, 12);
    expect(calibrated(3, fitted)).toBeCloseTo(Math.log(3), 12);
    expect(calibrated(3, null)).toBe(3);
  });

  const lossOf = (odds: number, isLate: number) => Math.log1p(Math.exp(isLate ? -odds : odds));

  /** Maximum likelihood of a + b × odds, by Newton's steps in two unknowns. */
  const platt = (odds: ArrayLike<number>, isLate: ArrayLike<number>): [number, number] => {
    let [a, b] = [0, 1];
    for (let step = 0; step < 50; step++) {
      let [g, h, aa, ab, bb] = [0, 0, 0, 0, 0];
      Array.from(odds).forEach((x, r) => {
        const p = 1 / (1 + Math.exp(-a - b * x));
        g += isLate[r]! - p;
        h += (isLate[r]! - p) * x;
        aa += p * (1 - p);
        ab += p * (1 - p) * x;
        bb += p * (1 - p) * x * x;
      });
      const det = aa * bb - ab * ab;
      a += (bb * g - ab * h) / det;
      b += (aa * h - ab * g) / det;
    }
    return [a, b];
  };

  it.each([
    ['kept where later rows lose less by two standard errors', 600, true],
    ['not kept where they lose less, but as chance would have it', 900, false],
  ])('is %s', (_, rows, isKept) => {
    const items = overdueLedger({ rows, days: 400, weekends: !isKept });
    const [before, later] = foretold(items, settings(START + 300));
    const [a, b] = platt(before.odds, before.isLate);
    const tuned = later.odds.map((x) => a + b * x);
    const losses = (odds: Float64Array) => [...odds].map((x, r) => lossOf(x, later.isLate[r]!));
    const mean = (of: readonly number[]) => of.reduce((sum, x) => sum + x, 0) / of.length;
    const [was, is] = [losses(later.odds), losses(tuned)];
    const gains = was.map((loss, r) => loss - is[r]!);
    const error = Math.sqrt(mean(gains.map((gain) => (gain - mean(gains)) ** 2)) / gains.length);
    expect(mean(gains)).toBeGreaterThan(isKept ? 2 * error : 0);
    if (!isKept) expect(mean(gains)).toBeLessThan(2 * error);

    const { model, card } = trainOverdue(items, settings(START + 300))!;
    expect(card.proof!.model.logLoss).toBeCloseTo(mean(isKept ? is : was), 9);
    if (!isKept) expect(model.calibration).toBeNull();
    else {
      const all = platt([...before.odds, ...later.odds], [...before.isLate, ...later.isLate]);
      expect(model.calibration!.intercept).toBeCloseTo(all[0], 6);
      expect(model.calibration!.slope).toBeCloseTo(all[1], 6);
    }
  });

  it('is none where it would turn the order around, or rows cannot tell', () => {
    expect(calibrationOf([-3, -3, -3, 3, 3, 3], [1, 1, 0, 0, 0, 1])).toBeNull();
    expect(calibrationOf([1, 2], [1, 1])).toBeNull();
  });
});
