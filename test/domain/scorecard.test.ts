import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { parse } from 'papaparse';
import {
  cardScore,
  monotoneBinning,
  probabilityAt,
  scalingOf,
  scoreAt,
  scorecardOf,
  woeTable,
} from '../../src/domain';

describe('scale: 600 at 1 : 60, 20 points double the odds', () => {
  const scaling = scalingOf();

  it('A is 481.862, B is 28.854', () => {
    expect(scaling.a).toBeCloseTo(481.86219, 5);
    expect(scaling.b).toBeCloseTo(28.8539, 5);
  });

  it.each([
    [1 / 60, 600],
    [1 / 30, 580],
    [1 / 120, 620],
    [1, 481.86219],
  ])('odds of bad %d are %d points', (odds, score) => {
    expect(scoreAt(odds, scaling)).toBeCloseTo(score, 4);
    expect(probabilityAt(score, scaling)).toBeCloseTo(odds / (1 + odds), 6);
  });

  it('is a setting', () => {
    const other = scalingOf({ score: 500, goodPerBad: 20, pdo: 50 });
    expect(scoreAt(1 / 20, other)).toBeCloseTo(500, 9);
    expect(scoreAt(1 / 40, other)).toBeCloseTo(550, 9);
  });
});

describe('card', () => {
  const binning = {
    edges: [10],
    bins: woeTable([
      { good: 80, bad: 5 },
      { good: 20, bad: 15 },
    ]).bins,
    iv: 1.3666987,
  };
  const card = scorecardOf([{ name: 'delay', binning, coefficient: -1 }], Math.log(20 / 100));

  it('gives points per bin: B × WoE where the coefficient is −1', () => {
    expect(card.base).toBeCloseTo(528.30075, 4);
    expect(card.variables[0]!.points[0]).toBeCloseTo(28.8539 * 1.1631508, 3);
    expect(card.variables[0]!.points[1]).toBeCloseTo(28.8539 * -1.3217558, 3);
  });

  it('one variable alone gives back the odds of its bins', () => {
    expect(cardScore(card, [10]).score).toBeCloseTo(scoreAt(5 / 80, scalingOf()), 9);
    expect(cardScore(card, [11]).score).toBeCloseTo(scoreAt(15 / 20, scalingOf()), 9);
  });

  it('says which bin gave what; a missing value without a bin gives 0', () => {
    expect(cardScore(card, [11]).parts).toEqual([{ bin: 1, points: card.variables[0]!.points[1] }]);
    expect(cardScore(card, [NaN])).toEqual({ score: card.base, parts: [{ bin: 2, points: 0 }] });
  });

  it('scores by points as the model does by WoE', () => {
    const coefficient = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(
        coefficient,
        coefficient,
        fc.integer({ min: 0, max: 20 }),
        (beta, intercept, value) => {
          const own = scorecardOf([{ name: 'x', binning, coefficient: beta }], intercept);
          const logOdds = intercept + beta * binning.bins[value <= 10 ? 0 : 1]!.woe;
          expect(cardScore(own, [value]).score).toBeCloseTo(
            scoreAt(Math.exp(logOdds), scalingOf()),
            6,
          );
        },
      ),
    );
  });
});

// 1 000 German credits (UCI Statlog), kept outside the project; information values as published for
// them with R's packages scorecard and PDtoolkit.
const file = path.resolve(__dirname, '../../../shared/data/germancredit.csv');
if (existsSync(file)) {
  const rows = parse<Record<string, string>>(readFileSync(file, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data;
  const byWord = (name: string) => {
    const cells = new Map<string, { good: number; bad: number }>();
    for (const row of rows) {
      const cell = cells.get(row[name]!) ?? { good: 0, bad: 0 };
      cell[row.creditability as 'good' | 'bad']++;
      cells.set(row[name]!, cell);
    }
    return cells;
  };

  describe('German credit', () => {
    it.each([
      ['status_of_existing_checking_account', 0.66601150335],
      ['credit_history', 0.29323354739],
      ['savings_account_and_bonds', 0.1960095569],
      ['purpose', 0.16919506567],
      ['property', 0.11263826241],
      ['present_employment_since', 0.08643363103],
      ['other_installment_plans', 0.05761454196],
      ['foreign_worker', 0.04387741201],
      ['other_debtors_or_guarantors', 0.03201932202],
      ['installment_rate_in_percentage_of_disposable_income', 0.02632209005],
      ['number_of_existing_credits_at_this_bank', 0.01326652424],
      ['job', 0.00876276571],
      ['telephone', 0.00637760503],
      ['present_residence_since', 0.00358877319],
      ['number_of_people_being_liable_to_provide_maintenance_for', 0.00004339223],
    ])('%s: %d', (name, iv) => {
      expect(woeTable([...byWord(name).values()]).iv).toBeCloseTo(iv, 9);
    });

    it('no checking account: WoE 1.1763', () => {
      const cells = byWord('status_of_existing_checking_account');
      const at = [...cells.keys()].indexOf('no checking account');
      expect(woeTable([...cells.values()]).bins[at]!.woe).toBeCloseTo(1.1762632229, 9);
    });

    it('risk rises with the duration, in ranges that keep most of what it says', () => {
      const months = Float64Array.from(rows, (row) => Number(row.duration_in_month));
      const isBad = Uint8Array.from(rows, (row) => (row.creditability === 'bad' ? 1 : 0));
      const { bins, edges, iv } = monotoneBinning(months, isBad);
      const rates = bins.map(({ good, bad }) => bad / (good + bad));
      expect(rates).toEqual([...rates].sort((a, b) => a - b));
      expect(edges.length).toBeGreaterThan(1);
      expect(iv).toBeGreaterThan(0.2);
    });
  });
}
