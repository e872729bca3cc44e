import { bootOfficeRuntime } from '../../../src/host/node/officeRuntime';
import { Workbook } from '../../../src/host/model/workbook';
import { ApiObject } from '../../../src/host/protocol/apiObject';

class FakeWorkbook extends ApiObject {
  readonly apiType = 'Workbook';
  get Name(): string {
    return 'Book1.xlsx';
  }
}

test('boots', async () => {
  const workbook = new Workbook();
  workbook.addSheet('Sheet1', 'user');
  let t = Date.now();
  const office = await bootOfficeRuntime({ workbook, createRoot: () => new FakeWorkbook() });
  console.log(Date.now() - t, Object.keys(office.window).length);
  const name = await office.Excel.run(async (context) => {
    const book = context.workbook.load('name');
    await context.sync();
    return book.name;
  });
  expect(name).toBe('Book1.xlsx');
  office.dispose();
  t = Date.now();
  const second = await bootOfficeRuntime({ workbook, createRoot: () => new FakeWorkbook() });
  console.log(Date.now() - t);
  second.dispose();
});
