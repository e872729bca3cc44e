import { Book } from './book';

describe('spilling', () => {
  test('an array result fills the cells below and to the right', () => {
    const b = new Book({ B2: '=SEQUENCE(2,3)' });
    expect(b.area('B2:D3')).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    const [sheet] = b.wb.sheets;
    expect(b.wb.calculator.spillArea(sheet!, 1, 1)).toEqual({
      top: 1,
      left: 1,
      bottom: 2,
      right: 3,
    });
    expect(b.wb.calculator.spillParent(sheet!, 2, 3)).toEqual({ row: 1, column: 1 });
    expect(b.wb.calculator.spillParent(sheet!, 1, 1)).toBeNull();
  });

  test('a value in the way gives #SPILL!, taking it away lets it spill', () => {
    const b = new Book({ A3: 'x', A1: '=SEQUENCE(3)' });
    expect(b.area('A1:A3')).toEqual([['#SPILL!'], [null], ['x']]);
    b.enter({ A3: null });
    expect(b.area('A1:A3')).toEqual([[1], [2], [3]]);
  });

  test('typing over a spilled cell blocks it and blanks the others at once', () => {
    const b = new Book({ A1: '=SEQUENCE(3)' });
    b.put('A2', 'mine');
    expect(b.area('A2:A3')).toEqual([['mine'], [null]]);
    b.wb.calculator.recalculate();
    expect(b.area('A1:A3')).toEqual([['#SPILL!'], ['mine'], [null]]);
  });

  test('a result that shrinks gives its cells back, readers follow', () => {
    const b = new Book({
      C1: 4,
      A1: '=SEQUENCE(C1)',
      D1: '=SUM(A1#)',
      D2: '=SUM(A1:A9)',
      D3: '=A4',
    });
    expect([b.at('D1'), b.at('D2'), b.at('D3')]).toEqual([10, 10, 4]);
    b.enter({ C1: 2 });
    expect(b.area('A1:A4')).toEqual([[1], [2], [null], [null]]);
    expect([b.at('D1'), b.at('D2'), b.at('D3')]).toEqual([3, 3, 0]);
    b.enter({ C1: 3 });
    expect([b.at('D1'), b.at('D2')]).toEqual([6, 6]);
  });

  test('replacing or clearing the formula clears what it spilled', () => {
    const b = new Book({ A1: '=SEQUENCE(3)' });
    b.enter({ A1: '=SEQUENCE(2)' });
    expect(b.area('A1:A3')).toEqual([[1], [2], [null]]);
    b.enter({ A1: null });
    expect(b.area('A1:A3')).toEqual([[null], [null], [null]]);
  });

  test('blanks in a spilled range show 0, and tables cannot hold a spill', () => {
    const b = new Book({ A1: 1, A3: 3, C1: '=A1:A3' });
    expect(b.area('C1:C3')).toEqual([[1], [0], [3]]);
    const t = new Book({ A1: 'h', A2: 1, A3: 2 });
    t.table('T', 'A1:B3');
    t.enter({ B2: '=SEQUENCE(2)' });
    expect(t.at('B2')).toBe('#SPILL!');
  });

  test('@ takes the cell of the same row', () => {
    const b = new Book({ A1: 1, A2: 2, A3: 3, B2: '=@A1:A3', B3: '=@A:A*10', B5: '=@A1:A3' });
    expect([b.at('B2'), b.at('B3'), b.at('B5')]).toEqual([2, 30, '#VALUE!']);
  });
});

