import { parseArea } from '../../../src/host/model/address';
import { DEFAULT_STYLE, type Style } from '../../../src/host/model/style';
import { CellError, type CellValue } from '../../../src/host/model/value';
import { CellLooks } from '../../../src/host/page/grid/cellLooks';
import { readableOn } from '../../../src/host/page/grid/contrast';
import { sheetOf } from './sheetOf';

const measure = (text: string) => text.length * 7;

/** @returns the look of A1 holding `value` in this style */
function look(value: CellValue, change: Partial<Style> = {}) {
  const { workbook, sheet } = sheetOf([[value]]);
  sheet.cells.setStyle(0, 0, workbook.styles.intern({ ...DEFAULT_STYLE, ...change }));
  return new CellLooks(workbook, sheet, measure).look(0, 0);
}

test.each([
  ['text', '客户', 'left'],
  ['a number', 12, 'right'],
  ['a logical value', true, 'center'],
  ['an error', new CellError('#N/A'), 'center'],
])('%s stands where Excel puts it', (_what, value, side) => {
  expect(look(value).horizontal).toBe(side);
});

test('an alignment of its own wins', () => {
  const alignment = { ...DEFAULT_STYLE.alignment, horizontal: 'Center', vertical: 'Top' };
  expect(look(12, { alignment })).toMatchObject({ horizontal: 'center', vertical: 'top' });
});

test('an error explains itself with what the function said', () => {
  expect(look(new CellError('#VALUE!', '到期日不是日期')).note).toBe('到期日不是日期');
});

test('a line between two cells shows in both', () => {
  const { workbook, sheet } = sheetOf([['a'], ['b']]);
  const line = { style: 'Continuous', weight: 'Medium', color: '#FF0000' };
  const borders = { EdgeBottom: line };
  sheet.cells.setStyle(0, 0, workbook.styles.intern({ ...DEFAULT_STYLE, borders }));
  const looks = new CellLooks(workbook, sheet, measure);
  const shown = { color: '#FF0000', width: 2, dash: [] };
  expect(looks.look(0, 0).borders).toEqual({ EdgeBottom: shown });
  expect(looks.look(1, 0).borders).toEqual({ EdgeTop: shown });
});

test('a table paints its header, unless the cell has a fill of its own', () => {
  const { workbook, sheet } = sheetOf([
    ['客户', '金额'],
    ['甲', 1],
  ]);
  const column = { calculatedFormula: null, totalsFunction: null, totalsLabel: null };
  workbook.tables.push({
    id: 1,
    name: 'T',
    sheet,
    area: parseArea('A1:B2')!,
    columns: ['客户', '金额'].map((name, i) => ({ ...column, id: i + 1, name })),
    showHeaders: true,
    showTotals: false,
    style: 'TableStyleMedium2',
    showBandedRows: true,
    showBandedColumns: false,
    showFilterButton: true,
    highlightFirstColumn: false,
    highlightLastColumn: false,
    filters: new Map(),
    part: null,
  });
  const fill = { color: '#00FF00' };
  sheet.cells.setStyle(0, 1, workbook.styles.intern({ ...DEFAULT_STYLE, fill }));
  const looks = new CellLooks(workbook, sheet, measure);
  expect(looks.look(0, 0)).toMatchObject({ fill: '#4472c4', color: '#ffffff', bold: true });
  expect(looks.look(0, 1).fill).toBe('#00FF00');
});

test.each([
  ['#ffffff', '#9C0006', 'light', '#9C0006'],
  ['#1e1f21', '#000000', 'dark', '#e8e9eb'],
  ['#FFC7CE', null, 'dark', '#1f1f1f'],
  ['#1F4E79', null, 'light', '#e8e9eb'],
  ['#ffffff', '#FFFFFF', 'light', '#FFFFFF'],
] as const)('on %s the colour %s shows on a %s page as %s', (paper, color, appearance, ink) => {
  expect(readableOn(paper, color, appearance)).toBe(ink);
});
