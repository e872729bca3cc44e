import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createApiRoot } from '../../src/host/api';
import { createWorkbook } from '../../src/host/model/createWorkbook';
import { enterText, setValues } from '../../src/host/model/edits';
import { parseArea } from '../../src/host/model/address';
import { CellError, type CellValue } from '../../src/host/model/value';
import { bootOfficeRuntime, type OfficeRuntime } from '../../src/host/node/officeRuntime';
import type { FunctionsMetadata } from '../../src/host/protocol/customFunctions';

/** @returns functions.json of a language, as the build takes it */
export const metadataOf = (file: string) =>
  JSON.parse(readFileSync(path.join(__dirname, '../../src/functions', file), 'utf8')) as Metadata;

type Described = FunctionsMetadata['functions'][number];

export interface Metadata extends FunctionsMetadata {
  readonly functions: readonly (Omit<Described, 'parameters'> & {
    readonly description: string;
    readonly helpUrl: string;
    readonly parameters: readonly (Described['parameters'][number] & {
      readonly description: string;
    })[];
    readonly result: { readonly type: string; readonly dimensionality?: string };
  })[];
}

/** A workbook whose custom functions run on the real office.js. */
export class FunctionsHost {
  readonly workbook = createWorkbook();
  private office!: OfficeRuntime;

  get sheet() {
    return this.workbook.activeSheet;
  }

  /** The functions the page has registered, by id. */
  get mappings() {
    return (
      this.office.CustomFunctions as unknown as {
        _association: { mappings: Record<string, (...args: unknown[]) => unknown> };
      }
    )._association.mappings;
  }

  async boot(): Promise<void> {
    this.office = await bootOfficeRuntime({
      workbook: this.workbook,
      createRoot: createApiRoot,
      functions: { metadata: metadataOf('functions.json'), namespace: 'AR' },
    });
    Object.assign(globalThis, { CustomFunctions: this.office.CustomFunctions });
    await import('../../src/functions/register');
    await settled(() => this.workbook.customFunctions.size > 0);
  }

  dispose(): void {
    this.office.dispose();
  }

  set(area: string, values: CellValue[][]): void {
    setValues(this.workbook, this.sheet, parseArea(area)!, values, 'user');
  }

  /** Types a formula into a cell; its answer comes later. */
  type(row: number, column: number, formula: string): void {
    enterText(this.workbook, this.sheet, row, column, '', 'user');
    enterText(this.workbook, this.sheet, row, column, formula, 'user');
  }

  /** @returns what stands in an area */
  at(row: number, column: number, rows = 1, columns = 1): CellValue[][] {
    return Array.from({ length: rows }, (_, r) =>
      Array.from({ length: columns }, (__, c) => this.sheet.cells.value(row + r, column + c)),
    );
  }

  isCalculated(row: number, column: number): boolean {
    return String(this.sheet.cells.value(row, column)) !== '#BUSY!';
  }

  /** Types a formula into Z1 and reads what stands there and where it spills. */
  async typed(formula: string, rows = 1, columns = 1): Promise<CellValue[][]> {
    this.type(0, 25, formula);
    await settled(() => this.isCalculated(0, 25));
    return this.at(0, 25, rows, columns);
  }
}

export async function settled(done: () => boolean): Promise<void> {
  for (let tries = 0; tries < 300 && !done(); tries++) await new Promise((r) => setTimeout(r, 10));
  expect(done()).toBe(true);
}

/** An error with what it says; any other value as it is. */
export const told = (value: CellValue | undefined) =>
  value instanceof CellError ? [value.code, value.message] : value;
