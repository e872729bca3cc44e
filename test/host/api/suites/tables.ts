import { addressOf, load, until, useExcel } from '../excelHost';

const LEDGER = [
  ['客户', '金额'],
  ['甲', 10],
  ['乙', 20],
  ['丙', 30],
];

describe('tables', () => {
  const excel = useExcel();
  const withTable = <T>(
    batch: (
      table: Excel.Table,
      sheet: Excel.Worksheet,
      context: Excel.RequestContext,
    ) => Promise<T>,
  ) =>
    excel.sheet(LEDGER, async (sheet, context) => {
      const table = sheet.tables.add('A1:B4', true);
      table.name = 'Ledger';
      await context.sync();
      return batch(table, sheet, context);
    });

  test('are made of an address or a range, named as the next free table', async () => {
    const items = await excel.run(async ({ workbook }) => {
      workbook.tables.add('Sheet1!A1:B2', true);
      const sheet = workbook.worksheets.getFirst();
      workbook.tables.add(sheet.getRange('D1:E2'), true);
      sheet.tables.add('G1:H2', true);
      return (await load(workbook.tables, 'count,items/name,items/style')).items;
    });
    expect(items!.map(({ name }) => name)).toEqual(['Table1', 'Table2', 'Table3']);
    expect(items![0]!.style).toBe('TableStyleMedium2');
  });

  test('without headers get some, and their data move down', async () => {
    const data = await excel.sheet([[1, 2]], async (sheet) => {
      const table = sheet.tables.add('A1:B1', false);
      return load(table.getRange(), 'values,address');
    });
    expect(data).toMatchObject({
      values: [
        ['Column1', 'Column2'],
        [1, 2],
      ],
      address: 'Sheet1!A1:B2',
    });
  });

  test('are found by name, id and index, in the workbook and on their sheet', async () => {
    await withTable(async (table, sheet, { workbook }) => {
      const { id } = await load(table, 'id,legacyId');
      for (const tables of [workbook.tables, sheet.tables]) {
        expect((await load(tables.getItem('LEDGER'), 'id')).id).toBe(id);
        expect((await load(tables.getItem(id!), 'name')).name).toBe('Ledger');
        expect((await load(tables.getItemAt(0), 'name')).name).toBe('Ledger');
        const none = tables.getItemOrNullObject('no').load('name');
        const count = tables.getCount();
        tables.load('count');
        await sheet.context.sync();
        expect([none.isNullObject, count.value, tables.count]).toEqual([true, 1, 1]);
      }
    });
  });

  test('have header, data, totals and whole range', async () => {
    await withTable(async (table) => {
      table.showTotals = true;
      expect(await addressOf(table.getRange())).toBe('A1:B5');
      expect(await addressOf(table.getHeaderRowRange())).toBe('A1:B1');
      expect(await addressOf(table.getDataBodyRange())).toBe('A2:B4');
      expect(await addressOf(table.getTotalRowRange())).toBe('A5:B5');
      expect((await load(table.getTotalRowRange(), 'values')).values).toEqual([['Total', '']]);
      expect((await load(table.worksheet, 'name')).name).toBe('Sheet1');
    });
  });

  test('hide and show their header and totals', async () => {
    await withTable(async (table, sheet) => {
      table.showHeaders = false;
      table.showTotals = true;
      expect(await load(table, 'showHeaders,showTotals')).toMatchObject({
        showHeaders: false,
        showTotals: true,
      });
      expect((await load(sheet.getRange('A1:A5'), 'values')).values).toEqual([
        [''],
        ['甲'],
        ['乙'],
        ['丙'],
        ['Total'],
      ]);
      table.showHeaders = true;
      table.showTotals = false;
      expect((await load(sheet.getRange('A1:A5'), 'values')).values).toEqual([
        ['客户'],
        ['甲'],
        ['乙'],
        ['丙'],
        [''],
      ]);
    });
  });

  test('have a style, bands, highlights and filter buttons', async () => {
    const look = {
      style: 'TableStyleLight9',
      showBandedRows: false,
      showBandedColumns: true,
      showFilterButton: false,
      highlightFirstColumn: true,
      highlightLastColumn: true,
    };
    const data = await withTable((table) => {
      table.set(look);
      return load(table, Object.keys(look).join());
    });
    expect(data).toMatchObject(look);
  });

  test('take rows at the end and in between', async () => {
    await withTable(async (table, sheet) => {
      sheet.getRange('A6').values = [['below']];
      table.rows.add(undefined, [
        ['丁', 40],
        ['戊', 50],
      ]);
      table.rows.add(0, [['零', 0]]);
      expect((await load(table.columns.getItem('客户'), 'values')).values).toEqual([
        ['客户'],
        ['零'],
        ['甲'],
        ['乙'],
        ['丙'],
        ['丁'],
        ['戊'],
      ]);
      expect((await load(sheet.getRange('A9'), 'values')).values).toEqual([['below']]);
    });
  });

  test('fill the blank row that a table without data has', async () => {
    const data = await excel.sheet([LEDGER[0]!], async (sheet) => {
      const table = sheet.tables.add('A1:B1', true);
      const row = table.rows.add(undefined, [
        ['甲', 1],
        ['乙', 2],
      ]);
      expect((await load(row, 'index')).index).toBe(0);
      return load(table.getRange(), 'values');
    });
    expect(data.values).toEqual([LEDGER[0], ['甲', 1], ['乙', 2]]);
  });

  test('read, write and delete single rows', async () => {
    await withTable(async (table, _, context) => {
      const { rows } = table;
      rows.getItemAt(1).values = [['乙乙', 21]];
      const count = rows.getCount();
      rows.load('count,items/index,items/values');
      await context.sync();
      expect([count.value, rows.count]).toEqual([3, 3]);
      expect(rows.items.map(({ index, values }) => [index, values])).toEqual([
        [0, [['甲', 10]]],
        [1, [['乙乙', 21]]],
        [2, [['丙', 30]]],
      ]);
      expect(await addressOf(rows.getItemAt(2).getRange())).toBe('A4:B4');
      rows.getItemAt(0).delete();
      expect((await load(table.getDataBodyRange(), 'values')).values).toEqual([
        ['乙乙', 21],
        ['丙', 30],
      ]);
    });
  });

  test('delete several rows', async () => {
    await withTable(async (table) => {
      table.rows.add(undefined, [['丁', 40]]);
      table.rows.deleteRows([0, 2]);
      expect((await load(table.getDataBodyRange(), 'values')).values).toEqual([
        ['乙', 20],
        ['丁', 40],
      ]);
      table.rows.deleteRowsAt(1);
      expect((await load(table.getDataBodyRange(), 'values')).values).toEqual([['乙', 20]]);
    });
  });

  test('take columns with values, a name and a place', async () => {
    await withTable(async (table) => {
      table.columns.add(undefined, [['税'], [1], [2], [3]]);
      table.columns.add(1, undefined, '日期');
      expect((await load(table.getRange(), 'values')).values).toEqual([
        ['客户', '日期', '金额', '税'],
        ['甲', '', 10, 1],
        ['乙', '', 20, 2],
        ['丙', '', 30, 3],
      ]);
    });
  });

  test('know their columns', async () => {
    await withTable(async (table, _, context) => {
      table.showTotals = true;
      const { columns } = table;
      const amount = columns.getItem('金额');
      expect(await load(amount, 'index,id,name')).toMatchObject({ index: 1, name: '金额' });
      expect(await addressOf(amount.getRange())).toBe('B1:B5');
      expect(await addressOf(amount.getHeaderRowRange())).toBe('B1');
      expect(await addressOf(amount.getDataBodyRange())).toBe('B2:B4');
      expect(await addressOf(amount.getTotalRowRange())).toBe('B5');
      amount.name = '应收';
      const none = columns.getItemOrNullObject('金额').load('name');
      const first = columns.getItemAt(0).load('name');
      const count = columns.getCount();
      columns.load('count,items/name');
      await context.sync();
      expect([none.isNullObject, first.name, count.value, columns.count]).toEqual([
        true,
        '客户',
        2,
        2,
      ]);
      expect(columns.items.map(({ name }) => name)).toEqual(['客户', '应收']);
      columns.getItemAt(0).values = [['户'], ['a'], ['b'], ['c'], ['计']];
      columns.getItem('应收').delete();
      expect((await load(table.getRange(), 'values')).values).toEqual([
        ['户'],
        ['a'],
        ['b'],
        ['c'],
        ['计'],
      ]);
    });
  });

  test('are resized', async () => {
    await withTable(async (table, sheet) => {
      table.resize('A1:C3');
      expect(await addressOf(table.getRange())).toBe('A1:C3');
      table.resize(sheet.getRange('A1:B4'));
      expect(await addressOf(table.getRange())).toBe('A1:B4');
    });
  });

  test('sort their data', async () => {
    const values = await withTable(async (table) => {
      table.sort.apply([{ key: 1, ascending: false }]);
      return (await load(table.getRange(), 'values')).values;
    });
    expect(values).toEqual([
      ['客户', '金额'],
      ['丙', 30],
      ['乙', 20],
      ['甲', 10],
    ]);
  });

  test('filter by values, column by column', async () => {
    await withTable(async (table, sheet) => {
      const { filter } = table.columns.getItem('客户');
      filter.applyValuesFilter(['甲', '丙']);
      expect(await load(table.autoFilter, 'enabled,isDataFiltered,criteria')).toMatchObject({
        enabled: true,
        isDataFiltered: true,
        criteria: [{ filterOn: 'Values', values: ['甲', '丙'] }, null],
      });
      expect((await load(filter, 'criteria')).criteria).toMatchObject({ values: ['甲', '丙'] });
      expect((await load(sheet.getRange('A3'), 'rowHidden')).rowHidden).toBe(true);
      filter.clear();
      expect((await load(sheet.getRange('A3'), 'rowHidden')).rowHidden).toBe(false);
      filter.apply({ filterOn: 'Values', values: ['乙'] });
      sheet.getRange('A4').values = [['乙']];
      table.reapplyFilters();
      expect((await load(sheet.getRange('A2:A4'), 'rowHidden')).rowHidden).toBeNull();
      expect((await load(sheet.getRange('A4'), 'rowHidden')).rowHidden).toBe(false);
      table.clearFilters();
      expect((await load(sheet.getRange('A2:A4'), 'rowHidden')).rowHidden).toBe(false);
    });
  });

  test('become plain cells', async () => {
    await withTable(async (table, sheet) => {
      expect(await addressOf(table.convertToRange())).toBe('A1:B4');
      const count = sheet.tables.getCount();
      await sheet.context.sync();
      expect(count.value).toBe(0);
      expect((await load(sheet.getRange('A1:B4'), 'values')).values).toEqual(LEDGER);
    });
  });

  test('are deleted with their cells', async () => {
    await withTable(async (table, sheet) => {
      table.delete();
      const count = sheet.tables.getCount();
      await sheet.context.sync();
      expect(count.value).toBe(0);
      expect(await addressOf(sheet.getUsedRangeOrNullObject(true))).toBe('null');
    });
  });

  test('are referred to by structured references', async () => {
    const values = await withTable(async (_, sheet) => {
      sheet.getRange('D1').formulas = [['=SUM(Ledger[金额])']];
      return (await load(sheet.getRange('D1'), 'values')).values;
    });
    expect(values).toEqual([[60]]);
  });

  test('tell of changes in them', async () => {
    const addresses: string[] = [];
    await withTable(async (table, sheet, context) => {
      table.onChanged.add(({ address }) => {
        addresses.push(address);
        return Promise.resolve();
      });
      await context.sync();
      sheet.getRange('D2').values = [[11]];
      sheet.getRange('B2').values = [[11]];
      await context.sync();
      await until(() => addresses.length > 0);
    });
    expect(addresses).toEqual(['B2']);
  });

  test.each([
    [
      'to overlap',
      (s: Excel.Worksheet) => (s.tables.add('A1:B2', true), s.tables.add('B2:C3', true)),
      'InvalidArgument',
    ],
    [
      'a name that is taken',
      (s) => ((s.tables.add('A1:B2', true).name = 'T'), (s.tables.add('D1:E2', true).name = 't')),
      'ItemAlreadyExists',
    ],
    ['an address that is none', (s) => s.tables.add('?', true), 'InvalidArgument'],
    ['an address on another sheet', (s) => s.tables.add('Sheet9!A1:B2', true), 'InvalidArgument'],
    ['a table that is not there', (s) => s.tables.getItem('no').load('name'), 'ItemNotFound'],
    ['an index past the end', (s) => s.tables.getItemAt(3).load('name'), 'InvalidArgument'],
    [
      'a row past the end',
      (s) => s.tables.add('A1:B2', true).rows.getItemAt(5).load(),
      'InvalidArgument',
    ],
    [
      'a row of another width',
      (s) => s.tables.add('A1:B2', true).rows.add(undefined, [[1]]),
      'InvalidArgument',
    ],
    [
      'a column that is not there',
      (s) => s.tables.add('A1:B2', true).columns.getItem('no').load(),
      'ItemNotFound',
    ],
    [
      'totals that are not shown',
      (s) => s.tables.add('A1:B2', true).getTotalRowRange().load(),
      'InvalidOperation',
    ],
    [
      'a size without its header row',
      (s) => s.tables.add('A1:B3', true).resize('A2:B3'),
      'InvalidArgument',
    ],
    [
      'a filter of another kind',
      (s) =>
        s.tables
          .add('A1:B3', true)
          .columns.getItemAt(0)
          .filter.apply({ filterOn: 'TopItems', criterion1: '3' }),
      'NotImplemented',
    ],
  ] as const satisfies [string, (sheet: Excel.Worksheet) => unknown, string][])(
    'refuse %s',
    async (_, ask, code) => {
      expect(await excel.errorOf(ask)).toBe(code);
    },
  );
});

