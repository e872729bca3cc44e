import { addressOf, load, until, useExcel } from '../excelHost';

describe('workbook', () => {
  const excel = useExcel();

  test('has a name and can be written', async () => {
    const book = await excel.run(({ workbook }) => load(workbook, 'name,readOnly'));
    expect(book).toMatchObject({ name: 'Book1.xlsx', readOnly: false });
  });

  test('knows the selected range and its active cell', async () => {
    await excel.sheet([], (sheet) => sheet.getRange('B2:C4').select());
    await excel.run(async ({ workbook }) => {
      expect(await addressOf(workbook.getSelectedRange())).toBe('B2:C4');
      expect(await addressOf(workbook.getActiveCell())).toBe('B2');
    });
  });

  test('gives the range an event tells of', async () => {
    const address = await excel.sheet([], async (sheet, context) => {
      const found = new Promise<string>((resolve) => {
        sheet.onChanged.add(async (event) => {
          resolve(await addressOf(event.getRange(context)));
          expect(await addressOf(event.getRangeOrNullObject(context))).toBe('B2:B3');
        });
      });
      await context.sync();
      sheet.getRange('B2:B3').values = [[1], [2]];
      await context.sync();
      return found;
    });
    expect(address).toBe('B2:B3');
  });

  test('raises no events while they are disabled', async () => {
    let count = 0;
    await excel.sheet([], async (sheet, context) => {
      sheet.onChanged.add(() => {
        count++;
        return Promise.resolve();
      });
      await context.sync();
      context.runtime.enableEvents = false;
      sheet.getRange('A1').values = [[1]];
      await context.sync();
      expect(await load(context.runtime, 'enableEvents')).toEqual({ enableEvents: false });
      context.runtime.enableEvents = true;
      sheet.getRange('A2').values = [[1]];
      await context.sync();
      await until(() => count > 0);
    });
    expect(count).toBe(1);
  });
});

describe('application', () => {
  const excel = useExcel();

  test('calculates automatically, with en-US separators', async () => {
    const data = await excel.run(({ application }) =>
      load(
        application,
        'calculationMode,calculationState,decimalSeparator,thousandsSeparator,useSystemSeparators',
      ),
    );
    expect(data).toMatchObject({
      calculationMode: 'Automatic',
      calculationState: 'Done',
      decimalSeparator: '.',
      thousandsSeparator: ',',
      useSystemSeparators: true,
    });
  });

  test('has the culture en-US', async () => {
    const data = await excel.run(async ({ application }) => {
      const { cultureInfo } = application;
      cultureInfo.load('name');
      cultureInfo.numberFormat.load();
      cultureInfo.datetimeFormat.load();
      await cultureInfo.context.sync();
      return cultureInfo.toJSON();
    });
    expect(data).toEqual({
      name: 'en-US',
      numberFormat: { numberDecimalSeparator: '.', numberGroupSeparator: ',' },
      datetimeFormat: {
        dateSeparator: '/',
        longDatePattern: 'dddd, MMMM d, yyyy',
        longTimePattern: 'h:mm:ss tt',
        shortDatePattern: 'M/d/yyyy',
        timeSeparator: ':',
      },
    });
  });

  test.each(['Recalculate', 'Full', 'FullRebuild'] as const)(
    'in manual mode calculates only when asked: %s',
    async (type) => {
      const [before, after] = await excel.sheet([[1, '=A1+1']], async (sheet, context) => {
        context.application.calculationMode = 'Manual';
        sheet.getRange('A1').values = [[5]];
        const stale = await load(sheet.getRange('B1'), 'values');
        context.application.calculate(type);
        return [stale.values, (await load(sheet.getRange('B1'), 'values')).values];
      });
      expect([before, after]).toEqual([[[2]], [[6]]]);
    },
  );

  test('suspends calculation until the next sync', async () => {
    const values = await excel.sheet([[1, '=A1+1']], async (sheet, context) => {
      context.application.suspendApiCalculationUntilNextSync();
      context.application.suspendScreenUpdatingUntilNextSync();
      sheet.getRange('A1').values = [[5]];
      const during = sheet.getRange('B1').load('values');
      await context.sync();
      const after = await load(sheet.getRange('B1'), 'values');
      return [during.values, after.values];
    });
    expect(values).toEqual([[[2]], [[6]]]);
  });

  test('refuses an unknown kind of calculation', async () => {
    const code = await excel.errorOf((_, { application }) => application.calculate('No' as 'Full'));
    expect(code).toBe('InvalidArgument');
  });
});

describe('settings', () => {
  const excel = useExcel();

  test('are kept by key, as any JSON value', async () => {
    const items = await excel.run(async ({ workbook }) => {
      workbook.settings.add('map', { customer: '客户' });
      workbook.settings.add('edges', [30, 60]);
      workbook.settings.add('edges', [30, 60, 90]);
      return (await load(workbook.settings, 'items/key,items/value')).items;
    });
    expect(items).toEqual([
      { key: 'map', value: { customer: '客户' } },
      { key: 'edges', value: [30, 60, 90] },
    ]);
  });

  test('are found by key, changed, counted and deleted', async () => {
    await excel.run(async ({ workbook: { settings } }) => {
      settings.add('a', 1);
      const item = settings.getItem('a');
      item.value = 2;
      expect((await load(item, 'key,value')).value).toBe(2);
      item.delete();
      const gone = settings.getItemOrNullObject('a').load();
      const count = settings.getCount();
      await settings.context.sync();
      expect(gone.isNullObject).toBe(true);
      expect(count.value).toBe(0);
    });
  });

  test('that are missing are an ItemNotFound', async () => {
    expect(await excel.errorOf((_, { workbook }) => workbook.settings.getItem('no').load())).toBe(
      'ItemNotFound',
    );
  });
});
