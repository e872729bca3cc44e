import { addressOf, load, useExcel } from '../excelHost';

describe('values of a range', () => {
  const excel = useExcel();

  test('read as they are, blank as an empty text, errors as their text', async () => {
    const data = await excel.sheet([[1.5, '客户', true, '', '=1/0']], (sheet) =>
      load(sheet.getRange('A1:E1'), 'values,valueTypes,text,formulas,formulasLocal'),
    );
    expect(data).toMatchObject({
      values: [[1.5, '客户', true, '', '#DIV/0!']],
      valueTypes: [['Double', 'String', 'Boolean', 'Empty', 'Error']],
      text: [['1.5', '客户', 'TRUE', '', '#DIV/0!']],
      formulas: [[1.5, '客户', true, '', '=1/0']],
      formulasLocal: [[1.5, '客户', true, '', '=1/0']],
    });
  });

  test('are one value for every cell, null to leave one, an empty text to blank one', async () => {
    const values = await excel.sheet([], async (sheet) => {
      const range = sheet.getRange('A1:B2');
      range.values = 7 as unknown as number[][];
      range.values = [
        [null, ''],
        [null, 8],
      ];
      return (await load(range, 'values')).values;
    });
    expect(values).toEqual([
      [7, ''],
      [7, 8],
    ]);
  });

  test('of a large array arrive in pieces and as a whole', async () => {
    const rows = Array.from({ length: 1000 }, (_, i) => [i, `n${i}`]);
    const values = await excel.sheet(rows, async (sheet) => {
      return (await load(sheet.getRange('A1:B1000'), 'values')).values;
    });
    expect(values).toEqual(rows);
  });

  test.each([
    ['rows', [[1], [2]]],
    ['columns', [[1, 2, 3]]],
    ['ragged rows', [[1, 2], [3]]],
  ])('refuse an array with other %s', async (_, values) => {
    const code = await excel.errorOf((sheet) => {
      sheet.getRange(
        values.length === 2 && values[1]!.length === 1 && values[0]!.length === 2
          ? 'A1:B2'
          : 'A1:B1',
      ).values = values;
    });
    expect(code).toBe('InvalidArgument');
  });

  test('refuse a large array of another size', async () => {
    const rows = Array.from({ length: 1000 }, (_, i) => [i, i]);
    expect(await excel.errorOf((sheet) => void (sheet.getRange('A1:B999').values = rows))).toBe(
      'InvalidArgument',
    );
  });

  test('of whole columns and rows read null and cannot be written', async () => {
    for (const address of ['A:B', '1:2']) {
      const data = await excel.sheet([[1, 2]], (sheet) =>
        load(sheet.getRange(address), 'values,formulas,text,numberFormat,valueTypes,cellCount'),
      );
      const { cellCount, ...cells } = data;
      expect(Object.values(cells)).toEqual([null, null, null, null, null]);
      expect(cellCount).toBeGreaterThan(30_000);
      expect(await excel.errorOf((sheet) => void (sheet.getRange(address).values = [['x']]))).toBe(
        'InvalidArgument',
      );
    }
  });

  test('of more than five million cells cannot be read at once', async () => {
    const code = await excel.errorOf((sheet) => sheet.getRange('A1:F1000000').load('values'));
    expect(code).toBe('RangeExceedsLimit');
  });

  test('are formulas in three notations', async () => {
    const data = await excel.sheet([[1, 2]], (sheet) => {
      sheet.getRange('C1').formulas = [['=A1+$B$1']];
      sheet.getRange('C2').formulasLocal = [['=A2+$B$1']];
      sheet.getRange('C3').formulasR1C1 = [['=R[-2]C[-2]+R1C2']];
      return load(sheet.getRange('C1:C3'), 'formulas,formulasR1C1,values');
    });
    expect(data).toMatchObject({
      formulas: [['=A1+$B$1'], ['=A2+$B$1'], ['=A1+$B$1']],
      formulasR1C1: [['=RC[-2]+R1C2'], ['=RC[-2]+R1C2'], ['=R[-2]C[-2]+R1C2']],
      values: [[3], [2], [3]],
    });
  });

  test('that do not parse as a formula are refused', async () => {
    expect(await excel.errorOf((sheet) => void (sheet.getRange('A1').formulas = [['=1+']]))).toBe(
      'InvalidArgument',
    );
  });

  test('show through their number format', async () => {
    const data = await excel.sheet([[45672, 0.5]], (sheet) => {
      sheet.getRange('A1:B1').numberFormat = [['yyyy-mm-dd', '0%']];
      sheet.getRange('A2:B2').numberFormatLocal = [['@', null]];
      return load(sheet.getRange('A1:B2'), 'text,numberFormat,numberFormatLocal');
    });
    expect(data).toMatchObject({
      text: [
        ['2025-01-15', '50%'],
        ['', ''],
      ],
      numberFormat: [
        ['yyyy-mm-dd', '0%'],
        ['@', 'General'],
      ],
      numberFormatLocal: [
        ['yyyy-mm-dd', '0%'],
        ['@', 'General'],
      ],
    });
  });

  test('that look like numbers stay text under the text format', async () => {
    const data = await excel.sheet([], (sheet) => {
      sheet.getRange('A1').numberFormat = [['@']];
      sheet.getRange('A1:B1').values = [['0012', '0012']];
      return load(sheet.getRange('A1:B1'), 'values');
    });
    expect(data.values).toEqual([['0012', 12]]);
  });

  test('are calculated again when asked', async () => {
    const values = await excel.sheet([[1, '=A1+1']], (sheet, { application }) => {
      application.calculationMode = 'Manual';
      sheet.getRange('A1').values = [[5]];
      sheet.getRange('B1').setDirty();
      sheet.getRange('B1').calculate();
      return load(sheet.getRange('B1'), 'values');
    });
    expect(values.values).toEqual([[6]]);
  });
});

