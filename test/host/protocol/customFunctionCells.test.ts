import { createWorkbook } from '../../../src/host/model/createWorkbook';
import { enterText } from '../../../src/host/model/edits';
import { CellError } from '../../../src/host/model/value';
import type { Workbook } from '../../../src/host/model/workbook';
import { bootFake, until } from './fakes';

const metadata = {
  functions: [
    { id: 'ECHO', name: 'ECHO', parameters: [{ name: 'value', type: 'any' }] },
    {
      id: 'SUM2',
      name: 'SUM2',
      parameters: [{ name: 'area', type: 'any', dimensionality: 'matrix' }],
    },
  ],
};

async function boot(workbook: Workbook) {
  const office = await bootFake(workbook, { functions: { metadata, namespace: 'AR' } });
  office.CustomFunctions.associate('ECHO', (value: unknown) => value);
  office.CustomFunctions.associate('SUM2', (area: number[][]) =>
    area.map((row) => row.map((n) => n * 2)),
  );
  await until(() => workbook.customFunctions.size > 0);
}

test('typed into a cell, a function calculates and its matrix spills', async () => {
  const workbook = createWorkbook();
  await boot(workbook);
  const sheet = workbook.activeSheet;
  enterText(workbook, sheet, 0, 0, '4', 'user');
  enterText(workbook, sheet, 1, 0, '5', 'user');
  enterText(workbook, sheet, 0, 1, '=AR.SUM2(A1:A2)', 'user');
  expect(sheet.cells.value(0, 1)).toEqual(new CellError('#BUSY!'));
  await until(() => sheet.cells.value(0, 1) === 8);
  expect(sheet.cells.value(1, 1)).toBe(10);
});

test('a formula entered before the page was ready calculates when it is', async () => {
  const workbook = createWorkbook();
  const sheet = workbook.activeSheet;
  enterText(workbook, sheet, 0, 0, '=AR.ECHO(6)', 'user');
  expect(sheet.cells.value(0, 0)).toEqual(new CellError('#NAME?'));
  await boot(workbook);
  await until(() => sheet.cells.value(0, 0) === 6);
});

test('errors reach a function that asks for them, and go back as it answers them', async () => {
  const workbook = createWorkbook();
  const [sum] = metadata.functions.slice(1);
  const office = await bootFake(workbook, {
    functions: {
      metadata: { functions: [{ ...sum!, allowErrorForDataTypeAny: true }] },
      namespace: 'AR',
    },
  });
  office.CustomFunctions.associate('SUM2', (area: unknown[][]) => area);
  await until(() => workbook.customFunctions.size > 0);
  const sheet = workbook.activeSheet;
  enterText(workbook, sheet, 0, 0, '=1/0', 'user');
  enterText(workbook, sheet, 1, 0, '5', 'user');
  enterText(workbook, sheet, 0, 1, '=AR.SUM2(A1:A2)', 'user');
  await until(() => sheet.cells.value(1, 1) === 5);
  expect(sheet.cells.value(0, 1)).toEqual(new CellError('#DIV/0!'));
});
