import fc from 'fast-check';
import {
  analyse,
  customerBalances,
  defaultSettings,
  findLayout,
  LedgerParser,
  serialOf,
} from '../../src/domain';

const HEADER = ['客户编码', '单据号', '开票日期', '到期日', '账期', '应收金额', '已收金额', '状态'];
const asOf = serialOf(2025, 6, 30);
const layout = findLayout([HEADER], {})!;

const day = fc.integer({ min: asOf - 500, max: asOf + 60 });
const date = fc.oneof(
  day,
  day.map((serial) => new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10)),
  fc.constantFrom('', '待定'),
);
const amount = fc.oneof(
  fc.integer({ min: -1e6, max: 1e8 }).map((fen) => fen / 100),
  fc.integer({ min: 0, max: 1e6 }).map((yuan) => `￥${yuan.toLocaleString('en-US')}`),
  fc.constantFrom('', '-', '3.2万', '另议'),
);
const row = fc.tuple(
  fc.constantFrom('000123', '123', '１２３', 'C7', ''),
  fc.integer({ min: 1, max: 30 }).map((n) => `A${n}`),
  date,
  date,
  fc.constantFrom('', '30天', '月结60天', '月结'),
  amount,
  amount,
  fc.constantFrom('', '已结清', '作废', '未结清'),
);
const ledger = fc.array(row, { maxLength: 40 });

function sums(rows: readonly unknown[][]) {
  const parser = new LedgerParser(layout.mapping, layout);
  parser.addBlock(rows, 2);
  const items = parser.finish();
  const analysis = analyse(items, defaultSettings(asOf));
  const { totals } = analysis;
  const unclean = new Set(parser.unclean);
  return {
    total: totals[0]?.open ?? 0,
    byBucket: totals[0]?.byBucket ?? [0, 0, 0, 0, 0, 0, 0],
    // Which spelling stands for a customer depends on the order; how much it owes does not.
    customers: customerBalances(analysis)
      .map((c) => [c.customer.replace(/^.*(?:123|１２３)$/, '123'), c.open])
      .sort(),
    left: rows.length - items.count,
    unclean,
    items,
  };
}

describe('any ledger', () => {
  it('sums to the same in any order of its rows', () => {
    fc.assert(
      fc.property(ledger, fc.infiniteStream(fc.nat()), (rows, keys) => {
        const order = rows.map((r) => [keys.next().value as number, r] as const);
        const mixed = order.sort((a, b) => a[0] - b[0]).map(([, r]) => r);
        const [one, two] = [sums(rows), sums(mixed)];
        expect([two.total, two.byBucket, two.customers, two.left]).toEqual([
          one.total,
          one.byBucket,
          one.customers,
          one.left,
        ]);
      }),
    );
  });

  it('adds up when two are put together', () => {
    fc.assert(
      fc.property(ledger, ledger, (a, b) => {
        const [one, two, both] = [sums(a), sums(b), sums([...a, ...b])];
        expect(both.total).toBe(one.total + two.total);
        expect(both.byBucket).toEqual(one.byBucket.map((fen, i) => fen + two.byBucket[i]!));
      }),
    );
  });

  it('reads the same in blocks of any size', () => {
    fc.assert(
      fc.property(ledger, fc.integer({ min: 1, max: 9 }), (rows, size) => {
        const parser = new LedgerParser(layout.mapping, layout);
        for (let i = 0; i < rows.length; i += size) parser.addBlock(rows.slice(i, i + size), i + 2);
        expect(parser.finish()).toEqual(sums(rows).items);
      }),
    );
  });

  it('a row that is not marked reads by plain arithmetic', () => {
    fc.assert(
      fc.property(ledger, (rows) => {
        const { items, unclean } = sums(rows);
        const n = (cell: unknown) => (typeof cell === 'number' ? cell : 0);
        items.row.forEach((sheetRow, i) => {
          if (unclean.has(sheetRow)) return;
          const [, , issued, due, , amountCell, receivedCell] = rows[sheetRow - 2]!;
          expect(items.dueDate[i]).toBe(n(due) || n(issued));
          expect(items.amount[i]! - items.received[i]!).toBe(
            Math.round((n(amountCell) - n(receivedCell)) * 100),
          );
        });
      }),
    );
  });
});
