import fc from 'fast-check';
import { parseArea } from '../../../src/host/model/address';
import { parseTsv, toTsv } from '../../../src/host/page/clipboard';
import { sheetOf } from './sheetOf';

test.each([
  [
    'a\tb\r\nc\td',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['a\tb\r\n', [['a', 'b']]],
  ['one', [['one']]],
  ['a\t\tc', [['a', '', 'c']]],
  ['"two\nlines"\t"say ""hi"""', [['two\nlines', 'say "hi"']]],
  ['a\n\nb', [['a'], [''], ['b']]],
])('%j is read as %j', (text, rows) => {
  expect(parseTsv(text)).toEqual(rows);
});

test('copied cells leave out hidden rows and columns and end with the used cells', () => {
  const { sheet } = sheetOf([
    ['客户', 'x', '备\n注'],
    ['甲', 'x', 1],
    ['乙', 'x', 2],
  ]);
  sheet.hiddenRows.add(1);
  sheet.hiddenColumns.add(1);
  const text = toTsv(sheet, parseArea('A:F')!, (r, c) => String(sheet.cells.value(r, c) ?? ''));
  expect(text).toBe('客户\t"备\n注"\r\n乙\t2');
});

test('what is copied is read back the same', () => {
  const cells = fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 2 }), { minLength: 1 });
  fc.assert(
    fc.property(cells, (rows) => {
      const { sheet } = sheetOf(rows);
      const area = { top: 0, left: 0, bottom: rows.length - 1, right: 1 };
      expect(parseTsv(toTsv(sheet, area, (r, c) => String(sheet.cells.value(r, c))))).toEqual(rows);
    }),
  );
});
