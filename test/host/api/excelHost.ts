import { createApiRoot } from '../../../src/host/api';
import { createWorkbook } from '../../../src/host/model/createWorkbook';
import type { Workbook } from '../../../src/host/model/workbook';
import { bootOfficeRuntime, type OfficeRuntime } from '../../../src/host/node/officeRuntime';
import { recorded } from './recorded';

type Batch<T> = (context: Excel.RequestContext) => Promise<T> | T;

/** A new workbook for every test, with the real office.js on it. */
export interface ExcelHost {
  /** Holds one sheet, `Sheet1`, when a test starts. */
  readonly workbook: Workbook;
  /** `Excel.run` of the page. */
  run<T>(batch: Batch<T>): Promise<T>;
  /** As `run`, with the first sheet and what is to be in its cells from A1 on. */
  sheet<T>(
    cells: unknown[][],
    batch: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T> | T,
  ): Promise<T>;
  /** @returns code of the error a batch on the first sheet ends with, `none` when it does not. */
  errorOf(
    batch: (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown,
  ): Promise<string>;
}

/** Call it in a `describe`: boots before every test. */
export function useExcel(): ExcelHost {
  let office: OfficeRuntime;
  beforeEach(async () => {
    office = await bootOfficeRuntime({
      workbook: createWorkbook(),
      createRoot: (book, session) => recorded(createApiRoot(book, session)),
    });
  });
  afterEach(() => office.dispose());

  const run: ExcelHost['run'] = (batch) =>
    office.Excel.run(async (context) => {
      const result = await batch(context);
      await context.sync();
      return result;
    });
  const sheet: ExcelHost['sheet'] = (cells, batch) =>
    run(async (context) => {
      const first = context.workbook.worksheets.getFirst();
      if (cells.length > 0) {
        first.getRangeByIndexes(0, 0, cells.length, cells[0]!.length).values = cells;
        await context.sync();
      }
      return batch(first, context);
    });
  return {
    get workbook() {
      return office.workbook;
    },
    run,
    sheet,
    errorOf: async (batch) => {
      try {
        await sheet([], async (first, context) => {
          await batch(first, context);
        });
        return 'none';
      } catch (error) {
        return (error as OfficeExtension.Error).code;
      }
    },
  };
}

interface Loadable<Data> {
  readonly context: OfficeExtension.ClientRequestContext;
  load(properties?: string): unknown;
  toJSON(): Data;
}

/** Loads an object and syncs. @returns it as plain data, as its `toJSON` gives it */
export async function load<Data>(object: Loadable<Data>, properties: string): Promise<Data> {
  object.load(properties);
  await object.context.sync();
  return object.toJSON();
}

/** Waits for what office.js tells of only later: an event that is on its way. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** @returns the address of a range without its sheet; `null` for a null object */
export async function addressOf(range: Excel.Range): Promise<string> {
  range.load('address');
  await range.context.sync();
  return range.isNullObject ? 'null' : range.address.replace(/.*!/, '');
}
