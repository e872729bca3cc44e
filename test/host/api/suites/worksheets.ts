import { addressOf, load, useExcel } from '../excelHost';

const names = (sheets: Excel.Interfaces.WorksheetCollectionData) =>
  sheets.items!.map(({ name }) => name);

describe('worksheets', () => {
  const excel = useExcel();

  const three = <T>(
    batch: (sheets: Excel.WorksheetCollection, context: Excel.RequestContext) => Promise<T>,
  ) =>
    excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.add('账龄');
      worksheets.add();
      await context.sync();
      return batch(worksheets, context);
    });

  test('are added at the end, named as the next free sheet without a name', async () => {
    const items = await three((sheets) => load(sheets, 'items/name,items/position'));
    expect(items.items).toMatchObject([
      { name: 'Sheet1', position: 0 },
      { name: '账龄', position: 1 },
      { name: 'Sheet3', position: 2 },
    ]);
  });

  test.each([
    ['by name', (sheets: Excel.WorksheetCollection) => sheets.getItem('账龄'), '账龄'],
    ['by name in any case', (sheets) => sheets.getItem('sHEET3'), 'Sheet3'],
    ['the first', (sheets) => sheets.getFirst(), 'Sheet1'],
    ['the last', (sheets) => sheets.getLast(), 'Sheet3'],
    ['the active one', (sheets) => sheets.getActiveWorksheet(), 'Sheet1'],
    ['the next', (sheets) => sheets.getFirst().getNext(), '账龄'],
    ['the next or null', (sheets) => sheets.getFirst().getNextOrNullObject(), '账龄'],
    ['the previous', (sheets) => sheets.getLast().getPrevious(), '账龄'],
    ['the previous or null', (sheets) => sheets.getLast().getPreviousOrNullObject(), '账龄'],
  ] as const satisfies [string, (sheets: Excel.WorksheetCollection) => Excel.Worksheet, string][])(
    'are found: %s',
    async (_, find, name) => {
      expect((await three((sheets) => load(find(sheets), 'name'))).name).toBe(name);
    },
  );

  test('are found by id', async () => {
    const name = await three(async (sheets) => {
      const { id } = await load(sheets.getItem('账龄'), 'id');
      return (await load(sheets.getItem(id!), 'name')).name;
    });
    expect(name).toBe('账龄');
  });

  test.each([
    ['an unknown name', (sheets: Excel.WorksheetCollection) => sheets.getItemOrNullObject('no')],
    ['nothing after the last', (sheets) => sheets.getLast().getNextOrNullObject()],
    ['nothing before the first', (sheets) => sheets.getFirst().getPreviousOrNullObject()],
  ] as const satisfies [string, (sheets: Excel.WorksheetCollection) => Excel.Worksheet][])(
    'answer a null object for %s',
    async (_, find) => {
      const isNull = await three(async (sheets, context) => {
        const sheet = find(sheets).load('name');
        await context.sync();
        return sheet.isNullObject;
      });
      expect(isNull).toBe(true);
    },
  );

  test.each([
    ['an unknown name', (sheets: Excel.WorksheetCollection) => sheets.getItem('no')],
    ['nothing after the last', (sheets) => sheets.getLast().getNext()],
    ['nothing before the first', (sheets) => sheets.getFirst().getPrevious()],
  ] as const satisfies [string, (sheets: Excel.WorksheetCollection) => Excel.Worksheet][])(
    'answer ItemNotFound for %s',
    async (_, find) => {
      const code = await excel.errorOf((__, { workbook }) =>
        find(workbook.worksheets).load('name'),
      );
      expect(code).toBe('ItemNotFound');
    },
  );

  test('that are hidden are passed over when only visible ones are asked for', async () => {
    await three(async (sheets, context) => {
      sheets.getItem('账龄').visibility = 'Hidden';
      sheets.getLast().visibility = 'VeryHidden';
      expect((await load(sheets.getItem('账龄'), 'visibility')).visibility).toBe('Hidden');
      const all = sheets.getCount();
      const visible = sheets.getCount(true);
      const last = await load(sheets.getLast(true), 'name');
      const next = sheets.getFirst().getNextOrNullObject(true).load('name');
      await context.sync();
      expect([all.value, visible.value, last.name, next.isNullObject]).toEqual([
        3,
        1,
        'Sheet1',
        true,
      ]);
    });
  });

  test('change places', async () => {
    const order = await three(async (sheets) => {
      sheets.getLast().position = 0;
      return names(await load(sheets, 'items/name'));
    });
    expect(order).toEqual(['Sheet3', 'Sheet1', '账龄']);
  });

  test('are renamed, and formulas follow', async () => {
    const formula = await three(async (sheets) => {
      sheets.getFirst().getRange('A1').formulas = [['=账龄!B2']];
      sheets.getItem('账龄').name = 'My ageing';
      return (await load(sheets.getFirst().getRange('A1'), 'formulas')).formulas;
    });
    expect(formula).toEqual([["='My ageing'!B2"]]);
  });

  test.each([
    ['a name in use', 'SHEET1', 'ItemAlreadyExists'],
    ['a name with a colon', 'a:b', 'InvalidArgument'],
    ['a name of 32 characters', 'x'.repeat(32), 'InvalidArgument'],
    ['an empty name', '', 'InvalidArgument'],
  ])('refuse %s', async (_, name, code) => {
    expect(
      await excel.errorOf((__, { workbook }) => workbook.worksheets.add('x').set({ name })),
    ).toBe(code);
  });

  test('are deleted, but not the last visible one', async () => {
    const left = await three(async (sheets) => {
      sheets.getItem('账龄').delete();
      return names(await load(sheets, 'items/name'));
    });
    expect(left).toEqual(['Sheet1', 'Sheet3']);
    const code = await excel.errorOf(async (sheet, context) => {
      const all = context.workbook.worksheets.load('items/name');
      await context.sync();
      for (const each of all.items.slice(1)) each.visibility = 'Hidden';
      sheet.delete();
    });
    expect(code).toBe('InvalidOperation');
  });

  test('that are very hidden cannot be deleted', async () => {
    const code = await excel.errorOf((_, { workbook }) => {
      const sheet = workbook.worksheets.add();
      sheet.visibility = 'VeryHidden';
      sheet.delete();
    });
    expect(code).toBe('InvalidOperation');
  });

  test('are activated', async () => {
    const name = await three(async (sheets) => {
      sheets.getItem('账龄').activate();
      return (await load(sheets.getActiveWorksheet(), 'name')).name;
    });
    expect(name).toBe('账龄');
  });

  test('have a tab colour, gridlines and standard sizes', async () => {
    const data = await excel.sheet([], async (sheet) => {
      expect((await load(sheet, 'tabColor')).tabColor).toBe('');
      sheet.tabColor = 'orange';
      sheet.showGridlines = false;
      return load(sheet, 'tabColor,showGridlines,standardHeight,standardWidth');
    });
    expect(data).toMatchObject({
      tabColor: '#FFA500',
      showGridlines: false,
      standardHeight: 15,
      standardWidth: 8.43,
    });
  });

  test('calculate when asked in manual mode', async () => {
    const value = await excel.sheet([[1, '=A1+1']], async (sheet, context) => {
      context.application.calculationMode = 'Manual';
      sheet.getRange('A1').values = [[5]];
      await context.sync();
      context.application.calculationMode = 'Automatic';
      sheet.calculate(true);
      return (await load(sheet.getRange('B1'), 'values')).values;
    });
    expect(value).toEqual([[6]]);
  });
});

