import fc from 'fast-check';
import {
  CLASS_PRESETS,
  comparePolicies,
  defaultSettings,
  NO_DATE,
  ReceivablesBuilder,
  serialOf,
} from '../../src/domain';

const asOf = serialOf(2025, 6, 30);

/** Items by days overdue and open yuan. */
function itemsOf(rows: readonly (readonly [daysOverdue: number, yuan: number])[]) {
  const builder = new ReceivablesBuilder();
  rows.forEach(([daysOverdue, yuan], i) =>
    builder.add({
      row: i + 2,
      customer: '甲',
      currency: 'CNY',
      documentDate: asOf - 500,
      dueDate: asOf - daysOverdue,
      amount: yuan * 100,
      received: 0,
      receiptDate: NO_DATE,
    }),
  );
  return builder.build();
}

const current = { ...defaultSettings(asOf), edges: [30, 60] };
const changes = {
  edges: [45],
  leadDays: 3,
  classBounds: CLASS_PRESETS.card,
};

describe('another policy on the same ledger', () => {
  const items = itemsOf([
    [-5, 1],
    [20, 10],
    [40, 20],
    [50, 40],
    [100, 80],
    [130, 160],
    [10, -7],
    [0, 0],
  ]);
  const comparison = comparePolicies(items, current, changes);
  const [shift] = comparison.shifts;
  const yuan = (rows: readonly (readonly number[])[]) => rows.map((row) => row.map((f) => f / 100));

  it('moves 31–60 in part to 1–45, in part beyond', () => {
    expect(yuan(shift!.byBucket)).toEqual([
      [1, 0, 0],
      [0, 10, 0],
      [0, 20, 40],
      [0, 0, 240],
    ]);
  });

  it('makes 130 days 可疑 instead of 次级', () => {
    expect(yuan(shift!.byClass)).toEqual([
      [1, 0, 0, 0, 0],
      [0, 70, 0, 0, 0],
      [0, 0, 80, 160, 0],
      [0, 0, 0, 0, 0],
      [0, 0, 0, 0, 0],
    ]);
    expect(comparison.reclassified).toEqual([5]);
  });

  it('warns of the item due in five days no more', () => {
    expect(comparison.rewarned).toEqual([0]);
    expect([comparison.current.leadDays, comparison.proposed.leadDays]).toEqual([7, 3]);
  });
});

describe('any ledger', () => {
  it('rows and columns of a table add up to the buckets of either policy', () => {
    const row = fc.tuple(fc.integer({ min: -20, max: 400 }), fc.integer({ min: -50, max: 900 }));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), (rows) => {
        const { shifts, ...of } = comparePolicies(itemsOf(rows), current, changes);
        const { byBucket } = shifts[0]!;
        const sum = (amounts: readonly number[]) => amounts.reduce((s, fen) => s + fen, 0);
        expect(byBucket.map(sum)).toEqual(of.current.totals[0]!.byBucket);
        expect(byBucket[0]!.map((_, b) => sum(byBucket.map((r) => r[b]!)))).toEqual(
          of.proposed.totals[0]!.byBucket,
        );
      }),
    );
  });

  it('a policy against itself moves nothing', () => {
    const items = itemsOf([
      [5, 10],
      [200, 3],
    ]);
    const { reclassified, rewarned } = comparePolicies(items, current, {});
    expect([reclassified, rewarned]).toEqual([[], []]);
  });
});
