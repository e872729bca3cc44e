import { ApiError, ApiObject, notImplemented } from './apiObject';
import { eventOf } from './eventRegistry';
import { classMetadata, wireName } from './metadata';
import { identityOf, Query } from './query';
import { References } from './references';
import {
  ActionType,
  ObjectPathType,
  type Action,
  type ArgumentInfo,
  type ObjectPath,
  type ReferencedIds,
  type RequestBody,
  type ResponseBody,
} from './request';
import type { Session } from './session';

/** Services that are no part of the document, by the name office.js asks for them. */
export type Services = Readonly<Record<string, () => ApiObject>>;

/**
 * Carries out batches of actions on an object model by wire names. What the metadata of office.js
 * knows and our classes lack answers NotImplemented with the member's name.
 */
export class Interpreter {
  private readonly references = new References();

  constructor(
    private readonly root: ApiObject,
    private readonly services: Services,
    private readonly session: Session,
  ) {}

  /** Actions run in order until one fails; those before it stay done. */
  run(body: RequestBody): ResponseBody {
    const batch = new Batch(body, this.root, this.services, this.session, this.references);
    return batch.run();
  }

  /** How many objects the client holds by reference. */
  get keptReferences(): number {
    return this.references.size;
  }
}

class Batch {
  private readonly resolved = new Map<number, ApiObject | null>();
  /** Member being touched, for the error's location. */
  private location = '';

  constructor(
    private readonly body: RequestBody,
    private readonly root: ApiObject,
    private readonly services: Services,
    private readonly session: Session,
    private readonly references: References,
  ) {}

  run(): ResponseBody {
    const response: ResponseBody = { Results: [], TraceIds: [] };
    for (const [index, action] of this.body.Actions.entries()) {
      this.location = '';
      try {
        const value = this.perform(action);
        if (value !== undefined) response.Results.push({ ActionId: action.Id, Value: value });
        if (action.ActionType === ActionType.trace) response.TraceIds.push(action.Id);
      } catch (error) {
        response.Error = { ...describe(error), Location: this.location, ActionIndex: index };
        break;
      }
    }
    return response;
  }

  /** @returns the action's value; undefined when the client expects none. */
  private perform(action: Action): unknown {
    switch (action.ActionType) {
      case ActionType.instantiate: {
        const object = this.object(action.ObjectPathId);
        return object && identityOf(object, this.references);
      }
      case ActionType.query:
      case ActionType.queryAsJson: {
        const object = this.object(action.ObjectPathId);
        this.location = object ? `${object.apiType}.load` : '';
        const query = new Query(this.references, {
          scriptNames: action.ActionType === ActionType.queryAsJson,
          keepItems: this.body.AutoKeepReference ?? false,
        });
        return query.run(object, action.QueryInfo ?? {});
      }
      case ActionType.method:
        return this.callAction(action);
      case ActionType.setProperty: {
        const object = this.present(action.ObjectPathId);
        const [value] = this.args(action.ArgumentInfo);
        this.set(object, action.Name, value);
        return undefined;
      }
      case ActionType.update:
        this.update(this.present(action.ObjectPathId), action.ObjectState ?? {});
        return undefined;
      case ActionType.trace:
        return null;
      case ActionType.ensureUnchanged:
        this.object(action.ObjectPathId);
        return undefined;
      default:
        throw notImplemented(`action type ${action.ActionType}`);
    }
  }

  private callAction(action: Action): unknown {
    const object = this.object(action.ObjectPathId);
    if (object === null) return null;
    switch (action.Name) {
      case '_KeepReference':
        if (object.keepsReference) this.references.keep(object);
        return null;
      case '_RemoveReference':
        this.references.release(String(this.args(action.ArgumentInfo)[0]));
        return null;
    }
    const event = eventOf(object.apiType, action.Name);
    if (event) {
      this.location = at(object, event.name);
      if (event.register) this.session.register(action.Name, object);
      else this.session.unregister(action.Name, object);
      return null;
    }
    const value = this.call(object, action.Name, action.ArgumentInfo);
    return value instanceof ApiObject ? identityOf(value, this.references) : (value ?? null);
  }

  private object(id: number): ApiObject | null {
    const known = this.resolved.get(id);
    if (known !== undefined) return known;
    const path = this.body.ObjectPaths[id];
    if (!path) throw new ApiError('InvalidRequest', `The request has no object path ${id}.`);
    const object = this.resolve(path);
    this.resolved.set(id, object);
    return object;
  }

  /** The object of a path that must not be a null object. */
  private present(id: number): ApiObject {
    const object = this.object(id);
    if (object === null) throw new ApiError('ItemNotFound', ITEM_NOT_FOUND, 404);
    return object;
  }

