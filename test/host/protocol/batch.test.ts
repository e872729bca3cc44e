import { ApiCollection } from '../../../src/host/protocol/apiObject';
import { Interpreter } from '../../../src/host/protocol/interpreter';
import type { Action, ObjectPath } from '../../../src/host/protocol/request';
import { AddinSession } from '../../../src/host/protocol/session';
import { bootFake, FakeRange, FakeWorkbook, plainWorkbook } from './fakes';

/** Actions that office.js sends rarely or never, straight to the interpreter. */
function interpreter() {
  const workbook = plainWorkbook();
  const session = new AddinSession(workbook, () => undefined);
  const root = new FakeWorkbook(workbook, session);
  const target = new Interpreter(root, {}, session);
  const paths: Record<string, ObjectPath> = {
    1: { Id: 1, ObjectPathType: 1, Name: '' },
    2: { Id: 2, ObjectPathType: 4, Name: 'Worksheets', ParentObjectPathId: 1 },
    3: sheetPath(3, 'Sheet1'),
    4: rangePath(4, 'A1'),
    5: rangePath(5, 'B2'),
  };
  return {
    root,
    target,
    paths,
    run: (...actions: Partial<Action>[]) =>
      target.run({
        Actions: actions.map((action, i) => ({
          Id: 10 + i,
          ActionType: 1,
          Name: '',
          ObjectPathId: 1,
          ...action,
        })),
        ObjectPaths: paths,
      }),
  };
}

const sheetPath = (id: number, name: string): ObjectPath => ({
  Id: id,
  ObjectPathType: 5,
  Name: '',
  ParentObjectPathId: 2,
  ArgumentInfo: { Arguments: [name] },
});

const rangePath = (id: number, address: string): ObjectPath => ({
  Id: id,
  ObjectPathType: 3,
  Name: 'GetRange',
  ParentObjectPathId: 3,
  ArgumentInfo: { Arguments: [address] },
});

const SHEET_ID = '{00000000-0001-0000-0000-000000000000}';

test('instantiating answers the id by which the object is found from then on', () => {
  const { run } = interpreter();
  expect(run({ ObjectPathId: 3 }).Results).toEqual([{ ActionId: 10, Value: { Id: SHEET_ID } }]);
});

test('a trace is both a result and a trace id', () => {
  const { run } = interpreter();
  expect(run({ ActionType: 5, ObjectPathId: 0 })).toEqual({
    Results: [{ ActionId: 10, Value: null }],
    TraceIds: [10],
  });
});

test('a range gets its reference once it is kept, not before', () => {
  const { run, target } = interpreter();
  const { Results } = run(
    { ObjectPathId: 4 },
    { ActionType: 3, ObjectPathId: 4, Name: '_KeepReference' },
    { ObjectPathId: 4 },
  );
  expect(Results.map((result) => result.Value)).toEqual([{}, null, { _ReferenceId: 'ref_1' }]);
  expect(target.keptReferences).toBe(1);
});

test('a reference names the range in a later batch until it is removed', () => {
  const { run, paths } = interpreter();
  run({ ActionType: 3, ObjectPathId: 4, Name: '_KeepReference' });
  paths[6] = { Id: 6, ObjectPathType: 6, Name: 'ref_1' };
  const query = { ActionType: 2, ObjectPathId: 6, QueryInfo: { Select: ['address'] } };
  expect(run(query).Results).toEqual([
    { ActionId: 10, Value: { Address: 'A1', _ReferenceId: 'ref_1' } },
  ]);
  run({ ActionType: 3, Name: '_RemoveReference', ArgumentInfo: { Arguments: ['ref_1'] } });
  expect(run(query).Error).toMatchObject({ Code: 'InvalidReference', ActionIndex: 0 });
});

test('update sets properties by script name, nested ones too', () => {
  const { run, root } = interpreter();
  const state = { values: [['x']], format: { fill: { color: '#00FF00' } } };
  expect(run({ ActionType: 9, ObjectPathId: 4, ObjectState: state }).Error).toBeUndefined();
  const range = root.sheets[0]!.ranges.get('A1')!;
  expect([range.Values, range.Format.Fill.Color]).toEqual([[['x']], '#00FF00']);
});

