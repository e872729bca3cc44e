import { MergedWords } from '../../src/workbook/mergedCells';

/** Reads a ledger that begins in column B and row 5, in blocks, with a cell merged over rows. */
function filled(column: number, height: number, ...blocks: unknown[][][]): unknown[][] {
  const merged = new MergedWords(
    [{ top: 4, height, column, width: 1 }],
    { customer: 0, amount: 1 },
    1,
  );
  let top = 4;
  for (const rows of blocks) {
    merged.fill(rows, top);
    top += rows.length;
  }
  return blocks.flat();
}

it.each<[string, unknown[][], unknown[][]]>([
  [
    'the customer in the top cell is each row’s',
    [
      ['宏达', 10],
      ['', 20],
      ['', 30],
    ],
    [
      ['宏达', 10],
      ['宏达', 20],
      ['', 30],
    ],
  ],
  [
    'a row with nothing of its own stays blank',
    [
      ['宏达', 10],
      ['', ''],
    ],
    [
      ['宏达', 10],
      ['', ''],
    ],
  ],
])('%s', (_, rows, wanted) => {
  expect(filled(1, 2, rows)).toEqual(wanted);
});

it('a block of rows may end between them', () => {
  expect(filled(1, 3, [['宏达', 10]], [['', 20]], [['', 30]])).toEqual([
    ['宏达', 10],
    ['宏达', 20],
    ['宏达', 30],
  ]);
});

it('an amount is the first row’s alone', () => {
  expect(
    filled(2, 2, [
      ['宏达', 10],
      ['江南', ''],
    ]),
  ).toEqual([
    ['宏达', 10],
    ['江南', ''],
  ]);
});
