import { area } from '../../../src/host/model/address';
import type { WorkbookEvents } from '../../../src/host/model/events';
import { CellError, type CellValue } from '../../../src/host/model/value';
import type { Workbook } from '../../../src/host/model/workbook';
import { bootFake, settle, until, type FakeOffice } from './fakes';

type Arguments = Record<string, unknown>;
type Handlers = OfficeExtension.EventHandlers<Arguments>;
type Choose = (workbook: Excel.Workbook) => unknown;

const ID1 = '{00000000-0001-0000-0000-000000000000}';
const ID2 = '{00000000-0001-0000-0000-000000000001}';
const sheet1: (workbook: Excel.Workbook) => Excel.Worksheet = (workbook) =>
  workbook.worksheets.getItem('Sheet1');
const table: (workbook: Excel.Workbook) => Excel.Table = (workbook) =>
  workbook.tables.getItem('Ledger');

/** @returns what the handler was called with, without the functions that ask for a range */
async function listen(office: FakeOffice, choose: Choose) {
  const seen: Arguments[] = [];
  const handle = await office.Excel.run(async (context) => {
    // getTargetIdFunc reads the id of what it is registered on
    context.workbook.worksheets.load('items/id');
    const added = (choose(context.workbook) as Handlers).add((args) => {
      seen.push(JSON.parse(JSON.stringify(args)) as Arguments);
      return Promise.resolve();
    });
    await context.sync();
    return added;
  });
  return { seen, handle };
}

const edit = (workbook: Workbook, change: Partial<WorkbookEvents['changed']> = {}) =>
  workbook.events.emit('changed', {
    sheet: workbook.sheets[0]!,
    area: area(1, 1),
    changeType: 'RangeEdited',
    origin: 'user',
    ...change,
  });

const CHANGED = {
  type: 'WorksheetChanged',
  changeType: 'RangeEdited',
  source: 'Local',
  triggerSource: 'Unknown',
  worksheetId: ID1,
  address: 'B2',
};

