import { LedgerParser, serialOf, type Mapping } from '../../src/domain';

const day = serialOf(2025, 3, 1);

/** Reads one row of a ledger whose headers nobody knows. */
function read(mapping: Mapping, cells: unknown[]) {
  const parser = new LedgerParser(mapping);
  parser.addBlock([cells], 2);
  const { amount, received, receiptDate } = parser.finish();
  return {
    item: amount.length === 0 ? null : [amount[0], received[0], receiptDate[0]],
    issues: parser.issues.map(({ role, code }) => `${role} ${code}`),
    isClean: parser.unclean.length === 0,
  };
}

const dated = { customer: 0, dueDate: 1, amount: 2, receiptDate: 3 };

describe('a row', () => {
  it.each<[string, Mapping, unknown[], unknown, string[], boolean]>([
    [
      'is left out where the balance, all the ledger keeps, cannot be read',
      { customer: 0, dueDate: 1, open: 2 },
      ['甲', day, '另议'],
      null,
      ['open amountUnreadable'],
      false,
    ],
    [
      'is not paid where the receipt date cannot be read',
      dated,
      ['甲', day, 12, '待定'],
      [1200, 0, -1],
      ['receiptDate dateUnreadable'],
      true,
    ],
    [
      'loses the time of day of its receipt',
      dated,
      ['甲', day, 12, day + 0.5],
      [1200, 1200, day],
      [],
      false,
    ],
    [
      'is clean where its cells are numbers',
      dated,
      ['甲', day, 12, day],
      [1200, 1200, day],
      [],
      true,
    ],
  ])('%s', (_, mapping, cells, item, issues, isClean) => {
    expect(read(mapping, cells)).toEqual({ item, issues, isClean });
  });

  it.each([
    ['合计', day, 12, null],
    ['制表人：王', day, 12, null],
    ['甲', day, 12, 'item'],
    ['甲', '2025-03-01', '1,200.00', 'item'],
    ['甲', '合计', 12, null],
    [10086, day, 12, 'item'],
  ])('without a number is told by its name: %s, %s', (customer, due, amount, kind) => {
    const { item } = read({ customer: 0, dueDate: 1, amount: 2 }, [customer, due, amount]);
    expect(item === null ? null : 'item').toBe(kind);
  });
});