describe('where a range lies', () => {
  const excel = useExcel();

  test('as address, indexes, counts and points', async () => {
    const data = await excel.sheet([], (sheet) =>
      load(
        sheet.getRange('B3:C6'),
        'address,addressLocal,rowIndex,columnIndex,rowCount,columnCount,cellCount,isEntireColumn,isEntireRow,top,left,height,width',
      ),
    );
    expect(data).toMatchObject({
      address: 'Sheet1!B3:C6',
      addressLocal: 'Sheet1!B3:C6',
      rowIndex: 2,
      columnIndex: 1,
      rowCount: 4,
      columnCount: 2,
      cellCount: 8,
      isEntireColumn: false,
      isEntireRow: false,
      top: 30,
      left: 48,
      height: 60,
      width: 96,
    });
  });

  test('quotes the name of its sheet when it must', async () => {
    const address = await excel.run(async ({ workbook }) => {
      const range = workbook.worksheets.add("O'Hara 1").getRange('A1');
      return (await load(range, 'address')).address;
    });
    expect(address).toBe("'O''Hara 1'!A1");
  });

  test('has −1 cells when they are more than 2³¹ − 1', async () => {
    const data = await excel.sheet([], (sheet) =>
      load(sheet.getRange(), 'cellCount,isEntireColumn,isEntireRow'),
    );
    expect(data).toMatchObject({ cellCount: -1, isEntireColumn: true, isEntireRow: true });
  });

  test('has its worksheet', async () => {
    const name = await excel.sheet([], async (sheet) => {
      return (await load(sheet.getRange('A1').worksheet, 'name')).name;
    });
    expect(name).toBe('Sheet1');
  });

  test.each([
    ['a row above', (sheet: Excel.Worksheet) => void sheet.getRange('1:1').insert('Down'), 'B4:C7'],
    ['a row inside', (sheet) => void sheet.getRange('5:5').insert('Down'), 'B3:C7'],
    ['a row gone from above', (sheet) => sheet.getRange('1:1').delete('Up'), 'B2:C5'],
    ['a row gone from inside', (sheet) => sheet.getRange('4:4').delete('Up'), 'B3:C5'],
    ['a column before', (sheet) => void sheet.getRange('A:A').insert('Right'), 'C3:D6'],
    ['cells above pushed down', (sheet) => void sheet.getRange('B1:C1').insert('Down'), 'B4:C7'],
    ['cells elsewhere pushed down', (sheet) => void sheet.getRange('E1').insert('Down'), 'B3:C6'],
  ] as const satisfies [string, (sheet: Excel.Worksheet) => void, string][])(
    'moves with its cells: %s',
    async (_, change, address) => {
      const moved = await excel.sheet([], async (sheet, context) => {
        const range = sheet.getRange('B3:C6').load('address');
        await context.sync();
        change(sheet);
        await context.sync();
        return addressOf(range);
      });
      expect(moved).toBe(address);
    },
  );

  test('is no reference any more when its cells are deleted', async () => {
    const code = await excel.errorOf(async (sheet, context) => {
      const range = sheet.getRange('B3').load('address');
      await context.sync();
      sheet.getRange('3:3').delete('Up');
      range.load('address');
    });
    expect(code).toBe('InvalidReference');
  });
});

