import { quadrantsOf } from '../../src/domain';

const placed = (rows: [string, number | null, number][]) =>
  rows.map(([customer, value, score]) => ({ customer, value, score }));

describe('value × risk', () => {
  it('the largest that make 80 % are worth much; 50 points are risky', () => {
    const found = quadrantsOf(
      placed([
        ['甲', 0.5, 80],
        ['乙', 0.3, 49.9],
        ['丙', 0.15, 50],
        ['丁', 0.05, 0],
        ['戊', null, 60],
      ]),
    );
    expect(found.valueFrom).toBe(0.3);
    expect(found.customers.map(({ quadrant }) => quadrant)).toEqual([
      'control',
      'keep',
      'tighten',
      'grow',
      'tighten',
    ]);
  });

  it('customers that tie are all on one side', () => {
    const { customers } = quadrantsOf(
      placed([
        ['甲', 1, 0],
        ['乙', 1, 0],
        ['丙', 1, 0],
      ]),
      { topShare: 0.3, riskFrom: 50 },
    );
    expect(customers.map(({ quadrant }) => quadrant)).toEqual(['keep', 'keep', 'keep']);
  });

  it('one customer is worth everything', () => {
    expect(quadrantsOf(placed([['甲', 7, 0]])).customers[0]!.quadrant).toBe('keep');
  });

  it('nobody is worth anything, or known to be', () => {
    const found = quadrantsOf(
      placed([
        ['甲', null, 0],
        ['乙', 0, 90],
        ['丙', -5, 0],
      ]),
    );
    expect(found.valueFrom).toBeNull();
    expect(found.customers.map(({ quadrant }) => quadrant)).toEqual(['grow', 'tighten', 'grow']);
  });

  it('lines are settings', () => {
    const rows = placed([
      ['甲', 0.9, 20],
      ['乙', 0.1, 20],
    ]);
    const { customers } = quadrantsOf(rows, { topShare: 1, riskFrom: 20 });
    expect(customers.map(({ quadrant }) => quadrant)).toEqual(['control', 'control']);
  });
});
