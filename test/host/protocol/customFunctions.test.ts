import { CellError, type CellValue } from '../../../src/host/model/value';
import type { CustomCall, Workbook } from '../../../src/host/model/workbook';
import type { FunctionsMetadata } from '../../../src/host/protocol/customFunctions';
import { bootFake, failureOf, plainWorkbook, until, type FakeOffice } from './fakes';

const any = (name: string, more: object = {}) => ({ name, type: 'any', ...more });
const metadata: FunctionsMetadata = {
  functions: [
    { id: 'ECHO', name: 'ECHO', parameters: [any('value'), any('more', { optional: true })] },
    { id: 'SUM2', name: 'SUM2', parameters: [any('area', { dimensionality: 'matrix' })] },
    { id: 'JOIN', name: 'JOIN', parameters: [any('separator'), any('parts', { repeating: true })] },
    { id: 'WHERE', name: 'WHERE', parameters: [], options: { requiresAddress: true } },
    { id: 'NOWHERE', name: 'NOWHERE', parameters: [] },
    { id: 'FAIL', name: 'FAIL', parameters: [any('how')] },
    { id: 'LATE', name: 'LATE', parameters: [any('value')], options: { cancelable: true } },
    { id: 'ERRORS', name: 'ERRORS', parameters: [any('value')], allowErrorForDataTypeAny: true },
    { id: 'UNASSOCIATED', name: 'UNASSOCIATED', parameters: [] },
  ],
};

/** A page whose functions are associated right after office.js loads, as a built add-in does. */
async function boot(workbook: Workbook = plainWorkbook()) {
  const office = await bootFake(workbook, { functions: { metadata, namespace: 'AR' } });
  const { CustomFunctions: functions } = office;
  const { Error: FunctionError, ErrorCode } = functions;
  const late: ((value: unknown) => void)[] = [];
  const log: unknown[] = [];
  functions.associate('ECHO', (...args: unknown[]) => {
    const values = args.slice(0, -1);
    log.push(values);
    return values[0];
  });
  functions.associate('SUM2', (area: number[][]) => area.map((row) => row.map((n) => n * 2)));
  functions.associate('JOIN', (separator: string, parts: unknown[]) => parts.join(separator));
  functions.associate('WHERE', (call: CustomFunctions.Invocation) => call.address ?? 'unknown');
  functions.associate('NOWHERE', (call: CustomFunctions.Invocation) => call.address ?? 'unknown');
  functions.associate('ERRORS', (value: { code?: string }) => `got ${value.code}`);
  functions.associate('FAIL', (how: string) => {
    if (how === 'type') throw new TypeError('oops');
    if (how === 'promise') {
      return Promise.resolve().then(() => {
        throw new FunctionError(ErrorCode.notAvailable, 'later');
      });
    }
    if (how === 'returned') return new FunctionError(ErrorCode.invalidValue, 'a bad date');
    if (how === 'cell') return [[1, new FunctionError(ErrorCode.divisionByZero)]];
    throw new FunctionError(ErrorCode[how as 'invalidValue'], 'a bad date');
  });
  functions.associate('LATE', (value: unknown, call: CustomFunctions.CancelableInvocation) => {
    call.onCanceled = () => log.push('cancelled');
    return new Promise((resolve) => late.push(() => resolve(value)));
  });
  await until(() => workbook.customFunctions.size > 0);
  return { ...office, late, log };
}

type Argument = CellValue | CellValue[][];

const place = (): CustomCall => ({ address: 'Sheet1!D2', onCancel: null });

async function call(office: FakeOffice, name: string, ...args: Argument[]): Promise<unknown> {
  return office.workbook.customFunctions.get(name)!.invoke(args, place());
}

test('functions are registered with their namespace once the page is ready', async () => {
  const { workbook } = await boot();
  expect([...workbook.customFunctions.keys()]).toContain('AR.ECHO');
  expect(workbook.customFunctions.get('AR.JOIN')?.parameters).toEqual([
    { optional: false, matrix: false, repeating: false },
    { optional: false, matrix: false, repeating: true },
  ]);
});

test.each<[string, string, Argument[], unknown]>([
  ['a number', 'AR.ECHO', [95], 95],
  ['a text', 'AR.ECHO', ['账龄'], '账龄'],
  ['a truth value', 'AR.ECHO', [true], true],
  [
    'a matrix',
    'AR.SUM2',
    [
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      [2, 4],
      [6, 8],
    ],
  ],
  ['repeated arguments come in one array', 'AR.JOIN', ['-', 'a', 'b', 'c'], 'a-b-c'],
  ['the cell’s address where it was asked for', 'AR.WHERE', [], 'Sheet1!D2'],
  ['no address where it was not', 'AR.NOWHERE', [], 'unknown'],
  ['a null result shows as 0', 'AR.ECHO', [null], 0],
])('%s', async (_, name, args, expected) => {
  expect(await call(await boot(), name, ...args)).toEqual(expected);
});