describe('ranges found from B3:C6', () => {
  const excel = useExcel();

  test.each([
    ['getCell', (r: Excel.Range) => r.getCell(1, 1), 'C4'],
    ['getCell outside', (r) => r.getCell(-1, 2), 'D2'],
    ['getRow', (r) => r.getRow(1), 'B4:C4'],
    ['getColumn', (r) => r.getColumn(1), 'C3:C6'],
    ['getOffsetRange', (r) => r.getOffsetRange(1, -1), 'A4:B7'],
    ['getResizedRange, larger', (r) => r.getResizedRange(2, 1), 'B3:D8'],
    ['getResizedRange, smaller', (r) => r.getResizedRange(-3, -1), 'B3'],
    ['getAbsoluteResizedRange', (r) => r.getAbsoluteResizedRange(1, 4), 'B3:E3'],
    ['getRowsAbove', (r) => r.getRowsAbove(), 'B2:C2'],
    ['getRowsAbove, inside', (r) => r.getRowsAbove(-2), 'B3:C4'],
    ['getRowsBelow', (r) => r.getRowsBelow(2), 'B7:C8'],
    ['getRowsBelow, inside', (r) => r.getRowsBelow(-1), 'B6:C6'],
    ['getColumnsBefore', (r) => r.getColumnsBefore(), 'A3:A6'],
    ['getColumnsAfter', (r) => r.getColumnsAfter(3), 'D3:F6'],
    ['getColumnsAfter, inside', (r) => r.getColumnsAfter(-1), 'C3:C6'],
    ['getEntireRow', (r) => r.getEntireRow(), '3:6'],
    ['getEntireColumn', (r) => r.getEntireColumn(), 'B:C'],
    ['getLastCell', (r) => r.getLastCell(), 'C6'],
    ['getLastRow', (r) => r.getLastRow(), 'B6:C6'],
    ['getLastColumn', (r) => r.getLastColumn(), 'C3:C6'],
    ['getBoundingRect', (r) => r.getBoundingRect('E1'), 'B1:E6'],
    ['getBoundingRect of a range', (r) => r.getBoundingRect(r.getOffsetRange(1, 1)), 'B3:D7'],
    ['getIntersection', (r) => r.getIntersection('C5:D9'), 'C5:C6'],
    ['getIntersectionOrNullObject', (r) => r.getIntersectionOrNullObject('A1'), 'null'],
    ['getUsedRange', (r) => r.getUsedRange(), 'B4:C5'],
    ['getUsedRangeOrNullObject', (r) => r.getRow(0).getUsedRangeOrNullObject(true), 'null'],
  ] as const satisfies [string, (range: Excel.Range) => Excel.Range, string][])(
    '%s',
    async (_, find, address) => {
      const found = await excel.sheet([], (sheet) => {
        sheet.getRange('B4:C5').values = [
          [1, ''],
          ['', 2],
        ];
        return addressOf(find(sheet.getRange('B3:C6')));
      });
      expect(found).toBe(address);
    },
  );

  test.each([
    ['an offset off the sheet', (r: Excel.Range) => r.getOffsetRange(-3, 0), 'InvalidArgument'],
    ['a size of nothing', (r) => r.getResizedRange(-4, 0), 'InvalidArgument'],
    ['no rows above', (r) => r.getRowsAbove(0), 'InvalidArgument'],
    ['rows above the sheet', (r) => r.getRowsAbove(3), 'InvalidArgument'],
    ['nothing in common', (r) => r.getIntersection('A1'), 'ItemNotFound'],
    ['nothing used', (r) => r.getUsedRange(), 'ItemNotFound'],
    ['an address that is none', (r) => r.getBoundingRect('?'), 'InvalidArgument'],
  ] as const satisfies [string, (range: Excel.Range) => Excel.Range, string][])(
    '%s is refused',
    async (_, find, code) => {
      expect(await excel.errorOf((sheet) => find(sheet.getRange('B3:C6')).load('address'))).toBe(
        code,
      );
    },
  );
});