describe('filter of a sheet', () => {
  const excel = useExcel();

  test('is off at first', async () => {
    await excel.sheet([], async (sheet) => {
      expect(await load(sheet.autoFilter, 'enabled,isDataFiltered,criteria')).toMatchObject({
        enabled: false,
        isDataFiltered: false,
        criteria: [],
      });
      expect(await addressOf(sheet.autoFilter.getRangeOrNullObject())).toBe('null');
    });
    expect(await excel.errorOf((sheet) => sheet.autoFilter.getRange().load())).toBe('ItemNotFound');
  });

  test('hides what it does not let through, until it is cleared or removed', async () => {
    await excel.sheet(LEDGER, async (sheet) => {
      const filter = sheet.autoFilter;
      const hidden = async () => {
        const rows = [2, 3, 4].map((row) => sheet.getRange(`A${row}`).load('rowHidden'));
        await sheet.context.sync();
        return rows.map(({ rowHidden }) => rowHidden);
      };
      filter.apply(sheet.getRange('A1:B4'));
      expect(await hidden()).toEqual([false, false, false]);
      filter.apply(sheet.getRange('A1:B4'), 0, { filterOn: 'Values', values: ['甲', '乙'] });
      filter.apply('A1:B4', 1, { filterOn: 'Values', values: ['20'] });
      expect(await addressOf(filter.getRange())).toBe('A1:B4');
      expect(await load(filter, 'enabled,isDataFiltered,criteria')).toMatchObject({
        enabled: true,
        isDataFiltered: true,
        criteria: [{ values: ['甲', '乙'] }, { values: ['20'] }],
      });
      expect(await hidden()).toEqual([true, false, true]);
      filter.clearColumnCriteria(1);
      expect(await hidden()).toEqual([false, false, true]);
      sheet.getRange('A4').values = [['乙']];
      expect(await hidden()).toEqual([false, false, true]);
      filter.reapply();
      expect(await hidden()).toEqual([false, false, false]);
      filter.clearCriteria();
      filter.remove();
      expect((await load(filter, 'enabled')).enabled).toBe(false);
    });
  });

  test('lets blank cells through only when asked to', async () => {
    await excel.sheet([['a'], ['x'], [''], ['y']], async (sheet) => {
      sheet.getRange('B4').values = [[1]];
      sheet.autoFilter.apply('A1:B4', 0, { filterOn: 'Values', values: ['x', ''] });
      const visible = await load(sheet.getRange('A1:A4').getVisibleView(), 'values');
      expect(visible.values).toEqual([['a'], ['x'], ['']]);
    });
  });
});
