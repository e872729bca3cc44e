import { areaAddress, intersect, type Area } from '../model/address';
import type { ChangeOrigin, WorkbookEvents } from '../model/events';
import type { Sheet } from '../model/sheet';
import type { Table } from '../model/table';
import { CellError, type CellValue } from '../model/value';
import type { Workbook } from '../model/workbook';
import { notImplemented, type ApiObject } from './apiObject';
import { classMetadata } from './metadata';

/** Numbers of the events this host raises, as office.js registers them. */
const EventType = {
  worksheetChanged: 10,
  worksheetActivated: 11,
  worksheetDeactivated: 12,
  worksheetAdded: 13,
  worksheetSelectionChanged: 14,
  worksheetDeleted: 15,
  worksheetCalculated: 16,
  tableSelectionChanged: 100,
  tableChanged: 101,
  tableAdded: 102,
  tableDeleted: 103,
} as const;

const RAISED = new Set<number>(Object.values(EventType));

/** Target of events registered on collections of the whole workbook. */
const WORKBOOK = 'Workbook';

/** One event on its way to the client. */
export interface RaisedEvent {
  readonly type: number;
  readonly target: string;
  readonly args: Readonly<Record<string, unknown>>;
}

interface EventMethod {
  /** Script name: `onChanged`. */
  readonly name: string;
  readonly type: number;
  /** False when the method ends a registration. */
  readonly register: boolean;
}

/** @returns the event a `_Register…` or `_Unregister…` method is about, null for other methods. */
export function eventOf(apiType: string, method: string): EventMethod | null {
  const registering = method.replace(/^_Unregister/, '_Register');
  for (const [name, event] of Object.entries(classMetadata(apiType).events ?? {})) {
    if (event.register === registering) {
      return { name, type: event.type, register: method === registering };
    }
  }
  return null;
}

/** What one add-in listens to; model events become rich-API events for those who registered. */
export class EventRegistry {
  /** Registrations by `type|target`; each proxy of the client that listens counts once. */
  private readonly counts = new Map<string, number>();
  private readonly subscriptions: (() => void)[];

  constructor(
    private readonly workbook: Workbook,
    private readonly raise: (event: RaisedEvent) => void,
  ) {
    const { events } = workbook;
    this.subscriptions = [
      events.on('changed', (event) => this.changed(event)),
      events.on('calculated', ({ sheet }) => {
        this.sendForSheet(EventType.worksheetCalculated, sheet, { worksheetId: sheet.id });
      }),
      events.on('selectionChanged', ({ sheet, area }) => this.selectionChanged(sheet, area)),
      events.on('sheetActivated', ({ sheet, previous }) => {
        const { worksheetDeactivated, worksheetActivated } = EventType;
        this.sendForSheet(worksheetDeactivated, previous, { worksheetId: previous.id });
        this.sendForSheet(worksheetActivated, sheet, { worksheetId: sheet.id });
      }),
      events.on('sheetAdded', ({ sheet, origin }) => {
        this.send(EventType.worksheetAdded, WORKBOOK, {
          worksheetId: sheet.id,
          source: sourceOf(origin),
        });
      }),
      events.on('sheetDeleted', ({ sheet, origin }) => {
        this.send(EventType.worksheetDeleted, WORKBOOK, {
          worksheetId: sheet.id,
          source: sourceOf(origin),
        });
      }),
      events.on('tableAdded', ({ table, origin }) => {
        this.sendForTables(EventType.tableAdded, table, { source: sourceOf(origin) });
      }),
      events.on('tableDeleted', ({ table, origin }) => {
        this.sendForTables(EventType.tableDeleted, table, {
          source: sourceOf(origin),
          tableName: table.name,
        });
      }),
    ];
  }

  /** @throws NotImplemented for events this host never raises */
  register(method: string, source: ApiObject): void {
    const event = eventOf(source.apiType, method);
    if (!event || !RAISED.has(event.type)) {
      throw notImplemented(`${source.apiType}.${event?.name ?? method}`);
    }
    const key = keyOf(event.type, source.eventTarget);
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
  }

