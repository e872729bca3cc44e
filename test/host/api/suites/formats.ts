import { load, useExcel } from '../excelHost';

describe('format of a range', () => {
  const excel = useExcel();

  test('starts as the normal style', async () => {
    const data = await excel.sheet([], async (sheet) => {
      const { format } = sheet.getRange('A1:C3');
      format.load();
      format.font.load();
      format.fill.load();
      format.protection.load();
      await format.context.sync();
      return format.toJSON();
    });
    expect(data).toMatchObject({
      horizontalAlignment: 'General',
      verticalAlignment: 'Bottom',
      wrapText: false,
      indentLevel: 0,
      shrinkToFit: false,
      textOrientation: 0,
      columnWidth: 48,
      rowHeight: 15,
      font: {
        size: 11,
        color: '#000000',
        bold: false,
        italic: false,
        underline: 'None',
        strikethrough: false,
      },
      fill: { color: '#FFFFFF' },
      protection: { locked: true, formulaHidden: false },
    });
  });

  test('changes in every part', async () => {
    const data = await excel.sheet([], async (sheet) => {
      const { format } = sheet.getRange('B2:C3');
      format.set({
        horizontalAlignment: 'Right',
        verticalAlignment: 'Center',
        wrapText: true,
        indentLevel: 2,
        shrinkToFit: true,
        textOrientation: 45,
        font: {
          name: '宋体',
          size: 14,
          color: 'red',
          bold: true,
          italic: true,
          underline: 'Single',
          strikethrough: true,
        },
        fill: { color: '#ffcc00' },
        protection: { locked: false, formulaHidden: true },
      });
      format.load();
      format.font.load();
      format.fill.load();
      format.protection.load();
      await format.context.sync();
      return format.toJSON();
    });
    expect(data).toMatchObject({
      horizontalAlignment: 'Right',
      verticalAlignment: 'Center',
      wrapText: true,
      indentLevel: 2,
      shrinkToFit: true,
      textOrientation: 45,
      font: {
        name: '宋体',
        size: 14,
        color: '#FF0000',
        bold: true,
        italic: true,
        underline: 'Single',
        strikethrough: true,
      },
      fill: { color: '#FFCC00' },
      protection: { locked: false, formulaHidden: true },
    });
  });

  test('reads null where cells differ', async () => {
    const [format, font, fill] = await excel.sheet([], async (sheet) => {
      const cell = sheet.getRange('A1').format;
      cell.wrapText = true;
      cell.font.bold = true;
      cell.fill.color = 'red';
      const both = sheet.getRange('A1:A2').format;
      return [
        await load(both, 'wrapText,verticalAlignment'),
        await load(both.font, 'bold,italic'),
        await load(both.fill, 'color'),
      ];
    });
    expect([format, font, fill]).toMatchObject([
      { wrapText: null, verticalAlignment: 'Bottom' },
      { bold: null, italic: false },
      { color: null },
    ]);
  });

  test('of whole columns holds for cells without one of their own', async () => {
    await excel.sheet([[1]], async (sheet) => {
      sheet.getRange('A:A').format.font.bold = true;
      expect((await load(sheet.getRange('A1').format.font, 'bold')).bold).toBe(true);
      expect((await load(sheet.getRange('A900').format.font, 'bold')).bold).toBe(true);
      expect((await load(sheet.getRange('B1').format.font, 'bold')).bold).toBe(false);
      expect((await load(sheet.getRange('A:B').format.font, 'bold')).bold).toBeNull();
    });
  });

  test('loses its fill when it is cleared or set to nothing', async () => {
    await excel.sheet([], async (sheet) => {
      const { fill } = sheet.getRange('A1').format;
      fill.color = 'red';
      fill.clear();
      expect((await load(fill, 'color')).color).toBe('#FFFFFF');
      fill.color = 'red';
      fill.color = '';
      expect((await load(fill, 'color')).color).toBe('#FFFFFF');
    });
  });

  test.each([
    ['a colour that is none', (f: Excel.RangeFormat) => void (f.fill.color = 'reddish')],
    ['an unknown alignment', (f) => void (f.horizontalAlignment = 'Middle' as 'Center')],
    ['an unknown underline', (f) => void (f.font.underline = 'Wavy' as 'Single')],
    ['a slope beyond upright', (f) => void (f.textOrientation = 120)],
    ['a column of negative width', (f) => void (f.columnWidth = -1)],
    ['a row higher than 409.5 points', (f) => void (f.rowHeight = 410)],
    ['null for true or false', (f) => void (f.font.bold = null as unknown as boolean)],
    ['an indent of −1', (f) => void (f.indentLevel = -1)],
  ] as const satisfies [string, (format: Excel.RangeFormat) => void][])(
    'refuses %s',
    async (_, change) => {
      expect(await excel.errorOf((sheet) => change(sheet.getRange('A1').format))).toBe(
        'InvalidArgument',
      );
    },
  );

  test('has widths and heights in points', async () => {
    await excel.sheet([], async (sheet) => {
      sheet.getRange('B1:C1').format.columnWidth = 63;
      sheet.getRange('A2:A3').format.rowHeight = 30;
      expect(await load(sheet.getRange('B2:C3').format, 'columnWidth,rowHeight')).toMatchObject({
        columnWidth: 63,
        rowHeight: 30,
      });
      expect(await load(sheet.getRange('A1:B2').format, 'columnWidth,rowHeight')).toMatchObject({
        columnWidth: null,
        rowHeight: null,
      });
      expect(await load(sheet.getRange('B2:C3'), 'left,top,width,height')).toMatchObject({
        left: 48,
        top: 15,
        width: 126,
        height: 60,
      });
    });
  });

  test('goes back to standard sizes', async () => {
    await excel.sheet([], async (sheet) => {
      sheet.getRange('A1').format.set({ columnWidth: 63, rowHeight: 30 });
      const sizes = async (address: string) => {
        const { useStandardHeight, useStandardWidth } = await load(
          sheet.getRange(address).format,
          'useStandardHeight,useStandardWidth',
        );
        return [useStandardHeight, useStandardWidth];
      };
      expect(await sizes('A1')).toEqual([false, false]);
      expect(await sizes('A1:B2')).toEqual([null, null]);
      sheet.getRange('A1').format.set({ useStandardHeight: false, useStandardWidth: false });
      expect(await sizes('A1')).toEqual([false, false]);
      sheet.getRange('A1').format.set({ useStandardHeight: true, useStandardWidth: true });
      expect(await sizes('A1:B2')).toEqual([true, true]);
    });
  });

  test('fits columns and rows to their text', async () => {
    const cells = [['甲乙丙丁戊己庚辛', 'x', '']];
    await excel.sheet(cells, async (sheet) => {
      sheet.getRange('C1').format.wrapText = true;
      sheet.getRange('C1').values = [['一二三四五六七八九十']];
      sheet.getRange('A:B').format.autofitColumns();
      sheet.getRange('1:1').format.autofitRows();
      const width = async (address: string) =>
        (await load(sheet.getRange(address).format, 'columnWidth')).columnWidth!;
      expect(await width('A1')).toBeGreaterThan(80);
      expect(await width('B1')).toBeLessThan(20);
      expect(await width('C1')).toBe(48);
      expect((await load(sheet.getRange('A1').format, 'rowHeight')).rowHeight).toBe(45);
    });
  });
});