describe('ranges of a worksheet', () => {
  const excel = useExcel();

  test.each([
    ['an address', (sheet: Excel.Worksheet) => sheet.getRange('b2:$C$4'), 'B2:C4'],
    ['no address', (sheet) => sheet.getRange(), 'A:XFD'],
    ['whole columns', (sheet) => sheet.getRange('C:A'), 'A:C'],
    ['whole rows', (sheet) => sheet.getRange('2:3'), '2:3'],
    ['its own name before the address', (sheet) => sheet.getRange("'Sheet1'!A1"), 'A1'],
    ['row and column', (sheet) => sheet.getCell(2, 3), 'D3'],
    ['indexes and counts', (sheet) => sheet.getRangeByIndexes(1, 2, 3, 4), 'C2:F4'],
  ] as const satisfies [string, (sheet: Excel.Worksheet) => Excel.Range, string][])(
    'are found by %s',
    async (_, find, address) => {
      expect(await excel.sheet([], (sheet) => addressOf(find(sheet)))).toBe(address);
    },
  );

  test('are found by a defined name and by a table', async () => {
    await excel.sheet([['a'], [1]], async (sheet, { workbook }) => {
      workbook.names.add('Limit', sheet.getRange('D4'));
      sheet.tables.add('A1:A2', true).name = 'Ledger';
      expect(await addressOf(sheet.getRange('limit'))).toBe('D4');
      expect(await addressOf(sheet.getRange('Ledger'))).toBe('A2');
    });
  });

  test.each(['', 'A0', 'XFE1', 'no such name', 'A1:B2:C3', 'Sheet2!A1', 'Sheet-1!A1'])(
    'answer InvalidArgument for the address "%s"',
    async (address) => {
      const code = await excel.errorOf((sheet) => sheet.getRange(address).load('address'));
      expect(code).toBe('InvalidArgument');
    },
  );

  test('answer InvalidArgument for an address of more than 8192 characters', async () => {
    const address = Array.from({ length: 2000 }, (_, i) => `A${i + 1}`).join();
    expect(await excel.errorOf((sheet) => sheet.getRanges(address).load('address'))).toBe(
      'InvalidArgument',
    );
  });

  test('may be several at once', async () => {
    const areas = await excel.sheet([], async (sheet) => {
      const found = sheet.getRanges('A1:B2, D4');
      return load(found, 'address,areaCount,cellCount,addressLocal,isEntireColumn,isEntireRow');
    });
    expect(areas).toMatchObject({
      address: 'Sheet1!A1:B2,Sheet1!D4',
      addressLocal: 'Sheet1!A1:B2,Sheet1!D4',
      areaCount: 2,
      cellCount: 5,
      isEntireColumn: false,
      isEntireRow: false,
    });
  });

  test.each([
    ['cells with values or formats', undefined, 'A1:C3'],
    ['values only', true, 'A1:B2'],
  ])('used: %s', async (_, valuesOnly, address) => {
    const used = await excel.sheet(
      [
        ['a', 1],
        ['', 2],
      ],
      (sheet) => {
        sheet.getRange('C3').format.fill.color = 'red';
        return addressOf(sheet.getUsedRange(valuesOnly));
      },
    );
    expect(used).toBe(address);
  });

  test('used: A1 on a blank sheet, or a null object', async () => {
    await excel.sheet([], async (sheet) => {
      expect(await addressOf(sheet.getUsedRange())).toBe('A1');
      expect(await addressOf(sheet.getUsedRangeOrNullObject())).toBe('null');
    });
  });
});

