import { bootFake, failureOf, type FakeOffice } from './fakes';

/** What the client holds of its objects after loading, as toJSON shows it. */
async function loaded(
  office: FakeOffice,
  choose: (workbook: Excel.Workbook) => { toJSON(): unknown },
): Promise<unknown> {
  return office.Excel.run(async (context) => {
    const object = choose(context.workbook);
    await context.sync();
    return JSON.parse(JSON.stringify(object.toJSON())) as unknown;
  });
}

const sheet = (workbook: Excel.Workbook) => workbook.worksheets.getItem('Sheet1');
const range = (workbook: Excel.Workbook) => sheet(workbook).getRange('A1');
const ID1 = '{00000000-0001-0000-0000-000000000000}';
const ID2 = '{00000000-0001-0000-0000-000000000001}';

test.each<[string, (workbook: Excel.Workbook) => { toJSON(): unknown }, unknown]>([
  [
    'load with a list of names loads these',
    (book) => range(book).load('address, rowCount'),
    { address: 'A1', rowCount: 1 },
  ],
  [
    'load with an array of names loads these',
    (book) => range(book).load(['values', 'address']),
    { address: 'A1', values: [['']] },
  ],
  [
    'load with nothing loads every scalar the host has',
    (book) => {
      const object = range(book);
      object.load();
      return object;
    },
    { address: 'A1', rowCount: 1, values: [['']] },
  ],
  [
    'load of a navigation property loads its scalars',
    (book) => range(book).load('format'),
    { format: { wrapText: false } },
  ],
  [
    'load of a path loads its end',
    (book) => range(book).load('address,format/fill/color'),
    { address: 'A1', format: { fill: { color: '#FFFFFF' } } },
  ],
  [
    'two paths through one property join',
    (book) => range(book).load('format/fill/color,format/wrapText'),
    { format: { wrapText: false, fill: { color: '#FFFFFF' } } },
  ],
  [
    'load with select and expand',
    (book) => range(book).load({ select: 'address', expand: 'format' }),
    { address: 'A1', format: { wrapText: false } },
  ],
  [
    'load with an object of options',
    (book) => range(book).load({ address: true, format: { fill: { color: true } } }),
    { address: 'A1', format: { fill: { color: '#FFFFFF' } } },
  ],
  [
    '$all loads every scalar',
    (book) => range(book).load({ $all: true }),
    { address: 'A1', rowCount: 1, values: [['']] },
  ],
  [
    'items/… loads members of the items; their ids come along',
    (book) => book.worksheets.load('items/name'),
    {
      items: [
        { id: ID1, name: 'Sheet1' },
        { id: ID2, name: 'Sheet2' },
      ],
    },
  ],
  [
    'a name the collection lacks is its items’',
    (book) => book.worksheets.load('name'),
    {
      items: [
        { id: ID1, name: 'Sheet1' },
        { id: ID2, name: 'Sheet2' },
      ],
    },
  ],
  [
    'items within items',
    (book) => book.worksheets.load('items/name,items/tables/items/name'),
    {
      items: [
        { id: ID1, name: 'Sheet1', tables: [{ id: '1', name: 'Ledger' }] },
        { id: ID2, name: 'Sheet2', tables: [] },
      ],
    },
  ],
  [
    'options of a collection are its items’, with $top and $skip',
    (book) => book.worksheets.load({ $top: 1, $skip: 1, name: true }),
    { items: [{ id: ID2, name: 'Sheet2' }] },
  ],
  ['a scalar of the collection itself', (book) => sheet(book).tables.load('count'), { count: 1 }],
])('%s', async (_, choose, expected) => {
  expect(await loaded(await bootFake(), choose)).toEqual(expected);
});

test('a property that was not loaded is refused by the client', async () => {
  const { Excel } = await bootFake();
  const error = await failureOf(
    Excel.run(async (context) => {
      const object = range(context.workbook).load('address');
      await context.sync();
      return object.values;
    }),
  );
  expect(error.code).toBe('PropertyNotLoaded');
  expect(error.debugInfo.errorLocation).toBe('Range.values');
});

test.each<[string, (workbook: Excel.Workbook) => unknown, string]>([
  ['a scalar our class lacks', (book) => range(book).load('formulas'), 'Range.formulas'],
  ['a navigation property', (book) => range(book).load('sort'), 'Range.sort'],
  ['a member of the items', (book) => book.worksheets.load('items/tabColor'), 'Worksheet.tabColor'],
  ['a name Excel does not have', (book) => range(book).load('colour'), 'Range.colour'],
])('to load %s is a loud NotImplemented', async (_, choose, member) => {
  const { Excel } = await bootFake();
  const error = await failureOf(
    Excel.run(async (context) => {
      choose(context.workbook);
      await context.sync();
    }),
  );
  expect(error.code).toBe('NotImplemented');
  expect(error.message).toBe(`The workbench does not implement ${member}.`);
});

test('retrieve answers by script names', async () => {
  const { Excel } = await bootFake();
  const values = await Excel.run(async (context) => {
    const object = range(context.workbook) as unknown as {
      retrieve(options: string): { address: string; format: { wrapText: boolean } };
    };
    const result = object.retrieve('address,format/wrapText');
    await context.sync();
    return [result.address, result.format.wrapText];
  });
  expect(values).toEqual(['A1', false]);
});
