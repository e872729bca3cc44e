import { areEdges, bucketLabels, bucketOf, DEFAULT_EDGES } from '../../src/domain';

describe('buckets', () => {
  it.each([
    [-1, '未到期'],
    [0, '未到期'],
    [1, '1–30'],
    [30, '1–30'],
    [31, '31–60'],
    [60, '31–60'],
    [61, '61–90'],
    [90, '61–90'],
    [91, '91–180'],
    [180, '91–180'],
    [181, '181–365'],
    [365, '181–365'],
    [366, '>365'],
  ])('%i days overdue stand under %s', (days, label) => {
    expect(bucketLabels(DEFAULT_EDGES, '未到期')[bucketOf(days, DEFAULT_EDGES)]).toBe(label);
  });

  it('k edges make k + 2 buckets', () => {
    expect(bucketLabels([30, 60, 90], 'Not due')).toEqual([
      'Not due',
      '1–30',
      '31–60',
      '61–90',
      '>90',
    ]);
  });

  it.each([
    [[30, 60], true],
    [[1], true],
    [[], false],
    [[0, 30], false],
    [[30, 30], false],
    [[60, 30], false],
    [[30.5], false],
    [[NaN], false],
  ])('%p as edges: %p', (edges, valid) => {
    expect(areEdges(edges)).toBe(valid);
  });
});