describe('dependence', () => {
  test('a chain of 100,000 cells is calculated downwards, upwards and after an edit', () => {
    const b = new Book({ A1: 1 });
    const { calculator, sheets } = b.wb;
    const [sheet] = sheets;
    const n = 100_000;
    for (let r = 1; r < n; r++) {
      sheet!.cells.setFormula(r, 0, calculator.compile(`=A${String(r)}+1`, sheet!, r, 0));
      sheet!.cells.setFormula(
        r - 1,
        1,
        calculator.compile(`=B${String(r + 1)}+1`, sheet!, r - 1, 1),
      );
    }
    calculator.cellsChanged(sheet!, { top: 0, left: 0, bottom: n - 1, right: 1 });
    calculator.recalculate();
    expect([b.at('A100000'), b.at('B1')]).toEqual([n, n - 1]);
    b.enter({ A1: 11 });
    expect(b.at('A100000')).toBe(n + 10);
  });

  test('only the readers of a changed cell are calculated', () => {
    const b = new Book({ A1: 1, A2: 2, B1: '=A1*2', B2: '=A2*2', C1: '=SUM(B1:B2)' });
    b.wb.sheets[0]!.cells.setValue(1, 1, 'stale');
    b.enter({ A1: 5 });
    expect([b.at('B1'), b.at('B2'), b.at('C1')]).toEqual([10, 'stale', 10]);
  });

  test('every cell of a circular reference shows 0, its readers go on from there', () => {
    const b = new Book({ A1: '=B1+1', B1: '=C1+1', C1: '=A1+1', D1: '=A1+5', E1: '=E1' });
    expect([b.at('A1'), b.at('B1'), b.at('C1'), b.at('D1'), b.at('E1')]).toEqual([0, 0, 0, 5, 0]);
    b.enter({ C1: 1 });
    expect([b.at('A1'), b.at('B1'), b.at('D1')]).toEqual([3, 2, 8]);
    b.enter({ C1: '=SUM(C:C)' });
    expect(b.at('C1')).toBe(0);
  });

  test('a reference in a branch not taken makes no circle', () => {
    const b = new Book({ A1: '=IF(TRUE,1,B1)', B1: '=A1+1' });
    expect([b.at('A1'), b.at('B1')]).toEqual([1, 2]);
  });

  test('OFFSET and INDIRECT follow cells no one could foresee', () => {
    const b = new Book({ A1: 1, A9: '=INDIRECT("A"&C1)', B9: '=OFFSET(A1,C1-1,0)', C1: 1, A2: 7 });
    b.enter({ C1: 2 });
    expect([b.at('A9'), b.at('B9')]).toEqual([7, 7]);
    b.enter({ A2: 8 });
    expect([b.at('A9'), b.at('B9')]).toEqual([8, 8]);
  });
});

describe('names, sheets and tables', () => {
  test('a name may be a range, a constant, a formula or a LAMBDA, known before or after', () => {
    const b = new Book({ A1: 2, A2: 3, B1: '=SUM(Rng)*Rate', B2: '=Twice(A1)', B3: '=Due' });
    expect([b.at('B1'), b.at('B2'), b.at('B3')]).toEqual(['#NAME?', '#NAME?', '#NAME?']);
    b.name('Rng', '=Sheet1!$A$1:$A$2').name('Rate', '=1.5').name('Twice', '=LAMBDA(x,x*2)');
    b.name('Due', '=SUM(Rng)+1').enter({});
    expect([b.at('B1'), b.at('B2'), b.at('B3')]).toEqual([7.5, 4, 6]);
    b.enter({ A1: 4 });
    expect([b.at('B1'), b.at('B2'), b.at('B3')]).toEqual([10.5, 8, 8]);
  });

  test('a LAMBDA by name may call itself', () => {
    const b = new Book().name('Fact', '=LAMBDA(n,IF(n<2,1,n*Fact(n-1)))');
    expect(b.eval('=Fact(10)')).toBe(3_628_800);
  });

  test('a name of the sheet goes before one of the workbook', () => {
    const b = new Book().name('N', '=1');
    const other = b.sheet('Other');
    b.name('N', '=2', other).enter({ A1: '=N', 'Other!A1': '=N', A2: '=Other!N' });
    expect([b.at('A1'), b.at('Other!A1'), b.at('A2')]).toEqual([1, 2, 2]);
  });

  test('a renamed sheet is renamed in formulas, a deleted one leaves #REF!', () => {
    const b = new Book();
    const other = b.sheet('Other');
    b.enter({ 'Other!A1': 5, A1: '=Other!A1+1' });
    other.name = "It's 2025";
    b.wb.calculator.structureChanged();
    expect(b.text('A1')).toBe("='It''s 2025'!A1+1");
    b.wb.sheets.pop();
    b.wb.calculator.structureChanged();
    b.enter({});
    expect([b.text('A1'), b.at('A1')]).toEqual(['=#REF!A1+1', '#REF!']);
  });

  test('structured references inside and outside the table', () => {
    const b = new Book({ A1: 'Item', B1: 'a b', C1: 'Tax', A2: 'x', B2: 10, A3: 'y', B3: 20 });
    const t = b.table('T', 'A1:C3');
    b.enter({
      C2: '=[@[a b]]*2',
      C3: '=T[[#This Row],[a b]]*2',
      E1: '=SUM(T[a b])',
      E2: '=T[@Item]',
      E3: '=COUNTA(T[#Headers])',
      E4: '=ROWS(T[#All])',
      E5: '=SUM(T[[a b]:[Tax]])',
      E6: '=T[#Totals]',
      E7: '=SUM(T[nope])',
      E8: '=T[@Item]',
    });
    expect([b.at('C2'), b.at('C3')]).toEqual([20, 40]);
    expect(['E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'E7', 'E8'].map((a) => b.at(a))).toEqual([
      30,
      'x',
      3,
      3,
      90,
      '#REF!',
      '#REF!',
      '#VALUE!',
    ]);
    expect([b.text('C2'), b.text('C3'), b.text('E2')]).toEqual([
      '=[@[a b]]*2',
      '=[@[a b]]*2',
      '=T[@Item]',
    ]);
    t.name = 'Ledger';
    t.columns[1]!.name = 'Net';
    b.wb.calculator.structureChanged();
    expect([b.text('E1'), b.text('C2'), b.text('E5')]).toEqual([
      '=SUM(Ledger[Net])',
      '=[@Net]*2',
      '=SUM(Ledger[[Net]:[Tax]])',
    ]);
    t.area = { ...t.area, bottom: 3 };
    b.put('B4', 100);
    b.wb.calculator.structureChanged();
    b.enter({});
    expect(b.at('E1')).toBe(130);
  });
});

