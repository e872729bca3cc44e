import { addressOf, load, useExcel } from '../excelHost';

describe('names', () => {
  const excel = useExcel();

  test('refer to ranges, formulas and constants', async () => {
    const items = await excel.sheet([[2, 3]], async (sheet, { workbook }) => {
      const { names } = workbook;
      names.add('Cells', sheet.getRange('A1:B1'), '明细');
      names.add('Sum', '=SUM(Sheet1!$A$1:$B$1)');
      names.add('Rate', '=0.5');
      names.add('Label', '逾期');
      names.addFormulaLocal('Bad', '=1/0');
      names.add('Yes', '=TRUE');
      const all = await load(
        names,
        'items/name,items/type,items/value,items/formula,items/comment',
      );
      return all.items!.map((item) => [
        item.name,
        item.type,
        item.value as unknown,
        item.formula as unknown,
        item.comment,
      ]);
    });
    expect(items).toEqual([
      ['Cells', 'Range', 'Sheet1!$A$1:$B$1', '=Sheet1!$A$1:$B$1', '明细'],
      ['Sum', 'Integer', 5, '=SUM(Sheet1!$A$1:$B$1)', ''],
      ['Rate', 'Double', 0.5, '=0.5', ''],
      ['Label', 'String', '逾期', '="逾期"', ''],
      ['Bad', 'Error', '#DIV/0!', '=1/0', ''],
      ['Yes', 'Boolean', true, '=TRUE', ''],
    ]);
  });

  test('belong to the workbook or to a sheet', async () => {
    await excel.sheet([], async (sheet, { workbook }) => {
      workbook.names.add('AsOf', '=1');
      sheet.names.add('AsOf', '=2');
      const ofSheet = sheet.names.getItem('asof');
      expect(await load(ofSheet, 'scope,value')).toMatchObject({ scope: 'Worksheet', value: 2 });
      expect((await load(ofSheet.worksheet, 'name')).name).toBe('Sheet1');
      const ofBook = workbook.names.getItem('AsOf');
      expect(await load(ofBook, 'scope,value')).toMatchObject({ scope: 'Workbook', value: 1 });
      const none = ofBook.worksheetOrNullObject.load('name');
      const counts = [workbook.names.getCount(), sheet.names.getCount()];
      await sheet.context.sync();
      expect(none.isNullObject).toBe(true);
      expect(counts.map(({ value }) => value)).toEqual([1, 1]);
    });
  });

  test('are used by formulas, and a change of theirs recalculates', async () => {
    const values = await excel.sheet([], async (sheet, { workbook }) => {
      const name = workbook.names.add('AsOf', '=10');
      sheet.getRange('A1').formulas = [['=AsOf+1']];
      name.formula = '=20';
      return (await load(sheet.getRange('A1'), 'values')).values;
    });
    expect(values).toEqual([[21]]);
  });

  test('give their range, or a null object', async () => {
    await excel.sheet([], async (sheet, { workbook }) => {
      workbook.names.add('Cells', sheet.getRange('C3:D4'));
      workbook.names.add('Rate', '=0.5');
      expect(await addressOf(workbook.names.getItem('Cells').getRange())).toBe('C3:D4');
      expect(await addressOf(workbook.names.getItem('Rate').getRangeOrNullObject())).toBe('null');
    });
  });

  test('can be hidden, annotated and deleted', async () => {
    await excel.sheet([], async (_, { workbook }) => {
      const name = workbook.names.add('X_1', '=1');
      name.visible = false;
      name.comment = '内部';
      expect(await load(name, 'visible,comment')).toMatchObject({
        visible: false,
        comment: '内部',
      });
      name.delete();
      const gone = workbook.names.getItemOrNullObject('X_1').load('name');
      await gone.context.sync();
      expect(gone.isNullObject).toBe(true);
    });
  });

  test.each([
    [
      'a name that is taken',
      (n: Excel.NamedItemCollection) => (n.add('a', '=1'), n.add('A', '=1')),
      'ItemAlreadyExists',
    ],
    ['a name that is an address', (n) => n.add('A1', '=1'), 'InvalidArgument'],
    ['a name with a blank', (n) => n.add('a b', '=1'), 'InvalidArgument'],
    ['a formula that does not parse', (n) => n.add('a', '=1+'), 'InvalidArgument'],
    ['a name that is not there', (n) => n.getItem('no').load(), 'ItemNotFound'],
    ['a range of a constant', (n) => n.add('a', '=1').getRange().load('address'), 'ItemNotFound'],
    [
      'the sheet of a name of the workbook',
      (n) => n.add('a', '=1').worksheet.load('name'),
      'ItemNotFound',
    ],
  ] as const satisfies [string, (names: Excel.NamedItemCollection) => unknown, string][])(
    'refuse %s',
    async (_, ask, code) => {
      expect(await excel.errorOf((__, { workbook }) => ask(workbook.names))).toBe(code);
    },
  );
});
