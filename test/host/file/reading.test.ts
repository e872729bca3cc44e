import { areaAddress, parseArea } from '../../../src/host/model/address';
import type { Sheet } from '../../../src/host/model/sheet';
import { CellError } from '../../../src/host/model/value';
import type { Workbook } from '../../../src/host/model/workbook';
import { openWorkbook } from '../../../src/host/file/openWorkbook';
import { openpyxlFile } from './support/programs';

let workbook: Workbook;
let ledger: Sheet;
beforeAll(() => {
  workbook = openWorkbook(openpyxlFile(), 'everything.xlsx');
  ledger = workbook.sheet('应收台账')!;
});

const at = (sheet: Sheet, address: string) => {
  const { top, left } = parseArea(address)!;
  return {
    value: sheet.cells.value(top, left),
    formula: sheet.cells.formula(top, left)?.text(top, left),
    style: workbook.styles.get(sheet.cells.style(top, left)),
  };
};

test('sheets come in their order with their visibility; chart sheets are none', () => {
  expect(workbook.sheets.map((s) => [s.name, s.visibility])).toEqual([
    ['应收台账', 'Visible'],
    ['汇总 & 图', 'Visible'],
    ["O'Brien 表", 'Visible'],
    ['隐藏', 'Hidden'],
    ['深藏', 'VeryHidden'],
    ['末页', 'Visible'],
  ]);
  expect(workbook.activeSheet).toBe(ledger);
});

test.each([
  ['A2', '客户0'],
  ['B2', '000000'],
  ['C2', 45658],
  ['E3', 2000.5],
  ['G3', 1900.5],
])('the ledger holds in %s %p', (address, value) => {
  expect(at(ledger, address).value).toBe(value);
});

test('formulas without a value in the file are calculated on opening', () => {
  expect(at(ledger, 'G31')).toMatchObject({ formula: '=E31-F31', value: 30_007.5 - 2900 });
  expect(at(workbook.sheets[1]!, 'F1').value).toBeCloseTo(1000.25 * 465);
});

test('booleans, errors, spaces, line breaks and markup survive', () => {
  const { cells } = workbook.sheet('隐藏')!;
  expect([0, 1, 2, 3, 4].map((row) => cells.value(row, 0))).toEqual([
    true,
    new CellError('#N/A'),
    ' 前后空格 ',
    '两\n行',
    '<标签> & "引号" \'单\'',
  ]);
});

test('fonts, fills, borders, alignment, number formats and locks are read', () => {
  expect(at(ledger, 'A1').style.font).toEqual({
    name: '宋体',
    size: 12,
    color: '#FF0000',
    bold: true,
    italic: false,
    underline: 'Double',
    strikethrough: false,
  });
  expect(at(ledger, 'C1').style.borders).toEqual({
    EdgeLeft: { style: 'Continuous', weight: 'Medium', color: '#0000FF' },
    EdgeBottom: { style: 'DashDot', weight: 'Medium', color: null },
    DiagonalUp: { style: 'Continuous', weight: 'Hairline', color: null },
  });
  expect(at(ledger, 'D1').style.alignment).toEqual({
    horizontal: 'CenterAcrossSelection',
    vertical: 'Top',
    wrapText: true,
    indent: 1,
    shrinkToFit: false,
    textOrientation: -45,
  });
  expect(at(ledger, 'E1').style.fill).toEqual({ color: '#FFFF00' });
  expect(at(ledger, 'E2').style).toMatchObject({ numberFormat: '#,##0.00', locked: false });
  expect(at(ledger, 'C2').style.numberFormat).toBe('yyyy-mm-dd');
});

test('widths, heights, hidden rows and columns, panes, gridlines and tab colour are read', () => {
  expect(ledger.columnWidths[0]).toBe(18.5);
  expect([...ledger.hiddenColumns]).toEqual([7]);
  expect(ledger.rowHeights.get(0)).toBe(30);
  expect([...ledger.hiddenRows]).toEqual([4]);
  expect(ledger.frozen).toEqual({ rows: 1, columns: 1 });
  expect(ledger.tabColor).toBe('#00B050');
  expect([ledger.showGridlines, workbook.sheets[1]!.showGridlines]).toEqual([true, false]);
  expect(workbook.sheets[1]!.merges.map(areaAddress)).toEqual(['A6:C7', 'A9:A12']);
});

test('the filter is read with its criteria', () => {
  expect(ledger.autoFilter).toEqual({
    area: parseArea('A1:G31'),
    filters: new Map([[0, { values: new Set(['客户0', '客户1']), blanks: true }]]),
  });
});