describe('formula texts', () => {
  test.each([
    ['=sum(a1:b2)+true', '=SUM(A1:B2)+TRUE'],
    ['=$A1+A$1+$A$1', '=$A1+A$1+$A$1'],
    ['= SUM( A1 , 2 )', '= SUM( A1 , 2 )'],
    ['="a1"&A1', '="a1"&A1'],
    ['=LOG10(A1)', '=LOG10(A1)'],
    ["='my sheet'!A1", "='my sheet'!A1"],
    ['=A:A+1:1', '=A:A+1:1'],
    ['=_xlfn.XLOOKUP(1,A:A,B:B)', '=XLOOKUP(1,A:A,B:B)'],
    ['=_xlfn._xlws.SORT(A1:A3)', '=SORT(A1:A3)'],
    ['=_xlfn.LET(_xlpm.x,1,_xlpm.x+1)', '=LET(x,1,x+1)'],
    ['=SUM(_xlfn.ANCHORARRAY(A1))', '=SUM(A1#)'],
    ['=_xlfn.SINGLE(A1:A3)', '=@A1:A3'],
    ['=2*_xlfn.SINGLE(A1:A3+B1:B3)', '=2*@(A1:A3+B1:B3)'],
    ['=_xldudf_AR_AGING_BUCKET(A1)', '=AR.AGING_BUCKET(A1)'],
    ['={1,2;3,-4}', '={1,2;3,-4}'],
    ['=#REF!+1', '=#REF!+1'],
  ])('%s reads %s', (entered, shown) => {
    const b = new Book();
    b.sheet('my sheet');
    b.put('D4', entered);
    expect(b.text('D4')).toBe(shown);
  });

  test('a filled formula is compiled once and reads on in every cell', () => {
    const b = new Book();
    const { calculator, sheets } = b.wb;
    const first = calculator.compile('=$A2+B$1*C2', sheets[0]!, 1, 3);
    const second = calculator.compile('=$A9+B$1*C9', sheets[0]!, 8, 3);
    expect(second).toBe(first);
    expect(first.text(4, 4)).toBe('=$A5+C$1*D5');
    expect(first.text(4, 0)).toBe('=$A5+#REF!*#REF!');
  });
});

