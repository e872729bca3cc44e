import { createApiRoot } from '../../../src/host/api';
import { createWorkbook } from '../../../src/host/model/createWorkbook';
import type { Workbook } from '../../../src/host/model/workbook';
import {
  bootOfficeRuntime,
  type OfficeRuntime,
  type OfficeRuntimeOptions,
} from '../../../src/host/node/officeRuntime';

const running: OfficeRuntime[] = [];
afterEach(() => {
  for (const office of running.splice(0)) office.dispose();
});

/** The real office.js on the host's whole object model; ended after the test. */
export async function bootOffice(
  workbook: Workbook = createWorkbook(),
  options: Partial<OfficeRuntimeOptions> = {},
): Promise<OfficeRuntime> {
  const office = await bootOfficeRuntime({ workbook, createRoot: createApiRoot, ...options });
  running.push(office);
  return office;
}
