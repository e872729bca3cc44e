import {
  cardScore,
  customerFacts,
  personaOf,
  psi,
  quadrantsOf,
  rfa,
  rootCauseOf,
  scorecardOf,
  woeTable,
} from '../../src/domain';
import { day, itemsOf, type ItemRow } from '../support/itemsOf';

const asOf = day('2025-06-30');

/** The ledger of spec-rfa, and another customer's sales. */
const ROWS: ItemRow[] = [
  { doc: 'A', date: '2025-01-01', due: '2025-01-31', amount: 100 },
  { doc: 'B', date: '2025-02-01', due: '2025-03-03', amount: 200 },
  { doc: 'C', date: '2025-03-01', due: '2025-03-31', amount: 300 },
  { doc: 'D', date: '2025-05-01', due: '2025-05-31', amount: 400 },
  { doc: 'E', date: '2025-06-15', due: '2025-07-15', amount: 600 },
  { kind: 'receipt', date: '2025-01-31', amount: -100, applied: { A: 100 } },
  { kind: 'receipt', date: '2025-03-13', amount: -200, applied: { B: 200 } },
  { kind: 'receipt', date: '2025-04-20', amount: -300, applied: { C: 300 } },
  { customer: '乙', date: '2025-06-01', due: '2025-08-01', amount: 14_400 },
];

describe('the worked examples of docs', () => {
  it('spec-personas: 甲 is a strategic customer that could pay and does not', () => {
    const items = itemsOf(ROWS);
    const risk = rfa(items, asOf);
    const all = customerFacts(items, risk);
    const { facts } = all.find(({ customer }) => customer === '甲')!;
    expect(facts).toMatchObject({
      salesShare: 0.1,
      lateRatio: 0.75,
      recentLateRatio: 1,
      overdueDays: 30,
      overdueDaysRise: 30,
      overdueShare: 0.4,
      maxDelay: 30,
      maxDaysOverdue: 30,
    });
    expect(personaOf(facts)).toMatchObject({
      persona: 'strategic',
      missing: ['bouncedBills', 'signalSeverity', 'brokenPromises', 'groundlessDisputes'],
    });
    const { cause, confidence, missing } = rootCauseOf(facts);
    expect([cause, confidence, missing.length]).toEqual(['willingness', 1, 8]);
    const { customers } = quadrantsOf(
      risk.customers.map(({ customer, score }) => ({
        customer,
        score,
        value: all.find((own) => own.customer === customer)!.facts.salesShare,
      })),
    );
    expect(customers.map(({ customer, quadrant }) => [customer, quadrant])).toEqual([
      ['甲', 'tighten'],
      ['乙', 'keep'],
    ]);
  });

  it('spec-scorecard: two bins, their points and the odds they give back', () => {
    const { bins, iv } = woeTable([
      { good: 80, bad: 5 },
      { good: 20, bad: 15 },
    ]);
    const binning = { edges: [10], bins, iv };
    const card = scorecardOf([{ name: 'x', binning, coefficient: -1 }], Math.log(20 / 100));
    const rounded = (n: number) => Number(n.toFixed(2));
    expect(rounded(card.base)).toBe(528.3);
    expect(card.variables[0]!.points.map(rounded)).toEqual([33.56, -38.14]);
    expect([10, 11].map((value) => rounded(cardScore(card, [value]).score))).toEqual([
      561.86, 490.16,
    ]);
    expect(psi([500, 500], [120, 80]).psi).toBeCloseTo(0.0405, 4);
  });
});