describe('moved cells', () => {
  const shifted = (formula: string, shift: object) => {
    const b = new Book();
    const [sheet] = b.wb.sheets;
    const whole = { sheet: sheet!, axis: 'rows' as const, at: 2, count: 1, from: 0, to: 16_383 };
    return b.wb.calculator.shiftReferences(formula, sheet!, { ...whole, ...shift });
  };
  const columns = { axis: 'columns', from: 0, to: 1_048_575 };

  test.each([
    ['=A1+A3', {}, '=A1+A4'],
    ['=SUM(A1:A5)', {}, '=SUM(A1:A6)'],
    ['=SUM(A1:A2)', {}, null],
    ['=SUM($A$3:B$4)', {}, '=SUM($A$4:B$5)'],
    ['=A:A', {}, null],
    ['=3:4', {}, '=4:5'],
    ['=A3', { count: -1 }, '=#REF!'],
    ['=SUM(A2:A4)', { count: -1 }, '=SUM(A2:A3)'],
    ['=SUM(A3:A4)', { count: -2 }, '=SUM(#REF!)'],
    ['=SUM(A3:A9)', { count: -2 }, '=SUM(A3:A7)'],
    ['=C1+B1', columns, '=D1+B1'],
    ['=SUM(A1:D1)', { ...columns, count: -1 }, '=SUM(A1:C1)'],
    ['=A5+C5', { from: 2, to: 3 }, '=A5+C6'],
    ['=T[a]+"A9"', {}, null],
  ])('%s under %j reads %s', (formula, shift, expected) => {
    expect(shifted(formula, shift)).toBe(expected);
  });

  test('a formula that moves with what it names is the same object', () => {
    const b = new Book({ A5: 1, B5: '=A5*2', B9: '=$A$5', B1: '=A1' });
    const [sheet] = b.wb.sheets;
    const shift = { sheet: sheet!, axis: 'rows' as const, at: 2, count: 3, from: 0, to: 16_383 };
    const move = (row: number) => {
      const f = sheet!.cells.formula(row, 1)!;
      return { f, to: b.wb.calculator.shiftFormula(f, sheet!, row, 1, shift) };
    };
    expect(move(4).to).toBe(move(4).f);
    expect(move(0).to).toBe(move(0).f);
    expect(move(8).to.text(11, 1)).toBe('=$A$8');
  });
});

describe('an opened file', () => {
  test('keeps its values until an input changes; volatile formulas are calculated', () => {
    const b = new Book();
    const { calculator, sheets } = b.wb;
    const [sheet] = sheets;
    const load = (row: number, column: number, formula: string, value: number | string) => {
      sheet!.cells.setFormula(row, column, calculator.compile(formula, sheet!, row, column));
      sheet!.cells.setValue(row, column, value);
    };
    sheet!.cells.setValue(0, 0, 1);
    load(0, 1, '=A1+1', 99);
    load(1, 1, '=UNSUPPORTED(A1)', 'kept');
    load(2, 1, '=TODAY()', 0);
    load(3, 1, '=A1:A2*2', 7);
    b.wb.clock = () => new Date(2025, 0, 5);
    calculator.opened([], []);
    calculator.recalculate();
    expect(b.area('B1:B4')).toEqual([[99], ['kept'], [45_662], [7]]);
    b.enter({ A1: 2 });
    expect(b.area('B1:B5')).toEqual([[3], ['#NAME?'], [45_662], ['#VALUE!'], [null]]);
  });

  test('spills of the file are known to be spills', () => {
    const b = new Book();
    const { calculator, sheets } = b.wb;
    const [sheet] = sheets;
    sheet!.cells.setFormula(0, 0, calculator.compile('=SEQUENCE(2)', sheet!, 0, 0));
    sheet!.cells.setValue(0, 0, 1);
    sheet!.cells.setValue(1, 0, 2);
    const area = { top: 0, left: 0, bottom: 1, right: 0 };
    calculator.opened([], [{ sheet: sheet!, row: 0, column: 0, area }]);
    expect(calculator.spillParent(sheet!, 1, 0)).toEqual({ row: 0, column: 0 });
    b.enter({ A1: '=SEQUENCE(3)' });
    expect(b.area('A1:A3')).toEqual([[1], [2], [3]]);
  });
});

test('a probe is compiled once and asked anywhere', () => {
  const b = new Book({ A1: 5, A2: 15, B1: 10 });
  const probe = b.wb.calculator.probe('=A1>$B$1', b.wb.sheets[0]!, 0, 0);
  expect([probe(0, 0), probe(1, 0)]).toEqual([false, true]);
  b.enter({ B1: 3 });
  expect(probe(0, 0)).toBe(true);
});
