import { load, useExcel } from '../excelHost';

describe('data validation', () => {
  const excel = useExcel();

  test.each([
    [
      'wholeNumber',
      'WholeNumber',
      { wholeNumber: { operator: 'Between', formula1: '=1', formula2: '=9' } },
    ],
    ['decimal', 'Decimal', { decimal: { operator: 'GreaterThan', formula1: '=0.5' } }],
    ['date', 'Date', { date: { operator: 'LessThanOrEqualTo', formula1: '=45672' } }],
    ['time', 'Time', { time: { operator: 'GreaterThanOrEqualTo', formula1: '=0.5' } }],
    ['textLength', 'TextLength', { textLength: { operator: 'NotEqualTo', formula1: '=3' } }],
    ['list of items', 'List', { list: { inCellDropDown: false, source: '是,"否"' } }],
    ['list of cells', 'List', { list: { inCellDropDown: true, source: '=$D$1:$D$3' } }],
    ['custom', 'Custom', { custom: { formula: '=A1>0' } }],
  ] as [string, string, Excel.DataValidationRule][])('keeps a rule: %s', async (_, type, rule) => {
    const data = await excel.sheet([], (sheet) => {
      const { dataValidation } = sheet.getRange('A1:A5');
      dataValidation.rule = rule;
      return load(sheet.getRange('A2:A3').dataValidation, 'type,rule');
    });
    expect(data).toEqual({ type, rule });
  });

  test('takes numbers and ranges for formulas', async () => {
    await excel.sheet([], async (sheet) => {
      const { dataValidation } = sheet.getRange('A1:A5');
      dataValidation.rule = { wholeNumber: { operator: 'EqualTo', formula1: 5 } };
      expect((await load(dataValidation, 'rule')).rule).toMatchObject({
        wholeNumber: { formula1: '=5' },
      });
      dataValidation.rule = { list: { inCellDropDown: true, source: sheet.getRange('D1:D3') } };
      expect((await load(dataValidation, 'rule')).rule).toMatchObject({
        list: { source: '=Sheet1!$D$1:$D$3' },
      });
    });
  });

  test('has prompts, alerts and takes blanks or not', async () => {
    const data = await excel.sheet([], async (sheet) => {
      const { dataValidation } = sheet.getRange('A1');
      expect(await load(dataValidation, 'type,ignoreBlanks')).toEqual({
        type: 'None',
        ignoreBlanks: true,
      });
      dataValidation.ignoreBlanks = false;
      dataValidation.prompt = { showPrompt: true, title: '金额', message: '请输入' };
      dataValidation.errorAlert = {
        showAlert: true,
        style: 'Warning',
        title: '错',
        message: '负数',
      };
      return load(dataValidation, 'ignoreBlanks,prompt,errorAlert');
    });
    expect(data).toMatchObject({
      ignoreBlanks: false,
      prompt: { showPrompt: true, title: '金额', message: '请输入' },
      errorAlert: { showAlert: true, style: 'Warning', title: '错', message: '负数' },
    });
  });

  test('of cells that differ', async () => {
    const types = await excel.sheet([], async (sheet) => {
      const whole = (formula1: number) => ({
        wholeNumber: { operator: 'EqualTo' as const, formula1 },
      });
      sheet.getRange('A1').dataValidation.rule = whole(1);
      sheet.getRange('A2').dataValidation.rule = whole(2);
      const both = await load(sheet.getRange('A1:A2').dataValidation, 'type,rule,ignoreBlanks');
      const some = await load(sheet.getRange('A2:A3').dataValidation, 'type');
      expect(both).toMatchObject({ rule: null, ignoreBlanks: null });
      return [both.type, some.type];
    });
    expect(types).toEqual(['MixedCriteria', 'Inconsistent']);
  });

  test('is cleared off a part', async () => {
    await excel.sheet([], async (sheet) => {
      sheet.getRange('A1:A5').dataValidation.rule = { custom: { formula: '=A1>0' } };
      sheet.getRange('A1:A2').dataValidation.clear();
      expect((await load(sheet.getRange('A1').dataValidation, 'type')).type).toBe('None');
      expect((await load(sheet.getRange('A3:A5').dataValidation, 'rule')).rule).toEqual({
        custom: { formula: '=A3>0' },
      });
    });
  });

  test.each([
    ['no kind', {}],
    ['two kinds', { custom: { formula: '=1' }, list: { inCellDropDown: true, source: 'a' } }],
    ['a formula that does not parse', { custom: { formula: '=1+' } }],
    ['one bound of two', { decimal: { operator: 'Between', formula1: 1 } }],
  ] as [string, Excel.DataValidationRule][])('refuses a rule of %s', async (_, rule) => {
    expect(
      await excel.errorOf((sheet) => void (sheet.getRange('A1').dataValidation.rule = rule)),
    ).toBe('InvalidArgument');
  });
});