  unregister(method: string, source: ApiObject): void {
    const event = eventOf(source.apiType, method);
    if (!event) throw notImplemented(`${source.apiType}.${method}`);
    const key = keyOf(event.type, source.eventTarget);
    const left = (this.counts.get(key) ?? 0) - 1;
    if (left > 0) this.counts.set(key, left);
    else this.counts.delete(key);
  }

  /** The page went away, and its handlers with it. */
  clear(): void {
    this.counts.clear();
  }

  dispose(): void {
    for (const end of this.subscriptions) end();
  }

  private send(type: number, target: string, args: Readonly<Record<string, unknown>>): void {
    if (this.counts.has(keyOf(type, target))) this.raise({ type, target, args });
  }

  private sendForSheet(type: number, sheet: Sheet, args: Readonly<Record<string, unknown>>): void {
    this.send(type, sheet.id, args);
    this.send(type, WORKBOOK, args);
  }

  private sendForTables(
    type: number,
    table: Table,
    extra: Readonly<Record<string, unknown>>,
  ): void {
    const args = { ...extra, tableId: String(table.id), worksheetId: table.sheet.id };
    this.send(type, table.sheet.id, args);
    this.send(type, WORKBOOK, args);
  }

  private changed({ sheet, area, changeType, origin, details }: WorkbookEvents['changed']): void {
    const args = {
      changeType,
      source: sourceOf(origin),
      triggerSource: origin === 'addin' ? 'ThisLocalAddin' : 'Unknown',
      worksheetId: sheet.id,
      shiftDirection: 'None',
      ...(details && detailsOf(details)),
    };
    this.sendForSheet(EventType.worksheetChanged, sheet, { ...args, ...placeOf(sheet, area) });
    for (const table of this.workbook.tables) {
      const touched = table.sheet === sheet ? intersect(table.area, area) : null;
      if (!touched) continue;
      const tableArgs = { ...args, ...placeOf(sheet, touched), tableId: String(table.id) };
      this.send(EventType.tableChanged, String(table.id), tableArgs);
      this.sendForSheet(EventType.tableChanged, sheet, tableArgs);
    }
  }

  private selectionChanged(sheet: Sheet, area: Area): void {
    const args = { worksheetId: sheet.id, address: areaAddress(area) };
    this.sendForSheet(EventType.worksheetSelectionChanged, sheet, args);
    for (const table of this.workbook.tables) {
      if (table.sheet !== sheet) continue;
      const inside = intersect(table.area, area);
      this.send(EventType.tableSelectionChanged, String(table.id), {
        worksheetId: sheet.id,
        tableId: String(table.id),
        address: inside ? areaAddress(inside) : '',
      });
    }
  }
}

const keyOf = (type: number, target: string): string => `${type}|${target}`;

const sourceOf = (origin: ChangeOrigin): 'Remote' | 'Local' =>
  origin === 'remote' ? 'Remote' : 'Local';

/** `referenceId` comes back in `Workbook._GetRangeForEventByReferenceId` when the add-in asks for the range. */
function placeOf(sheet: Sheet, area: Area): { address: string; referenceId: string } {
  const address = areaAddress(area);
  return { address, referenceId: `${sheet.id}!${address}` };
}

function detailsOf(details: { valueBefore: CellValue; valueAfter: CellValue }): object {
  const { valueBefore, valueAfter } = details;
  return {
    valueBefore: wireValue(valueBefore),
    valueAfter: wireValue(valueAfter),
    valueTypeBefore: valueType(valueBefore),
    valueTypeAfter: valueType(valueAfter),
  };
}

const wireValue = (value: CellValue): string | number | boolean =>
  value instanceof CellError ? value.code : (value ?? '');

function valueType(value: CellValue): string {
  if (value === null) return 'Empty';
  if (value instanceof CellError) return 'Error';
  return typeof value === 'number' ? 'Double' : typeof value === 'boolean' ? 'Boolean' : 'String';
}
