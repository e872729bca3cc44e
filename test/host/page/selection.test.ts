import { areaAddress, cellAddress, parseArea } from '../../../src/host/model/address';
import { gridCommand } from '../../../src/host/page/grid/keyboard';
import {
  destination,
  extendTo,
  selectArea,
  selectCell,
  type Movement,
} from '../../../src/host/page/grid/selection';
import { VisibleCells } from '../../../src/host/page/grid/visibleCells';
import { sheetOf } from './sheetOf';

const { sheet } = sheetOf([
  ['客户', '金额', null, '备注'],
  ['甲', 1, null, 'x'],
  ['乙', 2, null, null],
  ['丙', 3, null, null],
  [null, null, null, null],
  ['丁', 4, null, null],
]);
sheet.hiddenRows.add(2);
sheet.merges = [parseArea('F2:G3')!];
const visible = new VisibleCells(sheet, { row: 0, column: 0 });

const key = (keys: string) => {
  const parts = keys.split('+');
  return gridCommand({
    key: parts.at(-1)!,
    ctrlKey: parts.includes('Ctrl'),
    metaKey: false,
    shiftKey: parts.includes('Shift'),
    altKey: parts.includes('Alt'),
  });
};

test.each([
  ['A1', 'ArrowDown', 'A2'],
  ['A2', 'ArrowDown', 'A4'],
  ['A4', 'ArrowUp', 'A2'],
  ['A1', 'ArrowUp', 'A1'],
  ['A1', 'ArrowLeft', 'A1'],
  ['A1', 'Ctrl+ArrowDown', 'A4'],
  ['A4', 'Ctrl+ArrowDown', 'A6'],
  ['B1', 'Ctrl+ArrowRight', 'D1'],
  ['D1', 'Ctrl+ArrowLeft', 'B1'],
  ['C6', 'Home', 'A6'],
  ['A1', 'PageDown', 'A22'],
  ['A30', 'PageUp', 'A10'],
  ['E2', 'ArrowRight', 'F2'],
  ['F2', 'ArrowRight', 'H2'],
  ['F2', 'ArrowDown', 'F4'],
])('from %s %s goes to %s', (from, keys, to) => {
  const command = key(keys) as { movement: Movement };
  const { top: row, left: column } = parseArea(from)!;
  const at = destination(sheet, visible, { row, column }, command.movement, 20);
  expect(cellAddress(at.row, at.column)).toBe(to);
});

test.each([
  ['Enter', { type: 'next', rows: 1, columns: 0 }],
  ['Shift+Tab', { type: 'next', rows: 0, columns: -1 }],
  ['F2', { type: 'edit' }],
  ['Delete', { type: 'clear' }],
  ['Ctrl+End', { type: 'corner', last: true, extend: false }],
  ['Ctrl+Shift+Home', { type: 'corner', last: false, extend: true }],
  ['Shift+F10', { type: 'contextMenu' }],
  ['Alt+ArrowDown', { type: 'filterMenu' }],
  ['Ctrl+ ', { type: 'selectColumns' }],
  ['Ctrl+z', { type: 'undo' }],
  ['a', null],
  ['Ctrl+c', null],
])('%s asks for %j', (keys, command) => {
  expect(key(keys)).toEqual(command);
});

test('Shift stretches from the active cell and takes merged cells whole', () => {
  const start = selectCell(2, 4);
  const stretched = extendTo(start, { row: 2, column: 5 }, sheet.merges);
  expect(areaAddress(stretched.area)).toBe('E2:G3');
  expect(stretched.active).toEqual({ row: 2, column: 4 });
});

test('the top-left cell of a selected area is active', () => {
  expect(selectArea(parseArea('B2:D5')!).active).toEqual({ row: 1, column: 1 });
});