test.each<[string, Choose, (workbook: Workbook) => void, Arguments]>([
  ['a worksheet’s onChanged', (book) => sheet1(book).onChanged, (wb) => edit(wb), CHANGED],
  ['onChanged of all worksheets', (book) => book.worksheets.onChanged, (wb) => edit(wb), CHANGED],
  [
    'an edit of the add-in itself',
    (book) => sheet1(book).onChanged,
    (wb) => edit(wb, { origin: 'addin' }),
    { ...CHANGED, triggerSource: 'ThisLocalAddin' },
  ],
  [
    'an edit of a co-author',
    (book) => sheet1(book).onChanged,
    (wb) => edit(wb, { origin: 'remote' }),
    { ...CHANGED, source: 'Remote' },
  ],
  [
    'rows that were inserted',
    (book) => sheet1(book).onChanged,
    (wb) => edit(wb, { changeType: 'RowInserted', area: area(2, 0, 4, 16_383) }),
    { ...CHANGED, changeType: 'RowInserted', address: '3:5' },
  ],
  [
    'a table’s onChanged, with the part inside the table',
    (book) => table(book).onChanged,
    (wb) => edit(wb, { area: area(8, 2, 20, 9) }),
    {
      type: 'TableChanged',
      changeType: 'RangeEdited',
      source: 'Local',
      worksheetId: ID1,
      tableId: '1',
      address: 'C9:D10',
    },
  ],
  [
    'onSelectionChanged',
    (book) => sheet1(book).onSelectionChanged,
    (wb) => wb.events.emit('selectionChanged', { sheet: wb.sheets[0]!, area: area(0, 0, 2, 1) }),
    { type: 'WorksheetSelectionChanged', worksheetId: ID1, address: 'A1:B3' },
  ],
  [
    'onActivated',
    (book) => book.worksheets.onActivated,
    (wb) => wb.events.emit('sheetActivated', { sheet: wb.sheets[1]!, previous: wb.sheets[0]! }),
    { type: 'WorksheetActivated', worksheetId: ID2 },
  ],
  [
    'onDeactivated',
    (book) => sheet1(book).onDeactivated,
    (wb) => wb.events.emit('sheetActivated', { sheet: wb.sheets[1]!, previous: wb.sheets[0]! }),
    { type: 'WorksheetDeactivated', worksheetId: ID1 },
  ],
  [
    'onCalculated',
    (book) => sheet1(book).onCalculated,
    (wb) => wb.events.emit('calculated', { sheet: wb.sheets[0]! }),
    { type: 'WorksheetCalculated', worksheetId: ID1 },
  ],
  [
    'onAdded',
    (book) => book.worksheets.onAdded,
    (wb) => wb.events.emit('sheetAdded', { sheet: wb.sheets[1]!, origin: 'user' }),
    { type: 'WorksheetAdded', source: 'Local', worksheetId: ID2 },
  ],
  [
    'onDeleted',
    (book) => book.worksheets.onDeleted,
    (wb) => wb.events.emit('sheetDeleted', { sheet: wb.sheets[1]!, origin: 'remote' }),
    { type: 'WorksheetDeleted', source: 'Remote', worksheetId: ID2 },
  ],
  [
    'a table’s onSelectionChanged inside it',
    (book) => table(book).onSelectionChanged,
    (wb) => wb.events.emit('selectionChanged', { sheet: wb.sheets[0]!, area: area(9, 3, 12, 8) }),
    {
      type: 'TableSelectionChanged',
      isInsideTable: true,
      worksheetId: ID1,
      tableId: '1',
      address: 'D10',
    },
  ],
  [
    'a table’s onSelectionChanged outside it',
    (book) => table(book).onSelectionChanged,
    (wb) => wb.events.emit('selectionChanged', { sheet: wb.sheets[0]!, area: area(20, 20) }),
    {
      type: 'TableSelectionChanged',
      isInsideTable: false,
      worksheetId: ID1,
      tableId: '1',
      address: '',
    },
  ],
  [
    'onChanged of all tables',
    (book) => book.tables.onChanged,
    (wb) => edit(wb),
    {
      type: 'TableChanged',
      changeType: 'RangeEdited',
      source: 'Local',
      worksheetId: ID1,
      tableId: '1',
      address: 'B2',
    },
  ],
  [
    'tables that were added',
    (book) => book.tables.onAdded,
    (wb) => wb.events.emit('tableAdded', { table: wb.tables[0]!, origin: 'user' }),
    { type: 'TableAdded', source: 'Local', worksheetId: ID1, tableId: '1' },
  ],
  [
    'tables that were deleted',
    (book) => book.tables.onDeleted,
    (wb) => wb.events.emit('tableDeleted', { table: wb.tables[0]!, origin: 'user' }),
    { type: 'TableDeleted', source: 'Local', worksheetId: ID1, tableId: '1', tableName: 'Ledger' },
  ],
])('%s', async (_, choose, happen, expected) => {
  const office = await bootFake();
  const { seen } = await listen(office, choose);
  happen(office.workbook);
  await until(() => seen.length > 0);
  expect(seen).toEqual([expected]);
});

test.each<[string, CellValue, CellValue, Arguments]>([
  ['a number over a blank', null, 7, details('', 7, 'Empty', 'Double')],
  ['a text over a number', 7, '七', details(7, '七', 'Double', 'String')],
  ['a blank over a truth value', true, null, details(true, '', 'Boolean', 'Empty')],
  ['an error', 1, new CellError('#N/A'), details(1, '#N/A', 'Double', 'Error')],
])('the edit of a single cell tells what was there: %s', async (_, before, after, expected) => {
  const office = await bootFake();
  const { seen } = await listen(office, (book) => sheet1(book).onChanged);
  edit(office.workbook, { details: { valueBefore: before, valueAfter: after } });
  await until(() => seen.length > 0);
  expect(seen[0]?.details).toEqual(expected);
});

function details(before: unknown, after: unknown, typeBefore: string, typeAfter: string) {
  return {
    valueBefore: before,
    valueAfter: after,
    valueTypeBefore: typeBefore,
    valueTypeAfter: typeAfter,
  };
}

