import { ApiCollection, ApiObject, notImplemented } from './apiObject';
import { classMetadata, wireName, type ClassMetadata } from './metadata';
import type { References } from './references';
import type { QueryInfo } from './request';

/** What is to be loaded of an object: all its scalars, or members and what is to be loaded of them. */
interface Selection {
  all: boolean;
  readonly members: Map<string, Selection>;
}

interface QueryOptions {
  /** Script names (`items`, `fillColor`) in the answer instead of wire names. */
  readonly scriptNames: boolean;
  /** Ranges among the items of collections are kept by reference. */
  readonly keepItems: boolean;
}

/** Answers `load` and `retrieve`. */
export class Query {
  constructor(
    private readonly references: References,
    private readonly options: QueryOptions,
  ) {}

  /** @returns what the client reads the loaded properties from; null for a null object. */
  run(object: ApiObject | null, info: QueryInfo): Record<string, unknown> | null {
    const selection = parseSelection(info);
    return object === null ? null : this.read(object, selection, info.Skip ?? 0, info.Top);
  }

  private read(
    object: ApiObject,
    wanted: Selection,
    skip = 0,
    top?: number,
  ): Record<string, unknown> {
    const type = classMetadata(object.apiType);
    const result = this.identity(object, false);
    if (wanted.all) this.readScalars(object, type, result);
    const collection = isCollection(object) ? object : null;
    const items = collection && newSelection(wanted.all);
    for (const [name, members] of wanted.members) {
      if (items && name.toLowerCase() === 'items') {
        mergeSelection(items, members);
        continue;
      }
      const wire = wireName(type, name);
      if (wire !== null) this.readMember(object, type, wire, members, result);
      else if (items) mergeSelection(selectionOf(items, name), members);
      else throw notImplemented(`${object.apiType}.${name}`);
    }
    if (items && (items.all || items.members.size > 0)) {
      const all = collection.apiItems();
      const shown = all.slice(skip, top === undefined ? all.length : skip + top);
      result[this.options.scriptNames ? 'items' : '_Items'] = shown.map((item) => ({
        ...this.identity(item, this.options.keepItems),
        ...this.read(item, items),
      }));
    }
    return result;
  }

  /** Scalars our class lacks stay unloaded: the client then says so when one is read. */
  private readScalars(object: ApiObject, type: ClassMetadata, into: Record<string, unknown>): void {
    for (const [wire, { name }] of Object.entries(type.scalars)) {
      if (wire.startsWith('_') || !(wire in object)) continue;
      into[this.options.scriptNames ? name : wire] = property(object, wire);
    }
  }

  private readMember(
    object: ApiObject,
    type: ClassMetadata,
    wire: string,
    members: Selection,
    into: Record<string, unknown>,
  ): void {
    const member = type.scalars[wire] ?? type.navigation?.[wire];
    const key = this.options.scriptNames && member ? member.name : wire;
    if (!(wire in object)) throw notImplemented(`${object.apiType}.${member?.name ?? wire}`);
    const value = property(object, wire);
    into[key] = value instanceof ApiObject ? this.read(value, members) : value;
  }

  private identity(object: ApiObject, keep: boolean): Record<string, unknown> {
    return identityOf(object, this.references, keep);
  }
}

/** What names an object to the client from now on: its id and, when kept, its reference. */
export function identityOf(
  object: ApiObject,
  references: References,
  keep = false,
): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  if (object.apiId !== undefined) {
    result['_Id' in classMetadata(object.apiType).scalars ? '_Id' : 'Id'] = object.apiId;
  }
  const reference =
    keep && object.keepsReference ? references.keep(object) : references.idOf(object);
  if (reference !== undefined) result._ReferenceId = reference;
  return result;
}

const isCollection = (object: ApiObject): object is ApiCollection =>
  object instanceof ApiCollection;

const property = (object: ApiObject, name: string): unknown =>
  (object as unknown as Record<string, unknown>)[name];

const newSelection = (all: boolean): Selection => ({ all, members: new Map() });

function selectionOf(parent: Selection, name: string): Selection {
  let found = parent.members.get(name);
  if (!found) parent.members.set(name, (found = newSelection(false)));
  return found;
}

function mergeSelection(into: Selection, from: Selection): void {
  into.all ||= from.all;
  for (const [name, members] of from.members) mergeSelection(selectionOf(into, name), members);
}

function parseSelection(info: QueryInfo): Selection {
  const root = newSelection(!info.Select?.length);
  for (const path of [...(info.Select ?? []), ...(info.Expand ?? [])]) {
    let at = root;
    for (const name of path.split('/')) {
      if (name === '*' || name === '$all') break;
      at = selectionOf(at, name.trim());
    }
    at.all = true;
  }
  return root;
}
