import { area } from '../../../src/host/model/address';
import type { Calculator } from '../../../src/host/model/calculator';
import type { Sheet } from '../../../src/host/model/sheet';
import type { Table } from '../../../src/host/model/table';
import { Workbook } from '../../../src/host/model/workbook';
import { createOfficePage } from '../../../src/host/node/officePage';
import {
  bootOfficeRuntime,
  type OfficeRuntime,
  type OfficeRuntimeOptions,
} from '../../../src/host/node/officeRuntime';
import { ApiCollection, ApiError, ApiObject } from '../../../src/host/protocol/apiObject';
import type { Session } from '../../../src/host/protocol/session';

/** A few members of Excel's classes, enough to see what the protocol makes of them. */
export class FakeWorkbook extends ApiObject {
  readonly apiType = 'Workbook';
  readonly sheets: FakeWorksheet[];
  readonly runtime: FakeRuntime;

  constructor(
    readonly model: Workbook,
    session: Session,
  ) {
    super();
    this.sheets = model.sheets.map((sheet) => new FakeWorksheet(model, sheet));
    this.runtime = new FakeRuntime(session);
  }

  get Name(): string {
    return this.model.fileName;
  }

  get Worksheets(): FakeWorksheets {
    return new FakeWorksheets(this.sheets);
  }

  get Tables(): FakeTables {
    return new FakeTables(this.model.tables, 'Workbook');
  }

  get _Runtime(): FakeRuntime {
    return this.runtime;
  }
}

class FakeRuntime extends ApiObject {
  readonly apiType = 'Runtime';

  constructor(private readonly session: Session) {
    super();
  }

  get EnableEvents(): boolean {
    return this.session.enableEvents;
  }

  set EnableEvents(on: boolean) {
    this.session.enableEvents = on;
  }
}

class FakeWorksheets extends ApiCollection<FakeWorksheet> {
  readonly apiType = 'WorksheetCollection';

  constructor(private readonly sheets: FakeWorksheet[]) {
    super();
  }

  apiItems(): readonly FakeWorksheet[] {
    return this.sheets;
  }

  GetCount(): number {
    return this.sheets.length;
  }

  GetItem(key: string): FakeWorksheet {
    const found = this.GetItemOrNullObject(key);
    if (!found) throw new ApiError('ItemNotFound', "The requested resource doesn't exist.", 404);
    return found;
  }

  GetItemOrNullObject(key: string): FakeWorksheet | null {
    return this.sheets.find((sheet) => sheet.Name === key || sheet.apiId === key) ?? null;
  }
}

export class FakeWorksheet extends ApiObject {
  readonly apiType = 'Worksheet';
  readonly ranges = new Map<string, FakeRange>();
  ShowGridlines = true;

  constructor(
    private readonly model: Workbook,
    readonly sheet: Sheet,
  ) {
    super();
  }

  override get apiId(): string {
    return this.sheet.id;
  }

  get Id(): string {
    return this.sheet.id;
  }

  get Name(): string {
    return this.sheet.name;
  }

  set Name(name: string) {
    this.sheet.name = name;
  }

  get Position(): number {
    return this.model.sheets.indexOf(this.sheet);
  }

  get Tables(): FakeTables {
    return new FakeTables(
      this.model.tables.filter((table) => table.sheet === this.sheet),
      this.sheet.id,
    );
  }

  GetRange(address: string): FakeRange {
    if (!/^[A-Z]+\d+/.test(address)) {
      throw new ApiError('InvalidArgument', 'The argument is invalid or missing.');
    }
    let range = this.ranges.get(address);
    if (!range) this.ranges.set(address, (range = new FakeRange(address)));
    return range;
  }
}

class FakeTables extends ApiCollection<FakeTable> {
  readonly apiType = 'TableCollection';

  constructor(
    private readonly tables: readonly Table[],
    private readonly target: string,
  ) {
    super();
  }

  override get eventTarget(): string {
    return this.target;
  }

  get Count(): number {
    return this.tables.length;
  }

