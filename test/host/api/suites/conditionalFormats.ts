import { load, useExcel } from '../excelHost';

describe('conditional formats', () => {
  const excel = useExcel();
  const priorities = async (range: Excel.Range) =>
    (await load(range.conditionalFormats, 'items/type,items/priority')).items!.map(
      ({ type, priority }) => [type, priority],
    );

  test('are added before all others; their order is their priority', async () => {
    await excel.sheet([], async (sheet) => {
      const range = sheet.getRange('A1:A9');
      range.conditionalFormats.add('Custom');
      range.conditionalFormats.add('CellValue');
      const last = range.conditionalFormats.add('DataBar');
      expect(await priorities(range)).toEqual([
        ['DataBar', 0],
        ['CellValue', 1],
        ['Custom', 2],
      ]);
      last.priority = 1;
      expect(await priorities(range)).toEqual([
        ['CellValue', 0],
        ['DataBar', 1],
        ['Custom', 2],
      ]);
    });
  });

  test('of a range are those that touch it', async () => {
    await excel.sheet([], async (sheet, context) => {
      sheet.getRange('A1:A9').conditionalFormats.add('Custom');
      sheet.getRange('C1:C9').conditionalFormats.add('IconSet');
      const counts = ['A5', 'B1', 'A1:C1'].map((address) =>
        sheet.getRange(address).conditionalFormats.getCount(),
      );
      await context.sync();
      expect(counts.map(({ value }) => value)).toEqual([1, 0, 2]);
    });
  });

  test('are found by id and index', async () => {
    await excel.sheet([], async (sheet, context) => {
      const { conditionalFormats } = sheet.getRange('A1:B2');
      const rule = await load(conditionalFormats.add('Custom'), 'id');
      const found = conditionalFormats.getItem(rule.id!).load('type');
      const first = conditionalFormats.getItemAt(0).load('id');
      const none = conditionalFormats.getItemOrNullObject('no').load('id');
      await context.sync();
      expect([found.type, first.id, none.isNullObject]).toEqual(['Custom', rule.id, true]);
    });
  });

  test('know their range, or their ranges', async () => {
    await excel.sheet([], async (sheet, context) => {
      const one = sheet.getRange('A1:B2').conditionalFormats.add('Custom');
      const two = sheet.getRanges('D1,F1').conditionalFormats.add('Custom');
      const range = one.getRange().load('address');
      const none = two.getRangeOrNullObject().load('address');
      const both = two.getRanges().load('address');
      await context.sync();
      expect([range.address, none.isNullObject, both.address]).toEqual([
        'Sheet1!A1:B2',
        true,
        'Sheet1!D1,Sheet1!F1',
      ]);
    });
  });

  test('stop the rules after them when told to', async () => {
    const rule = await excel.sheet([], (sheet) => {
      const added = sheet.getRange('A1').conditionalFormats.add('Custom');
      added.stopIfTrue = true;
      return load(added, 'stopIfTrue');
    });
    expect(rule.stopIfTrue).toBe(true);
  });

  test('are deleted alone, or off a range', async () => {
    await excel.sheet([], async (sheet) => {
      const range = sheet.getRange('A1:A9');
      range.conditionalFormats.add('Custom').delete();
      expect(await priorities(range)).toEqual([]);
      const rule = range.conditionalFormats.add('Custom');
      sheet.getRange('A1:A3').conditionalFormats.clearAll();
      expect((await load(rule.getRange(), 'address')).address).toBe('Sheet1!A4:A9');
      range.conditionalFormats.clearAll();
      expect(await priorities(range)).toEqual([]);
    });
  });

  test.each([
    [
      'an unknown id',
      (f: Excel.ConditionalFormatCollection) => f.getItem('no').load(),
      'ItemNotFound',
    ],
    ['an index past the end', (f) => f.getItemAt(0).load(), 'InvalidArgument'],
    ['a type that is none', (f) => f.add('Sparkle' as 'Custom'), 'InvalidArgument'],
    ['a type that is not there yet', (f) => f.add('TopBottom'), 'NotImplemented'],
    [
      'a formula that does not parse',
      (f) => (f.add('Custom').custom.rule.formula = '=1+'),
      'InvalidArgument',
    ],
    ['the icons of a formula rule', (f) => f.add('Custom').iconSet.load(), 'InvalidOperation'],
  ] as const satisfies [string, (formats: Excel.ConditionalFormatCollection) => unknown, string][])(
    'refuse %s',
    async (_, ask, code) => {
      expect(await excel.errorOf((sheet) => ask(sheet.getRange('A1').conditionalFormats))).toBe(
        code,
      );
    },
  );
});

