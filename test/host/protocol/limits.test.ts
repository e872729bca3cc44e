import { PAYLOAD_LIMIT } from '../../../src/host/protocol/limits';
import { bootFake, failureOf, settle, type FakeOffice } from './fakes';

const range = (context: Excel.RequestContext) =>
  context.workbook.worksheets.getItem('Sheet1').getRange('A1');

const write = (office: FakeOffice, values: unknown[][]) =>
  office.Excel.run(async (context) => {
    range(context).values = values;
    await context.sync();
  });

const a1 = (office: FakeOffice) => office.root.sheets[0]!.ranges.get('A1');

/** 3 bytes of UTF-8 each. */
const text = (bytes: number) => '账'.repeat(Math.floor(bytes / 3));

test('a request is measured in UTF-8 bytes, not in characters', async () => {
  const office = await bootFake();
  await write(office, [[text(PAYLOAD_LIMIT - 10_000)]]);
  expect(office.traffic.largestRequest).toBeGreaterThan(PAYLOAD_LIMIT - 12_000);
  const error = await failureOf(write(office, [[text(PAYLOAD_LIMIT + 10)]]));
  expect(error.code).toBe('RequestPayloadSizeLimitExceeded');
});

test('a request over the limit does nothing', async () => {
  const office = await bootFake();
  await failureOf(write(office, [[text(PAYLOAD_LIMIT + 10)]]));
  expect([a1(office), office.traffic.batches]).toEqual([undefined, 0]);
});

test('a response over the limit is refused', async () => {
  const office = await bootFake();
  await write(office, [['x']]);
  a1(office)!.Values = [[text(PAYLOAD_LIMIT + 10)]];
  const error = await failureOf(
    office.Excel.run(async (context) => {
      range(context).load('values');
      await context.sync();
    }),
  );
  expect(error.code).toBe('ResponsePayloadSizeLimitExceeded');
});

test('traffic counts the batches of the document and their bytes', async () => {
  const office = await bootFake();
  expect(office.traffic.batches).toBe(0);
  await office.Excel.run(async (context) => {
    const object = range(context).load('values');
    await context.sync();
    object.values = [['x']];
    await context.sync();
  });
  await settle();
  const { batches, requestBytes, responseBytes } = office.traffic;
  expect(batches).toBe(3); // the third lets go of the range
  expect(requestBytes).toBeGreaterThan(500);
  expect(responseBytes).toBeGreaterThan(100);
});

describe('while a person edits a cell', () => {
  test('batches are refused', async () => {
    const office = await bootFake();
    office.host.cellEditMode = true;
    const error = await failureOf(write(office, [['x']]));
    expect(error.code).toBe('InvalidOperationInCellEditMode');
    expect(a1(office)).toBeUndefined();
  });

  test('with delayForCellEdit they wait for the end of editing', async () => {
    const office = await bootFake();
    office.host.cellEditMode = true;
    const done = office.Excel.run({ delayForCellEdit: true }, async (context) => {
      range(context).values = [['late']];
      await context.sync();
    });
    await settle();
    expect(a1(office)).toBeUndefined();
    office.host.cellEditMode = false;
    await done;
    expect(a1(office)?.Values).toEqual([['late']]);
  });

  test('afterwards batches are taken again', async () => {
    const office = await bootFake();
    office.host.cellEditMode = true;
    office.host.cellEditMode = false;
    await write(office, [['x']]);
    expect(a1(office)?.Values).toEqual([['x']]);
  });
});

describe('ordered faults', () => {
  test.each<['before' | 'after', unknown]>([
    ['before', undefined],
    ['after', [['x']]],
  ])('a batch that fails %s taking effect', async (when, expected) => {
    const office = await bootFake();
    office.faults.failBatch(1, when);
    const error = await failureOf(write(office, [['x']]));
    expect(error.code).toBe('GeneralException');
    expect(a1(office)?.Values).toEqual(expected);
  });

  test('the k-th batch from now fails, the others do not', async () => {
    const office = await bootFake();
    await write(office, [[0]]);
    await settle();
    office.faults.failBatch(2, 'before');
    const outcomes = await office.Excel.run(async (context) => {
      const results: string[] = [];
      for (const value of [1, 2, 3]) {
        context.workbook.load('name');
        results.push(
          await context.sync().then(
            () => `${value} done`,
            () => `${value} failed`,
          ),
        );
      }
      return results;
    });
    expect(outcomes).toEqual(['1 done', '2 failed', '3 done']);
  });

  test('a co-author’s edit comes between two batches', async () => {
    const office = await bootFake();
    office.faults.between(2, () => (office.workbook.fileName = 'Renamed.xlsx'));
    const names = await office.Excel.run(async (context) => {
      const workbook = context.workbook.load('name');
      await context.sync();
      const before = workbook.name;
      workbook.load('name');
      await context.sync();
      return [before, workbook.name];
    });
    expect(names).toEqual(['Book1.xlsx', 'Renamed.xlsx']);
  });
});

test('calculation an add-in suspended resumes at the end of the batch', async () => {
  const office = await bootFake();
  const { workbook, root } = office;
  const during: boolean[] = [];
  Object.defineProperty(root, 'Name', {
    get: () => {
      office.host.session.suspendCalculation();
      during.push(workbook.calculationSuspended);
      return 'x';
    },
  });
  await office.Excel.run(async (context) => {
    context.workbook.load('name');
    await context.sync();
  });
  expect([during, workbook.calculationSuspended]).toEqual([[true], false]);
  expect((workbook as unknown as { recalculations: number }).recalculations).toBe(1);
});