  apiItems(): readonly FakeTable[] {
    return this.tables.map((table) => new FakeTable(table));
  }

  GetItem(key: string): FakeTable {
    return this.apiItems().find((table) => table.Name === key || table.apiId === key)!;
  }
}

class FakeTable extends ApiObject {
  readonly apiType = 'Table';

  constructor(private readonly table: Table) {
    super();
  }

  override get apiId(): string {
    return String(this.table.id);
  }

  get Id(): string {
    return this.apiId;
  }

  get Name(): string {
    return this.table.name;
  }
}

export class FakeRange extends ApiObject {
  readonly apiType = 'Range';
  Values: unknown = [['']];
  readonly Format = new FakeFormat();

  constructor(readonly Address: string) {
    super();
  }

  override get keepsReference(): boolean {
    return this.Address !== '';
  }

  get RowCount(): number {
    return (this.Values as unknown[]).length;
  }

  GetBoundingRect(other: FakeRange | string): FakeRange {
    return new FakeRange(`${this.Address}:${typeof other === 'string' ? other : other.Address}`);
  }

  Clear(what: string): void {
    if (what === 'Formats') throw new Error('a bug in the workbench');
    this.Values = [['']];
  }
}

class FakeFormat extends ApiObject {
  readonly apiType = 'RangeFormat';
  WrapText = false;
  readonly Fill = new FakeFill();
}

class FakeFill extends ApiObject {
  readonly apiType = 'RangeFill';
  Color = '#FFFFFF';
}

/** Sheet1 with a table Ledger in A1:D10, and Sheet2; the calculator only counts. */
export function plainWorkbook(): Workbook & { recalculations: number } {
  const workbook = Object.assign(new Workbook(), { recalculations: 0 });
  workbook.calculator = {
    structureChanged: () => undefined,
    recalculate: () => {
      workbook.recalculations += 1;
      return new Set<Sheet>();
    },
  } as unknown as Calculator;
  workbook.addSheet('Sheet1', 'user');
  workbook.addSheet('Sheet2', 'user');
  workbook.tables.push({
    id: 1,
    name: 'Ledger',
    sheet: workbook.sheets[0]!,
    area: area(0, 0, 9, 3),
  } as Table);
  return workbook;
}

const running: { dispose(): void }[] = [];
afterEach(() => {
  for (const each of running.splice(0)) each.dispose();
});

export interface FakeOffice extends OfficeRuntime {
  readonly root: FakeWorkbook;
  /** Loads the add-in's page anew on the same host. */
  reload(): Promise<FakeOffice>;
}

/** office.js on the fake object model; ended after the test. */
export async function bootFake(
  workbook: Workbook = plainWorkbook(),
  options: Partial<OfficeRuntimeOptions> = {},
): Promise<FakeOffice> {
  let root: FakeWorkbook | undefined;
  const office = await bootOfficeRuntime({
    workbook,
    createRoot: (model, session) => (root = new FakeWorkbook(model, session)),
    ...options,
  });
  const fake: FakeOffice = {
    ...office,
    root: root!,
    reload: async () => {
      const page = createOfficePage(office.host.frameUrl(), (message) =>
        office.host.receive(message),
      );
      office.host.connect(page.window);
      running.push(page);
      return { ...fake, ...(await page.start()) };
    },
  };
  running.push(fake);
  return fake;
}

/** What an Office error carries. */
export interface OfficeError {
  readonly code: string;
  readonly message: string;
  readonly debugInfo: { readonly errorLocation?: string; readonly statement?: string };
}

/** @returns the error `work` fails with */
export async function failureOf(work: Promise<unknown>): Promise<OfficeError> {
  try {
    await work;
  } catch (error) {
    return error as OfficeError;
  }
  throw new Error('It did not fail.');
}

/** Waits until `check` holds; messages between page and host take a few turns of the event loop. */
export async function until(check: () => boolean): Promise<void> {
  for (let turn = 0; turn < 2000; turn++) {
    if (check()) return;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  throw new Error('It did not come to pass.');
}

/** Lets all messages on their way arrive. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
}
