import { readArguments } from '../../src/workbook/formulaArguments';
import { insertFormula, takeBack } from '../../src/workbook/insertFormula';
import { addSheet } from '../../src/host/model/edits';
import { addinOver, formulas, put, values, type Addin } from './addin';

let addin: Addin;

beforeEach(async () => {
  addin = await addinOver([
    ['到期日', '金额'],
    [45_808, 1000],
    [45_838, '=1/0'],
  ]);
});
afterEach(() => addin.office.dispose());

const home = () => addin.sheet.name;
const read = async (text: string) => (await readArguments([text], home()))[0];

describe('what is typed for a parameter', () => {
  it.each([
    ['nothing', ' ', null],
    ['a number', '-1.5', [[-1.5]]],
    ['per cent', '45%', [[0.45]]],
    ['a text', '"月结 ""30"""', [['月结 "30"']]],
    ['yes and no', 'TRUE', [[true]]],
    ['an array, with signs inside of a text', '{30,"a,b";60,"c;d"}', [[30, 'a,b'], [60, 'c;d']]], // prettier-ignore
    ['a cell', 'a2', [[45_808]]],
    ['an area, absolute', '$A$2:A3', [[45_808], [45_838]]],
    ['whole columns as far as the sheet is filled', 'A:A', [['到期日'], [45_808], [45_838]]],
    ['another formula', 'TODAY()', 'unknown'],
    ['an expression', 'A2+1', 'unknown'],
    ['an uneven array', '{1,2;3}', 'unknown'],
    ['a text without quotes', '月结30', 'unknown'],
    ['a sheet that is not there', '别处!A1', 'unknown'],
  ])('%s: %s', async (_, text, cells) => {
    expect(await read(text)).toEqual(cells);
  });

  it('a name of the workbook, and a cell of another sheet', async () => {
    const other = addSheet(addin.workbook, "王's 表", 'user');
    put(addin.workbook, other, 'B2', [[7]]);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("王's 表");
      context.workbook.names.add('基准', sheet.getRange('B2'));
      await context.sync();
    });
    expect(await read('基准')).toEqual([[7]]);
    expect(await read("'王''s 表'!B2")).toEqual([[7]]);
  });

  it('an error value comes as an error', async () => {
    const cells = (await read('B3')) as unknown[][];
    expect(cells[0]![0]).toBeInstanceOf(CustomFunctions.Error);
    expect(cells[0]![0]).toMatchObject({ code: '#DIV/0!' });
  });
});

describe('putting a formula into a cell', () => {
  const insert = (cell: string, rows: number) =>
    insertFormula(`${home()}!${cell}`, '=A2+1', { rows, columns: 1 }, 'yyyy-mm-dd');

  const formats = (address: string) =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem(home()).getRange(address);
      range.load('numberFormat');
      await context.sync();
      return range.numberFormat as unknown;
    });

  it('fills blank cells, and is taken back with its format', async () => {
    const inserted = await insert('D2', 2);
    expect(formulas(addin.sheet, 'D2')).toEqual([['=A2+1']]);
    expect(values(addin.sheet, 'D2')).toEqual([[45_809]]);
    expect(await formats('D2:D3')).toEqual([['yyyy-mm-dd'], ['yyyy-mm-dd']]);
    await takeBack(inserted);
    expect(values(addin.sheet, 'D2')).toEqual([[null]]);
    expect(await formats('D2:D3')).toEqual([['General'], ['General']]);
  });

  it.each([
    ['the cell', 'B2', 1],
    ['a cell it would spill over', 'B1', 2],
  ])('refuses where %s is not blank, and changes nothing', async (_, cell, rows) => {
    await expect(insert(cell, rows)).rejects.toMatchObject({ code: 'notBlank' });
    expect(values(addin.sheet, 'B1:B2')).toEqual([['金额'], [1000]]);
  });

  it('leaves a cell alone that somebody changed since', async () => {
    const inserted = await insert('D2', 1);
    put(addin.workbook, addin.sheet, 'D2', [['我的']]);
    await takeBack(inserted);
    expect(values(addin.sheet, 'D2')).toEqual([['我的']]);
  });

  it('says so where the sheet is protected', async () => {
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem(home()).protection.protect();
      await context.sync();
    });
    await expect(insert('D2', 1)).rejects.toMatchObject({ code: 'protectedSheet' });
  });
});
