import { addressOf, load, useExcel } from '../excelHost';

describe('edits of a range', () => {
  const excel = useExcel();
  const valuesAfter = (
    cells: unknown[][],
    address: string,
    edit: (sheet: Excel.Worksheet) => void,
  ) =>
    excel.sheet(cells, async (sheet) => {
      edit(sheet);
      return (await load(sheet.getRange(address), 'values')).values;
    });

  test.each([
    [
      'insert down',
      (s: Excel.Worksheet) => void s.getRange('A1').insert('Down'),
      [
        ['', 2],
        [1, 4],
        [3, ''],
      ],
    ],
    [
      'insert right',
      (s) => void s.getRange('A1').insert('Right'),
      [
        ['', 1],
        [3, 4],
        ['', ''],
      ],
    ],
    [
      'insert a row',
      (s) => void s.getRange('1:1').insert('Down'),
      [
        ['', ''],
        [1, 2],
        [3, 4],
      ],
    ],
    [
      'delete up',
      (s) => s.getRange('A1').delete('Up'),
      [
        [3, 2],
        ['', 4],
        ['', ''],
      ],
    ],
    [
      'delete left',
      (s) => s.getRange('A1').delete('Left'),
      [
        [2, ''],
        [3, 4],
        ['', ''],
      ],
    ],
    [
      'clear',
      (s) => s.getRange('A1').clear(),
      [
        ['', 2],
        [3, 4],
        ['', ''],
      ],
    ],
    [
      'clear contents',
      (s) => s.getRange('A1').clear('Contents'),
      [
        ['', 2],
        [3, 4],
        ['', ''],
      ],
    ],
    [
      'clear formats',
      (s) => s.getRange('A1').clear('Formats'),
      [
        [1, 2],
        [3, 4],
        ['', ''],
      ],
    ],
  ] as const satisfies [string, (sheet: Excel.Worksheet) => void, unknown[][]][])(
    '%s',
    async (_, edit, values) => {
      expect(
        await valuesAfter(
          [
            [1, 2],
            [3, 4],
          ],
          'A1:B3',
          edit,
        ),
      ).toEqual(values);
    },
  );

  test('insert answers the blank range', async () => {
    const address = await excel.sheet([[1]], (sheet) =>
      addressOf(sheet.getRange('A1').insert('Down')),
    );
    expect(address).toBe('A1');
  });

  test.each([
    ['insert', (s: Excel.Worksheet) => void s.getRange('A1').insert('Up' as 'Down')],
    ['delete', (s) => s.getRange('A1').delete('Down' as 'Up')],
    ['clear', (s) => s.getRange('A1').clear('Nothing' as 'All')],
  ] as const satisfies [string, (sheet: Excel.Worksheet) => void][])(
    '%s refuses an unknown way',
    async (_, edit) => {
      expect(await excel.errorOf(edit)).toBe('InvalidArgument');
    },
  );

  test.each([
    ['everything', 'All', [['=A2', 5]]],
    ['values', 'Values', [[1, 5]]],
    ['formulas', 'Formulas', [['=A2', 5]]],
  ] as const)('copies %s', async (_, copyType, formulas) => {
    const copied = await excel.sheet(
      [['=A1', 5]].map(() => [1, 5]),
      async (sheet) => {
        sheet.getRange('C1').formulas = [['=A1']];
        sheet.getRange('D1').values = [[5]];
        sheet.getRange('C2:D2').copyFrom('C1:D1', copyType);
        return (await load(sheet.getRange('C2:D2'), 'formulas')).formulas;
      },
    );
    expect(copied).toEqual(formulas);
  });

  test('copies from another sheet, formats only', async () => {
    const color = await excel.run(async ({ workbook }) => {
      const other = workbook.worksheets.add('源');
      other.getRange('A1').format.fill.color = '#ff0000';
      const target = workbook.worksheets.getFirst().getRange('B2');
      target.copyFrom(other.getRange('A1'), 'Formats');
      return (await load(target.format.fill, 'color')).color;
    });
    expect(color).toBe('#FF0000');
  });

  test('copies transposed, and without blanks', async () => {
    const values = await valuesAfter(
      [
        [1, '', 3],
        [7, 8, 9],
      ],
      'A1:C5',
      (sheet) => {
        sheet.getRange('A3').copyFrom('A1:C1', 'All', false, true);
        sheet.getRange('A2').copyFrom('A1:C1', 'All', true);
      },
    );
    expect(values).toEqual([
      [1, '', 3],
      [1, 8, 3],
      [1, '', ''],
      ['', '', ''],
      [3, '', ''],
    ]);
  });

  test('refuses a source that is none', async () => {
    expect(await excel.errorOf((sheet) => sheet.getRange('A1').copyFrom('?'))).toBe(
      'InvalidArgument',
    );
  });

  test('merges, across too, and takes merges apart', async () => {
    await excel.sheet(
      [
        [1, 2],
        [3, 4],
      ],
      async (sheet) => {
        sheet.getRange('A1:B2').merge(true);
        const merged = sheet.getRange('A1:B9').getMergedAreasOrNullObject();
        expect((await load(merged, 'address')).address).toBe('Sheet1!A1:B1,Sheet1!A2:B2');
        merged.areas.load('items/address');
        const count = merged.areas.getCount();
        const second = merged.areas.getItemAt(1).load('address');
        await merged.context.sync();
        expect(merged.areas.items.map((area) => area.address)).toEqual([
          'Sheet1!A1:B1',
          'Sheet1!A2:B2',
        ]);
        expect([count.value, second.address]).toEqual([2, 'Sheet1!A2:B2']);
        sheet.getRange('A1').unmerge();
        sheet.getRange('A2').unmerge();
        const none = sheet.getRange('A1:B9').getMergedAreasOrNullObject().load('address');
        await none.context.sync();
        expect(none.isNullObject).toBe(true);
        expect((await load(sheet.getRange('A1:B2'), 'values')).values).toEqual([
          [1, ''],
          [3, ''],
        ]);
      },
    );
  });

  test('sorts by several columns, the header apart', async () => {
    const values = await valuesAfter(
      [
        ['客户', '额'],
        ['b', 2],
        ['a', 1],
        ['a', 3],
      ],
      'A1:B4',
      (sheet) =>
        sheet.getRange('A1:B4').sort.apply([{ key: 0 }, { key: 1, ascending: false }], false, true),
    );
    expect(values).toEqual([
      ['客户', '额'],
      ['a', 3],
      ['a', 1],
      ['b', 2],
    ]);
  });

  test('refuses to sort by a column it does not have', async () => {
    expect(await excel.errorOf((sheet) => sheet.getRange('A1:B4').sort.apply([{ key: 2 }]))).toBe(
      'InvalidArgument',
    );
  });

  test('removes duplicates', async () => {
    await excel.sheet(
      [
        ['k', 'v'],
        ['a', 1],
        ['A', 2],
        ['b', 3],
      ],
      async (sheet) => {
        const result = sheet.getRange('A1:B4').removeDuplicates([0], true);
        expect(await load(result, 'removed,uniqueRemaining')).toEqual({
          removed: 1,
          uniqueRemaining: 2,
        });
        expect((await load(sheet.getRange('A1:B4'), 'values')).values).toEqual([
          ['k', 'v'],
          ['a', 1],
          ['b', 3],
          ['', ''],
        ]);
      },
    );
  });

  test('hides rows and columns', async () => {
    await excel.sheet([], async (sheet) => {
      sheet.getRange('A2:A3').rowHidden = true;
      sheet.getRange('B1').columnHidden = true;
      const state = async (address: string) => {
        const range = await load(sheet.getRange(address), 'hidden,rowHidden,columnHidden');
        return [range.hidden, range.rowHidden, range.columnHidden];
      };
      expect(await state('A2:A3')).toEqual([true, true, false]);
      expect(await state('A1:A2')).toEqual([null, null, false]);
      expect(await state('B1')).toEqual([true, false, true]);
      expect(await state('C1')).toEqual([false, false, false]);
    });
  });

  test('links cells', async () => {
    await excel.sheet([], async (sheet) => {
      const cell = sheet.getRange('A1');
      cell.hyperlink = { address: 'https://example.com/', textToDisplay: '对账', screenTip: '见' };
      expect(await load(cell, 'hyperlink,values,style')).toMatchObject({
        hyperlink: { address: 'https://example.com/', textToDisplay: '对账', screenTip: '见' },
        values: [['对账']],
        style: 'Normal',
      });
      cell.hyperlink = { documentReference: 'Sheet1!B2' };
      expect((await load(cell, 'hyperlink')).hyperlink).toMatchObject({
        documentReference: 'Sheet1!B2',
      });
      cell.clear('Hyperlinks');
      expect((await load(cell, 'hyperlink')).hyperlink).toBeNull();
    });
  });

  test('refuses a link that leads nowhere', async () => {
    expect(
      await excel.errorOf((sheet) => void (sheet.getRange('A1').hyperlink = { screenTip: 'x' })),
    ).toBe('InvalidArgument');
  });

  test('finds the tables it overlaps', async () => {
    await excel.sheet(
      [
        ['a', 'b'],
        [1, 2],
      ],
      async (sheet, context) => {
        sheet.tables.add('A1:B2', true).name = 'T';
        const part = sheet.getRange('B1:C3').getTables();
        const whole = sheet.getRange('B1:C3').getTables(true);
        const first = part.getFirst().load('name');
        const item = part.getItem('T').load('name');
        const none = whole.getItemOrNullObject('T').load('name');
        const counts = [part.getCount(), whole.getCount()];
        part.load('items/name');
        await context.sync();
        expect(part.items.map(({ name }) => name)).toEqual(['T']);
        expect([first.name, item.name, none.isNullObject]).toEqual(['T', 'T', true]);
        expect(counts.map(({ value }) => value)).toEqual([1, 0]);
      },
    );
  });
});

describe('several areas', () => {
  const excel = useExcel();

  test('are formatted, ruled, validated and cleared together', async () => {
    await excel.sheet([[1, 2, 3]], async (sheet) => {
      const areas = sheet.getRanges('A1,C1');
      areas.format.font.bold = true;
      areas.conditionalFormats.add('Custom');
      areas.dataValidation.ignoreBlanks = false;
      expect((await load(areas.worksheet, 'name')).name).toBe('Sheet1');
      expect((await load(sheet.getRange('A1:C1').format.font, 'bold')).bold).toBeNull();
      expect((await load(areas.format.font, 'bold')).bold).toBe(true);
      areas.clear('Contents');
      expect((await load(sheet.getRange('A1:C1'), 'values')).values).toEqual([['', 2, '']]);
      const count = sheet.getRange('C1').conditionalFormats.getCount();
      await sheet.context.sync();
      expect(count.value).toBe(1);
    });
  });
});
