import { DEFAULT_SIGNED_EDGES, signedGroupLabels, signedGroupOf } from '../../src/domain';

describe('age groups on both sides of the due date', () => {
  it.each([
    [-45, '未到期31天以上'],
    [-31, '未到期31天以上'],
    [-30, '未到期1-30天'],
    [-1, '未到期1-30天'],
    [0, '今日到期'],
    [1, '已到期1-30天'],
    [30, '已到期1-30天'],
    [31, '已到期31-60天'],
    [60, '已到期31-60天'],
    [61, '已到期61天以上'],
  ])('%i days overdue: %s', (days, label) => {
    expect(signedGroupLabels(DEFAULT_SIGNED_EDGES)[signedGroupOf(days, DEFAULT_SIGNED_EDGES)]).toBe(
      label,
    );
  });

  it('more bounds to go', () => {
    const edges = { toGo: [7, 30], overdue: [90] };
    expect(signedGroupLabels(edges)).toEqual([
      '未到期31天以上',
      '未到期8-30天',
      '未到期1-7天',
      '今日到期',
      '已到期1-90天',
      '已到期91天以上',
    ]);
    expect([-31, -30, -8, -7, 0, 90, 91].map((d) => signedGroupOf(d, edges))).toEqual([
      0, 1, 1, 2, 3, 4, 5,
    ]);
  });
});