describe('formula rules', () => {
  const excel = useExcel();

  test('read relative to the first cell of the rule, whatever range they are found through', async () => {
    const formula = await excel.sheet([], async (sheet) => {
      const rule = sheet.getRange('A2:D9').conditionalFormats.add('Custom');
      rule.custom.rule.formula = '=$D2>0';
      const found = sheet.getRange('C5').conditionalFormats.getItemAt(0);
      return await load(found.custom.rule, 'formula,formulaLocal,formulaR1C1');
    });
    expect(formula).toEqual({ formula: '=$D2>0', formulaLocal: '=$D2>0', formulaR1C1: '=RC4>0' });
  });

  test('are set relative to the range they are found through', async () => {
    const formula = await excel.sheet([], async (sheet) => {
      sheet.getRange('A2:D9').conditionalFormats.add('Custom').custom.rule.formula = '=$D2>0';
      const found = sheet.getRange('A5:D9').conditionalFormats.getItemAt(0);
      found.custom.rule.formula = '=$D5>1';
      const whole = sheet.getRange('A2:D9').conditionalFormats.getItemAt(0);
      return (await load(whole.custom.rule, 'formula')).formula;
    });
    expect(formula).toBe('=$D2>1');
  });

  test('are set in local and in R1C1 notation', async () => {
    await excel.sheet([], async (sheet) => {
      const { rule } = sheet.getRange('A2:A9').conditionalFormats.add('Custom').custom;
      rule.formulaLocal = '=A2>1';
      expect((await load(rule, 'formula')).formula).toBe('=A2>1');
      rule.formulaR1C1 = '=RC[1]>2';
      expect((await load(rule, 'formula')).formula).toBe('=B2>2');
    });
  });

  test('colour cells', async () => {
    const format = await excel.sheet([], async (sheet) => {
      const { custom } = sheet.getRange('A1').conditionalFormats.add('Custom');
      custom.format.fill.color = 'red';
      custom.format.font.set({
        color: '#ffffff',
        bold: true,
        italic: true,
        strikethrough: true,
        underline: 'Single',
      });
      custom.format.numberFormat = '0.00';
      custom.format.fill.load();
      custom.format.font.load();
      custom.format.load('numberFormat');
      await sheet.context.sync();
      return custom.format.toJSON();
    });
    expect(format).toMatchObject({
      numberFormat: '0.00',
      fill: { color: '#FF0000' },
      font: {
        color: '#FFFFFF',
        bold: true,
        italic: true,
        strikethrough: true,
        underline: 'Single',
      },
    });
  });

  test('leave a cell its own look again when cleared', async () => {
    await excel.sheet([], async (sheet) => {
      const { format } = sheet.getRange('A1').conditionalFormats.add('Custom').custom;
      format.fill.color = 'red';
      format.font.bold = true;
      format.fill.clear();
      format.font.clear();
      expect((await load(format.fill, 'color')).color).toBe('');
      expect(await load(format.font, 'bold,color')).toMatchObject({ bold: null, color: '' });
    });
  });

  test('draw borders', async () => {
    await excel.sheet([], async (sheet, context) => {
      const { borders } = sheet.getRange('A1').conditionalFormats.add('Custom').custom.format;
      borders.top.color = 'red';
      borders.bottom.style = 'Dash';
      borders.left.style = 'Dot';
      borders.right.style = 'None';
      borders.load('count,items/sideIndex,items/style,items/color');
      const top = borders.getItem('EdgeTop').load('style');
      const last = borders.getItemAt(3).load('sideIndex');
      await context.sync();
      expect(borders.items.map(({ sideIndex, style, color }) => [sideIndex, style, color])).toEqual(
        [
          ['EdgeTop', 'Continuous', '#FF0000'],
          ['EdgeBottom', 'Dash', ''],
          ['EdgeLeft', 'Dot', ''],
          ['EdgeRight', 'None', ''],
        ],
      );
      expect([borders.count, top.style, last.sideIndex]).toEqual([4, 'Continuous', 'EdgeRight']);
    });
  });
});

