import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createApiRoot } from '../../src/host/api';
import { createWorkbook } from '../../src/host/model/createWorkbook';
import { enterText, setValues } from '../../src/host/model/edits';
import { parseArea } from '../../src/host/model/address';
import { CellError, type CellValue } from '../../src/host/model/value';
import { bootOfficeRuntime, type OfficeRuntime } from '../../src/host/node/officeRuntime';
import type { FunctionsMetadata } from '../../src/host/protocol/customFunctions';

const metadata = JSON.parse(
  readFileSync(path.join(__dirname, '../../src/functions/functions.json'), 'utf8'),
) as FunctionsMetadata;

const workbook = createWorkbook();
const sheet = workbook.activeSheet;
let office: OfficeRuntime;

beforeAll(async () => {
  office = await bootOfficeRuntime({
    workbook,
    createRoot: createApiRoot,
    functions: { metadata, namespace: 'AR' },
  });
  Object.assign(globalThis, { CustomFunctions: office.CustomFunctions });
  await import('../../src/functions/register');
  await settled(() => workbook.customFunctions.size > 0);
});

afterAll(() => office.dispose());

async function settled(done: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !done(); tries++) await new Promise((r) => setTimeout(r, 10));
  expect(done()).toBe(true);
}

/** Types a formula into E1 and reads its answer, and what stands below it. */
async function typed(formula: string, rows = 1): Promise<CellValue[]> {
  enterText(workbook, sheet, 0, 4, '', 'user');
  enterText(workbook, sheet, 0, 4, formula, 'user');
  await settled(() => String(sheet.cells.value(0, 4)) !== '#BUSY!');
  return Array.from({ length: rows }, (_, i) => sheet.cells.value(i, 4));
}

const message = (value: CellValue | undefined) =>
  value instanceof CellError ? [value.code, value.message] : value;

describe('AR.AGING_BUCKET typed into a cell', () => {
  it.each([
    ['=AR.AGING_BUCKET(DATE(2025,5,31),DATE(2025,6,30))', '1–30'],
    ['=AR.AGING_BUCKET(DATE(2025,6,30),DATE(2025,6,30))', '未到期'],
    ['=AR.AGING_BUCKET("2025-3-31","2025年6月30日")', '91–180'],
    ['=AR.AGING_BUCKET("20240101",DATE(2025,6,30))', '>365'],
    ['=AR.AGING_BUCKET(DATE(2025,5,1),DATE(2025,6,30),{15,45})', '>45'],
    ['=AR.AGING_BUCKET("",DATE(2025,6,30))', ''],
    ['=AR.AGING_BUCKET(Z99,DATE(2025,6,30))', ''],
  ])('%s gives %p', async (formula, label) => {
    expect(await typed(formula)).toEqual([label]);
  });

  it('spills over a column, and a bad date costs only its own cell', async () => {
    setValues(
      workbook,
      sheet,
      parseArea('A1:A4')!,
      [[45_808], ['2025.6.29'], [''], ['月底']],
      'user',
    );
    const [first, second, blank, bad] = await typed('=AR.AGING_BUCKET(A1:A4,45838)', 4);
    expect([first, second, blank]).toEqual(['1–30', '1–30', '']);
    expect(message(bad)).toEqual(['#VALUE!', expect.stringContaining('月底')]);
  });

  it.each([
    ['=AR.AGING_BUCKET(45808,"月底")', '月底'],
    ['=AR.AGING_BUCKET(45808,"")', '基准日'],
    ['=AR.AGING_BUCKET(45808,45838,{30,10})', '递增'],
    ['=AR.AGING_BUCKET(45808,45838,{"x"})', '递增'],
  ])('%s is #VALUE! and says why', async (formula, reason) => {
    const [answer] = await typed(formula);
    expect(message(answer)).toEqual(['#VALUE!', expect.stringContaining(reason)]);
  });

  it('calculates anew when the day changes', async () => {
    setValues(workbook, sheet, parseArea('A1:B1')!, [[45_808, 45_838]], 'user');
    expect(await typed('=AR.AGING_BUCKET(A1,B1)')).toEqual(['1–30']);
    setValues(workbook, sheet, parseArea('B1')!, [[45_839]], 'user');
    await settled(() => sheet.cells.value(0, 4) === '31–60');
  });
});

describe('functions.json', () => {
  it('names exactly the functions the code associates', () => {
    const { mappings } = (
      office.CustomFunctions as unknown as { _association: { mappings: Record<string, unknown> } }
    )._association;
    expect(Object.keys(mappings).sort()).toEqual(metadata.functions.map(({ id }) => id).sort());
  });

  it('has the parameters the code takes', () => {
    const { mappings } = (
      office.CustomFunctions as unknown as {
        _association: { mappings: Record<string, (...args: unknown[]) => unknown> };
      }
    )._association;
    for (const { id, parameters } of metadata.functions) {
      expect([id, mappings[id]!.length]).toEqual([id, parameters.length]);
    }
  });
});
