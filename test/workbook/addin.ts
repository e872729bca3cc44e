import { createApiRoot } from '../../src/host/api';
import {
  bootOfficeRuntime,
  type OfficeRuntime,
  type OfficeRuntimeOptions,
} from '../../src/host/node/officeRuntime';
import { openWorkbook } from '../../src/host/file/openWorkbook';
import { areaAddress, parseArea } from '../../src/host/model/address';
import { createWorkbook } from '../../src/host/model/createWorkbook';
import { setValues, type CellInput } from '../../src/host/model/edits';
import type { Sheet } from '../../src/host/model/sheet';
import { CellError, type CellValue } from '../../src/host/model/value';
import type { Workbook } from '../../src/host/model/workbook';
import { createRuleView } from '../../src/host/rules/ruleView';
import { CATALOGUE } from '../../src/functions/catalogue';
import { metadataOf, settled } from '../functions/functionsHost';

/** The add-in's modules speak to the real office.js, which speaks to a workbook of the host. */
export interface Addin {
  readonly workbook: Workbook;
  readonly sheet: Sheet;
  readonly office: OfficeRuntime;
}

/** The add-in over a new workbook with a ledger. */
export async function addinOver(rows: readonly (readonly CellInput[])[]): Promise<Addin> {
  const workbook = createWorkbook();
  put(workbook, workbook.activeSheet, 'A1', rows);
  return boot(workbook);
}

/** The add-in over a file, opened as the workbench does. */
export const addinOverFile = (file: Uint8Array): Promise<Addin> =>
  boot(openWorkbook(file, '台账.xlsx'));

/** The add-in over a workbook, with its custom functions. */
export async function addinWithFunctions(workbook: Workbook): Promise<Addin> {
  const metadata = metadataOf('functions.json');
  const addin = await boot(workbook, { functions: { metadata, namespace: 'AR' } });
  for (const [id, call] of Object.entries(CATALOGUE)) {
    CustomFunctions.associate(id, call as (...args: unknown[]) => unknown);
  }
  await settled(() => workbook.customFunctions.size > 0);
  return addin;
}

/** Boots office.js over a workbook and gives its globals to the add-in's modules in this process. */
async function boot(
  workbook: Workbook,
  options: Pick<OfficeRuntimeOptions, 'functions'> = {},
): Promise<Addin> {
  const office = await bootOfficeRuntime({ workbook, createRoot: createApiRoot, ...options });
  const { Excel, Office, OfficeExtension, CustomFunctions } = office;
  Object.assign(globalThis, { Excel, Office, OfficeExtension, CustomFunctions });
  return { workbook, sheet: workbook.activeSheet, office };
}

/** Waits until no cell waits for a function's answer. */
export const calculated = ({ workbook }: Pick<Addin, 'workbook'>): Promise<void> =>
  settled(() => !workbook.sheets.some(({ cells }) => holdsBusy(cells)));

function holdsBusy(cells: Sheet['cells']): boolean {
  const used = cells.usedArea(true);
  if (!used) return false;
  for (let row = used.top; row <= used.bottom; row++) {
    for (let column = used.left; column <= used.right; column++) {
      const value = cells.value(row, column);
      if (value instanceof CellError && value.code === '#BUSY!') return true;
    }
  }
  return false;
}

/** Enters rows as a person does. */
export function put(
  workbook: Workbook,
  sheet: Sheet,
  cell: string,
  rows: readonly (readonly CellInput[])[],
): void {
  if (rows.length === 0) return;
  const { top, left } = parseArea(cell)!;
  const bottom = top + rows.length - 1;
  const right = left + Math.max(...rows.map((row) => row.length)) - 1;
  const padded = rows.map((row) => Array.from({ length: right - left + 1 }, (_, i) => row[i]));
  setValues(workbook, sheet, { top, left, bottom, right }, padded, 'user');
}

/** Values of an area, errors as their text. */
export const values = (sheet: Sheet, address: string): CellValue[][] =>
  cells(address, (row, column) => {
    const value = sheet.cells.value(row, column);
    return value instanceof CellError ? value.code : value;
  });

/** Formulas of an area, values where there is none. */
export const formulas = (sheet: Sheet, address: string): CellValue[][] =>
  cells(
    address,
    (row, column) =>
      sheet.cells.formula(row, column)?.text(row, column) ?? sheet.cells.value(row, column),
  );

export const RED = '#FFC7CE';
export const AMBER = '#FFEB9C';

/** 1-based rows of a sheet that a rule fills with a colour, looked at in one column. */
export function litRows(
  workbook: Workbook,
  sheet: Sheet,
  column: number,
  lastRow: number,
  fill = RED,
): number[] {
  const view = createRuleView(workbook, sheet);
  const rows = Array.from({ length: lastRow }, (_, row) => row);
  return rows
    .filter((row) => view.look(row, column)?.format.fillColor === fill)
    .map((row) => row + 1);
}

/** All that is in a workbook, for telling whether anything of ours is left. */
export const contents = (workbook: Workbook): unknown => ({
  sheets: workbook.sheets.map((sheet) => {
    const used = sheet.cells.usedArea(false);
    return {
      name: sheet.name,
      used: used && areaAddress(used),
      cells: used && formulas(sheet, areaAddress(used)),
      rules: sheet.conditionalFormats.map((rule) => rule.kind),
      charts: sheet.charts.map(({ id: _, ...chart }) => chart),
    };
  }),
  names: workbook.names.map((name) => [name.name, name.formula]),
});

function cells<T>(address: string, read: (row: number, column: number) => T): T[][] {
  const { top, left, bottom, right } = parseArea(address)!;
  return Array.from({ length: bottom - top + 1 }, (_, i) =>
    Array.from({ length: right - left + 1 }, (__, j) => read(top + i, left + j)),
  );
}
