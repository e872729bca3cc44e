import type { CellValue } from '../../../src/host/model/value';
import { CellError } from '../../../src/host/model/value';
import type { CustomFunction } from '../../../src/host/model/workbook';
import { Book } from './book';

type Result = CellValue | CellValue[][] | Promise<CellValue | CellValue[][]>;
type Args = Parameters<CustomFunction['invoke']>[0];
type Call = Parameters<CustomFunction['invoke']>[1];

/** @param kinds - of the parameters: `s` one value, `m` a matrix; `?` behind makes it optional */
function register(
  b: Book,
  name: string,
  kinds: readonly string[],
  invoke: (args: Args, call: Call) => Result,
): void {
  b.wb.customFunctions.set(name, {
    name,
    parameters: kinds.map((k) => ({
      optional: k.endsWith('?'),
      matrix: k.startsWith('m'),
      repeating: k.startsWith('*'),
    })),
    invoke,
  });
  b.wb.calculator.structureChanged();
  b.wb.calculator.recalculate();
}

/** Lets promises that are settled be answered. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

test('a function registered later turns #NAME? into its value', () => {
  const b = new Book({ A1: 3, B1: '=AR.TWICE(A1)+1' });
  expect(b.at('B1')).toBe('#NAME?');
  register(b, 'AR.TWICE', ['s'], ([x]) => Number(x) * 2);
  expect(b.at('B1')).toBe(7);
  b.enter({ A1: 4 });
  expect(b.at('B1')).toBe(9);
});

test('values, matrices, blanks and left-out arguments arrive as Excel on the web passes them', () => {
  const b = new Book({ A1: 1, B1: 'x', A2: true });
  const seen: unknown[] = [];
  register(b, 'AR.SEE', ['s', 'm', 's?', 's?'], (args, call) => {
    seen.push([...args, call.address]);
    return 0;
  });
  b.enter({ D1: '=AR.SEE(C9,A1:B2,"t")' });
  expect(seen).toEqual([
    [
      null,
      [
        [1, 'x'],
        [true, 0],
      ],
      't',
      null,
      'Sheet1!D1',
    ],
  ]);
});

test('an error among the arguments is the result, the function is not called', () => {
  const b = new Book({ A1: '=1/0', A2: 2 });
  const invoke = jest.fn(() => 1);
  register(b, 'AR.F', ['m'], invoke);
  b.enter({ B1: '=AR.F(A1:A2)', B2: '=AR.F(NA())' });
  expect([b.at('B1'), b.at('B2')]).toEqual(['#DIV/0!', '#N/A']);
  expect(invoke).not.toHaveBeenCalled();
});

test('too few or too many arguments give #VALUE!, thrown errors too', () => {
  const b = new Book();
  register(b, 'AR.F', ['s'], () => {
    throw new Error('no');
  });
  b.enter({ A1: '=AR.F()', A2: '=AR.F(1,2)', A3: '=AR.F(1)' });
  expect(b.area('A1:A3')).toEqual([['#VALUE!'], ['#VALUE!'], ['#VALUE!']]);
});

test('a matrix spills; a range for a single value calls once per cell', () => {
  const b = new Book({ A1: 1, A2: 2, A3: 3 });
  register(b, 'AR.ROWS', ['m'], ([m]) => (m as CellValue[][]).map(([x]) => [x!, Number(x) * 10]));
  register(b, 'AR.INC', ['s'], ([x]) => Number(x) + 1);
  b.enter({ C1: '=AR.ROWS(A1:A3)', F1: '=AR.INC(A1:A3)' });
  expect(b.area('C1:D3')).toEqual([
    [1, 10],
    [2, 20],
    [3, 30],
  ]);
  expect(b.area('F1:F3')).toEqual([[2], [3], [4]]);
});

test('a promise shows #BUSY! until answered; then readers follow and listeners hear of it once', async () => {
  const b = new Book({ A1: 5 });
  const calculated = jest.fn();
  b.wb.events.on('calculated', calculated);
  register(b, 'AR.LATER', ['s'], ([x]) => Promise.resolve(Number(x) * 2));
  b.enter({ B1: '=AR.LATER(A1)', B2: '=AR.LATER(B1)', C1: '=B1+B2', C2: '=IFERROR(B1,"wait")' });
  expect([b.at('B1'), b.at('B2'), b.at('C1'), b.at('C2')]).toEqual([
    '#BUSY!',
    '#BUSY!',
    '#BUSY!',
    'wait',
  ]);
  await settle();
  expect([b.at('B1'), b.at('B2'), b.at('C1'), b.at('C2')]).toEqual([10, 20, 30, 10]);
  expect(calculated.mock.calls.length).toBeLessThanOrEqual(2);
});

test('a refused promise is #VALUE!, an error value stays what it is', async () => {
  const b = new Book();
  register(b, 'AR.BAD', [], () => Promise.reject(new Error('down')));
  register(b, 'AR.NONE', [], () => Promise.resolve(new CellError('#N/A', 'no rate')));
  b.enter({ A1: '=AR.BAD()', A2: '=AR.NONE()' });
  await settle();
  expect([b.at('A1'), b.at('A2')]).toEqual(['#VALUE!', '#N/A']);
});

test('a call is told when the formula is replaced or its input changes; late answers are void', async () => {
  const b = new Book({ A1: 1, A2: 1 });
  const calls: { cancelled: boolean; answer: (v: CellValue) => void }[] = [];
  register(b, 'AR.SLOW', ['s'], (_, call) => {
    return new Promise((answer) => {
      const each = { cancelled: false, answer };
      call.onCancel = () => (each.cancelled = true);
      calls.push(each);
    });
  });
  b.enter({ B1: '=AR.SLOW(A1)', B2: '=AR.SLOW(A2)' });
  b.enter({ A1: 2 });
  expect(calls.map((c) => c.cancelled)).toEqual([true, false, false]);
  b.enter({ B2: 'gone' });
  expect(calls.map((c) => c.cancelled)).toEqual([true, true, false]);
  for (const [i, c] of calls.entries()) c.answer(i);
  await settle();
  expect([b.at('B1'), b.at('B2')]).toEqual([2, 'gone']);
});

test('an answered call is asked again when its input changes, not when another cell does', async () => {
  const b = new Book({ A1: 1 });
  const invoke = jest.fn(([x]: Args) => Promise.resolve(x as CellValue));
  register(b, 'AR.ECHO', ['s'], invoke);
  b.enter({ B1: '=AR.ECHO(A1)' });
  await settle();
  b.enter({ Z9: 1 });
  expect(invoke).toHaveBeenCalledTimes(1);
  b.enter({ A1: 7 });
  await settle();
  expect([b.at('B1'), invoke.mock.calls.length]).toEqual([7, 2]);
});

test('all calls of a recalculation are made before any is answered', async () => {
  const b = new Book();
  const { calculator, sheets } = b.wb;
  let asked = 0;
  const seen: number[] = [];
  register(b, 'AR.N', ['s'], ([x]) => {
    asked++;
    return Promise.resolve(x as CellValue).then((v) => {
      seen.push(asked);
      return v;
    });
  });
  for (let r = 0; r < 1000; r++) {
    sheets[0]!.cells.setFormula(r, 0, calculator.compile('=AR.N(ROW())', sheets[0]!, r, 0));
  }
  calculator.cellsChanged(sheets[0]!, { top: 0, left: 0, bottom: 999, right: 0 });
  calculator.recalculate();
  await settle();
  expect(new Set(seen)).toEqual(new Set([1000]));
  expect([b.at('A1'), b.at('A1000')]).toEqual([1, 1000]);
});
