import fc from 'fast-check';
import { ReceivablesBuilder, serialOf, type Receivable } from '../../src/domain';
import { duplicateItems } from '../../src/domain/duplicates';

const day = serialOf(2025, 3, 1);

const item: fc.Arbitrary<Receivable> = fc.record({
  row: fc.constant(2),
  customer: fc.constantFrom('甲', '乙'),
  currency: fc.constantFrom('CNY', 'USD'),
  documentNo: fc.constantFrom('', 'A1', 'A2', 'A3', 'B1'),
  documentDate: fc.constantFrom(day, day + 1),
  dueDate: fc.constant(day + 30),
  amount: fc.constantFrom(100, 200),
  received: fc.constant(0),
  receiptDate: fc.constant(-1),
});

describe('exact repeats', () => {
  it('are the later of items that agree in number, customer, currency, dates and amount', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 80 }), (told) => {
        const builder = new ReceivablesBuilder([]);
        for (const one of told) builder.add(one);
        const seen = new Set<string>();
        const expected = told.flatMap((one, i) => {
          const key = JSON.stringify(one);
          const isRepeat = one.documentNo !== '' && seen.has(key);
          seen.add(key);
          return isRepeat ? [i] : [];
        });
        expect(duplicateItems(builder.build())).toEqual(expected);
      }),
    );
  });

  it('are found among thousands that differ by their numbers alone', () => {
    const builder = new ReceivablesBuilder();
    const told = { row: 2, customer: '散客', currency: '', documentDate: day, dueDate: day };
    const paid = { amount: 9900, received: 0, receiptDate: -1 };
    for (let i = 0; i < 20_000; i++) builder.add({ ...told, ...paid, documentNo: `XS${i}` });
    builder.add({ ...told, ...paid, documentNo: 'XS19999' });
    const items = builder.build();
    expect(duplicateItems(items)).toEqual([20_000]);
    expect(items.documentNo[items.count - 1]).toBe('XS19999');
    expect([...new Set(items.amount)]).toEqual([9900]);
    expect(items.dimensions.region!.index).toHaveLength(20_001);
  });
});