describe('rules of other kinds', () => {
  const excel = useExcel();
  const ruleOf = <T>(
    type:
      | Excel.ConditionalFormatType
      | 'CellValue'
      | 'ContainsText'
      | 'IconSet'
      | 'DataBar'
      | 'ColorScale',
    batch: (rule: Excel.ConditionalFormat) => Promise<T>,
  ) =>
    excel.sheet([], (sheet) =>
      batch(sheet.getRange('B2:B9').conditionalFormats.add(type as 'Custom')),
    );

  test('compare values', async () => {
    await ruleOf('CellValue', async ({ cellValue }) => {
      cellValue.rule = { operator: 'Between', formula1: '=1', formula2: '=$A2' };
      cellValue.format.font.color = 'red';
      expect((await load(cellValue, 'rule')).rule).toEqual({
        operator: 'Between',
        formula1: '=1',
        formula2: '=$A2',
      });
      cellValue.rule = { operator: 'LessThan', formula1: '0' };
      expect((await load(cellValue, 'rule')).rule).toEqual({
        operator: 'LessThan',
        formula1: '=0',
      });
      expect((await load(cellValue.format.font, 'color')).color).toBe('#FF0000');
    });
  });

  test('look for text', async () => {
    await ruleOf('ContainsText', async ({ textComparison }) => {
      textComparison.rule = { operator: 'BeginsWith', text: '逾期' };
      textComparison.format.fill.color = 'red';
      expect((await load(textComparison, 'rule')).rule).toEqual({
        operator: 'BeginsWith',
        text: '逾期',
      });
      expect((await load(textComparison.format.fill, 'color')).color).toBe('#FF0000');
    });
  });

  test('show icons', async () => {
    await ruleOf('IconSet', async ({ iconSet }) => {
      expect(await load(iconSet, 'style,criteria,reverseIconOrder,showIconOnly')).toMatchObject({
        style: 'ThreeTrafficLights1',
        criteria: [{ type: 'Percent', formula: '0' }, { formula: '33' }, { formula: '67' }],
        reverseIconOrder: false,
        showIconOnly: false,
      });
      iconSet.style = 'FourArrows';
      iconSet.reverseIconOrder = true;
      iconSet.showIconOnly = true;
      iconSet.criteria = [
        {} as Excel.ConditionalIconCriterion,
        { type: 'Number', operator: 'GreaterThan', formula: '=30' },
        { type: 'Percentile', operator: 'GreaterThanOrEqual', formula: '60' },
        { type: 'Formula', operator: 'GreaterThanOrEqual', formula: '=$A$1' },
      ];
      expect(await load(iconSet, 'style,criteria,reverseIconOrder,showIconOnly')).toMatchObject({
        style: 'FourArrows',
        criteria: [
          { type: 'Percent', formula: '0' },
          { type: 'Number', operator: 'GreaterThan', formula: '30' },
          { type: 'Percentile', operator: 'GreaterThanOrEqual', formula: '60' },
          { type: 'Formula', formula: '=$A$1' },
        ],
        reverseIconOrder: true,
        showIconOnly: true,
      });
    });
  });

  test('show bars', async () => {
    await ruleOf('DataBar', async ({ dataBar }) => {
      expect(await load(dataBar, 'lowerBoundRule,upperBoundRule,showDataBarOnly')).toMatchObject({
        lowerBoundRule: { type: 'Automatic' },
        upperBoundRule: { type: 'Automatic' },
        showDataBarOnly: false,
      });
      dataBar.lowerBoundRule = { type: 'Number', formula: '0' };
      dataBar.upperBoundRule = { type: 'HighestValue' };
      dataBar.showDataBarOnly = true;
      dataBar.positiveFormat.fillColor = 'green';
      expect(await load(dataBar, 'lowerBoundRule,upperBoundRule,showDataBarOnly')).toMatchObject({
        lowerBoundRule: { type: 'Number', formula: '0' },
        upperBoundRule: { type: 'HighestValue' },
        showDataBarOnly: true,
      });
      expect((await load(dataBar.positiveFormat, 'fillColor')).fillColor).toBe('#008000');
    });
  });

  test('show scales of three and of two colours', async () => {
    await ruleOf('ColorScale', async ({ colorScale }) => {
      expect((await load(colorScale, 'threeColorScale')).threeColorScale).toBe(true);
      colorScale.criteria = {
        minimum: { type: 'LowestValue', color: 'white' },
        maximum: { type: 'Number', formula: '90', color: 'red' },
      };
      expect(await load(colorScale, 'threeColorScale,criteria')).toMatchObject({
        threeColorScale: false,
        criteria: {
          minimum: { type: 'LowestValue', color: '#FFFFFF' },
          maximum: { type: 'Number', formula: '90', color: '#FF0000' },
        },
      });
      colorScale.criteria = {
        minimum: { type: 'LowestValue', color: 'white' },
        midpoint: { type: 'Percentile', formula: '50', color: 'yellow' },
        maximum: { type: 'HighestValue', color: 'red' },
      };
      expect((await load(colorScale, 'criteria')).criteria).toMatchObject({
        midpoint: { type: 'Percentile', formula: '50', color: '#FFFF00' },
      });
    });
  });

  test('answer null objects for what they are not', async () => {
    const found = await ruleOf('CellValue', async (rule) => {
      const kinds = [
        rule.cellValueOrNullObject,
        rule.customOrNullObject,
        rule.textComparisonOrNullObject,
        rule.iconSetOrNullObject,
        rule.dataBarOrNullObject,
        rule.colorScaleOrNullObject,
      ];
      for (const kind of kinds) (kind as Excel.CellValueConditionalFormat).load();
      await rule.context.sync();
      return kinds.map(({ isNullObject }) => isNullObject);
    });
    expect(found).toEqual([false, true, true, true, true, true]);
  });

  test.each([
    [
      'an unknown operator',
      (f: Excel.ConditionalFormatCollection) =>
        (f.add('CellValue').cellValue.rule = { operator: 'Near' as 'EqualTo', formula1: '=1' }),
    ],
    [
      'one bound of two',
      (f) => (f.add('CellValue').cellValue.rule = { operator: 'Between', formula1: '=1' }),
    ],
    ['criteria for another number of icons', (f) => (f.add('IconSet').iconSet.criteria = [])],
    [
      'a bound without its number',
      (f) => (f.add('DataBar').dataBar.lowerBoundRule = { type: 'Number' }),
    ],
  ] as const satisfies [string, (formats: Excel.ConditionalFormatCollection) => unknown][])(
    'refuse %s',
    async (_, ask) => {
      expect(
        await excel.errorOf((sheet) => void ask(sheet.getRange('A1').conditionalFormats)),
      ).toBe('InvalidArgument');
    },
  );
});