type Side = 'EdgeTop' | 'EdgeBottom' | 'EdgeLeft' | 'EdgeRight';

describe('borders of a range', () => {
  const excel = useExcel();
  const styles = async (sheet: Excel.Worksheet, address: string, sides: readonly Side[]) => {
    const { borders } = sheet.getRange(address).format;
    const items = sides.map((side) => borders.getItem(side).load('style'));
    await sheet.context.sync();
    return items.map(({ style }) => style);
  };

  test('are eight', async () => {
    await excel.sheet([], async (sheet, context) => {
      const { borders } = sheet.getRange('A1').format;
      borders.load('count,items/sideIndex,items/style');
      const third = borders.getItemAt(2).load('sideIndex');
      await context.sync();
      expect(borders.count).toBe(8);
      expect(borders.items.map(({ sideIndex }) => sideIndex)).toEqual([
        'EdgeTop',
        'EdgeBottom',
        'EdgeLeft',
        'EdgeRight',
        'InsideVertical',
        'InsideHorizontal',
        'DiagonalDown',
        'DiagonalUp',
      ]);
      expect(borders.items.map(({ style }) => style)).toEqual(new Array(8).fill('None'));
      expect(third.sideIndex).toBe('EdgeLeft');
    });
  });

  test('at the edge belong to the outer cells', async () => {
    await excel.sheet([], async (sheet) => {
      sheet.getRange('B2:D4').format.borders.getItem('EdgeBottom').style = 'Double';
      const sides = ['EdgeTop', 'EdgeBottom'] as const;
      expect(await styles(sheet, 'B4', sides)).toEqual(['None', 'Double']);
      expect(await styles(sheet, 'B3', sides)).toEqual(['None', 'None']);
      expect(await styles(sheet, 'B2:D4', sides)).toEqual(['None', 'Double']);
    });
  });

  test('inside lie between the cells', async () => {
    await excel.sheet([], async (sheet) => {
      const { borders } = sheet.getRange('B2:C3').format;
      borders.getItem('InsideHorizontal').style = 'Dash';
      borders.getItem('InsideVertical').style = 'Dot';
      const sides = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const;
      expect(await styles(sheet, 'B2', sides)).toEqual(['None', 'Dash', 'None', 'Dot']);
      expect(await styles(sheet, 'C3', sides)).toEqual(['Dash', 'None', 'Dot', 'None']);
    });
  });

  test('have weight and colour; giving them draws a border', async () => {
    const border = await excel.sheet([], (sheet) => {
      const item = sheet.getRange('A1').format.borders.getItem('EdgeTop');
      item.color = 'blue';
      item.weight = 'Thick';
      return load(item, 'style,weight,color');
    });
    expect(border).toMatchObject({ style: 'Continuous', weight: 'Thick', color: '#0000FF' });
  });

  test('go when their style is none', async () => {
    const style = await excel.sheet([], async (sheet) => {
      const item = sheet.getRange('A1').format.borders.getItem('DiagonalUp');
      item.style = 'Continuous';
      item.style = 'None';
      return (await load(item, 'style')).style;
    });
    expect(style).toBe('None');
  });
});
