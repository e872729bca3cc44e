import { enterText } from '../../../src/host/model/edits';
import { until } from './fakes';
import { bootOffice } from './support';

type Changed = Excel.WorksheetChangedEventArgs;

/** Listens to changes of the active sheet. */
async function listen(office: Awaited<ReturnType<typeof bootOffice>>): Promise<Changed[]> {
  const seen: Changed[] = [];
  await office.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet().load('id');
    sheet.onChanged.add((args) => Promise.resolve(void seen.push(args)));
    await context.sync();
  });
  return seen;
}

test('what a person types raises onChanged with what was there before', async () => {
  const office = await bootOffice();
  const { workbook } = office;
  enterText(workbook, workbook.activeSheet, 1, 1, '5', 'user');
  const seen = await listen(office);
  enterText(workbook, workbook.activeSheet, 1, 1, '7', 'user');
  await until(() => seen.length === 1);
  expect(seen[0]).toMatchObject({
    address: 'B2',
    changeType: 'RangeEdited',
    source: 'Local',
    triggerSource: 'Unknown',
    details: { valueBefore: 5, valueAfter: 7, valueTypeBefore: 'Double', valueTypeAfter: 'Double' },
  });
});

test('what the add-in writes raises onChanged as its own', async () => {
  const office = await bootOffice();
  const seen = await listen(office);
  await office.Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange('A1:B2').values = [
      [1, 2],
      [3, 4],
    ];
    await context.sync();
  });
  await until(() => seen.length === 1);
  expect([seen[0]!.address, seen[0]!.triggerSource]).toEqual(['A1:B2', 'ThisLocalAddin']);
});

test('the range of an event can be asked for', async () => {
  const office = await bootOffice();
  const seen = await listen(office);
  enterText(office.workbook, office.workbook.activeSheet, 2, 0, '账龄', 'user');
  await until(() => seen.length === 1);
  const values = await office.Excel.run(async (context) => {
    const range = seen[0]!.getRange(context).load('values');
    await context.sync();
    return range.values;
  });
  expect(values).toEqual([['账龄']]);
});

test('formulas that change by recalculation raise no onChanged', async () => {
  const office = await bootOffice();
  const sheet = office.workbook.activeSheet;
  enterText(office.workbook, sheet, 0, 1, '=A1*2', 'user');
  const seen = await listen(office);
  enterText(office.workbook, sheet, 0, 0, '21', 'user');
  await until(() => seen.length > 0);
  expect(sheet.cells.value(0, 1)).toBe(42);
  expect(seen.map((args) => args.address)).toEqual(['A1']);
});

test('calculation that is suspended until the next sync is done at its end', async () => {
  const office = await bootOffice();
  const sheet = office.workbook.activeSheet;
  enterText(office.workbook, sheet, 0, 1, '=A1*2', 'user');
  const during = await office.Excel.run(async (context) => {
    context.application.suspendApiCalculationUntilNextSync();
    const cells = context.workbook.worksheets.getActiveWorksheet().getRange('A1:B1');
    cells.getCell(0, 0).values = [[4]];
    const formula = cells.getCell(0, 1).load('values');
    await context.sync();
    return formula.values;
  });
  expect(during).toEqual([[0]]);
  expect(sheet.cells.value(0, 1)).toBe(8);
});

test('large writes arrive whole, although office.js sends them in pieces', async () => {
  const office = await bootOffice();
  const rows = Array.from({ length: 2_000 }, (_, i) => [i, `客户${i}`]);
  await office.Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange('A1:B2000').values = rows;
    await context.sync();
  });
  const { cells } = office.workbook.activeSheet;
  expect([cells.value(0, 0), cells.value(1_999, 1)]).toEqual([0, '客户1999']);
});

test('a large write of the wrong shape is refused before anything is written', async () => {
  const office = await bootOffice();
  const rows = Array.from({ length: 2_000 }, (_, i) => [i, i]);
  const code = await office.Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange('A1:B1999').values = rows;
    await context.sync();
  }).catch((error: unknown) => (error as OfficeExtension.Error).code);
  expect(code).toBe('InvalidArgument');
  expect(office.workbook.activeSheet.cells.value(0, 0)).toBeNull();
});