test('the workbook’s onSelectionChanged and that of the document tell of every selection', async () => {
  const office = await bootFake();
  const seen: string[] = [];
  await office.Excel.run(async (context) => {
    context.workbook.onSelectionChanged.add(() => Promise.resolve(void seen.push('workbook')));
    await context.sync();
  });
  await new Promise<unknown>((done) =>
    office.Office.context.document.addHandlerAsync(
      office.Office.EventType.DocumentSelectionChanged,
      () => seen.push('document'),
      done,
    ),
  );
  const { sheets, events } = office.workbook;
  events.emit('selectionChanged', { sheet: sheets[0]!, area: area(1, 1) });
  await until(() => seen.length === 2);
  expect(seen.sort()).toEqual(['document', 'workbook']);
});

describe('nothing is sent', () => {
  const quiet = async (office: FakeOffice, seen: Arguments[], happen: () => void) => {
    happen();
    await settle();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(seen).toEqual([]);
  };

  test('for another sheet', async () => {
    const office = await bootFake();
    const { seen } = await listen(office, (book) => sheet1(book).onChanged);
    const { workbook } = office;
    await quiet(office, seen, () => edit(workbook, { sheet: workbook.sheets[1]! }));
  });

  test('for cells outside the table', async () => {
    const office = await bootFake();
    const { seen } = await listen(office, (book) => table(book).onChanged);
    await quiet(office, seen, () => edit(office.workbook, { area: area(20, 0) }));
  });

  test('for recalculation, to those who listen to changes', async () => {
    const office = await bootFake();
    const { seen } = await listen(office, (book) => sheet1(book).onChanged);
    const { workbook } = office;
    await quiet(office, seen, () =>
      workbook.events.emit('calculated', { sheet: workbook.sheets[0]! }),
    );
  });

  test('after the handler was removed', async () => {
    const office = await bootFake();
    const { seen, handle } = await listen(office, (book) => sheet1(book).onChanged);
    await office.Excel.run(handle.context, async (context) => {
      handle.remove();
      await context.sync();
    });
    await quiet(office, seen, () => edit(office.workbook));
  });

  test('while the add-in has events switched off', async () => {
    const office = await bootFake();
    const { seen } = await listen(office, (book) => sheet1(book).onChanged);
    const enable = (on: boolean) =>
      office.Excel.run(async (context) => {
        context.runtime.enableEvents = on;
        await context.sync();
      });
    await enable(false);
    await quiet(office, seen, () => edit(office.workbook));
    await enable(true);
    edit(office.workbook);
    await until(() => seen.length === 1);
  });

  test('to a page that was loaded anew, until it listens again', async () => {
    const office = await bootFake();
    const { seen } = await listen(office, (book) => sheet1(book).onChanged);
    const anew = await office.reload();
    await quiet(office, seen, () => edit(office.workbook));
    const again = await listen(anew, (book) => sheet1(book).onChanged);
    edit(office.workbook);
    await until(() => again.seen.length === 1);
    expect(seen).toEqual([]);
  });
});

test('two handlers on one sheet are both told, and one stays when the other goes', async () => {
  const office = await bootFake();
  const one = await listen(office, (book) => sheet1(book).onChanged);
  const two = await listen(office, (book) => sheet1(book).onChanged);
  edit(office.workbook);
  await until(() => one.seen.length === 1 && two.seen.length === 1);
  await office.Excel.run(one.handle.context, async (context) => {
    one.handle.remove();
    await context.sync();
  });
  edit(office.workbook);
  await until(() => two.seen.length === 2);
  expect(one.seen).toHaveLength(1);
});

test('an event of the batch that registers for it arrives after the batch', async () => {
  const office = await bootFake();
  const seen: string[] = [];
  Object.defineProperty(office.root.sheets[0], 'ShowGridlines', {
    set: () => edit(office.workbook, { origin: 'addin' }),
  });
  await office.Excel.run(async (context) => {
    const sheet = sheet1(context.workbook).load('id');
    sheet.onChanged.add(() => Promise.resolve(void seen.push('event')));
    await context.sync();
    sheet.showGridlines = false;
    await context.sync();
    seen.push('synced');
  });
  await until(() => seen.length === 2);
  expect(seen).toEqual(['synced', 'event']);
});
