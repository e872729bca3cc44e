import { createApiRoot } from '../../../src/host/api';
import { createWorkbook } from '../../../src/host/model/createWorkbook';
import type { Workbook } from '../../../src/host/model/workbook';
import { bootOfficeRuntime, type OfficeRuntime } from '../../../src/host/node/officeRuntime';
import { recorded } from './recorded';

/** One workbook and the real office.js on it. */
export interface ExcelHost {
  readonly workbook: Workbook;
  readonly office: OfficeRuntime;
  /** `Excel.run` with a last sync. */
  run<T>(batch: (context: Excel.RequestContext) => Promise<T> | T): Promise<T>;
  /** @returns the code of the error that the batch ends with, `none` when it does not. */
  errorOf(batch: (context: Excel.RequestContext) => unknown): Promise<string>;
}

/** Boots office.js on a new workbook of one sheet, `Sheet1`. */
export async function excelHost(): Promise<ExcelHost> {
  const workbook = createWorkbook();
  const office = await bootOfficeRuntime({
    workbook,
    createRoot: (book, session) => recorded(createApiRoot(book, session)),
  });
  const run: ExcelHost['run'] = (batch) =>
    office.Excel.run(async (context) => {
      const result = await batch(context);
      await context.sync();
      return result;
    });
  return {
    workbook,
    office,
    run,
    errorOf: async (batch) => {
      try {
        await run(async (context) => {
          await batch(context);
        });
        return 'none';
      } catch (error) {
        return (error as OfficeExtension.Error).code;
      }
    },
  };
}
