import fc from 'fast-check';
import { fifoOpen, NO_DATE, openAmounts, ReceivablesBuilder, settleFifo } from '../../src/domain';

const left = (lines: [date: number, debit: number, credit: number][], asOf = 100) => [
  ...fifoOpen(
    Int32Array.from(lines, ([date]) => date),
    Float64Array.from(lines, ([, debit]) => debit),
    Float64Array.from(lines, ([, , credit]) => credit),
    asOf,
  ),
];

describe('credits pay the oldest debits', () => {
  it.each<[string, [number, number, number][], number[]]>([
    [
      'the oldest first',
      [
        [1, 100, 0],
        [2, 200, 0],
        [3, 0, 150],
      ],
      [0, 150, 0],
    ],
    [
      'by date, not by line',
      [
        [2, 200, 0],
        [1, 100, 0],
        [3, 0, 150],
      ],
      [150, 0, 0],
    ],
    [
      'an opening balance is the oldest',
      [
        [1, 100, 0],
        [NO_DATE, 200, 0],
        [3, 0, 150],
      ],
      [100, 50, 0],
    ],
    [
      'what is paid too much stays with the last credit',
      [
        [1, 100, 0],
        [2, 0, 90],
        [3, 0, 30],
      ],
      [0, 0, -20],
    ],
    [
      'a debit below 0 is a credit',
      [
        [1, 100, 0],
        [2, -40, 0],
      ],
      [60, 0],
    ],
    [
      'a credit below 0 is a debit',
      [
        [1, 0, -100],
        [2, 0, 40],
      ],
      [60, 0],
    ],
    [
      'lines after the day do not count',
      [
        [1, 100, 0],
        [101, 0, 100],
      ],
      [100, 0],
    ],
    [
      'one line may have both',
      [
        [1, 100, 0],
        [2, 50, 60],
      ],
      [40, 50],
    ],
    ['nothing', [], []],
  ])('%s', (_, lines, open) => {
    expect(left(lines)).toEqual(open);
  });

  it('as settling a ledger does, on any day', () => {
    const line = fc.record({
      date: fc.integer({ min: 61, max: 70 }),
      amount: fc.integer({ min: -500, max: 500 }).filter((fen) => fen !== 0),
    });
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 12 }),
        fc.integer({ min: 60, max: 72 }),
        (lines, asOf) => {
          const builder = new ReceivablesBuilder([]);
          lines.forEach(({ date, amount }, i) =>
            builder.add({
              row: i + 1,
              customer: '甲',
              currency: '',
              documentDate: date,
              dueDate: date,
              amount,
              received: 0,
              receiptDate: NO_DATE,
            }),
          );
          const told = lines.map(({ date, amount }): [number, number, number] => [
            date,
            Math.max(0, amount),
            Math.max(0, -amount),
          ]);
          const settled = openAmounts(settleFifo(builder.build()), asOf);
          expect(left(told, asOf)).toEqual([...settled].map((fen) => fen + 0));
        },
      ),
    );
  });
});
