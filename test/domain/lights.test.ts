import { analyse, defaultSettings, lightTotals, NONE, redItems } from '../../src/domain';
import { day, receivablesOf, type Told } from '../support/receivablesOf';

const late: Told = { no: 'XS1', date: '2025-04-01', due: '2025-05-31', amount: 100 };
const soon: Told = { ...late, no: 'XS2', due: '2025-07-02', amount: 30 };
const told: Told[] = [
  late,
  { ...late, no: 'XS3', due: '2025-06-29', amount: 250 },
  { ...late, no: 'XS4', amount: 100 },
  { ...late, no: 'US1', currency: 'USD', amount: 7 },
  soon,
  { ...soon, no: 'XS5', due: '2025-06-30', amount: 5 },
  { ...soon, no: 'XS6', due: '2025-07-31', amount: 999 },
  { ...late, no: 'XS7', received: 100 },
  { ...late, no: 'HC1', kind: 'creditNote', amount: -40 },
];
const analysis = analyse(receivablesOf(told), defaultSettings(day('2025-06-30')));

describe('lights', () => {
  it('stand for items and money per currency; what is settled, far from due or a credit has none', () => {
    expect(lightTotals(analysis)).toEqual([
      { light: 'red', count: 4, open: [450_00, 7_00] },
      { light: 'amber', count: 2, open: [35_00, 0] },
    ]);
  });

  it('yellow is what is likely to be late, and neither overdue nor due soon; what is not rated is not', () => {
    const probability = Float64Array.of(1, 1, 1, 1, 0.6, 0.6, 0.5, 0.9, 0.9);
    const counts = (amberFrom: number) =>
      lightTotals(analysis, { probability, amberFrom }).map(({ light, count }) => [light, count]);
    expect(counts(0.5)).toEqual([
      ['red', 4],
      ['amber', 2],
      ['yellow', 1],
    ]);
    expect(counts(0.51)[2]).toEqual(['yellow', 0]);
    expect(lightTotals(analysis, { probability, amberFrom: 0.5 })[2]!.open).toEqual([999_00, 0]);
    probability.fill(NONE);
    expect(counts(0)[2]).toEqual(['yellow', 0]);
  });

  it('red ones are listed by money, then by row', () => {
    const documents = Array.from(redItems(analysis), (i) => analysis.items.documentNo[i]);
    expect(documents).toEqual(['XS3', 'XS1', 'XS4', 'US1']);
  });

  it('red ones of equal money stand by row, in whatever order the ledger has them', () => {
    const items = { ...receivablesOf([late, late, late]), row: Int32Array.of(9, 4, 6) };
    expect([...redItems(analyse(items, defaultSettings(day('2025-06-30'))))]).toEqual([1, 2, 0]);
    const sheets = { ...items, row: Int32Array.of(9, 4, 4) };
    expect([...redItems(analyse(sheets, defaultSettings(day('2025-06-30'))))]).toEqual([1, 2, 0]);
  });
});