test('protection is read as what is allowed, its password as something no text equals', () => {
  const { protection } = workbook.sheet('末页')!;
  expect(protection?.options).toMatchObject({
    allowAutoFilter: true,
    allowFormatCells: true,
    allowSort: false,
    allowInsertRows: false,
    selectionMode: 'Normal',
  });
  expect(protection?.password).not.toBeNull();
  expect(protection?.password).not.toBe('secret');
});

test('names are read with scope, comment and visibility, built-in ones as hidden names of theirs', () => {
  const names = workbook.names.map((n) => [n.name, n.scope?.name ?? null, n.formula, n.visible]);
  expect(names).toEqual(
    expect.arrayContaining([
      ['基准日', null, '=DATE(2025,4,30)', true],
      ['金额', null, '=应收台账!$E$2:$E$31', true],
      ['隐藏名', null, '=1+1', false],
      ['局部', '汇总 & 图', "='汇总 & 图'!$B$2", true],
    ]),
  );
  expect(workbook.definedName('金额', null)?.comment).toBe('应收');
  expect(workbook.definedName('_xlnm.Print_Titles', ledger)?.formula).toBe("='应收台账'!1:1");
});

test('tables are read', () => {
  expect(workbook.tables).toHaveLength(1);
  expect(workbook.tables[0]).toMatchObject({
    name: '额度表',
    area: parseArea('A1:D6'),
    columns: [{ name: '客户' }, { name: '额度' }, { name: '占用' }, { name: '率' }],
    showHeaders: true,
    showTotals: false,
    style: 'TableStyleMedium9',
    showBandedRows: true,
  });
});

test('rules are read in order of priority', () => {
  expect(ledger.conditionalFormats.map((r) => [r.kind.type, r.ranges.map(areaAddress)])).toEqual([
    ['custom', ['A2:G31']],
    ['cellValue', ['E2:E31']],
    ['dataBar', ['E2:E31']],
    ['colorScale', ['F2:F31']],
    ['iconSet', ['G2:G31']],
    ['containsText', ['A2:A31']],
    ['other', ['B2:B31']],
    ['other', ['F2:F31']],
    ['other', ['F2:F31']],
  ]);
  const [custom, cellValue, dataBar, scale, icons, text] = ledger.conditionalFormats;
  expect(custom).toMatchObject({
    stopIfTrue: true,
    kind: { formula: '$D2<DATE(2025,3,10)', format: { fillColor: '#FFC7CE' } },
  });
  expect(cellValue!.kind).toMatchObject({
    operator: 'between',
    formula1: '2000',
    formula2: '5000',
    format: { bold: true, fontColor: '#9C0006' },
  });
  expect(dataBar!.kind).toMatchObject({
    color: '#638EC6',
    min: { type: 'min' },
    max: { type: 'max' },
  });
  expect(scale!.kind).toMatchObject({
    points: [
      { threshold: { type: 'min', value: null }, color: '#F8696B' },
      { threshold: { type: 'percentile', value: '50' }, color: '#FFEB84' },
      { threshold: { type: 'max', value: null }, color: '#63BE7B' },
    ],
  });
  expect(icons!.kind).toMatchObject({ iconSet: '3TrafficLights1', reverse: true });
  expect(text!.kind).toMatchObject({ operator: 'contains', text: '3', format: { italic: true } });
});

test('validations are read', () => {
  expect(ledger.dataValidations.map((v) => [v.type, v.ranges.map(areaAddress)])).toEqual([
    ['list', ['H2:H31']],
    ['whole', ['I2:I10']],
    ['date', ['C2:C31']],
    ['custom', ['B2:B31']],
    ['textLength', ['A2:A31']],
  ]);
  expect(ledger.dataValidations[0]).toMatchObject({
    formula1: '"甲,乙,丙"',
    allowBlank: true,
    inCellDropDown: true,
    alert: { show: true, style: 'warning', title: '错', message: '不在名单' },
  });
  expect(ledger.dataValidations[1]).toMatchObject({
    operator: 'between',
    formula1: '0',
    formula2: '100',
    prompt: { show: true, title: '提示', message: '0–100' },
  });
});

test('links are read', () => {
  expect(
    ledger.hyperlinks.map((l) => [areaAddress(l.area), l.address ?? l.documentReference]),
  ).toEqual([
    ['A3', 'https://example.com/a?b=1&c=2'],
    ['A4', "#'汇总 & 图'!A1"],
  ]);
});