describe('frozen panes', () => {
  const excel = useExcel();

  test.each([
    ['rows', (panes: Excel.WorksheetFreezePanes) => panes.freezeRows(2), '1:2'],
    ['columns', (panes) => panes.freezeColumns(1), 'A:A'],
    ['both, by an address', (panes) => panes.freezeAt('A1:B3'), 'A1:B3'],
    ['none', (panes) => panes.unfreeze(), 'null'],
  ] as const satisfies [string, (panes: Excel.WorksheetFreezePanes) => void, string][])(
    'hold %s',
    async (_, freeze, address) => {
      await excel.sheet([], async (sheet) => {
        sheet.freezePanes.freezeRows(5);
        freeze(sheet.freezePanes);
        expect(await addressOf(sheet.freezePanes.getLocationOrNullObject())).toBe(address);
      });
    },
  );

  test('that are not there have no location', async () => {
    expect(await excel.errorOf((sheet) => sheet.freezePanes.getLocation().load('address'))).toBe(
      'ItemNotFound',
    );
  });
});

describe('protection', () => {
  const excel = useExcel();

  test('tells whether it is on and what it allows', async () => {
    await excel.sheet([], async (sheet) => {
      expect((await load(sheet.protection, 'protected')).protected).toBe(false);
      sheet.protection.protect({ allowSort: true });
      const { options } = await load(sheet.protection, 'protected,options');
      expect(options).toMatchObject({ allowSort: true, allowFormatCells: false });
    });
  });

  test.each([
    ['values', (sheet: Excel.Worksheet) => void (sheet.getRange('A1').values = [[1]])],
    ['formulas', (sheet) => void (sheet.getRange('A1').formulas = [['=1']])],
    ['fills', (sheet) => void (sheet.getRange('A1').format.fill.color = 'red')],
    ['number formats', (sheet) => void (sheet.getRange('A1').numberFormat = [['0']])],
    ['column widths', (sheet) => void (sheet.getRange('A1').format.columnWidth = 9)],
    ['rows', (sheet) => void sheet.getRange('1:1').insert('Down')],
    ['rules', (sheet) => void sheet.getRange('A1').conditionalFormats.add('Custom')],
    ['tables', (sheet) => void sheet.tables.add('A1:B2', true)],
    ['contents', (sheet) => sheet.getRange('A1').clear()],
    ['merges', (sheet) => sheet.getRange('A1:B1').merge()],
    ['validation', (sheet) => void (sheet.getRange('A1').dataValidation.ignoreBlanks = false)],
  ] as const satisfies [string, (sheet: Excel.Worksheet) => void][])(
    'refuses to change %s',
    async (_, change) => {
      const code = await excel.errorOf((sheet) => {
        sheet.protection.protect();
        change(sheet);
      });
      expect(code).toBe('AccessDenied');
    },
  );

  test('lets unlocked cells be written', async () => {
    const code = await excel.errorOf((sheet) => {
      sheet.getRange('A1').format.protection.locked = false;
      sheet.protection.protect();
      sheet.getRange('A1').values = [[1]];
    });
    expect(code).toBe('none');
  });

  test.each([
    [
      'protecting twice',
      (p: Excel.WorksheetProtection) => [p, p].forEach((each) => each.protect()),
    ],
    ['unprotecting what is not protected', (p) => p.unprotect()],
  ] as const satisfies [string, (p: Excel.WorksheetProtection) => void][])(
    'refuses %s',
    async (_, change) => {
      expect(await excel.errorOf((sheet) => change(sheet.protection))).toBe('AccessDenied');
    },
  );

  test('ends with the right password only', async () => {
    const guarded = (password: string) =>
      excel.errorOf((sheet) => {
        sheet.protection.protect({}, '暗号');
        sheet.protection.unprotect(password);
        sheet.getRange('A1').values = [[1]];
      });
    expect(await guarded('no')).toBe('InvalidArgument');
    await excel.sheet([], (sheet) => sheet.protection.unprotect('暗号'));
    expect(await guarded('暗号')).toBe('none');
  });
});