  private resolve(path: ObjectPath): ApiObject | null {
    const parent = () => this.object(path.ParentObjectPathId ?? 0);
    switch (path.ObjectPathType) {
      case ObjectPathType.root:
        return this.root;
      case ObjectPathType.newObject: {
        const service = this.services[path.Name];
        if (!service) throw notImplemented(`the service ${path.Name}`);
        return service();
      }
      case ObjectPathType.method:
        return this.objectFrom(parent(), path.Name, path.ArgumentInfo);
      case ObjectPathType.indexer:
        return this.objectFrom(parent(), 'GetItem', path.ArgumentInfo);
      case ObjectPathType.property: {
        const owner = parent();
        return owner && asObject(this.get(owner, path.Name), path.Name);
      }
      case ObjectPathType.reference: {
        const kept = this.references.get(path.Name);
        if (!kept) throw new ApiError('InvalidReference', INVALID_REFERENCE);
        return kept;
      }
      case ObjectPathType.null:
        return null;
      default:
        throw notImplemented(`object path type ${path.ObjectPathType}`);
    }
  }

  private objectFrom(owner: ApiObject | null, name: string, args?: ArgumentInfo): ApiObject | null {
    return owner && asObject(this.call(owner, name, args), name);
  }

  private get(object: ApiObject, name: string): unknown {
    this.location = at(object, name);
    if (!(name in object)) throw notImplemented(this.location);
    return members(object)[name];
  }

  private call(object: ApiObject, name: string, info?: ArgumentInfo): unknown {
    const args = this.args(info);
    this.location = at(object, name);
    const method = members(object)[name];
    if (typeof method !== 'function') throw notImplemented(this.location);
    return Reflect.apply(method, object, args);
  }

  private set(object: ApiObject, name: string, value: unknown): void {
    const type = classMetadata(object.apiType);
    const wire = type.aliases?.[name] ?? name;
    this.location = at(object, wire);
    const scalar = type.scalars[wire];
    if (scalar && !scalar.writable) {
      throw new ApiError(
        'InvalidArgument',
        `Property '${scalar.name}' is read-only and cannot be set.`,
      );
    }
    if (!isSettable(object, wire)) throw notImplemented(this.location);
    members(object)[wire] = value;
  }

  /** `set({...})` of the client: properties by script name, navigation properties nested. */
  private update(object: ApiObject, state: Readonly<Record<string, unknown>>): void {
    const type = classMetadata(object.apiType);
    for (const [name, value] of Object.entries(state)) {
      const wire = wireName(type, name) ?? name;
      if (type.navigation?.[wire]) {
        const child = asObject(this.get(object, wire), wire);
        if (child) this.update(child, value as Readonly<Record<string, unknown>>);
      } else {
        this.set(object, wire, value);
      }
    }
  }

  private args(info?: ArgumentInfo): unknown[] {
    return this.withObjects(info?.Arguments ?? [], info?.ReferencedObjectPathIds);
  }

  private withObjects(values: readonly unknown[], ids?: ReferencedIds): unknown[] {
    return values.map((value, i) => {
      const id = ids?.[i];
      if (typeof id === 'object') return this.withObjects(value as readonly unknown[], id);
      if (id) return this.object(id);
      return isPlainObject(value) ? this.withNestedObjects(value) : value;
    });
  }

  /** Objects inside option bags arrive as `{_ObjectPathId: 7}`. */
  private withNestedObjects(value: Record<string, unknown>): unknown {
    if (typeof value._ObjectPathId === 'number') return this.object(value._ObjectPathId);
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key,
        isPlainObject(inner) ? this.withNestedObjects(inner) : inner,
      ]),
    );
  }
}

const ITEM_NOT_FOUND = "The requested resource doesn't exist.";
const INVALID_REFERENCE = 'This reference is not valid for the current operation.';
const STATUS: Readonly<Record<string, number>> = {
  ItemNotFound: 404,
  AccessDenied: 403,
  ItemAlreadyExists: 409,
};

function describe(error: unknown): { Code: string; Message: string; HttpStatusCode: number } {
  if (error instanceof ApiError) {
    return { Code: error.code, Message: error.message, HttpStatusCode: error.status };
  }
  if (error instanceof Error && error.name === 'EditError' && 'code' in error) {
    const code = String(error.code);
    return { Code: code, Message: error.message, HttpStatusCode: STATUS[code] ?? 400 };
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    Code: 'GeneralException',
    Message: `The workbench failed: ${text}`,
    HttpStatusCode: 500,
  };
}

const members = (object: ApiObject): Record<string, unknown> =>
  object as unknown as Record<string, unknown>;

/** `Range.values`, as Excel writes the location of an error. */
const at = (object: ApiObject, member: string): string => {
  const type = classMetadata(object.apiType);
  const known = type.methods?.[member] ?? type.scalars[member] ?? type.navigation?.[member];
  return `${object.apiType}.${known?.name ?? member}`;
};

function asObject(value: unknown, name: string): ApiObject | null {
  if (value === null || value instanceof ApiObject) return value;
  throw new TypeError(`${name} answered no object of the API`);
}

function isSettable(object: ApiObject, name: string): boolean {
  for (let owner: object | null = object; owner; owner = Reflect.getPrototypeOf(owner)) {
    const property = Reflect.getOwnPropertyDescriptor(owner, name);
    if (property) return property.set !== undefined || property.writable === true;
  }
  return false;
}

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