test('a blank and a missing optional argument are null', async () => {
  const office = await boot();
  await call(office, 'AR.ECHO', null, null);
  expect(office.log).toEqual([[null, null]]);
});

test.each<[string, string, CellError]>([
  ['#VALUE! with a message', 'invalidValue', new CellError('#VALUE!', 'a bad date')],
  ['#N/A with a message', 'notAvailable', new CellError('#N/A', 'a bad date')],
  ['#DIV/0!', 'divisionByZero', new CellError('#DIV/0!')],
  ['#NUM!', 'invalidNumber', new CellError('#NUM!')],
  ['#NULL!', 'nullReference', new CellError('#NULL!')],
  ['any other exception is #VALUE!', 'type', new CellError('#VALUE!')],
  ['a rejected promise', 'promise', new CellError('#N/A', 'later')],
  ['an error that is returned', 'returned', new CellError('#VALUE!', 'a bad date')],
])('%s', async (_, how, expected) => {
  expect(await call(await boot(), 'AR.FAIL', how)).toEqual(expected);
});

test('errors can stand among the cells of a matrix', async () => {
  const result = await call(await boot(), 'AR.FAIL', 'cell');
  expect(result).toEqual([[1, new CellError('#DIV/0!')]]);
});

test('a function that the page never associated is #VALUE!', async () => {
  expect(await call(await boot(), 'AR.UNASSOCIATED')).toEqual(new CellError('#VALUE!'));
});

test('an error among the arguments is the result, unless the function takes errors', async () => {
  const office = await boot();
  const error = new CellError('#REF!');
  expect(await call(office, 'AR.ECHO', error)).toBe(error);
  expect(await call(office, 'AR.SUM2', [[1, error]])).toBe(error);
  expect(office.log).toEqual([]);
  expect(await call(office, 'AR.ERRORS', error)).toBe('got #REF!');
});

test('calls of one turn travel in one message', async () => {
  const office = await boot();
  const results = await Promise.all([1, 2, 3].map((n) => call(office, 'AR.ECHO', n)));
  expect(results).toEqual([1, 2, 3]);
  expect(office.log).toEqual([[1], [2], [3]]);
});

test('a promise is waited for', async () => {
  const office = await boot();
  const result = call(office, 'AR.LATE', 7);
  await until(() => office.late.length === 1);
  office.late[0]!(null);
  expect(await result).toBe(7);
});

test('idle waits for answers, and gives up where none come', async () => {
  const office = await boot();
  await office.host.functions!.idle(0);
  const result = call(office, 'AR.LATE', 7);
  await expect(office.host.functions!.idle(30)).rejects.toThrow('1 calls of custom functions');
  await until(() => office.late.length === 1);
  const idle = office.host.functions!.idle(5_000);
  office.late[0]!(null);
  await idle;
  expect(await result).toBe(7);
});

test('a call that is no longer needed is cancelled in the page', async () => {
  const office = await boot();
  const waiting = place();
  const result = office.workbook.customFunctions.get('AR.LATE')!.invoke([7], waiting);
  await until(() => office.late.length === 1);
  waiting.onCancel!();
  expect(await result).toBeInstanceOf(CellError);
  await until(() => office.log.length === 1);
  expect(office.log).toEqual(['cancelled']);
});

test('a call cancelled before it left never reaches the page', async () => {
  const office = await boot();
  const waiting = place();
  const result = office.workbook.customFunctions.get('AR.ECHO')!.invoke([1], waiting);
  waiting.onCancel!();
  expect(await result).toBeInstanceOf(CellError);
  expect(await call(office, 'AR.ECHO', 2)).toBe(2);
  expect(office.log).toEqual([[2]]);
});

test('calls the page left open when it was loaded anew are answered by the new one', async () => {
  const office = await boot();
  const result = call(office, 'AR.LATE', 5);
  await until(() => office.late.length === 1);
  const anew = await office.reload();
  anew.CustomFunctions.associate('LATE', (value: unknown) => value);
  expect(await result).toBe(5);
});

test('streaming functions are refused by name', async () => {
  const functions = [{ id: 'TICK', name: 'TICK', parameters: [], options: { stream: true } }];
  const office = await bootFake(plainWorkbook(), {
    functions: { metadata: { functions }, namespace: 'AR' },
  });
  const error = await failureOf(Promise.resolve().then(() => office.host.functions!.ready()));
  expect(error.message).toContain('TICK');
});
