import {
  areaAddress,
  columnIndex,
  columnName,
  parseArea,
  subtract,
} from '../../../src/host/model/address';

describe('addresses', () => {
  it.each([
    ['A1', 0, 0, 0, 0],
    ['$B$3:D5', 2, 1, 4, 3],
    ['D5:B3', 2, 1, 4, 3],
    ['C:C', 0, 2, 1_048_575, 2],
    ['2:4', 1, 0, 3, 16_383],
    ['XFD1048576', 1_048_575, 16_383, 1_048_575, 16_383],
  ])('reads %s', (text, top, left, bottom, right) => {
    expect(parseArea(text)).toEqual({ top, left, bottom, right });
  });

  it.each(['', 'A', '1', 'A0', 'XFE1', 'A1:B2:C3', 'A1048577', 'A:1', '客户'])(
    'refuses %p',
    (text) => {
      expect(parseArea(text)).toBeNull();
    },
  );

  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
    [16_383, 'XFD'],
  ])('column %i is %s', (index, letters) => {
    expect(columnName(index)).toBe(letters);
    expect(columnIndex(letters)).toBe(index);
  });

  it('names whole columns, rows and single cells as Excel does', () => {
    expect(['A:C', '1:3', 'B2', 'B2:C3'].map((a) => areaAddress(parseArea(a)!))).toEqual([
      'A:C',
      '1:3',
      'B2',
      'B2:C3',
    ]);
  });

  it('cuts a hole out of an area', () => {
    const rest = subtract(parseArea('A1:D4')!, parseArea('B2:C3')!).map(areaAddress);
    expect(rest).toEqual(['A1:D1', 'A4:D4', 'A2:A3', 'D2:D3']);
  });
});