describe('ranges found by what cells hold', () => {
  const excel = useExcel();
  const cells = [
    ['客户', '金额', '', 'x'],
    ['甲', 1, '', ''],
    ['乙', 2, '', ''],
    ['', '', '', ''],
    ['丙', 3, '', ''],
  ];

  test.each([
    [
      'the region around B2',
      (s: Excel.Worksheet) => s.getRange('B2').getSurroundingRegion(),
      'A1:B3',
    ],
    ['down to the end of the block', (s) => s.getRange('A1').getRangeEdge('Down'), 'A3'],
    ['down over the gap', (s) => s.getRange('A3').getRangeEdge('Down'), 'A5'],
    ['down to the end of the sheet', (s) => s.getRange('A5').getRangeEdge('Down'), 'A1048576'],
    ['up from below', (s) => s.getRange('B9').getRangeEdge('Up'), 'B5'],
    ['right over the gap', (s) => s.getRange('B1').getRangeEdge('Right'), 'D1'],
    ['left to the edge', (s) => s.getRange('B2').getRangeEdge('Left'), 'A2'],
    ['extended down', (s) => s.getRange('A1:B1').getExtendedRange('Down'), 'A1:B3'],
    [
      'extended from another cell',
      (s) => s.getRange('A1:D1').getExtendedRange('Down', 'A1'),
      'A1:D3',
    ],
  ] as const satisfies [string, (sheet: Excel.Worksheet) => Excel.Range, string][])(
    '%s',
    async (_, find, address) => {
      expect(await excel.sheet(cells, (sheet) => addressOf(find(sheet)))).toBe(address);
    },
  );

  test('an active cell outside of the range is refused', async () => {
    expect(
      await excel.errorOf((sheet) => sheet.getRange('A1').getExtendedRange('Down', 'B1').load()),
    ).toBe('InvalidArgument');
  });

  test('a spill and its parent', async () => {
    await excel.sheet([[1], [2], [3]], async (sheet) => {
      sheet.getRange('C1').formulas = [['=A1:A3*2']];
      expect(await addressOf(sheet.getRange('C1').getSpillingToRange())).toBe('C1:C3');
      expect(await addressOf(sheet.getRange('C2').getSpillParent())).toBe('C1');
      expect(await addressOf(sheet.getRange('C1').getSpillParent())).toBe('C1');
      expect(await addressOf(sheet.getRange('A1').getSpillingToRangeOrNullObject())).toBe('null');
      expect(await addressOf(sheet.getRange('A1').getSpillParentOrNullObject())).toBe('null');
      const spills = ['C1:C3', 'A1:A3', 'A1:C3'].map((address) =>
        sheet.getRange(address).load('hasSpill'),
      );
      await sheet.context.sync();
      expect(spills.map(({ hasSpill }) => hasSpill)).toEqual([true, false, null]);
    });
  });

  const mixed = [
    [1, 'x', ''],
    [true, '=1/0', '=A1'],
    ['', 'y', 2],
  ];

  test.each([
    ['Blanks', undefined, 'A3,C1'],
    ['Constants', undefined, 'A1:A2,B1,B3,C3'],
    ['Constants', 'Text', 'B1,B3'],
    ['Constants', 'LogicalNumbers', 'A1:A2,C3'],
    ['Formulas', undefined, 'B2:C2'],
    ['Formulas', 'Errors', 'B2'],
    ['Visible', undefined, 'A1:A3,C1:C3'],
  ] as const)('special cells: %s %s', async (type, values, expected) => {
    const address = await excel.sheet(mixed, async (sheet) => {
      sheet.getRange('B:B').columnHidden = true;
      const found = sheet.getRange('A1:C3').getSpecialCells(type, values);
      return (await load(found, 'address')).address;
    });
    expect(address!.replaceAll('Sheet1!', '')).toBe(expected);
  });

  test('no special cells', async () => {
    await excel.sheet([[1]], async (sheet) => {
      const none = sheet.getRange('A1:A2').getSpecialCellsOrNullObject('Formulas').load('address');
      await sheet.context.sync();
      expect(none.isNullObject).toBe(true);
    });
    const ask = (type: 'Formulas' | 'ConditionalFormats') =>
      excel.errorOf((sheet) => sheet.getRange('A1:A2').getSpecialCells(type).load('address'));
    expect(await ask('Formulas')).toBe('ItemNotFound');
    expect(await ask('ConditionalFormats')).toBe('NotImplemented');
  });

  test('visible rows', async () => {
    await excel.sheet(cells, async (sheet, context) => {
      sheet.getRange('2:2').rowHidden = true;
      sheet.getRange('C:C').columnHidden = true;
      const view = sheet.getRange('A1:D3').getVisibleView();
      view.load();
      view.rows.load('items/values,items/index');
      const range = view.getRange().load('address');
      const count = view.rows.getCount();
      const second = view.rows.getItemAt(1).load('values');
      await context.sync();
      expect(view.toJSON()).toMatchObject({
        values: [
          ['客户', '金额', 'x'],
          ['乙', 2, ''],
        ],
        formulas: [
          ['客户', '金额', 'x'],
          ['乙', 2, ''],
        ],
        formulasLocal: [
          ['客户', '金额', 'x'],
          ['乙', 2, ''],
        ],
        formulasR1C1: [
          ['客户', '金额', 'x'],
          ['乙', 2, ''],
        ],
        text: [
          ['客户', '金额', 'x'],
          ['乙', '2', ''],
        ],
        valueTypes: [
          ['String', 'String', 'String'],
          ['String', 'Double', 'Empty'],
        ],
        numberFormat: [
          ['General', 'General', 'General'],
          ['General', 'General', 'General'],
        ],
        cellAddresses: [
          ['Sheet1!A1', 'Sheet1!B1', 'Sheet1!D1'],
          ['Sheet1!A3', 'Sheet1!B3', 'Sheet1!D3'],
        ],
        rowCount: 2,
        columnCount: 3,
        index: 0,
      });
      expect(view.rows.items.map(({ index, values }) => [index, values])).toEqual([
        [0, [['客户', '金额', 'x']]],
        [1, [['乙', 2, '']]],
      ]);
      expect([range.address, count.value, second.values]).toEqual([
        'Sheet1!A1:D3',
        2,
        [['乙', 2, '']],
      ]);
    });
  });
});