test('a property Excel has as read-only is refused', () => {
  const { run } = interpreter();
  const set = {
    ActionType: 4,
    ObjectPathId: 4,
    Name: 'Address',
    ArgumentInfo: { Arguments: ['B1'] },
  };
  expect(run(set).Error).toEqual({
    Code: 'InvalidArgument',
    Message: "Property 'address' is read-only and cannot be set.",
    Location: 'Range.address',
    HttpStatusCode: 400,
    ActionIndex: 0,
  });
});

test('a property set under another wire name reaches the one it means', () => {
  const { run, root } = interpreter();
  run({ ActionType: 4, ObjectPathId: 3, Name: 'Gridlines', ArgumentInfo: { Arguments: [false] } });
  expect(root.sheets[0]!.ShowGridlines).toBe(false);
});

test('arguments that are objects arrive as objects, also inside arrays and options', () => {
  const { run, root } = interpreter();
  const seen: unknown[] = [];
  Object.assign(root, { Take: (...args: unknown[]) => void seen.push(...args) });
  run({
    ActionType: 3,
    Name: 'Take',
    ArgumentInfo: {
      Arguments: [4, [5, 'x'], { range: { _ObjectPathId: 4 }, rows: [1] }, 5],
      ReferencedObjectPathIds: [4, [5, 0], 0, 0],
    },
  });
  const a1 = root.sheets[0]!.ranges.get('A1');
  const b2 = root.sheets[0]!.ranges.get('B2');
  expect(a1).toBeInstanceOf(FakeRange);
  expect(seen).toEqual([a1, [b2, 'x'], { range: a1, rows: [1] }, 5]);
});

test.each<[string, Partial<Action>, string]>([
  ['an unknown action', { ActionType: 42 }, 'action type 42'],
  ['an unknown service', { ObjectPathId: 7 }, 'the service Microsoft.Nope'],
  ['an unknown kind of path', { ObjectPathId: 8 }, 'object path type 42'],
])('%s is a loud NotImplemented', (_, action, what) => {
  const { run, paths } = interpreter();
  paths[7] = { Id: 7, ObjectPathType: 2, Name: 'Microsoft.Nope' };
  paths[8] = { Id: 8, ObjectPathType: 42, Name: '' };
  expect(run(action).Error).toMatchObject({
    Code: 'NotImplemented',
    Message: `The workbench does not implement ${what}.`,
    HttpStatusCode: 501,
  });
});

test('ranges among loaded items are kept when the request asks for it', () => {
  const { root, target, paths } = interpreter();
  const ranges = Object.assign(Object.create(ApiCollection.prototype) as ApiCollection, {
    apiType: 'RangeCollection',
    apiItems: () => [new FakeRange('A1'), new FakeRange('B2')],
  });
  Object.assign(root, { Areas: ranges });
  paths[9] = { Id: 9, ObjectPathType: 4, Name: 'Areas', ParentObjectPathId: 1 };
  const QueryInfo = { Select: ['address'] };
  const answer = target.run({
    AutoKeepReference: true,
    Actions: [{ Id: 10, ActionType: 2, Name: '', ObjectPathId: 9, QueryInfo }],
    ObjectPaths: paths,
  });
  expect(answer.Results[0]?.Value).toEqual({
    _Items: [
      { _ReferenceId: 'ref_1', Address: 'A1' },
      { _ReferenceId: 'ref_2', Address: 'B2' },
    ],
  });
  expect(target.keptReferences).toBe(2);
});

test('ranges tracked by Excel.run are kept while it runs and let go after it', async () => {
  const { Excel, root } = await bootFake();
  const address = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Sheet1').getRange('C3');
    await context.sync();
    root.sheets[0]!.ranges.clear(); // found by reference, not by asking the sheet again
    range.values = [['x']];
    range.load('address,values');
    await context.sync();
    return [range.address, range.values];
  });
  expect(address).toEqual(['C3', [['x']]]);
  expect(root.sheets[0]!.ranges.size).toBe(0);
});
