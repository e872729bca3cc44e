import fc from 'fast-check';
import { mergeArea, sortArea } from '../../../src/host/model/edits';
import { at, bookOf, formulas, put, refusal, values } from './book';

describe('sortArea', () => {
  test('puts numbers before text, logicals and errors, blanks last whichever way', () => {
    const rows = [['b'], [true], [null], ['=1/0'], [2], ['A'], [-1], [false]];
    const { wb, sheet } = bookOf(rows);
    sortArea(wb, sheet, at('A1:A8'), [{ column: 0, ascending: true }], false, 'user');
    expect(values(sheet, 'A1:A8').flat()).toEqual([-1, 2, 'A', 'b', false, true, '#DIV/0!', null]);
    sortArea(wb, sheet, at('A1:A8'), [{ column: 0, ascending: false }], false, 'user');
    expect(values(sheet, 'A1:A8').flat()).toEqual(['#DIV/0!', true, false, 'b', 'A', 2, -1, null]);
  });

  test('sorts Chinese by pinyin, behind Latin', () => {
    const { wb, sheet } = bookOf([['张三'], ['李四'], ['abc'], ['王五'], ['阿里']]);
    sortArea(wb, sheet, at('A1:A5'), [{ column: 0, ascending: true }], false, 'user');
    expect(values(sheet, 'A1:A5').flat()).toEqual(['abc', '阿里', '李四', '王五', '张三']);
  });

  test('sorts by several keys, keeps equal rows in order and the header in place', () => {
    const { wb, sheet } = bookOf([
      ['客户', '金额', '号'],
      ['乙', 1, 1],
      ['甲', 2, 2],
      ['甲', 1, 3],
      ['甲', 2, 4],
    ]);
    const keys = [
      { column: 0, ascending: true },
      { column: 1, ascending: false },
    ];
    sortArea(wb, sheet, at('A1:C5'), keys, true, 'user');
    expect(values(sheet, 'A1:C5')).toEqual([
      ['客户', '金额', '号'],
      ['甲', 2, 2],
      ['甲', 2, 4],
      ['甲', 1, 3],
      ['乙', 1, 1],
    ]);
  });

  test('formulas move with their rows and stay relative', () => {
    const { wb, sheet } = bookOf([
      [3, '=A1*10'],
      [1, '=A2*10'],
      [2, '=A3*10'],
    ]);
    sortArea(wb, sheet, at('A1:B3'), [{ column: 0, ascending: true }], false, 'user');
    expect(formulas(sheet, 'A1:B3')).toEqual([
      [1, '=A1*10'],
      [2, '=A2*10'],
      [3, '=A3*10'],
    ]);
    expect(values(sheet, 'B1:B3').flat()).toEqual([10, 20, 30]);
  });

  test('hidden rows stay where they are', () => {
    const { wb, sheet } = bookOf([[3], [9], [1]]);
    sheet.hiddenRows.add(1);
    sortArea(wb, sheet, at('A1:A3'), [{ column: 0, ascending: true }], false, 'user');
    expect(values(sheet, 'A1:A3').flat()).toEqual([1, 9, 3]);
  });

  test('is refused over merged cells and over a spill', () => {
    const { wb, sheet } = bookOf([[3], [9], [1]]);
    mergeArea(wb, sheet, at('B1:C1'), false, 'user');
    put(wb, sheet, 'E1', [['=SEQUENCE(3)']]);
    const keys = [{ column: 0, ascending: true }];
    expect(refusal(() => sortArea(wb, sheet, at('A1:C3'), keys, false, 'user'))).toBe(
      'InvalidOperation',
    );
    expect(refusal(() => sortArea(wb, sheet, at('E1:E3'), keys, false, 'user'))).toBe(
      'InvalidOperation',
    );
  });

  test('is a permutation in order, and doing it twice changes nothing', () => {
    const cell = fc.oneof(fc.integer(), fc.string(), fc.boolean(), fc.constant(null));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, fc.nat(9)), { minLength: 1 }), (rows) => {
        const { wb, sheet } = bookOf(
          rows.map(([a, b]) => [typeof a === 'string' ? `'${a}` : a, b]),
        );
        const address = `A1:B${rows.length}`;
        const before = values(sheet, address);
        const sort = () =>
          sortArea(wb, sheet, at(address), [{ column: 0, ascending: true }], false, 'user');
        sort();
        const once = values(sheet, address);
        sort();
        expect(values(sheet, address)).toEqual(once);
        const bag = (lines: unknown[][]) => lines.map((line) => JSON.stringify(line)).sort();
        expect(bag(once)).toEqual(bag(before));
      }),
      { numRuns: 60 },
    );
  });
});
