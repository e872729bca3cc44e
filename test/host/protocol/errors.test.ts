import { EditError } from '../../../src/host/model/editError';
import { bootFake, failureOf, FakeRange, type FakeOffice } from './fakes';

const run = (office: FakeOffice, work: (context: Excel.RequestContext) => void) =>
  office.Excel.run(async (context) => {
    work(context);
    await context.sync();
  });

const first = (context: Excel.RequestContext) => context.workbook.worksheets.getItem('Sheet1');

test.each<[string, (context: Excel.RequestContext) => void, string, string]>([
  [
    'a missing item',
    (context) => context.workbook.worksheets.getItem('Nope').load('name'),
    'ItemNotFound',
    'WorksheetCollection.getItem',
  ],
  [
    'a bad address',
    (context) => first(context).getRange('?').load('address'),
    'InvalidArgument',
    'Worksheet.getRange',
  ],
  [
    'a method our class lacks',
    (context) => first(context).calculate(true),
    'NotImplemented',
    'Worksheet.calculate',
  ],
  [
    'an object our class lacks',
    (context) => first(context).charts.load('items/name'),
    'NotImplemented',
    'Worksheet.charts',
  ],
  [
    'a property our class lacks',
    (context) => (first(context).tabColor = '#FF0000'),
    'NotImplemented',
    'Worksheet.tabColor',
  ],
  [
    'a property that has a getter only in our class',
    (context) => (first(context).position = 1),
    'NotImplemented',
    'Worksheet.position',
  ],
  [
    'an event the host never raises',
    (context) => first(context).onFormatChanged.add(() => Promise.resolve()),
    'NotImplemented',
    'Worksheet.onFormatChanged',
  ],
  [
    'setting a property of a null object',
    (context) => (context.workbook.worksheets.getItemOrNullObject('Nope').name = 'x'),
    'ItemNotFound',
    '',
  ],
])('%s answers its code and place', async (_, work, code, location) => {
  const office = await bootFake();
  const error = await failureOf(run(office, work));
  expect(error).toBeInstanceOf(office.OfficeExtension.Error);
  expect([error.code, error.debugInfo.errorLocation]).toEqual([code, location]);
});

test('what was done before the failing action stays done, what follows is not', async () => {
  const office = await bootFake();
  await failureOf(
    run(office, (context) => {
      first(context).getRange('A1').values = [['before']];
      context.workbook.worksheets.getItem('Nope').load('name');
      first(context).getRange('A2').values = [['after']];
    }),
  );
  const { ranges } = office.root.sheets[0]!;
  expect([ranges.get('A1')?.Values, ranges.get('A2')?.Values]).toEqual([[['before']], undefined]);
});

test('what was loaded before the failing action has arrived', async () => {
  const office = await bootFake();
  const names: string[] = [];
  await office.Excel.run(async (context) => {
    const sheet = first(context).load('name');
    context.workbook.worksheets.getItem('Nope').load('name');
    await failureOf(context.sync());
    names.push(sheet.name);
  });
  expect(names).toEqual(['Sheet1']);
});

test('the failing statement is named to the developer', async () => {
  const office = await bootFake();
  const error = await failureOf(
    run(office, (context) => context.workbook.worksheets.getItem('Nope').load('name')),
  );
  expect(error.debugInfo.statement).toBe('var worksheet = worksheets.getItem(...);');
});

test('an edit the model refuses answers the model’s code', async () => {
  const office = await bootFake();
  const sheet = office.root.sheets[0]!;
  const range = new FakeRange('A1');
  range.Clear = () => {
    throw new EditError('AccessDenied');
  };
  sheet.ranges.set('A1', range);
  const error = await failureOf(run(office, (context) => first(context).getRange('A1').clear()));
  expect([error.code, error.message]).toEqual([
    'AccessDenied',
    'You cannot perform the requested operation.',
  ]);
});

test('a bug in the workbench is said, not hidden', async () => {
  const office = await bootFake();
  const error = await failureOf(
    run(office, (context) => first(context).getRange('A1').clear('Formats')),
  );
  expect(error.code).toBe('GeneralException');
  expect(error.message).toContain('a bug in the workbench');
});

test('OrNullObject of what is missing is a null object, and so is what comes from it', async () => {
  const { Excel } = await bootFake();
  const nulls = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject('Nope');
    const range = sheet.getRange('A1').load('values');
    const found = context.workbook.worksheets.getItemOrNullObject('Sheet1');
    await context.sync();
    return [sheet.isNullObject, range.isNullObject, found.isNullObject];
  });
  expect(nulls).toEqual([true, true, false]);
});

test('a null object is still one in the next batch', async () => {
  const { Excel } = await bootFake();
  const isNull = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject('Nope');
    await context.sync();
    const range = sheet.getRange('A1');
    await context.sync();
    return range.isNullObject;
  });
  expect(isNull).toBe(true);
});
